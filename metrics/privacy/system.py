"""What an attacker knows of a block, as sparse equations over its hidden cells."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from metrics.privacy.lines import EXACT, Booleans, Integers, Lines

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class System:
    """Equations and limits over `cells`, the hidden cells, with the truth inside.

    `sums` x = `total`; `parts` x <= `room`. Where a part is larger than its
    whole, as a child's county may differ between families, the limit is the truth.
    """

    cells: Integers
    truth: Floats
    sums: Any
    total: Floats
    parts: Any
    room: Floats

    @cached_property
    def by_column(self) -> tuple[Any, Any]:
        """Sums and limits in the form from which columns are taken quickly."""
        return self.sums.tocsc(), self.parts.tocsc()


def _used(rows: Any) -> Booleans:
    return np.asarray(np.diff(rows.indptr) > 0, np.bool_)


def system_of(
    lines: Lines, pairs: Integers, hidden: Booleans, value: Integers
) -> System:
    """The system of the hidden cells; `pairs` has a part and its whole in each row."""
    cells = np.flatnonzero(hidden)
    place = np.full(len(hidden), -1)
    place[cells] = np.arange(len(cells))
    truth = value[cells].astype(np.float64)
    out = hidden[lines.cell]
    sign = np.where(lines.total, -1.0, 1.0)
    shape = (lines.count, len(cells))
    rows = sparse.csr_matrix(
        (sign[out], (lines.line[out], place[lines.cell[out]])), shape=shape
    )
    sums = rows[_used(rows) & (lines.holds == EXACT)]
    parts, room = _limits(pairs, hidden, value, place)
    return System(
        cells=cells,
        truth=truth,
        sums=sums,
        total=sums @ truth,
        parts=parts,
        room=room,
    )


def _limits(
    pairs: Integers, hidden: Booleans, value: Integers, place: Integers
) -> tuple[Any, Floats]:
    """A part is at most its whole; where families differ, by as much as it is."""
    open_ = pairs[hidden[pairs].any(axis=1)]
    part, whole = open_[:, 0], open_[:, 1]
    rows = np.arange(len(open_))
    first, second = hidden[part], hidden[whole]
    data = np.concatenate([np.ones(first.sum()), -np.ones(second.sum())])
    row = np.concatenate([rows[first], rows[second]])
    column = np.concatenate([place[part[first]], place[whole[second]]])
    matrix = sparse.csr_matrix(
        (data, (row, column)), shape=(len(open_), int(hidden.sum()))
    )
    shown = np.where(second, 0, value[whole]) - np.where(first, 0, value[part])
    slack = np.maximum(0, value[part] - value[whole])
    return matrix, (shown + slack).astype(np.float64)
