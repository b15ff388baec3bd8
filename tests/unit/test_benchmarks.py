"""One place among others: spread, level, like places, what stands out."""

from math import exp, inf, nan

import pandas as pd
import pytest

from metrics.benchmarks import (
    LEAST_PLACES,
    beside,
    chance_flags,
    comparable,
    like,
    signal,
    signals,
    spread,
    tally,
    usable,
)
from metrics.catalog import catalogue
from metrics.selection import Selection
from metrics.table import CARE, IMMATURE, UNRELIABLE, MeasureRow, MeasureTable


def row(value: float = 10.0, **more: object) -> MeasureRow:
    given = {
        "value": value, "lower": value - 1, "upper": value + 1, "status": "shown",
        "flags": (), "ratio": 1.0, "ratio_lower": 0.8, "ratio_upper": 1.25,
        "ratio_status": "ok",
    }  # fmt: skip
    return MeasureRow.of(given | more)


def hidden() -> MeasureRow:
    return row(nan, status="hidden", ratio=nan, ratio_status="hidden")


def table(rows: list[MeasureRow]) -> MeasureTable:
    frame = pd.DataFrame([each.as_dict() for each in rows])
    (measure, *_) = catalogue()
    asked = Selection(state="nc", measure=measure.id, by="county")
    about = {"measure": measure, "selection": asked, "edition": "staff", "version": "1"}
    return MeasureTable.of(frame, **about)


@pytest.mark.parametrize("flag", [IMMATURE, UNRELIABLE])
def test_what_is_not_dependable_is_not_used(flag: str) -> None:
    assert usable(row())
    assert usable(row(flags=(CARE,)))
    assert not usable(row(flags=(flag,)))
    assert not usable(hidden())
    assert not usable(row(nan))


def test_the_spread_is_over_dependable_places_only() -> None:
    rows = [row(float(v)) for v in (1, 2, 3, 4, 5)]
    away = [hidden(), row(99.0, flags=(UNRELIABLE,)), row(-9.0, flags=(IMMATURE,))]
    found = spread(table(rows + away))
    assert found is not None
    marks = (found.low, found.quarter, found.middle, found.three_quarters, found.high)
    assert marks == (1, 2, 3, 4, 5)
    assert found.places == 5


def test_too_few_places_have_no_spread() -> None:
    assert spread(table([row(float(v)) for v in range(LEAST_PLACES - 1)])) is None


@pytest.mark.parametrize(
    ("direction", "expected"), [("higher", (1, 2, 1, 1)), ("lower", (2, 1, 1, 1))]
)
def test_a_level_is_met_by_the_whole_interval(
    direction: str, expected: tuple[int, ...]
) -> None:
    rows = [row(20.0), row(5.0), row(4.0), row(10.5), hidden()]
    found = tally(table(rows), 10.0, direction)  # type: ignore[arg-type]
    counts = (found.meets, found.does_not, found.cannot_tell, found.hidden)
    assert counts == expected
    assert found.places == 5


def test_an_unreliable_place_cannot_be_told() -> None:
    found = tally(table([row(99.0, flags=(UNRELIABLE,))]), 10.0, "higher")
    assert found.cannot_tell == 1


def test_no_level_without_a_better_side() -> None:
    with pytest.raises(ValueError, match="without a better side"):
        tally(table([row()]), 10.0, "none")


def test_like_places_are_near_in_proportion() -> None:
    sizes = {"a": 1_000, "b": 2_100, "c": 480, "d": 1_000, "e": nan, "f": 0}
    assert like(sizes, "a", count=3) == ("d", "c", "b")
    assert like(sizes, "e") == ()
    assert like(sizes, "nothing") == ()


def test_equal_places_come_in_the_order_of_codes() -> None:
    sizes = {"z": 10.0, "b": 20.0, "a": 20.0, "c": 20.0}
    assert like(sizes, "z") == like(dict(reversed(sizes.items())), "z")
    assert like(sizes, "z") == ("a", "b", "c")


def test_a_signal_needs_more_than_the_95_percent_interval() -> None:
    nearly = row(ratio=1.2, ratio_lower=1.02, ratio_upper=1.41)
    clear = row(ratio=1.2, ratio_lower=1.10, ratio_upper=1.31)
    assert signal(nearly) is None
    found = signal(clear)
    assert found is not None
    assert found.higher
    assert 1 < found.lower < 1.10
    assert found.upper > 1.31


def test_a_signal_below_one_is_as_good_as_one_above() -> None:
    above = signal(row(ratio=2.0, ratio_lower=1.6, ratio_upper=2.5))
    below = signal(row(ratio=0.5, ratio_lower=0.4, ratio_upper=0.625))
    assert above is not None
    assert below is not None
    assert not below.higher
    assert below.strength == pytest.approx(above.strength)


def test_the_widened_interval_is_that_of_99_8_percent() -> None:
    found = signal(
        row(ratio=1.5, ratio_lower=1.5 * exp(-0.196), ratio_upper=1.5 * exp(0.196))
    )
    assert found is not None
    assert found.lower == pytest.approx(1.5 * exp(-0.309027), rel=1e-4)


def test_no_upper_limit_can_still_be_a_signal() -> None:
    found = signal(row(ratio=5.0, ratio_lower=3.0, ratio_upper=inf,
                       ratio_status="no upper limit"))  # fmt: skip
    assert found is not None
    assert found.upper == inf
    assert signal(row(ratio=0.0, ratio_lower=0.0, ratio_upper=0.2)) is None


@pytest.mark.parametrize("status", ["hidden", "unreliable", "not estimable", "none"])
def test_what_cannot_be_compared_is_no_signal(status: str) -> None:
    given = row(ratio=9.0, ratio_lower=8.0, ratio_upper=10.0, ratio_status=status)
    assert not comparable(given)
    assert signals([given]) == ()


def counted(x: float, n: float, **more: object) -> MeasureRow:
    given = {"numerator": x, "denominator": n, "ratio_status": "no data", "ratio": nan}
    return row(x / n, **(given | more))


def test_a_missing_ratio_to_the_whole_is_formed_from_counts() -> None:
    found = beside(counted(200.0, 1e5), counted(3_000.0, 1e6), "rate")
    assert found.ratio == pytest.approx(2 / 3)
    assert found.ratio_lower < 2 / 3 < found.ratio_upper < 1
    assert signal(found) is not None


def test_no_ratio_is_formed_from_small_or_missing_counts() -> None:
    whole = counted(3_000.0, 1e6)
    assert not comparable(beside(counted(9.0, 1e5), whole, "rate"))
    assert not comparable(beside(counted(200.0, 1e5), None, "rate"))
    assert beside(hidden(), whole, "rate").status == "hidden"
    own = row(5.0)
    assert beside(own, whole, "rate") is own


def test_the_surest_come_first() -> None:
    wide = row(ratio=3.0, ratio_lower=1.3, ratio_upper=7.0)
    sure = row(ratio=1.5, ratio_lower=1.45, ratio_upper=1.55)
    surer = row(ratio=0.5, ratio_lower=0.48, ratio_upper=0.52)
    assert [each.row for each in signals([wide, sure, surer])] == [surer, sure]


def test_chance_flags_two_in_a_thousand() -> None:
    assert chance_flags(1_000) == pytest.approx(2)
    assert chance_flags(0) == 0
