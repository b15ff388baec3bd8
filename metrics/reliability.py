"""When a figure is too uncertain to compare: a rule apart from the privacy rule."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from metrics.rates import Bools, columns


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Where reliability ends.

    events: fewer events, or a smaller denominator, make a figure unreliable;
    relative_width: so does an interval wider than this many times the value;
    care: fewer events than this call for care.
    Source: National Center for Health Statistics, reliability of rates, 2023.
    """

    events: int = 10
    relative_width: float = 1.6
    care: int = 20


@dataclass(frozen=True, kw_only=True)
class Reliability:
    """unreliable, care: one truth value a cell, never both true."""

    unreliable: Bools
    care: Bools


LIMITS = Limits()


def reliability(
    numerator: ArrayLike,
    denominator: ArrayLike,
    value: ArrayLike,
    lower: ArrayLike,
    upper: ArrayLike,
    *,
    limits: Limits = LIMITS,
) -> Reliability:
    """Which figures are unreliable, and which are to be used with care.

    numerator, denominator: counts; value, lower, upper: the figure and its limits in
    one unit. A count that is missing gets neither mark: hidden and not estimable speak
    for themselves, and a mark computed from a hidden count would tell about it.
    """
    x, n, middle, low, high = columns(numerator, denominator, value, lower, upper)
    known = ~(np.isnan(x) | np.isnan(n))
    with np.errstate(invalid="ignore"):
        few = (x < limits.events) | (n < limits.events)
        wide = high - low > limits.relative_width * np.abs(middle)
    unreliable = known & (few | wide)
    return Reliability(
        unreliable=unreliable, care=known & ~unreliable & (x < limits.care)
    )


def reliable_counts(*counts: float, limits: Limits = LIMITS) -> bool:
    """Whether every one of these counts is there and large enough to compare."""
    return all(count >= limits.events for count in counts)
