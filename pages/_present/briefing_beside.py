"""A county beside others of its choice: the same measures, each on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.views import (
    COUNT,
    Chart,
    Column,
    DotRow,
    Dots,
    Link,
    Picker,
    Quantity,
    Row,
    Table,
)
from metrics.benchmarks import usable
from metrics.errors import BadSelection
from metrics.model import Measure
from metrics.narrative_words_places import beside_words
from metrics.places import Place
from metrics.table import MeasureRow
from pages import _wiring
from pages._present import basics
from pages._present.about import About, source_line
from pages._present.briefing import address
from pages._present.county_asked import AskedCounty, OfMeasure
from pages._present.county_spine import subject_title
from pages._present.every_measure import measure_link, spoken
from pages._words import briefing as words

MOST = 3
NOTHING = Quantity(status="no data")


@dataclass(frozen=True, kw_only=True)
class Beside:
    """One measure in every county: its name, and a row a county on one scale."""

    link: Link
    dots: Dots


def chosen(about: About, wanted: str) -> tuple[Place, ...]:
    """The counties that an address names, as "37063,37183".

    Raises BadSelection for an unknown county, one that is there twice, or too many.
    """
    codes = tuple(filter(None, (each.strip() for each in wanted.split(","))))
    known = {p.code: p for p in _wiring.outcomes().places(about.state).counties}
    for code in codes:
        if code not in known:
            said = words.BESIDE_UNKNOWN
            raise BadSelection(said.format(code=code[:20], state=about.state_name))
    every = (about.place.code, *codes)
    twice = next((code for code in codes if every.count(code) > 1), "")
    if twice:
        raise BadSelection(words.BESIDE_TWICE.format(county=known[twice].name))
    if len(codes) > MOST:
        raise BadSelection(words.BESIDE_MANY.format(n=len(codes), most=MOST))
    return tuple(known[code] for code in codes)


# ---- choosing --------------------------------------------------------------------


def picker(about: About, others: tuple[Place, ...], years: str) -> Picker | None:
    """The list of counties to add; none where no more fit beside the county."""
    if len(others) >= MOST:
        return None
    there = {about.place.code, *(each.code for each in others)}
    return Picker(
        id=f"{words.PAGE}-add",
        label=words.BESIDE_PICK,
        empty=words.BESIDE_EMPTY,
        verb=words.BESIDE_ADD,
        choices=tuple(
            Link(text=each.name, href=_with(about, years, *others, each))
            for each in _wiring.outcomes().places(about.state).counties
            if each.code not in there
        ),
    )


def removers(about: About, others: tuple[Place, ...], years: str) -> tuple[Link, ...]:
    """A link without each of the counties."""
    return tuple(
        Link(
            text=words.BESIDE_REMOVE.format(county=each.name),
            href=_with(about, years, *(o for o in others if o is not each)),
        )
        for each in others
    )


def _with(about: About, years: str, *others: Place) -> str:
    return address(about, years, ",".join(each.code for each in others))


# ---- the drawing -----------------------------------------------------------------


def measures(asked: AskedCounty, others: tuple[Place, ...]) -> tuple[Beside, ...]:
    """Every measure of a subject in the county and the others, in this order."""
    counties = (asked.county, *others)
    return tuple(_beside(each, counties, asked) for each in asked.found)


def _beside(
    found: OfMeasure, counties: tuple[Place, ...], asked: AskedCounty
) -> Beside:
    measure, whole = found.measure, found.whole
    rows = _rows(found)
    return Beside(
        link=measure_link(measure, asked.about.query()),
        dots=Dots(
            rows=tuple(_dot(each, rows.get(each.code), asked) for each in counties),
            unit=basics.unit_of(measure),
            reference=whole.value if whole and usable(whole) else None,
            reference_label=words.BESIDE_STATE,
            counted=words.BESIDE_COUNTED,
        ),
    )


def _rows(found: OfMeasure) -> dict[str, MeasureRow]:
    return {row.geography: row for row in found.counties or ()}


def _dot(place: Place, row: MeasureRow | None, asked: AskedCounty) -> DotRow:
    own = place.code == asked.county.code
    return DotRow(
        label=place.name,
        code="own" if own else "other",
        quantity=basics.comparable(row) if row else NOTHING,
    )


# ---- the frame and its table -------------------------------------------------------


def frame(asked: AskedCounty, others: tuple[Place, ...]) -> Chart:
    """The frame of one subject with its table."""
    keys = dict.fromkeys(each.window for each in asked.found if each.window)
    windows = sorted(keys, key=lambda key: asked.about.window(key).end)
    return Chart(
        title=subject_title(asked),
        told=beside_words([_named(each, asked) for each in (asked.county, *others)]),
        source=source_line(asked.about, *windows),
        table=_table(asked, others),
    )


def _named(
    place: Place, asked: AskedCounty
) -> tuple[str, list[tuple[Measure, MeasureRow | None]]]:
    """A county with its row of every measure."""
    rows = [(each.measure, _rows(each).get(place.code)) for each in asked.found]
    return place.name, rows


def _table(asked: AskedCounty, others: tuple[Place, ...]) -> Table:
    counties = (asked.county, *others)
    listed = ", ".join(each.name for each in counties)
    return Table(
        caption=words.BESIDE_CAPTION.format(
            subject=subject_title(asked), counties=listed
        ),
        columns=tuple(
            Column(
                name=name,
                align="number" if name in words.BESIDE_COLUMNS[2:4] else "text",
                unit=COUNT if name in words.BESIDE_COLUMNS[2:4] else None,
            )
            for name in words.BESIDE_COLUMNS
        ),
        rows=tuple(_table_rows(asked, counties)),
        sortable=False,
    )


def _table_rows(asked: AskedCounty, counties: tuple[Place, ...]) -> Iterator[Row]:
    for found in asked.found:
        rows = _rows(found)
        for place in counties:
            row = rows.get(place.code)
            yield Row(
                cells=(
                    _titled(found, asked.about),
                    place.name,
                    basics.count_cell(row, "numerator") if row else None,
                    basics.count_cell(row, "denominator") if row else None,
                    spoken(
                        basics.quantity(row) if row else NOTHING, found.measure
                    ),
                ),
                marked=place.code == asked.county.code,
            )


def _titled(found: OfMeasure, about: About) -> str:
    """The measure with its window: windows differ from measure to measure."""
    if not found.window:
        return found.measure.title
    return words.BESIDE_ROW.format(
        title=found.measure.title, window=about.window(found.window).label
    )
