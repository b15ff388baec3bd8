"""Funnel limits: how far chance alone would carry a place of this size.

A place within the limits is consistent with the centre, given its size; that is not
the same as "no difference", and where the centre is a disparity it is one for all.
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gdtrib, ndtr

from metrics.rates import Bools, Floats, Intervals, Words, columns, intervals
from metrics.rates import normal_quantile as quantile

WARN, ALARM = 0.95, 0.998
WITHIN, UNKNOWN = "within", "not estimable"
BELOW_WARN, BELOW_ALARM = "below 95 % limit", "below 99.8 % limit"
ABOVE_WARN, ABOVE_ALARM = "above 95 % limit", "above 99.8 % limit"


def proportion_limits(
    total: ArrayLike, centre: ArrayLike, *, confidence: float, tau2: float = 0.0
) -> Intervals:
    """Score limits of a proportion about the centre, for places of `total` children.

    total: children, above 0; centre: a proportion; tau2: variance between places.
    Limits are cut at 0 and 1. Source: Spiegelhalter 2005, Statistics in Medicine
    24:1185.
    """
    n, p = columns(total, centre)
    good = (n > 0) & np.isfinite(n) & (p >= 0) & (p <= 1)
    with np.errstate(all="ignore"):
        reach = quantile(confidence) * np.sqrt(p * (1 - p) / n + tau2)
        lower, upper = np.maximum(p - reach, 0), np.minimum(p + reach, 1)
    return intervals(lower, upper, "score about the centre", good)


def rate_limits(
    expected: ArrayLike, centre: ArrayLike = 1.0, *, confidence: float
) -> Intervals:
    """Exact Poisson limits of a rate or ratio, for places expecting so many events.

    expected: events at the centre's rate, above 0; centre: the rate, or 1 for a ratio
    of observed to expected. A place lies outside exactly when a count as far out has
    less than half of (1 - confidence) to happen at the centre; the count is continued
    between whole numbers so that the limits can be drawn as curves. Where not even 0
    events would be rare the lower limit is 0. Source: Spiegelhalter 2005; the same
    limits as those of the English public health indicators.
    """
    mean, middle = columns(expected, centre)
    good = (mean > 0) & np.isfinite(mean) & (middle >= 0) & np.isfinite(middle)
    safe = np.where(good, mean, 1.0)
    tail = ndtr(-quantile(confidence))
    lower = middle * np.maximum(gdtrib(1, 1 - tail, safe) - 1, 0) / safe
    upper = middle * gdtrib(1, tail, safe) / safe
    return intervals(lower, upper, "exact Poisson", good)


def log_limits(
    information: ArrayLike, centre: ArrayLike, *, confidence: float, tau2: float = 0.0
) -> Intervals:
    """Limits of a ratio of two groups about the centre, on the log scale.

    information: 1 / variance of the log ratio, x1 x2 / (x1 + x2) for two counts (see
    `information`); centre: the ratio of the whole state; tau2: variance of the log
    ratio between places. Source: Spiegelhalter 2005, on the log scale.
    """
    weight, middle = columns(information, centre)
    good = (weight > 0) & np.isfinite(weight) & (middle > 0) & np.isfinite(middle)
    with np.errstate(all="ignore"):
        reach = quantile(confidence) * np.sqrt(1 / weight + tau2)
        lower, upper = middle * np.exp(-reach), middle * np.exp(reach)
    return intervals(lower, upper, "log scale", good)


def information(x1: ArrayLike, x2: ArrayLike) -> Floats:
    """What two counts tell of their ratio: x1 x2 / (x1 + x2); 0 if either is 0."""
    a, b = columns(x1, x2)
    return a * b / np.where(a + b == 0, 1.0, a + b)


def sides(value: ArrayLike, warn: Intervals, alarm: Intervals) -> Words:
    """On which side of which limit each place lies, in words.

    warn, alarm: limits at 95 and at 99.8 %. A place on a limit is within it.
    """
    (each,) = columns(value)
    known = np.isfinite(each) & ~np.isnan(warn.lower) & ~np.isnan(alarm.lower)
    with np.errstate(invalid="ignore"):
        outside: tuple[Bools, ...] = (
            ~known, each < alarm.lower, each > alarm.upper, each < warn.lower,
            each > warn.upper,
        )  # fmt: skip
    words = (UNKNOWN, BELOW_ALARM, ABOVE_ALARM, BELOW_WARN, ABOVE_WARN)
    return np.select(outside, words, WITHIN)
