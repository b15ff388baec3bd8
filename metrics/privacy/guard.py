"""Hides more cells until an attacker with a linear-programming solver finds nothing.

Two points that an attacker cannot exclude, far enough apart, prove that a cell is
safe; what is hidden later only adds to what cannot be excluded, so a proof stays. One
solution moves hundreds of cells at once, and a few dozen prove nearly all of a block.
"""

import numpy as np

from metrics.privacy.advice import Ground, ground_of
from metrics.privacy.lines import Booleans, Integers, Lines
from metrics.privacy.outer import narrow
from metrics.privacy.policy import Policy
from metrics.privacy.proof import Aim, Block, nothing
from metrics.privacy.reader import BOX, Reader
from metrics.privacy.suppress import closed
from metrics.privacy.system import Floats, system_of

_TURNS, _RINGS, _SEED = 60, 6, 20


def guarded(block: Block, hidden: Booleans, policy: Policy) -> Booleans:
    """`hidden` with as many more cells as it takes.

    Every hidden cell is at least `policy.width` wide for a reader who knows what is
    shown, and `policy.width_knowing` for one who knows that what is hidden is not
    zero. Where nothing else helps, all is hidden that no earlier edition told.
    """
    hidden = closed(block.lines, hidden, block.value, policy, block.known)
    ground = ground_of(block)
    readers = [_reader(block, ground, aim) for aim in _aims(policy)]
    for _ in range(_TURNS):
        before = hidden
        for reader in readers:
            hidden = _at_rest(block, hidden, reader, policy)
        # What is hidden for one reader must be wide for the other too.
        if (hidden == before).all():
            return hidden
    return hidden | ~block.known


def _aims(policy: Policy) -> tuple[Aim, ...]:
    return (
        Aim(low=0.0, width=policy.width),
        Aim(low=1.0, width=policy.width_knowing),
    )


def _reader(block: Block, ground: Ground, aim: Aim) -> Reader:
    return Reader(
        block=block,
        ground=ground,
        aim=aim,
        proof=nothing(block),
        price=(1 + np.log1p(_cost_of(block.lines, len(block.value)))) ** 2,
        draw=np.random.default_rng(_SEED),
    )


def _at_rest(
    block: Block, hidden: Booleans, reader: Reader, policy: Policy
) -> Booleans:
    """`hidden` with more cells, until all are wide enough for one reader."""
    for _ in range(_TURNS):
        hidden = _plainly_wide(block, hidden, reader.aim, policy)
        look = reader.look(hidden)
        if look.nothing or (hidden | block.known).all():
            return hidden
        more = hidden | look.more
        if look.helpless.any():
            more |= _one_more(block, hidden, look.helpless, policy)
        hidden = closed(block.lines, more, block.value, policy, block.known)
    return hidden | ~block.known


def _plainly_wide(block: Block, hidden: Booleans, aim: Aim, policy: Policy) -> Booleans:
    """`hidden` with more cells, until no sum alone tells a cell too narrowly."""
    for _ in range(_TURNS):
        open_ = hidden & ~block.known
        system = system_of(block.lines, block.limits, open_, block.value)
        tight = np.zeros_like(hidden)
        tight[system.cells] = narrow(
            system, low=aim.low, width=aim.width, box=BOX * aim.width
        )
        if not tight.any():
            break
        hidden = _one_more(block, hidden, tight, policy)
        if (hidden | block.known).all():
            break
    return hidden


def _one_more(
    block: Block, hidden: Booleans, stuck: Booleans, policy: Policy
) -> Booleans:
    """For each narrow cell the cheapest shown cell of its lines, and lines closed.

    Where all of a cell's lines are hidden, the lines around those are looked at.
    """
    lines = block.lines
    usable = (~hidden & ~block.known & (block.value > 0))[lines.cell]
    members = np.flatnonzero(usable)
    numbers, first = np.unique(lines.line[members], return_index=True)
    cheapest = np.full(lines.count, -1, np.int64)
    cheapest[numbers] = members[first]
    chosen, rest = _chosen(lines, stuck, cheapest)
    cost = _cost_of(lines, len(hidden))
    far = [
        _farther(block, hidden, cell, cheapest, cost)
        for cell in np.flatnonzero(rest).tolist()
    ]
    chosen = np.concatenate([chosen, *far])
    if not len(chosen):
        return hidden | ~block.known
    more = hidden.copy()
    more[chosen] = True
    return closed(lines, more, block.value, policy, block.known)


def _farther(
    block: Block, hidden: Booleans, cell: int, cheapest: Integers, cost: Floats
) -> Integers:
    """The cheapest shown cell of the lines nearest to a cell, or none."""
    around = np.zeros(len(hidden), np.bool_)
    around[cell] = True
    for _ in range(_RINGS):
        around = _around(block.lines, block.limits, hidden, around)
        chosen, _ = _chosen(block.lines, around, cheapest)
        if len(chosen):
            return chosen[[int(np.argmin(cost[chosen]))]]
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
    lines: Lines, stuck: Booleans, cheapest: Integers
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
    return np.unique(lines.cell[best[order][first]]), rest
