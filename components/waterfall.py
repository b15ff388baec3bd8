"""What each decision multiplies, step by step, to the ratio at the end."""

from typing import Any

from components import tags as html
from components import theme, words
from components.dots import ends
from components.marks import axis, grid, hatch, part, upright
from components.scale import Scale, ratios
from components.views import RATIO, Factor, Waterfall


def waterfall(view: Waterfall) -> html.Tag:
    """Bars from the product so far to the product with this decision."""
    totals = [f.total.value for f in view.factors if f.total.value]
    scale = ratios([1.0, *totals])
    rows, before = [], 1.0
    for each in view.factors:
        rows.append(html.Li(_row(each, before, scale), className="fall-row"))
        before = each.total.value or before
    foot = html.Div(
        [html.Span(view.end_label, className="unseen"), axis(scale)],
        className="fall-foot",
    )
    return html.Div(
        [html.Ol(rows, className="fall-rows"), foot, ends(view.less, view.more)],
        className="waterfall",
    )


def _row(view: Factor, before: float, scale: Scale) -> list[Any]:
    label: list[Any] = [html.Span(view.label)]
    if view.note:
        label.append(html.Span(view.note, className="dot-note"))
    return [
        html.Div(label, className="fall-label"),
        html.Div(_plot(view, before, scale), className="plot-row"),
        html.Div(_numbers(view), className="fall-numbers"),
    ]


def _plot(view: Factor, before: float, scale: Scale) -> list[Any]:
    if view.total.value is None:
        return [hatch(view.total)]
    left, right = sorted((scale.at(before), scale.at(view.total.value)))
    parts = [
        *grid(scale),
        upright(scale.at(1.0), "upright-reference"),
        part("fall-bar", left=f"{left}%", width=f"{max(0.4, right - left):.2f}%"),
        upright(scale.at(view.total.value), "upright-end"),
    ]
    return [html.Div(parts, className="layers", **{"aria-hidden": "true"})]


def _numbers(view: Factor) -> list[Any]:
    if view.ratio.value is None:
        return [html.Span(theme.reason(view.ratio), className="missing")]
    factor = words.TIMES + "\u2009" + theme.number(view.ratio.value, decimals=2)
    parts: list[Any] = [
        html.B(factor),
        html.Span(theme.interval(view.ratio, RATIO), className="interval"),
    ]
    if view.total.value is None:
        return parts
    total = theme.number(view.total.value, decimals=2)
    return [*parts, html.Span(f"{words.SO_FAR} {total}", className="n")]
