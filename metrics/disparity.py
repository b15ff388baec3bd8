"""How far two groups are apart: ratios, differences and excess, with intervals.

The first pair (x1 of n1, or x1 over t1) is the group, the second the reference.
Whole columns at a time; limits are of pure ratios, of differences of count /
denominator, or (excess) in children.
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betainc, betaln, expit, ndtri

from metrics.model import Kind
from metrics.rates import (
    Bools,
    Floats,
    Intervals,
    byar_or_exact,
    columns,
    intervals,
    normal_quantile,
    wilson,
)
from metrics.roots import root

# Normal units beyond which a tail is as good as empty.
_FAR = 40.0


def rate_ratio(
    x1: ArrayLike,
    t1: ArrayLike,
    x2: ArrayLike,
    t2: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Intervals:
    """Conditional mid-p limits of the ratio of two rates, (x1 / t1) / (x2 / t2).

    x1, x2: events; t1, t2: person-time, above 0. Without events in the group the
    lower limit is 0; without events in the reference there is no upper limit; without
    events in both there is no interval. Given x1 + x2 the first count is binomial, so
    the limits of its odds times t2 / t1 are the limits of the ratio. The upper limit
    is the inverse of the lower limit seen from the other side, and that side never
    comes close to a probability of 1, where digits would be lost.
    Source: Rothman & Boice 1979; Fay 2010.
    """
    a, s, b, t = columns(x1, t1, x2, t2)
    good = _counts(a, s) & _counts(b, t) & (a + b > 0)
    both, other = np.concatenate((a, b)), np.concatenate((b, a))
    odds = _lower_odds(both, other, confidence)
    with np.errstate(all="ignore"):
        lower = odds[: a.size] * (t / s)
        upper = (t / s) / odds[a.size :]
    return intervals(lower, upper, "mid-p", good)


def proportion_ratio(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Intervals:
    """Koopman's score limits of the ratio of two proportions, (x1 / n1) / (x2 / n2).

    x, n: counts, 0 <= x <= n. Edges as in `rate_ratio`: zero in the group gives a
    lower limit of 0, zero in the reference no upper limit, zero in both no interval.
    Source: Koopman 1984; Gart & Nam 1988.
    """
    a, n, b, m = columns(x1, n1, x2, n2)
    good = _counts(a, n) & _counts(b, m) & (a <= n) & (b <= m) & (a + b > 0)
    group, total, other, base = (
        np.concatenate(pair) for pair in ((a, b), (n, m), (b, a), (m, n))
    )
    ratio = _lower_score_ratio(group, total, other, base, confidence)
    with np.errstate(all="ignore"):
        upper = 1 / ratio[a.size :]
    return intervals(ratio[: a.size], upper, "Koopman score", good)


def difference_of_proportions(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Intervals:
    """Newcombe's limits of x1 / n1 - x2 / n2. Source: Newcombe 1998, method 10."""
    a, n, b, m = columns(x1, n1, x2, n2)
    one = wilson(a, n, confidence=confidence)
    two = wilson(b, m, confidence=confidence)
    return _mover(a, n, one, b, m, two, "Newcombe")


def difference_of_rates(
    x1: ArrayLike,
    t1: ArrayLike,
    x2: ArrayLike,
    t2: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Intervals:
    """Limits of x1 / t1 - x2 / t2 from the limits of the two rates (MOVER).

    Source: Donner & Zou 2012; the single limits are those of `byar_or_exact`.
    """
    a, s, b, t = columns(x1, t1, x2, t2)
    one = byar_or_exact(a, s, confidence=confidence)
    two = byar_or_exact(b, t, confidence=confidence)
    return _mover(a, s, one, b, t, two, "MOVER")


def excess(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    kind: Kind,
    confidence: float = 0.95,
) -> Intervals:
    """Limits of x1 - n1 * (x2 / n2), in children (or events) of the group.

    The point itself is above 0 where the group has more than the rate of the
    reference would give it. kind: "proportion" or "rate".
    """
    group, _ = columns(n1, x1)
    method = difference_of_proportions if kind == "proportion" else difference_of_rates
    return excess_of(method(x1, n1, x2, n2, confidence=confidence), group)


def excess_of(apart: Intervals, group: Floats) -> Intervals:
    """The limits of a difference as those of an excess, in a group of this size."""
    return Intervals(
        lower=apart.lower * group,
        upper=apart.upper * group,
        method=apart.method,
        status=apart.status,
    )


def _counts(x: Floats, total: Floats) -> Bools:
    return (x >= 0) & (total > 0) & np.isfinite(x) & np.isfinite(total)


def _mover(
    a: Floats,
    n: Floats,
    one: Intervals,
    b: Floats,
    m: Floats,
    two: Intervals,
    method: str,
) -> Intervals:
    """The interval of a difference, recovered from the interval of each part."""
    with np.errstate(all="ignore"):
        p, q = a / n, b / m
        lower = p - q - np.hypot(p - one.lower, two.upper - q)
        upper = p - q + np.hypot(one.upper - p, q - two.lower)
    good = ~(np.isnan(one.lower) | np.isnan(two.lower))
    return intervals(lower, upper, method, good)


def _lower_odds(x: Floats, rest: Floats, confidence: float) -> Floats:
    """Lower mid-p limit of the odds of a binomial count x of x + rest; 0 at x = 0."""
    z = normal_quantile(confidence)
    some = (x > 0) & np.isfinite(x) & np.isfinite(rest) & (rest >= 0)
    a, b = np.where(some, x, 1.0), np.where(some, rest, 1.0)
    weight = -betaln(a + 1, b + 1) - np.log(a + b + 1)

    def above(log_odds: Floats) -> Floats:
        """How far P(X > x) + P(X = x) / 2 lies above its aim, in normal units."""
        exactly = np.exp(
            weight - a * np.logaddexp(0, -log_odds) - b * np.logaddexp(0, log_odds)
        )
        tail = betainc(a + 1, b, expit(log_odds)) + exactly / 2
        with np.errstate(all="ignore"):
            return np.asarray(np.clip(ndtri(np.minimum(tail, 1.0)), -_FAR, _FAR) + z)

    high = np.log((a + 0.5) / (b + 0.5))
    low = high - (z + 1) * 2 * np.sqrt(1 / a + 1 / (b + 1))
    return np.where(some, np.exp(root(above, low, high)), 0.0)


def _lower_score_ratio(
    x1: Floats, n1: Floats, x2: Floats, n2: Floats, confidence: float
) -> Floats:
    """Lower score limit of the ratio of two proportions; 0 at x1 = 0."""
    z = normal_quantile(confidence)
    with np.errstate(invalid="ignore"):
        some = (x1 > 0) & (x1 <= n1) & (x2 >= 0) & (x2 <= n2) & np.isfinite(n1 + n2)
    a, n, b, m = (np.where(some, each, 1.0) for each in (x1, n1, x2, n2))

    def above(log_ratio: Floats) -> Floats:
        return z - _score(log_ratio, a, n, b, m)

    high = np.log((a + 0.5) / (n + 0.5) * (m + 0.5) / (b + 0.5))
    low = high - (z + 1) * 2 * np.sqrt(1 / a + 1 / (b + 1))
    return np.where(some, np.exp(root(above, low, high)), 0.0)


def _score(log_ratio: Floats, a: Floats, n: Floats, b: Floats, m: Floats) -> Floats:
    """Standardised distance of the two proportions from this ratio.

    The proportions of the standard error are the most likely ones with exactly this
    ratio. The second of them and its complement solve two quadratics with one
    discriminant, written as sums so that no digits cancel, be the proportions near 0
    or near 1; for that the ratio must be at most 1, or the groups change places.
    """
    flip = log_ratio > 0
    a, n, b, m = (
        np.where(flip, b, a), np.where(flip, m, n),
        np.where(flip, a, b), np.where(flip, n, m),
    )  # fmt: skip
    ratio, less = np.exp(-np.abs(log_ratio)), -np.expm1(-np.abs(log_ratio))
    first, short = (n + m) * ratio, (m - b) * less
    slope = (n + m) * less - (n - a) - (m - b) * ratio
    inner = np.sqrt(slope * slope + 4 * first * short)
    q = 2 * (a + b) / (n * ratio + a + m + b * ratio + inner)
    with np.errstate(all="ignore"):
        not_q = np.where(
            slope > 0, 2 * short / (slope + inner), (inner - slope) / (2 * first)
        )
        p, not_p = ratio * q, less + ratio * not_q
        error = np.sqrt(p * not_p / n + ratio * ratio * q * not_q / m)
        apart = a / n - ratio * (b / m)
        score = np.where(apart == 0, 0.0, np.clip(apart / error, -1e300, 1e300))
    return np.where(flip, -score, score)
