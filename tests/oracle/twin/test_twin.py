"""The door of the twin, its breakdowns, and what holds in any world."""

from random import Random

import pytest
from hypothesis import given, settings
from pandas.testing import assert_frame_equal

from data.contract import NEVER

from .asking import measured
from .breakdown import breakdown, regions_on, total
from .crowd import crowd, worlds
from .days import plus_years
from .measures import components
from .worlds import DATA_END, DURHAM, SFY2024, WAKE, World, overlapping


def test_regions_as_they_stood_on_a_day():
    world = overlapping()
    for county, region, start, end in (
        (WAKE, 1, 0, 20_000),
        (WAKE, 2, 20_000, NEVER),
        (DURHAM, 3, 0, NEVER),
    ):
        row = {"county_id": county, "region_id": region, "region_name": "R"}
        world.add("region_member", scheme="demo", valid_from=start, valid_to=end, **row)
    members = world.cases()["region_member"]
    assert regions_on(members, "demo", 19_999) == {WAKE: 1, DURHAM: 3}
    regions = regions_on(members, "demo", 20_000)
    table = breakdown(measured(world), "region", regions=regions)
    days = table[table["family"].eq("care_days") & table["component"].eq("days")]
    assert dict(zip(days["code"], days["value"], strict=True)) == {2: 30, 3: 10}


def test_other_states_are_not_counted():
    assert measured(overlapping(), state="ms").empty


def test_a_window_past_the_data_is_refused():
    with pytest.raises(ValueError, match="window ends"):
        components(World().cases(), SFY2024, data_end=SFY2024.end - 1)


COMPONENTS = (
    "population.child_years",
    "population.children",
    "reported.children",
    "reported.screened_in",
    "reported.assessed",
    "reported.found",
    "report_cohort.children",
    "report_cohort.screened_in",
    "report_cohort.assessed",
    "report_cohort.found",
    "report_cohort.served_home",
    "report_cohort.entered",
    "report_cohort.permanent",
    "report_cohort.entered_outside",
    "recurrence.victims",
    "recurrence.recurred",
    "entered.children",
    "entry_cohort.children",
    "entry_cohort.permanent",
    "in_care_start.from_12",
    "in_care_start.from_12_permanent",
    "in_care_start.from_24",
    "in_care_start.from_24_permanent",
    "home_exits.children",
    "home_exits.reentered",
    "new_care.days",
    "new_care.moves",
    "new_care.children",
    "care_days.days",
    "care_days.victimizations",
    "care_days.children",
    "in_care.children",
    "in_care.long",
    "served.children",
    "served.left",
    "served.left_permanent",
)
NESTED = (
    "reported.children reported.screened_in reported.assessed reported.found",
    "report_cohort.children report_cohort.screened_in report_cohort.assessed "
    "report_cohort.found report_cohort.entered report_cohort.permanent",
    "report_cohort.found report_cohort.served_home",
    "report_cohort.children report_cohort.entered_outside",
    "in_care.children in_care.long",
    "recurrence.victims recurrence.recurred",
    "entered.children entry_cohort.children entry_cohort.permanent",
    "in_care_start.from_12 in_care_start.from_12_permanent",
    "in_care_start.from_24 in_care_start.from_24_permanent",
    "home_exits.children home_exits.reentered",
    "served.children in_care.children",
    "served.children served.left served.left_permanent",
    "new_care.days new_care.moves",
)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_parts_never_exceed_their_wholes(world):
    table = measured(world)
    assert (table["value"] > 0).all()
    for chain in NESTED:
        found = [total(table, name) for name in chain.split()]
        assert found == sorted(found, reverse=True), chain


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_the_order_of_the_records_means_nothing(world):
    backwards = {name: table.iloc[::-1] for name, table in world.cases().items()}
    turned = components(backwards, SFY2024, data_end=DATA_END)
    assert_frame_equal(measured(world), turned)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_breakdown_adds_to_the_state(world):
    table = measured(world)
    whole = breakdown(table).set_index(["family", "component"])["value"]
    for dimension in ("county", "region", "race", "age", "sex", "provider"):
        parts = breakdown(table, dimension)
        added = parts.groupby(["family", "component"])["value"].sum()
        assert added.to_dict() == whole.to_dict()


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_days_in_care_are_the_days_one_can_tick_on_a_calendar(world):
    cases = world.cases()
    births = cases["child"].set_index("child_id")["birth_day"].to_dict()
    ticked = set()
    for row in cases["removal"].itertuples():
        born = births[row.child_id]
        adult = NEVER if born == NEVER else plus_years(born, 18)
        short = row.exit_day - row.removal_day < 8 and row.exit_day <= SFY2024.end
        last = min(row.exit_day, adult, SFY2024.end + 1)
        if born != NEVER and not short and row.removal_day < adult:
            days = range(max(row.removal_day, SFY2024.start), last)
            ticked |= {(row.child_id, each) for each in days}
    assert total(measured(world), "care_days.days") == len(ticked)


def test_a_crowd_reaches_every_component():
    world = crowd(Random(1), 1500)
    world.people(2023, 100)
    table = measured(world, population_years=[2023])
    found = set(table["family"] + "." + table["component"])
    assert found == set(COMPONENTS)
