"""The attack: how narrowly hidden counts can be placed by linear programming.

Any two points that satisfy what is known show how far apart a count may at least lie.
Small pieces are solved as a whole. Of large ones a part moves at a time: most counts
are cleared together by walks in random directions; the rest one by one, by points from
inside and by bounds from outside. What is not proven to be wide counts as narrow.
"""

import numpy as np

from metrics.privacy.audit.knowledge import Known
from metrics.privacy.audit.near import Ground, ground_of
from metrics.privacy.audit.outside import outside
from metrics.privacy.audit.parts import finish, middle, partitions, walk
from metrics.privacy.audit.seen import EXACT, Seen
from metrics.privacy.audit.walk import rows_of
from metrics.privacy.audit.whole import Contradiction, Found, attack_whole

__all__ = ["SMALL", "Contradiction", "Found", "attack", "attack_both"]

# Up to so many hidden counts a piece is solved as a whole.
SMALL = 2_000
_SEED = 11
# So many counts moved for one cleared are worth a walk: far less, and hardly less,
# than looking at one count by itself costs.
_ROUGH, _FINE = 250, 2_500


def attack(known: Known, *, low: float, width: float, small: int = SMALL) -> Found:
    """Intervals of all hidden counts; `low` is what a hidden count at least is.

    Raises Contradiction if what was published cannot all be true.
    """
    if known.size <= small or not np.isfinite(width):
        return attack_whole(known, low=low, width=width)
    draw = np.random.default_rng(_SEED)
    ways = partitions(known.slots)
    ground, seen = _start(known, low)
    centre = middle(ground, seen, ways, width, draw)
    centre = walk(ground, seen, centre, ways, width, _FINE, draw)
    finish(known, ground, seen, centre, width)
    return seen.found()


def attack_both(
    known: Known, *, knowing: float, small: int = SMALL
) -> tuple[Found, Found | None]:
    """By who knows what is shown, and by who knows that nothing hidden is zero.

    What the second cannot exclude the first cannot either, so the walk of the second
    serves both; `knowing` is how wide its intervals have to be. None for the second
    where something hidden must be zero. Raises Contradiction as `attack` does.
    """
    if known.size <= small:
        return attack(known, low=0.0, width=known.width), _knowing(known, knowing)
    draw = np.random.default_rng(_SEED)
    ways = partitions(known.slots)
    ground, other = _start(known, 1.0)
    try:
        centre = middle(ground, other, ways, known.width, draw)
    except Contradiction:
        return attack(known, low=0.0, width=known.width, small=small), None
    centre = walk(ground, other, centre, ways, known.width, _ROUGH, draw)
    centre = walk(ground, other, centre, ways, knowing, _FINE, draw)
    finish(known, ground, other, centre, EXACT)
    ground, one = _start(known, 0.0)
    one.also(other)
    centre = walk(ground, one, centre, ways, known.width, _FINE, draw)
    finish(known, ground, one, centre, known.width)
    return one.found(), other.found()


def _start(known: Known, low: float) -> tuple[Ground, Seen]:
    rows = rows_of(known, low)
    bounds = outside(rows)
    return ground_of(rows, bounds), Seen(known, rows, bounds)


def _knowing(known: Known, width: float) -> Found | None:
    try:
        return attack_whole(known, low=1.0, width=width)
    except Contradiction:
        # Something hidden is zero, as an earlier edition hid it.
        return None
