"""Walks among the counts that an attacker cannot exclude, a table at a time.

With the other tables held, what ties tables together (a part is at most its whole, a
pool at least each of its years) only limits single cells, and what is left is a small
problem of sums. Every point on the way satisfies everything that is known.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog

from metrics.privacy.lines import Integers
from metrics.privacy.system import Floats, System


@dataclass(frozen=True, kw_only=True)
class Step:
    """One table: its columns of the system, its sums, and what limits it.

    `single` rows of the parts hold one of its cells each (`cell`, `sign`), `several`
    rows more than one.
    """

    columns: Integers
    sums: Any
    single: Integers
    cell: Integers
    sign: Floats
    several: Integers
    tied: Any


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
    alone = tied[single]
    return Step(
        columns=columns, sums=own[np.diff(own.indptr) > 0], single=single,
        cell=alone.indices.astype(np.int64), sign=alone.data,
        several=several, tied=tied[several],
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
    # A point on its limit may lie a rounding error beyond it.
    bounds = np.column_stack([np.minimum(least, here), np.maximum(most, here)])
    found = linprog(
        -weights[step.columns],
        A_ub=step.tied if len(step.several) else None,
        b_ub=room[step.several] + step.tied @ here if len(step.several) else None,
        A_eq=step.sums if step.sums.shape[0] else None,
        b_eq=step.sums @ here if step.sums.shape[0] else None,
        bounds=bounds,
        method="highs",
    )
    if found.status != 0:
        raise RuntimeError(f"the attack could not be worked out: {found.message}")
    after = counts.copy()
    after[step.columns] = found.x
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
