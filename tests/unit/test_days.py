"""Day arithmetic against the calendar of the standard library, one day at a time."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.contract import NEVER
from data.days import (
    FIRST_DAY,
    LAST_DAY,
    age_on,
    birthday_18,
    calendar,
    day_dimension,
    plus_months,
    to_date,
    to_day,
    to_iso,
)

DATES = st.dates(date(1900, 1, 1), date(2080, 12, 31))
TABLE = day_dimension()


def completed_months(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


def first_after(start: date, months: int) -> date:
    """The first day with that many completed months, found by walking."""
    day = start + timedelta(days=int(months * 30.3) - 40)
    day = max(day, start)
    while completed_months(start, day) < months:
        day += timedelta(days=1)
    return day


@given(DATES, st.sampled_from([1, 6, 12, 24, 216]))
@settings(max_examples=150, deadline=None)
def test_completed_months(start: date, months: int) -> None:
    assert to_date(int(plus_months(to_day(start), months))) == first_after(
        start, months
    )


@given(DATES)
@settings(deadline=None)
def test_the_calendar(day: date) -> None:
    year, month, dom = calendar(to_day(day))
    assert (int(year), int(month), int(dom)) == (day.year, day.month, day.day)
    assert to_day(to_iso(to_day(day))) == to_day(day)


@given(DATES, st.integers(0, 30_000))
@settings(deadline=None)
def test_age(born: date, days: int) -> None:
    then = born + timedelta(days=days)
    years = then.year - born.year - ((then.month, then.day) < (born.month, born.day))
    assert int(age_on(to_day(born), to_day(then))) == years


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2020-02-29", 12, "2021-03-01"),
        ("2020-02-29", 24, "2022-03-01"),
        ("2020-02-29", 48, "2024-02-29"),
        ("2023-01-31", 1, "2023-03-01"),
        ("2023-02-28", 12, "2024-02-28"),
    ],
)
def test_month_ends(start: str, months: int, end: str) -> None:
    assert to_iso(int(plus_months(to_day(start), months))) == end


def test_a_leap_day_child_turns_18_on_1_march() -> None:
    assert to_iso(int(birthday_18(to_day("2004-02-29")))) == "2022-03-01"
    assert to_iso(int(birthday_18(to_day("2004-03-01")))) == "2022-03-01"


def test_never_stays_never() -> None:
    assert plus_months([NEVER, 0], 12).tolist() == [NEVER, 365]
    assert to_iso(NEVER) == ""
    with pytest.raises(ValueError, match="NEVER"):
        to_date(NEVER)


def test_the_day_table_is_complete() -> None:
    assert TABLE["day"].iloc[0] == FIRST_DAY
    assert TABLE["day"].iloc[-2] == LAST_DAY
    assert TABLE["day"].is_unique
    assert len(TABLE) == LAST_DAY - FIRST_DAY + 2
    never = TABLE[TABLE["day"] == NEVER].iloc[0]
    assert never["ymd"] == 99_999_999
    assert (never[["plus_12m", "plus_24m", "plus_18y"]] == NEVER).all()
    assert TABLE["ymd"].is_monotonic_increasing
