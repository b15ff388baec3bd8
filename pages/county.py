"""A county: every measure against the counties and the state."""

from typing import Any

from dash import register_page

from components import tags as html
from components.charts import chart, closed
from components.dots import dots
from components.grids import pair, stack
from components.heads import page_head, section
from components.links import link
from components.spine import spine
from components.tables import table
from components.trend import trend
from metrics.errors import CountywiseError
from pages._cache import remembered
from pages._present import county as present
from pages._present import county_charts as charts
from pages._present.about import about
from pages._present.county_asked import AskedCounty, ask
from pages._present.county_spine import spine as spine_view
from pages._present.county_spine import spine_chart
from pages._present.titles import window_title
from pages._wiring import guarded, href, read, state_of_county
from pages._words import county as words


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
    state = state_of_county(county)
    return _page(state, county, read(query, "years") == "3")


@remembered
def _page(state: str, county: str, pooled: bool) -> Any:
    return draw(ask(state, county, pooled))


def draw(asked: AskedCounty) -> html.Tag:
    """The page, from the question downwards."""
    return stack(
        html.Div([page_head(present.head(asked)), _among(asked)]),
        _out(asked),
        _spine(asked),
        _gaps(asked),
        _trends(asked),
        _providers(asked),
        closed(words.DOWNLOADS, _links(present.downloads(asked))),
    )


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


def _links(links: tuple[Any, ...]) -> html.Tag:
    return html.Ul([html.Li(link(each)) for each in links], className="notice-links")


def _out(asked: AskedCounty) -> html.Tag | None:
    out = present.stands_out(asked)
    if not out.sentences:
        return None
    items = [html.Li([link(to), rest]) for to, rest in out.sentences]
    told = html.Div(html.Ol(items), className="prose")
    notes = [html.P(each, className="note") for each in out.notes]
    return section(words.OUT, told, *notes, intro=words.OUT_INTRO, name="out")


def _spine(asked: AskedCounty) -> html.Tag:
    years = present.years(asked)
    each = [html.Li(html.B(y.text) if y.current else link(y)) for y in years]
    switch = html.Ul([html.Li(words.YEARS), *each], className="notice-links")
    return section(
        words.SPINE,
        html.Div([switch, html.P(words.YEARS_NOTE, className="note")])
        if years
        else None,
        chart(spine_chart(asked), spine(spine_view(asked))),
        intro=words.SPINE_INTRO,
        name="spine",
    )


def _gaps(asked: AskedCounty) -> html.Tag | None:
    drawn = [chart(frame, dots(view)) for frame, view in charts.gaps(asked)]
    if not drawn:
        return None
    to = href("disparity", **asked.about.query())
    more = html.A(words.GAP_LINK.format(county=asked.name), href=to)
    body = pair(*drawn) if len(drawn) > 1 else drawn[0]
    note = html.P(words.GAP_NOTE, className="note")
    intro = charts.gap_sentence(asked)
    return section(words.GAPS, body, note, html.P(more), intro=intro, name="gaps")


def _trends(asked: AskedCounty) -> html.Tag | None:
    drawn = [
        chart(frame, trend(view, title=frame.title, summary=frame.sentence))
        for frame, view in charts.trends(asked)
    ]
    if not drawn:
        none = words.TRENDS_NONE.format(county=asked.name)
        return section(words.TRENDS_TITLE, intro=none, name="years")
    pairs = [pair(*drawn[i : i + 2]) for i in range(0, len(drawn), 2)]
    intro = words.TRENDS_INTRO.format(county=asked.name)
    return section(words.TRENDS_TITLE, *pairs, intro=intro, name="years")


def _providers(asked: AskedCounty) -> html.Tag | None:
    if not asked.providers:
        return None
    found = charts.providers(asked)
    if found is None:
        none = html.P(words.PROVIDERS_NONE.format(county=asked.name), className="prose")
        return section(words.PROVIDERS, none, name="providers")
    intro = words.PROVIDERS_INTRO.format(county=asked.name, least=charts.LEAST_PLACED)
    return section(words.PROVIDERS, table(found), intro=intro, name="providers")
