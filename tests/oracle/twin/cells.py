"""Counting: what a measure finds becomes cells of county, race, age, sex, provider."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from .days import ADULT
from .groups import Person
from .reports import Report
from .stays import Stay

COLUMNS = (
    "family",
    "component",
    "county_id",
    "race_id",
    "age_id",
    "sex_id",
    "provider_id",
    "value",
)


class Count(NamedTuple):
    """Something found for one child: how much, and where and at what age it counts."""

    component: str
    value: int
    person: Person
    on: int
    county_id: int
    provider_id: int


def of_stay(component: str, value: int, stay: Stay, on: int) -> Count:
    return Count(component, value, stay.person, on, stay.county_id, stay.provider_id)


def of_report(component: str, value: int, report: Report) -> Count:
    person, on = report.person, report.report_day
    return Count(component, value, person, on, report.county_id, 0)


def cells(counts: dict[str, Iterable[Count]]) -> pd.DataFrame:
    """The cells of some families, with COLUMNS; cells that hold nothing are absent.

    Raises ValueError if a measure let through a child of 18 or over.
    """
    totals: Counter[tuple] = Counter()
    for family, found in counts.items():
        for count in found:
            totals[(family, *_key(count))] += count.value
    return pd.DataFrame(_rows(totals), columns=list(COLUMNS))


def _key(count: Count) -> tuple[str, int, int, int, int, int]:
    who = count.person
    band = who.band(count.on)
    if band == ADULT:
        raise ValueError(f"{count.component}: child {who.child_id} is not under 18")
    place, provider = count.county_id, count.provider_id
    return count.component, place, who.race_id, band, who.sex_id, provider


def _rows(totals: Counter[tuple]) -> Iterator[tuple]:
    for key in sorted(totals):
        if totals[key]:
            yield (*key, totals[key])
