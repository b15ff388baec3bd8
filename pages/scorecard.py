"""The start page: a state's promises and what the figures say about them."""

from datetime import date
from functools import partial
from typing import Any

from dash import Input, Output, callback, dcc, register_page

from components import tags as html
from components.charts import closed
from components.embeds import panel, part
from components.grids import stack
from components.heads import page_head, section
from components.links import link
from components.scorecard import priority
from components.tables import table
from pages._cache import remembered
from pages._embedding import alone, part_of
from pages._later import draws_places, in_places, later
from pages._present import scorecard as present
from pages._present.every_measure import every_intro, every_measure
from pages._present.promises import ask, ask_every, ask_part
from pages._present.scorecard import Scorecard
from pages._present.titles import place_title
from pages._wiring import guarded, guarded_callback, state_of
from pages._words import scorecard as words

PAGE, ALL = "scorecard", "all"
KEPT, EVERY, PART = f"{PAGE}-of", f"{PAGE}-every", f"{PAGE}-part"

register_page(__name__, path="/", title=partial(place_title, words.NAME), order=0)


@guarded
def layout(**query: object) -> Any:
    """The scorecard of the state in the address."""
    state, today = state_of(query), date.today().isoformat()
    drawn = _one(part_of(query), state, today)
    return _page(state, today) if drawn is None else alone(words.NAME, drawn)


def _one(name: str, state: str, today: str) -> Any:
    """One part, for the page of another; None if there is no such."""
    kind, _, number = name.partition("-")
    if name == ALL:
        return _every(state)
    if kind == "priority" and number.isdecimal():
        return _part(state, int(number), today)
    return None


# The day is part of what is remembered: a due date may pass over night.
@remembered
def _page(state: str, today: str) -> Any:
    return draw(present.scorecard(ask(state, date.fromisoformat(today))))


def _draw_part(state: str, number: int) -> Any:
    """A priority with its promises."""
    return _part(state_of({"state": state}), number, date.today().isoformat())


draws_places(PART, _draw_part)


@remembered
def _part(state: str, number: int, today: str) -> Any:
    given, asked = ask_part(state, date.fromisoformat(today), number)
    view = present.part(number, given, asked)
    return part(f"priority-{number}", view.title, priority(view))


@callback(Output(EVERY, "children"), Input(KEPT, "data"))
@guarded_callback
def draw_every(state: object) -> Any:
    """Every measure in one table, which comes after the promises."""
    return _every(state_of({"state": state}))


@remembered
def _every(state: str) -> Any:
    asked = ask_every(state)
    every = every_measure(asked)
    listed = part(ALL, every.caption, table(every))
    return section(words.EVERY, listed, intro=every_intro(asked), name=ALL)


def draw(view: Scorecard) -> html.Tag:
    """The page from its view."""
    return stack(
        dcc.Store(id=KEPT, data=view.state),
        page_head(view.head),
        html.Ul([html.Li(link(each)) for each in view.links], className="notice-links"),
        section(words.CHANGED, *_changed(view), name="changed"),
        html.Div(
            in_places(PART, view.state, view.parts, height=900),
            className="priorities",
        ),
        later(EVERY, height=620),
        closed(words.NOTES, *(html.P(each, className="prose") for each in view.notes)),
        panel("embed=1", words.NAME),
    )


def _changed(view: Scorecard) -> list[Any]:
    told = [html.Li([link(to), rest]) for to, rest in view.changed.sentences]
    first, *rest = view.changed.notes
    return [
        html.Div(html.Ul(told), className="prose") if told else None,
        html.P(first, className="prose"),
        html.P(" ".join(rest), className="note"),
    ]
