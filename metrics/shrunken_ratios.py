"""Ratios of two groups in small places, drawn towards the ratio of the whole state."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtr

from metrics.model import Kind
from metrics.rates import (
    NOT_ESTIMABLE,
    OK,
    Bools,
    Floats,
    Intervals,
    columns,
    normal_quantile,
)
from metrics.shrinkage import NO_SPREAD

# Below this the log of a ratio is too skew for its usual standard error.
FEW = 5
_GRID = 801
_REACH = 8.0


@dataclass(frozen=True, kw_only=True)
class ShrunkRatios(Intervals):
    """Adjusted ratios, one a place.

    value: adjusted ratio; weight: the share of the place's own log ratio in it; centre:
    the ratio drawn towards; tau2: variance of log ratios between places.
    """

    value: Floats
    weight: Floats
    centre: float
    tau2: float


def between_places(log_ratio: ArrayLike, variance: ArrayLike) -> float:
    """Variance of log ratios between places, beyond what chance gives; NaN below two.

    Source: DerSimonian & Laird 1986, Controlled Clinical Trials 7:177.
    """
    y, v = columns(log_ratio, variance)
    good = np.isfinite(y) & np.isfinite(v) & (v > 0)
    if good.sum() < 2:
        return float("nan")
    w = 1 / v[good]
    q = (w * (y[good] - np.average(y[good], weights=w)) ** 2).sum()
    return max(0.0, float((q - (w.size - 1)) / (w.sum() - (w**2).sum() / w.sum())))


def shrunken_ratios(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    kind: Kind,
    centre: float,
    confidence: float = 0.95,
) -> ShrunkRatios:
    """Each place's ratio (x1 / n1) / (x2 / n2), drawn towards `centre`.

    centre: the ratio of the whole state, above 0. The variance between places comes
    from those with FEW or more in both counts; where either is smaller the place's own
    part is the conditional binomial likelihood of x1 among x1 + x2, not a log ratio
    (for proportions that says a little less than the counts know). Places without
    children in either group are not estimable, and so are all if the variance between
    cannot be found. Where it is 0 the status is "no spread between places": the centre
    stands for all, without an interval. Raises ValueError unless centre is above 0 and
    confidence between 0 and 1.
    Source: DerSimonian & Laird 1986; normal prior for log ratios as in Clayton & Kaldor
    1987.
    """
    if not centre > 0:
        raise ValueError("the ratio of the whole state must be above 0")
    a, n, b, m = columns(x1, n1, x2, n2)
    many = (np.minimum(a, b) >= FEW) & (n > 0) & (m > 0)
    y, v = _log_ratios(a, n, b, m, many, kind)
    tau2 = between_places(y, v)
    good = _usable(a, n, b, m) & np.isfinite(tau2)
    z, mu = normal_quantile(confidence), float(np.log(centre))
    with np.errstate(invalid="ignore"):
        weight = tau2 / (tau2 + v)
    spread = z * np.sqrt(weight * v)
    middle = mu + weight * (y - mu)
    found = np.vstack((middle, middle - spread, middle + spread, weight))
    if tau2 == 0:
        found[:] = np.array((mu, np.nan, np.nan, 0.0))[:, None]
    few = good & ~many
    if few.any() and tau2 > 0:
        offset = np.log(n[few] / m[few])
        found[:, few] = _conditional(a[few], b[few], offset, mu, tau2, float(ndtr(-z)))
    value, lower, upper = np.where(good, np.exp(found[:3]), np.nan)
    return ShrunkRatios(
        value=value, lower=lower, upper=upper,
        method=np.where(many, "DerSimonian-Laird", "conditional binomial"),
        status=np.where(good, OK if tau2 else NO_SPREAD, NOT_ESTIMABLE),
        weight=np.where(good, found[3], np.nan), centre=centre, tau2=tau2,
    )  # fmt: skip


def _usable(a: Floats, n: Floats, b: Floats, m: Floats) -> Bools:
    whole = np.isfinite(a + n + b + m)
    return whole & (a >= 0) & (b >= 0) & (n > 0) & (m > 0)


def _log_ratios(
    a: Floats, n: Floats, b: Floats, m: Floats, many: Bools, kind: Kind
) -> tuple[Floats, Floats]:
    """Log ratios and their variances, NaN where the counts are few."""
    x, base, y, other = (np.where(many, each, np.nan) for each in (a, n, b, m))
    whole = 1 / base + 1 / other if kind == "proportion" else 0.0
    return np.log(x / base * other / y), 1 / x + 1 / y - whole


def _conditional(
    a: Floats, b: Floats, offset: Floats, mu: float, tau2: float, tail: float
) -> Floats:
    """Middle, lower, upper (log ratios) and weight, by the likelihood on a grid.

    The weight is how much narrower than the prior the result is: 1 minus the ratio of
    their variances, which is the usual weight where the likelihood is normal.
    """
    tau = np.sqrt(tau2)
    theta = mu + tau * np.linspace(-_REACH, _REACH, _GRID)
    odds = theta + offset[:, None]
    heavy = -a[:, None] * np.logaddexp(0, -odds) - b[:, None] * np.logaddexp(0, odds)
    heavy = heavy - ((theta - mu) / tau) ** 2 / 2
    mass = np.exp(heavy - heavy.max(axis=1, keepdims=True))
    mass /= mass.sum(axis=1, keepdims=True)
    middle = mass @ theta
    variance = (mass * (theta - middle[:, None]) ** 2).sum(axis=1)
    below = np.cumsum(mass, axis=1) - mass / 2
    ends = [[np.interp(p, each, theta) for each in below] for p in (tail, 1 - tail)]
    return np.vstack((middle, ends[0], ends[1], np.maximum(1 - variance / tau**2, 0)))
