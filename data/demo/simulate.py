"""Year after year: who is reported, what is decided, who enters care and comes back."""

from dataclasses import dataclass, replace

import numpy as np

from data.demo import reports as rp
from data.demo.calendar import end_of, start_of
from data.demo.children import Children, born, new_children, nobody
from data.demo.draw import Floats, Ints, choose, pick, whole
from data.demo.episodes import (
    Stays,
    endings,
    first_year_share,
    join_stays,
    reentries,
    select_stays,
)
from data.demo.parameters import (
    ENTRY_RATE,
    RACE_IDS,
    REPORT_RATE,
    Care,
    Reports,
    in_year,
)
from data.demo.places import Places, expected_reported
from data.demo.planting import Planting
from data.demo.population import Population

RACES = len(RACE_IDS)
GENERATIONS = 3


@dataclass(frozen=True, kw_only=True)
class World:
    """What does not change from year to year."""

    people: Population
    where: Places
    reports: Reports
    care: Care
    planting: Planting


@dataclass(frozen=True, kw_only=True)
class History:
    """Everything that has happened so far."""

    children: Children
    reports: tuple[rp.ReportRows, ...]
    stays: tuple[Stays, ...]
    rows: int


def beginning() -> History:
    return History(children=nobody(), reports=(), stays=(), rows=0)


def live_a_year(
    rng: np.random.Generator, world: World, before: History, year: int
) -> History:
    """The history one state fiscal year later."""
    rate = in_year(REPORT_RATE, year)
    expected = expected_reported(
        world.people, year, rate, world.where, world.reports, world.planting
    )
    number = whole(expected.sum(axis=0))
    again = _returning(rng, before.children, number, year, world.reports)
    times, days, first, ids, children = _reported(
        rng, world, before.children, expected, number, again, year
    )
    who = _subset(children, ids)
    age = days[first] - who.birth
    decided = rp.decide(
        rng, who, times, age, world.where, world.reports, world.planting
    )
    entering = _entering(rng, world, before, who, age, times, decided, year)
    key = first + np.floor(rng.random(len(ids)) * times).astype(np.int64)
    key = np.where(entering, first + times - 1, key)
    rows = rp.report_rows(rng, who, ids, days, times, key, decided, world.reports)
    came = np.flatnonzero(entering)
    stays = _first_stays(rng, world, who, ids, days, key, came, before.rows, year)
    history = _record(before, children, ids, decided, year, rows)
    return _follow(rng, world, history, stays, year)


def _returning(
    rng: np.random.Generator,
    children: Children,
    number: Ints,
    year: int,
    reports: Reports,
) -> Ints:
    """Children of earlier years reported again: at home, and under 17."""
    ago = year - children.reported
    young = start_of(year) - children.birth < 17 * 365
    able = np.flatnonzero((ago <= 4) & young & (children.free_from <= start_of(year)))
    weight = np.array([0, 1.0, 0.5, 0.35, 0.25])[ago[able]]
    weight = weight * np.where(children.maltreated[able], 2.1, 1.0)
    quota = np.round(number * reports.returning).astype(np.int64)
    return able[choose(rng, children.race[able], quota, weight)]


def _reported(
    rng: np.random.Generator,
    world: World,
    children: Children,
    expected: Floats,
    number: Ints,
    again: Ints,
    year: int,
) -> tuple[Ints, Ints, Ints, Ints, Children]:
    """Report days of the year's children: returning ones first, then newcomers."""
    known = np.bincount(children.race[again], minlength=RACES)
    ages = world.people.fiscal_year(year)
    everyone = np.concatenate([ages, ages.sum(axis=1, keepdims=True)], axis=1)
    newcomers = new_children(
        rng, expected, everyone[:, :, :], np.maximum(number - known, 0), world.reports
    )
    ids = np.concatenate([again, len(children) + np.arange(len(newcomers))])
    times = 1 + pick(rng, world.reports.per_child, len(ids))
    days, first = rp.days_of_year(rng, world.reports, year, times)
    newcomers = born(newcomers, days[first[len(again) :]])
    return times, days, first, ids, children.with_more(newcomers)


def _subset(children: Children, ids: Ints) -> Children:
    names = Children.__dataclass_fields__
    return Children(**{name: getattr(children, name)[ids] for name in names})


def _entering(
    rng: np.random.Generator,
    world: World,
    before: History,
    who: Children,
    age: Ints,
    times: Ints,
    decided: rp.Decided,
    year: int,
) -> np.ndarray:
    """Who enters care: the planted number of each race, most of them after a finding.

    A few come in without one: a court's order, an agreement, a finding still pending.
    """
    quota = rp.entry_quota(
        world.people.fiscal_year(year),
        in_year(ENTRY_RATE, year),
        world.care.unknown_race,
        world.planting,
    )
    quota = np.maximum(quota - _already(before.stays, year), 0)
    group = np.searchsorted([366, 1826, 3652, 5479], age, side="right")
    weight = world.where.entered[who.county] * np.asarray(world.care.age_weights)[group]
    weight = weight * np.sqrt(times)
    beside = np.round(quota * world.care.without_finding).astype(np.int64)
    entering = np.zeros(len(who), dtype=bool)
    for number, among in (
        (quota - beside, decided.found),
        (beside, decided.screened & ~decided.found),
    ):
        able = np.flatnonzero(among & (age >= 0))
        entering[able[choose(rng, who.race[able], number, weight[able])]] = True
    return entering


def _already(stays: tuple[Stays, ...], year: int) -> Ints:
    """Returns to care in this year that earlier stays have already brought, by race."""
    counts = np.zeros(RACES, dtype=np.int64)
    for part in stays[-15:]:
        back = (part.report == -2) & (part.removal >= start_of(year))
        back &= part.removal <= end_of(year)
        counts += np.bincount(part.race[back], minlength=RACES)
    return counts


def _first_stays(
    rng: np.random.Generator,
    world: World,
    who: Children,
    ids: Ints,
    days: Ints,
    key: Ints,
    came: Ints,
    rows_before: int,
    year: int,
) -> Stays:
    lag = np.floor(rng.exponential(18.0, len(came))).astype(np.int64)
    removal = days[key[came]] + np.minimum(lag, 120)
    removal = np.maximum(removal, who.birth[came])
    unlinked = rng.random(len(came)) < world.care.without_report
    return _stays(
        rng, world, ids[came], _subset(who, came), removal,
        np.where(unlinked, -1, rows_before + key[came]), year,
    )  # fmt: skip


def _stays(
    rng: np.random.Generator,
    world: World,
    ids: Ints,
    who: Children,
    removal: Ints,
    report: Ints,
    year: int,
) -> Stays:
    share = first_year_share(
        who.race, who.county, world.people.counties, year, world.where, world.planting
    )
    exits, reason = endings(
        rng, who.birth, who.race, removal, share, world.care, world.planting
    )
    return Stays(
        child=ids,
        race=who.race,
        county=who.county,
        birth=who.birth,
        report=report,
        removal=removal,
        exit=exits,
        reason=reason,
    )


def _record(
    before: History, children: Children, ids: Ints, decided: rp.Decided, year: int,
    rows: rp.ReportRows,
) -> History:  # fmt: skip
    children.reported[ids] = year
    children.maltreated[ids] |= decided.found
    return History(
        children=children,
        reports=(*before.reports, rows),
        stays=before.stays,
        rows=before.rows + len(rows),
    )


def _follow(
    rng: np.random.Generator, world: World, history: History, stays: Stays, year: int
) -> History:
    """Add the stays of a year and the returns to care that follow, now or later."""
    parts = [stays]
    history.children.free_from[stays.child] = stays.exit
    for _ in range(GENERATIONS):
        back, begins = reentries(rng, parts[-1], world.care)
        last = select_stays(parts[-1], back)
        who = replace(_subset(history.children, last.child), county=last.county)
        none = np.full(len(back), -2, dtype=np.int64)
        again = _stays(rng, world, last.child, who, begins, none, year)
        history.children.free_from[again.child] = again.exit
        parts.append(again)
    return replace(history, stays=(*history.stays, join_stays(parts)))
