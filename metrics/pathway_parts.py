"""Taking a difference apart between and within places, and bounds of a ratio."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

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
    rows = list(places)
    group, reference = sum(row[1] for row in rows), sum(row[3] for row in rows)
    lost = any((n <= 0 < a) or (m <= 0 < b) for a, n, b, m in rows)
    if lost or not (group > 0 and reference > 0):
        return nan, nan
    between = within = 0.0
    for a, n, b, m in rows:
        if n <= 0 and m <= 0:
            continue
        theirs = a / n if n > 0 else b / m
        others = b / m if m > 0 else theirs
        weight, other_weight = n / group, m / reference
        between += (weight - other_weight) * (theirs + others) / 2
        within += (theirs - others) * (weight + other_weight) / 2
    return between, within


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
