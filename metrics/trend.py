"""What changed: a trend over five windows, two windows, two ratios, and the verdict.

A direction is given only where chance would seldom give it; whether it is good is
said only by the measure's own field, never guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc

from metrics.disparity import proportion_ratio, rate_ratio
from metrics.model import Direction, Kind
from metrics.rates import NOT_ESTIMABLE, Floats, columns, normal_quantile
from metrics.reliability import LIMITS, Limits, reliable_counts
from metrics.windows import refuse_overlap

Moves = Literal["rising", "falling", "no clear change", "cannot be calculated"]
Changes = Literal["higher", "lower", "no clear change", "cannot be compared"]
Verdict = Literal[
    "better", "worse", "no clear change", "higher", "lower", "cannot tell"
]

POINTS = 5
# The 99.8 % point of chi-square with one degree of freedom.
THRESHOLD = 9.5495
_WIDTH = 2 * normal_quantile(0.95)


@dataclass(frozen=True, kw_only=True)
class Trend:
    """direction; chi2: strength (compare with THRESHOLD); slope: units a window."""

    direction: Moves
    chi2: float
    slope: float


@dataclass(frozen=True, kw_only=True)
class Change:
    """direction, and the ratio of now to before with its interval."""

    direction: Changes
    ratio: float
    lower: float
    upper: float


@dataclass(frozen=True, kw_only=True)
class TrendTest:
    """z, above 0 for rising proportions; chi2: its square; p: two-sided.

    excess: sum of scores over those counted, less what equal proportions would give.
    """

    excess: float
    z: float
    chi2: float
    p: float


def recent_trend(
    values: ArrayLike,
    lowers: ArrayLike,
    uppers: ArrayLike,
    *,
    windows: Iterable[str] = (),
) -> Trend:
    """The direction of the five newest windows, oldest first, with 95 % limits.

    Weighted line through the five; a direction needs a chi-square over THRESHOLD and
    the same sign in each of the five lines that leave one window out, so that no
    single window makes a trend. Windows without a figure at the end (not mature yet)
    are passed over; a gap inside the five is never bridged. Raises BadSelection if two
    of `windows` (their keys) share days. Source: the recent-trend rule of the English
    public health indicators.
    """
    refuse_overlap(windows)
    value, low, high = columns(values, lowers, uppers)
    error = (high - low) / _WIDTH
    usable = np.flatnonzero(np.isfinite(value) & np.isfinite(error) & (error > 0))
    newest = usable[-POINTS:]
    if len(newest) < POINTS or any(b - a != 1 for a, b in pairwise(newest)):
        return Trend(direction="cannot be calculated", chi2=np.nan, slope=np.nan)
    weight = error[newest] ** -2.0
    kept = np.vstack((np.ones(POINTS), 1 - np.eye(POINTS))) * weight
    slopes, chi2 = _lines(kept, value[newest])
    slope, strength = float(slopes[0]), float(chi2[0])
    steady = bool(np.all(slopes > 0) or np.all(slopes < 0))
    direction: Moves = "rising" if slope > 0 else "falling"
    if strength <= THRESHOLD or not steady:
        direction = "no clear change"
    return Trend(direction=direction, chi2=strength, slope=slope)


def _lines(weight: Floats, value: Floats) -> tuple[Floats, Floats]:
    """Slope and chi-square of one weighted line a row of `weight`."""
    time = np.arange(value.size, dtype=np.float64)
    total = weight.sum(axis=1)
    centre = weight @ time / total
    spread = (weight * (time - centre[:, None]) ** 2).sum(axis=1)
    slope = (weight * (time - centre[:, None])) @ value / spread
    return slope, slope**2 * spread


def trend_of_proportions(
    x: ArrayLike,
    n: ArrayLike,
    scores: ArrayLike | None = None,
    *,
    windows: Iterable[str] = (),
) -> TrendTest:
    """Cochran-Armitage test for x / n rising or falling with the scores.

    x, n: counts, one a window, in order; scores: 1, 2, 3 ... if left out.
    Raises ValueError when everyone or no one was counted, or all scores are equal, and
    BadSelection if two of `windows` share days. Source: Armitage 1955.
    """
    refuse_overlap(windows)
    count, total = columns(x, n)
    score = np.arange(1.0, count.size + 1) if scores is None else columns(scores)[0]
    share = count.sum() / total.sum()
    away = score - np.average(score, weights=total)
    variance = share * (1 - share) * (total * away**2).sum()
    if not variance > 0:
        raise ValueError("no trend can be tested: everything counted is the same")
    more = float((count * away).sum())
    z = float(more / np.sqrt(variance))
    return TrendTest(excess=more, z=z, chi2=z * z, p=float(chdtrc(1, z * z)))


def compare(
    x1: float,
    n1: float,
    x0: float,
    n0: float,
    kind: Kind,
    *,
    confidence: float = 0.95,
    limits: Limits = LIMITS,
) -> Change:
    """Now (x1 of n1) against before (x0 of n0), by the interval of their ratio.

    Cannot be compared when a count is missing or below the reliability limit.
    """
    counts = ((x1, n1, x0, n0),)
    return compare_all(counts, (kind,), confidence=confidence, limits=limits)[0]


def compare_all(
    counts: Sequence[tuple[float, float, float, float]],
    kinds: Sequence[Kind],
    *,
    confidence: float = 0.95,
    limits: Limits = LIMITS,
) -> list[Change]:
    """`compare` for many at once: one call of each interval function for them all.

    counts: (x1, n1, x0, n0) each; kinds: "proportion" or "rate" each.
    """
    found = [_incomparable()] * len(counts)
    for kind, method in (("proportion", proportion_ratio), ("rate", rate_ratio)):
        mine = [
            i
            for i, own in enumerate(kinds)
            if own == kind and reliable_counts(*counts[i], limits=limits)
        ]
        if not mine:
            continue
        x1, n1, x0, n0 = np.array([counts[i] for i in mine], dtype=np.float64).T
        ends = method(x1, n1, x0, n0, confidence=confidence)
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.where(x0 > 0, (x1 / n1) / (x0 / n0), np.inf)
        rows = zip(mine, ratio, ends.lower, ends.upper, ends.status, strict=True)
        for i, middle, lower, upper, status in rows:
            if status != NOT_ESTIMABLE:
                found[i] = _change(float(middle), float(lower), float(upper))
    return found


def ratio_of_ratios(
    now: tuple[float, float, float, float],
    before: tuple[float, float, float, float],
    kind: Kind,
    *,
    confidence: float = 0.95,
    limits: Limits = LIMITS,
) -> Change:
    """How the ratio of two groups changed: ratio now / ratio before, with interval.

    now, before: (x1, n1, x2, n2), group then reference, from separate windows. The
    direction is that of the ratio: from 0.5 to 0.9 is "higher" and yet a smaller gap.
    Source: Altman & Bland 2003, on the log scale.
    """
    counts = (*now, *before)
    if not reliable_counts(*counts, limits=limits):
        return _incomparable()
    x, n = np.array(counts[::2]), np.array(counts[1::2])
    whole = 1 / n if kind == "proportion" else np.zeros(4)
    error = np.sqrt(max(float((1 / x - whole).sum()), 0.0))
    log_ratio = float(np.log(x / n) @ np.array((1.0, -1.0, -1.0, 1.0)))
    reach = normal_quantile(confidence) * error
    limits_of = np.exp((log_ratio - reach, log_ratio + reach))
    return _change(float(np.exp(log_ratio)), float(limits_of[0]), float(limits_of[1]))


def verdict(found: Change | Trend, direction: Direction) -> Verdict:
    """The word for a change: better or worse only where the measure has a direction."""
    if found.direction in ("cannot be compared", "cannot be calculated"):
        return "cannot tell"
    if found.direction == "no clear change":
        return "no clear change"
    higher = found.direction in ("higher", "rising")
    if direction == "none":
        return "higher" if higher else "lower"
    return "better" if higher == (direction == "higher") else "worse"


def _change(ratio: float, lower: float, upper: float) -> Change:
    direction: Changes = "no clear change"
    if lower > 1:
        direction = "higher"
    elif upper < 1:
        direction = "lower"
    return Change(direction=direction, ratio=ratio, lower=lower, upper=upper)


def _incomparable() -> Change:
    return Change(
        direction="cannot be compared", ratio=np.nan, lower=np.nan, upper=np.nan
    )
