"""A difference in its parts: bars to both sides of none, and their sum."""

from typing import Any

from components import tags as html
from components import theme
from components.dots import ends
from components.marks import axis, grid, hatch, part, upright
from components.palettes import paint
from components.scale import Scale, linear
from components.views import Part, Parts

ABOUT = 3


def parts(view: Parts) -> html.Tag:
    """One row a part; the sum last, under a line."""
    scale = parts_scale(view)
    rows = [
        html.Li(
            _row(each, view, scale),
            className="fall-row fall-end" if each.total else "fall-row",
        )
        for each in view.rows
    ]
    foot = axis(scale, decimals=view.unit.decimals, about=ABOUT)
    return html.Div(
        [
            html.Ul(rows, className="fall-rows"),
            html.Div(foot, className="fall-foot"),
            ends(view.less, view.more),
        ],
        className="waterfall parts",
        style={"--c": paint(theme.look(view.code).colour)},
    )


def parts_scale(view: Parts) -> Scale:
    """A round axis that holds none and every part."""
    values = [each.quantity.value for each in view.rows]
    return linear([each for each in values if each is not None], about=ABOUT)


def _row(row: Part, view: Parts, scale: Scale) -> list[Any]:
    label: list[Any] = [html.B(row.label) if row.total else html.Span(row.label)]
    if row.note:
        label.append(html.Span(row.note, className="dot-note"))
    return [
        html.Div(label, className="fall-label"),
        html.Div(_plot(row, scale), className="plot-row"),
        html.Div(_number(row, view), className="fall-numbers"),
    ]


def _plot(row: Part, scale: Scale) -> list[Any]:
    value = row.quantity.value
    if value is None:
        return [hatch(row.quantity)]
    left, right = sorted((scale.at(0.0), scale.at(value)))
    kind = "fall-total" if row.total else "fall-wider"
    marks = [
        *grid(scale, about=ABOUT),
        part(f"fall-bar {kind}", left=f"{left}%", width=f"{right - left:.2f}%"),
        upright(scale.at(0.0), "upright-reference"),
    ]
    return [html.Div(marks, className="layers", **{"aria-hidden": "true"})]


def _number(row: Part, view: Parts) -> list[Any]:
    value = row.quantity.value
    if value is None:
        return [html.Span(theme.reason(row.quantity), className="missing")]
    small = abs(value) < 0.5 * 10**-view.unit.decimals
    sign = "+" if value > 0 and not small else ""
    shown = 0.0 if small else value
    written = sign + theme.number(shown, decimals=view.unit.decimals)
    return [html.B(written), html.Span(f" {view.unit.name}", className="n")]
