"""One year of reports: which children, how often, and what was decided about them."""

from dataclasses import dataclass

import numpy as np

from data.contract import NEVER
from data.demo.calendar import report_days
from data.demo.children import Children
from data.demo.draw import Bools, Floats, Ints, between, choose, pick, whole
from data.demo.parameters import KNOWN_RACES, RACE_IDS, Reports
from data.demo.places import Places
from data.demo.planting import Planting

RACES = len(RACE_IDS)


@dataclass(frozen=True, kw_only=True)
class ReportRows:
    """One place a child in a report."""

    child: Ints
    county: Ints
    day: Ints
    incident: Ints
    screened: Ints
    assessed: Ints
    disposition: Ints
    unborn: Ints

    def __len__(self) -> int:
        return len(self.child)


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What became of the children reported in a year, each counted once."""

    screened: Bools
    assessed: Bools
    found: Bools


def join(parts: list[ReportRows]) -> ReportRows:
    names = ReportRows.__dataclass_fields__
    return ReportRows(
        **{n: np.concatenate([getattr(p, n) for p in parts]) for n in names}
    )


def select(rows: ReportRows, keep: Bools) -> ReportRows:
    names = ReportRows.__dataclass_fields__
    return ReportRows(**{n: getattr(rows, n)[keep] for n in names})


def decide(
    rng: np.random.Generator,
    who: Children,
    times: Ints,
    age: Ints,
    where: Places,
    reports: Reports,
    planting: Planting,
) -> Decided:
    """Screening, assessment and finding, with the planted share of each race."""
    often = np.sqrt(times)
    screened = _share(rng, np.ones(len(who), bool), who.race, where.screened[who.county]
                      * often, reports.screened, planting.screened,
                      reports.unknown_ratios[0])  # fmt: skip
    assessed = _share(rng, screened, who.race, np.ones(len(who)), reports.assessed,
                      planting.assessed, reports.unknown_ratios[1])  # fmt: skip
    heavier = where.found[who.county] * often * np.where(who.maltreated, 2.1, 1.0)
    heavier = heavier * np.where(age < 366, 1.3, 1.0)
    found = _share(rng, assessed, who.race, heavier, reports.found, planting.found,
                   reports.unknown_ratios[2])  # fmt: skip
    return Decided(screened=screened, assessed=assessed, found=found)


def _share(
    rng: np.random.Generator, among: Bools, race: Ints, weight: Floats, share: float,
    ratios: tuple[float, ...], unknown: float,
) -> Bools:  # fmt: skip
    """Choose a share of those among, the share of each race times its planted ratio."""
    rows = np.flatnonzero(among)
    sizes = np.bincount(race[rows], minlength=RACES)
    shares = share * np.array([*ratios, unknown])
    quota = np.round(sizes * shares).astype(np.int64)
    chosen = np.zeros(len(among), dtype=bool)
    chosen[rows[choose(rng, race[rows], quota, weight[rows])]] = True
    return chosen


def entry_quota(
    children: Floats, rate: float, unknown: float, planting: Planting
) -> Ints:
    """Children who should enter care in a year, by race; county x race x age given."""
    total = rate * children.sum() / 1000
    ratios = [planting.entry_ratio(race) for race in range(len(KNOWN_RACES))]
    by_race = children.sum(axis=(0, 2)) * np.asarray(ratios)
    by_race *= total * (1 - unknown) / by_race.sum()
    return whole(np.append(by_race, total * unknown))


def report_rows(
    rng: np.random.Generator,
    who: Children,
    ids: Ints,
    days: Ints,
    times: Ints,
    key: Ints,
    decided: Decided,
    reports: Reports,
) -> ReportRows:
    """The rows of child-years: `days` has `times` sorted days for each child.

    `key` is the row of each child that carries what was decided; the child's other
    reports may be screened out, or assessed without a finding.
    """
    child = np.repeat(np.arange(len(who)), times)
    is_key = np.zeros(len(days), dtype=bool)
    is_key[key] = True
    luck = rng.random((3, len(days)))
    screened = decided.screened[child] & (is_key | (luck[0] < 0.60))
    assessed = decided.assessed[child] & screened & (is_key | (luck[1] < 0.97))
    found = decided.found[child] & assessed & (is_key | (luck[2] < 0.28))
    birth = who.birth[child]
    unborn = (days <= birth + 20) & (rng.random(len(days)) < 0.3)
    return ReportRows(
        child=ids[child],
        county=who.county[child],
        day=days,
        incident=incidents(rng, days, reports.incident_known),
        screened=screened.astype(np.int64),
        assessed=assessed.astype(np.int64),
        disposition=dispositions(rng, assessed, found),
        unborn=unborn.astype(np.int64),
    )


def dispositions(rng: np.random.Generator, assessed: Bools, found: Bools) -> Ints:
    """Codes of data.codes.DISPOSITIONS."""
    yes = 1 + pick(rng, (0.70, 0.14, 0.16), len(found))
    no = 4 + pick(rng, (0.03, 0.55, 0.42), len(found))
    return np.where(found, yes, np.where(assessed, no, 0))


def incidents(rng: np.random.Generator, days: Ints, known: float) -> Ints:
    """The day of the incident: mostly that week, some long ago, often unknown."""
    recent = np.floor(rng.exponential(5.0, len(days))).astype(np.int64)
    old = between(rng, np.full(len(days), 60), np.full(len(days), 900))
    ago = np.where(rng.random(len(days)) < 0.02, old, recent)
    return np.where(rng.random(len(days)) < known, days - ago, NEVER)


def days_of_year(
    rng: np.random.Generator, reports: Reports, year: int, times: Ints
) -> tuple[Ints, Ints]:
    """Sorted report days of each child, and the row of each child's first report."""
    child = np.repeat(np.arange(len(times)), times)
    days = report_days(rng, reports, year, len(child))
    days = days[np.lexsort((days, child))]
    first = np.cumsum(times) - times
    # A second call about the same event, within days of the first.
    again = np.flatnonzero((times >= 2) & (rng.random(len(times)) < 0.06))
    days[first[again] + 1] = np.minimum(
        days[first[again] + 1],
        days[first[again]] + between(rng, 0 * again, 0 * again + 4),
    )
    return days, first
