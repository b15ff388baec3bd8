"""The spine of a county: measures by subject, against the counties and the state."""

from components import theme
from components.views import (
    COUNT,
    Chart,
    Column,
    Quantity,
    Row,
    Spine,
    SpineKey,
    SpineRow,
    Table,
    Verdict,
)
from metrics.benchmarks import comparable, signal, usable
from metrics.narrative_words_places import measures_words
from metrics.table import MeasureRow
from metrics.trend import verdict
from pages._present import basics, frames
from pages._present.about import source_line
from pages._present.county import judged
from pages._present.county_asked import AskedCounty, OfMeasure
from pages._present.every_measure import measure_link, spoken
from pages._words import county as words
from pages._words import scorecard as shared


def key(asked: AskedCounty) -> SpineKey:
    """What the signs of all subjects stand for."""
    return SpineKey(
        place=asked.name,
        state=asked.about.state_name,
        spread=words.SPREAD,
        neutral=any(each.measure.direction == "none" for each in asked.found),
    )


def spine(asked: AskedCounty) -> Spine:
    """The measures that were asked for, in the order of the catalogue."""
    return Spine(rows=tuple(_row(each, asked) for each in asked.found))


def subject_title(asked: AskedCounty) -> str:
    """The subject of the measures, as the state's plan names it if it does."""
    plan = asked.state.plan
    own = {each.id: each.name for each in plan.priorities} if plan else {}
    subject = asked.found[0].measure.priority
    return (dict(shared.ABOUT_PRIORITY) | own).get(subject, basics.capital(subject))


def _row(found: OfMeasure, asked: AskedCounty) -> SpineRow:
    measure, row = found.measure, found.own
    among = found.spread
    whole = found.whole
    return SpineRow(
        label=measure.title,
        quantity=own_quantity(row),
        unit=basics.unit_of(measure),
        direction=measure.direction,
        href=frames.measure_href(measure.id, **asked.about.query()),
        low=among.low if among else None,
        quarter=among.quarter if among else None,
        three_quarters=among.three_quarters if among else None,
        high=among.high if among else None,
        state=whole.value if whole and usable(whole) else None,
        verdict=against(found),
        trend=trend_word(found),
    )


def own_quantity(row: MeasureRow | None) -> Quantity:
    """The county's figure; a value that is not dependable stays, marked with care."""
    return Quantity(status="no data") if row is None else basics.quantity(row)


def against(found: OfMeasure) -> Verdict | None:
    """The county against the state by the 99.8 % interval."""
    row = found.own
    if row is None or row.status != "shown":
        return None
    beyond = signal(row)
    word = judged(beyond.higher, found.measure) if beyond else "similar"
    word = word if comparable(row) else "too few"
    said, tone = {key: (said, tone) for key, said, tone in words.VERDICTS}[word]
    return Verdict(word=said, tone=tone)  # type: ignore[arg-type]


def trend_word(found: OfMeasure) -> Verdict | None:
    """The five newest years as a word; nothing where no trend can be calculated."""
    moved = found.moved
    word = verdict(moved, found.measure.direction)
    if word == "cannot tell":
        return None
    said, tone = {key: (said, tone) for key, said, tone in words.TRENDS}[word]
    return Verdict(word=said.format(move=moved.direction), tone=tone)  # type: ignore[arg-type]


# ---- the table twin ----------------------------------------------------------------


def spine_chart(asked: AskedCounty) -> Chart:
    """The frame of the spine with its table."""
    keys = dict.fromkeys(each.window for each in asked.found if each.window)
    windows = sorted(keys, key=lambda key: asked.about.window(key).end)
    return Chart(
        title=subject_title(asked),
        told=measures_words(
            [(each.measure, each.own) for each in asked.found],
            place=asked.name,
            state=asked.about.state_name,
        ),
        source=source_line(asked.about, *windows),
        table=_table(asked),
        part=f"spine-{asked.found[0].measure.priority}",
    )


def _table(asked: AskedCounty) -> Table:
    heads = (
        words.MEASURE, words.WINDOW, words.HERE, words.AMONG, words.STATE,
        words.MIDDLE, words.AGAINST, words.TREND,
    )  # fmt: skip
    return Table(
        caption=words.SPINE_TABLE.format(
            county=asked.name, subject=subject_title(asked)
        ),
        columns=tuple(
            Column(
                name=name,
                align="number" if name == words.AMONG else "text",
                unit=COUNT if name == words.AMONG else None,
            )
            for name in heads
        ),
        rows=tuple(_table_row(each, asked) for each in asked.found),
        sortable=False,
    )


def _table_row(found: OfMeasure, asked: AskedCounty) -> Row:
    measure, about = found.measure, asked.about
    row = found.own
    whole = found.whole
    own = own_quantity(row)
    return Row(
        cells=(
            measure_link(measure, about.query()),
            basics.capital(about.window(found.window).label) if found.window else "",
            spoken(own, measure),
            basics.count_cell(row, "denominator") if row else None,
            spoken(own_quantity(whole), measure),
            _middle(found),
            against(found) or (basics.remarks(row) if row else ""),
            trend_word(found) or "",
        )
    )


def _middle(found: OfMeasure) -> str:
    among = found.spread
    if among is None:
        return words.FEW_COUNTIES
    unit = basics.unit_of(found.measure)
    return words.RANGE.format(
        low=theme.amount(among.quarter, unit),
        high=theme.amount(among.three_quarters, unit),
    )
