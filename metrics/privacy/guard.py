"""Hides more cells until an attacker with a linear-programming solver finds nothing.

Two points that an attacker cannot exclude, far enough apart, prove that a cell is
safe; what is hidden later only adds to what cannot be excluded, so a proof stays. One
solution moves hundreds of cells at once, and a few dozen prove nearly all of a block.
"""

from dataclasses import dataclass
from math import inf

import numpy as np

from metrics.privacy.lines import Booleans, Integers, Lines
from metrics.privacy.outer import narrow
from metrics.privacy.policy import Policy
from metrics.privacy.proof import Aim, Block, Open, Proof, nothing, unproven
from metrics.privacy.suppress import closed
from metrics.privacy.system import Floats, System, system_of
from metrics.privacy.walk import Step, moved
from metrics.privacy.ways import Search

_TURNS, _RINGS, _SEED = 60, 6, 20
# So many turns hide one more cell for a narrow one; later ones hide one more a line.
_PATIENT = 3
# Unless hiding more helps so much by itself, what is left is looked at one by one.
_SLOW = 0.7
# All together are pushed while no more than this share of them is left.
_MANY = 0.9
# How hard the others are pushed while one cell is.
_ASIDE = 0.05
# Points are looked for within so many times the width: many cells move a little.
_BOX = 2.0


def guarded(block: Block, hidden: Booleans, policy: Policy) -> Booleans:
    """`hidden` with as many more cells as it takes.

    Every hidden cell is at least `policy.width` wide for a reader who knows what is
    shown, and `policy.width_knowing` for one who knows that what is hidden is not
    zero. Where nothing else helps, all is hidden that no earlier edition told.
    """
    hidden = closed(block.lines, hidden, block.value, policy, block.known)
    for aim in (
        Aim(low=0.0, width=policy.width),
        Aim(low=1.0, width=policy.width_knowing),
    ):
        found = _Found(
            block=block,
            aim=aim,
            proof=nothing(block),
            draw=np.random.default_rng(_SEED),
        )
        for turn in range(_TURNS):
            hidden = _plainly_wide(block, hidden, aim, policy)
            open_ = found.look(hidden)
            if not open_.count:
                break
            wanted = open_.wanted(block)
            if turn:
                hidden = hidden | _partners(block, hidden, wanted)
            every = turn >= _PATIENT
            hidden = _one_more(block, hidden, wanted, policy, every=every)
            if (hidden | block.known).all():
                return hidden
        else:
            return hidden | ~block.known
    return hidden


@dataclass(kw_only=True)
class _Found:
    """What the points that were found prove to one reader."""

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
                box = _BOX * self.aim.width
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


def _plainly_wide(block: Block, hidden: Booleans, aim: Aim, policy: Policy) -> Booleans:
    """`hidden` with more cells, until no sum alone tells a cell too narrowly."""
    for _ in range(_TURNS):
        open_ = hidden & ~block.known
        system = system_of(block.lines, block.limits, open_, block.value)
        tight = np.zeros_like(hidden)
        tight[system.cells] = narrow(
            system, low=aim.low, width=aim.width, box=_BOX * aim.width
        )
        if not tight.any():
            break
        hidden = _one_more(block, hidden, tight, policy)
        if (hidden | block.known).all():
            break
    return hidden


def _one_more(
    block: Block,
    hidden: Booleans,
    stuck: Booleans,
    policy: Policy,
    *,
    every: bool = False,
) -> Booleans:
    """For each narrow cell the cheapest shown cell of its lines, and lines closed.

    With `every` the cheapest one of each of its lines. Where all of a cell's lines are
    hidden, the lines around those are looked at.
    """
    lines = block.lines
    usable = (~hidden & ~block.known & (block.value > 0))[lines.cell]
    members = np.flatnonzero(usable)
    numbers, first = np.unique(lines.line[members], return_index=True)
    cheapest = np.full(lines.count, -1, np.int64)
    cheapest[numbers] = members[first]
    chosen, rest = _chosen(lines, stuck, cheapest, every=every)
    far = [
        _farther(block, hidden, cell, cheapest)
        for cell in np.flatnonzero(rest).tolist()
    ]
    chosen = np.concatenate([chosen, *far])
    if not len(chosen):
        return hidden | ~block.known
    more = hidden.copy()
    more[chosen] = True
    return closed(lines, more, block.value, policy, block.known)


def _partners(block: Block, hidden: Booleans, stuck: Booleans) -> Booleans:
    """Shown parts and wholes of narrow cells: what is shown limits them closely."""
    found = np.zeros(len(hidden), np.bool_)
    found[block.limits[stuck[block.limits].any(axis=1)]] = True
    return found & ~hidden & ~block.known & (block.value > 0)


def _farther(block: Block, hidden: Booleans, cell: int, cheapest: Integers) -> Integers:
    """The cheapest shown cell of the lines nearest to a cell, or none."""
    around = np.zeros(len(hidden), np.bool_)
    around[cell] = True
    for _ in range(_RINGS):
        around = _around(block.lines, block.limits, hidden, around)
        chosen, _ = _chosen(block.lines, around, cheapest)
        if len(chosen):
            cost = _cost_of(block.lines, len(hidden))[chosen]
            return chosen[[int(np.argmin(cost))]]
    return np.zeros(0, np.int64)


def _cost_of(lines: Lines, size: int) -> Floats:
    cost = np.full(size, np.inf)
    np.minimum.at(cost, lines.cell, lines.cost)
    return cost


def _around(
    lines: Lines, pairs: Integers, hidden: Booleans, stuck: Booleans
) -> Booleans:
    """These cells, and the hidden ones that share a line or a whole with them."""
    touched = np.zeros(lines.count, np.bool_)
    touched[lines.line[stuck[lines.cell]]] = True
    wider = stuck.copy()
    wider[lines.cell[touched[lines.line] & hidden[lines.cell]]] = True
    wider[pairs[stuck[pairs].any(axis=1)]] = True
    return wider


def _chosen(
    lines: Lines, stuck: Booleans, cheapest: Integers, *, every: bool = False
) -> tuple[Integers, Booleans]:
    """For each narrow cell the cheapest member left in any of its lines; the cells of
    whose lines none is left.
    """
    of = np.flatnonzero(stuck[lines.cell] & (cheapest[lines.line] >= 0))
    best = cheapest[lines.line[of]]
    order = np.lexsort((best, lines.cost[best], lines.cell[of]))
    served, first = np.unique(lines.cell[of][order], return_index=True)
    rest = stuck.copy()
    rest[served] = False
    best = best if every else best[order][first]
    return np.unique(lines.cell[best]), rest
