"""Reports about children in care, and those behind a return to care."""

import numpy as np

from data.contract import NEVER
from data.days import birthday_18
from data.demo.draw import Ints, between, pick
from data.demo.episodes import Stays, select_stays
from data.demo.parameters import Care
from data.demo.reports import ReportRows, dispositions, incidents, join

# Beside the substantiated reports of S1: others, first-week ones, and late disclosures.
NOT_FOUND, FIRST_WEEK, DISCLOSED = 2.5, 2.0, 0.25


def in_care(
    rng: np.random.Generator, stays: Stays, last_day: int, care: Care
) -> ReportRows:
    """Reports during stays: maltreatment at the rate of S1, and all around it."""
    until = np.minimum(np.minimum(stays.exit, birthday_18(stays.birth)), last_day + 1)
    week = np.minimum(stays.removal + 7, until)
    after, first = np.maximum(until - week, 0), np.maximum(week - stays.removal - 1, 0)
    rate = care.maltreatment
    counted = _days(rng, stays, week, after, rate)
    disclosed = _days(rng, stays, week, after, rate * DISCLOSED)
    early = _days(rng, stays, stays.removal + 1, first, rate * FIRST_WEEK)
    others = _days(rng, stays, week, after, rate * NOT_FOUND)
    parts = [
        _found(rng, *counted, stays, disclosed=False),
        _found(rng, *disclosed, stays, disclosed=True),
        _found(rng, *early, stays, disclosed=False),
        _others(rng, *others, stays),
    ]  # fmt: skip
    return join(parts)


def _days(
    rng: np.random.Generator, stays: Stays, start: Ints, length: Ints, rate: float
) -> tuple[Ints, Ints]:
    number = rng.poisson(length * rate)
    stay = np.repeat(np.arange(len(stays)), number)
    return stay, between(rng, start[stay], start[stay] + length[stay])


def _found(
    rng: np.random.Generator, stay: Ints, day: Ints, stays: Stays, *, disclosed: bool
) -> ReportRows:
    """Maltreatment that counts, or (disclosed) that happened before care began."""
    entered = stays.removal[stay]
    ago = np.floor(rng.exponential(4.0, len(stay))).astype(np.int64)
    inside = np.maximum(day - ago, entered + 7)
    incident = np.where(rng.random(len(stay)) < 0.5, np.minimum(inside, day), NEVER)
    if disclosed:
        incident = entered - between(rng, 0 * entered + 10, 0 * entered + 700)
    yes = 1 + pick(rng, (0.85, 0.15), len(stay))
    ones = np.ones(len(stay), dtype=np.int64)
    return _rows(stays, stay, day, incident, (ones, ones, yes))


def _others(
    rng: np.random.Generator, stay: Ints, day: Ints, stays: Stays
) -> ReportRows:
    screened = rng.random(len(stay)) < 0.6
    nobody = np.zeros(len(stay), dtype=bool)
    outcome = dispositions(rng, screened, nobody)
    decided = screened.astype(np.int64)
    return _rows(
        stays, stay, day, incidents(rng, day, 0.5), (decided, decided, outcome)
    )


def _rows(
    stays: Stays,
    stay: Ints,
    day: Ints,
    incident: Ints,
    decided: tuple[Ints, Ints, Ints],
) -> ReportRows:
    return ReportRows(
        child=stays.child[stay],
        county=stays.county[stay],
        day=day,
        incident=incident,
        screened=decided[0],
        assessed=decided[1],
        disposition=decided[2],
        unborn=np.zeros(len(stay), dtype=np.int64),
    )


def behind_returns(
    rng: np.random.Generator, stays: Stays, care: Care
) -> tuple[Ints, ReportRows]:
    """The stays that are a return after a report, and that report, shortly before."""
    order = np.lexsort((stays.removal, stays.child))
    before = np.full(len(stays), -1, dtype=np.int64)
    same = stays.child[order][1:] == stays.child[order][:-1]
    before[order[1:][same]] = stays.exit[order[:-1][same]]
    gap = stays.removal - before
    linked = (stays.report == -2) & (gap > 2) & (before >= 0)
    linked &= rng.random(len(stays)) >= care.without_report
    at = np.flatnonzero(linked)
    back = select_stays(stays, at)
    day = back.removal - between(rng, 0 * at + 1, np.minimum(gap[at], 21))
    ones = np.ones(len(at), dtype=np.int64)
    yes = 1 + pick(rng, (0.66, 0.14, 0.20), len(at))
    rows = _rows(
        back, np.arange(len(at)), day, incidents(rng, day, 0.55), (ones, ones, yes)
    )
    return at, rows
