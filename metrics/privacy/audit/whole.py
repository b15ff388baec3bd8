"""A small piece attacked as a whole: every program holds all of its hidden counts.

Any two solutions of what is known show how far apart a count may at least lie. Most
counts are cleared together by solutions in random directions; each of the rest gets
its smallest and largest possible value worked out exactly.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from metrics.privacy.audit.knowledge import Known
from metrics.privacy.audit.limits import Floats
from metrics.privacy.audit.solver import Unsolved, smallest

_SEED, _CENTRES, _BOX, _IDLE = 11, 3, 60.0, 4
_NEAR = 1e-6


class Contradiction(Exception):
    """Published figures that cannot all be true."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What an attacker knows of each hidden count: at least `width` wide.

    `low` and `high` are the exact limits where `exact`; elsewhere they are two values
    that cannot be excluded. `rest_low` and `rest_high` are the same for remainders,
    none of which is less than `rest_floor`.
    """

    low: Floats
    high: Floats
    exact: npt.NDArray[np.bool_]
    rest_low: Floats
    rest_high: Floats
    rest_floor: Floats

    @property
    def widths(self) -> Floats:
        return self.high - self.low

    def rests_told(self, width: float) -> npt.NDArray[np.bool_]:
        """Which remainders are known to be small and not zero."""
        told = (self.rest_low > 0.5) & (self.rest_floor <= width)
        return told & (self.rest_high - self.rest_low < width - _NEAR)


def attack_whole(known: Known, *, low: float, width: float) -> Found:
    """Intervals of all hidden counts; `low` is what a hidden count at least is.

    Raises Contradiction if what was published cannot all be true.
    """
    draw = np.random.default_rng(_SEED)
    centre = _centre(known, low, draw)
    found = _spread(known, centre, low, width, draw)
    return _exact(known, found, low, width)


def solve(
    known: Known,
    goal: Floats,
    least: Floats | float,
    most: Floats | float | None,
    *,
    large: bool = False,
) -> Floats:
    """The solution at which `goal` is smallest; `large` pieces are shrunk first."""
    size = known.size
    top = np.full(size, np.inf) if most is None else np.broadcast_to(most, size)
    right = np.concatenate([known.total, known.room])
    rows = sparse.vstack([known.sums, known.parts])
    equal = np.arange(len(right)) < len(known.total)
    try:
        return smallest(
            goal, rows, right, equal, (np.broadcast_to(least, size), top),
            shrink=large,
        )  # fmt: skip
    except Unsolved as problem:
        if problem.endless:
            return np.full(size, np.inf)
        raise Contradiction(str(problem)) from problem


def _centre(known: Known, low: float, draw: np.random.Generator) -> Floats:
    points = [
        solve(known, draw.uniform(0.1, 1.0, known.size), low, None)
        for _ in range(_CENTRES)
    ]
    return np.asarray(np.mean(points, axis=0), np.float64)


def _spread(
    known: Known, centre: Floats, low: float, width: float, draw: np.random.Generator
) -> Found:
    """Solutions around the centre until they hardly clear anything more."""
    least, most = np.maximum(low, centre - _BOX), centre + _BOX
    high, down = centre.copy(), centre.copy()
    rest = known.rests @ centre
    rest_low, rest_high = rest.copy(), rest.copy()
    idle, before = 0, known.size + 1
    while idle < _IDLE:
        tight = high - down < width - _NEAR
        close = (rest_high - rest_low < width - _NEAR) & (rest_low > 0.5)
        left = int(tight.sum() + close.sum())
        if not left:
            break
        idle = idle + 1 if before - left <= left // 50 else 0
        before = left
        goal = _goal(known, tight, close, (centre - low) / width, draw)
        point = solve(known, goal, least, most)
        high, down = np.maximum(high, point), np.minimum(down, point)
        rest = known.rests @ point
        rest_low, rest_high = np.minimum(rest_low, rest), np.maximum(rest_high, rest)
    exact = np.zeros(known.size, np.bool_)
    return Found(low=down, high=high, exact=exact, rest_low=rest_low,
                 rest_high=rest_high, rest_floor=rest_low)  # fmt: skip


def _goal(
    known: Known,
    tight: npt.NDArray[np.bool_],
    close: npt.NDArray[np.bool_],
    above: Floats,
    draw: np.random.Generator,
) -> Floats:
    """Counts are pushed up, or down the more often the larger they are."""
    force = draw.random(known.size)
    sign = np.where(draw.random(known.size) < np.minimum(0.5, above / 2), 1.0, -1.0)
    goal = sign * force * tight
    if close.any():
        push = draw.uniform(-1.0, 1.0, len(close)) * close
        goal = goal + known.rests.T @ push
    return np.asarray(goal, np.float64)


def _exact(known: Known, found: Found, low: float, width: float) -> Found:
    """The limits of every count and remainder that was not cleared."""
    down, high, exact = found.low.copy(), found.high.copy(), found.exact.copy()
    for cell in np.flatnonzero(high - down < width - _NEAR):
        goal = np.zeros(known.size)
        goal[cell] = 1.0
        down[cell] = solve(known, goal, low, None)[cell]
        high[cell] = solve(known, -goal, low, None)[cell]
        exact[cell] = True
    rest_low, rest_high = found.rest_low.copy(), found.rest_high.copy()
    for row in np.flatnonzero((rest_high - rest_low < width) & (rest_low > 0.5)):
        goal = known.rests[[row]].toarray()[0]
        rest_low[row] = goal @ solve(known, goal, low, None)
        top = solve(known, -goal, low, None)
        rest_high[row] = goal @ top if np.isfinite(top).all() else np.inf
    return Found(low=down, high=high, exact=exact, rest_low=rest_low,
                 rest_high=rest_high, rest_floor=rest_low)  # fmt: skip
