"""The report cohort in the twin, worked by hand."""

import pytest

from data.codes import FOUND

from .asking import place_of, totals
from .worlds import DURHAM, WAKE, World

CHAIN = ("children", "screened_in", "assessed", "found", "entered", "permanent")
FIRST = "2023-09-10"


def chain(world: World) -> tuple[int, ...]:
    return totals(world, *(f"report_cohort.{name}" for name in CHAIN))


def reported(disposition=1, *, born="2015-01-15", **more) -> tuple[World, int]:
    world = World()
    child_id = world.child(born)
    world.report(child_id, FIRST, disposition, **more)
    return world, child_id


def test_one_child_all_the_way():
    world, child_id = reported()
    world.stay(child_id, "2023-10-01", "2024-03-01")
    assert chain(world) == (1, 1, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("removed", "entered"),
    [
        ("2023-09-04", 0),
        ("2023-09-05", 1),
        ("2024-09-09", 1),
        ("2024-09-10", 0),
    ],
)
def test_entering_from_five_days_before_to_the_anniversary(removed, entered):
    world, child_id = reported()
    world.stay(child_id, removed)
    assert chain(world) == (1, 1, 1, 1, entered, 0)


def test_an_entry_without_a_finding_stands_beside_the_chain():
    world, child_id = reported(5)
    world.stay(child_id, "2023-10-01", "2024-03-01")
    assert 5 not in FOUND
    assert chain(world) == (1, 1, 1, 0, 0, 0)
    assert totals(world, "report_cohort.entered_outside") == (1,)


def test_a_later_finding_of_the_twelve_months_is_the_childs_and_the_first_places_it():
    world, child_id = reported(5, county_id=DURHAM)
    world.report(child_id, "2024-09-09", 1, county_id=WAKE)
    assert place_of(world, "report_cohort.found") == [(DURHAM, 1, 2, 1, 0)]
    world, child_id = reported(5)
    world.report(child_id, "2024-09-10", 1)
    assert chain(world) == (1, 1, 1, 0, 0, 0)


def test_a_report_as_an_adult_adds_nothing():
    world, child_id = reported(5, born="2005-12-01")
    world.report(child_id, "2023-12-01", 1)
    assert chain(world) == (1, 1, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("disposition", "services", "served"),
    [(1, "2024-09-09", 1), (1, "2024-09-10", 0), (5, "2023-10-01", 0), (1, None, 0)],
)
def test_services_at_home_need_a_finding_and_begin_in_time(
    disposition, services, served
):
    world, _ = reported(disposition, services=services)
    assert totals(world, "report_cohort.served_home") == (served,)


def test_a_child_can_be_served_at_home_and_enter_care():
    world, child_id = reported(services="2023-09-20")
    world.stay(child_id, "2024-01-10")
    names = ("report_cohort.served_home", "report_cohort.entered")
    assert totals(world, *names) == (1, 1)


def test_the_first_entry_is_followed_and_no_other():
    world, child_id = reported()
    world.stay(child_id, "2023-09-12", "2023-10-12", reason=6)
    world.stay(child_id, "2023-12-12", "2024-01-12")
    assert chain(world) == (1, 1, 1, 1, 1, 0)


@pytest.mark.parametrize(("removed", "long"), [("2022-07-01", 1), ("2022-07-02", 0)])
def test_two_years_are_full_at_the_end_of_the_day_before(removed, long):
    world = World()
    world.stay(world.child(), removed)
    assert totals(world, "in_care.children", "in_care.long") == (1, long)
