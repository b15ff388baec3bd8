"""Bounds from outside: what no attacker can get past, from few sums and limits.

A count that is narrow here is narrow for anybody; one that is wide may still be narrow.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from metrics.privacy.audit.limits import Floats, Integers
from metrics.privacy.audit.solver import Unsolved, smallest
from metrics.privacy.audit.walk import Rows

_ROUNDS, _STILL = 30, 0.01


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What every point that satisfies all rows lies between."""

    low: Floats
    high: Floats


def outside(rows: Rows) -> Bounds:
    """The bounds of every count by looking at one row after the other, many times."""
    size = rows.matrix.shape[1]
    both = sparse.vstack([rows.matrix, -rows.matrix[rows.equal]]).tocoo()
    right = np.concatenate([rows.right, -rows.right[rows.equal]])
    low, high = np.full(size, rows.low), np.full(size, np.inf)
    for _ in range(_ROUNDS):
        down, up = _tighter(both, right, low, high)
        fell = up < high
        gain = np.concatenate([high[fell] - up[fell], down - low])
        low, high = down, up
        if gain.max(initial=0.0) < _STILL:
            break
    return Bounds(low=low, high=high)


def _tighter(
    both: sparse.coo_matrix, right: Floats, low: Floats, high: Floats
) -> tuple[Floats, Floats]:
    """Each entry of a row is at most the right side less the least of the others."""
    row, column, weight = both.row, both.col, both.data
    least = weight * np.where(weight > 0, low[column], high[column])
    endless = ~np.isfinite(least)
    finite = np.where(endless, 0.0, least)
    held = np.bincount(row, weights=finite, minlength=len(right))
    count = np.bincount(row, weights=endless, minlength=len(right))
    known = count[row] - endless < 0.5
    most = np.where(known, right[row] - held[row] + finite, np.inf)
    up = weight > 0
    low, high = low.copy(), high.copy()
    np.minimum.at(high, column[up], (most / weight)[up])
    np.maximum.at(low, column[~up], (most / weight)[~up])
    return low, high


def bounded(
    rows: Rows, bounds: Bounds, columns: Integers, goal: Floats
) -> tuple[float, float]:
    """Between what `goal` of these counts lies, by the rows that hold only these.

    Other rows are left out and all counts stay within their bounds: never narrower
    than what everything together allows.
    """
    inside = np.zeros(rows.matrix.shape[1])
    inside[columns] = 1.0
    entries = np.diff(rows.matrix.indptr)
    within = np.flatnonzero((abs(rows.matrix) @ inside == entries) & (entries > 0))
    some = rows.only(within)
    own = some.matrix[:, columns]
    within_bounds = bounds.low[columns], bounds.high[columns]
    ends = []
    for sign in (1.0, -1.0):
        try:
            point = smallest(sign * goal, own, some.right, some.equal, within_bounds)
            ends.append(float(goal @ point))
        except Unsolved:
            ends.append(-sign * np.inf)
    return ends[0], ends[1]
