"""Data tables."""

from dataclasses import dataclass
from typing import Literal

from components.views.numbers import Quantity, Unit
from components.views.words import Link, Verdict

Align = Literal["text", "number"]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: `unit` is printed in the head, `places` formats bare numbers."""

    name: str
    unit: Unit | None = None
    align: Align = "number"


Cell = Quantity | Link | Verdict | str | float | int | None


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row; its first cell is its head. `marked` is the reader's own place."""

    cells: tuple[Cell, ...]
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A data table with a caption; every row has one cell a column."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    sortable: bool = True

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of '{self.caption}' does not fit its columns")
