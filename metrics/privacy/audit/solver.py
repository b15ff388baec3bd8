"""Linear programs of the audit, given to HiGHS as they are."""

from typing import Any

import highspy
import numpy as np
import numpy.typing as npt

from metrics.privacy.audit.limits import Floats

_QUIET, _PLAIN = ("output_flag", False), ("presolve", "off")
_STATUS = highspy.HighsModelStatus


class Unsolved(Exception):
    """There is no solution, or no end to how small the goal may become."""

    def __init__(self, said: str, *, endless: bool = False) -> None:
        super().__init__(said)
        self.endless = endless


def smallest(
    goal: Floats,
    rows: Any,
    right: Floats,
    equal: npt.NDArray[np.bool_],
    bounds: tuple[Floats, Floats],
    *,
    inside: bool = False,
    shrink: bool = False,
) -> Floats:
    """The point with rows x = (`equal`) or <= `right` at which `goal` is smallest.

    `inside` looks for any such point from inside, as large programs want; `shrink`
    looks for a smaller program first, which pays where few counts matter. Raises
    Unsolved.
    """
    program = highspy.HighsLp()
    program.num_row_, program.num_col_ = rows.shape
    program.col_cost_ = goal
    program.col_lower_, program.col_upper_ = bounds
    program.row_lower_ = np.where(equal, right, -np.inf)
    program.row_upper_ = right
    by_row, matrix = rows.tocsr(), program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_ = by_row.indptr, by_row.indices
    matrix.value_ = by_row.data
    solver = highspy.Highs()
    solver.setOptionValue(*_QUIET)
    if inside:
        solver.setOptionValue("solver", "ipm")
    elif not shrink:
        solver.setOptionValue(*_PLAIN)
    solver.passModel(program)
    solver.run()
    status = solver.getModelStatus()
    if status != _STATUS.kOptimal:
        endless = status in (_STATUS.kUnbounded, _STATUS.kUnboundedOrInfeasible)
        raise Unsolved(solver.modelStatusToString(status), endless=endless)
    return np.asarray(solver.getSolution().col_value, np.float64)
