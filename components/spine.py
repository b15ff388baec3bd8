"""One county, every measure: against the spread of all counties and the state."""

from typing import Any

from components import tags as html
from components import theme, words
from components.links import linked
from components.marks import dot, hatch, part, upright, whisker
from components.quantities import missing_class
from components.scale import Scale
from components.verdicts import verdict
from components.views import Spine, SpineKey, SpineRow, Unit


def spine(view: Spine) -> html.Tag:
    """The rows of one subject."""
    rows = [html.Li(_row(row), className="spine-row") for row in view.rows]
    return html.Div(html.Ul(rows, className="spine-rows"), className="spine")


def spine_scale(row: SpineRow) -> Scale | None:
    """The axis of one row: the spread of counties and a little more on either side.

    Better lies to the right: lower-is-better measures are turned round.
    """
    known = (row.low, row.high, row.state, row.quantity.value)
    values = [each for each in known if each is not None]
    if not values:
        return None
    low, high = min(values), max(values)
    edge = 0.06 * (high - low) or 0.5
    return Scale(low=low - edge, high=high + edge, flip=row.direction == "lower")


def _row(row: SpineRow) -> list[Any]:
    label = [linked(row.label, row.href, className="spine-name")]
    if not _short(row.unit):
        label.append(html.Span(row.unit.name, className="spine-unit"))
    scale = spine_scale(row)
    drawn = _plot(row, scale) if scale else [hatch(row.quantity)]
    return [
        html.Div(label, className="spine-label"),
        html.Div(drawn, className="plot-row"),
        html.Div(_numbers(row), className="spine-numbers"),
        html.Div(_words(row), className="spine-words"),
    ]


def _short(unit: Unit) -> bool:
    """A unit that is written after each number instead of under the measure's name."""
    return unit.suffix.strip() == "%"


def _plot(row: SpineRow, scale: Scale) -> list[Any]:
    parts: list[Any] = [_bar(row.low, row.high, scale, "spread")]
    parts.append(_bar(row.quarter, row.three_quarters, scale, "middle"))
    if row.state is not None:
        parts.append(upright(scale.at(row.state), "upright-state"))
    quantity = row.quantity
    if not quantity.shown or quantity.value is None:
        return [html.Div(parts, className="layers", **{"aria-hidden": "true"})]
    parts.append(whisker(quantity, scale, theme.ACCENT))
    at = scale.at(quantity.value)
    parts.append(dot(theme.ACCENT, "circle", hollow=quantity.hollow, left=at))
    return [html.Div(parts, className="layers", **{"aria-hidden": "true"})]


def _bar(low: float | None, high: float | None, scale: Scale, kind: str) -> Any:
    if low is None or high is None:
        return None
    left, right = sorted((scale.at(low), scale.at(high)))
    return part(kind, left=f"{left}%", width=f"{right - left:.2f}%")


def _numbers(row: SpineRow) -> list[Any]:
    quantity = row.quantity
    if not quantity.shown or quantity.value is None:
        return [html.Span(theme.reason(quantity), className=missing_class(quantity))]
    value = theme.number(quantity.value, decimals=row.unit.decimals)
    value += row.unit.suffix if _short(row.unit) else ""
    said: list[Any] = [html.B(value)]
    said.append(html.Span(theme.interval(quantity, row.unit), className="interval"))
    if quantity.denominator is None:
        return [html.Span(said)]
    return [html.Span(said), html.Span(theme.counted(quantity), className="n")]


def _words(row: SpineRow) -> list[Any]:
    return [verdict(each) for each in (row.verdict, row.trend) if each is not None]


def spine_key(view: SpineKey) -> html.Tag:
    """What the signs of the rows stand for, above all subjects."""
    signs = [
        (dot(theme.ACCENT, "circle", hollow=False), view.place),
        (html.Span(className="key-line key-own"), words.KEY_RANGE),
        (html.Span(className="key-state"), view.state),
        (html.Span(className="key-spread"), words.KEY_LOW_HIGH),
        (html.Span(className="key-middle"), words.KEY_MIDDLE),
    ]
    neutral = [words.KEY_NEUTRAL] if view.neutral else []
    notes = [view.spread, words.KEY_BETTER, *neutral]
    return html.Div(
        [
            html.P([html.Span(list(each)) for each in signs], className="key"),
            html.P(". ".join(n[:1].upper() + n[1:] for n in notes if n) + "."),
        ],
        className="spine-key",
    )
