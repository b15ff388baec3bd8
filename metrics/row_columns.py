"""Rows as columns: one array a column over all rows of all tables, and back."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from metrics.counts import NOT_ESTIMABLE, SHOWN, STATUSES, Counted
from metrics.model import Measure
from metrics.requests import Batch
from metrics.table import BREAK_BIT, COLUMNS, IMMATURE_BIT
from metrics.windows import Window

Array = npt.NDArray[Any]
Columns = dict[str, Array]


def gather(
    batches: Sequence[Batch],
    counted: Sequence[Counted],
    *,
    state: str,
    data_end: date,
) -> Columns:
    """The columns of all rows of all batches, one request after the other."""
    parts = [
        _names(batch, state) | _counts(batch, each) | _remarks(batch, each, data_end)
        for batch, each in zip(batches, counted, strict=True)
    ]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def objects(values: Sequence[Any]) -> Array:
    """A column of Python values; numpy would take tuples apart."""
    return np.fromiter(values, object, count=len(values))


def _names(batch: Batch, state: str) -> Columns:
    """What a row is called, and what holds for its whole request."""
    frame, requests = batch.frame, batch.requests
    windows, places, groups = frame.windows, frame.places, frame.groups
    shape = (len(requests), len(windows), len(places), len(groups))

    def along(axis: int, values: Sequence[Any]) -> Array:
        wanted = [1, 1, 1, 1]
        wanted[axis] = -1
        column = objects(values).reshape(wanted)
        return np.broadcast_to(column, shape).ravel()

    def everywhere(value: Any) -> Array:
        return np.full(shape, value, object).ravel()

    codes = along(3, frame.compared.codes)
    group = along(3, [each.code for each in groups])
    per = np.array([float(each.per) for each in requests]).reshape(-1, 1, 1, 1)
    return {
        "kind": along(0, [each.kind for each in requests]),
        "per": np.broadcast_to(per, shape).ravel(),
        "state": everywhere(state),
        "level": along(2, [place.level for place in places]),
        "geography": along(2, [place.code for place in places]),
        "window": along(1, [window.key for window in windows]),
        "dimension": everywhere(frame.dimension),
        "group": group,
        "base": along(0, [each.base for each in requests]),
        "reference": codes,
        "is_reference": codes == group,
    }


def _counts(batch: Batch, each: Counted) -> Columns:
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
        "status": _status(batch, each),
    }
    return {name: column.ravel() for name, column in columns.items()}


def _status(batch: Batch, each: Counted) -> Array:
    """A figure out of nobody is not estimable; of an unknown group there is none."""
    own = each.own
    known = np.array([group.known for group in batch.frame.groups])
    some = (own.numerator > 0) | known
    code = np.where(own.status == SHOWN, np.where(some, 1, 2), own.status)
    code = np.where((own.status == SHOWN) & (own.denominator > 0), 0, code)
    words: Array = objects(STATUSES)[code]
    return words


def _remarks(batch: Batch, each: Counted, data_end: date) -> Columns:
    time = [
        [_time_bits(one.measure, window, data_end) for window in batch.frame.windows]
        for one in batch.requests
    ]
    bits = np.array(time, np.int64)[:, :, None, None]
    remarks = each.remarks | bits
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
