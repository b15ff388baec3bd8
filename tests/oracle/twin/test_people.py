"""Days, ages and races of the twin, worked by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.contract import NEVER

from .asking import place_of
from .days import age_band, day, plus_years
from .groups import cube_id, folded_id, race_id
from .worlds import DURHAM, World


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [
        ("2023-07-15", 1, "2024-07-15"),
        ("2024-02-29", 1, "2025-03-01"),
        ("2023-02-28", 1, "2024-02-28"),
        ("2008-02-29", 18, "2026-03-01"),
        ("2008-02-29", 4, "2012-02-29"),
        ("2024-02-29", 2, "2026-03-01"),
    ],
)
def test_anniversaries(start, years, expected):
    assert plus_years(day(start), years) == day(expected)


def test_no_day_stays_no_day():
    assert plus_years(NEVER, 18) == NEVER


@given(
    st.dates(date(1990, 1, 1), date(2025, 12, 31)),
    st.integers(0, 7000),
    st.sampled_from([(5, 1), (10, 2), (15, 3), (18, 4)]),
)
def test_age_band_is_the_age_a_person_would_say(born, later, band):
    then = born + timedelta(days=later)
    had_birthday = (then.month, then.day) >= (born.month, born.day)
    age = then.year - born.year - (not had_birthday)
    years, number = band
    found = age_band(day(born.isoformat()), day(then.isoformat()))
    assert (age < years) == (1 <= found <= number)


def test_age_not_known_not_born_and_grown():
    assert age_band(NEVER, 0) == 9
    assert age_band(100, 50) == 1
    assert age_band(day("2006-05-05"), day("2024-05-05")) == 0


@pytest.mark.parametrize(
    ("ticked", "hispanic", "expected"),
    [
        ((1, 0, 0, 0, 0), 0, 1),
        ((0, 1, 0, 0, 0), 9, 2),
        ((0, 0, 1, 0, 0), 0, 3),
        ((0, 0, 0, 1, 0), 0, 4),
        ((0, 0, 0, 0, 1), 0, 5),
        ((1, 1, 0, 0, 0), 0, 6),
        ((1, 1, 0, 0, 0), 1, 7),
        ((0, 0, 0, 0, 0), 1, 7),
        ((0, 0, 0, 0, 0), 0, 9),
    ],
)
def test_one_race_out_of_the_boxes(ticked, hispanic, expected):
    assert race_id(ticked, hispanic) == expected


@pytest.mark.parametrize(
    ("ticked", "hispanic", "folded", "kept"),
    [
        ((0, 0, 1, 0, 0), 0, 3, 3),
        ((1, 0, 1, 0, 0), 0, 3, 61),
        ((0, 1, 1, 0, 0), 0, 3, 61),
        ((1, 1, 0, 0, 0), 9, 2, 62),
        ((0, 1, 0, 1, 1), 0, 2, 62),
        ((1, 0, 0, 1, 0), 0, 6, 63),
        ((0, 1, 1, 0, 0), 1, 7, 7),
        ((0, 0, 0, 0, 0), 0, 9, 9),
    ],
)
def test_two_or_more_races_folded_into_one_of_them(ticked, hispanic, folded, kept):
    assert folded_id(ticked, hispanic) == folded
    assert cube_id(ticked, hispanic) == kept


def test_unknown_beside_a_race_is_that_race():
    world = World()
    child_id = world.child(ticks=("black", "race_unknown"), sex_id=9)
    world.stay(child_id, "2023-08-01", county_id=DURHAM, provider_id=2)
    assert place_of(world, "entered.children") == [(DURHAM, 2, 2, 9, 2)]
