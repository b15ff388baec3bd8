"""A trend of rates over many windows, as a change in per cent a window."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import norm
from scipy.stats import t as student

from metrics.rates import NOT_ESTIMABLE, OK, TOO_FEW, Floats, columns, normal_quantile
from metrics.reliability import LIMITS, Limits
from metrics.windows import refuse_overlap

LEAST_WINDOWS = 5
_STEPS, _CLOSE = 50, 1e-12


@dataclass(frozen=True, kw_only=True)
class LogLinear:
    """change: ratio of a window to the one before (1.03 is 3 % more), with limits.

    dispersion: how much more the windows scatter about the line than counts would by
    chance (1 or more); p: two-sided, for no change; status: "ok", "too few events"
    (pool windows first) or "not estimable". Numbers are NaN unless "ok".
    """

    change: float
    lower: float
    upper: float
    p: float
    dispersion: float
    status: str


def trend_of_rates(
    x: ArrayLike,
    exposure: ArrayLike,
    *,
    windows: Iterable[str] = (),
    confidence: float = 0.95,
    limits: Limits = LIMITS,
) -> LogLinear:
    """The log-linear trend of x / exposure over windows of equal length, in order.

    x: events; exposure: children or time. Poisson regression on the number of the
    window; scatter beyond chance widens the limits, which then use the t distribution.
    Fewer than LEAST_WINDOWS, or anything missing, is not estimable; a window with fewer
    events than limits.events makes it "too few events". Raises BadSelection if two of
    `windows` share days, ValueError if confidence is not between 0 and 1.
    Source: McCullagh & Nelder 1989, 6.2 and 9.
    """
    refuse_overlap(windows)
    normal_quantile(confidence)
    count, time = columns(x, exposure)
    whole = np.isfinite(count + time) & (time > 0)
    if count.size < LEAST_WINDOWS or not whole.all():
        return _nothing(NOT_ESTIMABLE)
    if (count < limits.events).any():
        return _nothing(TOO_FEW)
    slope, variance, scatter = _fit(count, time)
    law = student(count.size - 2) if scatter > 1 else norm
    error = float(np.sqrt(variance * max(1.0, scatter)))
    reach = float(law.ppf(0.5 + confidence / 2)) * error
    low, middle, high = np.exp((slope - reach, slope, slope + reach))
    return LogLinear(
        change=float(middle),
        lower=float(low),
        upper=float(high),
        p=float(2 * law.sf(abs(slope) / error)),
        dispersion=max(1.0, scatter),
        status=OK,
    )


def _fit(count: Floats, time: Floats) -> tuple[float, float, float]:
    """Slope, its variance by chance alone, and the Pearson scatter, in Newton steps."""
    at = np.arange(count.size, dtype=np.float64)
    at = at - at.mean()
    design = np.vstack((np.ones(count.size), at))
    beta = np.array((np.log(count.sum() / time.sum()), 0.0))
    for _ in range(_STEPS):
        mean = time * np.exp(beta @ design)
        step = np.linalg.solve((design * mean) @ design.T, design @ (count - mean))
        beta = beta + step
        if np.abs(step).max() < _CLOSE:
            break
    mean = time * np.exp(beta @ design)
    variance = np.linalg.inv((design * mean) @ design.T)[1, 1]
    scatter = ((count - mean) ** 2 / mean).sum() / (count.size - 2)
    return float(beta[1]), float(variance), float(scatter)


def _nothing(status: str) -> LogLinear:
    nan = float("nan")
    return LogLinear(
        change=nan, lower=nan, upper=nan, p=nan, dispersion=nan, status=status
    )
