"""Intervals that Countywise does not show, for comparison with those it does.

Written from their definitions, one pair of columns in and two columns of limits out.
The tables of docs/coverage.md say why each was not chosen.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaincinv, gammaincinv, ndtri
from scipy.stats import binom, poisson

Floats = NDArray[np.float64]
Limits = tuple[Floats, Floats]
# (x, n, confidence) and (x1, n1, x2, n2, confidence)
OneSample = Callable[[ArrayLike, ArrayLike, float], Limits]
TwoSamples = Callable[[ArrayLike, ArrayLike, ArrayLike, ArrayLike, float], Limits]
_HALVINGS = 80


def z_of(confidence: float) -> float:
    return float(ndtri(0.5 + confidence / 2))


def floats(*columns: ArrayLike) -> list[Floats]:
    arrays = [np.atleast_1d(np.asarray(each, dtype=np.float64)) for each in columns]
    return list(np.broadcast_arrays(*arrays))


# ---- one proportion ------------------------------------------------------------


def normal(x: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    x, n = floats(x, n)
    p, z = x / n, z_of(confidence)
    reach = z * np.sqrt(p * (1 - p) / n)
    return p - reach, p + reach


def clopper_pearson(x: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    x, n = floats(x, n)
    tail = (1 - confidence) / 2
    return beta_limits(x, n - x + 1, x + 1, n - x, tail)


def beta_limits(a: Floats, b: Floats, c: Floats, d: Floats, tail: float) -> Limits:
    with np.errstate(invalid="ignore"):
        lower = np.where(a > 0, betaincinv(np.maximum(a, 1e-9), b, tail), 0.0)
        upper = np.where(d > 0, betaincinv(c, np.maximum(d, 1e-9), 1 - tail), 1.0)
    return lower, upper


def jeffreys(x: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    x, n = floats(x, n)
    tail, a, b = (1 - confidence) / 2, x + 0.5, n - x + 0.5
    lower = np.where(x > 0, betaincinv(a, b, tail), 0.0)
    return lower, np.where(x < n, betaincinv(a, b, 1 - tail), 1.0)


def agresti_coull(x: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    x, n = floats(x, n)
    z2 = z_of(confidence) ** 2
    return normal(x + z2 / 2, n + z2, confidence)


def wilson_corrected(x: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    """Wilson with a correction for continuity (Newcombe 1998, method 4)."""
    x, n = floats(x, n)
    z, p = z_of(confidence), x / n
    low = z * np.sqrt(z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1))
    high = z * np.sqrt(z * z + 2 - 1 / n + 4 * p * (n * (1 - p) - 1))
    scale, centre = 2 * (n + z * z), 2 * x + z * z
    lower = np.where(x == 0, 0.0, (centre - 1 - low) / scale)
    return lower, np.where(x == n, 1.0, (centre + 1 + high) / scale)


def binomial_midp(x: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    x, n = floats(x, n)
    tail = (1 - confidence) / 2

    def above(p: Floats) -> Floats:
        return binom.sf(x, n, p) + binom.pmf(x, n, p) / 2 - tail

    def below(p: Floats) -> Floats:
        return tail - binom.cdf(x - 1, n, p) - binom.pmf(x, n, p) / 2

    zero, one = np.zeros(x.shape), np.ones(x.shape)
    lower = np.where(x > 0, halved(above, zero, one), 0.0)
    return lower, np.where(x < n, halved(below, zero, one), 1.0)


# ---- one count -----------------------------------------------------------------


def poisson_normal(x: ArrayLike, t: ArrayLike, confidence: float = 0.95) -> Limits:
    x, t = floats(x, t)
    reach = z_of(confidence) * np.sqrt(x)
    return (x - reach) / t, (x + reach) / t


def poisson_exact(x: ArrayLike, t: ArrayLike, confidence: float = 0.95) -> Limits:
    x, t = floats(x, t)
    tail = (1 - confidence) / 2
    lower = np.where(x > 0, gammaincinv(np.maximum(x, 1e-9), tail), 0.0)
    return lower / t, gammaincinv(x + 1, 1 - tail) / t


def poisson_jeffreys(x: ArrayLike, t: ArrayLike, confidence: float = 0.95) -> Limits:
    x, t = floats(x, t)
    tail = (1 - confidence) / 2
    return gammaincinv(x + 0.5, tail) / t, gammaincinv(x + 0.5, 1 - tail) / t


def poisson_score(x: ArrayLike, t: ArrayLike, confidence: float = 0.95) -> Limits:
    x, t = floats(x, t)
    z = z_of(confidence)
    reach = z * np.sqrt(x + z * z / 4)
    return (x + z * z / 2 - reach) / t, (x + z * z / 2 + reach) / t


def poisson_midp(x: ArrayLike, t: ArrayLike, confidence: float = 0.95) -> Limits:
    x, t = floats(x, t)
    tail = (1 - confidence) / 2

    def above(mean: Floats) -> Floats:
        return poisson.sf(x, mean) + poisson.pmf(x, mean) / 2 - tail

    def below(mean: Floats) -> Floats:
        return tail - poisson.cdf(x - 1, mean) - poisson.pmf(x, mean) / 2

    low, high = np.full(x.shape, 1e-12), 10 * (x + 10)
    lower = np.where(x > 0, halved(above, low, high), 0.0)
    return lower / t, halved(below, low, high) / t


def byar_rothman(x: ArrayLike, t: ArrayLike, confidence: float = 0.95) -> Limits:
    """The other formula that goes by Byar's name: half an event more on both sides."""
    x, t = floats(x, t)
    z, more = z_of(confidence), x + 0.5
    reach = z * np.sqrt(1 / more) / 3
    middle = 1 - 1 / (9 * more)
    return more * (middle - reach) ** 3 / t, more * (middle + reach) ** 3 / t


# ---- ratio of two rates --------------------------------------------------------


def rates_log(
    x1: ArrayLike, t1: ArrayLike, x2: ArrayLike, t2: ArrayLike,
    confidence: float = 0.95, add: float = 0.0,
) -> Limits:  # fmt: skip
    """Log-normal limits; `add` is put to both counts. NaN where a count is 0."""
    a, s, b, t = floats(x1, t1, x2, t2)
    a, b = a + add, b + add
    with np.errstate(all="ignore"):
        middle, reach = np.log(a / s * t / b), z_of(confidence) * np.sqrt(1 / a + 1 / b)
        lower, upper = np.exp(middle - reach), np.exp(middle + reach)
    good = (a > 0) & (b > 0)
    return np.where(good, lower, np.nan), np.where(good, upper, np.nan)


def rates_exact(
    x1: ArrayLike, t1: ArrayLike, x2: ArrayLike, t2: ArrayLike,
    confidence: float = 0.95,
) -> Limits:  # fmt: skip
    a, s, b, t = floats(x1, t1, x2, t2)
    return _odds(clopper_pearson(a, a + b, confidence), t / s)


def rates_score(
    x1: ArrayLike, t1: ArrayLike, x2: ArrayLike, t2: ArrayLike,
    confidence: float = 0.95,
) -> Limits:  # fmt: skip
    """Wilson's limits of the share of events, turned into a ratio."""
    a, s, b, t = floats(x1, t1, x2, t2)
    m, z = a + b, z_of(confidence)
    with np.errstate(all="ignore"):
        reach = z * np.sqrt(z * z + 4 * a * b / m)
        low = np.where(a == 0, 0.0, (2 * a + z * z - reach) / (2 * (m + z * z)))
        high = np.where(b == 0, 1.0, (2 * a + z * z + reach) / (2 * (m + z * z)))
    return _odds((low, high), t / s)


def _odds(share: Limits, scale: Floats) -> Limits:
    with np.errstate(all="ignore"):
        return share[0] / (1 - share[0]) * scale, share[1] / (1 - share[1]) * scale


# ---- two proportions -----------------------------------------------------------


def katz(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike,
    confidence: float = 0.95, add: float = 0.0,
) -> Limits:  # fmt: skip
    """Log-normal limits of a ratio; `add` (Walter: 0.5) is put to all four counts."""
    a, n, b, m = (each + add for each in floats(x1, n1, x2, n2))
    with np.errstate(all="ignore"):
        middle = np.log(a / n * m / b)
        reach = z_of(confidence) * np.sqrt(1 / a - 1 / n + 1 / b - 1 / m)
        lower, upper = np.exp(middle - reach), np.exp(middle + reach)
    good = (a > 0) & (b > 0)
    return np.where(good, lower, np.nan), np.where(good, upper, np.nan)


def walter(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike,
    confidence: float = 0.95,
) -> Limits:  # fmt: skip
    return katz(x1, n1, x2, n2, confidence, add=0.5)


def mover_wilson(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike,
    confidence: float = 0.95,
) -> Limits:  # fmt: skip
    """Limits of a ratio from the Wilson limits of its parts (Donner & Zou 2012)."""
    a, n, b, m = floats(x1, n1, x2, n2)
    p, q = a / n, b / m
    (l1, u1), (l2, u2) = _wilson(a, n, confidence), _wilson(b, m, confidence)
    with np.errstate(all="ignore"):
        low = p * q - np.sqrt((p * q) ** 2 - l1 * u2 * (2 * p - l1) * (2 * q - u2))
        high = p * q + np.sqrt((p * q) ** 2 - u1 * l2 * (2 * p - u1) * (2 * q - l2))
        lower, upper = low / (u2 * (2 * q - u2)), high / (l2 * (2 * q - l2))
    return np.where(a == 0, 0.0, lower), np.where(b == 0, np.inf, upper)


def _wilson(x: Floats, n: Floats, confidence: float) -> Limits:
    z = z_of(confidence)
    reach = z * np.sqrt(z * z + 4 * x * (1 - x / n))
    scale, centre = 2 * (n + z * z), 2 * x + z * z
    return (
        np.where(x == 0, 0.0, (centre - reach) / scale),
        np.where(x == n, 1.0, (centre + reach) / scale),
    )


def miettinen_nurminen(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike,
    confidence: float = 0.95,
) -> Limits:  # fmt: skip
    """Score limits of a ratio with the variance of a sample, N / (N - 1)."""
    a, n, b, m = floats(x1, n1, x2, n2)
    aim = z_of(confidence) * np.sqrt((n + m) / (n + m - 1))

    def score(log_ratio: Floats) -> Floats:
        ratio = np.exp(log_ratio)
        first = (n + m) * ratio
        second = -(n * ratio + a + m + b * ratio)
        root = np.sqrt(np.maximum(second**2 - 4 * first * (a + b), 0))
        q = (-second - root) / (2 * first)
        p = ratio * q
        error = np.sqrt(p * (1 - p) / n + ratio**2 * q * (1 - q) / m)
        return (a / n - ratio * b / m) / np.maximum(error, 1e-300)

    low, high = np.full(a.shape, -15.0), np.full(a.shape, 15.0)
    lower = np.exp(halved(lambda v: aim - score(v), low, high))
    upper = np.exp(halved(lambda v: -aim - score(v), low, high))
    return np.where(a == 0, 0.0, lower), np.where(b == 0, np.inf, upper)


def difference_normal(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike,
    confidence: float = 0.95,
) -> Limits:  # fmt: skip
    a, n, b, m = floats(x1, n1, x2, n2)
    p, q = a / n, b / m
    reach = z_of(confidence) * np.sqrt(p * (1 - p) / n + q * (1 - q) / m)
    return p - q - reach, p - q + reach


def mee(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike,
    confidence: float = 0.95,
) -> Limits:  # fmt: skip
    """Score limits of a difference."""
    a, n, b, m = floats(x1, n1, x2, n2)
    z, end = z_of(confidence), np.full(a.shape, 1 - 1e-12)

    def score(apart: Floats) -> Floats:
        q = np.clip(_likeliest(a, n, b, m, apart), 0, 1)
        p = np.clip(q + apart, 0, 1)
        error = np.sqrt(p * (1 - p) / n + q * (1 - q) / m)
        return (a / n - b / m - apart) / np.maximum(error, 1e-300)

    middle = a / n - b / m
    lower = halved(lambda v: z - score(v), -end, middle)
    return lower, halved(lambda v: -z - score(v), middle, end)


def _likeliest(a: Floats, n: Floats, b: Floats, m: Floats, apart: Floats) -> Floats:
    """The second proportion, if the first is `apart` from it: root of a cubic.

    The derivative of the likelihood is 0 where (a - n p) q (1 - q) + (b - m q) p
    (1 - p) is, with p = q + apart; one of its three roots lies among proportions.
    """
    rest, third = a - n * apart, 1 / (3 * (n + m))
    two = -(rest + n + b + m * (1 - 2 * apart)) * third
    one = (rest + b * (1 - 2 * apart) - m * apart * (1 - apart)) * third
    none = b * apart * (1 - apart) * third * 3
    v = two**3 - 1.5 * two * one + none / 2
    u = np.where(v >= 0, 1.0, -1.0) * np.sqrt(np.maximum(two**2 - one, 1e-30))
    angle = (np.pi + np.arccos(np.clip(v / u**3, -1, 1))) / 3
    return 2 * u * np.cos(angle) - two


# ---- two rates, their difference -----------------------------------------------


def rates_difference_normal(
    x1: ArrayLike, t1: ArrayLike, x2: ArrayLike, t2: ArrayLike,
    confidence: float = 0.95,
) -> Limits:  # fmt: skip
    a, s, b, t = floats(x1, t1, x2, t2)
    apart, reach = a / s - b / t, z_of(confidence) * np.sqrt(a / s**2 + b / t**2)
    return apart - reach, apart + reach


# ---- standardised rates, funnels -----------------------------------------------


def fay_feuer(
    x: ArrayLike, n: ArrayLike, standard: ArrayLike, confidence: float = 0.95
) -> tuple[Floats, Floats, Floats]:
    """Directly standardised rate and its gamma limits (Fay & Feuer 1997)."""
    x, n = np.atleast_2d(x).astype(float), np.atleast_2d(n).astype(float)
    share = np.asarray(standard, dtype=float) / np.sum(standard)
    weight, tail = share / n, (1 - confidence) / 2
    value, variance = (weight * x).sum(axis=1), (weight**2 * x).sum(axis=1)
    most = weight.max(axis=1)
    up, wide = value + most, variance + most**2
    with np.errstate(all="ignore"):
        low = gammaincinv(value**2 / variance, tail) * variance / value
    lower = np.where(value > 0, low, 0.0)
    return value, lower, gammaincinv(up**2 / wide, 1 - tail) * wide / up


def standardised_normal(
    x: ArrayLike, n: ArrayLike, standard: ArrayLike, confidence: float = 0.95
) -> Limits:
    x, n = np.atleast_2d(x).astype(float), np.atleast_2d(n).astype(float)
    weight = np.asarray(standard, dtype=float) / np.sum(standard) / n
    value, variance = (weight * x).sum(axis=1), (weight**2 * x).sum(axis=1)
    reach = z_of(confidence) * np.sqrt(variance)
    return value - reach, value + reach


def funnel_about_expected(expected: ArrayLike, confidence: float = 0.95) -> Limits:
    """Exact limits of a count, centred on what is expected, as a ratio to it."""
    lower, upper = poisson_exact(expected, 1, confidence)
    return lower / expected, upper / expected


def halved(f: Callable[[Floats], Floats], low: Floats, high: Floats) -> Floats:
    """Where the increasing f is 0, by halving."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        over = f(middle) > 0
        low, high = np.where(over, low, middle), np.where(over, middle, high)
    return (low + high) / 2
