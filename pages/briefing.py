"""A county's briefing: one page for a Monday meeting, to print or to talk over.

With `?compare=` the measures stand beside those of up to three other counties.
"""

from datetime import date
from typing import Any

from dash import Input, Output, callback, dcc, register_page

from components import briefing as parts
from components import tags as html
from components.grids import stack
from components.heads import page_head, section
from components.links import link
from components.notices import notice
from components.tables import table
from components.views import Link, Notice
from metrics.errors import BadSelection, CountywiseError
from pages import _briefing
from pages._cache import remembered
from pages._later import draws_places, later
from pages._present import briefing as present
from pages._present import briefing_beside as besides
from pages._present import briefing_gap, briefing_plan
from pages._present.about import about, source_line
from pages._present.county_asked import about_county
from pages._present.deck_ground import Ground, ground
from pages._present.feed import feed_href
from pages._present.titles import window_title
from pages._wiring import (
    guarded,
    guarded_callback,
    href,
    outcomes,
    read,
    state_of_county,
)
from pages._words import briefing as words
from pages._words import feed as feed_words

PAGE = words.PAGE
KEPT, SPINE, GAP, PLAN, DUE = (
    f"{PAGE}-{part}" for part in ("of", "spine", "gap", "plan", "due")
)
YEARS = ("", present.ONE, present.THREE)
PEN_LINES = 3


def title(fips: str = "", **_: object) -> str:
    """The county's name for the window of the browser."""
    try:
        found = about(state_of_county(fips), fips)
    except CountywiseError:
        return window_title(words.TITLE)
    return window_title(f"{words.TITLE}, {found.name}", found.state_name)


register_page(__name__, path_template=f"/{PAGE}/<fips>", title=title, order=35)


@guarded
def layout(fips: str = "", **query: object) -> Any:
    """The briefing of the county in the path; `compare` names other counties."""
    county = read({"county": fips}, "county")
    state = state_of_county(county)
    years = read(query, "years")
    years = years if years in YEARS else ""
    try:
        compare, problem = _compared(state, county, read(query, "compare")), ""
    except BadSelection as found:
        compare, problem = "", str(found)
    page = _page(state, county, years, compare, date.today().isoformat())
    wrong = Notice(kind="note", title=words.BESIDE_TITLE, text=problem)
    return html.Div([notice(wrong), page]) if problem else page


def _compared(state: str, county: str, wanted: str) -> str:
    """The codes of the other counties, checked. Raises BadSelection."""
    return ",".join(each.code for each in besides.chosen(about(state, county), wanted))


@remembered
def _page(state: str, county: str, years: str, compare: str, today: str) -> Any:
    asked = present.brief(state, county, years, date.fromisoformat(today))
    pooled = present.THREE if asked.pooled else present.ONE
    kept = f"{state}/{county}/{pooled}"
    return html.Div(
        stack(
            dcc.Store(id=KEPT, data=kept),
            html.Div([page_head(present.head(asked)), _ways(asked, compare)]),
            _briefing.changed(asked),
            _briefing.measures(SPINE, asked, years, compare, kept),
            later(GAP, height=160),
            later(PLAN, height=360),
            later(DUE, height=120),
            parts.room(words.NOTES, words.NOTES_SAYS, lines=PEN_LINES),
            html.P(source_line(asked.about, *_windows(asked)), className="source"),
        ),
        className=PAGE,
    )


def _ways(asked: present.Brief, compare: str) -> html.Tag:
    """The years, the county's page, and the print button; not on paper."""
    county = Link(
        text=words.BACK.format(county=asked.name),
        href=href(f"county/{asked.about.place.code}"),
    )
    to = feed_href(asked.about.state, asked.about.place.code)
    feed = html.Li(html.A(feed_words.LINK, href=to, rel="alternate"))
    years = present.years(asked, compare)
    switch = [html.Li(html.B(y.text) if y.current else link(y)) for y in years]
    listed = [html.Li(words.YEARS), *switch] if years else []
    return html.Div(
        [
            parts.print_button(words.PRINT),
            html.Ul([*listed, html.Li(link(county)), feed], className="notice-links"),
        ],
        className="briefing-ways chrome",
    )


def _windows(asked: present.Brief) -> tuple[str, ...]:
    """The first and the last window that the page tells of."""
    windows = asked.about.of_kind()
    return (asked.ground.baseline or windows[0].key, windows[-1].key)


# ---- measure by measure ------------------------------------------------------------


def _draw_measures(kept: str, subject: int) -> Any:
    """The measures of a subject: against the state, or beside other counties."""
    return _measures_of(*_kept(kept), subject)


draws_places(SPINE, _draw_measures)


def _kept(kept: object) -> tuple[str, str, bool, str]:
    """State, county, years and other counties that the page was drawn for."""
    given = read({"of": kept}, "of").split("/") + [""] * 4
    state, county, years, compare = given[:4]
    if state not in outcomes().states():
        raise BadSelection("There are no figures for this county here.")
    return state, county, years == present.THREE, compare


@remembered
def _measures_of(
    state: str, county: str, pooled: bool, compare: str, subject: int
) -> Any:
    return _briefing.drawn(state, county, pooled, compare, subject)


# ---- for whom, the plan, the dates -------------------------------------------------


@callback(Output(GAP, "children"), Input(KEPT, "data"))
@guarded_callback
def draw_gap(kept: object) -> Any:
    """Who enters care, in a sentence."""
    state, county, *_ = _kept(kept)
    return _gap_of(state, county)


@remembered
def _gap_of(state: str, county: str) -> Any:
    found = briefing_gap.finding(state, county)
    return section(
        words.GAP,
        html.P(found.sentence, className="prose"),
        html.P(found.counts, className="note") if found.counts else None,
        html.P(link(found.link), className="chrome"),
        name="gap",
    )


@callback(Output(PLAN, "children"), Input(KEPT, "data"))
@guarded_callback
def draw_plan(kept: object) -> Any:
    """The plan's promises."""
    state, county, pooled, _ = _kept(kept)
    return _plan_of(state, county, pooled, date.today().isoformat())


@remembered
def _plan_of(state: str, county: str, pooled: bool, today: str) -> Any:
    told = briefing_plan.promises(_ground(state, county, today), pooled=pooled)
    kept = table(told.table) if told.table else html.P(told.none, className="prose")
    return section(words.PLAN, kept, name="plan")


@callback(Output(DUE, "children"), Input(KEPT, "data"))
@guarded_callback
def draw_due(kept: object) -> Any:
    """What is due next."""
    state, county, *_ = _kept(kept)
    return _due_of(state, county, date.today().isoformat())


@remembered
def _due_of(state: str, county: str, today: str) -> Any:
    dates = briefing_plan.dates(_ground(state, county, today))
    due = [html.P(dates.sentence, className="prose")]
    due += [table(dates.table)] if dates.table else []
    due += [html.P(" ".join(dates.data), className="note")]
    return section(words.DUE, *due, name="due")


def _ground(state: str, county: str, today: str) -> Ground:
    return ground(about_county(state, county), date.fromisoformat(today))
