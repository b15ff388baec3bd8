"""Who a child is: one race out of the boxes that were ticked, birth and sex."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from data.contract import NEVER

from .days import age_band, plus_years

TICKS = ("white", "black", "aian", "asian", "nhpi")
TWO_OR_MORE, HISPANIC, RACE_UNKNOWN = 6, 7, 9
BLACK, AIAN = 2, 3
Scheme = Callable[[tuple[int, ...], int], int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A child; `bday18` is NEVER if the birth is unknown."""

    child_id: int
    birth_day: int
    bday18: int
    race_id: int
    sex_id: int

    @property
    def birth_known(self) -> bool:
        return self.birth_day != NEVER

    def band(self, on: int) -> int:
        return age_band(self.birth_day, on)


def race_id(ticked: tuple[int, ...], hispanic: int) -> int:
    """Hispanic first, then the one race, two or more, or not known.

    "Unknown" ticked beside a race changes nothing, nor does unknown Hispanic origin.
    """
    if hispanic == 1:
        return HISPANIC
    races = [number for number, tick in enumerate(ticked, start=1) if tick]
    if not races:
        return RACE_UNKNOWN
    return races[0] if len(races) == 1 else TWO_OR_MORE


def folded_id(ticked: tuple[int, ...], hispanic: int) -> int:
    """The same with two or more races folded into one of them: American Indian or
    Alaska Native if that was ticked, else Black if that was; others stay.
    """
    usual = race_id(ticked, hispanic)
    if usual != TWO_OR_MORE:
        return usual
    _, black, aian, *_ = ticked
    return AIAN if aian else BLACK if black else TWO_OR_MORE


def cube_id(ticked: tuple[int, ...], hispanic: int) -> int:
    """As the cube keeps it: two or more races as 61, 62 or 63 by the way they fold."""
    usual, folded = race_id(ticked, hispanic), folded_id(ticked, hispanic)
    if usual != TWO_OR_MORE:
        return usual
    return {AIAN: 61, BLACK: 62, TWO_OR_MORE: 63}[folded]


SCHEMES: tuple[Scheme, ...] = (cube_id, race_id, folded_id)
PLACES = 100


def every_id(ticked: tuple[int, ...], hispanic: int) -> int:
    """The group by each of SCHEMES, written one after the other into one number.

    Each is read from the boxes by its own rule; the records are gone through once.
    """
    return written(tuple(scheme(ticked, hispanic) for scheme in SCHEMES))


def written(groups: tuple[int, ...]) -> int:
    return sum(group * PLACES**n for n, group in enumerate(groups))


def read_group(ids: "pd.Series[int]", scheme: Scheme) -> "pd.Series[int]":
    """The group by one of SCHEMES out of numbers that `every_id` gave."""
    return ids // PLACES ** SCHEMES.index(scheme) % PLACES


def people(
    child: pd.DataFrame, wanted: set[int], scheme: Scheme = race_id
) -> dict[int, Person]:
    """The wanted children by id, from the child table."""
    rows = child[child["child_id"].isin(wanted)]
    return {row.child_id: _person(row, scheme) for row in rows.itertuples(index=False)}


def _person(row, scheme: Scheme) -> Person:
    return Person(
        child_id=row.child_id,
        birth_day=row.birth_day,
        bday18=plus_years(row.birth_day, 18),
        race_id=scheme(tuple(getattr(row, tick) for tick in TICKS), row.hispanic),
        sex_id=row.sex_id,
    )
