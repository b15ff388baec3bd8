"""One measure: over time, by group, by county, and what it means."""

from types import MappingProxyType
from typing import Any

from dash import Input, Output, callback, dcc, register_page

from components import controls, grids
from components import tags as html
from components.charts import chart, definition
from components.county_map import county_map
from components.dots import dots
from components.embeds import part as as_part
from components.heads import page_head, section
from components.links import link, ways
from components.notices import notice
from components.tables import table
from components.trend import trend
from components.views import Link, Notice
from metrics.errors import CountywiseError
from pages import _wiring
from pages._embedding import alone, part_of
from pages._later import later
from pages._present import asked, asking, frames, groups, menu
from pages._present import controls as lists
from pages._present import county_map as counties
from pages._present import trend as trends
from pages._present.asking import View
from pages._present.titles import place_title, window_title
from pages._present.ways import of_county
from pages._words import basics as shared
from pages._words import measure as words

PAGE = "measure"
HEAD, TREND, GROUPS, PLACES = (
    f"{PAGE}-{part}" for part in ("head", "trend", "groups", "places")
)
KEPT = f"{PAGE}-of"
CONTROLS = ("county", "by", "window", "reference")


def title(measure: str = "", **_: object) -> str:
    """The measure and the place for the window of the browser."""
    try:
        return place_title(_wiring.outcomes().measure(measure).title)
    except CountywiseError:
        return window_title(words.NAME)


register_page(
    __name__, path_template="/measure/<measure>", name=words.NAME, title=title
)


@_wiring.guarded
def layout(measure: str = "", **query: object) -> Any:
    """The page of a measure, or one drawing of it for another page."""
    view = _view_at(measure, query)
    if part := part_of(query):
        return alone(view.measure.question, ALONE.get(part, _trend)(view))
    return html.Article(
        [
            dcc.Store(id=KEPT, data=f"{view.about.state}/{view.measure.id}"),
            html.Div(_head(view), id=HEAD),
            _controls(view),
            grids.stack(
                html.Div(_trend(view), id=TREND),
                later(GROUPS, height=420),
                later(PLACES, height=900),
                _definition(view),
                menu.measures(view.about, view.measure.id),
            ),
        ]
    )


def _view_at(measure: str, query: dict[str, object]) -> View:
    about = asked.place_of(query)
    return asking.view_of(
        about,
        asked.measure_of(_wiring.read({"id": measure}, "id"), about.state),
        by=_wiring.read(query, "by"),
        window=_wiring.read(query, "window"),
        reference=_wiring.read(query, "reference"),
    )


def _view(kept: object, *chosen: object) -> View:
    """The view that the page's controls ask for."""
    given = dict(zip(CONTROLS, chosen, strict=False)) | {"of": kept}
    state, _, measure = _wiring.read(given, "of").partition("/")
    return _view_at(measure, given | {"state": state})


def _has_regions(view: View) -> bool:
    return bool(_wiring.outcomes().places(view.about.state).regions)


def _offered(view: View) -> tuple[str, ...]:
    return asked.offered(view.about, view.measure.breakdowns)


# ---- the drawings --------------------------------------------------------------


def _head(view: View) -> Any:
    head = page_head(trends.head(view, _wiring.outcomes().table(view.value())))
    return [head, ways(of_county(view.about))]


def _trend(view: View) -> Any:
    wanted = [view.trend()]
    if not view.about.whole_state:
        wanted.append(view.state_trend())
    own, *state = _wiring.outcomes().tables(wanted)
    frame, line = trends.chart(view, own, state[0] if state else None)
    return section(
        words.SECTIONS[0],
        chart(frame, trend(line, title=frame.title, summary=frame.summary)),
    )


def _groups(view: View) -> Any:
    if not view.by:
        note = Notice(kind="note", text=words.NO_GROUPS)
        return section(words.SECTIONS[1], notice(note))
    frame, drawn = groups.chart(view, _wiring.outcomes().table(view.groups()))
    drawings = grids.pair(*(dots(each) for each in drawn))
    return section(words.SECTIONS[1], chart(frame, drawings))


def _places(view: View) -> Any:
    wanted = [view.state_now(), view.counties()]
    if _has_regions(view):
        wanted.append(view.regions())
    state, every, *regions = _wiring.outcomes().tables(wanted)
    now = state.row(window=view.now)
    drawing = county_map(counties.county_map(view, every, now))
    parts: list[Any] = [chart(counties.chart(view, every, now), drawing)]
    if regions:
        frame, rows = counties.regions(view, regions[0], now)
        parts.append(chart(frame, dots(rows)))
    twin = counties.county_table(view, every)
    listed = as_part("table", twin.caption, table(twin))
    beside = grids.pair(*parts, wide_first=True) if regions else parts[0]
    return section(words.SECTIONS[2], grids.stack(beside, listed))


def _definition(view: View) -> Any:
    door, measure = _wiring.outcomes(), view.measure
    companion = door.measure(measure.companion) if measure.companion else None
    parts = [
        html.P(measure.why, className="prose"),
        definition(frames.definition(measure, companion)),
    ]
    if companion:
        query = view.about.query()
        there = Link(
            text=companion.title, href=frames.measure_href(companion.id, **query)
        )
        parts.append(
            html.P([words.COMPANION_SAYS, " ", link(there)], className="prose")
        )
    return section(words.SECTIONS[3], *parts)


def _controls(view: View) -> Any:
    about = view.about
    fields = [
        controls.select(lists.place(PAGE, about)),
        controls.select(lists.window(PAGE, about, view.window)),
        controls.select(lists.dimension(PAGE, "by", _offered(view), view.by)),
        controls.select(lists.reference(PAGE, about, view.by, view.reference)),
    ]
    return controls.controls(*fields, label=shared.CONTROLS)


# The section that has each part; a name that is not there is the line over the years.
ALONE = MappingProxyType(
    {"groups": _groups, "counties": _places, "regions": _places, "table": _places}
)


# ---- what the controls change --------------------------------------------------

OF, COUNTY, BY, WINDOW, REFERENCE = (
    Input(KEPT, "data"),
    *(Input(_wiring.control(PAGE, name), "value") for name in CONTROLS),
)
_wiring.keep_address(PAGE, *CONTROLS)


@callback(Output(HEAD, "children"), OF, COUNTY, BY, WINDOW, prevent_initial_call=True)
@_wiring.guarded_callback
def draw_head(*chosen: object) -> Any:
    """Question, answer and number again."""
    return _head(_view(*chosen))


@callback(Output(TREND, "children"), OF, COUNTY, BY, WINDOW, prevent_initial_call=True)
@_wiring.guarded_callback
def draw_trend(*chosen: object) -> Any:
    """The line over the years again."""
    return _trend(_view(*chosen))


@callback(
    Output(GROUPS, "children"),
    OF, COUNTY, BY, WINDOW, REFERENCE,
)  # fmt: skip
@_wiring.guarded_callback
def draw_groups(*chosen: object) -> Any:
    """The groups again."""
    return _groups(_view(*chosen))


@callback(Output(PLACES, "children"), OF, COUNTY, BY, WINDOW)
@_wiring.guarded_callback
def draw_places(*chosen: object) -> Any:
    """Counties and regions again."""
    return _places(_view(*chosen))


@callback(
    Output(_wiring.control(PAGE, "reference"), "options"),
    BY, COUNTY,
    prevent_initial_call=True,
)  # fmt: skip
def draw_references(by: object, county: object) -> Any:
    """The list of what groups are compared with, for these groups and this place."""
    whole = county in (None, "", _wiring.NONE)
    return lists.reference_options(by, whole_state=whole)
