"""What can stand on another page: a part with its stable name, and its panel.

The code to copy is made by assets/embed-panel.js when a panel is opened: it needs the
address of the page as it is then, and pages stay as light as they were.
"""

from typing import Any

from components import embed_words as words
from components import tags as html
from components.views import Link


def panel(query: str, title: str) -> html.Tag:
    """A closed box; `query` is what the address of the page needs to show the part."""
    about = html.Span(f": {title}", className="unseen")
    return html.Details(
        [html.Summary([words.SUMMARY, about]), html.Div(className="opened")],
        className="embed chrome",
        **{"data-embed": query, "data-named": title},
    )


def of_part(name: str, title: str) -> html.Tag:
    """The panel of a part of the page by its name."""
    return panel(f"part={name}", title)


def part(name: str, title: str, *body: Any) -> html.Tag:
    """Something that is no chart, with its name and its panel under it."""
    below = html.Div(of_part(name, title), className="part-steps chrome")
    return html.Div([*body, below], **{"data-part": name})


def foot(full: Link, lines: tuple[str, ...]) -> html.Tag:
    """What stands under every page that is shown inside another."""
    away = html.A(
        [full.text, html.Span(words.NEW_TAB, className="unseen")],
        href=full.href,
        target="_blank",
        rel="noopener",
        className="embed-full",
    )
    said = [html.P(each) for each in lines]
    return html.Footer(
        [html.P(away), *said, html.P(words.LINKS, className="unseen")],
        className="embed-foot",
        **{"aria-label": words.ABOUT},
    )
