"""A reader who attacks a block, and the points that this reader cannot exclude.

Points are looked for part by part, as `ways` divides the block; what is left is pushed
all together, and at the end moved one by one, which tells what more must be hidden.
"""

from dataclasses import dataclass
from math import inf

import numpy as np

from metrics.privacy.advice import Ground, moved_off, room_of
from metrics.privacy.lines import Booleans
from metrics.privacy.proof import NEAR, Aim, Block, Goal, Open, Proof, goals, unproven
from metrics.privacy.system import Floats, System, system_of
from metrics.privacy.walk import Step, moved
from metrics.privacy.ways import Search

# All together are pushed while no more than this share of them is left.
_MANY = 0.9
# Points are looked for within so many times the width: many cells move a little.
BOX = 2.0


@dataclass(frozen=True, kw_only=True)
class Look:
    """What is still to be hidden: cells that free others, and cells nothing frees."""

    more: Booleans
    helpless: Booleans

    @property
    def nothing(self) -> bool:
        """Whether all that is hidden is wide enough."""
        return not (self.more.any() or self.helpless.any())


@dataclass(kw_only=True)
class Reader:
    """What somebody who attacks a block cannot exclude, as far as it was looked for.

    `price` is what hiding each cell costs.
    """

    block: Block
    ground: Ground
    aim: Aim
    proof: Proof
    price: Floats
    draw: np.random.Generator

    def look(self, hidden: Booleans) -> Look:
        """Look for points until they hardly prove anything more, then one by one."""
        block = self.block
        system = system_of(
            block.lines, block.limits, hidden & ~block.known, block.value
        )
        open_ = self._open(hidden)
        search = Search(block=block, system=system, left=open_.count)
        while open_.count:
            chosen = search.next(open_.wanted(block)[system.cells])
            if chosen is None:
                break
            way, steps = chosen
            self._move(system, steps, self._direction(open_)[system.cells])
            before, open_ = open_.count, self._open(hidden)
            search.learn(way, steps, before - open_.count)
        self._all_together(hidden, search)
        return self._one_by_one(hidden)

    def _one_by_one(self, hidden: Booleans) -> Look:
        """Move each count that is left as far as is wanted, and see what it takes."""
        more, helpless = np.zeros_like(hidden), np.zeros_like(hidden)
        for goal in goals(self._open(hidden), self.block):
            changed = self._changed(hidden | more, goal)
            helpless[goal.cells] |= changed is None
            more |= False if changed is None else changed & ~hidden
        return Look(more=more, helpless=helpless)

    def _changed(self, hidden: Booleans, goal: Goal) -> Booleans | None:
        """What must move for a goal to be wide; None if nothing makes it so."""
        width = self.aim.width
        down, up = goal.extent(self.block, self.proof)
        if down + up >= width - NEAR:
            return np.zeros_like(hidden)
        room = room_of(self.block, hidden, self.price, self.aim.low, BOX * width)
        for distance in (width - down, up - width):
            changes = moved_off(self.ground, goal, distance, room)
            if changes is not None:
                self._see(changes)
                return np.asarray(abs(changes) > NEAR, np.bool_)
        return None

    def _all_together(self, hidden: Booleans, search: Search) -> None:
        """Push all that is left with every cell of its table, while that frees many."""
        before, open_ = inf, self._open(hidden)
        while 0 < open_.count <= _MANY * before:
            before = open_.count
            weights = self._direction(open_)[search.system.cells]
            self._move(search.system, search.tables(), weights)
            open_ = self._open(hidden)

    def _open(self, hidden: Booleans) -> Open:
        return unproven(self.block, hidden, self.proof, self.aim)

    def _move(self, system: System, steps: tuple[Step, ...], weights: Floats) -> None:
        """One more point: from the truth along `weights`, a step after the other."""
        counts, changes = system.truth, np.zeros(len(self.block.value))
        for step in steps:
            if weights[step.columns].any():
                box = BOX * self.aim.width
                counts = moved(system, step, counts, weights, self.aim.low, box)
        changes[system.cells] = counts - system.truth
        self._see(changes)

    def _see(self, changes: Floats) -> None:
        """One more point that cannot be excluded: so far from the truth."""
        self.proof = self.proof.wider(self.block, self.block.value + changes)

    def _direction(self, open_: Open) -> Floats:
        """Random weights: up, or down the more often the larger a count is.

        All counts of a place and group are pushed alike, as a whole limits its part.
        """
        block, aim = self.block, self.aim
        value = block.value.astype(np.float64)
        force = self.draw.random(int(block.spot.max()) + 1)[block.spot]
        down = np.minimum(0.5, (value - aim.low) / (2 * aim.width))
        signs = np.where(self.draw.random(len(force)) < down, -1.0, 1.0)
        weights = signs * open_.cells
        inner, outer = block.pairs[open_.rests, 0], block.pairs[open_.rests, 1]
        weights[outer], weights[inner] = signs[outer], -signs[outer]
        return np.asarray(weights * force, np.float64)
