"""What each decision multiplies, step by step, to the ratio at the end."""

from typing import Any

from components import tags as html
from components import theme, words
from components.dots import ends
from components.marks import axis, dot, grid, hatch, part, upright, whisker
from components.palettes import paint
from components.quantities import caveats
from components.scale import Scale, ratios
from components.verdicts import verdict
from components.views import RATIO, Factor, Quantity, Waterfall

# Nearer to 1 than this an axis need not reach.
LEAST = 1.5


def waterfall(view: Waterfall) -> html.Tag:
    """Bars from the product so far to the product with this decision."""
    scale = waterfall_scale(view)
    colour = theme.look(view.code).colour
    rows, before = [], 1.0
    for each in view.factors:
        start = before if each.start is None else each.start
        rows.append(html.Li(_row(each, start, scale), className="fall-row"))
        before = each.total.value or before
    if view.end is not None:
        last = _end(view, view.end, scale)
        rows.append(html.Li(last, className="fall-row fall-end"))
    said = [] if view.end else [html.Span(view.end_label, className="unseen")]
    foot = html.Div([*said, axis(scale)], className="fall-foot")
    return html.Div(
        [
            _head(view, scale),
            html.Ol(rows, className="fall-rows"),
            foot,
            ends(view.less, view.more),
            _key(view),
        ],
        className="waterfall",
        style={"--c": paint(colour)},
    )


def waterfall_scale(view: Waterfall) -> Scale:
    """One axis for all bars, with 1 in its middle; intervals are cut at its ends."""
    totals = [f.total.value for f in view.factors] + [f.start for f in view.factors]
    last = view.end.value if view.end else None
    return ratios([1.0, *filter(None, (*totals, last))], least=LEAST)


def _head(view: Waterfall, scale: Scale) -> html.Tag | None:
    if not view.one_label:
        return None
    one = html.Span(
        view.one_label,
        className="reference-label to-right",
        style={"left": f"{scale.at(1.0)}%"},
    )
    return html.Div(
        html.Div(one, className="fall-plot-head"),
        className="fall-head",
        **{"aria-hidden": "true"},
    )


def _row(view: Factor, start: float, scale: Scale) -> list[Any]:
    label: list[Any] = [html.Span(view.label)]
    if view.note:
        label.append(html.Span(view.note, className="dot-note"))
    numbers = _numbers(view)
    if view.word:
        numbers.append(verdict(view.word))
    return [
        html.Div(label, className="fall-label"),
        html.Div(_plot(view, start, scale), className="plot-row"),
        html.Div(numbers, className="fall-numbers"),
    ]


def _plot(view: Factor, start: float, scale: Scale) -> list[Any]:
    if view.total.value is None:
        return [hatch(view.total if view.ratio.value else view.ratio)]
    left, right = sorted((scale.at(start), scale.at(view.total.value)))
    place = {"left": f"{left}%", "width": f"{max(0.4, right - left):.2f}%"}
    parts = [
        *grid(scale),
        upright(scale.at(1.0), "upright-reference"),
        part(f"fall-bar fall-{view.weight}", **place),
        _reach(view.ratio, start, scale),
        upright(scale.at(view.total.value), "upright-end"),
    ]
    return [html.Div(parts, className="layers", **{"aria-hidden": "true"})]


def _reach(ratio: Quantity, start: float, scale: Scale) -> html.Tag | None:
    """The interval of the ratio, from where its bar begins."""
    if not ratio.shown or ratio.lower is None:
        return None
    upper = None if ratio.upper is None else ratio.upper * start
    moved = Quantity(value=ratio.value, lower=ratio.lower * start, upper=upper)
    return whisker(moved, scale, theme.INK)


def _numbers(view: Factor) -> list[Any]:
    if view.ratio.value is None:
        return [html.Span(theme.reason(view.ratio), className="missing")]
    factor = words.TIMES + "\u2009" + theme.number(view.ratio.value, decimals=2)
    parts: list[Any] = [
        html.B(factor),
        html.Span(theme.interval(view.ratio, RATIO), className="interval"),
    ]
    parts += [html.Span(each, className="caveat") for each in caveats(view.ratio)]
    if view.total.value is None:
        return parts
    total = theme.number(view.total.value, decimals=2)
    return [*parts, html.Span(f"{words.SO_FAR} {total}", className="n")]


def _end(view: Waterfall, end: Quantity, scale: Scale) -> list[Any]:
    """The last row: all decisions together, as a dot with its interval."""
    seen = theme.look(view.code)
    label = html.Div(html.B(view.end_label), className="fall-label")
    if not end.shown or end.value is None:
        said = html.Span(theme.reason(end), className="missing")
        plot: list[Any] = [hatch(end)]
    else:
        said = html.B(theme.number(end.value, decimals=2))
        marks = [
            *grid(scale),
            upright(scale.at(1.0), "upright-reference"),
            whisker(end, scale, seen.colour),
            dot(seen.colour, seen.marker, hollow=end.hollow, left=scale.at(end.value)),
        ]
        plot = [html.Div(marks, className="layers", **{"aria-hidden": "true"})]
    between = html.Span(theme.interval(end, RATIO), className="interval")
    return [
        label,
        html.Div(plot, className="plot-row"),
        html.Div([said, between], className="fall-numbers"),
    ]


def _key(view: Waterfall) -> html.Tag:
    """What the bars mean, only those that occur."""
    there = {each.weight for each in view.factors if each.total.shown}
    signs = [
        (html.Span(className=f"key-bar fall-{weight}"), said)
        for weight, said in words.WEIGHTS
        if weight in there
    ]
    if any(each.ratio.lower is not None for each in view.factors):
        signs.append((html.Span(className="key-line"), words.KEY_RANGE))
    return html.P([html.Span([sign, said]) for sign, said in signs], className="key")
