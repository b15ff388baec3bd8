"""A county's briefing: one page for a Monday meeting, to print or to talk over.

With `?compare=` the measures stand beside those of up to three other counties.
"""

from datetime import date
from typing import Any

from dash import Input, Output, callback, dcc, register_page

from components import briefing as parts
from components import tags as html
from components.charts import chart
from components.grids import stack
from components.heads import page_head, section
from components.links import link
from components.notices import notice
from components.shell import picker
from components.spine import spine, spine_key
from components.tables import table
from components.views import Link, Notice
from metrics.errors import BadSelection, CountywiseError
from pages._cache import remembered
from pages._later import draws_places, in_places, later
from pages._present import briefing as present
from pages._present import briefing_beside as besides
from pages._present import briefing_gap, briefing_plan
from pages._present.about import about, source_line
from pages._present.county_asked import ask, subjects
from pages._present.county_spine import key, spine_chart
from pages._present.county_spine import spine as spine_view
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
KEPT, SPINE, GAP, PLAN = (f"{PAGE}-{part}" for part in ("of", "spine", "gap", "plan"))
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
    return _page(state, county, years, compare, problem, date.today().isoformat())


def _compared(state: str, county: str, wanted: str) -> str:
    """The codes of the other counties, checked. Raises BadSelection."""
    return ",".join(each.code for each in besides.chosen(about(state, county), wanted))


@remembered
def _page(
    state: str, county: str, years: str, compare: str, problem: str, today: str
) -> Any:
    asked = present.brief(state, county, years, date.fromisoformat(today))
    pooled = present.THREE if asked.pooled else present.ONE
    kept = f"{state}/{county}/{pooled}"
    wrong = Notice(kind="note", title=words.BESIDE_TITLE, text=problem)
    return html.Div(
        stack(
            dcc.Store(id=KEPT, data=kept),
            html.Div([page_head(present.head(asked)), _ways(asked, compare)]),
            notice(wrong) if problem else None,
            _changed(asked),
            _measures(asked, years, compare, kept),
            html.Div(
                [later(GAP, height=160), later(PLAN, height=420)],
                className="briefing-pair",
            ),
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


def _changed(asked: present.Brief) -> html.Tag:
    shown = (part for told in present.changed(asked) for part in _told(told))
    return section(words.CHANGED, *shown, name="changed")


def _told(told: present.Told) -> list[html.Tag]:
    before = [html.P(told.before, className="prose")] if told.before else []
    lines = [parts.numbered(told.lines)] if told.lines else []
    notes = html.P(" ".join(told.after), className="note")
    return [*before, *lines, *([notes] if told.after else [])]


def _windows(asked: present.Brief) -> tuple[str, ...]:
    """The first and the last window that the page tells of."""
    windows = asked.about.of_kind()
    return (asked.ground.baseline or windows[0].key, windows[-1].key)


# ---- measure by measure ------------------------------------------------------------


def _measures(asked: present.Brief, years: str, compare: str, kept: str) -> html.Tag:
    """The spine, or with other counties the same measures beside each other."""
    several = len(subjects(present.measures_of(asked.ground)))
    places = in_places(SPINE, f"{kept}/{compare}", several, height=620)
    if compare:
        intro = html.P(words.BESIDE_INTRO, className="prose")
        note = words.BESIDE_NOTE.format(state=asked.about.state_name)
        head: list[Any] = [intro, html.P(note, className="note")]
    else:
        head = [spine_key(key(ask(asked.about.state, asked.about.place.code, False)))]
    named = words.BESIDE if compare else words.SPINE
    choose = _choose(asked, years, compare)
    return section(named, choose, *head, stack(*places), name="measures")


def _choose(asked: present.Brief, years: str, compare: str) -> html.Tag:
    """A list to add a county, and a link to remove each."""
    about = asked.about
    others = besides.chosen(about, compare)
    more = besides.picker(about, others, years)
    removing = [html.Li(link(e)) for e in besides.removers(about, others, years)]
    full = html.P(words.BESIDE_FULL.format(most=besides.MOST), className="note")
    return html.Div(
        [
            picker(more) if more else full,
            html.Ul(removing, className="notice-links") if removing else None,
        ],
        className="briefing-choose chrome",
    )


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
    if compare:
        return _beside(state, county, pooled, compare, subject)
    tables = ("here", "state", "counties", "moves")
    asked = ask(state, county, pooled, *tables, subject=subject)
    return chart(spine_chart(asked), spine(spine_view(asked)))


def _beside(state: str, county: str, pooled: bool, compare: str, subject: int) -> Any:
    others = besides.chosen(about(state, county), compare)
    asked = ask(state, county, pooled, "state", "counties", subject=subject)
    drawn = [parts.beside(b.link, b.dots) for b in besides.measures(asked, others)]
    return chart(besides.frame(asked, others), *drawn)


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
    """The plan's promises, and what is due next."""
    state, county, pooled, _ = _kept(kept)
    years = present.THREE if pooled else present.ONE
    return _plan_of(state, county, years, date.today().isoformat())


@remembered
def _plan_of(state: str, county: str, years: str, today: str) -> Any:
    asked = present.brief(state, county, years, date.fromisoformat(today))
    told, dates = briefing_plan.promises(asked), briefing_plan.dates(asked.ground)
    due = [html.P(dates.sentence, className="prose")]
    due += [table(dates.table)] if dates.table else []
    due += [html.P(" ".join(dates.data), className="note")]
    kept = table(told.table) if told.table else html.P(told.none, className="prose")
    plan = section(words.PLAN, kept, name="plan")
    return [plan, section(words.DUE, *due, name="due")]
