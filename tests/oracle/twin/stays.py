"""Stays in care as objects, a child's in order, and what many measures ask of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from data.codes import NOT_PLACEMENTS, PERMANENT_EXITS

from .days import Window
from .groups import Person

SHORT = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    placement_id: int
    home_id: int
    setting: int
    start_day: int

    @property
    def is_home(self) -> bool:
        """Runs, visits and hospital nights neither start nor end a placement."""
        return self.setting not in NOT_PLACEMENTS


@dataclass(frozen=True, kw_only=True, slots=True)
class Stay:
    """One removal episode; `placements` are in order of start."""

    removal_id: int
    person: Person
    county_id: int
    provider_id: int
    removal_day: int
    exit_day: int
    exit_reason: int
    placements: tuple[Placement, ...] = ()

    @property
    def exit_eff(self) -> int:
        """The end of the stay as a child: the 18th birthday ends it."""
        return min(self.exit_day, self.person.bday18)

    @property
    def counts(self) -> bool:
        """Stays of no day, or begun as an adult, are out of every measure."""
        return (
            self.exit_day > self.removal_day and self.removal_day < self.person.bday18
        )

    @property
    def exit_as_child(self) -> bool:
        return self.exit_day < self.person.bday18

    @property
    def permanent(self) -> bool:
        return self.exit_reason in PERMANENT_EXITS and self.exit_as_child

    def short(self, window: Window) -> bool:
        """Complete by the end of the window, in under 8 days by the real exit."""
        length = self.exit_day - self.removal_day
        return length < SHORT and self.exit_day <= window.end


Histories = dict[int, list[Stay]]


def histories(
    removal: pd.DataFrame, placement: pd.DataFrame, people: dict[int, Person]
) -> Histories:
    """The stays that count, by child, each child's in order of removal."""
    settings = _settings(placement[placement["removal_id"].isin(removal["removal_id"])])
    by_child: Histories = defaultdict(list)
    ordered = removal.sort_values(["removal_day", "removal_id"])
    for row in ordered.itertuples(index=False):
        stay = _stay(row, people[row.child_id], settings[row.removal_id])
        if stay.counts:
            by_child[row.child_id].append(stay)
    return dict(by_child)


def days_once(stays: Iterable[Stay], window: Window) -> Iterator[tuple[Stay, int]]:
    """Each stay of one child with its days in the window, no day counted twice.

    The stays come in order of removal; a day belongs to the first that covers it.
    """
    covered_to = window.start
    for stay in stays:
        begin = max(stay.removal_day, covered_to)
        finish = min(stay.exit_eff, window.end + 1)
        yield stay, max(finish - begin, 0)
        covered_to = max(covered_to, finish)


def _settings(placement: pd.DataFrame) -> dict[int, list[Placement]]:
    by_stay: dict[int, list[Placement]] = defaultdict(list)
    ordered = placement.sort_values(["start_day", "placement_id"])
    for row in ordered.itertuples(index=False):
        setting = Placement(
            placement_id=row.placement_id,
            home_id=row.home_id,
            setting=row.setting,
            start_day=row.start_day,
        )
        by_stay[row.removal_id].append(setting)
    return by_stay


def _stay(row, person: Person, settings: list[Placement]) -> Stay:
    return Stay(
        removal_id=row.removal_id,
        person=person,
        county_id=row.county_id,
        provider_id=row.provider_id,
        removal_day=row.removal_day,
        exit_day=row.exit_day,
        exit_reason=row.exit_reason,
        placements=tuple(settings),
    )
