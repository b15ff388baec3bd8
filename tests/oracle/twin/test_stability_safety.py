"""P5 and S1 of the twin, worked by hand."""

import pytest

from .asking import one_stay, place_of, totals
from .worlds import WAKE, World, overlapping


def p5(world: World) -> tuple[int, ...]:
    return totals(
        world, *(f"new_care.{name}" for name in ("days", "moves", "children"))
    )


def moved(*homes, removed="2023-08-01", left="2023-08-31", **more) -> tuple[int, ...]:
    return p5(one_stay(removed, left, homes=homes, **more))


def test_moves_between_homes():
    homes = (1, 2, "2023-08-01", "2023-08-05"), (2, 2, "2023-08-05", "2023-08-31")
    assert moved(*homes) == (30, 1, 1)
    assert moved(homes[0]) == (30, 0, 1)


def test_a_return_to_the_same_home_after_a_run_is_no_move():
    first, run = (1, 2, "2023-08-01", "2023-08-05"), (0, 9, "2023-08-05", "2023-08-09")
    assert moved(first, run, (1, 2, "2023-08-09", "2023-08-31")) == (30, 0, 1)
    assert moved(first, run, (2, 2, "2023-08-09", "2023-08-31")) == (30, 1, 1)


@pytest.mark.parametrize("setting", [8, 9, 10, 11, 12])
def test_what_is_no_placement(setting):
    assert moved((1, setting, "2023-08-01", "2023-08-31")) == (0, 0, 0)


def test_a_home_without_a_night_counts():
    homes = [
        (1, 2, "2023-08-01", "2023-08-05"),
        (2, 2, "2023-08-05", "2023-08-05"),
        (1, 2, "2023-08-05", "2023-08-31"),
    ]
    assert moved(*homes) == (30, 2, 1)


def test_a_move_on_the_exit_day_or_after_the_window_does_not_count():
    first = (1, 2, "2023-08-01", "2023-08-31")
    assert moved(first, (2, 2, "2023-08-31", "2023-08-31")) == (30, 0, 1)
    late = [(1, 2, "2024-06-01", "2024-07-01"), (2, 2, "2024-07-01", None)]
    assert moved(*late, removed="2024-06-01", left=None) == (30, 0, 1)
    late = [(1, 2, "2024-06-01", "2024-06-30"), (2, 2, "2024-06-30", None)]
    assert moved(*late, removed="2024-06-01", left=None) == (30, 1, 1)


def test_days_and_moves_end_at_the_18th_birthday():
    homes = [(1, 2, "2023-08-01", "2023-08-11"), (2, 2, "2023-08-11", "2023-08-31")]
    assert moved(*homes, born="2005-08-11") == (10, 0, 1)
    assert moved(*homes, born="2005-08-12") == (11, 1, 1)


def test_more_moves_than_days_drops_the_child():
    homes = [(number, 2, "2024-06-30", None) for number in range(1, 4)]
    assert moved(*homes[:2], removed="2024-06-30", left=None) == (1, 1, 1)
    assert moved(*homes, removed="2024-06-30", left=None) == (0, 0, 0)


def test_stays_that_began_before_the_window_or_were_short_are_out():
    home = (1, 2)
    assert moved(home, removed="2023-06-30") == (0, 0, 0)
    assert moved(home, removed="2023-08-01", left="2023-08-08") == (0, 0, 0)
    assert moved(home, removed="2024-06-28", left="2024-07-01") == (3, 0, 1)


def test_overlapping_stays_count_their_days_once():
    assert p5(overlapping()) == (40, 0, 3)
    names = ("care_days.days", "care_days.children")
    assert totals(overlapping(), *names) == (40, 2)


def s1(world: World) -> tuple[int, ...]:
    return totals(world, "care_days.days", "care_days.victimizations")


def test_a_child_in_care_all_year_has_every_day_of_it():
    assert s1(one_stay("2020-01-01")) == (366, 0)
    assert s1(one_stay("2020-01-01", "2023-07-02")) == (1, 0)
    assert s1(one_stay("2020-01-01", "2023-07-01")) == (0, 0)
    assert s1(one_stay("2020-01-01", born="2005-07-11")) == (10, 0)
    assert s1(one_stay("2024-06-30")) == (1, 0)


def harmed(when, *more_days, removed="2023-06-30", left="2023-12-01", **more) -> int:
    world = one_stay(removed, left)
    for each in (when, *more_days):
        world.report(1, each, **more)
    return s1(world)[1]


@pytest.mark.parametrize(
    ("when", "counted"),
    [
        ("2023-07-06", 0),  # day 6
        ("2023-07-07", 1),  # day 7
        ("2023-11-30", 1),
        ("2023-12-01", 0),  # the day of exit
    ],
)
def test_reports_from_the_seventh_day_to_the_exit(when, counted):
    assert harmed(when) == counted


def test_reports_end_at_the_18th_birthday():
    world = one_stay("2022-01-01", born="2006-01-10")
    world.report(1, "2024-01-09")
    assert s1(world)[1] == 1
    world.report(1, "2024-01-20")
    assert s1(world)[1] == 1


def test_reports_of_the_windows_last_day_and_none_outside_it():
    stay = {"removed": "2022-01-01", "left": None}
    assert harmed("2024-06-30", **stay) == 1
    assert harmed("2024-07-01", **stay) == 0
    assert harmed("2023-06-30", **stay) == 0


def test_the_incident_lies_inside_the_stay():
    assert harmed("2023-08-01", incident="2023-06-29") == 0
    assert harmed("2023-08-01", incident="2023-06-30") == 1


def test_a_report_a_day_after_the_last_kept_is_the_same_event():
    assert harmed("2023-08-01", "2023-08-02") == 1
    assert harmed("2023-08-01", "2023-08-02", "2023-08-03") == 2
    assert harmed("2023-07-06", "2023-07-07") == 1


def test_what_is_no_victimization():
    assert harmed("2023-08-01", disposition=3) == 0
    assert harmed("2023-08-01", unborn=1) == 0


def test_a_victimization_counts_in_one_stay_only():
    world = overlapping()
    world.report(1, "2023-08-29")
    assert s1(world) == (40, 1)
    assert place_of(world, "care_days.victimizations") == [(WAKE, 1, 2, 1, 1)]


def test_short_stays_have_neither_days_nor_reports():
    world = one_stay("2023-08-01", "2023-08-08")
    world.report(1, "2023-08-08")
    assert s1(world) == (0, 0)


def test_age_in_care_is_that_of_the_first_day_in_the_window():
    world = one_stay("2020-01-01", born="2013-07-01")
    assert place_of(world, "care_days.days") == [(WAKE, 1, 3, 1, 1)]
    world = one_stay("2020-01-01", born="2013-07-02")
    assert place_of(world, "care_days.days") == [(WAKE, 1, 2, 1, 1)]
