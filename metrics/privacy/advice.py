"""What else must be hidden for a count to be wide enough: the cheapest such counts.

All sums and limits are kept while a count is off by as much as is wanted. Hidden counts
move freely; a shown one that moves has a price, so that few of them do. Those that do
are what must be hidden.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from scipy import sparse

from metrics.privacy.lines import EXACT, Booleans
from metrics.privacy.proof import Block, Goal
from metrics.privacy.simplex import farthest
from metrics.privacy.system import Floats


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Rows over all cells of a block, shown and hidden: what their changes keep to.

    The first `sums` rows change by nothing, the others (a part less its whole) by at
    most what is `spare`.
    """

    rows: Any
    sums: int
    spare: Floats

    @cached_property
    def both_ways(self) -> Any:
        """The rows over what is added to each cell, and then over what is taken."""
        return sparse.hstack([self.rows, -self.rows]).tocsr()

    @property
    def least(self) -> Floats:
        """The least by which each row may change."""
        return np.where(np.arange(len(self.spare)) < self.sums, 0.0, -np.inf)


@dataclass(frozen=True, kw_only=True)
class Room:
    """How far each cell of a block may be off, down and up.

    `price` is what it costs for each child: nothing where the cell is hidden already.
    """

    down: Floats
    up: Floats
    price: Floats


def ground_of(block: Block) -> Ground:
    """The ground of a block. A part larger than its whole has nothing to spare."""
    lines, size = block.lines, len(block.value)
    sign = np.where(lines.total, -1.0, 1.0)
    shape = (lines.count, size)
    sums = sparse.csr_matrix((sign, (lines.line, lines.cell)), shape=shape)
    sums = sums[lines.holds == EXACT]
    part, whole = block.limits.T
    number, one = np.arange(len(part)), np.ones(len(part))
    shape = (len(part), size)
    parts = sparse.csr_matrix((one, (number, part)), shape=shape)
    parts -= sparse.csr_matrix((one, (number, whole)), shape=shape)
    spare = np.maximum(0, block.value[whole] - block.value[part])
    return Ground(
        rows=sparse.vstack([sums, parts]).tocsr(),
        sums=sums.shape[0],
        spare=np.concatenate([np.zeros(sums.shape[0]), spare]),
    )


def room_of(
    block: Block, hidden: Booleans, price: Floats, low: float, box: float
) -> Room:
    """The room of a block's cells: none for zeros and what an earlier edition told."""
    value = block.value.astype(np.float64)
    usable = ~block.known & (block.value > 0)
    return Room(
        down=np.where(usable, np.clip(value - low, 0.0, box), 0.0),
        up=np.where(usable, box, 0.0),
        price=np.where(hidden, 0.0, price),
    )


def moved_off(ground: Ground, goal: Goal, distance: float, room: Room) -> Floats | None:
    """All counts' changes when a goal is up by `distance` and few shown counts move.

    A negative distance is a way down. None if that cannot be, whatever is hidden.
    """
    size = len(room.up)
    signs = np.sign(distance) * goal.signs
    cells = np.concatenate([goal.cells, goal.cells + size])
    far = sparse.csr_matrix(
        (np.concatenate([signs, -signs]), (np.zeros_like(cells), cells)),
        shape=(1, 2 * size),
    )
    sides = (
        np.append(ground.least, abs(distance)),
        np.append(ground.spare, np.inf),
    )
    bounds = (np.zeros(2 * size), np.concatenate([room.up, room.down]))
    rows = sparse.vstack([ground.both_ways, far]).tocsr()
    try:
        found = farthest(-np.tile(room.price, 2), rows, sides, bounds)
    except RuntimeError:
        return None
    return np.asarray(found[:size] - found[size:], np.float64)
