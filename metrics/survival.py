"""Time in care from sums: how many still are, and how the others left.

Everything is a pure function of sums a duration bin, which add over places, groups and
cohorts: exits by type, children no longer followed (censored), child-days lived, and
children who came under observation late (left truncation). Bin k holds the durations
from edges[k] to below edges[k + 1], in days; a child who leaves on the day of entry has
duration 0. Leading axes of the sums (places, groups) are kept.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from metrics.rates import OK, Floats, Words, wilson

Within = Literal["product limit", "actuarial"]
FEW_AT_RISK, NOBODY = "few at risk", "nobody at risk"
LEAST_AT_RISK = 10


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What was counted, as floats: edges (bins + 1,); the others (..., bins).

    exits: (..., bins, types); late: first followed in that bin; days: child-days lived.
    started: (...,) children followed from duration 0.
    """

    edges: Floats
    exits: Floats
    censored: Floats
    late: Floats
    days: Floats

    @property
    def left(self) -> Floats:
        """Exits of any type, (..., bins)."""
        return np.asarray(self.exits.sum(axis=-1), dtype=np.float64)

    @property
    def started(self) -> Floats:
        gone = self.left + self.censored - self.late
        return np.asarray(gone.sum(axis=-1), dtype=np.float64)

    @property
    def at_risk(self) -> Floats:
        """Children in care and followed in each bin, before anyone leaves in it."""
        gone = np.cumsum(self.left + self.censored, axis=-1) - self.left - self.censored
        return self.started[..., None] + np.cumsum(self.late, axis=-1) - gone

    @property
    def known(self) -> Floats:
        """Children who came under observation by each bin, less those censored before.

        They are at risk in it or known to have left.
        """
        return self.at_risk + np.cumsum(self.left, axis=-1) - self.left


@dataclass(frozen=True, kw_only=True)
class Curves:
    """Shares at the end of each bin, with limits; all that starts is 1.

    in_care: (..., bins), with lower and upper; left: (..., bins, types), the cumulative
    incidence of each type, with lower and upper; in_care and the sum of left make 1.
    error, left_error: standard errors. at_risk: children in care and followed in the
    bin. status: "ok", "few at risk" (cut the curve there) or "nobody at risk" (NaN).
    """

    edges: Floats
    in_care: Floats
    lower: Floats
    upper: Floats
    error: Floats
    left: Floats
    left_lower: Floats
    left_upper: Floats
    left_error: Floats
    at_risk: Floats
    method: Within
    status: Words


def sums(
    edges: ArrayLike,
    exits: ArrayLike,
    censored: ArrayLike,
    *,
    late: ArrayLike | None = None,
    days: ArrayLike | None = None,
) -> Sums:
    """The sums as columns, checked. Without `late` all are followed from the start.

    Raises ValueError where the shapes do not fit, the edges do not rise, a count is
    negative or missing, or more came late than ever left.
    """
    ends = np.asarray(edges, dtype=np.float64)
    out = np.asarray(exits, dtype=np.float64)
    shape = out.shape[:-1]
    if ends.ndim != 1 or out.ndim < 2 or shape[-1] != ends.size - 1:
        raise ValueError("exits need one row a bin, and edges one more than bins")
    if not (np.diff(ends) > 0).all():
        raise ValueError("the edges of the bins must rise")
    rest = [
        np.zeros(shape) if each is None else np.asarray(each, dtype=np.float64)
        for each in (censored, late, days)
    ]
    if any(each.shape != shape for each in rest):
        raise ValueError("censored, late and days need the shape of exits less types")
    if not all((each >= 0).all() for each in (out, *rest)):
        raise ValueError("a sum is missing or below 0")
    found = Sums(edges=ends, exits=out, censored=rest[0], late=rest[1], days=rest[2])
    if (found.started < 0).any() or (found.at_risk < found.left + found.censored).any():
        raise ValueError("more children left than were being followed")
    return found


def curves(
    counted: Sums, *, within: Within = "actuarial", confidence: float = 0.95
) -> Curves:
    """Shares still in care and left by each type: Aalen-Johansen.

    within: what is assumed of children censored or entering late inside a bin:
    "product limit" for bins of one day (exact), where they count for the whole bin;
    "actuarial" for wider bins, where they count for half of it. Limits are Wilson's on
    the number of children that would give the curve's own error (Greenwood; delta
    method for types), so that without censoring they are those of a plain proportion.
    Source: Kaplan & Meier 1958; Aalen & Johansen 1978; Marubini & Valsecchi 1995, 10.
    """
    risk = _risk(counted, within)
    in_care = _in_care(counted, risk)
    before = at_start(in_care)
    with np.errstate(all="ignore"):
        each = np.where(counted.exits > 0, counted.exits / risk[..., None], 0.0)
    left = np.cumsum(before[..., None] * each, axis=-2)
    left = np.where(np.isnan(in_care)[..., None], np.nan, left)
    error = _greenwood(in_care, counted.left, risk)
    left_error = _type_error(left, before, counted.exits, risk)
    low, high = _limits(in_care, error, counted.known, confidence)
    left_low, left_high = _limits(
        left, left_error, counted.known[..., None], confidence
    )
    return Curves(
        edges=counted.edges, in_care=in_care, lower=low, upper=high, error=error,
        left=left, left_lower=left_low, left_upper=left_high, left_error=left_error,
        at_risk=counted.at_risk, method=within,
        status=_status(counted.at_risk, in_care),
    )  # fmt: skip


def at_start(in_care: Floats) -> Floats:
    """The share in care at the start of each bin, from that at its end."""
    ones = np.ones_like(in_care[..., :1])
    return np.concatenate((ones, in_care[..., :-1]), axis=-1)


def _risk(counted: Sums, within: Within) -> Floats:
    """Children at risk in each bin, those seen for a part of it counted as a half."""
    if within == "product limit":
        return counted.at_risk
    # Who enters late on a day is there for the whole of it, in a month for half.
    half = np.where(np.diff(counted.edges) > 1, counted.late, 0.0)
    halved = counted.at_risk - (counted.censored + half) / 2
    return np.maximum(halved, counted.left)


def _in_care(counted: Sums, risk: Floats) -> Floats:
    """The share in care after each bin; NaN once nobody is followed, unless 0."""
    with np.errstate(all="ignore"):
        stay = 1 - np.where(counted.left > 0, counted.left / risk, 0.0)
    share = np.asarray(np.cumprod(stay, axis=-1), dtype=np.float64)
    lost = np.cumsum((counted.at_risk == 0) & (share > 0), axis=-1) > 0
    return np.where(lost, np.nan, share)


def _status(at_risk: Floats, in_care: Floats) -> Words:
    words = np.where(at_risk < LEAST_AT_RISK, FEW_AT_RISK, OK)
    return np.where(np.isnan(in_care), NOBODY, words)


def _greenwood(in_care: Floats, left: Floats, risk: Floats) -> Floats:
    """Standard error of the share in care; NaN once nobody is left."""
    with np.errstate(all="ignore"):
        step = np.where(left > 0, left / (risk * (risk - left)), 0.0)
        return np.asarray(in_care * np.sqrt(np.cumsum(step, axis=-1)))


def _type_error(left: Floats, before: Floats, exits: Floats, risk: Floats) -> Floats:
    """Standard errors of the cumulative incidences, by the delta method.

    The sums over earlier bins j of (F - F_j)^2 a_j + b_j - 2 (F - F_j) c_j are opened
    into running sums, so that the work grows with the bins and not with their square.
    """
    n, away = risk[..., None], exits.sum(axis=-1, keepdims=True)
    with np.errstate(all="ignore"):
        a = np.where((away > 0) & (away < n), away / (n * (n - away)), 0.0)
        share = before[..., None]
        b = np.where(exits > 0, share**2 * exits * (n - exits) / n**3, 0.0)
        c = np.where(exits > 0, share * exits / n**2, 0.0)
        first = left**2 * _run(a) - 2 * left * _run(a * left) + _run(a * left**2)
        third = left * _run(c) - _run(c * left)
        return np.asarray(np.sqrt(np.maximum(first + _run(b) - 2 * third, 0.0)))


def _run(each: Floats) -> Floats:
    return np.asarray(np.cumsum(each, axis=-2))


def _limits(
    share: Floats, error: Floats, known: Floats, confidence: float
) -> tuple[Floats, Floats]:
    """Wilson's limits on as many children as would give this error.

    A share of none or all has no error: then it is on those not censored so far.
    """
    with np.errstate(all="ignore"):
        size = share * (1 - share) / error**2
    size = np.where(np.isfinite(size) & (error > 0), size, known)
    count = np.clip(share, 0, 1) * size
    found = wilson(count.ravel(), size.ravel(), confidence=confidence)
    return found.lower.reshape(share.shape), found.upper.reshape(share.shape)
