"""Reports, recurrence (S2) and population of the twin, worked by hand."""

import pytest

from .asking import measured, place_of, totals
from .breakdown import total
from .worlds import DURHAM, WAKE, World


def test_population_is_summed_over_years_and_counted_in_the_last():
    world = World()
    for year, children in ((2021, 100), (2022, 110), (2023, 120)):
        world.people(year, children)
    world.people(2023, 999, source="census2020")
    table = measured(world, population_years=[2021, 2022, 2023])
    assert total(table, "population.child_years") == 330
    assert total(table, "population.children") == 120


STEPS = ("children", "screened_in", "assessed", "found")


def steps(world: World) -> tuple[int, ...]:
    return totals(world, *(f"reported.{step}" for step in STEPS))


def test_a_child_is_reported_once_and_goes_as_far_as_any_report():
    world = World()
    child_id = world.child()
    world.report(child_id, "2023-07-01", 0, screened_in=0, assessed=0)
    world.report(child_id, "2024-06-30", 3, county_id=DURHAM)
    world.report(child_id, "2024-07-01", 1)
    assert steps(world) == (1, 1, 1, 1)
    assert place_of(world, "reported.found") == [(WAKE, 1, 2, 1, 0)]


def test_reports_before_birth_and_without_birth_count_but_not_of_adults():
    world = World()
    world.report(world.child("2023-12-01"), "2023-11-01", 5, unborn=1)
    world.report(world.child(None), "2023-11-01", 5)
    world.report(world.child("2005-11-01"), "2023-11-01", 1)
    assert steps(world) == (2, 2, 2, 0)
    ages = {place[2] for place in place_of(world, "reported.children")}
    assert ages == {1, 9}


def test_a_finding_counts_only_behind_the_steps_before_it():
    world = World()
    world.report(world.child(), "2023-11-01", 1, screened_in=0)
    world.report(world.child(), "2023-11-01", 1, assessed=0)
    assert steps(world) == (2, 1, 0, 0)


def test_services_needed_is_found_but_no_victim():
    world = World()
    world.report(world.child(), "2023-11-01", 3)
    assert steps(world) == (1, 1, 1, 1)
    assert totals(world, "recurrence.victims") == (0,)


def recurrence(*reports, born="2015-01-15") -> tuple[int, ...]:
    world = World()
    child_id = world.child(born)
    for when, more in reports:
        world.report(child_id, when, **more)
    return totals(world, "recurrence.victims", "recurrence.recurred")


@pytest.mark.parametrize(
    ("second", "recurred"),
    [
        ("2023-08-15", 0),  # day 14
        ("2023-08-16", 1),  # day 15
        ("2024-07-31", 1),  # the last day within 12 months, after the window
        ("2024-08-01", 0),  # the anniversary
    ],
)
def test_recurrence_runs_from_day_15_to_the_anniversary(second, recurred):
    assert recurrence(("2023-08-01", {}), (second, {})) == (1, recurred)


def test_fourteen_days_are_not_chained():
    chain = [("2023-08-01", {}), ("2023-08-10", {}), ("2023-08-20", {})]
    assert recurrence(*chain) == (1, 1)


def test_a_report_before_the_window_does_not_shift_the_index():
    assert recurrence(("2023-06-25", {}), ("2023-07-01", {})) == (1, 0)


def test_the_same_incident_is_no_recurrence():
    same = {"incident": "2023-07-20"}
    assert recurrence(("2023-08-01", same), ("2023-09-01", same)) == (1, 0)
    assert recurrence(("2023-08-01", {}), ("2023-09-01", {})) == (1, 1)


def test_who_is_no_victim():
    assert recurrence(("2023-08-01", {"died": 1}), ("2023-12-01", {})) == (0, 0)
    assert recurrence(("2023-08-01", {"unborn": 1}), ("2023-09-01", {})) == (1, 0)
    assert recurrence(("2023-08-01", {}), born=None) == (0, 0)
    assert recurrence(("2023-08-01", {}), born="2005-08-01") == (0, 0)
    assert recurrence(("2023-08-01", {"disposition": 5})) == (0, 0)


def test_a_report_after_the_18th_birthday_is_no_recurrence():
    reports = ("2023-08-01", {}), ("2023-10-01", {})
    assert recurrence(*reports, born="2005-10-01") == (1, 0)
    assert recurrence(*reports, born="2005-10-02") == (1, 1)
