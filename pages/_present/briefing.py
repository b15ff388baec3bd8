"""The briefing of a county: its head, and what changed beyond chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from components import theme
from components.views import Link, PageHead
from metrics.model import Measure
from metrics.selection import Selection
from metrics.signals import expected_by_chance
from metrics.table import MeasureRow
from metrics.words import count, ratio_words
from pages import _wiring
from pages._present import basics, frames
from pages._present.about import About, day
from pages._present.chance import by_chance
from pages._present.county_asked import (
    POOL,
    about_county,
    county_name,
    of_the_year,
)
from pages._present.deck_changes import Moved, both, compared
from pages._present.deck_ground import Ground, ground
from pages._present.promises import latest_of
from pages._words import briefing as words

MOST = 3
# With fewer comparisons a place says little of itself.
FEWEST = 5
THREE, ONE = "3", "1"


@dataclass(frozen=True, kw_only=True)
class Since:
    """What was compared at a place, the surest first; `clear` are beyond chance."""

    about: About
    moved: tuple[Moved, ...]

    @property
    def little(self) -> bool:
        return len(self.moved) < FEWEST

    @property
    def clear(self) -> tuple[Moved, ...]:
        return tuple(each for each in self.moved if each.said != "no clear change")


@dataclass(frozen=True, kw_only=True)
class Brief:
    """A county on a day. `wider` is the area around it, if it says little of itself.

    pooled: three years together set against the three before; name: the county as a
    sentence names it.
    """

    ground: Ground
    name: str
    pooled: bool
    own: Since
    wider: Since | None = None

    @property
    def about(self) -> About:
        return self.ground.about


def brief(state: str, county: str, years: str, today: date) -> Brief:
    """What changed in a county, over `years` ("1", "3", or "" for what can be told).

    Where single years hold too few children to compare much, three are taken together
    if that tells more; where that is still little, the area around is told as well.
    Raises BadSelection.
    """
    here = ground(about_county(state, county), today)
    pooled = years == THREE
    own = since(here, pooled=pooled)
    if own.little and not years:
        pools = since(here, pooled=True)
        more = len(pools.moved) > len(own.moved)
        pooled, own = (True, pools) if more else (pooled, own)
    around = here.around if own.little else None
    return Brief(
        ground=here,
        name=county_name(here.about.place, here.file),
        pooled=pooled,
        own=own,
        wider=since(around, pooled=False) if around else None,
    )


def since(
    place: Ground, *, pooled: bool, of: Sequence[Measure] | None = None
) -> Since:
    """Every measure, or these, at a place now against before, in one question."""
    measures = measures_of(place) if of is None else of
    windows = [(each, *_windows(place, each, pooled)) for each in measures]
    asked = [each for each in windows if each[1] and each[2] and each[1] != each[2]]
    tables = _wiring.outcomes().tables([_selection(place, each) for each in asked])
    pairs = []
    for (measure, now, before), table in zip(asked, tables, strict=True):
        rows = {row.window: row for row in table}
        if found := both(rows.get(now), rows.get(before)):
            pairs.append((measure, *found))
    return Since(about=place.about, moved=compared(pairs))


def measures_of(place: Ground) -> tuple[Measure, ...]:
    """The measures of a county's page."""
    return of_the_year(place.measures)


def _windows(place: Ground, measure: Measure, pooled: bool) -> tuple[str, str]:
    """The newest complete window and the one before, "" where there is none."""
    if not pooled:
        return place.newest[measure.id], place.baseline
    now = latest_of(place.about.state, measure, POOL)
    before = place.about.earlier(now) if now else None
    return now, before.key if before else ""


def _selection(place: Ground, asked: tuple[Measure, str, str]) -> Selection:
    measure, now, before = asked
    return Selection(
        state=place.about.state,
        measure=measure.id,
        place=place.about.code,
        windows=(before, now),
        reference="none",
    )


# ---- the head --------------------------------------------------------------------


def head(asked: Brief) -> PageHead:
    """The county, the period and the vintage; how many things changed."""
    about, vintage = asked.about, asked.about.vintage
    said = words.VINTAGE.format(day=day(vintage.data_end), version=vintage.version)
    newest = about.of_kind(POOL if asked.pooled else "")[-1]
    return PageHead(
        question=words.QUESTION.format(county=asked.name),
        lead=_lead(asked.own),
        context=(about.state_name, basics.capital(newest.label), said),
    )


def _lead(found: Since) -> str:
    compared, clear = len(found.moved), len(found.clear)
    if not compared:
        return words.LEAD_TOO_FEW
    if compared == 1:
        return words.LEAD_ONE_CLEAR if clear else words.LEAD_ONE
    if not clear:
        return words.LEAD_NONE.format(all=compared)
    said = basics.capital(count(clear))
    return words.LEAD_SOME.format(count=said, all=compared)


# ---- what changed ----------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Told:
    """Sentences, each begun by a link to its measure; what stands before and after."""

    before: str
    lines: tuple[tuple[Link, str], ...]
    after: tuple[str, ...]


def changed(asked: Brief) -> tuple[Told, ...]:
    """No more than three changes beyond chance, and after those of a county that says
    little of itself those of the area around it. Where there are fewer, that is said.
    """
    own, wider = asked.own, asked.wider
    told = [_told(asked, own, _few(asked), MOST)]
    if wider is not None:
        said = words.CHANGED_WIDER if wider.clear else words.CHANGED_WIDER_NONE
        before = said.format(place=wider.about.name)
        told.append(_told(asked, wider, before, MOST - len(told[0].lines)))
    return tuple(told)


def _told(asked: Brief, shown: Since, before: str, most: int) -> Told:
    return Told(
        before=before,
        lines=tuple(_line(each, shown.about) for each in shown.clear[:most]),
        after=tuple(_after(asked, shown, most)),
    )


def _few(asked: Brief) -> str:
    """That fewer than three things changed; "" where there are three."""
    if not asked.own.moved:
        return words.CHANGED_TOO_FEW.format(county=asked.name)
    few = (words.CHANGED_NONE, *words.CHANGED_FEW)
    clear = len(asked.own.clear)
    return few[clear] if clear < MOST else ""


def _after(asked: Brief, shown: Since, most: int) -> Iterator[str]:
    silent = shown is asked.own and asked.wider is not None and not shown.clear
    if not shown.moved or silent:
        return
    yield _set_against(asked, shown)
    more = len(shown.clear) - most
    if more > 0:
        yield words.CHANGED_MORE.format(n=basics.capital(count(more)))
    chance = by_chance(expected_by_chance(len(shown.moved), level=0.05))
    yield words.CHANGED_CHANCE.format(n=len(shown.moved), chance=chance)


def _set_against(asked: Brief, shown: Since) -> str:
    if asked.pooled and shown is asked.own:
        return words.CHANGED_POOLS
    window = asked.about.window(asked.ground.baseline).label
    return words.CHANGED_SINCE.format(window=window)


def _line(each: Moved, about: About) -> tuple[Link, str]:
    change = each.change
    href = frames.measure_href(each.measure.id, **about.query())
    said = words.LINE.format(
        now=_amount(each.now, each.measure),
        window=about.window(each.now.window).label,
        before=_amount(each.before, each.measure),
        earlier=about.window(each.before.window).label,
        side=dict(words.SIDES)[each.said].format(moved=change.direction),
        ratio=ratio_words(change.ratio),
        low=ratio_words(change.lower),
        high=ratio_words(change.upper),
    )
    counts = words.COUNTS.format(now=counted(each.now), before=counted(each.before))
    return Link(text=each.measure.title, href=href), said + counts


def _amount(row: MeasureRow, measure: Measure) -> str:
    unit = basics.unit_of(measure)
    said = theme.amount(row.value, unit)
    return said if unit.suffix else f"{said} {unit.name}"


def counted(row: MeasureRow) -> str:
    """What a figure stands on, as "139 of 502"."""
    return theme.counted(basics.quantity(row))


# ---- the ways on -----------------------------------------------------------------


def years(asked: Brief, compare: str) -> tuple[Link, ...]:
    """One year or three together, as links; nothing where there are no three."""
    if not asked.about.of_kind(POOL):
        return ()
    names: Sequence[tuple[str, str, bool]] = (
        (words.ONE_YEAR, ONE, not asked.pooled),
        (words.THREE_YEARS, THREE, asked.pooled),
    )
    return tuple(
        Link(text=text, href=address(asked.about, years, compare), current=current)
        for text, years, current in names
    )


def address(about: About, years: str = "", compare: str = "") -> str:
    """The briefing of a county."""
    path = f"{words.PAGE}/{about.place.code}"
    return _wiring.href(path, years=years, compare=compare)


def briefing_link(about: About) -> Link:
    """To the briefing, for the page of the county."""
    return Link(text=words.LINK, href=address(about))
