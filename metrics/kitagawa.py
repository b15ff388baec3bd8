"""Two groups' rates: how much lies in another mix of strata, and how much within them.

The first pair is the group, the second the reference, one cell a stratum (an age group,
a county). A part is a description, not a cause.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from metrics.rates import Floats


@dataclass(frozen=True, kw_only=True)
class TwoParts:
    """A difference of rates: between + within = group's rate - reference's rate.

    between, within: due to another mix of strata, and to other rates in the same
    stratum; by_stratum: `within`, stratum by stratum. ratio_between, ratio_within: the
    same in factors of the ratio, which multiply to it; NaN where there is no ratio.
    """

    between: float
    within: float
    by_stratum: Floats
    ratio_between: float
    ratio_within: float


def kitagawa(
    rates1: ArrayLike, mix1: ArrayLike, rates2: ArrayLike, mix2: ArrayLike
) -> TwoParts:
    """The two parts from rates and mixes; the mixes are scaled to add up to 1.

    Differences are weighted with the mean of the two groups' mixes (for `within`) and
    rates (for `between`), so that neither is preferred; the factors of the ratio have
    the reference's rates at the group's mix between them. Raises ValueError if the
    shapes differ or a mix is empty or negative.
    Source: Kitagawa 1955, JASA 50:1168.
    """
    r, s, q, p = (
        np.asarray(each, dtype=np.float64) for each in (rates1, mix1, rates2, mix2)
    )
    if len({each.shape for each in (r, s, q, p)}) != 1 or r.ndim != 1:
        raise ValueError("rates and mixes of both groups need the same strata")
    if not all((each >= 0).all() and each.sum() > 0 for each in (s, p)):
        raise ValueError("a mix needs sizes of 0 or more, not all of them 0")
    return _two_parts(r, s / s.sum(), q, p / p.sum())


def _two_parts(r: Floats, s: Floats, q: Floats, p: Floats) -> TwoParts:
    by_stratum = (r - q) * (s + p) / 2
    with np.errstate(all="ignore"):
        elsewhere = (s * q).sum()
        factors = np.array((elsewhere / (p * q).sum(), (s * r).sum() / elsewhere))
    factors = np.where(np.isfinite(factors), factors, np.nan)
    return TwoParts(
        between=float(((s - p) * (r + q) / 2).sum()),
        within=float(by_stratum.sum()),
        by_stratum=by_stratum,
        ratio_between=float(factors[0]),
        ratio_within=float(factors[1]),
    )
