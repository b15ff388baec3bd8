"""Published federal figures that ship with the product, to stand beside a state's."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

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
from data.published_federal import shipped_note, shipped_source
from metrics.errors import NoData
from metrics.published import WHITE, federal_figures
from pages._present import basics
from pages._words import disparity as words

PER_1000 = Unit(name=words.PER_1000)
NO_GROUP = ("all", "unknown")
Record = dict[Any, Any]
Records = Sequence[Record]


@dataclass(frozen=True, kw_only=True)
class Federal:
    """One measure's published figures: the frame and the dots."""

    chart: Chart
    dots: Dots


@cache
def federal(state: str) -> tuple[Federal, ...]:
    """What ships for a state; nothing for a state that has none. It never changes."""
    found = []
    for measure, title in words.FEDERAL_TITLES:
        try:
            records = federal_figures(state, measure).to_dict("records")
        except NoData:
            continue
        found.append(_one(records, title))
    return tuple(found)


def _one(records: Records, title: str) -> Federal:
    groups = [each for each in records if each["group"] not in NO_GROUP]
    return Federal(
        chart=Chart(
            title=title,
            source=shipped_source(),
            notes=(shipped_note(),),
            table=_table(records, title),
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
