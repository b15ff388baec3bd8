"""How far hidden counts can be apart at most, from one sum or limit at a time.

Cheap and only a first look: what is narrow here is narrow for any attacker, while what
is wide here may still be narrow where several sums are taken together.
"""

from typing import Any

import numpy as np

from metrics.privacy.lines import Booleans, Integers
from metrics.privacy.system import Floats, System

_ROUNDS, _STILL = 12, 0.5


def narrow(system: System, *, low: float, width: float, box: float) -> Booleans:
    """Which cells of a system any attacker places in less than `width`.

    A count is at least `low`, and no more than `box` from the truth is looked at.
    """
    least = np.maximum(low, system.truth - box)
    most = system.truth + box
    sums, parts = _Rows(system.sums, system.total), _Rows(system.parts, system.room)
    for _ in range(_ROUNDS):
        before = most - least
        least, most = sums.tighter(least, most, both=True)
        least, most = parts.tighter(least, most, both=False)
        if (before - (most - least)).max(initial=0) < _STILL:
            break
    found: Booleans = most - least < width - 1e-6
    return found


class _Rows:
    """Sums or limits with entries of 1 and -1, sorted by cell."""

    def __init__(self, rows: Any, right: Floats) -> None:
        by_cell = rows.tocsc()
        self._row: Integers = by_cell.indices
        self._up: Booleans = by_cell.data > 0
        self._used = np.flatnonzero(np.diff(by_cell.indptr))
        self._start = by_cell.indptr[self._used]
        self._cell = np.repeat(np.arange(rows.shape[1]), np.diff(by_cell.indptr))
        self._right = right

    def tighter(
        self, least: Floats, most: Floats, *, both: bool
    ) -> tuple[Floats, Floats]:
        """The bounds after every row was looked at once; `both` for equations."""
        if not len(self._row):
            return least, most
        small = np.where(self._up, least[self._cell], -most[self._cell])
        large = np.where(self._up, most[self._cell], -least[self._cell])
        # What is left of the right side for an entry, given the others' bounds.
        top = (self._right - self._sum(small))[self._row] + small
        bottom = (self._right - self._sum(large))[self._row] + large
        if not both:
            bottom = np.full_like(top, -np.inf)
        high = np.where(self._up, top, -bottom)
        down = np.where(self._up, bottom, -top)
        least, most = least.copy(), most.copy()
        used = self._used
        most[used] = np.minimum(most[used], np.minimum.reduceat(high, self._start))
        least[used] = np.maximum(least[used], np.maximum.reduceat(down, self._start))
        return least, most

    def _sum(self, entries: Floats) -> Floats:
        total = np.bincount(self._row, weights=entries, minlength=len(self._right))
        return total.astype(np.float64)
