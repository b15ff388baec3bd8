"""One small panel a place: its ratio and interval, all on one axis, in name order."""

from typing import Any

from components import tags as html
from components import theme, words
from components.dots import ends
from components.marks import axis, dot, grid, hatch, upright, whisker
from components.quantities import caveats
from components.scale import Scale, ratios
from components.views import RATIO, PanelGroup, PanelPlace, Panels


def panels(view: Panels) -> html.Tag:
    """The key with the axis, then the places, group by group."""
    scale = panels_scale(view)
    shown = [_group(each, view, scale) for each in view.groups]
    return html.Div([_key(view, scale), *shown], className="panels")


def panels_scale(view: Panels) -> Scale:
    """One axis for all, from the values; intervals are cut at its ends."""
    values = [
        place.quantity.value
        for group in view.groups
        for place in group.places
        if place.quantity.value
    ]
    return ratios([*values, *([view.centre] if view.centre else [])])


def _group(group: PanelGroup, view: Panels, scale: Scale) -> html.Tag:
    cards = [html.Li(_card(p, view, scale), className=_kind(p)) for p in group.places]
    head = [html.H4(group.title, className="panel-group")] if group.title else []
    return html.Div([*head, html.Ul(cards, className="panel-grid")])


def _kind(place: PanelPlace) -> str:
    return "panel panel-own" if place.marked else "panel"


def _card(place: PanelPlace, view: Panels, scale: Scale) -> list[html.Tag]:
    quantity = place.quantity
    name = html.A(place.name, href=place.href, **{"data-nav": "in"})
    if not quantity.shown:
        drawn = html.Div(hatch(quantity), className="panel-plot")
        return [html.Div(name, className="panel-head"), drawn]
    said: list[Any] = [html.B(theme.number(quantity.value or 0, decimals=2))]
    said.append(html.Span(theme.interval(quantity, RATIO), className="interval"))
    notes = [place.note] if place.note else []
    told = [
        html.Span(each, className="caveat") for each in (*caveats(quantity), *notes)
    ]
    head = html.Div([name, html.Span(said)], className="panel-head")
    return [head, html.Div(_plot(place, view, scale), className="panel-plot"), *told]


def _plot(place: PanelPlace, view: Panels, scale: Scale) -> html.Tag:
    seen = theme.look("own" if place.marked else "all")
    at = scale.at(place.quantity.value or 1.0)
    marks = [
        *_lines(view, scale),
        whisker(place.quantity, scale, seen.colour),
        dot(seen.colour, seen.marker, hollow=place.quantity.hollow, left=at),
    ]
    return html.Div(marks, className="layers", **{"aria-hidden": "true"})


def _lines(view: Panels, scale: Scale) -> list[html.Tag]:
    lines = [upright(scale.at(1.0), "upright-reference")]
    if view.centre:
        lines.append(upright(scale.at(view.centre), "upright-centre"))
    return lines


def _key(view: Panels, scale: Scale) -> html.Tag:
    """The axis once, with its words, and what the signs mean."""
    ruler = [html.Div([*grid(scale), *_lines(view, scale)], className="layers")]
    signs = [(html.Span(className="key-reference"), words.KEY_EQUAL)]
    if view.centre:
        signs.append((html.Span(className="key-centre"), view.centre_label))
    signs.append((html.Span(className="key-line"), words.KEY_RANGE))
    every = [p.quantity for group in view.groups for p in group.places]
    if any(each.shown and each.hollow for each in every):
        hollow = dot(theme.REFERENCE, "circle", hollow=True)
        signs.append((hollow, words.KEY_HOLLOW))
    if any(each.status == "hidden" for each in every):
        signs.append((html.Span(className="key-hatch"), words.KEY_HIDDEN))
    scaled = [
        html.Div(ruler, className="panel-plot"),
        axis(scale),
        ends(view.less, view.more),
    ]
    return html.Div(
        [
            # As wide as a panel, so that it stands over the first of them.
            html.Div(html.Div(scaled), className="panel-grid panel-ruler"),
            html.P([html.Span(list(each)) for each in signs], className="key"),
        ],
        className="panels-key",
    )
