"""The counties side by side: one ratio in each, and what chance alone would give."""

from typing import Any

from dash import Input, Output, callback, dcc, register_page

from components import controls, grids
from components import tags as html
from components.charts import chart, how_to_read
from components.funnel import funnel
from components.heads import page_head, section
from components.notices import notice
from components.panels import panels
from components.tables import table
from components.views import HowToRead, Notice
from pages import _wiring
from pages._embedding import alone, part_of
from pages._later import later
from pages._present import asked, side_adjusted, side_each, side_funnel, side_power
from pages._present import controls as lists
from pages._present import side_controls as offered
from pages._present.side_asking import SHOWS, Answers, View, view_of
from pages._present.side_head import head
from pages._present.titles import place_title
from pages._words import basics as shared
from pages._words import side_by_side as words

PAGE = words.PAGE
HEAD, FUNNEL, ADJUSTED, EACH, POWER, KEPT = (
    f"{PAGE}-{part}" for part in ("head", *SHOWS, "power", "of")
)
CONTROLS = ("step", "group", "window", "reference", "base", "county")


def title(**_: object) -> str:
    """What the page is about, and where, for the window of the browser."""
    return place_title(words.TITLE)


register_page(__name__, path=f"/{words.PATH}", name=words.TITLE, title=title, order=25)


@_wiring.guarded
def layout(**query: object) -> Any:
    """The whole page, or one drawing of it for another page."""
    view = _view_at(query)
    found = Answers(view=view)
    if part := part_of(query):
        drawings = {SHOWS[1]: _adjusted, SHOWS[2]: _each}
        return alone(words.TITLE, drawings.get(part, _funnel)(view, found))
    return html.Article(
        [
            dcc.Store(id=KEPT, data=view.about.state),
            html.Div(page_head(head(view, found)), id=HEAD),
            _controls(view),
            grids.stack(
                later(FUNNEL, height=760),
                later(POWER, height=160),
                later(ADJUSTED, height=620),
                later(EACH, height=1400),
            ),
        ]
    )


def _view_at(query: dict[str, object]) -> View:
    return view_of(
        asked.place_of(query),
        step=_wiring.read(query, "step"),
        group=_wiring.read(query, "group"),
        window=_wiring.read(query, "window"),
        reference=_wiring.read(query, "reference"),
        base=_wiring.read(query, "base"),
    )


# ---- the sections --------------------------------------------------------------


def _funnel(view: View, found: Answers) -> Any:
    name = words.FUNNEL_TITLE.format(**view.said)
    side = found.enough
    if side is None:
        return section(name, _few(view))
    drawn = chart(
        side_funnel.chart(view, found, side),
        funnel(side_funnel.funnel(view, found, side)),
    )
    how = how_to_read(HowToRead(title=words.HOW_TITLE, paragraphs=words.HOW))
    return section(name, how, drawn)


def _few(view: View) -> Any:
    text = words.LEAD_FEW.format(**view.said)
    return notice(Notice(kind="unreliable", text=text))


def _adjusted(view: View, found: Answers) -> Any:
    said, side = view.said, found.enough
    if side is None:
        return section(words.ADJUSTED_TITLE, _few(view))
    listed = table(side_adjusted.table(view, found, side))
    return section(
        words.ADJUSTED_TITLE,
        chart(side_adjusted.chart(view, found, side), listed),
        intro=words.ADJUSTED_SAYS.format(**said),
    )


def _each(view: View, found: Answers) -> Any:
    return section(
        words.EACH_TITLE.format(**view.said),
        chart(side_each.chart(view, found), panels(side_each.panels(view, found))),
    )


def _power(view: View, found: Answers) -> Any:
    said = side_power.sentences(view, found)
    told = [html.P(each, className="prose") for each in said]
    return section(words.POWER_TITLE, *told, intro=words.POWER_SAYS)


def _controls(view: View) -> Any:
    about = view.about
    return controls.controls(
        controls.select(offered.steps(view)),
        controls.select(offered.groups(view)),
        controls.select(lists.window(PAGE, about, view.window)),
        controls.select(lists.reference(PAGE, about, view.dim, view.reference)),
        controls.select(offered.marked(view)),
        controls.radio(offered.bases(view)),
        label=shared.CONTROLS,
    )


# ---- what the controls change --------------------------------------------------

CHOSEN = (
    Input(KEPT, "data"),
    *(Input(_wiring.control(PAGE, name), "value") for name in CONTROLS),
)
_wiring.keep_address(PAGE, *CONTROLS)


def _again(state: object, *chosen: object) -> tuple[View, Answers]:
    """The view that the page's controls ask for, and its tables."""
    view = _view_at(dict(zip(CONTROLS, chosen, strict=True)) | {"state": state})
    return view, Answers(view=view)


@callback(Output(HEAD, "children"), *CHOSEN, prevent_initial_call=True)
@_wiring.guarded_callback
def draw_head(*chosen: object) -> Any:
    """The sentences again."""
    return page_head(head(*_again(*chosen)))


@callback(Output(FUNNEL, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_funnel(*chosen: object) -> Any:
    """The funnel again."""
    return _funnel(*_again(*chosen))


@callback(Output(POWER, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_power(*chosen: object) -> Any:
    """What the chosen county could show again."""
    return _power(*_again(*chosen))


@callback(Output(ADJUSTED, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_adjusted(*chosen: object) -> Any:
    """Raw and adjusted ratios again."""
    return _adjusted(*_again(*chosen))


@callback(Output(EACH, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_each(*chosen: object) -> Any:
    """A panel a county again."""
    return _each(*_again(*chosen))


@callback(
    Output(_wiring.control(PAGE, "reference"), "options"),
    Input(_wiring.control(PAGE, "group"), "value"),
    prevent_initial_call=True,
)
def draw_references(group: object) -> Any:
    """The list of what groups are compared with, for these groups."""
    dimension, _, _ = str(group or "").partition(":")
    return lists.reference_options(dimension, whole_state=True)
