"""Tables as plain text for a terminal."""

from collections.abc import Sequence
from math import isnan
from typing import Any

from metrics.model import Measure
from metrics.places import Places, Vintage
from metrics.table import MeasureRow, MeasureTable
from metrics.targets import TargetStatus

_HEAD = ("place", "window", "group", "count", "of", "value", "95 % interval", "ratio",
         "95 % interval", "remarks")  # fmt: skip


def measure_lines(measures: Sequence[Measure]) -> str:
    """One line a measure: code, id, question."""
    return "\n".join(f"{m.code:<4} {m.id:<26} {m.question}" for m in measures)


def as_lines(table: MeasureTable, vintage: Vintage, places: Places) -> str:
    """A measure's rows in columns, with what they are and where they come from."""
    names = {p.code: p.name for p in (places.state, *places.regions, *places.counties)}
    rows = [_HEAD, *(_cells(row, names) for row in table)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_HEAD))]
    lines = [_line(row, widths) for row in rows]
    m = table.measure
    title = f"{m.code} {m.title} ({m.unit}), {vintage.name}"
    demo = "Demonstration data: no real children. " if vintage.demo else ""
    foot = (
        f"{demo}{table.edition} edition, version {table.version}, data to "
        f"{vintage.data_end.isoformat()}. {vintage.source}"
    )
    return "\n".join([title, "", *lines, "", foot])


def status_lines(statuses: Sequence[TargetStatus]) -> str:
    """Each target: its id, due date and word, then what that rests on."""
    return "\n".join(
        f"{each.target:<4} due {each.due.isoformat()}  {each.word}\n     {each.says}"
        for each in statuses
    )


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    left = [row[i].ljust(widths[i]) for i in range(3)]
    right = [row[i].rjust(widths[i]) for i in range(3, len(row) - 1)]
    return "  ".join([*left, *right, row[-1]]).rstrip()


def _cells(row: MeasureRow, names: dict[str, str]) -> tuple[str, ...]:
    remarks = [row.status] if row.status != "shown" else []
    remarks += list(row.flags) + ([row.coverage] if row.coverage else [])
    if row.ratio_status not in ("ok", "none"):
        remarks.append(f"ratio: {row.ratio_status}")
    return (
        names.get(row.geography, row.geography),
        row.window,
        row.group,
        _count(row.numerator),
        _count(row.denominator),
        _number(row.value),
        _range(row.lower, row.upper),
        _number(row.ratio),
        _range(row.ratio_lower, row.ratio_upper),
        ", ".join(remarks),
    )


def _count(value: Any) -> str:
    return "-" if isnan(value) else f"{value:,.0f}"


def _number(value: Any) -> str:
    return "-" if isnan(value) else f"{value:,.2f}"


def _range(lower: Any, upper: Any) -> str:
    return "-" if isnan(lower) else f"{lower:,.2f} to {upper:,.2f}"
