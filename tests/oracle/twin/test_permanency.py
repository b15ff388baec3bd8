"""P1 to P4 of the twin, worked by hand."""

import pytest

from .asking import one_stay, place_of, totals
from .worlds import DURHAM, WAKE, World


def p1(world: World) -> tuple[int, ...]:
    return totals(world, "entry_cohort.children", "entry_cohort.permanent")


@pytest.mark.parametrize(
    ("left", "reason", "expected"),
    [
        ("2024-07-31", 1, (1, 1)),
        ("2024-08-01", 1, (1, 0)),  # the anniversary
        ("2024-07-31", 3, (1, 1)),
        ("2024-07-31", 2, (1, 1)),
        ("2024-07-31", 5, (1, 1)),
        ("2024-07-31", 4, (1, 0)),
        ("2024-07-31", 99, (0, 0)),
        ("2024-08-01", 99, (1, 0)),  # after the follow-up
        (None, 0, (1, 0)),
        ("2023-08-08", 1, (0, 0)),  # 7 days
        ("2023-08-09", 1, (1, 1)),  # 8 days
    ],
)
def test_permanency_of_entries(left, reason, expected):
    assert p1(one_stay("2023-08-01", left, reason=reason)) == expected


def test_a_short_stay_open_at_the_end_of_the_window_stays_in():
    assert p1(one_stay("2024-06-28", "2024-07-01")) == (1, 1)
    assert p1(one_stay("2024-06-23", "2024-06-30")) == (0, 0)


def test_a_stay_is_short_by_its_real_exit_not_by_the_18th_birthday():
    assert p1(one_stay("2024-03-01", "2024-05-01", born="2006-03-04")) == (1, 0)
    assert p1(one_stay("2024-06-28", "2024-07-02", born="2006-06-30")) == (1, 0)


def test_an_entry_on_leap_day_is_followed_to_the_last_of_february():
    assert p1(one_stay("2024-02-29", "2025-02-28")) == (1, 1)
    assert p1(one_stay("2024-02-29", "2025-03-01")) == (1, 0)


def test_an_exit_on_the_18th_birthday_is_not_permanency():
    assert p1(one_stay("2023-08-01", "2024-01-10", born="2006-01-10")) == (1, 0)
    assert p1(one_stay("2023-08-01", "2024-01-10", born="2006-01-11")) == (1, 1)
    missing = one_stay("2023-08-01", "2024-01-10", born="2006-01-10", reason=99)
    assert p1(missing) == (1, 0)


def test_the_first_entry_is_taken_after_the_exclusions():
    world = World()
    child_id = world.child()
    world.stay(child_id, "2023-07-10", "2023-07-12")
    world.stay(child_id, "2023-08-01", "2023-09-20", reason=99)
    world.stay(child_id, "2023-10-01", "2024-03-01", county_id=DURHAM)
    assert p1(world) == (1, 1)
    assert place_of(world, "entry_cohort.children") == [(DURHAM, 1, 2, 1, 1)]


def visited(*visits, reason=1, left="2024-09-20") -> tuple[int, ...]:
    homes = [(1, 2, "2023-08-01", visits[0][0])]
    homes += [(0, 8, start, end) for start, end in visits]
    return p1(one_stay("2023-08-01", left, reason=reason, homes=homes))


def test_a_trial_home_visit_counts_thirty_days_at_most():
    assert visited(("2024-07-01", "2024-09-20")) == (1, 1)  # counted to 31 July
    assert visited(("2024-07-02", "2024-09-20")) == (1, 0)  # counted to 1 August
    assert visited(("2024-07-01", "2024-09-20"), reason=5) == (1, 0)


def test_two_visits_in_a_row_are_one():
    assert visited(("2024-07-01", "2024-08-15"), ("2024-08-15", "2024-09-20")) == (1, 1)


def test_a_visit_that_is_not_the_last_setting_changes_nothing():
    homes = [(1, 8, "2024-05-01", "2024-07-10"), (2, 2, "2024-07-10", "2024-09-20")]
    assert p1(one_stay("2023-08-01", "2024-09-20", homes=homes)) == (1, 0)


LONG = ("from_12", "from_12_permanent", "from_24", "from_24_permanent")


def long_in_care(world: World) -> tuple[int, ...]:
    return totals(world, *(f"in_care_start.{name}" for name in LONG))


@pytest.mark.parametrize(
    ("removed", "expected"),
    [
        ("2022-07-02", (0, 0, 0, 0)),
        ("2022-07-01", (1, 0, 0, 0)),
        ("2021-07-02", (1, 0, 0, 0)),
        ("2021-07-01", (0, 0, 1, 0)),
    ],
)
def test_how_long_in_care_on_the_first_day(removed, expected):
    assert long_in_care(one_stay(removed)) == expected


@pytest.mark.parametrize(
    ("left", "reason", "expected"),
    [
        ("2023-06-30", 1, (0, 0)),
        ("2023-07-01", 1, (1, 1)),  # in care when the first day began
        ("2024-06-30", 1, (1, 1)),
        ("2024-07-01", 1, (1, 0)),
        ("2024-06-30", 7, (1, 0)),
        ("2024-06-30", 99, (0, 0)),
        ("2024-07-01", 99, (1, 0)),
    ],
)
def test_permanency_of_those_in_care(left, reason, expected):
    world = one_stay("2022-01-01", left, reason=reason)
    assert long_in_care(world) == (*expected, 0, 0)


def test_turning_18_in_the_year_is_not_permanency_and_before_it_out():
    world = one_stay("2020-01-01", "2024-03-01", reason=3, born="2006-02-01")
    assert long_in_care(world) == (0, 0, 1, 0)
    world = one_stay("2020-01-01", "2024-03-01", reason=99, born="2006-02-01")
    assert long_in_care(world) == (0, 0, 1, 0)
    world = one_stay("2020-01-01", "2024-03-01", reason=3, born="2005-07-01")
    assert long_in_care(world) == (0, 0, 0, 0)


def test_of_two_stays_at_once_the_earlier_says_how_long():
    world = World()
    child_id = world.child("2012-01-01")
    world.stay(child_id, "2022-01-01")
    world.stay(child_id, "2020-01-01")
    assert long_in_care(world) == (0, 0, 1, 0)


def p4(world: World) -> tuple[int, ...]:
    return totals(world, "home_exits.children", "home_exits.reentered")


def returned(again, again_left=None, *, born="2015-01-15") -> tuple[int, ...]:
    world = one_stay("2020-05-01", "2023-08-01", born=born)
    world.stay(1, again, again_left)
    return p4(world)


@pytest.mark.parametrize(
    ("again", "again_left", "expected"),
    [
        ("2023-08-01", None, (1, 1)),  # on the day of exit
        ("2024-07-31", None, (1, 1)),
        ("2024-08-01", None, (1, 0)),  # the anniversary
        ("2023-07-31", None, (1, 0)),  # it began before the exit
        ("2023-10-01", "2023-10-02", (1, 1)),  # however short
        ("2023-10-01", "2023-10-01", (1, 0)),  # but not of no day
    ],
)
def test_back_in_care(again, again_left, expected):
    assert returned(again, again_left) == expected


def test_back_at_18_is_not_back():
    assert returned("2024-01-10", born="2006-01-10") == (1, 0)
    assert returned("2024-01-09", born="2006-01-10") == (1, 1)


@pytest.mark.parametrize(
    ("reason", "counted"), [(1, 1), (2, 1), (5, 1), (3, 0), (99, 0)]
)
def test_which_exits_go_home(reason, counted):
    assert p4(one_stay("2023-08-01", "2023-08-03", reason=reason)) == (counted, 0)


def test_the_first_exit_of_the_window_counts_at_the_age_of_exit():
    world = World()
    child_id = world.child("2013-10-01")
    world.stay(child_id, "2023-11-01", "2024-01-01", county_id=DURHAM)
    world.stay(child_id, "2020-01-01", "2023-10-01", county_id=WAKE)
    assert p4(world) == (1, 1)
    assert place_of(world, "home_exits.reentered") == [(WAKE, 1, 3, 1, 1)]
