"""What a release changed at one place: rows of two editions in, changes out.

Only figures that both editions show are set against each other. A figure that either
hides is never mentioned, nor counted: not even that it changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from metrics.model import Measure
from metrics.table import IMMATURE, MeasureRow, MeasureTable
from metrics.target_rules import Status
from metrics.targets import TargetStatus


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A figure that was final in both editions, with other counts."""

    measure: Measure
    window: str
    before: MeasureRow
    now: MeasureRow


@dataclass(frozen=True, kw_only=True)
class Settled:
    """A figure that was not final in the earlier edition and is now."""

    measure: Measure
    window: str
    now: MeasureRow


@dataclass(frozen=True, kw_only=True)
class Turned:
    """A target whose status changed."""

    target: str
    before: Status
    now: Status


def revisions(now: MeasureTable, before: MeasureTable) -> Iterator[Revision]:
    """Final figures of one place with other counts than before, by window.

    now, before: the same measure at the same place, one row a window.
    """
    for window, own, older in _pairs(now, before):
        final = not (own.has(IMMATURE) or older.has(IMMATURE))
        if final and _counts(own) != _counts(older):
            yield Revision(
                measure=now.measure, window=window, before=older, now=own
            )


def settled(now: MeasureTable, before: MeasureTable) -> Iterator[Settled]:
    """Figures of windows in both editions that have become final."""
    for window, own, older in _pairs(now, before):
        if older.has(IMMATURE) and not own.has(IMMATURE):
            yield Settled(measure=now.measure, window=window, now=own)


def turned(
    now: Sequence[TargetStatus], before: Sequence[TargetStatus]
) -> Iterator[Turned]:
    """Targets that are in both with another status."""
    older = {each.target: each.status for each in before}
    for each in now:
        was = older.get(each.target, each.status)
        if was != each.status:
            yield Turned(target=each.target, before=was, now=each.status)


def _pairs(
    now: MeasureTable, before: MeasureTable
) -> Iterator[tuple[str, MeasureRow, MeasureRow]]:
    """Windows that both show, with their rows."""
    older = {row.window: row for row in before.matching(status="shown")}
    for row in now.matching(status="shown"):
        if row.window in older:
            yield row.window, row, older[row.window]


def _counts(row: MeasureRow) -> tuple[float, float]:
    return row.numerator, row.denominator
