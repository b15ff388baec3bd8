"""Each named reading: one small case that it, and nothing else, decides."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

import pandas as pd
import pytest
from sqlalchemy import Engine

from metrics.examples import read_cases
from metrics.families import component, families
from metrics.families._reading import Reading, reading
from metrics.windows import parse_window
from tests.engine_room import build_cube, county_sums, store_with


@dataclass(frozen=True, kw_only=True)
class Case:
    """`usual` and `other` are the sum of `counts` under the default and the option."""

    option: str
    value: Any
    cases: str
    counts: str
    usual: int
    other: int


def case(
    option: str, value: Any, cases: str, counts: str, usual: int, other: int
) -> Case:
    return Case(
        option=option, value=value, cases=cases, counts=counts, usual=usual, other=other
    )


WINDOW = "sfy2023"
PLACED = "placement: removal=1 setting=foster_home"
CASES = (
    # A stay that ends on the anniversary: 365 days, and twelve months are complete.
    case("within_12_months", "days_365",
         "removal: from=2022-08-01 to=2023-08-01 reason=reunification",
         "entry_cohort.permanent", 0, 1),
    # Over a leap day the anniversary is day 366: only the calendar calls day 365 early.
    case("within_12_months", "days_365",
         "removal: from=2023-03-01 to=2024-02-29 reason=reunification",
         "entry_cohort.permanent", 1, 1),
    case("within_12_months", "days_365",
         """removal: from=2021-01-01 to=2022-09-01 reason=reunification
         removal: from=2023-09-01""",
         "home_exits.reentered", 0, 1),
    case("within_12_months", "days_365",
         """report: on=2022-08-01 disposition=substantiated
         report: on=2023-08-01 disposition=substantiated""",
         "recurrence.recurred", 0, 1),
    case("within_12_months", "days_365",
         """report: on=2022-08-01 disposition=substantiated
         removal: from=2023-08-01""",
         "report_cohort.entered", 0, 1),
    case("within_12_months", "days_365",
         "removal: from=2021-01-01 to=2023-07-01 reason=adoption",
         "in_care_start.from_12_permanent", 0, 1),
    case("days_in_care", "both_ends",
         "removal: from=2022-08-01 to=2022-09-01 reason=reunification",
         "care_days.days", 31, 32),
    case("days_in_care", "both_ends",
         f"removal: from=2022-08-01 to=2022-09-01 reason=reunification\n{PLACED}",
         "new_care.days", 31, 32),
    # The day of leaving is the day of coming back: no day counts twice.
    case("days_in_care", "both_ends",
         """removal: from=2022-08-01 to=2022-09-01 reason=reunification
         removal: from=2022-09-01 to=2022-10-01 reason=reunification""",
         "care_days.days", 61, 62),
    case("short_stay_days", 0,
         "removal: from=2022-08-01 to=2022-08-04 reason=reunification",
         "care_days.days", 0, 3),
    case("short_stay_days", 0,
         "removal: from=2022-08-01 to=2022-08-04 reason=reunification",
         "entry_cohort.children", 0, 1),
    case("short_stay_days", 0,
         f"removal: from=2022-08-01 to=2022-08-04 reason=reunification\n{PLACED}",
         "new_care.children", 0, 1),
    case("short_stay_days", 30,
         "removal: from=2022-08-01 to=2022-08-30 reason=reunification",
         "entry_cohort.children", 1, 0),
    case("p4_short_stays", "drop",
         "removal: from=2022-08-01 to=2022-08-08 reason=reunification",
         "home_exits.children", 1, 0),
    case("p4_short_stays", "drop",
         "removal: from=2022-08-01 to=2022-08-09 reason=reunification",
         "home_exits.children", 1, 1),
    # Twenty days after the first report, ten after the one between.
    case("recurrence_chain", "chained",
         """report: on=2022-08-01 disposition=substantiated
         report: on=2022-08-11 disposition=substantiated
         report: on=2022-08-21 disposition=substantiated""",
         "recurrence.recurred", 1, 0),
    case("recurrence_chain", "chained",
         """report: on=2022-08-01 disposition=substantiated
         report: on=2022-08-11 disposition=substantiated
         report: on=2022-08-26 disposition=substantiated""",
         "recurrence.recurred", 1, 1),
    case("unborn", "age_zero",
         """child: id=1 born=2022-12-01
         report: on=2022-08-01 disposition=substantiated unborn=yes""",
         "recurrence.victims", 0, 1),
    # Known, but before the stay began: nothing of what happened in care.
    case("incident_date", "ignore",
         """removal: from=2022-08-01
         report: on=2022-10-01 incident=2022-07-15 disposition=substantiated""",
         "care_days.victimizations", 0, 1),
    case("incident_date", "after_7_days",
         """removal: from=2022-08-01
         report: on=2022-10-01 incident=2022-08-03 disposition=substantiated""",
         "care_days.victimizations", 1, 0),
    case("incident_date", "after_7_days",
         """removal: from=2022-08-01
         report: on=2022-10-01 incident=2022-08-08 disposition=substantiated""",
         "care_days.victimizations", 1, 1),
    # In the visit from May; thirty days of it count, or none, or all.
    case("trial_home_visit_days", 200,
         """removal: from=2022-08-01 to=2023-09-01 reason=reunification
         placement: removal=1 setting=foster_home to=2023-05-01
         placement: removal=1 setting=trial_home_visit from=2023-05-01""",
         "entry_cohort.permanent", 1, 0),
    case("trial_home_visit_days", 0,
         """removal: from=2022-08-01 to=2023-09-01 reason=reunification
         placement: removal=1 setting=foster_home to=2023-07-15
         placement: removal=1 setting=trial_home_visit from=2023-07-15""",
         "entry_cohort.permanent", 0, 1),
    # Two days in the window, three moves.
    case("more_moves_than_days", "keep",
         """removal: from=2023-06-29
         placement: removal=1 home=1 to=2023-06-29
         placement: removal=1 home=2 from=2023-06-29 to=2023-06-29
         placement: removal=1 home=3 from=2023-06-29 to=2023-06-30
         placement: removal=1 home=4 from=2023-06-30""",
         "new_care.moves", 0, 3),
    case("missing_exit_reason", "count_as_not_permanent",
         "removal: from=2022-08-01 to=2023-01-01 reason=missing",
         "entry_cohort.children", 0, 1),
    case("missing_exit_reason", "count_as_not_permanent",
         "removal: from=2021-01-01 to=2023-01-01 reason=missing",
         "in_care_start.from_12", 0, 1),
    case("missing_exit_reason", "count_as_not_permanent",
         "removal: from=2021-01-01 to=2023-01-01 reason=missing",
         "served.left", 0, 1),
    case("same_day_reentry", "ignore",
         """removal: from=2022-08-01 to=2022-10-01 reason=reunification
         removal: from=2022-10-01""",
         "home_exits.reentered", 1, 0),
    case("same_day_reentry", "ignore",
         """removal: from=2022-08-01 to=2022-10-01 reason=reunification
         removal: from=2022-10-02""",
         "home_exits.reentered", 1, 1),
)  # fmt: skip


IDS = ("child_id", "report_id", "removal_id", "placement_id")
COUNTIES = 100_000


def _apart(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    """The records of case `number` with children and a county of their own."""
    steps = dict.fromkeys(IDS, 1_000) | {"county_id": COUNTIES}
    known = [name for name in steps if name in frame]
    return frame.assign(**{name: frame[name] + number * steps[name] for name in known})


def _other(each: Case) -> Reading:
    return replace(Reading(), **{each.option: each.value})


class Counted:
    """All cases in one store, counted once for each reading."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._sums: dict[tuple[Reading, str], dict[tuple[int, int], int]] = {}

    def count(self, rules: Reading) -> None:
        """The families of all cases that a reading is about; of the usual one, all."""
        cases = [each for each in CASES if rules in (Reading(), _other(each))]
        paths = {each.counts for each in cases}
        only = {path.partition(".")[0] for path in paths}
        build_cube(self._engine, [parse_window(WINDOW)], reading=rules, only=only)
        for path in paths:
            self._sums[rules, path] = county_sums(self._engine, path)

    def sum(self, each: Case, rules: Reading) -> int:
        if (rules, each.counts) not in self._sums:
            self.count(rules)
        number = CASES.index(each) + 1
        sums = self._sums[rules, each.counts]
        return sum(n for (county, _), n in sums.items() if county // COUNTIES == number)


@pytest.fixture(scope="module")
def counted() -> Iterator[Counted]:
    parts: dict[str, list[pd.DataFrame]] = {}
    for number, each in enumerate(CASES, start=1):
        for name, frame in read_cases(each.cases).tables.items():
            parts.setdefault(name, []).append(_apart(frame, number))
    engine = store_with(
        "duckdb:///:memory:",
        {name: pd.concat(frames) for name, frames in parts.items()},
    )
    yield Counted(engine)
    engine.dispose()


@pytest.mark.parametrize(
    "each", CASES, ids=lambda c: f"{c.option}-{c.value}-{c.counts}-{c.usual}-{c.other}"
)
def test_a_reading_decides_its_case(each: Case, counted: Counted) -> None:
    usual = counted.sum(each, Reading())
    other = counted.sum(each, _other(each))
    assert (usual, other) == (each.usual, each.other)


def test_every_value_of_every_reading_has_a_case_that_it_changes() -> None:
    changed = {(c.option, c.value) for c in CASES if c.usual != c.other}
    for field in fields(Reading):
        choices = [v for v in get_args(field.type) if v != field.default]
        for value in choices:
            assert (field.name, value) in changed
        if not choices:
            assert any(name == field.name for name, _ in changed)


def test_readings_are_read_by_name() -> None:
    assert reading({}) == Reading()
    assert reading({"unborn": "age_zero"}).unborn == "age_zero"
    with pytest.raises(ValueError, match="no reading 'unbron'"):
        reading({"unbron": "drop"})
    with pytest.raises(ValueError, match="is one of drop, age_zero"):
        reading({"unborn": "keep"})


def test_every_component_is_found_by_its_name_and_parts_are_of_their_family() -> None:
    for family in families():
        names = [each.name for each in family.components]
        assert len(set(names)) == len(names)
        for each in family.components:
            assert component(f"{family.name}.{each.name}") is each
            assert each.subset_of is None or each.subset_of in names
    with pytest.raises(KeyError, match=r"no\.such"):
        component("no.such")
