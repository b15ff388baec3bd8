"""A presentation for a panel: one message a slide, for a state, region or county."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from dash import Input, Output, callback, dcc, register_page

from components import tags as html
from components.deck import deck as draw_deck
from components.deck import slide as draw_slide
from components.views import Deck
from pages import _wiring
from pages._cache import remembered
from pages._present import deck, deck_asked
from pages._present.about import about
from pages._present.deck_ground import Ground, ground
from pages._present.titles import place_title
from pages._words import present as words

PAGE = words.PAGE
# The slides come in so many calls: a usual deck in one a slide, of which none is slow.
PARTS = 10

register_page(
    __name__,
    path=f"/{PAGE}",
    name=words.NAME,
    title=partial(place_title, words.TITLE),
    order=90,
)


@_wiring.guarded
def layout(**query: object) -> Any:
    """The deck of the place in the address, or with `embed` one slide alone."""
    asked = deck_asked.asked_deck(query)
    on = ground(asked.about, date.today())
    chosen = deck.choice(on, asked.slides)
    at = deck_asked.start(chosen, asked.first)
    if _wiring.read(query, "embed") == "1":
        return _alone(asked, chosen.chosen[at])
    whole = words.HEADING.format(place=on.about.name)
    parts = [_waiting(asked, chosen.chosen, part) for part in range(PARTS)]
    return draw_deck(whole, parts, deck_asked.around(asked, chosen, at))


def _waiting(asked: deck_asked.AskedDeck, names: Sequence[str], part: int) -> html.Tag:
    """The place of some of the slides, and what their call must know."""
    size = -(-len(names) // PARTS)
    mine = ",".join(names[part * size : (part + 1) * size])
    kept = f"{asked.state}/{asked.place}/{mine}/{part * size}/{len(names)}"
    store = dcc.Store(id=f"{PAGE}-of-{part}", data=kept)
    kind = "deck-place" if mine else None
    return html.Div([store, html.Div(id=f"{PAGE}-part-{part}")], className=kind)


@_wiring.guarded_callback
def draw_part(kept: object) -> Any:
    """Some of the slides."""
    given = _wiring.read({"of": kept}, "of", longest=2 * deck_asked.LONGEST)
    state, place, names, first, count = (given.split("/") + [""] * 5)[:5]
    if not names:
        return None
    state = _wiring.state_of({"state": state})
    numbers = (int(each) if each.isdecimal() else 0 for each in (first, count))
    return _part(state, place, names, *numbers, date.today().isoformat())


for _number in range(PARTS):
    callback(
        Output(f"{PAGE}-part-{_number}", "children"),
        Input(f"{PAGE}-of-{_number}", "data"),
    )(draw_part)


# The day is part of what is remembered: a due date may pass over night.
@remembered
def _part(
    state: str, place: str, names: str, first: int, count: int, today: str
) -> Any:
    shown = _deck(ground(about(state, place), date.fromisoformat(today)), names)
    return [
        draw_slide(each, number=first + i + 1, count=count, marks=shown.marks)
        for i, each in enumerate(shown.slides)
    ]


def _deck(on: Ground, names: str) -> Deck:
    return deck.deck(on, deck.choice(on, names))


def _alone(asked: deck_asked.AskedDeck, name: str) -> Any:
    """One slide for another page."""
    shown = _deck(ground(asked.about, date.today()), name)
    (only,) = shown.slides
    drawn = draw_slide(only, number=1, count=1, marks=shown.marks, now=True)
    title = html.H1(shown.title, className="visually-hidden", tabIndex="-1")
    return html.Article([title, drawn], className="deck-alone")
