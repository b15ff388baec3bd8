"""The sections about one group: its chain, its parts, its counties, its years."""

from typing import Any

from components import grids
from components.charts import chart
from components.dots import dots
from components.heads import section
from components.notices import notice
from components.parts import parts
from components.tables import table
from components.trend import trend
from components.views import Chart, Notice
from components.waterfall import waterfall
from metrics.errors import NoData
from pages._present import (
    basics,
    chain_drawn,
    chain_says,
    chain_table,
    gap_group,
    gap_places,
    gap_years,
)
from pages._present.about import source_line
from pages._present.chain import Told, tell
from pages._present.pathway_asking import Answers, View
from pages._words import chain as words
from pages._words import disparity as page


def opens(view: View, found: Answers) -> Any:
    """Where the gap opens: the waterfall, its parts, and what stands beside it."""
    group = gap_group.chosen(view, found)
    title = _title(view, group)
    try:
        told = tell(view, group)
    except NoData as problem:
        return section(title, notice(Notice(kind="note", text=str(problem))))
    return section(
        title,
        only_chain(told),
        grids.pair(_parts(told), _beside(told)),
        intro=words.OPENS_SAYS,
    )


def only_chain(told: Told) -> Any:
    """The waterfall alone, for another page too."""
    return chart(chain_drawn.frame(told), waterfall(chain_drawn.waterfall(told)))


def _title(view: View, group: str) -> str:
    against = gap_group.reference_of(view)
    return words.OPENS.format(
        group=basics.group_children(view.dim, group, {}),
        reference=basics.reference_children(view.dim, against, {}),
    )


def _parts(told: Told) -> Any:
    drawn = chain_drawn.parts(told)
    frame = Chart(
        title=words.PARTS,
        sentence=chain_says.parts_says(told),
        told=chain_says.parts_in_words(told),
        notes=(words.PARTS_SAYS,) if drawn else (),
        source=source_line(told.view.about, told.found.window),
        part="parts",
    )
    none = notice(Notice(kind="not estimable", text=words.PARTS_NONE))
    return chart(frame, parts(drawn) if drawn else none)


def _beside(told: Told) -> Any:
    names = {"place": told.view.about.name, "window": told.label}
    frame = Chart(
        title=words.BESIDE.format(**names),
        sentence=chain_says.beside_says(told),
        told=chain_says.beside_in_words(told),
        source=source_line(told.view.about, told.found.window),
        part="beside",
    )
    return chart(frame, dots(chain_drawn.beside(told)))


def places(view: View, found: Answers) -> Any:
    """Between and within counties; nothing for one county or without a chain."""
    try:
        told = tell(view, gap_group.chosen(view, found), counties=True)
    except NoData:
        return None
    frame, drawn = gap_places.places(told)
    return section(
        words.PLACES.format(place=view.about.name),
        chart(frame, parts(drawn) if drawn else None),
        intro=words.PLACES_SAYS,
    )


def years(view: View, found: Answers) -> Any:
    """The gap over the years."""
    told = gap_years.years(view, found, gap_group.chosen(view, found))
    step = view.focus.step.label if view.focus.step else view.focus.title
    return section(words.TREND.format(step=step), only_years(told))


def only_years(told: gap_years.Years) -> Any:
    """The line alone, for another page too."""
    if told.line is None:
        drawn = notice(Notice(kind="unreliable", text=words.TREND_NONE))
    else:
        title, summary = told.chart.title, told.chart.summary
        drawn = trend(told.line, title=title, summary=summary)
    return chart(told.chart, drawn)


def moves(view: View, found: Answers) -> Any:
    """How far the ratio could move with what is not known; nothing without a chain."""
    try:
        told = tell(view, gap_group.chosen(view, found))
    except NoData:
        return None
    what = dict(page.UNKNOWN_WHAT)[view.dim]
    said = {"group": told.group, "reference": told.reference, "what": what}
    frame = Chart(
        title=words.MOVES.format(**said),
        sentence=words.MOVES_SAYS.format(**said),
        source=source_line(view.about, told.found.window),
        part="moves",
    )
    return chart(frame, table(chain_table.moves(told)))
