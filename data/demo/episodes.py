"""Stays in care: how long, how they end, and who comes back."""

from dataclasses import dataclass

import numpy as np

from data.contract import NEVER
from data.days import age_on, birthday_18, plus_months
from data.demo.draw import Bools, Floats, Ints, between, pick, scaled_to
from data.demo.parameters import PERMANENCY_12, Care, in_year
from data.demo.places import Places
from data.demo.planting import IMPROVED_COUNTY, IMPROVED_FROM, Planting

# Shares of reunification, relative, adoption, guardianship in years 1, 2 and later.
WAYS_HOME = (
    (0.77, 0.05, 0.01, 0.17),
    (0.47, 0.03, 0.22, 0.28),
    (0.18, 0.02, 0.58, 0.22),
)
PERMANENT_CODES = np.array([1, 2, 3, 5])
OTHER_CODES = np.array([4, 6, 7, 8])
IMPROVED_BASE = 0.30


@dataclass(frozen=True, kw_only=True)
class Stays:
    """One place a removal; `report` is the row of the report behind it, -1 if none."""

    child: Ints
    race: Ints
    county: Ints
    birth: Ints
    report: Ints
    removal: Ints
    exit: Ints
    reason: Ints

    def __len__(self) -> int:
        return len(self.child)


def join_stays(parts: list[Stays]) -> Stays:
    names = Stays.__dataclass_fields__
    return Stays(**{n: np.concatenate([getattr(p, n) for p in parts]) for n in names})


def select_stays(stays: Stays, keep: Bools | Ints) -> Stays:
    names = Stays.__dataclass_fields__
    return Stays(**{n: getattr(stays, n)[keep] for n in names})


def first_year_share(
    race: Ints,
    county: Ints,
    county_ids: Ints,
    year: int,
    where: Places,
    planting: Planting,
) -> Floats:
    """Chance of permanency in 12 months; the mean of each race is as planted."""
    ratio = np.array([*planting.permanent, 1.0])
    target = in_year(PERMANENCY_12, year) * ratio
    here = (county_ids[county] == IMPROVED_COUNTY) & (planting.improved != 1)
    better = planting.improved if year >= IMPROVED_FROM else 1.0
    share = np.where(
        here,
        IMPROVED_BASE * better * ratio[race],
        target[race] * where.permanency[county],
    )
    return scaled_to(share, race, target, here)


def endings(
    rng: np.random.Generator,
    birth: Ints,
    race: Ints,
    removal: Ints,
    share: Floats,
    care: Care,
    planting: Planting,
) -> tuple[Ints, Ints]:
    """Exit day and reason of each stay, as if observation never ended."""
    days, year_of_stay = _permanent(rng, race, share, care, planting)
    reason = np.zeros(len(days), dtype=np.int64)
    for year, shares in enumerate(WAYS_HOME):
        now = year_of_stay == year
        reason[now] = PERMANENT_CODES[pick(rng, shares, int(now.sum()))]
    # Adoption of the oldest is rare.
    age = age_on(birth, removal)
    late = (reason == 3) & (age >= 14) & (rng.random(len(age)) < 0.6)
    reason[late] = 5
    days, reason = _other_exits(rng, age, days, reason, care)
    days, reason = _short(rng, days, reason, care)
    exits = removal + days
    anniversary = (days >= 366) & (rng.random(len(days)) < 0.006)
    exits = np.where(anniversary, plus_months(removal, 12), exits)
    exits, reason = _grown_up(rng, birth, removal, exits, reason)
    missing = rng.random(len(days)) < care.reason_missing
    return exits, np.where(missing, 99, reason)


def _permanent(
    rng: np.random.Generator,
    race: Ints,
    share: Floats,
    care: Care,
    planting: Planting,
) -> tuple[Ints, Ints]:
    """Days to permanency, and the year of the stay (0, 1, 2 = later) of it."""
    size = len(race)
    low, high = np.array([8, 31, 181]), np.array([31, 181, 365])
    part = pick(rng, (0.08, 0.34, 0.58), size)
    early = between(rng, low[part], high[part])
    speed = np.array([*planting.later_exits, 1.0])[race]
    clock = rng.standard_exponential(size) / speed
    second = clock / care.hazard_second
    later = 1 + (clock - care.hazard_second) / care.hazard_later
    years = np.where(second < 1, second, later)
    after = 367 + np.floor(years * 365.25).astype(np.int64)
    within = rng.random(size) < share
    year_of_stay = np.where(within, 0, np.where(second < 1, 1, 2))
    return np.where(within, early, after), year_of_stay


def _other_exits(
    rng: np.random.Generator, age: Ints, days: Ints, reason: Ints, care: Care
) -> tuple[Ints, Ints]:
    """Transfer, running away, emancipation or death, where it comes first."""
    rate = np.where(age >= 13, care.other_exit[1], care.other_exit[0])
    other = 8 + np.floor(rng.standard_exponential(len(age)) / rate * 365).astype(
        np.int64
    )
    first = other < days
    young = OTHER_CODES[pick(rng, (0.0, 0.70, 0.0, 0.30), len(age))]
    old = OTHER_CODES[pick(rng, (0.20, 0.40, 0.35, 0.05), len(age))]
    chosen = np.where(age >= 13, old, young)
    return np.where(first, other, days), np.where(first, chosen, reason)


def _short(
    rng: np.random.Generator, days: Ints, reason: Ints, care: Care
) -> tuple[Ints, Ints]:
    """Stays of less than eight days, some of them without a night."""
    short = rng.random(len(days)) < care.short_stays
    nights = pick(rng, (0.10, 0.12, 0.16, 0.16, 0.14, 0.12, 0.10, 0.10), len(days))
    ways = np.array([1, 2, 6])[pick(rng, (0.75, 0.20, 0.05), len(days))]
    return np.where(short, nights, days), np.where(short, ways, reason)


def _grown_up(
    rng: np.random.Generator, birth: Ints, removal: Ints, exits: Ints, reason: Ints
) -> tuple[Ints, Ints]:
    """At 18 most leave care; some stay on in extended care for up to three years."""
    adult = birthday_18(birth)
    grown = exits >= adult
    stays_on = rng.random(len(exits)) < 0.28
    longer = adult + between(rng, 0 * adult + 30, 0 * adult + 1095)
    leaves = np.maximum(np.where(stays_on, longer, adult), removal)
    return np.where(grown, leaves, exits), np.where(grown, 4, reason)


def reentries(rng: np.random.Generator, stays: Stays, care: Care) -> tuple[Ints, Ints]:
    """Places of the stays that are followed by another, and the day it begins."""
    home = np.isin(stays.reason, (1, 2, 5)) & (
        stays.exit < birthday_18(stays.birth) - 60
    )
    luck = rng.random(len(stays))
    soon = luck < care.reentry_year
    later = (luck >= care.reentry_year) & (
        luck < care.reentry_year + care.reentry_later
    )
    gap = np.where(
        soon,
        np.minimum(np.floor(rng.exponential(150.0, len(stays))), 363),
        between(rng, np.full(len(stays), 366), np.full(len(stays), 1400)),
    ).astype(np.int64)
    begins = stays.exit + gap
    back = np.flatnonzero(home & (soon | later) & (begins < birthday_18(stays.birth)))
    return back, begins[back]


def observed(stays: Stays, last_day: int) -> Stays:
    """The stays as seen on the last day: what ends later is still open."""
    seen = select_stays(stays, stays.removal <= last_day)
    still = seen.exit > last_day
    return Stays(
        child=seen.child,
        race=seen.race,
        county=seen.county,
        birth=seen.birth,
        report=seen.report,
        removal=seen.removal,
        exit=np.where(still, NEVER, seen.exit),
        reason=np.where(still, 0, seen.reason),
    )
