"""How the ratio of two groups moved: over windows that share no day, and since when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

import numpy as np

from metrics.groups import GROUPS
from metrics.model import Measure
from metrics.phrases import terms
from metrics.table import IMMATURE, STATE_REFERENCE, MeasureRow
from metrics.trend import Change, ratio_of_ratios
from metrics.windows import Window, refuse_overlap

Gap = Literal["wider", "smaller", "turned round", "no clear change", "cannot tell"]


@dataclass(frozen=True, kw_only=True)
class GapTrend:
    """A group's rows, oldest first, and the change between two of them.

    before, now: the rows compared, None where there are no two; change: of the ratio;
    gap: whether the ratio moved away from 1 or towards it, judged by the interval.
    """

    rows: tuple[MeasureRow, ...]
    before: MeasureRow | None
    now: MeasureRow | None
    change: Change
    gap: Gap


def gap_trend(
    own: Iterable[MeasureRow],
    state: Iterable[MeasureRow],
    group: str,
    *,
    measure: Measure,
    baseline: str = "",
) -> GapTrend:
    """The ratio of a group over the windows of a table, and what changed.

    own: rows of every group of one dimension and place, oldest window first; state: the
    same for the whole state, from which a reference may come. baseline: the window to
    compare with, else the first in which there is a ratio. Raises BadSelection if two
    windows share days.
    """
    every = tuple(own)
    rows = tuple(row for row in every if row.group == group)
    refuse_overlap([row.window for row in rows])
    usable = [row for row in rows if compared(row)]
    at = next((row for row in usable if row.window == baseline), None)
    before = at or (usable[0] if usable else None)
    later = usable[usable.index(before) + 1 :] if before else []
    if before is None or not later:
        return GapTrend(rows=rows, before=before, now=None, change=_none(),
                        gap="cannot tell")  # fmt: skip
    now = later[-1]
    wide = tuple(state)
    # Ratios over other counties in each window say nothing about a change.
    change = (
        _none()
        if partial(before, now)
        else ratio_of_ratios(
            (*_counts(now), *_reference(now, every, wide)),
            (*_counts(before), *_reference(before, every, wide)),
            terms(now, measure).kind,
        )
    )
    return GapTrend(
        rows=rows, before=before, now=now, change=change,
        gap=moved(before.ratio, now.ratio, change),
    )  # fmt: skip


def baseline_of(windows: Sequence[Window], baseline: Window | None) -> str:
    """The key of the window that holds the baseline, if another comes after it."""
    if baseline is None:
        return ""
    holds = [w for w in windows[:-1] if w.start <= baseline.start <= w.end]
    return holds[0].key if holds else ""


def compared(row: MeasureRow) -> bool:
    """Whether the row has a ratio that may stand beside another."""
    return row.ratio_status == "ok" and not row.has(IMMATURE) and isfinite(row.ratio)


def partial(*rows: MeasureRow) -> bool:
    """Whether a ratio is formed over some of the places only."""
    return any(row.coverage for row in rows)


def moved(before: float, now: float, change: Change) -> Gap:
    """Towards 1 or away from it: a ratio that rises from 0.5 to 0.9 has a smaller gap.

    Where the ratio changed sides, neither is said.
    """
    if change.direction == "cannot be compared":
        return "cannot tell"
    if change.direction == "no clear change":
        return "no clear change"
    first, last = np.log(before), np.log(now)
    if first * last < 0:
        return "turned round"
    return "wider" if abs(last) > abs(first) else "smaller"


def _counts(row: MeasureRow) -> tuple[float, float]:
    return row.numerator, row.denominator


def _reference(
    row: MeasureRow, own: Iterable[MeasureRow], state: Iterable[MeasureRow]
) -> tuple[float, float]:
    """The counts that the row's ratio was made with."""
    whole = row.reference == "state" or row.has(STATE_REFERENCE)
    codes = {row.group if row.reference == "state" else row.reference}
    if row.reference == "others":
        known = {each.code for each in GROUPS[row.dimension] if each.known}
        codes = known - {row.group}
    found = [
        each for each in (state if whole else own)
        if each.window == row.window and each.group in codes
    ]  # fmt: skip
    return sum(r.numerator for r in found), sum(r.denominator for r in found)


def _none() -> Change:
    return Change(
        direction="cannot be compared", ratio=np.nan, lower=np.nan, upper=np.nan
    )
