"""Rates as they would be with another mix of ages, directly and indirectly.

Places in rows, strata (age groups, say) in columns; a single place may be one row.
"""

import numpy as np
from numpy.typing import ArrayLike

from metrics.rates import (
    EXACT_BELOW,
    NOT_ESTIMABLE,
    OK,
    TOO_FEW,
    Bools,
    Estimates,
    Floats,
    byar_or_exact,
)


def directly_standardised(
    events: ArrayLike,
    population: ArrayLike,
    standard: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Estimates:
    """The rate a place would have if its strata were as large as the standard's.

    events, population: (places, strata); standard: (strata,), any scale. Limits by
    Dobson's method on Byar's limits of the count. Below ten events in all the status is
    "too few events"; a stratum that counts in the standard but has no population, or a
    missing count, makes it "not estimable". Raises ValueError where the standard is
    negative or empty, or confidence is not between 0 and 1.
    Source: Dobson et al. 1991, Statistics in Medicine 10:457; not calculated below ten
    events by the rule of the English public health indicators.
    """
    x, n = _tables(events, population)
    weight = _weights(standard, x.shape[1])
    used = weight > 0
    whole = np.isfinite(x) & np.isfinite(n) & (x >= 0) & (n > 0)
    known = np.asarray(whole[:, used].all(axis=1), dtype=np.bool_)
    with np.errstate(all="ignore"):
        value = (weight * x / n)[:, used].sum(axis=1)
        variance = (weight**2 * x / n**2)[:, used].sum(axis=1)
        total = x[:, used].sum(axis=1)
        around = byar_or_exact(total, 1, confidence=confidence)
        scale = np.sqrt(variance / total)
        lower = value + scale * (around.lower - total)
        upper = value + scale * (around.upper - total)
    return _estimates(value, lower, upper, "Dobson", known, total)


def indirectly_standardised(
    observed: ArrayLike,
    population: ArrayLike,
    reference_events: ArrayLike,
    reference_population: ArrayLike,
    *,
    confidence: float = 0.95,
) -> tuple[Floats, Estimates]:
    """Expected events, and the ratio of observed to expected, one a place.

    observed: (places,); population: (places, strata); reference_*: (strata,). Expected
    is what the place's children would have at the reference's rates. A population that
    is missing adds nothing where the reference has no events and leaves the ratio not
    estimable elsewhere. Multiply the ratio by the reference's crude rate for a
    standardised rate. Raises ValueError if confidence is not between 0 and 1.
    Source: Breslow & Day 1987, volume II, 2.3; limits as in `byar_or_exact`.
    """
    count = np.atleast_1d(np.asarray(observed, dtype=np.float64))
    n = np.atleast_2d(np.asarray(population, dtype=np.float64))
    base = np.asarray(reference_population, dtype=np.float64)
    with np.errstate(all="ignore"):
        rate = np.asarray(reference_events, dtype=np.float64) / base
    expected = np.where(rate == 0, 0.0, n * rate).sum(axis=1)
    limits = byar_or_exact(count, expected, confidence=confidence)
    with np.errstate(all="ignore"):
        value = np.where(limits.status == NOT_ESTIMABLE, np.nan, count / expected)
    return expected, Estimates(
        value=value,
        lower=limits.lower,
        upper=limits.upper,
        method=limits.method,
        status=limits.status,
    )


def _tables(events: ArrayLike, population: ArrayLike) -> tuple[Floats, Floats]:
    x = np.atleast_2d(np.asarray(events, dtype=np.float64))
    n = np.atleast_2d(np.asarray(population, dtype=np.float64))
    return np.broadcast_arrays(x, n)  # type: ignore[return-value]


def _weights(standard: ArrayLike, strata: int) -> Floats:
    weight = np.asarray(standard, dtype=np.float64)
    if weight.shape != (strata,):
        raise ValueError(f"the standard has {weight.size} strata, the counts {strata}")
    if not (np.isfinite(weight).all() and (weight >= 0).all() and weight.sum() > 0):
        raise ValueError("the standard needs sizes of 0 or more, not all of them 0")
    return np.asarray(weight / weight.sum(), dtype=np.float64)


def _estimates(
    value: Floats,
    lower: Floats,
    upper: Floats,
    method: str,
    known: Bools,
    total: Floats,
) -> Estimates:
    enough = known & (total >= EXACT_BELOW)
    status = np.where(enough, OK, np.where(known, TOO_FEW, NOT_ESTIMABLE))
    return Estimates(
        value=np.where(enough, value, np.nan),
        lower=np.where(enough, lower, np.nan),
        upper=np.where(enough, upper, np.nan),
        method=np.full(value.shape, method),
        status=status,
    )
