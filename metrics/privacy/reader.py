"""A reader who attacks a block, and the points that this reader cannot exclude.

Points are looked for part by part, as `ways` divides the block; what is left is pushed
all together and at the end one by one.
"""

from dataclasses import dataclass
from math import inf

import numpy as np

from metrics.privacy.lines import Booleans
from metrics.privacy.proof import Aim, Block, Open, Proof, unproven
from metrics.privacy.system import Floats, System, system_of
from metrics.privacy.walk import Step, moved
from metrics.privacy.ways import Search

# Unless hiding more helps so much by itself, what is left is looked at one by one.
_SLOW = 0.7
# All together are pushed while no more than this share of them is left.
_MANY = 0.9
# How hard the others are pushed while one cell is.
_ASIDE = 0.05
# Points are looked for within so many times the width: many cells move a little.
BOX = 2.0


@dataclass(kw_only=True)
class Reader:
    """What somebody who attacks a block cannot exclude, as far as it was looked for.

    `left` is how much was not proven the last time.
    """

    block: Block
    aim: Aim
    proof: Proof
    draw: np.random.Generator
    left: int = 0

    def look(self, hidden: Booleans) -> Open:
        """Look for points until they hardly prove anything more; what is left open."""
        block = self.block
        system = system_of(
            block.lines, block.limits, hidden & ~block.known, block.value
        )
        open_ = self._open(hidden)
        search = Search(block=block, system=system, left=open_.count)
        while open_.count:
            chosen = search.next(open_.wanted(block)[system.cells])
            if chosen is None:
                slow, self.left = open_.count > _SLOW * self.left, open_.count
                return self._one_by_one(hidden, search) if slow else open_
            way, steps = chosen
            self._move(system, steps, self._direction(open_)[system.cells])
            before, open_ = open_.count, self._open(hidden)
            search.learn(way, steps, before - open_.count)
        return open_

    def _one_by_one(self, hidden: Booleans, search: Search) -> Open:
        """Push each cell that is left up and down, with what is around it."""
        system, open_ = search.system, self._all_together(hidden, search)
        for cell in np.flatnonzero(open_.wanted(self.block)[system.cells]).tolist():
            for sign in (1.0, -1.0):
                open_ = self._open(hidden)
                if open_.wanted(self.block)[system.cells[cell]]:
                    weights = _ASIDE * self._direction(open_)[system.cells]
                    weights[cell] = sign
                    self._move(system, search.around(cell), weights)
        return self._open(hidden)

    def _all_together(self, hidden: Booleans, search: Search) -> Open:
        """Push all that is left with every cell of its table, while that frees many."""
        before, open_ = inf, self._open(hidden)
        while 0 < open_.count <= _MANY * before:
            before = open_.count
            weights = self._direction(open_)[search.system.cells]
            self._move(search.system, search.tables(), weights)
            open_ = self._open(hidden)
        return open_

    def _open(self, hidden: Booleans) -> Open:
        return unproven(self.block, hidden, self.proof, self.aim)

    def _move(self, system: System, steps: tuple[Step, ...], weights: Floats) -> None:
        """One more point: from the truth along `weights`, a step after the other."""
        counts = system.truth
        for step in steps:
            if weights[step.columns].any():
                box = BOX * self.aim.width
                counts = moved(system, step, counts, weights, self.aim.low, box)
        every = self.block.value.astype(np.float64)
        every[system.cells] = counts
        self.proof = self.proof.wider(self.block, every)

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
