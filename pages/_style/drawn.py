"""Every component drawn from the samples, in the order of the page of styles."""

from collections.abc import Callable, Iterator
from typing import Any

from components import controls, deck, shell, skeletons
from components import tags as html
from components.briefing import beside, numbered, print_button, room
from components.charts import chart, closed, how_to_read
from components.children import children
from components.county_map import county_map
from components.dots import dots
from components.funnel import funnel
from components.grids import pair
from components.heads import page_head
from components.notices import notice, page_notice
from components.palettes import LIGHT
from components.panels import panels
from components.parts import parts
from components.pathway import pathway
from components.scorecard import priority
from components.spine import spine, spine_key
from components.tables import table
from components.trend import trend
from components.views import Link, Notice, Trend
from components.waterfall import waterfall
from pages._style import (
    decisions,
    frames,
    groups,
    heads,
    maps,
    places,
    promises,
    slides,
    spines,
    tables,
    trends,
)
from pages._style.tables import chart as framed
from pages._words import style as words

Drawn = tuple[Any, ...]


def parts_of_page() -> Iterator[tuple[str, str, Callable[[], Drawn]]]:
    """The anchor, the title and the drawing of each part, in their order."""
    drawings = (
        _colours, _frame, _tops, _notices, _controls, _trends, _many, _groups, _maps,
        _spines, _pathway, _differences, _places, _promises, _tables, _slides,
        _briefing, _waiting,
    )  # fmt: skip
    for (name, title), draw in zip(words.PARTS, drawings, strict=True):
        yield name, title, draw


def _framed(title: str, drawn: Any, sentence: str = "", *, full: bool = False) -> Any:
    return chart(framed(title, sentence, full=full), drawn)


def _colours() -> Drawn:
    swatches = [
        html.Li(
            [
                html.Span(className="swatch", style={"background": f"var(--{name})"}),
                name,
            ]
        )
        for name in LIGHT
    ]
    return (html.Ul(swatches, className="legend"),)


def _frame() -> Drawn:
    """The frame is drawn as a sample, so it is no second landmark of the page."""
    view = frames.SHELL
    sample = [shell.header(view), shell.banner(view), shell.footer(view)]
    return (html.Div(sample, className="style-frame"),)


def _tops() -> Drawn:
    missing = Notice(kind="not found", text=words.MISSING)
    return page_head(heads.HEAD), page_head(heads.HIDDEN_HEAD), page_notice(missing)


def _notices() -> Drawn:
    return tuple(notice(each) for each in heads.NOTICES)


def _controls() -> Drawn:
    row = controls.controls(
        controls.select(frames.BY), controls.radio(frames.BASE), label=words.SHOW
    )
    button = html.Button(words.SHOW, type="button")
    return row, closed(words.CLOSED, html.P(words.MISSING)), html.P(button)


def _trend(view: Trend, title: str, sentence: str, *, full: bool = False) -> Any:
    drawn = trend(view, title=title, summary=sentence)
    return _framed(title, drawn, sentence, full=full)


def _trends() -> Drawn:
    (own, own_says), (county, county_says), (race, race_says) = words.TRENDS
    beside = pair(
        _trend(trends.COUNTY_TREND, county, county_says),
        _trend(trends.GROUP_TREND, race, race_says),
    )
    return _trend(trends.TREND, own, own_says, full=True), beside


def _many() -> Drawn:
    return (_trend(trends.MANY_TREND, *words.MANY),)


def _groups() -> Drawn:
    shares, ratios = words.GROUPS
    first = _framed(shares, dots(groups.DOTS))
    return (pair(first, _framed(ratios, dots(groups.RATIO_DOTS))),)


def _maps() -> Drawn:
    """The own state with a county marked; a tall state beside a wide one."""
    north, *others = words.MAPS
    own = county_map(maps.county_map("nc", north, marked="37063"))
    beside = (
        county_map(maps.county_map(state, says))
        for state, says in zip(("ms", "wa"), others, strict=True)
    )
    return _framed(north, own), pair(*beside)


def _spines() -> Drawn:
    return spine_key(spines.SPINE_KEY), _framed(words.SPINE, spine(spines.SPINE))


def _pathway() -> Drawn:
    matrix = _framed(words.PATHWAY, pathway(decisions.PATHWAY))
    return matrix, how_to_read(decisions.READING)


def _differences() -> Drawn:
    fall, in_parts, in_children = words.DIFFERENCES
    beside = pair(
        _framed(fall, waterfall(decisions.WATERFALL)),
        _framed(in_parts, parts(decisions.PARTS)),
    )
    return beside, _framed(in_children, children(decisions.CHILDREN_VIEW))


def _places() -> Drawn:
    by_size, by_place = words.PLACES
    many = _framed(by_size, funnel(places.FUNNEL))
    return many, _framed(by_place, panels(places.PANELS))


def _promises() -> Drawn:
    return (priority(promises.PRIORITY),)


def _tables() -> Drawn:
    return (table(tables.TABLE),)


def _slides() -> Drawn:
    every = slides.SLIDES
    drawn = [
        deck.slide(each, number=i, count=len(every), marks=slides.MARKS)
        for i, each in enumerate(every, 1)
    ]
    alone = html.Div([*drawn, deck.bar(slides.BAR)], className="deck-alone")
    return (html.Div(alone, className="style-deck"),)


def _briefing() -> Drawn:
    notes, says, printed = words.BRIEFING
    place = Link(text=words.SPINE, href="/")
    changed = numbered(((place, f" {words.CHANGED}"),))
    heading = html.H3(words.SPINE)
    pen = room(notes, says, lines=2)
    return changed, heading, beside(place, groups.DOTS), pen, print_button(printed)


def _waiting() -> Drawn:
    beside = pair(skeletons.chart_skeleton(), skeletons.table_skeleton())
    return beside, skeletons.page_skeleton()
