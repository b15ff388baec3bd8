"""The disproportionality index: a group's share of events over its share of children.

Context only. It cannot exceed 1 / share of children, so it moves with the population
and is never used to rank or to compare places; the ratio of rates is.
"""

import numpy as np
from numpy.typing import ArrayLike

from metrics.rates import NOT_ESTIMABLE, Estimates, columns, wilson


def disproportionality(
    x: ArrayLike,
    events: ArrayLike,
    children: ArrayLike,
    population: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Estimates:
    """(x / events) / (children / population), with Wilson limits of x / events.

    x of all `events`, and `children` of all in the `population`, are the group's; the
    population is taken as known, without error of its own. Not estimable without
    events or without children of the group. Raises ValueError if confidence is not
    between 0 and 1. Source: Hill 2006; Shaw et al. 2008, Children and Youth Services
    Review 30:23.
    """
    count, total, own, whole = columns(x, events, children, population)
    with np.errstate(all="ignore"):
        share = np.where((own > 0) & (own <= whole), own / whole, np.nan)
        some = np.where(np.isnan(share), 0.0, total)
        limits = wilson(count, some, confidence=confidence)
        value = count / total / share
    return Estimates(
        value=np.where(limits.status == NOT_ESTIMABLE, np.nan, value),
        lower=limits.lower / share,
        upper=limits.upper / share,
        method=limits.method,
        status=limits.status,
    )
