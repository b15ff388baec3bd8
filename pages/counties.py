"""The list of counties: by name, never by rank."""

from functools import partial
from typing import Any

from dash import register_page

from components import tags as html
from components.grids import stack
from components.heads import page_head
from components.tables import table
from pages._cache import remembered
from pages._present.counties import counties_head, counties_table
from pages._present.titles import place_title
from pages._wiring import guarded, state_of

register_page(
    __name__, path="/county", title=partial(place_title, "Counties"), order=29
)


@guarded
def layout(**query: object) -> Any:
    """The counties of the state in the address."""
    return _page(state_of(query))


@remembered
def _page(state: str) -> html.Tag:
    return stack(page_head(counties_head(state)), table(counties_table(state)))
