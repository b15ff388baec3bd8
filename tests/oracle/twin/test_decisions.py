"""Entering, being and having been in care in the twin, worked by hand."""

import pytest

from .asking import measured, one_stay, place_of, totals
from .worlds import DURHAM, WAKE, World


def test_entering_twice_counts_once_where_and_when_it_began_first():
    world = World()
    child_id = world.child("2013-10-01")
    world.stay(child_id, "2023-11-01", county_id=DURHAM)
    world.stay(child_id, "2023-09-30", "2023-10-15", county_id=WAKE)
    assert place_of(world, "entered.children") == [(WAKE, 1, 2, 1, 1)]


def test_a_stay_of_no_day_is_out_of_everything():
    world = one_stay("2023-09-01", "2023-09-01")
    assert measured(world).empty


def test_an_entry_on_the_18th_birthday_is_out_of_everything():
    world = one_stay("2023-09-01", "2023-10-01", born="2005-09-01")
    assert measured(world).empty


def test_unknown_birth_counts_in_decisions_and_in_no_federal_indicator():
    world = one_stay("2023-09-01", "2024-02-01", born=None)
    table = measured(world)
    assert set(table["family"]) == {"entered", "served"}
    assert set(table["age_id"]) == {9}


@pytest.mark.parametrize(
    ("left", "counted"),
    [(None, 1), ("2024-07-01", 1), ("2024-06-30", 0)],
)
def test_in_care_is_the_end_of_the_last_day(left, counted):
    assert totals(one_stay("2024-06-01", left), "in_care.children") == (counted,)


def test_a_child_who_enters_on_the_last_day_is_in_care():
    assert totals(one_stay("2024-06-30"), "in_care.children") == (1,)
    assert totals(one_stay("2024-07-01"), "in_care.children") == (0,)


def test_age_in_care_is_that_of_the_last_day():
    world = one_stay("2024-06-01", born="2014-06-30")
    assert place_of(world, "in_care.children") == [(WAKE, 1, 3, 1, 1)]
    assert place_of(world, "served.children") == [(WAKE, 1, 2, 1, 1)]


def test_a_child_of_18_is_not_in_care_whatever_the_record_says():
    world = one_stay("2020-01-01", born="2006-06-30")
    assert totals(world, "in_care.children", "served.children") == (0, 1)
    assert totals(world, "served.left", "served.left_permanent") == (1, 0)
    world = one_stay("2020-01-01", born="2006-07-01")
    assert totals(world, "in_care.children", "served.left") == (1, 0)


def served(world: World) -> tuple[int, ...]:
    return totals(world, "served.children", "served.left", "served.left_permanent")


def test_served_from_the_first_day_to_the_last():
    assert served(one_stay("2022-01-01", "2023-06-30")) == (0, 0, 0)
    assert served(one_stay("2022-01-01", "2023-07-01")) == (1, 1, 1)
    assert served(one_stay("2024-06-30", "2024-07-01")) == (1, 0, 0)
    assert served(one_stay("2024-07-01")) == (0, 0, 0)
    assert served(one_stay("2022-01-01", "2024-06-30", reason=4)) == (1, 1, 0)


def test_served_looks_at_every_stay_of_the_child():
    world = World()
    child_id = world.child("2012-12-01")
    world.stay(child_id, "2022-01-01", "2023-08-01", reason=6)
    world.stay(child_id, "2023-09-01", "2024-01-01", reason=3, county_id=DURHAM)
    assert served(world) == (1, 1, 1)
    assert place_of(world, "served.left_permanent") == [(WAKE, 1, 3, 1, 1)]


def test_a_child_who_left_and_came_back_has_left():
    world = one_stay("2022-01-01", "2023-08-01")
    world.stay(1, "2023-09-01")
    assert served(world) == (1, 1, 1)


def test_a_child_who_turns_18_on_the_first_day_is_not_served():
    assert served(one_stay("2022-01-01", "2023-07-01", born="2005-07-01")) == (0, 0, 0)
    assert served(one_stay("2020-01-01", born="2005-01-01")) == (0, 0, 0)
