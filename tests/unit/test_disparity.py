"""Ratios, differences and excess, against slow obvious twins and by enumeration."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from scipy import optimize, stats

from metrics.disparity import (
    difference_of_proportions,
    difference_of_rates,
    excess,
    proportion_ratio,
    rate_ratio,
)
from metrics.rates import Intervals, byar_or_exact, wilson
from metrics.roots import root

Z = 1.959963984540054
COUNTS = st.integers(0, 400)
FEW, MANY = st.integers(1, 60), st.integers(60, 500)
PEOPLE = st.floats(1, 1e6)


def limits(found: Intervals) -> tuple[float, float]:
    return float(found.lower[0]), float(found.upper[0])


def slow_rate_ratio(x1: int, t1: float, x2: int, t2: float) -> tuple[float, float]:
    """Sums of binomial probabilities and a root finder."""
    total = x1 + x2

    def tail(log_odds: float, counts: range) -> float:
        pi = 1 / (1 + math.exp(-log_odds))
        return float(
            stats.binom.pmf(counts, total, pi).sum()
            + stats.binom.pmf(x1, total, pi) / 2
        )

    def limit(counts: range) -> float:
        at = optimize.brentq(lambda v: tail(v, counts) - 0.025, -30, 30, xtol=1e-13)
        return math.exp(at) * t2 / t1

    lower = limit(range(x1 + 1, total + 1)) if x1 else 0.0
    upper = limit(range(0, x1)) if x2 else math.inf
    return lower, upper


def slow_score(log_ratio: float, x1: int, n1: int, x2: int, n2: int) -> float:
    """Score with the most likely proportions found by a root finder, not by algebra."""
    ratio = math.exp(log_ratio)

    def steeper(q: float) -> float:
        rest = (n1 - x1) * ratio / (1 - ratio * q) + (n2 - x2) / (1 - q)
        return (x1 + x2) / q - rest

    top = min(1.0, 1 / ratio) * (1 - 1e-15)
    q = top if steeper(top) > 0 else optimize.brentq(steeper, 1e-30, top, xtol=1e-18)
    p = q * ratio
    error = math.sqrt(p * (1 - p) / n1 + ratio**2 * q * (1 - q) / n2)
    return (x1 / n1 - ratio * x2 / n2) / error


def slow_proportion_ratio(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    def limit(aim: float) -> float:
        found = optimize.brentq(
            lambda v: slow_score(v, x1, n1, x2, n2) - aim, -18, 18, xtol=1e-13
        )
        return math.exp(found)

    return (limit(Z) if x1 else 0.0), (limit(-Z) if x2 else math.inf)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=9), st.floats(-60, 60))
@settings(deadline=None)
def test_a_root_is_found_from_any_first_guess(roots: list[float], guess: float) -> None:
    aim = np.array(roots)
    low = np.full(aim.shape, guess)
    found = root(lambda x: np.expm1(np.clip(x - aim, -300, 300)), low, low + 0.5)
    assert found == pytest.approx(aim, abs=1e-9)


def test_flat_stretches_do_not_mislead_the_root() -> None:
    low, high = np.array([-40.0]), np.array([9.0])
    found = root(lambda x: np.clip((x - 3) ** 3, -1e-3, 1e3), low, high)
    assert found == pytest.approx([3], abs=1e-3)


@given(COUNTS, PEOPLE, COUNTS, PEOPLE)
@settings(max_examples=80, deadline=None)
@example(0, 10.0, 1, 10.0)
@example(1, 10.0, 0, 10.0)
@example(400, 1.0, 1, 1e6)
def test_rate_ratio_equals_its_slow_twin(
    x1: int, t1: float, x2: int, t2: float
) -> None:
    assume(x1 + x2 > 0)
    assert limits(rate_ratio(x1, t1, x2, t2)) == pytest.approx(
        slow_rate_ratio(x1, t1, x2, t2), rel=1e-7
    )


@given(st.integers(1, 300), st.integers(1, 300), st.data())
@settings(max_examples=80, deadline=None)
def test_proportion_ratio_equals_its_slow_twin(
    n1: int, n2: int, data: st.DataObject
) -> None:
    x1, x2 = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    assume(x1 + x2 > 0)
    assert limits(proportion_ratio(x1, n1, x2, n2)) == pytest.approx(
        slow_proportion_ratio(x1, n1, x2, n2), rel=1e-7
    )


@pytest.mark.parametrize(
    "counts",
    [(29, 55, 11, 11), (3, 9, 30, 30), (10, 10, 8, 8), (8, 8, 3, 9), (1, 1, 1, 1),
     (0, 5, 5, 5), (5, 5, 0, 5), (1, 300, 300, 300)],
)  # fmt: skip
def test_proportion_ratio_where_all_were_counted(counts: tuple[int, ...]) -> None:
    assert limits(proportion_ratio(*counts)) == pytest.approx(
        slow_proportion_ratio(*counts), rel=1e-7
    )


@pytest.mark.parametrize("function", [rate_ratio, proportion_ratio])
def test_edges_of_ratios(function: Callable[..., Intervals]) -> None:
    x1, n1 = [0, 5, 0, 3, np.nan, 3], [9, 9, 9, 0, 9, 9]
    found = function(x1, n1, [4, 0, 0, 3, 3, 3], [9] * 6)
    assert list(found.status) == [
        "ok", "no upper limit", "not estimable", "not estimable", "not estimable", "ok",
    ]  # fmt: skip
    assert found.lower[0] == 0
    assert math.isinf(found.upper[1])
    assert np.isnan(found.lower[2:5]).all()
    assert np.isnan(found.upper[2:5]).all()
    assert 0 < found.lower[5] < 1 < found.upper[5]


def test_a_proportion_above_one_has_no_ratio() -> None:
    assert list(proportion_ratio([6, 2], [5, 5], [2, 6], [5, 5]).status) == [
        "not estimable", "not estimable",
    ]  # fmt: skip


@given(FEW, MANY, FEW, MANY)
@settings(max_examples=60, deadline=None)
def test_swapping_the_groups_inverts_a_ratio(
    x1: int, n1: int, x2: int, n2: int
) -> None:
    for function in (rate_ratio, proportion_ratio):
        lower, upper = limits(function(x1, n1, x2, n2))
        back, forth = limits(function(x2, n2, x1, n1))
        assert (lower, upper) == pytest.approx((1 / forth, 1 / back), rel=1e-9)
        assert lower < (x1 / n1) / (x2 / n2) < upper


@pytest.mark.parametrize("size", [1, 30, 1_000_000, 100_000_000])
def test_proportion_ratio_of_two_wholes_has_a_closed_form(size: int) -> None:
    lower, upper = limits(proportion_ratio(size, size, 7, 7))
    assert lower == pytest.approx(size / (size + Z * Z), rel=1e-11)
    assert upper == pytest.approx((7 + Z * Z) / 7, rel=1e-11)


@given(st.integers(1, 50), st.integers(1, 50))
@settings(deadline=None)
def test_proportion_ratio_of_rare_counts_nears_that_of_rates(x1: int, x2: int) -> None:
    share = proportion_ratio(x1, 50_000_000, x2, 80_000_000)
    conditional = wilson(x1, x1 + x2)
    odds = [v / (1 - v) * 8 / 5 for v in limits(conditional)]
    assert limits(share) == pytest.approx(odds, rel=1e-4)


def test_huge_counts_stay_finite_and_near_the_normal_limits() -> None:
    x1, n1, x2, n2 = 1_000_000, 100_000_000, 900_000, 99_000_000
    for function in (rate_ratio, proportion_ratio):
        lower, upper = limits(function(x1, n1, x2, n2))
        ratio, error = (x1 / n1) / (x2 / n2), math.sqrt(1 / x1 + 1 / x2)
        assert lower == pytest.approx(ratio * math.exp(-Z * error), rel=5e-5)
        assert upper == pytest.approx(ratio * math.exp(Z * error), rel=5e-5)


def test_very_unequal_counts_are_solved() -> None:
    lower, upper = limits(rate_ratio([1], [1e8], [1_000_000], [1e8]))
    assert lower == pytest.approx(stats_poisson_midp_lower(1) / 1_000_000, rel=1e-3)
    assert 4.8e-6 < upper < 5.1e-6


def stats_poisson_midp_lower(x: int) -> float:
    def tail(mu: float) -> float:
        return float(stats.poisson.sf(x, mu) + stats.poisson.pmf(x, mu) / 2 - 0.025)

    return float(optimize.brentq(tail, 1e-9, x))


@pytest.mark.parametrize("function", [rate_ratio, proportion_ratio])
@pytest.mark.parametrize("confidence", [0.5, 0.9, 0.998, 0.9999999])
def test_every_confidence_is_solved(
    function: Callable[..., Intervals], confidence: float
) -> None:
    x1, x2 = (each.ravel() for each in np.mgrid[1:12, 1:12])
    narrow = function(x1, 11, x2, 11, confidence=confidence - 0.01)
    found = function(x1, 11, x2, 11, confidence=confidence)
    assert (found.status == "ok").all()
    assert (found.lower < narrow.lower).all()
    assert (found.upper > narrow.upper).all()


@given(st.integers(1, 200), st.integers(1, 200), st.data())
@settings(max_examples=60, deadline=None)
def test_difference_of_proportions_is_newcombe(
    n1: int, n2: int, data: st.DataObject
) -> None:
    x1, x2 = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    lower, upper = limits(difference_of_proportions(x1, n1, x2, n2))
    (l1, u1), (l2, u2) = limits(wilson(x1, n1)), limits(wilson(x2, n2))
    p, q = x1 / n1, x2 / n2
    assert lower == pytest.approx(p - q - math.sqrt((p - l1) ** 2 + (u2 - q) ** 2))
    assert upper == pytest.approx(p - q + math.sqrt((u1 - p) ** 2 + (q - l2) ** 2))
    assert -1 <= lower <= p - q <= upper <= 1


@given(COUNTS, st.floats(10, 1e6), COUNTS, st.floats(10, 1e6))
@settings(max_examples=60, deadline=None)
def test_difference_of_rates_is_recovered_from_both(
    x1: int, t1: float, x2: int, t2: float
) -> None:
    lower, upper = limits(difference_of_rates(x1, t1, x2, t2))
    (l1, u1), (l2, u2) = limits(byar_or_exact(x1, t1)), limits(byar_or_exact(x2, t2))
    p, q = x1 / t1, x2 / t2
    assert lower == pytest.approx(p - q - math.sqrt((p - l1) ** 2 + (u2 - q) ** 2))
    assert upper == pytest.approx(p - q + math.sqrt((u1 - p) ** 2 + (q - l2) ** 2))


def test_differences_without_a_denominator_are_not_estimable() -> None:
    for function in (difference_of_proportions, difference_of_rates):
        found = function([3, 3, 3], [10, 0, 10], [2, 2, np.nan], [10, 10, 10])
        assert list(found.status) == ["ok", "not estimable", "not estimable"]
        assert np.isnan(found.upper[1:]).all()


def test_both_groups_without_events_still_have_a_difference() -> None:
    lower, upper = limits(difference_of_rates(0, 100, 0, 100))
    assert lower < 0 < upper
    assert lower == pytest.approx(-upper)


def test_excess_is_the_difference_in_children() -> None:
    lower, upper = limits(excess(30, 4000, 90, 30000, kind="rate"))
    assert (lower, upper) == pytest.approx((7.9, 31.0), abs=0.05)
    apart = difference_of_proportions(30, 4000, 90, 30000)
    share = excess(30, 4000, 90, 30000, kind="proportion")
    assert limits(share) == pytest.approx(
        (4000 * apart.lower[0], 4000 * apart.upper[0]), rel=1e-12
    )
    assert list(excess([1], [0], [1], [5], kind="rate").status) == ["not estimable"]


def coverage_of_rates(mu: float, base: float, ratio: float) -> float:
    x1, x2 = (each.ravel() for each in np.mgrid[0:60, 0:160])
    found = rate_ratio(x1, np.full(x1.size, mu / ratio), x2, np.full(x1.size, base))
    inside = (found.lower <= ratio) & (ratio <= found.upper)
    chance = stats.poisson.pmf(x1, mu) * stats.poisson.pmf(x2, base)
    empty = (x1 == 0) & (x2 == 0)
    return float(chance[inside | empty].sum())


def coverage_of_proportions(n1: int, p1: float, n2: int, p2: float) -> float:
    x1, x2 = (each.ravel() for each in np.mgrid[0 : n1 + 1, 0 : n2 + 1])
    found = proportion_ratio(x1, np.full(x1.size, n1), x2, np.full(x1.size, n2))
    inside = (found.lower <= p1 / p2) & (p1 / p2 <= found.upper)
    chance = stats.binom.pmf(x1, n1, p1) * stats.binom.pmf(x2, n2, p2)
    return float(chance[inside | ((x1 == 0) & (x2 == 0))].sum())


def test_rate_ratio_covers_by_exact_enumeration() -> None:
    grid = [(3.0, 20.0, 1.0), (8.0, 60.0, 2.0), (20.0, 90.0, 1.6), (12.0, 12.0, 0.7)]
    covered = [coverage_of_rates(*each) for each in grid]
    assert np.mean(covered) >= 0.945
    assert min(covered) >= 0.94


def test_proportion_ratio_covers_by_exact_enumeration() -> None:
    grid = [
        (15, 0.3, 60, 0.2), (40, 0.1, 90, 0.1), (25, 0.6, 50, 0.4), (12, 0.9, 80, 0.5)
    ]  # fmt: skip
    covered = [coverage_of_proportions(*each) for each in grid]
    assert np.mean(covered) >= 0.945
    assert min(covered) >= 0.94
