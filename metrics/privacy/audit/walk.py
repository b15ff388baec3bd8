"""Points that satisfy all that is known, found by moving a part of the counts.

A point stays valid while some counts move and all others are held, so each step is a
small linear program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from metrics.privacy.audit.knowledge import Known
from metrics.privacy.audit.limits import Floats, Integers
from metrics.privacy.audit.solver import Unsolved, smallest

Booleans = npt.NDArray[np.bool_]
_OFF = 2e-6


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Equations (`equal`) and limits of a piece: rows x = or <= right, x >= low."""

    matrix: Any
    right: Floats
    equal: Booleans
    low: float

    def holds(self, point: Floats) -> bool:
        """Whether a point satisfies everything, but for rounding errors."""
        over = self.matrix @ point - self.right
        over = np.where(self.equal, np.abs(over), over)
        within = bool((over <= _OFF).all() and (point >= self.low - _OFF).all())
        return within and bool(np.isfinite(point).all())

    def only(self, chosen: Booleans | Integers) -> "Rows":
        """Some of the rows."""
        return Rows(matrix=self.matrix[chosen], right=self.right[chosen],
                    equal=self.equal[chosen], low=self.low)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Part:
    """Counts that move together, and the rows that they are in."""

    columns: Integers
    rows: Integers
    own: Any


def rows_of(known: Known, low: float) -> Rows:
    """Everything that is known of a piece in one matrix."""
    return Rows(
        matrix=sparse.vstack([known.sums, known.parts]).tocsr(),
        right=np.concatenate([known.total, known.room]),
        equal=np.arange(len(known.total) + len(known.room)) < len(known.total),
        low=low,
    )


def lean(rows: Rows) -> Rows:
    """The rows without limits that follow from two others: steps between wholes.

    What is left out only makes programs smaller: points are checked against all rows.
    """
    entries = np.diff(rows.matrix.indptr)
    steps = np.flatnonzero((entries == 2) & (rows.right == 0) & ~rows.equal)
    if not len(steps):
        return rows
    part = np.asarray(rows.matrix[steps].argmax(axis=1)).ravel()
    whole = np.asarray(rows.matrix[steps].argmin(axis=1)).ravel()
    size = rows.matrix.shape[1]
    step = sparse.csr_matrix((np.ones(len(steps)), (part, whole)), shape=(size, size))
    twice = (step @ step).tocsr()
    kept = np.ones(len(rows.right), np.bool_)
    kept[steps[np.asarray(twice[part, whole]).ravel() > 0]] = False
    return rows.only(kept)


def parts_of(by_column: Any, columns: Integers, label: Integers) -> tuple[Part, ...]:
    """These counts as parts, by the label of each; the matrix of rows is by column."""
    order = np.argsort(label, kind="stable")
    edges = np.flatnonzero(np.diff(label[order])) + 1
    return tuple(part_of(by_column, columns[at]) for at in np.split(order, edges))


def part_of(by_column: Any, columns: Integers) -> Part:
    """These counts as one part."""
    own = by_column[:, columns].tocsr()
    used = np.flatnonzero(np.diff(own.indptr))
    return Part(columns=columns, rows=used, own=own[used])


def moved(rows: Rows, part: Part, point: Floats, goal: Floats, reach: float) -> Floats:
    """A point with its part moved as far along `goal` as allowed, `reach` at most.

    `goal` has one weight for each count of the part. Where a rounding error has closed
    the little room there is, the point stays.
    """
    here = point[part.columns]
    now = part.own @ here
    held = rows.matrix[part.rows] @ point - now
    room = np.maximum(rows.right[part.rows] - held, now)
    equal = rows.equal[part.rows]
    least = np.minimum(here, np.maximum(rows.low, here - reach))
    right = np.where(equal, now, room)
    after = point.copy()
    try:
        after[part.columns] = smallest(
            -goal, part.own, right, equal, (least, here + reach)
        )
    except Unsolved:
        return point
    return after


def passed(
    rows: Rows, parts: Sequence[Part], point: Floats, goal: Floats, reach: float
) -> Floats:
    """A point after every part with a goal has moved, one after the other."""
    for part in parts:
        weights = goal[part.columns]
        if weights.any():
            point = moved(rows, part, point, weights, reach)
    return point
