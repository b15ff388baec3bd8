"""The smallest ratio that so many children could show: what "no difference" hides.

A comparison of few children that shows nothing is no evidence that nothing is there.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, gammainc
from scipy.stats import binom, poisson

from metrics.model import Kind
from metrics.rates import Floats, normal_quantile
from metrics.ratio_tests import Side, proportion_ratio_p, rate_ratio_p

POWER = 0.8
_LARGEST = 100.0
_LEFT_OUT = 1e-9
_STEPS = 40
# Of so many counts the critical ones are looked for first.
_KNOTS = 33


@dataclass(frozen=True, kw_only=True)
class Detectable:
    """Ratios that would be seen with the power asked for, beyond which also all others.

    above: the smallest ratio above 1 that would be seen; infinite if none below 100 (or
    that gives more events than children) would be. below: the largest ratio below 1; 0
    if not even no event at all would be seen. power: of seeing `above`.
    """

    above: float
    below: float
    confidence: float
    power: float


def detectable(
    children: float,
    reference_children: float,
    reference_rate: float,
    *,
    kind: Kind,
    confidence: float = 0.95,
    power: float = POWER,
) -> Detectable:
    """The ratios these children would show, if the reference's rate is as given.

    children, reference_children: the denominators of group and reference (for rates
    person-time, above 0); reference_rate: events a child (or a unit of time). "Shown"
    means that the interval of metrics.disparity (mid-p for rates, Koopman for
    proportions) leaves out 1 on that side; the probability is summed over all counts
    that could happen. Raises ValueError where a size is not above 0, the rate is not
    above 0 (or above 1 for a proportion), or power is not between 0 and 1.
    """
    normal_quantile(confidence)
    sizes = (children, reference_children, reference_rate)
    if not (all(0 < each < np.inf for each in sizes) and 0 < power < 1):
        raise ValueError("sizes and rate must be above 0, and power between 0 and 1")
    top = _LARGEST if kind == "rate" else min(_LARGEST, 1 / reference_rate)
    if top <= 1:
        raise ValueError("a proportion that counts all children has no ratio above it")
    chance = _chances(*sizes, kind, (1 - confidence) / 2)
    return Detectable(
        above=_first(lambda log: chance(log, True) - power, np.log(top), np.inf),
        below=_first(lambda log: chance(log, False) - power, np.log(1e-9), 0.0),
        confidence=confidence,
        power=power,
    )


def _first(enough: Callable[[float], float], far: float, never: float) -> float:
    """The ratio nearest to 1, on the way to `far`, from which power is enough."""
    if enough(far) < 0:
        return never
    near = 0.0
    for _ in range(_STEPS):
        middle = (near + far) / 2
        near, far = (middle, far) if enough(middle) < 0 else (near, middle)
    return float(np.exp(far))


def _chances(
    n1: float, n2: float, rate: float, kind: Kind, tail: float
) -> Callable[[float, bool], float]:
    """The probability that the interval leaves out 1 above, or below, by log ratio."""
    counts, weight = _reference_counts(n2, rate, kind)
    up, down = (_critical(n1, counts, n2, kind, tail, above) for above in (True, False))

    def chance(log_ratio: float, above: bool) -> float:
        share = rate * float(np.exp(log_ratio))
        if above:
            found = _at_least(up, n1, share, kind)
        else:
            found = np.where(down >= 0, 1 - _at_least(down + 1, n1, share, kind), 0.0)
        return float((weight * found).sum())

    return chance


def _at_least(count: Floats, n: float, share: float, kind: Kind) -> Floats:
    """P(X >= count); a distribution object would take longer than the sum itself."""
    if kind == "rate":
        some = gammainc(np.maximum(count, 1), n * share)
    else:
        most = round(n)
        held = np.clip(count, 1, most)
        some = betainc(held, most - held + 1, min(share, 1.0))
        some = np.where(count > most, 0.0, some)
    return np.where(count > 0, some, 1.0)


def _reference_counts(n: float, rate: float, kind: Kind) -> tuple[Floats, Floats]:
    """Counts the reference could have, but for one in a thousand million."""
    law = poisson(n * rate) if kind == "rate" else binom(round(n), rate)
    low, high = law.ppf(_LEFT_OUT), law.ppf(1 - _LEFT_OUT)
    counts = np.arange(low, high + 1)
    return counts, np.asarray(law.pmf(counts))


def _critical(
    n1: float, counts: Floats, n2: float, kind: Kind, tail: float, above: bool
) -> Floats:
    """The first count of the group, above or below, that shows beside each of these.

    Above, it is one more than can happen where no count shows; below, it is -1.
    """
    test = rate_ratio_p if kind == "rate" else proportion_ratio_p
    side: Side = "greater" if above else "less"
    most = round(n1) if kind == "proportion" else np.inf

    def search(at: Floats, yes: Floats, no: Floats) -> Floats:
        while (apart := np.abs(yes - no) > 1).any():
            half = np.where(apart, np.floor((yes + no) / 2), no)
            p = test(half, n1, at, n2, side=side)
            shows = np.nan_to_num(p, nan=1.0) < tail
            yes = np.where(apart & shows, half, yes)
            no = np.where(apart & ~shows, half, no)
        return yes

    knots = np.unique(np.linspace(0, counts.size - 1, _KNOTS).astype(int))
    found = search(counts[knots], *_ends(counts[knots], n1, n2, most, above))
    if knots.size == counts.size:
        return found
    # More in the reference never asks for less in the group: knots hold the others.
    place = np.clip(np.searchsorted(knots, np.arange(counts.size)), 1, None)
    low, high = found[place - 1], found[place]
    return search(counts, *((high, low - 1) if above else (low, high + 1)))


def _ends(
    counts: Floats, n1: float, n2: float, most: float, above: bool
) -> tuple[Floats, Floats]:
    """A count that surely shows beside each of these, and one that surely does not."""
    middle, bent = counts * n1 / n2, 1 + n1 / n2
    far = np.ceil(middle + 60 + 20 * bent + 36 * np.sqrt((middle + 1) * bent))
    yes = np.minimum(far, most + 1) if above else np.full(counts.shape, -1.0)
    no = np.clip(np.floor(middle) if above else np.ceil(middle), 0, most)
    return yes, no
