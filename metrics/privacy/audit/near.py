"""Counts that share a sum or limit: a ring around one, and rings around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from metrics.privacy.audit.limits import Floats, Integers
from metrics.privacy.audit.outside import Bounds, bounded
from metrics.privacy.audit.seen import Seen
from metrics.privacy.audit.walk import Booleans, Rows, lean, moved, part_of

_LEAST, _TIMES, _REACH = 120, 3, 20.0


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A piece to walk in: its rows without those that follow, by row and by column."""

    rows: Rows
    bounds: Bounds
    by_column: Any
    touched: Any

    def around(self, counts: Booleans) -> Booleans:
        """These counts and all that share a row with one of them."""
        rows = (self.touched @ counts.astype(np.float64) > 0).astype(np.float64)
        return np.asarray((self.touched.T @ rows > 0) | counts)


def ground_of(rows: Rows, bounds: Bounds) -> Ground:
    """The rows of a piece, ready for walking."""
    few = lean(rows)
    return Ground(rows=few, bounds=bounds, by_column=few.matrix.tocsc(),
                  touched=abs(few.matrix).tocsr())  # fmt: skip


def _growing(ground: Ground, start: Booleans, region: Integers) -> Iterator[Integers]:
    """Ever larger neighbourhoods: each ring first within the region, then everywhere.

    Small ones are passed over: a program of a hundred counts costs hardly more.
    """
    now, last = ground.around(start), 0
    home = np.isin(region, np.unique(region[start]))
    while True:
        wider = ground.around(now)
        end = int(wider.sum()) == int(now.sum())
        for each in (now, now | (wider & home)):
            size = int(each.sum())
            if size >= max(_LEAST, _TIMES * last) or (end and size > last):
                yield np.flatnonzero(each)
                last = size
        if end:
            return
        now = wider


def place(
    ground: Ground,
    seen: Seen,
    form: int,
    centre: Floats,
    width: float,
    region: Integers,
    largest: int,
) -> None:
    """Look at one form from inside and outside, ever further around, until it is clear.

    Neighbourhoods of more than `largest` counts are not looked at.
    """  # fmt: skip
    chosen = np.arange(len(seen.least)) == form
    goal = seen.forms[[form]].toarray()[0]
    for columns in _growing(ground, seen.columns(chosen), region):
        if len(columns) > largest:
            return
        part = part_of(ground.by_column, columns)
        for sign in (-1.0, 1.0):
            weights = sign * goal[columns]
            seen.see(moved(ground.rows, part, centre, weights, max(_REACH, 2 * width)))
        if seen.open(width)[form]:
            seen.bound(
                form, *bounded(ground.rows, ground.bounds, columns, goal[columns])
            )
        if not seen.open(width)[form]:
            return
