"""The entries of a county's feed: what a release holds, and what it changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from flask import current_app

from components import theme
from data.state import load_state
from metrics.earlier import Earlier, may_be_told
from metrics.errors import BadSelection, WarehouseUnavailable
from metrics.model import Measure
from metrics.plan_status import plan_statuses
from metrics.released import Revision, Settled, Turned, revisions, settled, turned
from metrics.selection import Selection
from metrics.table import MeasureRow, MeasureTable
from pages import _wiring
from pages._cache import remembered
from pages._present import basics
from pages._present.about import About, day, short
from pages._present.county_asked import about_county, county_name, of_the_year
from pages._present.every_measure import spoken
from pages._present.promises import latest_of
from pages._words import feed as words

MOST = 20
# How the source of demonstration data names itself.
DEMO = "no real children"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One piece of news: `kind` tells it apart from others of the same release."""

    kind: str
    title: str
    says: tuple[str, ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class News:
    """Everything that a feed says; `updated` is when the release was made."""

    name: str
    title: str
    subtitle: str
    edition: str
    version: str
    updated: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class _Both:
    """One county in the release now and in the one before."""

    about: About
    before: About
    pairs: tuple[tuple[MeasureTable, MeasureTable], ...]
    turned: tuple[Turned, ...]


def news(state: str, county: str) -> News:
    """The feed of a county. Raises BadSelection for what is no county of the state."""
    here = about_county(state, county)
    vintage = here.vintage
    subtitle = words.SUBTITLE.format(
        demo=words.DEMO if vintage.demo and DEMO not in vintage.source else "",
        source=vintage.source,
        day=day(vintage.data_end),
        version=vintage.version,
        policy=dict(words.POLICY)[vintage.edition],
    )
    return News(
        name=_named(here),
        title=words.TITLE.format(county=_named(here), state=here.state_name),
        subtitle=subtitle,
        edition=vintage.edition,
        version=vintage.version,
        updated=vintage.built,
        entries=tuple(_entries(here)),
    )


def _named(here: About) -> str:
    return county_name(here.place, load_state(here.state))


def feed_href(state: str, county: str) -> str:
    """The address of the feed of a county."""
    return _wiring.href(f"feed/{state}/{county}.atom")


def _entries(here: About) -> Iterator[Entry]:
    both, why = _both(here)
    holds = _holds(here)
    title = words.RELEASE.format(county=_named(here), day=day(here.vintage.data_end))
    if both is None:
        yield Entry(kind="release", title=title, says=(*holds, why))
        return
    revised = [r for now, before in both.pairs for r in revisions(now, before)]
    final = [s for now, before in both.pairs for s in settled(now, before)]
    says = [*holds, *_new(both)]
    says += [] if revised else [words.NOTHING.format(county=_named(here))]
    says += [words.FINAL] if final else []
    lines = _few(final, partial(_final_line, here))
    yield Entry(kind="release", title=title, says=tuple(says), lines=lines)
    if revised:
        yield _revised(both, revised)
    if both.turned:
        yield _turned(both)


# ---- the two releases ------------------------------------------------------------


def _both(here: About) -> tuple[_Both | None, str]:
    """The county in both releases, or why there is only one to tell of."""
    if here.vintage.edition == "public" and not may_be_told(dict(here.vintage.notes)):
        return None, words.NOT_AUDITED
    older: Earlier = current_app.extensions["earlier"]
    if not older.there(here.state):
        return None, words.FIRST
    try:
        return _asked(here, older), ""
    except WarehouseUnavailable:
        return None, words.OTHER
    except BadSelection:
        return None, words.FIRST


def _asked(here: About, older: Earlier) -> _Both:
    door, state = _wiring.outcomes(), here.state
    before = _about_before(here, older)
    there = {each.id for each in older.measures(state)}
    measures = [m for m in of_the_year(door.measures(state)) if m.id in there]
    keys = {each.key for each in before.windows}
    windows = tuple(each.key for each in here.of_kind() if each.key in keys)
    asked = [_selection(here, each, windows) for each in measures] if windows else []
    pairs = zip(door.tables(asked), older.tables(asked), strict=True)
    return _Both(
        about=here, before=before, pairs=tuple(pairs), turned=_status_news(state)
    )


def _about_before(here: About, older: Earlier) -> About:
    state = here.state
    return About(
        state=state,
        place=older.place(state, here.code),
        state_name=here.state_name,
        windows=older.windows(state),
        providers={},
        vintage=older.vintage(state),
    )


def _selection(here: About, measure: Measure, windows: tuple[str, ...]) -> Selection:
    return Selection(
        state=here.state,
        measure=measure.id,
        place=here.code,
        windows=windows,
        reference="none",
    )


# The same for every county of a state.
@remembered
def _status_news(state: str) -> tuple[Turned, ...]:
    """Targets with another status, each judged on the day of its release."""
    file = load_state(state)
    now, before = (
        plan_statuses(door, file, today=_built(door.vintage(state).built))
        for door in (_wiring.outcomes(), current_app.extensions["earlier"])
    )
    return tuple(turned(now, before))


def _built(stamp: str) -> date:
    return date.fromisoformat(stamp[:10])


# ---- sentences -------------------------------------------------------------------


def _holds(here: About) -> Iterator[str]:
    first, *rest = here.of_kind()
    last = rest[-1] if rest else first
    said = words.HOLDS if rest else words.HOLDS_ONE
    yield said.format(first=first.label, last=short(last))
    measures = of_the_year(_wiring.outcomes().measures(here.state))
    named = [(each, latest_of(here.state, each)) for each in measures]
    asked = [_selection(here, each, (key,)) for each, key in named if key]
    tables = _wiring.outcomes().tables(asked)
    shown = sum(table.row().status == "shown" for table in tables)
    yield words.SHOWN.format(
        all=len(measures), shown=shown, county=_named(here)
    )


def _new(both: _Both) -> Iterator[str]:
    known = {each.key for each in both.before.windows}
    new = [each.label for each in both.about.windows if each.key not in known]
    if new:
        yield words.NEW.format(windows=", ".join(new))


def _revised(both: _Both, revised: Sequence[Revision]) -> Entry:
    said = words.REVISED_ONE if len(revised) == 1 else words.REVISED
    version = both.before.vintage.version
    return Entry(
        kind="revised",
        title=said.format(county=_named(both.about), n=len(revised)),
        says=(words.REVISED_SAYS.format(version=version),),
        lines=_few(revised, partial(_revised_line, both.about)),
    )


def _turned(both: _Both) -> Entry:
    plan = load_state(both.about.state).plan
    short = {each.id: each.short for each in plan.targets} if plan else {}
    return Entry(
        kind="targets",
        title=words.TARGETS.format(state=both.about.state_name),
        says=(words.TARGETS_SAYS,),
        lines=tuple(
            words.TARGET_LINE.format(
                id=each.target,
                short=short[each.target],
                now=each.now,
                before=each.before,
            )
            for each in both.turned
        ),
    )


def _few(found: Sequence[object], say: partial[str]) -> tuple[str, ...]:
    lines = [say(each) for each in found[:MOST]]
    more = len(found) - len(lines)
    return (*lines, words.MORE.format(n=more)) if more else tuple(lines)


def _final_line(here: About, each: Settled) -> str:
    return words.FINAL_LINE.format(
        title=each.measure.title,
        window=here.window(each.window).label,
        value=_value(each.now, each.measure),
        counted=_of(each.now),
    )


def _revised_line(here: About, each: Revision) -> str:
    return words.REVISED_LINE.format(
        title=each.measure.title,
        window=here.window(each.window).label,
        now=_value(each.now, each.measure),
        now_of=_of(each.now),
        before=_value(each.before, each.measure),
        before_of=_of(each.before),
    )


def _value(row: MeasureRow, measure: Measure) -> str:
    return spoken(basics.quantity(row), measure)


def _of(row: MeasureRow) -> str:
    return theme.counted(basics.quantity(row))
