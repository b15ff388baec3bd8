"""What the reader must know before, or instead of, a number."""

from components import tags as html
from components import words
from components.links import link
from components.views import Notice


def notice(view: Notice) -> html.Tag:
    """A quiet box with a rule at its side; problems are announced."""
    title = view.title or dict(words.NOTICE_TITLES)[view.kind]
    parts: list[object] = [html.P(title, className="notice-title")] if title else []
    parts.append(html.P(view.text))
    if view.links:
        items = [html.Li(link(each)) for each in view.links]
        parts.append(html.Ul(items, className="notice-links"))
    more = {"role": "alert"} if view.kind == "error" else {}
    kind = view.kind.replace(" ", "-")
    return html.Div(parts, className=f"notice notice-{kind}", **more)


def page_notice(view: Notice) -> html.Tag:
    """A whole page that is only a notice: its title becomes the page's heading."""
    title = view.title or dict(words.NOTICE_TITLES)[view.kind]
    links = [html.Li(link(each)) for each in view.links]
    return html.Section(
        [
            html.H1(title, tabIndex="-1"),
            html.P(view.text, className="lead"),
            html.Ul(links, className="notice-links") if links else None,
        ],
        className="page-notice",
    )
