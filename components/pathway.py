"""Groups by decision points: a table in which every cell is a ratio on one scale."""

from typing import Any

from components import tags as html
from components import theme, words
from components.dots import ends
from components.links import linked
from components.marks import dot, upright, whisker
from components.quantities import caveats, missing_class
from components.scale import Scale, ratios
from components.verdicts import verdict
from components.views import RATIO, Pathway, PathwayRow, Quantity, Step, Verdict


def pathway(view: Pathway) -> html.Tag:
    """The matrix in its own scrolling frame, with what left and right mean."""
    scale = pathway_scale(view)
    table = html.Table(
        [
            html.Caption(view.caption, className="unseen"),
            html.Thead(
                html.Tr(
                    [html.Th(words.GROUP, scope="col")] + [_step(s) for s in view.steps]
                )
            ),
            html.Tbody([_row(row, scale) for row in view.rows]),
        ],
        className="pathway",
    )
    frame = html.Div(
        table,
        className="table-frame",
        role="region",
        tabIndex="0",
        **{"aria-label": words.TABLE_OF.format(caption=view.caption)},
    )
    parts = [frame, ends(view.less, view.more), _key()]
    room = {"--steps": str(len(view.steps))}
    return html.Div(parts, className="pathway-block", style=room)


def pathway_scale(view: Pathway) -> Scale:
    """One axis for all cells, from the values (intervals are cut at its ends)."""
    values = [q.value for row in view.rows for q in row.ratios if q.value]
    return ratios([*values, 2.5])


def _step(view: Step) -> html.Tag:
    parts: list[Any] = [linked(view.label, view.href)]
    if view.note:
        parts.append(html.Span(view.note, className="unit"))
    return html.Th(parts, scope="col")


def _row(row: PathwayRow, scale: Scale) -> html.Tag:
    seen = theme.look(row.code, reference=row.reference)
    name: list[Any] = [dot(seen.colour, seen.marker, hollow=False), row.label]
    if row.note:
        name.append(html.Span(row.note, className="dot-note"))
    marks = row.verdicts or (None,) * len(row.ratios)
    cells = [
        html.Td(_cell(ratio, mark, scale, row))
        for ratio, mark in zip(row.ratios, marks, strict=True)
    ]
    return html.Tr([html.Th(name, scope="row"), *cells])


def _cell(
    ratio: Quantity, mark: Verdict | None, scale: Scale, row: PathwayRow
) -> list[Any]:
    if not ratio.shown or ratio.value is None:
        if ratio.status == "reference":
            return [
                _track(Quantity(value=1.0), scale, row),
                html.Span("1", className="n"),
            ]
        kind = missing_class(ratio)
        return [html.Span(theme.reason(ratio), className=kind)]
    said: list[Any] = [html.B(theme.number(ratio.value, decimals=2))]
    said.append(html.Span(theme.interval(ratio, RATIO), className="interval"))
    said += [html.Span(each, className="caveat") for each in caveats(ratio)]
    if ratio.denominator is not None:
        said.append(html.Span(theme.counted(ratio), className="n"))
    parts: list[Any] = [_track(ratio, scale, row), html.Div(said)]
    return [*parts, verdict(mark)] if mark else parts


def _track(ratio: Quantity, scale: Scale, row: PathwayRow) -> html.Tag:
    seen = theme.look(row.code, reference=row.reference)
    at = scale.at(ratio.value or 1.0)
    return html.Div(
        [
            upright(scale.at(1.0), "upright-reference"),
            whisker(ratio, scale, seen.colour),
            dot(seen.colour, seen.marker, hollow=ratio.hollow, left=at),
        ],
        className="track",
        **{"aria-hidden": "true"},
    )


def _key() -> html.Tag:
    signs = [
        (html.Span(className="key-reference"), words.KEY_EQUAL),
        (html.Span(className="key-line"), words.KEY_RANGE),
    ]
    return html.P([html.Span(list(each)) for each in signs], className="key")
