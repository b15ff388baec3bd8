"""Links: plain anchors that assets/navigate.js follows without a page load."""

from collections.abc import Iterable
from typing import Any

from components import tags as html
from components.views import Link


def link(view: Link, *, className: str = "") -> html.Tag:
    """An anchor; a download saves a file, anything else inside stays in the app."""
    more: dict[str, Any] = {}
    if view.download:
        more["download"] = view.download
    elif view.href.startswith("/"):
        more["data-nav"] = "in"
    if view.current:
        more["aria-current"] = "page"
    if className:
        more["className"] = className
    return html.A(view.text, href=view.href, **more)


def linked(text: str, href: str, *, className: str = "") -> Any:
    """The text as a link if there is an address, else the text alone."""
    if href:
        return link(Link(text=text, href=href), className=className)
    return html.Span(text, className=className) if className else text


def ways(links: Iterable[Link]) -> html.Tag | None:
    """Links to follow under the head of a page; nothing if there are none."""
    found = [link(each) for each in links]
    return html.P(found, className="head-link") if found else None
