"""The list of counties: by name, never by rank."""

from functools import partial
from typing import Any

from dash import register_page

from components.embeds import part
from components.grids import stack
from components.heads import page_head
from components.tables import table
from pages._cache import remembered
from pages._embedding import alone, part_of
from pages._present.counties import counties_head, counties_table
from pages._present.titles import place_title
from pages._wiring import guarded, state_of

ALL = "counties"

register_page(
    __name__, path="/county", title=partial(place_title, "Counties"), order=29
)


@guarded
def layout(**query: object) -> Any:
    """The counties of the state in the address."""
    return _page(state_of(query), part_of(query) == ALL)


@remembered
def _page(state: str, only: bool) -> Any:
    listed = counties_table(state)
    drawn = part(ALL, listed.caption, table(listed))
    head = counties_head(state)
    return alone(head.question, drawn) if only else stack(page_head(head), drawn)
