"""Days in care within a horizon, and the median stay, from metrics.survival's sums.

The restricted mean says: of the first 730 days, children spent so many in care.
"""

import numpy as np

from metrics.rates import NOT_ESTIMABLE, OK, Estimates, Floats, normal_quantile
from metrics.survival import Curves, Sums, at_start, curves

NOT_REACHED = "not reached"


def days_in_care(
    counted: Sums, *, horizon: float, confidence: float = 0.95
) -> Estimates:
    """Mean days in care of the first `horizon` days, one a leading cell.

    In a bin where all were followed the child-days are complete and are divided by the
    children; where some were not, the exits are spread over the child-days (piecewise
    exponential), so that nothing hangs on when in the bin they left. The limits are
    normal, cut at 0 and the horizon. Not estimable where nobody is followed so far.
    Raises ValueError if the horizon is not an edge of a bin or there are no child-days.
    Source: Irwin 1949; Royston & Parmar 2013, BMC Medical Research Methodology 13:152.
    """
    ends = np.flatnonzero(counted.edges == horizon)
    if not ends.size or ends[0] == 0:
        raise ValueError(f"no bin ends at {horizon} days")
    if not counted.days.any():
        raise ValueError("days in care need the child-days lived in each bin")
    bins = int(ends[0])
    areas = _areas(counted)[..., :bins]
    value = areas.sum(axis=-1)
    error = _error(counted, areas)
    reach = normal_quantile(confidence) * error
    low, high = np.maximum(value - reach, 0), np.minimum(value + reach, horizon)
    status = np.where(np.isfinite(value), OK, NOT_ESTIMABLE)
    return Estimates(
        value=value, lower=low, upper=high,
        method=np.full(value.shape, "restricted mean"), status=status,
    )  # fmt: skip


def _areas(counted: Sums) -> Floats:
    """Days lived in each bin by a child who started."""
    in_care = curves(counted).in_care
    before = at_start(in_care)
    width, days, left = np.diff(counted.edges), counted.days, counted.left
    complete = (counted.censored == 0) & (counted.late == 0)
    with np.errstate(all="ignore"):
        hazard = left / days
        inside = np.where(left > 0, -np.expm1(-hazard * width) / hazard, width)
        inside = np.where((left > 0) & (days == 0), 0.0, inside)
        inside = np.where(complete, days / counted.at_risk, inside)
    # Once all have left none lives another day; once nobody is followed none is seen.
    inside = np.where(counted.at_risk > 0, inside, np.nan)
    return np.where(before == 0, 0.0, before * inside)


def _error(counted: Sums, areas: Floats) -> Floats:
    """Standard error: what is lost after each exit, by the share who exit there."""
    bins = areas.shape[-1]
    left, risk = counted.left[..., :bins], counted.at_risk[..., :bins]
    total = areas.sum(axis=-1, keepdims=True)
    after = total - np.cumsum(areas, axis=-1)
    with np.errstate(all="ignore"):
        step = np.where((left > 0) & (left < risk), left / (risk * (risk - left)), 0.0)
    return np.asarray(np.sqrt((after**2 * step).sum(axis=-1)))


def median_days(found: Curves) -> Estimates:
    """The day by which half have left, one a leading cell, or "not reached".

    By the product limit it is the first day on which half or fewer are still in care;
    from wider bins it is a point inside the bin. The limits are where the limits of
    the curve pass a half; one that does not is infinite (no upper limit).
    Source: Brookmeyer & Crowley 1982, Biometrics 38:29.
    """
    value, lower, upper = (
        _half(found, each) for each in (found.in_care, found.lower, found.upper)
    )
    reached = np.isfinite(value)
    return Estimates(
        value=np.where(reached, value, np.nan),
        lower=np.where(np.isfinite(lower), lower, np.nan),
        upper=upper,
        method=np.full(value.shape, found.method),
        status=np.where(reached, OK, NOT_REACHED),
    )


def _half(found: Curves, share: Floats) -> Floats:
    """Where a curve passes one half; infinite where it does not."""
    with np.errstate(invalid="ignore"):
        passed = share <= 0.5
    first = np.argmax(passed, axis=-1)
    start = found.edges[first]
    if found.method == "actuarial":
        ones = np.ones((*share.shape[:-1], 1))
        whole = np.concatenate((ones, share), axis=-1)
        pair = [
            np.take_along_axis(whole, at[..., None], axis=-1)[..., 0]
            for at in (first, first + 1)
        ]
        with np.errstate(all="ignore"):
            part = (pair[0] - 0.5) / (pair[0] - pair[1])
        start = start + part * np.diff(found.edges)[first]
    return np.where(passed.any(axis=-1), start, np.inf)
