"""Published federal figures that ship with the product, to stand beside a state's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from components import theme
from components.views import (
    RATIO,
    Cell,
    Chart,
    Column,
    DotRow,
    Dots,
    Quantity,
    Row,
    Table,
    Unit,
)
from data.codes import PopulationSource
from data.published_federal import shipped_note, shipped_source
from metrics.errors import NoData
from metrics.groups import group as children_of
from metrics.narrative_words_published import published_words
from metrics.published import WHITE, federal_figures
from pages._present import basics
from pages._words import disparity as words
from pages._words.present import PUBLISHED

PER_1000 = Unit(name=words.PER_1000)
NO_GROUP = ("all", "unknown")
Record = dict[Any, Any]
Records = Sequence[Record]
BySource = Mapping[PopulationSource, Records]


@dataclass(frozen=True, kw_only=True)
class Federal:
    """One measure's published figures on one source of population."""

    chart: Chart
    dots: Dots


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One measure on every source that ships for a state, and where they disagree."""

    title: str
    figures: tuple[Federal, ...]
    sentence: str


@cache
def federal(state: str) -> tuple[Compared, ...]:
    """What ships for a state; nothing for a state that has none. It never changes."""
    found = []
    for measure, title in words.FEDERAL_TITLES:
        by_source = {}
        for source, _ in words.FEDERAL_SOURCES:
            try:
                rows = federal_figures(state, measure, population=source)
            except NoData:
                continue
            by_source[source] = rows.to_dict("records")
        if by_source:
            found.append(_compared(by_source, measure, title))
    return tuple(found)


def _compared(by_source: BySource, measure: str, title: str) -> Compared:
    return Compared(
        title=title,
        figures=tuple(_one(by_source[s], s, measure, title) for s in by_source),
        sentence=_disagree(by_source),
    )


def _disagree(by_source: BySource) -> str:
    """For which groups the finding depends on how children are counted."""
    if len(by_source) < 2:
        return ""
    census, estimates = (by_source[source] for source, _ in words.FEDERAL_SOURCES)
    told = [
        words.FEDERAL_FLIPS.format(
            group=children_of("race", one["group"]).children,
            census=_said(one),
            estimates=_said(other),
        )
        for one, other in zip(census, estimates, strict=True)
        if finding(one) != finding(other)
    ]
    return " ".join(told) if told else words.FEDERAL_AGREE


def finding(each: Record) -> str:
    """higher, lower or similar than White children, by the interval; "" for none."""
    if not each["ratio"] > 0:
        return ""
    if each["lower"] > 1:
        return "higher"
    return "lower" if each["upper"] < 1 else "similar"


def _said(each: Record) -> str:
    ends = (each["ratio"], each["lower"], each["upper"])
    ratio, low, high = (theme.number(end, decimals=2) for end in ends)
    text = dict(words.FEDERAL_FINDINGS)[finding(each)]
    return text.format(ratio=ratio, low=low, high=high)


def _one(
    records: Records, source: PopulationSource, measure: str, title: str
) -> Federal:
    groups = [each for each in records if each["group"] not in NO_GROUP]
    name = dict(words.FEDERAL_SOURCES)[source]
    return Federal(
        chart=Chart(
            title=words.FEDERAL_ON.format(title=title, source=name),
            told=published_words(
                [each for each in groups if each["group"] != WHITE],
                title=words.FEDERAL_ON.format(title=title, source=name),
                reference=basics.group_children("race", WHITE, {}),
            ),
            source=shipped_source(),
            origin=PUBLISHED,
            notes=(shipped_note(population=source),),
            table=_table(records, words.FEDERAL_ON.format(title=title, source=name)),
            part=f"federal-{measure}-{source}",
        ),
        dots=Dots(
            rows=tuple(_dot(each) for each in groups),
            unit=RATIO,
            reference=1.0,
            ratio=True,
            less=words.LOWER,
            more=words.HIGHER,
        ),
    )


def _dot(each: Record) -> DotRow:
    return DotRow(
        label=each["name"],
        code=each["group"],
        quantity=_ratio(each),
        reference=each["group"] == WHITE,
    )


def _ratio(each: Record) -> Quantity:
    """The ratio of one record, with what it stands on."""
    counts = {name: each[name] for name in ("numerator", "denominator")}
    if each["group"] == WHITE:
        return Quantity(value=1.0, **counts)
    if not each["ratio"] > 0:
        return Quantity(status="unreliable", **counts)
    limits = {name: each[name] for name in ("lower", "upper")}
    return Quantity(value=each["ratio"], **limits, **counts)


def _table(records: Records, title: str) -> Table:
    units = (None, basics.WHOLE, basics.WHOLE, PER_1000, RATIO)
    return Table(
        caption=words.FEDERAL_CAPTION.format(title=title),
        columns=tuple(
            Column(name=name, unit=unit, align="number" if unit else "text")
            for name, unit in zip(words.FEDERAL_COLUMNS, units, strict=True)
        ),
        rows=tuple(Row(cells=_cells(each)) for each in records),
    )


def _cells(each: Record) -> tuple[Cell, ...]:
    compared = each["group"] not in (*NO_GROUP, WHITE)
    counts = (each["numerator"], each["denominator"], each["rate"])
    numbers = (Quantity(value=number) for number in counts)
    return (each["name"], *numbers, _ratio(each) if compared else "")
