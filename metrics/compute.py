"""From counts to the rows of a MeasureTable: values, intervals, ratios, marks.

All rows of all tables that a page asks for are computed together, one call of each
interval function for proportions and one for rates.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from metrics import disparity, rates
from metrics.counts import Counted
from metrics.reliability import LIMITS, Limits, reliability
from metrics.requests import Batch
from metrics.row_columns import Array, Columns, cut, gather, objects
from metrics.table import CARE_BIT, UNRELIABLE_BIT

Floats = npt.NDArray[np.float64]


def compute(
    batches: Sequence[Batch],
    counted: Sequence[Counted],
    *,
    state: str,
    data_end: date,
    limits: Limits = LIMITS,
) -> list[Columns]:
    """The columns COLUMNS for each request, one batch after the other."""
    sizes = [each.frame.size for each in batches for _ in each.requests]
    columns = gather(batches, counted, state=state, data_end=data_end)
    columns |= {name: np.full(sum(sizes), np.nan) for name in _RESULTS}
    columns |= {name: objects([""] * sum(sizes)) for name in _METHODS}
    columns |= {"ratio_status": _ratio_start(columns)}
    columns |= {name: np.zeros(sum(sizes), bool) for name in ("unreliable", "care")}
    for kind in ("proportion", "rate"):
        chosen = np.flatnonzero(columns["kind"] == kind)
        if len(chosen):
            _fill(columns, chosen, kind, limits)
    return cut(columns | {"flags": _all_flags(columns)}, sizes)


_RESULTS = (
    "value", "lower", "upper", "ratio", "ratio_lower", "ratio_upper",
    "difference", "difference_lower", "difference_upper",
    "excess", "excess_lower", "excess_upper",
)  # fmt: skip


_METHODS = ("method", "ratio_method", "difference_method")


def _ratio_start(columns: Columns) -> Array:
    """What is said of a ratio before any is computed."""
    status = objects(["none"] * len(columns["status"]))
    status[columns["reference"] != ""] = "not estimable"
    status[columns["is_reference"]] = "reference"
    hidden = (columns["status"] == "hidden") | columns["reference_hidden"]
    status[hidden & (status == "not estimable")] = "hidden"
    return status


def _fill(
    columns: Columns, chosen: npt.NDArray[np.int64], kind: str, limits: Limits
) -> None:
    x, n, per = (columns[c][chosen] for c in ("numerator", "denominator", "per"))
    one = rates.wilson(x, n) if kind == "proportion" else rates.byar_or_exact(x, n)
    with np.errstate(all="ignore"):
        value = np.where(n > 0, x / n, np.nan)
    marks = reliability(x, n, value, one.lower, one.upper, limits=limits)
    _put(
        columns, chosen, value=value * per, lower=one.lower * per, upper=one.upper * per
    )
    method = np.where(np.isnan(value), "", one.method)
    _put(columns, chosen, method=method)
    _put(columns, chosen, unreliable=marks.unreliable, care=marks.care)
    _compare(columns, chosen, kind, limits)


def _compare(
    columns: Columns, chosen: npt.NDArray[np.int64], kind: Any, limits: Limits
) -> None:
    """Ratio, difference and excess where both sides are reliable enough to compare."""
    y, m = (columns[f"reference_{c}"][chosen] for c in ("numerator", "denominator"))
    open_ = (columns["ratio_status"][chosen] == "not estimable") & (m > 0)
    open_ &= columns["denominator"][chosen] > 0
    few = open_ & (columns["unreliable"][chosen] | (y < limits.events))
    columns["ratio_status"][chosen[few]] = "unreliable"
    rows = open_ & ~few
    if not rows.any():
        return
    y, m, where = y[rows], m[rows], chosen[rows]
    x, n, per = (columns[c][where] for c in ("numerator", "denominator", "per"))
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
        difference_method=apart.method,
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
    difference = apart(x, n, y, m)
    return ratio(x, n, y, m), difference, disparity.excess_of(difference, n)


def _put(columns: Columns, where: npt.NDArray[np.int64], **values: Any) -> None:
    for name, value in values.items():
        columns[name][where] = value


def _all_flags(columns: Columns) -> Array:
    bits = columns["flags"] | np.where(columns["unreliable"], UNRELIABLE_BIT, 0)
    return bits | np.where(columns["care"], CARE_BIT, 0)
