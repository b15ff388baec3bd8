"""A list of every measure of a state, at the place of the page."""

from typing import Any

from components import tags as html
from components.heads import section
from components.links import link
from components.views import Link
from pages import _wiring
from pages._present import frames
from pages._present.about import About
from pages._words import measure as words


def measures(about: About, current: str) -> Any:
    """Links to all measures; the one that is shown is marked."""
    query = about.query()
    links = [
        Link(
            text=each.title,
            href=frames.measure_href(each.id, **query),
            current=each.id == current,
        )
        for each in _wiring.outcomes().measures(about.state)
    ]
    listed = html.Ul([html.Li(link(each)) for each in links], className="measures")
    label = words.SECTIONS[4]
    return section(label, html.Nav(listed, **{"aria-label": label}))
