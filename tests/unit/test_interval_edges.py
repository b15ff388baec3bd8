"""Every interval at its edges: none, all, a handful, nothing to compare with."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from metrics.disparity import (
    difference_of_proportions,
    difference_of_rates,
    excess,
    proportion_ratio,
    rate_ratio,
)
from metrics.rates import Intervals, byar_or_exact, wilson

LEVELS = st.sampled_from([0.8, 0.95, 0.998])
NEAR = 1e-9
Pair = tuple[int, int, int, int]


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Two groups, small ones often, with none or all of either counted often."""
    sizes = [draw(st.one_of(st.integers(1, 6), st.integers(1, 2000))) for _ in range(2)]
    counts = [
        draw(st.one_of(st.just(0), st.just(size), st.integers(0, size)))
        for size in sizes
    ]
    return counts[0], sizes[0], counts[1], sizes[1]


def ends(found: Intervals) -> tuple[float, float, str]:
    return float(found.lower[0]), float(found.upper[0]), str(found.status[0])


@given(pairs(), LEVELS)
@settings(max_examples=200, deadline=None)
@example((0, 1, 0, 1), 0.95)
@example((1, 1, 1, 1), 0.998)
def test_one_group(pair: Pair, level: float) -> None:
    x, n, *_ = pair
    for found in (
        wilson(x, n, confidence=level),
        byar_or_exact(x, n, confidence=level),
    ):
        lower, upper, status = ends(found)
        assert status == "ok"
        assert 0 <= lower <= x / n + NEAR
        assert x / n <= upper + NEAR
        assert lower < upper
        assert (lower == 0) == (x == 0)
    assert wilson(x, n).upper[0] <= 1
    assert (wilson(x, n).upper[0] == 1) == (x == n)


@given(pairs(), LEVELS, st.sampled_from([rate_ratio, proportion_ratio]))
@settings(max_examples=300, deadline=None)
def test_ratios(pair: Pair, level: float, method: Callable[..., Intervals]) -> None:
    x1, n1, x2, n2 = pair
    lower, upper, status = ends(method(*pair, confidence=level))
    back = ends(method(x2, n2, x1, n1, confidence=level))
    if x1 + x2 == 0:
        assert status == "not estimable"
        assert math.isnan(lower)
        assert math.isnan(upper)
        return
    assert status == ("ok" if x2 else "no upper limit")
    assert math.isinf(upper) == (x2 == 0)
    assert (lower == 0) == (x1 == 0)
    ratio = x1 / n1 / (x2 / n2) if x2 else math.inf
    assert lower <= ratio * (1 + NEAR)
    assert ratio <= upper * (1 + NEAR)
    assert lower < upper
    if x1:
        assert lower == pytest.approx(1 / back[1], rel=1e-8)
    if x2 and x1:
        assert upper == pytest.approx(1 / back[0], rel=1e-8)


@given(pairs(), LEVELS, st.booleans())
@settings(max_examples=200, deadline=None)
def test_differences(pair: Pair, level: float, share: bool) -> None:
    x1, n1, x2, n2 = pair
    method = difference_of_proportions if share else difference_of_rates
    lower, upper, status = ends(method(*pair, confidence=level))
    apart = x1 / n1 - x2 / n2
    assert status == "ok"
    assert lower - NEAR <= apart <= upper + NEAR
    assert lower < upper
    back = ends(method(x2, n2, x1, n1, confidence=level))
    assert (lower, upper) == pytest.approx((-back[1], -back[0]), abs=1e-9)
    if share:
        assert lower >= -1 - NEAR
        assert upper <= 1 + NEAR


@given(pairs())
@settings(max_examples=100, deadline=None)
def test_excess_is_never_more_than_all_of_the_group(pair: Pair) -> None:
    x1, n1, x2, n2 = pair
    lower, upper, _ = ends(excess(*pair, kind="proportion"))
    more = x1 - n1 * x2 / n2
    assert lower - 1e-6 <= more <= upper + 1e-6
    assert -n1 - 1e-6 <= lower
    assert upper <= n1 + 1e-6


@given(pairs(), st.floats(0.5, 0.99))
@settings(max_examples=100, deadline=None)
def test_a_surer_interval_is_wider(pair: Pair, level: float) -> None:
    for method in (rate_ratio, proportion_ratio, difference_of_rates):
        one, two = (ends(method(*pair, confidence=c)) for c in (level, level + 0.005))
        if one[2] != "not estimable":
            assert two[0] <= one[0] * (1 + NEAR) + NEAR or one[0] < 0
            assert one[1] <= two[1] + NEAR
            assert two[0] <= one[0] + NEAR


def test_nothing_to_count_among_is_never_a_number() -> None:
    edges = [0.0, math.nan, 5.0, -1.0], [0.0, 9.0, math.nan, 9.0]
    for found in (wilson(*edges), byar_or_exact(*edges)):
        assert list(found.status) == ["not estimable"] * 4
        assert np.isnan(found.lower).all()
        assert np.isnan(found.upper).all()
    for method in (
        rate_ratio, proportion_ratio, difference_of_proportions, difference_of_rates,
    ):  # fmt: skip
        for found in (method(*edges, 3, 9), method(3, 9, *edges)):
            assert list(found.status) == ["not estimable"] * 4
            assert np.isnan(found.lower).all()


def test_more_counted_than_there_are_is_never_a_proportion() -> None:
    assert wilson(6, 5).status[0] == "not estimable"
    for method in (proportion_ratio, difference_of_proportions):
        assert method(6, 5, 2, 9).status[0] == "not estimable"
        assert method(2, 9, 6, 5).status[0] == "not estimable"
