"""Trends, changes, verdicts: a direction only where chance would seldom give it."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from metrics.reliability import Limits
from metrics.trend import (
    THRESHOLD,
    Change,
    Trend,
    compare,
    ratio_of_ratios,
    recent_trend,
    trend_of_proportions,
    verdict,
)

NAN = math.nan


def trend(values: list[float], half: float = 0.5) -> Trend:
    middle = np.array(values, dtype=float)
    return recent_trend(middle, middle - half, middle + half)


def change(direction: str) -> Change:
    return Change(direction=direction, ratio=1, lower=1, upper=1)  # type: ignore[arg-type]


def test_a_steady_rise_and_a_steady_fall() -> None:
    assert trend([1, 2, 3, 4, 5]).direction == "rising"
    assert trend([5, 4, 3, 2, 1]).direction == "falling"
    assert trend([1, 2, 3, 4, 5]).slope == pytest.approx(1)


def test_chance_is_no_trend() -> None:
    assert trend([3, 3.1, 2.9, 3.2, 3]).direction == "no clear change"
    assert trend([1, 2, 3, 4, 5], half=9).direction == "no clear change"


def test_a_direction_begins_at_the_threshold() -> None:
    just = 1.959963984540054 * math.sqrt(10 / THRESHOLD)
    assert trend([1, 2, 3, 4, 5], half=just - 0.001).direction == "rising"
    assert trend([1, 2, 3, 4, 5], half=just + 0.001).direction == "no clear change"
    assert stats.chi2.sf(THRESHOLD, 1) == pytest.approx(0.002, rel=1e-4)


def test_the_line_is_the_weighted_one() -> None:
    values = np.array([1.0, 2.5, 2.0, 4.0, 4.5])
    half = np.array([0.2, 0.9, 0.4, 0.3, 0.8])
    error = 2 * half / (2 * 1.959963984540054)
    slope = np.polyfit(np.arange(5), values, 1, w=1 / error)[0]
    design = np.vstack((np.ones(5), np.arange(5.0))).T / error[:, None]
    variance = np.linalg.inv(design.T @ design)[1, 1]
    found = recent_trend(values, values - half, values + half)
    assert found.slope == pytest.approx(slope)
    assert found.chi2 == pytest.approx(slope**2 / variance)


def test_strength_alone_is_not_enough_when_one_window_makes_it() -> None:
    values = np.array([4.0, 3.9, 3.8, 3.7, 30.0])
    found = recent_trend(values, values - 0.1, values + 0.1)
    assert found.chi2 > THRESHOLD
    assert found.slope > 0
    assert found.direction == "no clear change"


def test_only_the_five_newest_count() -> None:
    assert trend([90, 80, 1, 2, 3, 4, 5]) == trend([1, 2, 3, 4, 5])


def test_windows_not_mature_yet_are_passed_over() -> None:
    assert trend([1, 2, 3, 4, 5, NAN, NAN]) == trend([1, 2, 3, 4, 5])


@pytest.mark.parametrize("values", [[], [1, 2, 3, 4], [1, 2, NAN, 3, 4, 5], [NAN] * 8])
def test_too_few_or_a_gap_cannot_be_calculated(values: list[float]) -> None:
    found = trend(values)
    assert found.direction == "cannot be calculated"
    assert math.isnan(found.chi2)
    assert math.isnan(found.slope)


def test_an_interval_without_width_or_end_is_not_used() -> None:
    assert trend([1, 2, 3, 4, 5], half=0).direction == "cannot be calculated"
    assert trend([1, 2, 3, 4, 5], half=math.inf).direction == "cannot be calculated"


@given(st.lists(st.floats(-100, 100), min_size=5, max_size=5), st.floats(0.1, 10))
@settings(max_examples=60, deadline=None)
def test_the_mirror_of_a_trend_is_its_opposite(
    values: list[float], half: float
) -> None:
    found, mirror = trend(values, half), trend([-v for v in values], half)
    opposite = {"rising": "falling", "falling": "rising"}
    assert mirror.direction == opposite.get(found.direction, found.direction)
    assert mirror.chi2 == pytest.approx(found.chi2)


def test_compare_goes_by_the_interval() -> None:
    assert compare(400, 1000, 300, 1000, "proportion").direction == "higher"
    assert compare(300, 1000, 400, 1000, "proportion").direction == "lower"
    assert compare(310, 1000, 300, 1000, "proportion").direction == "no clear change"
    assert compare(400, 1e6, 300, 1e6, "rate").direction == "higher"
    assert compare(300, 1e6, 400, 1e6, "rate").direction == "lower"
    assert compare(310, 1e6, 300, 1e6, "rate").direction == "no clear change"


def test_compare_gives_now_over_before() -> None:
    found = compare(400, 1000, 300, 1000, "proportion")
    assert found.ratio == pytest.approx(4 / 3)
    assert found.lower < 4 / 3 < found.upper


def test_proportions_have_narrower_ratios_than_rates() -> None:
    share = compare(500, 1000, 460, 1000, "proportion")
    rate = compare(500, 1000, 460, 1000, "rate")
    assert rate.lower < share.lower
    assert share.upper < rate.upper


@pytest.mark.parametrize(
    "counts",
    [(9, 100, 50, 100), (50, 100, 9, 100), (50, 100, 50, 0), (NAN, 100, 50, 100),
     (50, 100, 50, NAN), (0, 0, 0, 0), (120, 100, 50, 100)],
)  # fmt: skip
def test_what_is_small_or_missing_cannot_be_compared(counts: tuple[float, ...]) -> None:
    found = compare(*counts, "proportion")
    assert found.direction == "cannot be compared"
    assert math.isnan(found.ratio)


def test_none_before_has_no_ratio_but_a_direction_where_limits_allow() -> None:
    found = compare(40, 100, 0, 100, "proportion", limits=Limits(events=0))
    assert found.direction == "higher"
    assert math.isinf(found.ratio)


def test_verdict_takes_the_direction_from_the_measure() -> None:
    table = {
        ("higher", "higher"): "better", ("lower", "higher"): "worse",
        ("higher", "lower"): "worse", ("lower", "lower"): "better",
        ("higher", "none"): "higher", ("lower", "none"): "lower",
        ("rising", "higher"): "better", ("falling", "higher"): "worse",
        ("rising", "lower"): "worse", ("falling", "lower"): "better",
        ("rising", "none"): "higher", ("falling", "none"): "lower",
    }  # fmt: skip
    for (found, wanted), word in table.items():
        assert verdict(change(found), wanted) == word  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", ["higher", "lower", "none"])
def test_verdict_never_guesses(wanted: str) -> None:
    assert verdict(change("no clear change"), wanted) == "no clear change"  # type: ignore[arg-type]
    for found in ("cannot be compared", "cannot be calculated"):
        assert verdict(change(found), wanted) == "cannot tell"  # type: ignore[arg-type]


def test_ratio_of_ratios_by_hand() -> None:
    now, before = (60.0, 1000.0, 100.0, 4000.0), (40.0, 1000.0, 110.0, 4000.0)
    found = ratio_of_ratios(now, before, "rate")
    ratio = (60 / 100) / (40 / 110)
    reach = 1.959963984540054 * math.sqrt(1 / 60 + 1 / 100 + 1 / 40 + 1 / 110)
    assert found.ratio == pytest.approx(ratio)
    assert found.lower == pytest.approx(ratio * math.exp(-reach))
    assert found.upper == pytest.approx(ratio * math.exp(reach))
    share = ratio_of_ratios(now, before, "proportion")
    assert found.lower < share.lower < share.upper < found.upper


def test_ratio_of_ratios_has_three_directions_and_a_refusal() -> None:
    even = (400.0, 1000.0, 400.0, 1000.0)
    double = (800.0, 1000.0, 400.0, 1000.0)
    assert ratio_of_ratios(double, even, "rate").direction == "higher"
    assert ratio_of_ratios(even, double, "rate").direction == "lower"
    assert ratio_of_ratios(even, even, "rate").direction == "no clear change"
    small = (9.0, 1000.0, 400.0, 1000.0)
    assert ratio_of_ratios(small, even, "rate").direction == "cannot be compared"


def test_a_trend_of_proportions_has_a_sign() -> None:
    assert trend_of_proportions([10, 20, 30], [100] * 3).z > 0
    assert trend_of_proportions([30, 20, 10], [100] * 3).z < 0
    assert trend_of_proportions([20, 20, 20], [100] * 3).p == pytest.approx(1)


@pytest.mark.parametrize("x", [[0, 0, 0], [100, 100, 100]])
def test_all_or_none_has_no_trend_of_proportions(x: list[int]) -> None:
    with pytest.raises(ValueError, match="no trend can be tested"):
        trend_of_proportions(x, [100] * 3)
