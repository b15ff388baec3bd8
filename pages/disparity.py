"""Differences between groups: where they open, on both bases, over the years."""

from typing import Any

from dash import Input, Output, State, callback, dcc, no_update, register_page

from components import grids
from components import tags as html
from components.charts import how_to_read
from components.heads import page_head, section
from components.links import ways
from components.views import HowToRead
from pages import _disparity as all_groups
from pages import _disparity_chain as one_group
from pages import _wiring
from pages._disparity_alone import drawn
from pages._embedding import alone, part_of
from pages._later import later
from pages._present import asked, deck_asked, gap_group, gap_head
from pages._present import controls as lists
from pages._present import pathway_asking as asking
from pages._present.pathway_asking import Answers, View
from pages._present.titles import place_title
from pages._present.ways import of_county
from pages._words import chain as of_chain
from pages._words import disparity as words

PAGE = words.PAGE
PARTS = ("head", "chain", "steps", "children", "places", "years", "unknown", "of")
HEAD, CHAIN, STEPS, CHILDREN, PLACES, YEARS, UNKNOWN, KEPT = (
    f"{PAGE}-{part}" for part in PARTS
)
CONTROLS = ("county", "dim", "group", "window", "reference", "base", "population")


def title(**_: object) -> str:
    """What the page is about, and where, for the window of the browser."""
    return place_title(words.TITLE)


register_page(__name__, path="/disparity", name=words.NAME, title=title)


@_wiring.guarded
def layout(**query: object) -> Any:
    """The whole page, or one drawing of it for another page."""
    view = _view_at(query)
    found = Answers(view=view)
    if part := part_of(query):
        return alone(words.NAME, drawn(view, found, part))
    asking.fetch(view)
    how = HowToRead(title=words.HOW_TITLE, paragraphs=(*words.HOW, of_chain.EXAMPLE))
    return html.Article(
        [
            dcc.Store(id=KEPT, data=view.about.state),
            html.Div(_head(view, found), id=HEAD),
            all_groups.chooser(view),
            grids.stack(
                how_to_read(how),
                later(CHAIN, height=620),
                section(words.SECTIONS[0], later(STEPS, height=1030)),
                later(CHILDREN, height=420),
                later(PLACES, height=240),
                later(YEARS, height=460),
                later(UNKNOWN, height=840),
                all_groups.published(view.about.state),
                all_groups.cannot_tell(),
            ),
        ]
    )


def _head(view: View, found: Answers) -> list[html.Tag | None]:
    """The question and its answer, and the ways to more about the place."""
    slides = deck_asked.present_link(view.about)
    links = ways((slides, *of_county(view.about)))
    return [page_head(gap_head.head(view, found)), links]


def _view_at(query: dict[str, object]) -> View:
    return asking.view_of(
        asked.place_of(query),
        dim=_wiring.read(query, "dim"),
        window=_wiring.read(query, "window"),
        reference=_wiring.read(query, "reference"),
        base=_wiring.read(query, "base"),
        group=_wiring.read(query, "group"),
        population=_wiring.read(query, "population"),
    )


# ---- what the controls change --------------------------------------------------

CHOSEN = (
    Input(KEPT, "data"),
    *(Input(_wiring.control(PAGE, name), "value") for name in CONTROLS),
)
_wiring.keep_address(PAGE, *CONTROLS)


def _again(state: object, *chosen: object) -> tuple[View, Answers]:
    """The view that the page's controls ask for."""
    view = _view_at(dict(zip(CONTROLS, chosen, strict=True)) | {"state": state})
    return view, Answers(view=view)


@callback(Output(HEAD, "children"), *CHOSEN, prevent_initial_call=True)
@_wiring.guarded_callback
def draw_head(*chosen: object) -> Any:
    """The sentences again."""
    return _head(*_again(*chosen))


@callback(Output(CHAIN, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_chain(*chosen: object) -> Any:
    """Where the gap opens, for the chosen group."""
    return one_group.opens(*_again(*chosen))


@callback(Output(STEPS, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_steps(*chosen: object) -> Any:
    """Every step out of all children, and out of those at the decision before.

    The two are alike, so that they are a third smaller in one answer than in two.
    """
    view, asked_for = _again(*chosen)
    found = asked_for.together()
    return grids.stack(
        all_groups.matrix(view, found, "population"),
        all_groups.matrix(view, found, "decision"),
    )


@callback(Output(CHILDREN, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_children(*chosen: object) -> Any:
    """The difference in children again."""
    return all_groups.differences(*_again(*chosen))


@callback(Output(PLACES, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_places(*chosen: object) -> Any:
    """Between and within counties, for the whole state only."""
    view, found = _again(*chosen)
    return one_group.places(view, found) if view.about.whole_state else None


@callback(Output(YEARS, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_years(*chosen: object) -> Any:
    """The gap over the years again."""
    return one_group.years(*_again(*chosen))


@callback(Output(UNKNOWN, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_unknown(*chosen: object) -> Any:
    """Children in no group, how far they could move the ratios, and the downloads."""
    view, found = _again(*chosen)
    return grids.stack(
        all_groups.not_known(view, found),
        one_group.moves(view, found),
        all_groups.downloads(view, found),
    )


@callback(
    Output(_wiring.control(PAGE, "reference"), "options"),
    Input(_wiring.control(PAGE, "dim"), "value"),
    Input(_wiring.control(PAGE, "county"), "value"),
    prevent_initial_call=True,
)
def draw_references(dimension: object, county: object) -> Any:
    """The list of what groups are compared with, for these groups and this place."""
    whole = county in (None, "", _wiring.NONE)
    return lists.reference_options(dimension, whole_state=whole)


@callback(
    Output(_wiring.control(PAGE, "group"), "options"),
    Output(_wiring.control(PAGE, "group"), "value"),
    Input(_wiring.control(PAGE, "dim"), "value"),
    Input(_wiring.control(PAGE, "reference"), "value"),
    State(_wiring.control(PAGE, "group"), "value"),
    prevent_initial_call=True,
)
def draw_groups(dimension: object, reference: object, group: object) -> Any:
    """The groups of this breakdown; one of another breakdown is chosen no longer."""
    offered = gap_group.options(dimension, reference)
    there = group in [each["value"] for each in offered]
    return offered, no_update if there else _wiring.NONE
