"""Groups compared: one row a group, dot and interval, the number printed beside it."""

from typing import Any

from components import tags as html
from components import theme, words
from components.links import linked
from components.marks import axis, dot, grid, hatch, upright, whisker
from components.quantities import caveats
from components.scale import Scale, linear, ratios
from components.views import DotRow, Dots, Quantity, Unit

ABOUT = 5


def dots(view: Dots) -> html.Tag:
    """Rows of dots with whiskers; the reference is a line through all of them."""
    scale = dots_scale(view)
    rows = [html.Li(_row(row, view, scale), className="dot-row") for row in view.rows]
    suffix = view.unit.suffix if view.unit.suffix.strip() == "%" else ""
    foot = [
        axis(
            scale,
            decimals=view.unit.decimals,
            suffix="" if view.ratio else suffix,
            about=ABOUT,
        )
    ]
    parts: list[Any] = [_head(view, scale), html.Ul(rows, className="dot-rows")]
    if view.reference is not None or any(row.quantity.shown for row in view.rows):
        parts.append(html.Div(foot, className="dot-foot"))
    if view.less or view.more:
        parts.append(ends(view.less, view.more))
    return html.Div([*parts, _key(view)], className="dots")


def dots_scale(view: Dots) -> Scale:
    """The axis of the rows; very wide intervals are cut, values never."""
    values = [row.quantity.value for row in view.rows if row.quantity.value is not None]
    tops = [
        min(row.quantity.upper, 1.6 * max(values))
        for row in view.rows
        if row.quantity.upper is not None and row.quantity.shown
    ]
    lows = [row.quantity.lower for row in view.rows if row.quantity.lower]
    also = [] if view.reference is None else [view.reference]
    if view.ratio:
        return ratios([*values, *tops, *lows, *also], least=view.reach)
    return linear([*values, *tops, *also], about=ABOUT)


def _head(view: Dots, scale: Scale) -> html.Tag:
    """The words over the reference line and over the columns."""
    parts: list[Any] = []
    if view.reference is not None and view.reference_label:
        at = scale.at(view.reference)
        side = "to-left" if at > 60 else "to-right"
        label = html.Span(
            view.reference_label,
            className=f"reference-label {side}",
            style={"left": f"{at}%"},
        )
        parts.append(html.Div(label, className="dot-plot-head"))
    columns = html.Div(
        [
            html.Span(_value_head(view.unit, view.ratio)),
            html.Span(view.counted, className="n"),
        ],
        className="dot-numbers dot-numbers-head",
    )
    return html.Div([*parts, columns], className="dot-head", **{"aria-hidden": "true"})


def _value_head(unit: Unit, ratio: bool) -> str:
    return words.RATIO if ratio else unit.name


def _row(row: DotRow, view: Dots, scale: Scale) -> list[Any]:
    seen = theme.look(row.code, reference=row.reference)
    name = [
        dot(seen.colour, seen.marker, hollow=False),
        linked(row.label, row.href),
    ]
    label = [html.Span(name, className="dot-name")]
    if row.note:
        label.append(html.Span(row.note, className="dot-note"))
    return [
        html.Div(label, className="dot-label"),
        html.Div(_plot(row, view, scale), className="plot-row"),
        html.Div(_numbers(row, view.unit), className="dot-numbers"),
    ]


def _plot(row: DotRow, view: Dots, scale: Scale) -> list[Any]:
    parts: list[Any] = grid(scale, about=ABOUT)
    if view.reference is not None:
        parts.append(upright(scale.at(view.reference), "upright-reference"))
    quantity = row.quantity
    if not quantity.shown or quantity.value is None:
        layers = html.Div(parts, className="layers", **{"aria-hidden": "true"})
        return [layers, hatch(quantity)]
    seen = theme.look(row.code, reference=row.reference)
    parts.append(whisker(quantity, scale, seen.colour))
    at = scale.at(quantity.value)
    parts.append(dot(seen.colour, seen.marker, hollow=quantity.hollow, left=at))
    return [html.Div(parts, className="layers", **{"aria-hidden": "true"})]


def _numbers(row: DotRow, unit: Unit) -> list[Any]:
    quantity = row.quantity
    if not quantity.shown:
        said = html.Span(theme.reason(quantity), className="unseen")
        return [html.Span(["\u2013", said]), *_stands_on(quantity)]
    value: list[Any] = [
        html.B(theme.number(quantity.value or 0, decimals=unit.decimals))
    ]
    value.append(html.Span(theme.interval(quantity, unit), className="interval"))
    value += [html.Span(each, className="caveat") for each in caveats(quantity)]
    return [html.Span(value), *_stands_on(quantity)]


def _stands_on(quantity: Quantity) -> list[html.Tag]:
    if quantity.denominator is None or quantity.status == "hidden":
        return []
    return [html.Span(theme.counted(quantity), className="n")]


def ends(less: str, more: str) -> html.Tag:
    """The words at the two ends of a ratio axis."""
    return html.Div(
        [html.Span(f"\u2190 {less}"), html.Span(f"{more} \u2192")],
        className="axis-ends",
    )


def _key(view: Dots) -> html.Tag:
    """What the drawing's signs mean, only those that occur."""
    said = []
    if any(row.quantity.lower is not None for row in view.rows):
        said.append(words.KEY_RANGE)
    if any(row.quantity.shown and row.quantity.hollow for row in view.rows):
        said.append(words.KEY_HOLLOW)
    if any(row.quantity.status == "hidden" for row in view.rows):
        said.append(words.KEY_HIDDEN)
    signs = {
        words.KEY_RANGE: html.Span(className="key-line"),
        words.KEY_HOLLOW: dot(theme.REFERENCE, "circle", hollow=True),
        words.KEY_HIDDEN: html.Span(className="key-hatch"),
    }
    return html.P([html.Span([signs[each], each]) for each in said], className="key")
