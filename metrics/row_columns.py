"""Rows as columns: one array a column over all rows of all tables, and back."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from metrics.counts import Counted
from metrics.model import Measure
from metrics.requests import Request
from metrics.table import BREAK, COLUMNS, IMMATURE
from metrics.windows import Window

Array = npt.NDArray[Any]
Columns = dict[str, Array]

_NUMBERS = (
    "numerator", "denominator", "reference_numerator", "reference_denominator", "per",
)  # fmt: skip
_TRUTHS = ("reference_hidden", "is_reference")


def gather(
    requests: Sequence[Request],
    counted: Sequence[list[Counted]],
    *,
    state: str,
    data_end: date,
) -> Columns:
    """The columns of all rows of all requests, one request after the other."""
    records = [
        record
        for request, rows in zip(requests, counted, strict=True)
        for record in _records(request, rows, state, data_end)
    ]
    names = records[0].keys() if records else ()
    return {name: _array(name, [record[name] for record in records]) for name in names}


def _array(name: str, values: list[Any]) -> Array:
    if name in _NUMBERS:
        return np.array(values, float)
    if name in _TRUTHS:
        return np.array(values, bool)
    return objects(values)


def objects(values: Sequence[Any]) -> Array:
    """A column of Python values; numpy would take tuples apart."""
    return np.fromiter(values, object, count=len(values))


def _records(
    request: Request, rows: list[Counted], state: str, data_end: date
) -> Iterator[Mapping[str, Any]]:
    windows = {each.row.window.key: each.row.window for each in rows}
    flags = {
        key: _time_flags(request.measure, window, data_end)
        for key, window in windows.items()
    }
    for each in rows:
        yield _record(request, each, state, flags[each.row.window.key])


def _record(
    request: Request, each: Counted, state: str, time_flags: tuple[str, ...]
) -> Mapping[str, Any]:
    row = each.row
    shown = each.own.status == "shown"
    counted = each.own.status in ("shown", "not estimable")
    usable = each.reference.status == "shown" and shown
    return {
        "kind": request.kind,
        "per": request.per,
        "state": state,
        "level": row.place.level,
        "geography": row.place.code,
        "window": row.window.key,
        "dimension": row.dimension,
        "group": row.group,
        "numerator": each.own.numerator if counted else np.nan,
        "denominator": each.own.denominator if shown else np.nan,
        "reference_numerator": each.reference.numerator if usable else np.nan,
        "reference_denominator": each.reference.denominator if usable else np.nan,
        "reference_hidden": each.reference.status == "hidden",
        "base": request.base,
        "reference": each.reference_code,
        "is_reference": each.reference_code == row.group,
        "status": _status(each),
        "flags": tuple(each.flags) + time_flags,
        "coverage": each.coverage,
    }


def _status(each: Counted) -> str:
    if each.own.status != "shown":
        return each.own.status
    if each.own.denominator > 0:
        return "shown"
    return "not estimable" if each.own.numerator > 0 or each.row.known else "no data"


def _time_flags(measure: Measure, window: Window, data_end: date) -> tuple[str, ...]:
    flags = () if is_mature(measure, window, data_end) else (IMMATURE,)
    inside = (
        b
        for b in measure.breaks
        if window.start < date.fromisoformat(b.day) <= window.end
    )
    return flags + ((BREAK,) if any(inside) else ())


def is_mature(measure: Measure, window: Window, data_end: date) -> bool:
    """Whether the data reach far enough past the window to judge its cohort.

    Windows end with a month, and only whole months of data count.
    """
    after = data_end + timedelta(days=1)
    months = window.end.year * 12 + window.end.month + measure.follow_up_months
    return months < after.year * 12 + after.month


def frames(columns: Columns, sizes: Sequence[int]) -> list[pd.DataFrame]:
    """The columns of a MeasureTable, cut into one frame a request.

    Texts stay Python strings: turning them into Arrow takes longer than all intervals.
    """
    index = pd.RangeIndex(sum(sizes))
    whole = pd.DataFrame(
        {
            name: pd.Series(columns[name], index=index, dtype=columns[name].dtype)
            for name in COLUMNS
        },
        index=index,
    )
    ends = np.cumsum(sizes).tolist()
    return [
        whole.iloc[end - size : end].set_axis(pd.RangeIndex(size))
        for end, size in zip(ends, sizes, strict=True)
    ]
