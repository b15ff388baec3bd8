"""Sections that come after their page: each is drawn by a call of its own.

The head and what answers the page's question come at once. A callback whose input is
in the page is called when the page is there, so a section needs no more than a place
with its id. The place has about the height of what comes, so that nothing jumps.

A section of many like parts has a place for each (`in_places`). What may be called is
fixed when the app starts, so the places are numbered, and the last draws all that are
left.
"""

from collections.abc import Callable
from typing import Any

from dash import Input, Output, callback, dcc

from components import tags as html
from components.skeletons import chart_skeleton
from pages._wiring import guarded_callback, read

PLACES = 8


def later(id: str, *, height: int) -> html.Tag:
    """The place of a section that is on its way."""
    return html.Div(chart_skeleton(height=height), id=id)


def in_places(name: str, kept: str, parts: int, *, height: int) -> list[html.Tag]:
    """A place for each of the parts of `name`, and what its call must know."""
    return [
        _place(f"{name}-of-{place}", f"{name}-{place}", kept, numbers, height)
        for place, numbers in enumerate(placed(parts), 1)
    ]


def draws_places(name: str, draw: Callable[[str, int], Any]) -> None:
    """Let each place of `name` be drawn: `draw` gets what was kept and a number."""

    @guarded_callback
    def draw_place(kept: object) -> Any:
        """The parts of one place."""
        known, _, numbers = read({"of": kept}, "of").rpartition("/")
        return [draw(known, int(n)) for n in numbers.split(",") if n.isdecimal()]

    for place in range(1, PLACES + 1):
        there = Output(f"{name}-{place}", "children")
        callback(there, Input(f"{name}-of-{place}", "data"))(draw_place)


def placed(parts: int) -> tuple[str, ...]:
    """The numbers of the parts in each place that is used, with commas."""
    one_each = [str(n) for n in range(1, min(parts + 1, PLACES))]
    rest = ",".join(str(n) for n in range(PLACES, parts + 1))
    return (*one_each, rest) if rest else tuple(one_each)


def _place(of: str, id: str, kept: str, numbers: str, height: int) -> html.Tag:
    store = dcc.Store(id=of, data=f"{kept}/{numbers}")
    return html.Div([store, later(id, height=height)])
