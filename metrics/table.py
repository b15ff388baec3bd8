"""The one table shape in which every number travels."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from metrics.model import Measure
from metrics.selection import Selection

Status = Literal["shown", "hidden", "not estimable", "no data"]
RatioStatus = Literal[
    "ok", "no upper limit", "not estimable", "hidden", "unreliable", "reference", "none"
]
# Flags may stand together.
IMMATURE, UNRELIABLE, CARE, BREAK, PARTIAL, STATE_REFERENCE = (
    "immature",
    "unreliable",
    "use with care",
    "series break",
    "partial coverage",
    "state reference",
)
NOT_SHOWN = "not shown in the source"

COLUMNS = (
    "state", "level", "geography", "window", "dimension", "group",
    "numerator", "denominator", "value", "lower", "upper", "method",
    "base", "reference", "ratio", "ratio_lower", "ratio_upper", "ratio_method",
    "ratio_status",
    "difference", "difference_lower", "difference_upper",
    "excess", "excess_lower", "excess_upper",
    "status", "flags", "coverage",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class MeasureTable:
    """Rows of one measure, one or many places, windows and groups.

    `rows` has the columns COLUMNS. Counts are whole numbers held as floats so that
    what is hidden can be NaN; value, lower and upper are in the measure's unit
    (per 100, per 1,000 ...), differences too; ratio columns are pure numbers;
    excess columns are in children (or events). `flags` is a tuple of words.
    `coverage` is empty or says over which places a figure could be formed.
    """

    measure: Measure
    selection: Selection
    rows: pd.DataFrame
    edition: str
    version: str

    def row(self, **where: str) -> "MeasureRow":
        """The single row for which each named column has the given value."""
        found = list(self.matching(**where))
        if len(found) != 1:
            raise LookupError(f"{len(found)} rows of {self.measure.id} match {where}")
        return found[0]

    @cached_property
    def _records(self) -> list[dict[Any, Any]]:
        # Asking pandas for each of thirty columns would take ten times as long.
        names, rows = list(self.rows.columns), self.rows.to_numpy(dtype=object).tolist()
        return [dict(zip(names, row, strict=True)) for row in rows]

    def matching(self, **where: str) -> Iterator["MeasureRow"]:
        """The rows for which each named column has the given value."""
        for record in self._records:
            if all(record[name] == value for name, value in where.items()):
                yield MeasureRow(record)

    def __iter__(self) -> Iterator["MeasureRow"]:
        return self.matching()


class MeasureRow:
    """One typed row; attribute access to the columns of the table."""

    __slots__ = ("_record",)

    def __init__(self, record: dict[Any, Any]) -> None:
        self._record = record

    def __getattr__(self, name: str) -> Any:
        try:
            return self._record[name]
        except KeyError:
            raise AttributeError(name) from None

    def has(self, flag: str) -> bool:
        return flag in self._record["flags"]

    def as_dict(self) -> dict[Any, Any]:
        return dict(self._record)
