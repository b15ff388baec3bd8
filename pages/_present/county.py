"""A county: what stands out, where it lies among the counties, who is like it."""

from dataclasses import dataclass

from components import theme
from components.views import FilePair, Link, PageHead
from metrics.benchmarks import (
    Signal,
    chance_flags,
    comparable,
    like,
    signal,
    signals,
)
from metrics.model import Measure
from metrics.table import MeasureRow
from metrics.words import count, ratio_words
from pages import _wiring
from pages._present import basics, frames
from pages._present.about import day
from pages._present.chance import by_chance
from pages._present.county_asked import AskedCounty, OfMeasure, entries, over_years
from pages._words import county as words

MOST = 3


@dataclass(frozen=True, kw_only=True)
class StandsOut:
    """Sentences, the surest first, and what chance alone would give."""

    sentences: tuple[tuple[Link, str], ...]
    notes: tuple[str, ...]


# ---- the head --------------------------------------------------------------------


def head(asked: AskedCounty) -> PageHead:
    """The question, and how many measures stand out."""
    about = asked.about
    windows = [about.window(each.window) for each in asked.found if each.window]
    newest = max(windows, key=lambda w: w.end) if windows else about.of_kind()[-1]
    return PageHead(
        question=words.QUESTION.format(county=asked.name),
        lead=lead(asked),
        context=tuple(
            each
            for each in (
                about.state_name,
                _region_name(asked),
                basics.capital(newest.label),
                words.DATA_TO.format(day=day(about.vintage.data_end)),
            )
            if each
        ),
    )


def lead(asked: AskedCounty) -> str:
    """Three things stand out, or nothing does, or nothing can be said."""
    rows = _comparable(asked)
    found = signals(rows)
    state = asked.about.state_name
    if not rows:
        return words.LEAD_TOO_FEW.format(state=state)
    others = len(asked.found) - len(rows)
    rest = words.LEAD_REST.format(n=basics.capital(count(others))) if others else ""
    if len(rows) == 1:
        one = words.LEAD_ONE_CLEAR if found else words.LEAD_ONE
        return one.format(state=state) + rest
    if not found:
        return words.LEAD_NONE.format(compared=len(rows), state=state) + rest
    said = words.LEAD_SOME.format(
        count=basics.capital(count(len(found))),
        compared=len(rows),
        stand=words.STANDS if len(found) == 1 else words.STAND,
        state=state,
    )
    return said + rest


def _comparable(asked: AskedCounty) -> tuple[MeasureRow, ...]:
    rows = (each.own for each in asked.found)
    return tuple(row for row in rows if row is not None and comparable(row))


def _region_name(asked: AskedCounty) -> str:
    for region in asked.places.regions:
        if region.code == asked.county.parent:
            return region.name
    return ""


def stands_out(asked: AskedCounty) -> StandsOut:
    """No more than three sentences, each begun by a link to its measure."""
    compared = _comparable(asked)
    found = _signals(asked)
    told = tuple(_told(each, one, asked) for each, one in found[:MOST])
    notes = []
    more = len(found) - len(told)
    if more:
        one, many = words.OUT_MORE
        said = one if more == 1 else many.format(n=basics.capital(count(more)))
        notes.append(said)
    notes.append(words.OUT_NEVER)
    if len(compared) > 1:
        chance = chance_flags(len(compared))
        counties = len(asked.places.counties)
        notes.append(
            words.OUT_CHANCE.format(
                compared=len(compared),
                chance=by_chance(chance),
                all=by_chance(chance * counties),
                counties=counties,
            )
        )
    return StandsOut(sentences=told, notes=tuple(notes))


def _signals(asked: AskedCounty) -> list[tuple[OfMeasure, Signal]]:
    found = []
    for each in asked.found:
        if each.own is not None and (beyond := signal(each.own)) is not None:
            found.append((each, beyond))
    return sorted(found, key=lambda pair: -pair[1].strength)


def _told(found: OfMeasure, beyond: Signal, asked: AskedCounty) -> tuple[Link, str]:
    measure, row = found.measure, beyond.row
    whole = found.whole or row
    link = Link(
        text=measure.title,
        href=frames.measure_href(measure.id, **asked.about.query()),
    )
    said = words.OUT_LINE.format(
        own=_amount(row.value, measure),
        whole=theme.amount(whole.value, basics.unit_of(measure)),
        side=_side(beyond, measure),
        ratio=ratio_words(row.ratio),
        low=ratio_words(row.ratio_lower),
        high=ratio_words(row.ratio_upper),
    )
    return link, said


def _amount(value: float, measure: Measure) -> str:
    unit = basics.unit_of(measure)
    said = theme.amount(value, unit)
    return said if unit.suffix else f"{said} {unit.name}"


def judged(higher: bool, measure: Measure) -> str:
    """better, worse, higher or lower: good or bad only where a side is better."""
    if measure.direction == "none":
        return "higher" if higher else "lower"
    return "better" if higher == (measure.direction == "higher") else "worse"


def _side(beyond: Signal, measure: Measure) -> str:
    side = words.HIGHER if beyond.higher else words.LOWER
    word = judged(beyond.higher, measure)
    if word in ("higher", "lower"):
        return side
    return words.JUDGED.format(side=side, word=word)


# ---- the county among others -------------------------------------------------------


def children_by_county(asked: AskedCounty) -> dict[str, float]:
    """The number of children by county, from a measure that is out of all children."""
    if asked.sizes is None:
        return {}
    (window,) = asked.sizes.selection.windows
    flow = asked.sizes.measure.denominator.endswith("child_years")
    share = max(1, asked.about.window(window).years) if flow else 1
    columns = asked.sizes.columns
    children = (columns["denominator"] / share).tolist()
    return dict(zip(columns["geography"].tolist(), children, strict=True))


def like_counties(asked: AskedCounty) -> tuple[tuple[Link, str], ...]:
    """Counties with about as many children: a link and the number."""
    sizes = children_by_county(asked)
    names = {each.code: each.name for each in asked.places.counties}
    return tuple(
        (
            Link(text=names[code], href=_wiring.href(f"county/{code}")),
            theme.number(sizes[code], decimals=0),
        )
        for code in like(sizes, asked.county.code)
    )


def children_here(asked: AskedCounty) -> str:
    """How many children live in the county, if that is known."""
    size = children_by_county(asked).get(asked.county.code, float("nan"))
    if not size > 0:
        return ""
    return words.CHILDREN_HERE.format(
        n=theme.number(size, decimals=0), county=asked.name
    )


def region(asked: AskedCounty) -> str:
    """The county's region, with what must be known about regions."""
    name, note = _region_name(asked), asked.about.vintage.regions_note
    if name:
        return words.REGION.format(region=name, note=note)
    return words.NO_REGION.format(note=note[:1].lower() + note[1:]) if note else ""


def downloads(asked: AskedCounty) -> tuple[FilePair, ...]:
    """The files of every measure of the page: this county over all years."""
    named = [(m.title, over_years(m, asked.about)) for m in map(_measure, asked.found)]
    measures = {each.measure.id: each.measure for each in asked.found}
    for each in entries(asked.about):
        named.append((_based(measures[each.measure], each.base), each))
    return tuple(frames.both(title, selection) for title, selection in named)


def _measure(found: OfMeasure) -> Measure:
    return found.measure


def _based(measure: Measure, base: str | None) -> str:
    return words.BY_DECISION.format(title=measure.title) if base else (
        words.BY_RACE.format(title=measure.title)
    )  # fmt: skip


def years(asked: AskedCounty) -> tuple[Link, ...]:
    """One year or three together, as links; nothing where there are no three."""
    if not asked.about.of_kind("pool"):
        return ()
    path = f"county/{asked.county.code}"
    return (
        Link(text=words.ONE_YEAR, href=_wiring.href(path), current=not asked.pooled),
        Link(
            text=words.THREE_YEARS,
            href=_wiring.href(path, years="3"),
            current=asked.pooled,
        ),
    )
