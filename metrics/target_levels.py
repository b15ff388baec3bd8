"""Targets with a number: has the value reached it, and by when."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from data.state_plan import Target
from metrics.table import MeasureRow, MeasureTable
from metrics.target_verdicts import change_verdict, window_end

Standing = Literal[
    "met", "met late", "on track", "off track", "missed", "not measurable",
    "no clear change",
]  # fmt: skip
Side = Literal["reached", "short", "cannot tell"]


def level_standings(
    target: Target, tables: Sequence[MeasureTable], baseline: str, passed: bool,
    fiscal_start: int,
) -> tuple[Standing, ...]:  # fmt: skip
    """How each measure stands to the target's number.

    Before the due date: met, or on track if it moved the right way since the baseline
    window, else off track. After it: met, met late or missed by the interval.
    """
    return tuple(
        _after(target, table, fiscal_start)
        if passed
        else _before(target, table, baseline, fiscal_start)
        for table in tables
    )


def _after(target: Target, table: MeasureTable, fiscal_start: int) -> Standing:
    rows = _in_order(table, fiscal_start)
    if not rows:
        return "not measurable"
    in_time = [row for row in rows if _end(row, fiscal_start) <= target.due]
    if in_time and _side(target, table, in_time[-1]) == "reached":
        return "met"
    sides = {"reached": "met late", "short": "missed", "cannot tell": "no clear change"}
    standing: Standing = sides[_side(target, table, rows[-1])]  # type: ignore[assignment]
    return standing


def _before(
    target: Target, table: MeasureTable, baseline: str, fiscal_start: int
) -> Standing:
    rows = _in_order(table, fiscal_start)
    if not rows:
        return "not measurable"
    if _side(target, table, rows[-1]) == "reached":
        return "met"
    moved = change_verdict(table, baseline, fiscal_start=fiscal_start)
    return "on track" if moved.verdict == "better" else "off track"


def _side(target: Target, table: MeasureTable, row: MeasureRow) -> Side:
    goal, higher = target.goal, table.measure.direction == "higher"
    if goal is None or row.status != "shown" or row.has("unreliable"):
        return "cannot tell"
    if row.lower >= goal if higher else row.upper <= goal:
        return "reached"
    return (
        "short" if (row.upper < goal if higher else row.lower > goal) else "cannot tell"
    )


def _in_order(table: MeasureTable, fiscal_start: int) -> list[MeasureRow]:
    rows = [row for row in table if row.dimension == "all"]
    return sorted(rows, key=lambda row: _end(row, fiscal_start))


def _end(row: MeasureRow, fiscal_start: int) -> date:
    return window_end(row.window, fiscal_start)
