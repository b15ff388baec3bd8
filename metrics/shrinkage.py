"""Figures of small places drawn towards the state's, as far as their size asks.

An extra layer: always shown beside the raw figure, with the weight the raw figure
keeps, and never fed into limits, tests or decisions.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import minimize
from scipy.special import betaln, gammaincc, gammaincinv, gammaln, ndtr

from metrics.rates import (
    NOT_ESTIMABLE,
    OK,
    Bools,
    Estimates,
    Floats,
    columns,
    normal_quantile,
)

# The prior is looked for between these shapes; at the upper one the places no longer
# differ by more than chance.
_SHAPES = (1e-3, 1e6)
NO_SPREAD = "no spread between places"


@dataclass(frozen=True, kw_only=True)
class Shrunk(Estimates):
    """Adjusted figures; weight: what share of each is the place's own figure.

    status is "no spread between places" where they differ no more than chance gives:
    the centre then stands for all of them, without an interval.
    centre: what they are drawn towards; above: the probability that the place's
    underlying rate is above the centre (NaN where the method gives none).
    """

    weight: Floats
    centre: float
    above: Floats


def marshall(events: ArrayLike, population: ArrayLike) -> Shrunk:
    """Global empirical Bayes rates by the method of moments; no interval.

    events, population: one a place. Places without a population or a count are not
    estimable and do not count in the centre. Raises ValueError if no place is left.
    Source: Marshall 1991, Applied Statistics 40:283.
    """
    x, n = columns(events, population)
    good = _usable(x, n)
    centre = float(x[good].sum() / n[good].sum())
    rate = x / np.where(good, n, 1.0)
    spread = float((n * (rate - centre) ** 2)[good].sum() / n[good].sum())
    between = max(0.0, spread - centre / float(n[good].mean()))
    with np.errstate(all="ignore"):
        weight = np.where(good, between / (between + centre / n), np.nan)
    if between == 0:
        weight = np.where(good, 0.0, np.nan)
    return Shrunk(
        value=weight * rate + (1 - weight) * centre,
        lower=np.full(x.shape, np.nan),
        upper=np.full(x.shape, np.nan),
        method=np.full(x.shape, "Marshall empirical Bayes"),
        status=np.where(good, OK if between else NO_SPREAD, NOT_ESTIMABLE),
        weight=weight,
        centre=centre,
        above=np.full(x.shape, np.nan),
    )


def gamma_poisson(
    events: ArrayLike, population: ArrayLike, *, confidence: float = 0.95
) -> Shrunk:
    """Rates under a gamma prior fitted to all places, with credible intervals.

    events, population: one a place. The prior's mean and shape are those under which
    the counts are likeliest (negative binomial); uncertainty about the prior itself is
    not in the intervals. Raises ValueError if no place can be used, there are no
    events, or confidence is not between 0 and 1.
    Source: Clayton & Kaldor 1987, Biometrics 43:671.
    """
    x, n = columns(events, population)
    good = _usable(x, n)
    if not x[good].sum() > 0:
        raise ValueError("without any events no rate can be fitted")
    tail = float(ndtr(-normal_quantile(confidence)))
    centre, shape = _prior(x[good], n[good])
    a, b = shape + np.where(good, x, 0), shape / centre + np.where(good, n, 0)
    spread = shape < _SHAPES[1] / 2
    blank = np.where(good, 1.0, np.nan)
    known = np.where(good & spread, 1.0, np.nan)
    return Shrunk(
        value=blank * (a / b if spread else centre),
        lower=known * gammaincinv(a, tail) / b,
        upper=known * gammaincinv(a, 1 - tail) / b,
        method=np.full(x.shape, "gamma-Poisson"),
        status=np.where(good, OK if spread else NO_SPREAD, NOT_ESTIMABLE),
        weight=blank * (np.where(good, n, 1.0) / b if spread else 0.0),
        centre=centre,
        above=known * gammaincc(a, b * centre),
    )


def _usable(x: Floats, n: Floats) -> Bools:
    good = np.isfinite(x) & np.isfinite(n) & (x >= 0) & (n > 0)
    if not good.any():
        raise ValueError("no place has both a count and a population")
    return good


def _prior(x: Floats, n: Floats) -> tuple[float, float]:
    """Mean and shape of the gamma prior under which the counts are likeliest."""
    crude, some, safe = x.sum() / n.sum(), x > 0, np.maximum(x, 1)

    def unlikely(at: Floats) -> float:
        mean, shape = crude * np.exp(at[0]), np.exp(at[1])
        share = mean * n / (shape + mean * n)
        # log gamma(x + shape) - log gamma(shape), without the loss of digits
        rising = np.where(some, gammaln(safe) - betaln(shape, safe), 0.0)
        each = rising + x * np.log(share) - shape * np.log1p(mean * n / shape)
        return -float(each.sum())

    low, high = np.log(_SHAPES)
    starts = [(0.0, np.log(shape)) for shape in (0.5, 5.0, 50.0, 5000.0)]
    found = [
        minimize(unlikely, s, method="L-BFGS-B", bounds=((-5, 5), (low, high)))
        for s in starts
    ]
    best = min(found, key=lambda each: float(each.fun)).x
    return float(crude * np.exp(best[0])), float(np.exp(best[1]))
