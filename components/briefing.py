"""What only a printed briefing has: a row of facts, room to write, counties beside."""

from typing import Any

from components import tags as html
from components.dots import dots
from components.links import link
from components.views import Dots, Link


def numbered(lines: tuple[tuple[Link, str], ...]) -> html.Tag:
    """Sentences in their order, each begun by a link."""
    items = [html.Li(html.Span([link(to), said])) for to, said in lines]
    return html.Ol(items, className="briefing-changes")


def room(title: str, says: str, *, lines: int) -> html.Tag:
    """Ruled lines for a pen."""
    rules = [html.Div(className="pen-line") for _ in range(lines)]
    return html.Div(
        [
            html.H2(title),
            html.P(says, className="note chrome"),
            html.Div(rules, **{"aria-hidden": "true"}),
        ],
        className="pen",
    )


def beside(name: Link, view: Dots) -> html.Tag:
    """One measure in several places on one scale."""
    head: list[Any] = [
        html.H4(link(name), className="beside-name"),
        html.P(view.unit.name, className="note"),
    ]
    return html.Div(
        [html.Div(head, className="beside-head"), dots(view)], className="beside"
    )


def print_button(text: str) -> html.Tag:
    """A button that opens the browser's own print (assets/print.js)."""
    more = {"data-print": "page"}
    return html.Button(text, type="button", className="chrome", **more)
