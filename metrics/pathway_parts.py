"""Taking a difference apart between and within places, and bounds of a ratio."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

import numpy as np

from metrics.kitagawa import kitagawa

Four = tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What a ratio could be, whatever the group of those whose group is not known."""

    di_lower: float
    di_upper: float
    rri_lower: float
    rri_upper: float


def between_within(places: Iterable[Four]) -> tuple[float, float]:
    """The difference of two rates as where children live, and rates where they live.

    places: events and population of the group, events and population of the reference.
    The two parts add up to rate of the group less rate of the reference. Where a group
    has no children its rate is taken to be that of the other. NaN if anything is
    missing, if a group has no children anywhere, or has events where it has none.
    Source: Kitagawa 1955.
    """
    a, n, b, m = np.array([*places], dtype=np.float64).reshape(-1, 4).T
    lost = ((n <= 0) & (a > 0)) | ((m <= 0) & (b > 0)) | ~np.isfinite(a + n + b + m)
    if lost.any() or not (n.sum() > 0 and m.sum() > 0):
        return nan, nan
    with np.errstate(all="ignore"):
        own, others = a / n, b / m
    own, others = np.where(n > 0, own, others), np.where(m > 0, others, own)
    lived_in = (n > 0) | (m > 0)
    found = kitagawa(own[lived_in], n[lived_in], others[lived_in], m[lived_in])
    return found.between, found.within


def bounds(
    nested: bool,
    at_decision: Four,
    of_population: Four,
    own: tuple[float, float],
    others: tuple[float, float],
) -> Bounds:
    """The least and the greatest ratios over every way to place unknown children.

    own, others: children whose group is not known where the group and where the
    reference is counted, at the stage and at the decision before. On the population
    the extremes are all in the group and all in the reference. At a nested decision
    those who went on and those who did not are placed apart.
    """
    a, big_n, b, big_m = of_population
    _, n, _, m = at_decision
    (s, s_before), (t, t_before) = own, others
    if nested:
        stayed, others_stayed = s_before - s, t_before - t
        low = _over(a, n + stayed, b + t, m + t)
        high = _over(a + s, n + s, b, m + others_stayed)
    else:
        low, high = _over(a, n + s_before, b + t, m), _over(a + s, n, b, m + t_before)
    return Bounds(
        di_lower=_over(a, big_n, b + t, big_m),
        di_upper=_over(a + s, big_n, b, big_m),
        rri_lower=low,
        rri_upper=high,
    )


def _over(a: float, n: float, b: float, m: float) -> float:
    return (a / n) / (b / m) if n > 0 and m > 0 and b > 0 else nan
