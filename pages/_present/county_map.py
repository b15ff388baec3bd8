"""Every county of a state: the map, the strip of dots, the sortable table."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from components.map_scale import five_limits
from components.views import (
    Cell,
    Chart,
    Column,
    CountyMap,
    DotRow,
    Dots,
    Link,
    MapPlace,
    Quantity,
    Row,
    Table,
    Verdict,
)
from metrics.narrative_words_places import places_words
from metrics.places import Places
from metrics.table import MeasureRow, MeasureTable
from pages import _wiring
from pages._present import basics, trend
from pages._present.asking import View
from pages._present.frames import data_table, frame, measure_href
from pages._words import basics as shared
from pages._words import measure as words

GEO = Path(__file__).resolve().parents[2] / "data" / "geo"
CHANCE = 0.05
_ANY = "00000"  # no county has this number
QUIET = ("similar", "cannot tell")


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A county's outline as an SVG path and where its middle is."""

    fips: str
    name: str
    path: str
    at: tuple[float, float]


@lru_cache(maxsize=64)
def outlines(state: str) -> tuple[str, tuple[Outline, ...]]:
    """The box and the outlines of a state's counties; none if no map is there."""
    file = GEO / f"{state}.json"
    if not state.isalpha() or not file.is_file():
        return "", ()
    found = json.loads(file.read_text("utf-8"))
    counties = (
        Outline(
            fips=each["fips"],
            name=each["name"],
            path=each["path"],
            at=(each["at"][0], each["at"][1]),
        )
        for each in found["counties"]
    )
    return found["viewBox"], tuple(counties)


def chart(view: View, table: MeasureTable, state: MeasureRow) -> Chart:
    """The frame; the table is of View.counties()."""
    about, measure = view.about, view.measure
    names = {"measure": measure.title, "window": view.label}
    return frame(
        about,
        table,
        title=words.COUNTIES.format(**names),
        path=view.path,
        query=view.query(),
        part="counties",
        sentence=sentence(view, table),
        told=_told(view, table, state, words.COUNTIES_NOUN),
        notes=(words.MAP_NOTE,),
    )


def _told(
    view: View, table: MeasureTable, state: MeasureRow, noun: tuple[str, str]
) -> tuple[str, ...]:
    place = view.about.place
    own = next(table.matching(geography=place.code), None)
    return places_words(
        table,
        state,
        place=view.about.state_name,
        window=view.label,
        noun=noun,
        own=own,
        own_name=view.about.name,
    )


def county_map(view: View, table: MeasureTable, state: MeasureRow) -> CountyMap:
    """The map, with the reader's own county or the counties of the region marked."""
    box, shapes = outlines(view.about.state)
    rows = {row.geography: row for row in table}
    hrefs = _hrefs(view, rows)
    drawn = tuple(
        MapPlace(
            fips=each.fips,
            name=each.name,
            path=each.path,
            label_at=each.at,
            quantity=basics.comparable(rows[each.fips]),
            href=hrefs[each.fips],
            marked=each.fips == view.about.place.code,
        )
        for each in shapes
        if each.fips in rows
    )
    values = tuple(p.quantity.value for p in drawn if p.quantity.value is not None)
    named = words.MAP_LABEL.format(
        measure=view.measure.title, state=view.about.state_name, window=view.label
    )
    return CountyMap(
        label=f"{sentence(view, table)} {named}",
        view_box=box or "0 0 1 1",
        places=drawn,
        unit=basics.unit_of(view.measure),
        limits=five_limits(values),
        state=basics.quantity(state).value,
        state_label=view.about.state_name,
    )


def _hrefs(view: View, codes: Iterable[str]) -> dict[str, str]:
    """The measure's page of each county; the rest of its address is written once."""
    query = {name: v for name, v in view.query().items() if name != "region"}
    address = measure_href(view.measure.id, **(query | {"county": _ANY}))
    before, after = address.split(f"county={_ANY}")
    return {code: f"{before}county={code}{after}" for code in codes}


def county_table(view: View, table: MeasureTable) -> Table:
    """A row a county: counts, value, ratio to the state, and its word."""
    names = {p.code: p.name for p in _places(view).counties}
    return _with_verdicts(
        view,
        table,
        caption=words.COUNTIES_CAPTION.format(
            measure=view.measure.title, window=view.label
        ),
        head=words.COUNTY_HEAD,
        names=names,
    )


def _places(view: View) -> Places:
    found: Places = _wiring.outcomes().places(view.about.state)
    return found


def _with_verdicts(
    view: View, table: MeasureTable, *, caption: str, head: str, names: dict[str, str]
) -> Table:
    unit = basics.unit_of(view.measure)
    hrefs = _hrefs(view, names)
    columns = (
        Column(name=head, align="text"),
        Column(name=shared.COUNT, unit=basics.WHOLE),
        Column(name=shared.AMONG, unit=basics.WHOLE),
        Column(name=shared.VALUE, unit=unit),
        Column(name=words.AGAINST_STATE, align="text"),
    )
    return Table(
        caption=caption,
        columns=columns,
        rows=tuple(
            Row(
                cells=(
                    Link(text=names[row.geography], href=hrefs[row.geography]),
                    *_numbers(row),
                    _verdict(view, row),
                ),
                marked=row.geography == view.about.place.code,
            )
            for row in table
        ),
    )


def _numbers(row: MeasureRow) -> tuple[Cell, ...]:
    return (
        basics.count_cell(row, "numerator"),
        basics.count_cell(row, "denominator"),
        basics.quantity(row),
    )


def _verdict(view: View, row: MeasureRow) -> Cell:
    if row.status == "hidden":
        return Quantity(status="hidden")
    said = trend.against(row, view.direction)
    word = dict(words.AGAINST)[said]
    if said in QUIET:
        return word
    return Verdict(word=word, tone=trend.tone(said))


def sentence(view: View, table: MeasureTable) -> str:
    """How many counties differ from the state by interval, and how many by chance."""
    found = Counter(trend.against(row, view.direction) for row in table)
    every = sum(found.values())
    few = found["cannot tell"]
    state = view.about.state_name
    if few == every:
        return words.COUNTIES_NONE.format(all=every, state=state)
    told = [(said, text) for said, text in words.APART if _has_word(view, said)]
    return words.COUNTIES_SAY.format(
        all=every,
        apart=" and ".join(
            text.format(n=found[said], are="is" if found[said] == 1 else "are")
            for said, text in told
        ),
        same=found["similar"],
        state=state,
        few=words.FEW.format(n=few),
        chance=max(1, round(CHANCE * (every - few))),
        compared=every - few,
    )


def _has_word(view: View, said: str) -> bool:
    neutral = said in ("higher", "lower")
    return neutral == (view.direction == "none")


def regions(view: View, table: MeasureTable, state: MeasureRow) -> tuple[Chart, Dots]:
    """Regions as dots with the state as a line; the table is of View.regions()."""
    about, measure = view.about, view.measure
    names = {p.code: p.name for p in _places(view).regions}
    rows = tuple(
        DotRow(
            label=names[row.geography],
            code="own" if row.geography == about.place.code else "other",
            quantity=basics.comparable(row),
            note=dict(words.AGAINST)[trend.against(row, view.direction)],
        )
        for row in table
    )
    twin = data_table(
        table,
        measure,
        caption=words.REGIONS_CAPTION.format(measure=measure.title, window=view.label),
        head=words.REGION_HEAD,
        first=lambda row: names[row.geography],
        compared=True,
        marked=about.place.code,
    )
    whole = frame(
        about,
        table,
        title=words.REGIONS.format(window=view.label),
        path=view.path,
        query=view.query(),
        part="regions",
        told=_told(view, table, state, words.REGIONS_NOUN),
        notes=(about.vintage.regions_note,) if about.vintage.regions_note else (),
        data=twin,
    )
    line = basics.quantity(state).value
    return whole, Dots(
        rows=rows,
        unit=basics.unit_of(measure),
        reference=line,
        reference_label=about.state_name if line is not None else "",
    )
