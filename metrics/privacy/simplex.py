"""Linear programs of hiding, given to HiGHS as they are.

SciPy's way to the same solver takes up to three times as long for a few hundred
columns: it copies and checks each program, and what it does beforehand to make it
smaller does not pay.
"""

from typing import Any

import highspy
import numpy as np

from metrics.privacy.system import Floats

# Off: looking for smaller programs first and scaling entries of 1 and -1.
_OPTIONS = (
    ("output_flag", False),
    ("presolve", "off"),
    ("simplex_scale_strategy", 0),
)


def farthest(
    goal: Floats, rows: Any, sides: tuple[Floats, Floats], bounds: tuple[Floats, Floats]
) -> Floats:
    """The point at which `goal` is largest.

    `rows` (sparse, by row) lie between two `sides`, columns between two `bounds`.
    Raises RuntimeError if there is none.
    """
    program = highspy.HighsLp()
    program.num_row_, program.num_col_ = rows.shape
    program.col_cost_ = -goal
    program.col_lower_, program.col_upper_ = bounds
    program.row_lower_, program.row_upper_ = sides
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_, matrix.value_ = rows.indptr, rows.indices, rows.data
    solver = highspy.Highs()
    for name, value in _OPTIONS:
        solver.setOptionValue(name, value)
    solver.passModel(program)
    solver.run()
    status = solver.getModelStatus()
    if status != highspy.HighsModelStatus.kOptimal:
        said = solver.modelStatusToString(status)
        raise RuntimeError(f"the attack could not be worked out: {said}")
    return np.asarray(solver.getSolution().col_value, np.float64)
