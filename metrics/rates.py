"""Intervals for one proportion and for one rate, whole columns at a time.

Counts in, limits of count / denominator out; multiply by the measure's `per` outside.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaincinv, ndtri

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Words = NDArray[np.str_]

OK, NO_UPPER, NOT_ESTIMABLE = "ok", "no upper limit", "not estimable"
TOO_FEW = "too few events"
EXACT_BELOW = 10


@dataclass(frozen=True, kw_only=True)
class Intervals:
    """One interval a cell.

    lower, upper: the limits (NaN where status is "not estimable", upper infinite where
    it is "no upper limit"); method: how, in words; status: "ok", "no upper limit" or
    "not estimable".
    """

    lower: Floats
    upper: Floats
    method: Words
    status: Words


@dataclass(frozen=True, kw_only=True)
class Estimates(Intervals):
    """One figure with its interval a cell; `value` is NaN where nothing can be said.

    status may also be "too few events": the figure is withheld by its own rule.
    """

    value: Floats


def wilson(x: ArrayLike, n: ArrayLike, *, confidence: float = 0.95) -> Intervals:
    """Score limits of the proportion x / n.

    x, n: counts, 0 <= x <= n. Where n is 0, a count is missing or x > n there is no
    interval. Raises ValueError if confidence is not between 0 and 1.
    Source: Wilson 1927; Newcombe 1998, method 3.
    """
    count, total = columns(x, n)
    good = (count >= 0) & (count <= total) & (total > 0) & np.isfinite(total)
    z = normal_quantile(confidence)
    with np.errstate(all="ignore"):
        centre = 2 * count + z * z
        spread = z * np.sqrt(z * z + 4 * count * (1 - count / total))
        scale = 2 * (total + z * z)
        lower = np.where(count == 0, 0.0, (centre - spread) / scale)
        upper = np.where(count == total, 1.0, (centre + spread) / scale)
    return intervals(lower, upper, "Wilson", good)


def byar_or_exact(
    x: ArrayLike, exposure: ArrayLike, *, confidence: float = 0.95
) -> Intervals:
    """Limits of the rate x / exposure: exact (gamma) below ten events, Byar from ten.

    x: events; exposure: children, child-years or days. Where exposure is 0 or
    something is missing there is no interval. Raises ValueError if confidence is not
    between 0 and 1. Source: Byar in Breslow & Day 1987; Garwood 1936; the switch at
    ten is the rule of the English public health indicators.
    """
    count, time = columns(x, exposure)
    good = (time > 0) & (count >= 0) & np.isfinite(count) & np.isfinite(time)
    few = count < EXACT_BELOW
    with np.errstate(all="ignore"):
        lower, upper = _byar(count, normal_quantile(confidence))
        if few.any():
            tail = (1 - confidence) / 2
            exact = np.where(count > 0, gammaincinv(count, tail), 0.0)
            lower = np.where(few, exact, lower)
            upper = np.where(few, gammaincinv(count + 1, 1 - tail), upper)
        lower, upper = lower / time, upper / time
    return intervals(lower, upper, np.where(few, "exact (gamma)", "Byar"), good)


def _byar(count: Floats, z: float) -> tuple[Floats, Floats]:
    more = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * np.sqrt(count))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return lower, upper


def normal_quantile(confidence: float) -> float:
    """The two-sided normal quantile: 1.96 for 0.95."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence must be between 0 and 1, not {confidence}")
    return float(ndtri(0.5 + confidence / 2))


def columns(*counts: ArrayLike) -> tuple[Floats, ...]:
    """The counts as columns of equal length; a single number becomes one cell."""
    arrays = [np.atleast_1d(np.asarray(each, dtype=np.float64)) for each in counts]
    shape = np.broadcast_shapes(*(each.shape for each in arrays))
    return tuple(
        each if each.shape == shape else np.broadcast_to(each, shape) for each in arrays
    )


def intervals(
    lower: Floats, upper: Floats, method: str | Words, good: Bools
) -> Intervals:
    """Intervals with nothing said where `good` is false."""
    if not good.all():
        lower, upper = np.where(good, lower, np.nan), np.where(good, upper, np.nan)
    status = np.where(good, np.where(np.isinf(upper), NO_UPPER, OK), NOT_ESTIMABLE)
    words = np.full(good.shape, method) if isinstance(method, str) else method
    return Intervals(lower=lower, upper=upper, method=words, status=status)
