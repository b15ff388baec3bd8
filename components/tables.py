"""Data tables: real tables, sorted by buttons in their heads (assets/sortable.js)."""

from typing import Any

from components import tags as html
from components import theme, words
from components.links import link
from components.quantities import in_table
from components.verdicts import verdict
from components.views import COUNT, Cell, Column, Link, Quantity, Row, Table, Verdict


def table(view: Table) -> html.Tag:
    """The table in a frame of its own that scrolls, with its notes under it."""
    body = [
        _row(row, view.columns, str(index) if view.sortable else None)
        for index, row in enumerate(view.rows)
    ]
    grid = html.Table(
        [
            html.Caption(html.Span(view.caption)),
            html.Thead(html.Tr([_head(each, view.sortable) for each in view.columns])),
            html.Tbody(body),
        ],
        className="data-table",
    )
    frame = html.Div(
        grid,
        className="table-frame",
        role="region",
        tabIndex="0",
        **{"aria-label": words.TABLE_OF.format(caption=view.caption)},
    )
    notes = [html.P(each, className="note") for each in view.notes]
    return html.Div([frame, *notes], className="table-block")


def _head(column: Column, sortable: bool) -> html.Tag:
    unit = column.unit.name if column.unit else ""
    name: list[Any] = [column.name]
    if unit and unit != column.name:
        name.append(html.Span(f" {unit}", className="unit"))
    if not sortable:
        return html.Th(name, scope="col", className=column.align)
    button = html.Button(
        [html.Span(name), html.Span(className="arrows", **{"aria-hidden": "true"})],
        type="button",
        className="sorter",
        **{"data-sort": column.align},
    )
    return html.Th(button, scope="col", className=column.align, **{"aria-sort": "none"})


def _row(row: Row, columns: tuple[Column, ...], index: str | None) -> html.Tag:
    """A row is sorted by what stands in its cells: nothing more of them is sent."""
    first, *rest = zip(row.cells, columns, strict=True)
    cells = [
        html.Td(
            _content(value, column),
            className=f"{column.align} {_class(value)}".strip(),
        )
        for value, column in rest
    ]
    return html.Tr(
        [html.Th(_content(*first), scope="row"), *cells],
        className="marked" if row.marked else None,
        **{"data-row": index},
    )


def _content(value: Cell, column: Column) -> Any:
    if isinstance(value, Quantity):
        return in_table(value, column.unit or COUNT, bare=column.unit is not None)
    if isinstance(value, Link):
        return link(value)
    if isinstance(value, Verdict):
        return verdict(value)
    if value is None:
        return html.Span(words.NO_DATA, className="missing")
    if isinstance(value, str):
        return value
    return theme.number(value, decimals=(column.unit or COUNT).decimals)


def _class(value: Cell) -> str:
    hidden = isinstance(value, Quantity) and value.status == "hidden"
    return "cell-hidden" if hidden else ""
