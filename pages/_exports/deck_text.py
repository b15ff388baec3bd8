"""The table behind a slide as lines of text, for notes and hand-outs."""

from collections.abc import Iterator

from components import theme
from components.quantities import caveats
from components.views import COUNT, Cell, Column, Quantity, Slide, Table
from pages._exports.deck_figures import plain


def numbers_behind(slide: Slide) -> Iterator[str]:
    """A line a row: its name, then each column with what it says."""
    if slide.twin is None:
        return
    for row in slide.twin.rows:
        head, *rest = zip(slide.twin.columns, row.cells, strict=True)
        said = (f"{column.name} {written(cell, column)}" for column, cell in rest)
        yield f"{written(head[1], head[0])}: {'; '.join(said)}"


def written(cell: Cell, column: Column) -> str:
    """A cell as it is read on the screen: value and interval, or the reason."""
    unit = column.unit or COUNT
    if cell is None:
        return theme.reason(Quantity())
    if isinstance(cell, Quantity):
        return ", ".join((theme.spoken(cell, unit), *caveats(cell)))
    if isinstance(cell, int | float):
        return theme.number(cell, decimals=unit.decimals)
    return plain(cell)


def cells(view: Table) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as text."""
    return tuple(
        tuple(
            written(c, column)
            for column, c in zip(view.columns, row.cells, strict=True)
        )
        for row in view.rows
    )


def heads(view: Table) -> tuple[str, ...]:
    """The names of columns, with their units."""
    return tuple(_head(each) for each in view.columns)


def _head(column: Column) -> str:
    unit = column.unit.name if column.unit else ""
    return f"{column.name} ({unit})" if unit and unit != column.name else column.name
