"""Rows as columns: one array a column over all rows of all tables, and back."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from metrics.counts import NOT_ESTIMABLE, SHOWN, STATUSES, Counted
from metrics.model import Measure
from metrics.requests import Request
from metrics.table import BREAK_BIT, COLUMNS, IMMATURE_BIT
from metrics.windows import Window

Array = npt.NDArray[Any]
Columns = dict[str, Array]


def gather(
    requests: Sequence[Request],
    counted: Sequence[Counted],
    *,
    state: str,
    data_end: date,
) -> Columns:
    """The columns of all rows of all requests, one request after the other."""
    parts = [
        _names(request, state)
        | _counts(request, each)
        | _remarks(request, each, data_end)
        for request, each in zip(requests, counted, strict=True)
    ]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def objects(values: Sequence[Any]) -> Array:
    """A column of Python values; numpy would take tuples apart."""
    return np.fromiter(values, object, count=len(values))


def _names(request: Request, state: str) -> Columns:
    """What a row is called: texts, and numbers that hold for the whole request."""
    windows, places, groups = request.windows, request.places, request.groups
    shape = (len(windows), len(places), len(groups))

    def along(axis: int, values: Sequence[Any]) -> Array:
        wanted = [1, 1, 1]
        wanted[axis] = -1
        column = objects(values).reshape(wanted)
        return np.broadcast_to(column, shape).ravel()

    def everywhere(value: Any) -> Array:
        return np.full(shape, value, object).ravel()

    codes = along(2, request.compared.codes)
    group = along(2, [each.code for each in groups])
    return {
        "kind": everywhere(request.kind),
        "per": np.full(codes.shape, float(request.per)),
        "state": everywhere(state),
        "level": along(1, [place.level for place in places]),
        "geography": along(1, [place.code for place in places]),
        "window": along(0, [window.key for window in windows]),
        "dimension": everywhere(request.dimension),
        "group": group,
        "base": everywhere(request.base),
        "reference": codes,
        "is_reference": codes == group,
    }


def _counts(request: Request, each: Counted) -> Columns:
    """Counts that may be used, and the status in words."""
    own, reference = each.own, each.reference
    shown = own.status == SHOWN
    counted = shown | (own.status == NOT_ESTIMABLE)
    usable = shown & (reference.status == SHOWN)
    columns = {
        "numerator": np.where(counted, own.numerator, np.nan),
        "denominator": np.where(shown, own.denominator, np.nan),
        "reference_numerator": np.where(usable, reference.numerator, np.nan),
        "reference_denominator": np.where(usable, reference.denominator, np.nan),
        "reference_hidden": reference.status == STATUSES.index("hidden"),
        "status": _status(request, each),
    }
    return {name: column.ravel() for name, column in columns.items()}


def _status(request: Request, each: Counted) -> Array:
    """A figure out of nobody is not estimable; of an unknown group there is none."""
    own = each.own
    known = np.array([group.known for group in request.groups])
    some = (own.numerator > 0) | known
    code = np.where(own.status == SHOWN, np.where(some, 1, 2), own.status)
    code = np.where((own.status == SHOWN) & (own.denominator > 0), 0, code)
    words: Array = objects(STATUSES)[code]
    return words


def _remarks(request: Request, each: Counted, data_end: date) -> Columns:
    time = [_time_bits(request.measure, window, data_end) for window in request.windows]
    remarks = each.remarks | np.array(time, np.int64).reshape(-1, 1, 1)
    return {"flags": remarks.ravel(), "coverage": each.coverage.ravel()}


def _time_bits(measure: Measure, window: Window, data_end: date) -> int:
    days = (date.fromisoformat(each.day) for each in measure.breaks)
    broken = any(window.start < day <= window.end for day in days)
    mature = is_mature(measure, window, data_end)
    return (0 if mature else IMMATURE_BIT) | (BREAK_BIT if broken else 0)


def is_mature(measure: Measure, window: Window, data_end: date) -> bool:
    """Whether the data reach far enough past the window to judge its cohort.

    Windows end with a month, and only whole months of data count.
    """
    after = data_end + timedelta(days=1)
    months = window.end.year * 12 + window.end.month + measure.follow_up_months
    return months < after.year * 12 + after.month


def cut(columns: Columns, sizes: Sequence[int]) -> list[Columns]:
    """The columns of a MeasureTable, cut into those of each request."""
    ends = np.cumsum(sizes).tolist()
    return [
        {name: columns[name][end - size : end] for name in COLUMNS}
        for end, size in zip(ends, sizes, strict=True)
    ]
