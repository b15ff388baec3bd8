"""What is drawn on a slide: the charts of the pages, larger, and short lists."""

from typing import Any

from components import tags as html
from components.county_map import county_map
from components.deck_trend import deck_trend
from components.dots import dots
from components.tables import table
from components.views import CountyMap, Dots, Drawing, Points, Table, Trend, Waterfall
from components.waterfall import waterfall


def drawing(view: Drawing, *, alt: str) -> html.Tag:
    """The drawing in a box that fills what the sentence leaves of the slide."""
    return html.Div(_drawn(view, alt), className="slide-drawing")


def _drawn(view: Drawing, alt: str) -> Any:
    if isinstance(view, Trend):
        return deck_trend(view, alt=alt)
    if isinstance(view, Dots):
        return dots(view)
    if isinstance(view, Waterfall):
        return waterfall(view)
    if isinstance(view, CountyMap):
        return county_map(view)
    if isinstance(view, Table):
        return table(view)
    return points(view)


def points(view: Points) -> html.Tag:
    """A list: numbered questions, or heads with what is said of each."""
    kind = "points points-numbered" if view.numbered else "points"
    items = [html.Li(_point(each)) for each in view.items]
    return (html.Ol if view.numbered else html.Ul)(items, className=kind)


def _point(each: Any) -> list[html.Tag]:
    parts = [html.B(each.head, className="point-head")] if each.head else []
    parts.append(html.Span(each.text, className="point-text"))
    if each.note:
        parts.append(html.Span(each.note, className="point-note"))
    return parts
