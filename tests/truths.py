"""Whether an edition shows what was planted, by 99.9 % intervals of its counts."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.demo.truths import Planted
from metrics.disparity import proportion_ratio, rate_ratio
from metrics.model import Measure
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from metrics.table import MeasureTable

CONFIDENCE = 0.999


@dataclass(frozen=True, kw_only=True)
class Found:
    """One planted ratio, and the interval that was found for it."""

    truth: Planted
    window: str
    lower: float
    upper: float

    @property
    def holds(self) -> bool:
        return self.lower <= self.truth.ratio <= self.upper


def check(outcomes: Outcomes, truth: Planted) -> Iterator[Found]:
    """The intervals for one planted truth: a ratio, a change, or a trend."""
    table = outcomes.table(_selection(truth))
    finders = {"ratio": _ratios, "change": _change, "trend": _trend}
    yield from finders[truth.kind](table, truth)


def _selection(truth: Planted) -> Selection:
    return Selection(
        state="nc",
        measure=truth.measure,
        place="" if truth.place == "nc" else truth.place,
        by=truth.dimension,  # type: ignore[arg-type]
        windows=tuple(dict.fromkeys((*truth.reference_windows, *truth.windows))),
        base=truth.base or None,  # type: ignore[arg-type]
    )


Counts = tuple[float, float]


def _counts(table: MeasureTable, group: str, windows: tuple[str, ...]) -> Counts:
    """Counts of a group over windows; "others" are all other known groups together."""
    rows = [row for row in table if row.window in windows]
    left_out = (group.removeprefix("not "), "unknown", "provider:0")
    if group.startswith("not "):
        chosen = [row for row in rows if row.group not in left_out]
    else:
        chosen = [row for row in rows if row.group == group]
    return sum(r.numerator for r in chosen), sum(r.denominator for r in chosen)


def _interval(
    measure: Measure, one: Counts, two: Counts, base: str
) -> tuple[float, float]:
    nested = measure.step is None or measure.step.nested
    whole = measure.kind == "proportion" and base != "population" and nested
    method = proportion_ratio if whole else rate_ratio
    found = method(*(np.array([x]) for x in (*one, *two)), confidence=CONFIDENCE)
    return float(found.lower[0]), float(found.upper[0])


def _ratios(table: MeasureTable, truth: Planted) -> Iterator[Found]:
    other = f"not {truth.group}" if truth.reference == "others" else truth.reference
    for window in truth.windows:
        one = _counts(table, truth.group, (window,))
        two = _counts(table, other, (window,))
        lower, upper = _interval(table.measure, one, two, truth.base)
        yield Found(truth=truth, window=window, lower=lower, upper=upper)


def _change(table: MeasureTable, truth: Planted) -> Iterator[Found]:
    after = _counts(table, "all", truth.windows)
    before = _counts(table, "all", truth.reference_windows)
    lower, upper = _interval(table.measure, after, before, truth.base)
    yield Found(truth=truth, window=truth.windows[-1], lower=lower, upper=upper)


def _trend(table: MeasureTable, truth: Planted) -> Iterator[Found]:
    """Each window against the first one, as a ratio a year."""
    for years, window in enumerate(truth.windows[1:], start=1):
        one = _counts(table, "all", (window,))
        two = _counts(table, "all", (truth.windows[0],))
        lower, upper = _interval(table.measure, one, two, truth.base)
        yearly = (lower ** (1 / years), upper ** (1 / years))
        yield Found(truth=truth, window=window, lower=yearly[0], upper=yearly[1])
