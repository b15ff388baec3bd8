"""The pictures of a county: who enters care, the years, the providers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite

from components.views import (
    COUNT,
    RATIO,
    Cell,
    Chart,
    Column,
    DotRow,
    Dots,
    Line,
    Row,
    Table,
    Trend,
)
from metrics.benchmarks import comparable, usable
from metrics.groups import group
from metrics.narrative import disparity_sentence, trend_sentence
from metrics.narrative_words import changes_of, over_time_words
from metrics.narrative_words_groups import groups_words
from metrics.selection import Selection
from metrics.table import STATE_REFERENCE, MeasureRow, MeasureTable
from metrics.trend import Change
from pages import _wiring
from pages._present import basics, frames
from pages._present.about import About, short
from pages._present.county_asked import AskedCounty, OfMeasure, over_years
from pages._present.county_small import too_few
from pages._words import county as words

MOST_TRENDS = 4
LEAST_PLACED = 10
LEAST_YEARS = 3
Drawn = tuple[Chart, Dots]
Timed = tuple[Chart, Trend]


# ---- who enters care ---------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Tables:
    """Tables of one county, and how a sentence names it."""

    about: About
    name: str
    tables: tuple[MeasureTable, ...]


def of_county(about: About, name: str, selections: tuple[Selection, ...]) -> Tables:
    """The tables of these selections, from one question."""
    tables = tuple(_wiring.outcomes().tables(selections))
    return Tables(about=about, name=name, tables=tables)


def gaps(asked: Tables) -> tuple[Drawn, ...]:
    """The ratio of each group to White children; on the base of the decision too,
    unless nothing could be told from it.
    """
    first, *rest = asked.tables or (None,)
    told = [each for each in rest if any(map(comparable, each))]
    return tuple(_gap(each, asked) for each in (first, *told) if each is not None)


def _gap(table: MeasureTable, asked: Tables) -> Drawn:
    about, measure = asked.about, table.measure
    window = about.window(table.selection.windows[0])
    known = [row for row in table if group("race", row.group).known]
    fallback = any(row.has(STATE_REFERENCE) for row in known)
    base = words.BASE_POPULATION
    if table.selection.base == "decision" and measure.step:
        base = words.BASE_DECISION.format(previous=measure.step.previous_label)
    title = words.GAP_TITLE.format(
        title=measure.title, county=asked.name, window=window.label
    )
    chart = frames.frame(
        about,
        table,
        title=base,
        path="disparity",
        query=about.query(),
        part=f"gap-{table.selection.base or 'population'}-{measure.id}",
        summary=title,
        told=groups_words(
            known,
            measure=measure,
            place=asked.name,
            window=window.label,
            names=lambda row: basics.group_children("race", row.group, about.providers),
            reference=basics.reference_children("race", "white_nh", about.providers),
        ),
        notes=(words.FALLBACK,) if fallback else (),
        data=frames.data_table(
            known,
            measure,
            caption=f"{title}. {base}",
            head=words.GROUP,
            first=lambda row: basics.group_name("race", row.group, about.providers),
            compared=True,
            reference=basics.reference_children("race", "white_nh", about.providers),
        ),
    )
    return chart, _dots(known, asked)


def _dots(rows: list[MeasureRow], asked: Tables) -> Dots:
    return Dots(
        rows=tuple(_dot(row, asked) for row in rows if row.ratio_status != "reference"),
        unit=RATIO,
        reference=1.0,
        reference_label=words.REFERENCE,
        ratio=True,
        less=words.LESS,
        more=words.MORE,
        counted=words.COUNTED,
    )


def _dot(row: MeasureRow, asked: Tables) -> DotRow:
    return DotRow(
        label=basics.group_name("race", row.group, asked.about.providers),
        code=row.group,
        quantity=basics.ratio(row),
    )


def gap_sentence(asked: Tables) -> str:
    """The group whose ratio is surest to be far from 1, in natural frequencies."""
    if not asked.tables:
        return ""
    table, about = asked.tables[0], asked.about
    row = surest(table)
    if row is None:
        return too_few(about, asked.name, table)
    if _away(row) <= 0:
        return words.GAP_NONE.format(county=asked.name)
    return disparity_sentence(
        row,
        measure=table.measure,
        place=asked.name,
        window=about.window(row.window).label,
        group_children=basics.group_children("race", row.group, about.providers),
        reference_children=basics.reference_children(
            "race", row.reference, about.providers
        ),
    )


def surest(table: MeasureTable) -> MeasureRow | None:
    """The group of the sentence; None where none can be compared."""
    rows = [row for row in table if usable(row) and row.ratio_status == "ok"]
    return max(rows, key=_away) if rows else None


def _away(row: MeasureRow) -> float:
    """How far the limit nearest to 1 is from it, in proportion; 0 if 1 lies inside."""
    if row.ratio_lower > 1:
        return float(row.ratio_lower - 1)
    return float(1 / row.ratio_upper - 1) if 0 < row.ratio_upper < 1 else 0.0


# ---- over the years ----------------------------------------------------------------


def trends(asked: AskedCounty) -> tuple[Timed, ...]:
    """Four measures: a clear trend first, then dependable ones, then by weight.

    A measure of which hardly a year can be drawn is left to the table of all.
    """
    drawn = [each for each in asked.found if _years(each) >= LEAST_YEARS]
    chosen = sorted(drawn, key=lambda each: _weight(each))[:MOST_TRENDS]
    whole = [replace(_of(each.trend).selection, place="") for each in chosen]
    states = _wiring.outcomes().tables(whole)
    changes = changes_of([(each.years, each.measure) for each in chosen])
    lines = zip(chosen, states, changes, strict=True)
    return tuple(_trend(*each, asked) for each in lines)


def _years(found: OfMeasure) -> int:
    return int(found.trend.dependable.sum()) if found.trend else 0


def _weight(found: OfMeasure) -> tuple[bool, bool, int]:
    """Lower comes first: rates of all children, then measures with a national value."""
    measure = found.measure
    kind = 0 if measure.denominator.startswith("population.") else 2
    kind = 1 if measure.national else kind
    return not _moves(found), not found.newest_dependable, kind


def _moves(found: OfMeasure) -> bool:
    return found.moved.direction in ("rising", "falling")


def _trend(
    found: OfMeasure, whole: MeasureTable, change: Change | None, asked: AskedCounty
) -> Timed:
    about, measure = asked.about, found.measure
    own = _of(found.trend)
    unit = basics.unit_of(measure)
    title = words.TREND_TITLE.format(
        title=measure.title, county=asked.name, unit=unit.name
    )
    chart = frames.frame(
        about,
        own,
        title=title,
        sentence=_trend_told(found, asked),
        told=over_time_words(
            found.years,
            measure=measure,
            place=asked.name,
            names=lambda row: about.window(row.window).label,
            change=change,
        ),
        path=f"measure/{measure.id}",
        query=about.query(),
        part=f"years-{measure.id}",
        # The lines are compared with nothing, but the file may say more.
        file=over_years(measure, about),
        data=frames.data_table(
            own,
            measure,
            caption=title,
            head=words.YEAR,
            first=lambda row: basics.capital(about.window(row.window).label),
        ),
    )
    lines = (
        Line(name=asked.county.name, points=_points(own)),
        Line(name=words.WHOLE, points=_points(whole), code="other"),
    )
    windows = tuple(short(about.window(row.window)) for row in own)
    return chart, Trend(windows=windows, lines=lines, unit=unit)


def _of(table: MeasureTable | None) -> MeasureTable:
    if table is None:
        raise LookupError("a trend was drawn that was not asked for")
    return table


def _points(table: MeasureTable) -> tuple:  # type: ignore[type-arg]
    return tuple(basics.quantity(row) for row in table)


def _trend_told(found: OfMeasure, asked: AskedCounty) -> str:
    dependable = [row for row in found.years if usable(row)]
    if not dependable:
        return words.TREND_NONE
    newest = dependable[-1]
    return trend_sentence(
        newest,
        found.moved,
        measure=found.measure,
        place=asked.name,
        window=asked.about.window(newest.window).label,
    )


# ---- providers ---------------------------------------------------------------------


def providers(asked: Tables) -> Table | None:
    """Providers with enough children of this county, by name; None if none has."""
    if not asked.tables:
        return None
    rows = [{row.group: row for row in table} for table in asked.tables]
    names = asked.about.providers
    kept = [code for code, row in rows[0].items() if _enough(row) and code in names]
    if not kept:
        return None
    columns = [Column(name=words.PROVIDER, align="text")]
    for each in asked.tables:
        unit = basics.unit_of(each.measure)
        columns.append(Column(name=each.measure.title, unit=unit))
        columns.append(Column(name=each.measure.among.capitalize(), unit=COUNT))
    return Table(
        caption=words.PROVIDERS_CAPTION.format(county=asked.name),
        columns=tuple(columns),
        rows=tuple(
            Row(cells=(names[code], *_placed(code, rows)))
            for code in sorted(kept, key=lambda code: names[code])
        ),
    )


def _placed(code: str, rows: list[dict[str, MeasureRow]]) -> Iterator[Cell]:
    for each in rows:
        yield basics.quantity(each[code])
        yield basics.count_cell(each[code], "denominator")


def _enough(row: MeasureRow) -> bool:
    known = row.status == "shown" and isfinite(row.denominator)
    return bool(known and row.denominator >= LEAST_PLACED)
