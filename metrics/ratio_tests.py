"""Whether two groups differ by more than chance gives: p-values, columns at a time.

Each belongs to an interval of metrics.disparity: two-sided p < 0.05 exactly where the
95 % interval leaves the tested ratio out.
"""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betainc, betaln, ndtr

from metrics.rates import Floats, columns

Side = Literal["two-sided", "greater", "less"]
Exactness = Literal["mid-p", "exact"]


def rate_ratio_p(
    x1: ArrayLike,
    t1: ArrayLike,
    x2: ArrayLike,
    t2: ArrayLike,
    *,
    ratio: float = 1.0,
    side: Side = "two-sided",
    method: Exactness = "mid-p",
) -> Floats:
    """P that two rates have this ratio, given how many events there are in all.

    side "greater" asks whether the true ratio is above `ratio`. Two-sided is twice the
    smaller of the two sides. NaN where nothing can be tested: no events, no time, or a
    missing count. Raises ValueError unless ratio is above 0.
    Source: Fay 2010, The R Journal 2:53; Rothman & Boice 1979 for the mid-p.
    """
    if not ratio > 0:
        raise ValueError(f"the ratio tested must be above 0, not {ratio}")
    a, s, b, t = columns(x1, t1, x2, t2)
    good = np.isfinite(a + b + s + t) & (a >= 0) & (b >= 0) & (a + b > 0)
    good &= (s > 0) & (t > 0)
    x, y = np.where(good, a, 1.0), np.where(good, b, 1.0)
    first, other = np.where(good, s * ratio, 1.0), np.where(good, t, 1.0)
    share, rest = first / (first + other), other / (first + other)
    up, down = _at_least(x, y, share), _at_least(y, x, rest)
    if method == "mid-p":
        half = _exactly(x, y, share, rest) / 2
        up, down = up - half, down - half
    return np.where(good, _one_side(up, down, side), np.nan)


def proportion_ratio_p(
    x1: ArrayLike,
    n1: ArrayLike,
    x2: ArrayLike,
    n2: ArrayLike,
    *,
    side: Side = "two-sided",
) -> Floats:
    """P that two proportions are equal, by the score test of Koopman's interval.

    NaN where nothing can be tested: everyone or no one was counted, nobody to count, a
    missing count, or x > n. Source: Koopman 1984; at equality it is Pearson's test.
    """
    a, n, b, m = columns(x1, n1, x2, n2)
    good = np.isfinite(a + n + b + m) & (a >= 0) & (b >= 0) & (a <= n) & (b <= m)
    good &= (n > 0) & (m > 0) & (a + b > 0) & (a + b < n + m)
    x, y = np.where(good, a, 1.0), np.where(good, b, 1.0)
    first, other = np.where(good, n, 2.0), np.where(good, m, 2.0)
    pooled = (x + y) / (first + other)
    error = np.sqrt(pooled * (1 - pooled) * (1 / first + 1 / other))
    z = (x / first - y / other) / error
    return np.where(good, _one_side(ndtr(-z), ndtr(z), side), np.nan)


def _one_side(up: Floats, down: Floats, side: Side) -> Floats:
    if side == "two-sided":
        return np.asarray(np.minimum(1.0, 2 * np.minimum(up, down)))
    return np.asarray(up if side == "greater" else down)


def _at_least(x: Floats, rest: Floats, share: Floats) -> Floats:
    """P(X >= x) of a binomial count of x + rest."""
    return np.where(x > 0, betainc(np.maximum(x, 1), rest + 1, share), 1.0)


def _exactly(x: Floats, rest: Floats, share: Floats, other: Floats) -> Floats:
    """P(X = x) of a binomial count of x + rest; other is 1 - share, kept exact."""
    weight = -betaln(x + 1, rest + 1) - np.log(x + rest + 1)
    return np.asarray(np.exp(weight + x * np.log(share) + rest * np.log(other)))
