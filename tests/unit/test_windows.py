"""Windows: what a key means, to the day, and which keys mean nothing."""

from datetime import date

import pytest

from metrics.errors import BadSelection
from metrics.windows import build_windows, parse_window


@pytest.mark.parametrize(
    ("key", "fiscal", "kind", "start", "end", "years"),
    [
        ("sfy2024", 7, "sfy", "2023-07-01", "2024-06-30", (2023,)),
        ("sfy2024", 10, "sfy", "2023-10-01", "2024-09-30", (2024,)),
        ("sfy2024", 1, "sfy", "2024-01-01", "2024-12-31", (2024,)),
        ("ffy2024", 7, "ffy", "2023-10-01", "2024-09-30", (2024,)),
        ("cy2018", 7, "cy", "2018-01-01", "2018-12-31", (2018,)),
        ("sfy2022-2024", 7, "pool", "2021-07-01", "2024-06-30", (2021, 2022, 2023)),
        ("r2025-03", 7, "r", "2024-04-01", "2025-03-31", (2024,)),
        ("r2024-12", 7, "r", "2024-01-01", "2024-12-31", (2024,)),
        ("m2024-02", 7, "m", "2024-02-01", "2024-02-29", (2024,)),
        ("m2024-12", 7, "m", "2024-12-01", "2024-12-31", (2024,)),
    ],
)
def test_a_key_names_its_days(
    key: str, fiscal: int, kind: str, start: str, end: str, years: tuple[int, ...]
) -> None:
    window = parse_window(key, fiscal_start=fiscal)
    assert (window.kind, window.population_years) == (kind, years)
    assert (window.start.isoformat(), window.end.isoformat()) == (start, end)
    assert window.years == len(years)


@pytest.mark.parametrize(
    "key", ["sfy2024", "ffy2024", "cy2024", "r2025-03", "r2024-08"]
)
@pytest.mark.parametrize("fiscal", range(1, 13))
def test_the_day_of_the_estimates_lies_in_the_window(key: str, fiscal: int) -> None:
    window = parse_window(key, fiscal_start=fiscal)
    (year,) = window.population_years
    assert window.start <= date(year, 7, 1) <= window.end


def test_day_numbers_count_from_1970() -> None:
    window = parse_window("cy1990")
    assert (window.start_day, window.end_day) == (20 * 365 + 5, 21 * 365 + 5 - 1)


def test_labels_are_words() -> None:
    assert parse_window("sfy2024").label == "state fiscal year 2024"
    assert parse_window("sfy2022-2024").label == "state fiscal years 2022 to 2024"
    assert parse_window("r2025-03").label == "twelve months to March 2025"


@pytest.mark.parametrize(
    "key",
    [
        "", "sfy", "sfy24", "SFY2024", " sfy2024", "sfy2024\n", "sfy2024-2022",
        "sfy2010-2024", "sfy0001", "sfy9999", "m2024-13", "m2024-00", "r2024-1",
        "m1969-12", "2024", "sfy2024; DROP TABLE count", "s" * 10_000,
    ],
)  # fmt: skip
def test_a_bad_key_is_refused_with_a_short_sentence(key: str) -> None:
    with pytest.raises(BadSelection) as told:
        parse_window(key)
    assert "is not a window" in str(told.value)
    assert len(str(told.value)) < 200


def test_only_whole_windows_inside_the_data_are_built() -> None:
    built = build_windows(
        ("sfy", "ffy"),
        ("sfy2021-2023", "sfy2022-2024"),
        first_day=date(2020, 7, 1),
        data_end=date(2023, 9, 30),
    )
    keys = [window.key for window in built]
    years = ["sfy2021", "sfy2022", "sfy2023", "ffy2021", "ffy2022", "ffy2023"]
    assert keys == [*years, "sfy2021-2023"]


@pytest.mark.parametrize(
    ("first", "end", "count"),
    [("2020-07-01", "2021-06-30", 1), ("2020-07-02", "2021-06-30", 0),
     ("2020-07-01", "2021-06-29", 0)],
)  # fmt: skip
def test_one_day_too_few_and_there_is_no_window(
    first: str, end: str, count: int
) -> None:
    days = {"first_day": date.fromisoformat(first), "data_end": date.fromisoformat(end)}
    assert len(build_windows(("sfy",), **days)) == count
