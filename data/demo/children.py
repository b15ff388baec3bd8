"""Children of the demonstration state: who they are and how race was ticked."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from data.contract import NEVER
from data.demo.draw import Bools, Floats, Ints, between, pick, pick_rows
from data.demo.parameters import UNKNOWN, Reports
from data.demo.planting import AIAN, ASIAN, BLACK, HISPANIC, NHPI, TWO_PLUS, WHITE

BAND_START = np.array([0, 1826, 3652, 5479, 6574])
INFANTS = 0.32
FLAGS = ("white", "black", "aian", "asian", "nhpi")
# Which boxes are ticked for two or more races, and how often.
PAIRS = ((0, 1, 0.62), (0, 2, 0.14), (0, 3, 0.12), (1, 2, 0.07), (1, 3, 0.05))


@dataclass(frozen=True, kw_only=True)
class Children:
    """One place a child in every array; `race` is a place in RACE_IDS.

    `free_from` is the first day on which the child is not in care, 0 if never was.
    """

    birth: Ints
    race: Ints
    sex: Ints
    county: Ints
    reported: Ints
    maltreated: Bools
    free_from: Ints

    def __len__(self) -> int:
        return len(self.birth)

    def with_more(self, more: "Children") -> "Children":
        names = self.__dataclass_fields__
        joined = {
            n: np.concatenate([getattr(self, n), getattr(more, n)]) for n in names
        }
        return Children(**joined)


def nobody() -> Children:
    none = np.zeros(0, dtype=np.int64)
    return Children(
        birth=none, race=none, sex=none, county=none, reported=none,
        maltreated=np.zeros(0, dtype=bool), free_from=none,
    )  # fmt: skip


def new_children(
    rng: np.random.Generator,
    expected: Floats,
    by_age: Floats,
    number: Ints,
    reports: Reports,
) -> Children:
    """Children reported for the first time; `number` a race, counties as expected.

    `birth` is left as minus the age in days: the day of the report is not known yet.
    """
    race = np.repeat(np.arange(len(number)), number)
    county = np.concatenate(
        [pick(rng, expected[:, r], int(number[r])) for r in range(len(number))]
    )
    of_age = by_age * np.asarray(reports.age_rates)
    of_age = np.concatenate([of_age, of_age.sum(axis=1, keepdims=True)], axis=1)
    band = pick_rows(rng, of_age[county, race] + 1e-9)
    age = between(rng, BAND_START[band], BAND_START[band + 1])
    infant = (band == 0) & (rng.random(len(age)) < INFANTS)
    age = np.where(infant, between(rng, 0 * age, 0 * age + 365), age)
    return Children(
        birth=-age,
        race=race,
        sex=1 + (rng.random(len(race)) < 0.505).astype(np.int64),
        county=county,
        reported=np.zeros(len(race), dtype=np.int64),
        maltreated=np.zeros(len(race), dtype=bool),
        free_from=np.zeros(len(race), dtype=np.int64),
    )


def born(newcomers: Children, first_report: Ints) -> Children:
    """Newcomers with the day of birth that gives their age at the first report."""
    return replace(newcomers, birth=first_report + newcomers.birth)


def child_frame(rng: np.random.Generator, children: Children) -> pd.DataFrame:
    """The table of cases without ids: birth day, sex, boxes ticked, origin."""
    size, race = len(children), children.race
    ticked = np.zeros((size, len(FLAGS)), dtype=bool)
    for column, alone in enumerate((WHITE, BLACK, AIAN, ASIAN, NHPI)):
        ticked[:, column] = race == alone
    _tick_pairs(rng, ticked, race == TWO_PLUS)
    _tick_hispanic(rng, ticked, race == HISPANIC)
    declined = (race == UNKNOWN) | ((race < TWO_PLUS) & (rng.random(size) < 0.004))
    declined |= (race == HISPANIC) & ~ticked.any(axis=1)
    origin_unknown = rng.random(size) < np.where(race == UNKNOWN, 0.7, 0.03)
    hispanic = np.where(race == HISPANIC, 1, np.where(origin_unknown, 9, 0))
    sex = np.where(rng.random(size) < 0.002, 9, children.sex)
    flags = {name: ticked[:, i].astype(np.int32) for i, name in enumerate(FLAGS)}
    return pd.DataFrame(
        {"birth_day": children.birth, "sex_id": sex}
        | flags
        | {"race_unknown": declined.astype(np.int32), "hispanic": hispanic}
    )


def forget_birthdays(rng: np.random.Generator, birth: Ints, may: Bools) -> Ints:
    """Some birth days are not known, never of a child who was in care."""
    return np.where(may & (rng.random(len(birth)) < 0.003), NEVER, birth)


def _tick_pairs(rng: np.random.Generator, ticked: Bools, who: Bools) -> None:
    rows = np.flatnonzero(who)
    pair = pick(rng, [share for *_, share in PAIRS], len(rows))
    for place in (0, 1):
        ticked[rows, np.array([each[place] for each in PAIRS])[pair]] = True


def _tick_hispanic(rng: np.random.Generator, ticked: Bools, who: Bools) -> None:
    rows = np.flatnonzero(who)
    box = pick(rng, (0.62, 0.06, 0.02, 0.30), len(rows))
    ticked[rows[box < 3], box[box < 3]] = True
