"""Hides more cells until an attacker with a linear-programming solver finds nothing.

Two points that an attacker cannot exclude, far enough apart, prove that a cell is
safe; what is hidden later only adds to what cannot be excluded, so a proof stays. One
solution moves hundreds of cells at once, and a few dozen prove nearly all of a block.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy import sparse

from metrics.privacy.lines import Booleans, Integers, Lines
from metrics.privacy.outer import narrow
from metrics.privacy.policy import Policy
from metrics.privacy.suppress import closed
from metrics.privacy.system import Floats, System, system_of
from metrics.privacy.walk import Step, moved, steps_of

_TURNS, _RINGS, _SEED, _PATIENCE, _SLOW = 60, 6, 20, 1, 10
_FEW = 50
_TIES = (3, 5)


Way = partial[tuple[Step, ...]]


@dataclass(frozen=True, kw_only=True)
class Block:
    """Cells that are hidden jointly.

    `value` and `known` (told by an earlier edition) by cell; `pairs` are a part and
    its whole, whose remainder is secret too; `limits` are parts that are at most a
    whole, also of families that nearly overlap. Cells of one `table` hang together;
    `region` parts them further, and `spot` numbers place and group.
    """

    value: Integers
    known: Booleans
    lines: Lines
    pairs: Integers
    limits: Integers
    table: Integers
    region: Integers
    spot: Integers


@dataclass(frozen=True, kw_only=True)
class Proof:
    """How far apart points have been found, by cell and by remainder."""

    low: Floats
    high: Floats
    rest_low: Floats
    rest_high: Floats

    def widths(self) -> tuple[Floats, Floats]:
        return self.high - self.low, self.rest_high - self.rest_low

    def wider(self, block: Block, counts: Floats) -> "Proof":
        rest = _rest(block, counts)
        return Proof(
            low=np.minimum(self.low, counts), high=np.maximum(self.high, counts),
            rest_low=np.minimum(self.rest_low, rest),
            rest_high=np.maximum(self.rest_high, rest),
        )  # fmt: skip


def guarded(block: Block, hidden: Booleans, policy: Policy) -> Booleans:
    """`hidden` with as many more cells as it takes.

    Every hidden cell is at least `policy.width` wide for a reader who knows what is
    shown, and `policy.width_knowing` for one who knows that what is hidden is not
    zero. Where nothing else helps, all is hidden that no earlier edition told.
    """
    hidden = closed(block.lines, hidden, block.value, policy, block.known)
    draw = np.random.default_rng(_SEED)
    for low, width in ((0.0, policy.width), (1.0, policy.width_knowing)):
        proof = _nothing(block)
        for turn in range(_TURNS):
            hidden = _plainly_wide(block, hidden, low, width, policy)
            proof = _proven(block, hidden, proof, low, width, draw, first=turn == 0)
            stuck, rests = _unproven(block, hidden, proof, width, low)
            if not stuck.any() and not rests.any():
                break
            wanted = _wanted(block, stuck, rests)
            hidden = _one_more(block, hidden, wanted, policy)
            if (hidden | block.known).all():
                return hidden
        else:
            return hidden | ~block.known
    return hidden


def _plainly_wide(
    block: Block, hidden: Booleans, low: float, width: float, policy: Policy
) -> Booleans:
    """`hidden` with more cells, until no sum alone tells a cell too narrowly."""
    for _ in range(_TURNS):
        open_ = hidden & ~block.known
        system = system_of(block.lines, block.limits, open_, block.value)
        tight = np.zeros_like(hidden)
        tight[system.cells] = narrow(system, low=low, width=width, box=2 * width)
        if not tight.any():
            break
        hidden = _one_more(block, hidden, tight, policy)
        if (hidden | block.known).all():
            break
    return hidden


def _nothing(block: Block) -> Proof:
    value = block.value.astype(np.float64)
    rest = _rest(block, value)
    return Proof(low=value, high=value, rest_low=rest, rest_high=rest)


def _rest(block: Block, counts: Floats) -> Floats:
    pairs = block.pairs
    return np.asarray(counts[pairs[:, 1]] - counts[pairs[:, 0]], np.float64)


def _unproven(
    block: Block, hidden: Booleans, proof: Proof, width: float, low: float
) -> tuple[Booleans, Booleans]:
    """Cells, and remainders of two hidden cells, that are not known to be wide.

    A remainder is safe too where zero cannot be excluded.
    """
    cell, rest = proof.widths()
    near = 1e-6
    open_ = hidden & ~block.known
    both = open_[block.pairs].all(axis=1) & (low == 0)
    true = _rest(block, block.value.astype(np.float64))
    few = both & (true >= 1) & (true <= 2 * width) & (proof.rest_low > 0.5)
    return open_ & (cell < width - near), few & (rest < width - near)


def _proven(
    block: Block,
    hidden: Booleans,
    proof: Proof,
    low: float,
    width: float,
    draw: np.random.Generator,
    *,
    first: bool,
) -> Proof:
    """Points in many directions, until they hardly prove anything more.

    At `first` the counties of one region at a time, which is quick, then all places;
    later, when few cells are left, what is near those.
    """
    system = system_of(block.lines, block.limits, hidden & ~block.known, block.value)
    ways: list[Way] = [partial(_nearby, system, ties=ties) for ties in _TIES]
    if first:
        tables = (block.region, block.table)
        whole = [steps_of(system, each[system.cells]) for each in tables]
        ways = [*(partial(_all, steps) for steps in whole), *ways]
    for way in ways:
        idle, before = 0, 0
        while idle < _PATIENCE:
            stuck, rests = _unproven(block, hidden, proof, width, low)
            left = int(stuck.sum() + rests.sum())
            if not left:
                return proof
            if way.func is _all and left < len(system.cells) // _FEW:
                break
            idle = idle + 1 if 0 <= before - left <= left // _SLOW else 0
            before = left
            steps = way(_wanted(block, stuck, rests))
            weights = _direction(block, stuck, rests, width, low, draw)
            counts = block.value.astype(np.float64)
            counts[system.cells] = _point(
                system, steps, weights[system.cells], low, 2 * width
            )
            proof = proof.wider(block, counts)
    return proof


def _all(steps: tuple[Step, ...], wanted: Booleans) -> tuple[Step, ...]:
    """The same steps, whatever is wanted."""
    return steps


def _nearby(system: System, wanted: Booleans, *, ties: int) -> tuple[Step, ...]:
    """Cells that so many sums or limits tie to the wanted ones; others are held."""
    tied = sparse.vstack([abs(system.sums), abs(system.parts)]).tocsr()
    near = wanted[system.cells].astype(np.float64)
    for _ in range(ties):
        near = ((tied.T @ (tied @ near)) > 0).astype(np.float64)
    return steps_of(system, np.where(near > 0, 0, 1))[:1]


def _point(
    system: System,
    steps: tuple[Step, ...],
    weights: Floats,
    low: float,
    box: float,
) -> Floats:
    counts = system.truth
    for step in steps:
        if weights[step.columns].any():
            counts = moved(system, step, counts, weights, low, box)
    return counts


def _wanted(block: Block, stuck: Booleans, rests: Booleans) -> Booleans:
    """The cells behind what is not proven."""
    wanted = stuck.copy()
    wanted[block.pairs[rests]] = True
    return wanted


def _direction(
    block: Block,
    stuck: Booleans,
    rests: Booleans,
    width: float,
    low: float,
    draw: np.random.Generator,
) -> Floats:
    """Random weights: up, or down the more often the larger a count is.

    All counts of a place and group are pushed alike, as a whole limits its part.
    """
    value = block.value.astype(np.float64)
    force = draw.random(int(block.spot.max()) + 1)[block.spot]
    down = np.minimum(0.5, (value - low) / (2 * width))
    signs = np.where(draw.random(len(force)) < down, -1.0, 1.0)
    weights = signs * stuck
    inner, outer = block.pairs[rests, 0], block.pairs[rests, 1]
    weights[outer], weights[inner] = signs[outer], -signs[outer]
    return np.asarray(weights * force, np.float64)


def _one_more(
    block: Block, hidden: Booleans, stuck: Booleans, policy: Policy
) -> Booleans:
    """For each narrow cell the cheapest shown cell of its lines, and lines closed.

    If all of their lines are hidden, the lines around those are looked at.
    """
    lines = block.lines
    usable = (~hidden & ~block.known & (block.value > 0))[lines.cell]
    members = np.flatnonzero(usable)
    numbers, first = np.unique(lines.line[members], return_index=True)
    cheapest = np.full(lines.count, -1, np.int64)
    cheapest[numbers] = members[first]
    for _ in range(_RINGS):
        chosen = _chosen(lines, stuck, cheapest)
        if len(chosen):
            more = hidden.copy()
            more[chosen] = True
            return closed(lines, more, block.value, policy, block.known)
        stuck = _around(lines, block.limits, hidden, stuck)
    return hidden | ~block.known


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


def _chosen(lines: Lines, stuck: Booleans, cheapest: Integers) -> Integers:
    """For each narrow cell the cheapest member that is left in any of its lines."""
    of = np.flatnonzero(stuck[lines.cell] & (cheapest[lines.line] >= 0))
    best = cheapest[lines.line[of]]
    order = np.lexsort((best, lines.cost[best], lines.cell[of]))
    _, first = np.unique(lines.cell[of][order], return_index=True)
    return np.unique(lines.cell[best[order][first]])
