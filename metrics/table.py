"""The one table shape in which every number travels."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from metrics.model import Measure
from metrics.selection import Selection

Status = Literal["shown", "hidden", "not estimable", "no data"]
RatioStatus = Literal[
    "ok", "no upper limit", "not estimable", "hidden", "unreliable", "reference", "none"
]
# Flags may stand together; in a column of many rows each is one bit of a number.
NOT_SHOWN = "not shown in the source"
STATE_REFERENCE, PARTIAL = "state reference", "partial coverage"
IMMATURE, BREAK = "immature", "series break"
UNRELIABLE, CARE = "unreliable", "use with care"
FLAGS = (
    NOT_SHOWN, STATE_REFERENCE, PARTIAL, IMMATURE, BREAK, UNRELIABLE, CARE,
)  # fmt: skip
(
    NOT_SHOWN_BIT, STATE_REFERENCE_BIT, PARTIAL_BIT, IMMATURE_BIT, BREAK_BIT,
    UNRELIABLE_BIT, CARE_BIT,
) = (1 << position for position in range(len(FLAGS)))  # fmt: skip

COLUMNS = (
    "state", "level", "geography", "window", "dimension", "group",
    "numerator", "denominator", "value", "lower", "upper", "method",
    "base", "reference", "ratio", "ratio_lower", "ratio_upper", "ratio_method",
    "ratio_status",
    "difference", "difference_lower", "difference_upper", "difference_method",
    "excess", "excess_lower", "excess_upper",
    "status", "flags", "coverage",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class MeasureTable:
    """Rows of one measure, one or many places, windows and groups.

    `columns` has one array for each of COLUMNS. Counts are whole numbers held as floats
    so that what is hidden can be NaN; value, lower and upper are in the measure's unit
    (per 100, per 1,000 ...), differences too; ratio columns are pure numbers;
    excess columns are in children (or events). `flags` has bits of FLAGS, in rows it
    is a tuple of words. `coverage` is empty or says over which places a figure could
    be formed.
    """

    measure: Measure
    selection: Selection
    columns: Mapping[str, npt.NDArray[Any]]
    edition: str
    version: str

    @classmethod
    def of(cls, rows: pd.DataFrame, **rest: Any) -> "MeasureTable":
        """A table from a frame with COLUMNS, in which flags are words."""
        columns = {name: rows[name].to_numpy() for name in rows.columns}
        bits = [sum(1 << FLAGS.index(w) for w in found) for found in rows["flags"]]
        return cls(columns=columns | {"flags": np.array(bits, np.int64)}, **rest)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The same as a frame.

        Texts stay Python strings: turning them into Arrow takes longer than all
        intervals.
        """
        columns = dict(self.columns)
        flags = self._lists["flags"]
        columns["flags"] = np.fromiter(flags, object, count=len(flags))
        return pd.DataFrame(
            {name: pd.Series(c, dtype=c.dtype) for name, c in columns.items()}
        )

    @cached_property
    def dependable(self) -> npt.NDArray[np.bool_]:
        """Which rows' values may be compared with others."""
        doubtful = (self.columns["flags"] & (UNRELIABLE_BIT | IMMATURE_BIT)) > 0
        shown = self.columns["status"] == "shown"
        found: npt.NDArray[np.bool_] = (
            shown & ~doubtful & np.isfinite(self.columns["value"])
        )
        return found

    @cached_property
    def _lists(self) -> dict[str, list[Any]]:
        """The columns as Python values: asking an array for each takes far longer."""
        lists = {name: column.tolist() for name, column in self.columns.items()}
        # Few combinations occur, so each is put together once.
        words = {bits: _words(bits) for bits in set(lists["flags"])}
        return lists | {"flags": [words[bits] for bits in lists["flags"]]}

    def row(self, **where: str) -> "MeasureRow":
        """The single row for which each named column has the given value."""
        found = list(self.matching(**where))
        if len(found) != 1:
            raise LookupError(f"{len(found)} rows of {self.measure.id} match {where}")
        return found[0]

    def matching(self, **where: str) -> Iterator["MeasureRow"]:
        """The rows for which each named column has the given value."""
        lists = self._lists
        wanted: Iterable[int] = range(len(lists["flags"]))
        for name, value in where.items():
            column = lists[name]
            wanted = [i for i in wanted if column[i] == value]
        for i in wanted:
            yield MeasureRow(lists, i)

    def __iter__(self) -> Iterator["MeasureRow"]:
        return self.matching()


def _words(bits: int) -> tuple[str, ...]:
    return tuple(word for place, word in enumerate(FLAGS) if bits >> place & 1)


class MeasureRow:
    """One typed row; attribute access to the columns of the table.

    It points into the columns, as a page reads three of them and not all.
    """

    __slots__ = ("_at", "_columns")

    def __init__(self, columns: Mapping[str, Sequence[Any]], at: int) -> None:
        self._columns, self._at = columns, at

    @classmethod
    def of(cls, record: Mapping[Any, Any]) -> "MeasureRow":
        """A row by itself."""
        return cls({name: (value,) for name, value in record.items()}, 0)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._columns[name][self._at]
        except KeyError:
            raise AttributeError(name) from None

    def several(self, *names: str) -> tuple[Any, ...]:
        """The values of some columns; quicker than one attribute after the other."""
        columns, at = self._columns, self._at
        return tuple([columns[name][at] for name in names])

    def has(self, flag: str) -> bool:
        return flag in self._columns["flags"][self._at]

    def as_dict(self) -> dict[Any, Any]:
        return {name: column[self._at] for name, column in self._columns.items()}
