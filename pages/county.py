"""A county: every measure against the counties and the state."""

from typing import Any

from dash import Input, Output, callback, dcc, register_page

from components import tags as html
from components.charts import chart, closed
from components.dots import dots
from components.embeds import part as as_part
from components.files import file_pairs
from components.grids import pair, stack
from components.heads import page_head, section
from components.links import link
from components.spine import spine, spine_key
from components.tables import table
from components.trend import trend
from metrics.errors import BadSelection, CountywiseError
from pages._cache import remembered
from pages._embedding import alone, part_of
from pages._later import draws_places, in_places, later
from pages._present import county as present
from pages._present import county_charts as charts
from pages._present.about import about
from pages._present.briefing import briefing_link
from pages._present.county_asked import AskedCounty, ask, entries, providers, subjects
from pages._present.county_spine import key, spine_chart
from pages._present.county_spine import spine as spine_view
from pages._present.deck_asked import present_link
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
from pages._words import county as words
from pages._words import feed as feed_words

PAGE = "county"
KEPT, SPINE, GAPS, YEARS, PLACED = (
    f"{PAGE}-{part}" for part in ("of", "spine", "gaps", "years", "placed")
)


def title(fips: str = "", **_: object) -> str:
    """The county's name for the window of the browser."""
    try:
        found = about(state_of_county(fips), fips)
    except CountywiseError:
        return window_title(words.TITLE)
    return window_title(found.name, found.state_name)


register_page(__name__, path_template="/county/<fips>", title=title, order=30)


@guarded
def layout(fips: str = "", **query: object) -> Any:
    """The county in the path; `years=3` takes three years together."""
    county = read({"county": fips}, "county")
    of = state_of_county(county), county, read(query, "years") == "3"
    drawn = _one(part_of(query), *of)
    return _page(*of) if drawn is None else alone(words.TITLE, drawn)


def _one(part: str, state: str, county: str, pooled: bool) -> Any:
    """The section of one part, for the page of another; None if there is no such."""
    kind, _, name = part.partition("-")
    sections = {"gap": _gaps_of, "years": _years_of, "providers": _placed_of}
    if kind in sections:
        return sections[kind](state, county, pooled)
    known = subjects(each.measure for each in ask(state, county, pooled).found)
    if kind != "spine" or name not in known:
        return None
    shown = _spine_of(state, county, pooled, known.index(name) + 1)
    signs = spine_key(key(ask(state, county, pooled, "state")))
    return section(words.SPINE, html.Div([signs, shown], **{"data-part": part}))


@remembered
def _page(state: str, county: str, pooled: bool) -> Any:
    asked = ask(state, county, pooled, "here", "state", sizes=True)
    return draw(asked)


def draw(asked: AskedCounty) -> html.Tag:
    """The page, from the question downwards; what is below comes by its own calls."""
    return stack(
        dcc.Store(id=KEPT, data=_to_keep(asked)),
        html.Div([*_head(asked), _among(asked)]),
        _out(asked),
        _spine(asked),
        later(GAPS, height=420),
        later(YEARS, height=760),
        later(PLACED, height=320),
        _files(asked),
    )


def _to_keep(asked: AskedCounty) -> str:
    return f"{asked.about.state}/{asked.county.code}/{'3' if asked.pooled else '1'}"


def _kept(kept: object) -> tuple[str, str, bool]:
    """State, county and years that the page was drawn for."""
    state, county, years = (read({"of": kept}, "of").split("/") + ["", "", ""])[:3]
    if state not in outcomes().states():
        raise BadSelection("There are no figures for this county here.")
    return state, county, years == "3"


def _draw_spine(kept: str, subject: int) -> Any:
    """The measures of a subject against the counties and the state."""
    return _spine_of(*_kept(kept), subject)


draws_places(SPINE, _draw_spine)


@remembered
def _spine_of(state: str, county: str, pooled: bool, subject: int) -> Any:
    parts = ("here", "state", "counties", "moves")
    asked = ask(state, county, pooled, *parts, subject=subject)
    return chart(spine_chart(asked), spine(spine_view(asked)))


@callback(Output(GAPS, "children"), Input(KEPT, "data"))
@guarded_callback
def draw_gaps(kept: object) -> Any:
    """Who enters care."""
    return _gaps_of(*_kept(kept))


@remembered
def _gaps_of(state: str, county: str, pooled: bool) -> Any:
    asked = ask(state, county, pooled)
    return _gaps(charts.of_county(asked.about, asked.name, entries(asked.about)))


@callback(Output(YEARS, "children"), Input(KEPT, "data"))
@guarded_callback
def draw_years(kept: object) -> Any:
    """The county over the years."""
    return _years_of(*_kept(kept))


@remembered
def _years_of(state: str, county: str, pooled: bool) -> Any:
    return _trends(ask(state, county, pooled, "moves"))


@callback(Output(PLACED, "children"), Input(KEPT, "data"))
@guarded_callback
def draw_placed(kept: object) -> Any:
    """Children by the provider with whom they live."""
    return _placed_of(*_kept(kept))


@remembered
def _placed_of(state: str, county: str, pooled: bool) -> Any:
    asked = ask(state, county, pooled)
    return _providers(charts.of_county(asked.about, asked.name, providers(asked.about)))


def _head(asked: AskedCounty) -> list[html.Tag]:
    """The question, its answer, and the ways to the slides and the briefing."""
    ways = [link(present_link(asked.about)), " ", link(briefing_link(asked.about))]
    return [page_head(present.head(asked)), html.P(ways, className="head-link")]


def _among(asked: AskedCounty) -> html.Tag:
    """Where the county stands by size and region."""
    near = present.like_counties(asked)
    alike = [
        html.Li([link(to), words.LIKE_CHILDREN.format(children=size)])
        for to, size in near
    ]
    parts = [
        html.P(present.region(asked), className="note"),
        html.P([present.children_here(asked), " ", words.LIKE]) if alike else None,
        html.Ul(alike, className="notice-links") if alike else None,
    ]
    return html.Div(parts)


def _files(asked: AskedCounty) -> html.Tag:
    """The figures to download, and the feed."""
    to = feed_href(asked.about.state, asked.county.code)
    anchor = html.A(feed_words.LINK, href=to, rel="alternate")
    feed = html.Ul(html.Li(anchor), className="notice-links")
    files = file_pairs(present.downloads(asked))
    return html.Div([closed(words.DOWNLOADS, files), feed])


def _out(asked: AskedCounty) -> html.Tag | None:
    out = present.stands_out(asked)
    if not out.sentences:
        return None
    items = [html.Li([link(to), rest]) for to, rest in out.sentences]
    told = html.Div(html.Ol(items), className="prose")
    notes = [html.P(each, className="note") for each in out.notes]
    return section(words.OUT, told, *notes, intro=words.OUT_INTRO, name="out")


def _spine(asked: AskedCounty) -> html.Tag:
    """The choice of years and the key; each subject comes by a call of its own."""
    years = present.years(asked)
    each = [html.Li(html.B(y.text) if y.current else link(y)) for y in years]
    switch = html.Ul([html.Li(words.YEARS), *each], className="notice-links")
    note = html.P(words.YEARS_NOTE, className="note")
    several = len(subjects(found.measure for found in asked.found))
    return section(
        words.SPINE,
        html.Div([switch, note]) if years else None,
        spine_key(key(asked)),
        stack(*in_places(SPINE, _to_keep(asked), several, height=620)),
        intro=words.SPINE_INTRO,
        name="spine",
    )


def _gaps(asked: charts.Tables) -> html.Tag | None:
    drawn = [chart(frame, dots(view)) for frame, view in charts.gaps(asked)]
    if not drawn:
        return None
    to = href("disparity", **asked.about.query())
    more = html.A(words.GAP_LINK.format(county=asked.name), href=to)
    beside = html.A(
        words.GAP_BESIDE.format(county=asked.name),
        href=href("disparity/counties", **asked.about.query()),
    )
    body = pair(*drawn) if len(drawn) > 1 else drawn[0]
    note = html.P(words.GAP_NOTE, className="note")
    intro = charts.gap_sentence(asked)
    return section(
        words.GAPS, body, note, html.P(more), html.P(beside), intro=intro, name="gaps"
    )


def _trends(asked: AskedCounty) -> html.Tag | None:
    drawn = [
        chart(frame, trend(view, title=frame.title, summary=frame.summary))
        for frame, view in charts.trends(asked)
    ]
    if not drawn:
        none = words.TRENDS_NONE.format(county=asked.name)
        return section(words.TRENDS_TITLE, intro=none, name="years")
    pairs = [pair(*drawn[i : i + 2]) for i in range(0, len(drawn), 2)]
    intro = words.TRENDS_INTRO.format(county=asked.name)
    return section(words.TRENDS_TITLE, *pairs, intro=intro, name="years")


def _providers(asked: charts.Tables) -> html.Tag | None:
    if not asked.tables:
        return None
    found = charts.providers(asked)
    if found is None:
        none = html.P(words.PROVIDERS_NONE.format(county=asked.name), className="prose")
        return section(words.PROVIDERS, none, name="providers")
    intro = words.PROVIDERS_INTRO.format(county=asked.name, least=charts.LEAST_PLACED)
    listed = as_part("providers", found.caption, table(found))
    return section(words.PROVIDERS, listed, intro=intro, name="providers")
