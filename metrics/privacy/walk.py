"""Walks among the counts that an attacker cannot exclude, a table at a time.

With the other tables held, what ties tables together (a part is at most its whole, a
pool at least each of its years) only limits single cells, and what is left is a small
problem of sums. Every point on the way satisfies everything that is known.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from metrics.privacy.lines import Integers
from metrics.privacy.simplex import farthest
from metrics.privacy.system import Floats, System


@dataclass(frozen=True, kw_only=True)
class Step:
    """One table: its columns of the system, its rows, and what limits single cells.

    The first `sums` of the `rows` are sums, the others parts with more than one of its
    cells (`several`); `single` parts hold one each (`cell`, `sign`).
    """

    columns: Integers
    rows: Any
    sums: int
    several: Integers
    single: Integers
    cell: Integers
    sign: Floats


def steps_of(system: System, table: Integers) -> tuple[Step, ...]:
    """The tables of a system; `table` numbers them by cell from 0, and holds others."""
    order = np.argsort(table, kind="stable")
    numbers, first = np.unique(table[order], return_index=True)
    tables = np.split(order, first[1:])
    return tuple(
        step_of(system, columns)
        for number, columns in zip(numbers.tolist(), tables, strict=True)
        if number >= 0
    )


def step_of(system: System, columns: Integers) -> Step:
    """The table of these columns of a system, all others held."""
    sums, parts = system.by_column
    own, tied = sums[:, columns].tocsr(), parts[:, columns].tocsr()
    held = np.diff(tied.indptr)
    single, several = np.flatnonzero(held == 1), np.flatnonzero(held > 1)
    alone, own = tied[single], own[np.diff(own.indptr) > 0]
    return Step(
        columns=columns, rows=sparse.vstack([own, tied[several]]).tocsr(),
        sums=own.shape[0], several=several, single=single,
        cell=alone.indices.astype(np.int64), sign=alone.data,
    )  # fmt: skip


def moved(
    system: System, step: Step, counts: Floats, weights: Floats, low: float, box: float
) -> Floats:
    """`counts` with one table moved as far along `weights` as nothing forbids.

    It stays within `box` of the truth, so that many cells move instead of a few far.
    Raises RuntimeError if the solver fails.
    """
    here = counts[step.columns]
    truth = system.truth[step.columns]
    least, most = np.maximum(low, truth - box), truth + box
    room = system.room - system.parts @ counts
    least, most = _limited(step, here, room, least, most)
    now = step.rows @ here
    most_of = now.copy()
    most_of[step.sums :] += room[step.several]
    least_of = np.where(np.arange(len(now)) < step.sums, now, -np.inf)
    after = counts.copy()
    after[step.columns] = farthest(
        weights[step.columns],
        step.rows,
        (least_of, most_of),
        # A point on its limit may lie a rounding error beyond it.
        (np.minimum(least, here), np.maximum(most, here)),
    )
    return after


def _limited(
    step: Step, here: Floats, room: Floats, least: Floats, most: Floats
) -> tuple[Floats, Floats]:
    """Bounds of single cells where the other cell of a limit is held."""
    up = step.sign > 0
    to = here[step.cell] + room[step.single] * step.sign
    least, most = least.copy(), most.copy()
    np.minimum.at(most, step.cell[up], to[up])
    np.maximum.at(least, step.cell[~up], to[~up])
    return least, most
