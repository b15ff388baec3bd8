"""Every number and word of a slide, one line each, for tables of a deck."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from components.views import (
    COUNT,
    RATIO,
    Cell,
    Column,
    CountyMap,
    Dots,
    Link,
    Points,
    Quantity,
    Row,
    Slide,
    Table,
    Trend,
    Unit,
    Verdict,
    Waterfall,
)
from pages._words import exports as words

Part = Literal["drawing", "table"]
NONE = Unit()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number as it may be shown, or one text.

    part: of the drawing, or of the table behind it; series and item say which.
    """

    part: Part
    series: str
    item: str
    quantity: Quantity | None = None
    unit: Unit = NONE
    text: str = ""


def figures(slide: Slide) -> Iterator[Figure]:
    """The lines of the drawing, then those of the table behind it."""
    yield from drawn(slide)
    if slide.twin is not None:
        yield from _table(slide.twin, "table")


def drawn(slide: Slide) -> Iterator[Figure]:
    """The lines of the drawing."""
    view = slide.drawing
    if isinstance(view, Trend):
        yield from _trend(view)
    elif isinstance(view, Dots):
        yield from _dots(view)
    elif isinstance(view, Waterfall):
        yield from _waterfall(view)
    elif isinstance(view, CountyMap):
        yield from _map(view)
    elif isinstance(view, Table):
        yield from _table(view, "drawing")
    elif isinstance(view, Points):
        for each in view.items:
            yield Figure(part="drawing", series="", item=each.head, text=each.text)


def _trend(view: Trend) -> Iterator[Figure]:
    for line in view.lines:
        for window, point in zip(view.windows, line.points, strict=True):
            yield _number(line.name, window, point, view.unit)
    for level in view.levels:
        yield _number(level.label, "", Quantity(value=level.value), view.unit)


def _dots(view: Dots) -> Iterator[Figure]:
    for row in view.rows:
        yield _number(view.reference_label, row.label, row.quantity, view.unit)


def _waterfall(view: Waterfall) -> Iterator[Figure]:
    for each in view.factors:
        yield _number(words.DECISION, each.label, each.ratio, RATIO)
        yield _number(words.SO_FAR, each.label, each.total, RATIO)
    if view.end is not None:
        yield _number(words.SO_FAR, view.end_label, view.end, RATIO)


def _map(view: CountyMap) -> Iterator[Figure]:
    for place in view.places:
        yield _number(view.label, place.name, place.quantity, view.unit)


def _number(series: str, item: str, quantity: Quantity, unit: Unit) -> Figure:
    return Figure(
        part="drawing", series=series, item=item, quantity=quantity, unit=unit
    )


def _table(view: Table, part: Part) -> Iterator[Figure]:
    for row in view.rows:
        yield from _cells(view, row, part)


def _cells(view: Table, row: Row, part: Part) -> Iterator[Figure]:
    head, *rest = row.cells
    for column, cell in zip(view.columns[1:], rest, strict=True):
        yield _cell(column, cell, item=plain(head), part=part)


def _cell(column: Column, cell: Cell, *, item: str, part: Part) -> Figure:
    unit = column.unit or COUNT
    if cell is None or isinstance(cell, int | float):
        cell = Quantity(value=cell)
    if isinstance(cell, Quantity):
        return Figure(
            part=part, series=column.name, item=item, quantity=cell, unit=unit
        )
    return Figure(part=part, series=column.name, item=item, text=plain(cell))


def plain(cell: Cell) -> str:
    """A cell of words as text."""
    if isinstance(cell, Link):
        return cell.text
    if isinstance(cell, Verdict):
        return f"{cell.word} {cell.detail}".strip()
    return str(cell) if isinstance(cell, str) else ""
