"""From counts to the rows of a MeasureTable: values, intervals, ratios, marks.

All rows of all tables that a page asks for are computed together, one call of each
interval function for proportions and one for rates.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from metrics import disparity, rates
from metrics.counts import Counted
from metrics.model import Measure
from metrics.reliability import LIMITS, Limits, reliability
from metrics.requests import Request
from metrics.table import BREAK, CARE, COLUMNS, IMMATURE, UNRELIABLE
from metrics.windows import Window

Floats = npt.NDArray[np.float64]


def compute(
    requests: Sequence[Request],
    counted: Sequence[list[Counted]],
    *,
    state: str,
    data_end: date,
    limits: Limits = LIMITS,
) -> list[pd.DataFrame]:
    """One frame with COLUMNS for each request, from its counted rows."""
    frame = pd.DataFrame(
        [
            _record(number, request, each, state, data_end)
            for number, (request, rows) in enumerate(
                zip(requests, counted, strict=True)
            )
            for each in rows
        ]
    )
    if frame.empty:
        return [pd.DataFrame(columns=list(COLUMNS)) for _ in requests]
    columns: dict[str, Any] = {name: np.full(len(frame), np.nan) for name in _NUMBERS}
    columns |= {"method": np.full(len(frame), "", object)}
    columns |= {
        "ratio_method": columns["method"].copy(),
        "ratio_status": _ratio_start(frame),
    }
    for kind in ("proportion", "rate"):
        chosen = np.flatnonzero((frame["kind"] == kind).to_numpy())
        if len(chosen):
            _fill(frame, columns, chosen, kind, limits)
    return _finished(frame.assign(**columns), len(requests))


_NUMBERS = (
    "value", "lower", "upper", "ratio", "ratio_lower", "ratio_upper",
    "difference", "difference_lower", "difference_upper",
    "excess", "excess_lower", "excess_upper", "unreliable", "care",
)  # fmt: skip


def _record(
    number: int, request: Request, each: Counted, state: str, data_end: date
) -> dict[str, Any]:
    row = each.row
    shown = each.own.status == "shown"
    usable = each.reference.status == "shown" and shown
    return {
        "request": number,
        "kind": request.kind,
        "per": request.per,
        "state": state,
        "level": row.place.level,
        "geography": row.place.code,
        "window": row.window.key,
        "dimension": row.dimension,
        "group": row.group,
        "numerator": each.own.numerator if shown else np.nan,
        "denominator": each.own.denominator if shown else np.nan,
        "reference_numerator": each.reference.numerator if usable else np.nan,
        "reference_denominator": each.reference.denominator if usable else np.nan,
        "reference_hidden": each.reference.status == "hidden",
        "base": request.base,
        "reference": each.reference_code,
        "is_reference": each.reference_code == row.group,
        "status": _status(each),
        "flags": tuple(each.flags) + _time_flags(request.measure, row.window, data_end),
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
    """Whether the data reach far enough past the window to judge its cohort."""
    months = window.end.year * 12 + window.end.month + measure.follow_up_months
    return months <= data_end.year * 12 + data_end.month


def _ratio_start(frame: pd.DataFrame) -> npt.NDArray[np.object_]:
    """What is said of a ratio before any is computed."""
    status = np.full(len(frame), "none", object)
    status[frame["reference"].to_numpy() != ""] = "not estimable"
    status[frame["is_reference"].to_numpy()] = "reference"
    hidden = (frame["status"] == "hidden") | frame["reference_hidden"]
    status[hidden.to_numpy() & (status == "not estimable")] = "hidden"
    return status


def _fill(
    frame: pd.DataFrame,
    columns: dict[str, Any],
    chosen: npt.NDArray[np.int64],
    kind: str,
    limits: Limits,
) -> None:
    part = frame.iloc[chosen]
    x, n = part["numerator"].to_numpy(float), part["denominator"].to_numpy(float)
    per = part["per"].to_numpy(float)
    one = rates.wilson(x, n) if kind == "proportion" else rates.byar_or_exact(x, n)
    with np.errstate(all="ignore"):
        value = np.where(n > 0, x / n, np.nan)
    marks = reliability(x, n, value, one.lower, one.upper, limits=limits)
    _put(
        columns, chosen, value=value * per, lower=one.lower * per, upper=one.upper * per
    )
    _put(
        columns, chosen, method=one.method, unreliable=marks.unreliable, care=marks.care
    )
    _compare(part, columns, chosen, kind, limits, marks.unreliable)


def _compare(
    part: pd.DataFrame,
    columns: dict[str, Any],
    chosen: npt.NDArray[np.int64],
    kind: Any,
    limits: Limits,
    unreliable: npt.NDArray[np.bool_],
) -> None:
    """Ratio, difference and excess where both sides are reliable enough to compare."""
    y = part["reference_numerator"].to_numpy(float)
    m = part["reference_denominator"].to_numpy(float)
    open_ = (columns["ratio_status"][chosen] == "not estimable") & (m > 0)
    open_ &= part["denominator"].to_numpy(float) > 0
    few = open_ & (unreliable | (y < limits.events))
    columns["ratio_status"][chosen[few]] = "unreliable"
    rows = np.flatnonzero(open_ & ~few)
    if not len(rows):
        return
    x, n = (part[c].to_numpy(float)[rows] for c in ("numerator", "denominator"))
    y, m, per, where = y[rows], m[rows], part["per"].to_numpy(float)[rows], chosen[rows]
    ratio, apart, more = _intervals(kind, x, n, y, m)
    with np.errstate(all="ignore"):
        middle = {"ratio": (x / n) / (y / m), "difference": (x / n - y / m) * per,
                  "excess": x - n * y / m}  # fmt: skip
    _put(columns, where, **middle)
    _put(columns, where, ratio_lower=ratio.lower, ratio_upper=ratio.upper)
    _put(columns, where, ratio_method=ratio.method, ratio_status=ratio.status)
    _put(
        columns,
        where,
        difference_lower=apart.lower * per,
        difference_upper=apart.upper * per,
    )
    _put(columns, where, excess_lower=more.lower, excess_upper=more.upper)


def _intervals(kind: Any, x: Floats, n: Floats, y: Floats, m: Floats) -> Any:
    ratio = disparity.proportion_ratio if kind == "proportion" else disparity.rate_ratio
    proportion = kind == "proportion"
    apart = (
        disparity.difference_of_proportions
        if proportion
        else disparity.difference_of_rates
    )
    return ratio(x, n, y, m), apart(x, n, y, m), disparity.excess(x, n, y, m, kind=kind)


def _put(columns: dict[str, Any], where: npt.NDArray[np.int64], **values: Any) -> None:
    for name, value in values.items():
        columns[name][where] = value


def _finished(frame: pd.DataFrame, count: int) -> list[pd.DataFrame]:
    marked = zip(frame["flags"], frame["unreliable"], frame["care"], strict=True)
    flags = [
        found + ((UNRELIABLE,) if bad == 1 else ()) + ((CARE,) if care == 1 else ())
        for found, bad, care in marked
    ]
    done = frame.assign(flags=flags)
    return [
        done.loc[done["request"] == number, list(COLUMNS)].reset_index(drop=True)
        for number in range(count)
    ]
