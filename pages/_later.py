"""Sections that come after their page: each is drawn by a call of its own.

The head and what answers the page's question come at once. A callback whose input is
in the page is called when the page is there, so a section needs no more than a place
with its id. The place has about the height of what comes, so that nothing jumps.
"""

from components import tags as html
from components.skeletons import chart_skeleton


def later(id: str, *, height: int) -> html.Tag:
    """The place of a section that is on its way."""
    return html.Div(chart_skeleton(height=height), id=id)
