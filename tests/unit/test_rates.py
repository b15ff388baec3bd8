"""Intervals of one proportion and one rate, against slow twins and by enumeration."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, stats

from metrics.rates import Intervals, byar_or_exact, wilson
from metrics.reliability import Limits, reliability, reliable_counts


def limits(found: Intervals) -> tuple[float, float]:
    return float(found.lower[0]), float(found.upper[0])


@given(st.integers(1, 5000), st.data())
@settings(max_examples=100, deadline=None)
def test_wilson_is_where_the_score_test_just_rejects(
    n: int, data: st.DataObject
) -> None:
    x = data.draw(st.integers(0, n))
    low, high = limits(wilson(x, n))
    for limit in (low, high):
        if 0 < limit < 1:
            z = (x / n - limit) / np.sqrt(limit * (1 - limit) / n)
            assert abs(z) == pytest.approx(1.959963984540054, rel=1e-6)
    assert low <= x / n <= high


def test_wilson_at_none_and_all() -> None:
    found = wilson([0, 20], [20, 20])
    assert found.lower[0] == 0
    assert 0 < found.upper[0] < 0.2
    assert found.upper[1] == 1
    assert 0.8 < found.lower[1] < 1
    assert list(found.status) == ["ok", "ok"]


@pytest.mark.parametrize("function", [wilson, byar_or_exact])
def test_nothing_to_divide_by_is_not_estimable(function) -> None:  # type: ignore[no-untyped-def]
    found = function([0, 3, np.nan, 5, -1, 4], [0, 0, 10, np.nan, 10, 100])
    assert list(found.status) == ["not estimable"] * 5 + ["ok"]
    assert np.isnan(found.lower[:5]).all()
    assert np.isnan(found.upper[:5]).all()


def test_more_counted_than_there_are_is_no_proportion() -> None:
    assert list(wilson([11], [10]).status) == ["not estimable"]


def test_the_method_says_which_side_of_ten() -> None:
    found = byar_or_exact([0, 9, 10, 11], [100] * 4)
    assert list(found.method) == ["exact (gamma)"] * 2 + ["Byar"] * 2


@given(st.integers(0, 9))
@settings(deadline=None)
def test_exact_limits_put_a_tail_of_poisson_outside(x: int) -> None:
    low, high = limits(byar_or_exact(x, 1))
    assert stats.poisson.cdf(x, high) == pytest.approx(0.025, rel=1e-9)
    if x:
        assert stats.poisson.sf(x - 1, low) == pytest.approx(0.025, rel=1e-9)
    else:
        assert low == 0


@given(st.integers(10, 100_000))
@settings(deadline=None)
def test_byar_stays_close_to_exact(x: int) -> None:
    low, high = limits(byar_or_exact(x, 1))
    exact = stats.chi2.ppf(0.025, 2 * x) / 2, stats.chi2.ppf(0.975, 2 * x + 2) / 2
    assert low == pytest.approx(exact[0], rel=3e-3)
    assert high == pytest.approx(exact[1], rel=3e-3)


@given(st.integers(0, 1_000_000), st.floats(1, 1e8))
@settings(deadline=None)
def test_rates_scale_with_their_exposure(x: int, exposure: float) -> None:
    one, many = byar_or_exact(x, 1), byar_or_exact(x, exposure)
    assert many.upper[0] == pytest.approx(one.upper[0] / exposure, rel=1e-12)
    assert np.isfinite(many.upper[0])


def test_wilson_of_huge_counts_does_not_overflow() -> None:
    low, high = limits(wilson(1_000_000, 100_000_000))
    assert 0.00998 < low < 0.01 < high < 0.01002


@pytest.mark.parametrize("confidence", [0, 1, -0.5, 95])
def test_a_confidence_that_is_none_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        wilson(1, 2, confidence=confidence)


def test_wider_confidence_gives_wider_intervals() -> None:
    for function in (wilson, byar_or_exact):
        narrow, wide = function(15, 200), function(15, 200, confidence=0.998)
        assert wide.lower[0] < narrow.lower[0]
        assert narrow.upper[0] < wide.upper[0]


def test_wilson_covers_by_exact_enumeration() -> None:
    covered = []
    for n in (15, 40, 120):
        x = np.arange(n + 1)
        found = wilson(x, np.full(n + 1, n))
        for p in np.linspace(0.02, 0.98, 25):
            inside = (found.lower <= p) & (p <= found.upper)
            covered.append(stats.binom.pmf(x, n, p)[inside].sum())
    assert np.mean(covered) >= 0.945


def test_rate_limits_cover_by_exact_enumeration() -> None:
    x = np.arange(200)
    found = byar_or_exact(x, np.ones(200))
    covered = [
        stats.poisson.pmf(x, mu)[(found.lower <= mu) & (mu <= found.upper)].sum()
        for mu in np.linspace(0.5, 60, 40)
    ]
    assert np.mean(covered) >= 0.945
    assert min(covered) >= 0.94


def test_reliability_begins_at_ten_and_care_ends_at_twenty() -> None:
    x = np.array([0, 9, 10, 19, 20])
    found = byar_or_exact(x, [1000] * 5)
    marks = reliability(x, [1000] * 5, x / 1000, found.lower, found.upper)
    assert list(marks.unreliable) == [True, True, False, False, False]
    assert list(marks.care) == [False, False, True, True, False]


def test_a_small_denominator_or_a_wide_interval_is_unreliable() -> None:
    small = reliability([30], [9], [3.3], [3.0], [3.6])
    wide = reliability([30, 30], [90, 90], [1.0, 1.0], [0.2, 0.2], [1.81, 1.79])
    assert list(small.unreliable) == [True]
    assert list(wide.unreliable) == [True, False]


def test_what_is_missing_gets_no_mark() -> None:
    none = [np.nan] * 2
    marks = reliability([np.nan, 5], [50, np.nan], none, none, none)
    assert not marks.unreliable.any()
    assert not marks.care.any()


def test_limits_can_be_those_of_a_state() -> None:
    strict = Limits(events=30, care=50)
    marks = reliability([29, 40], [99, 99], [1, 1], [1, 1], [1, 1], limits=strict)
    assert list(marks.unreliable) == [True, False]
    assert list(marks.care) == [False, True]
    assert reliable_counts(30, 400, limits=strict)
    assert not reliable_counts(29, 400, limits=strict)
    assert not reliable_counts(float("nan"), 400)


def test_exact_limit_by_a_root_finder() -> None:
    low, _ = limits(byar_or_exact(7, 350))
    slow = optimize.brentq(
        lambda mu: stats.poisson.sf(6, mu) - 0.025, 1e-6, 7, xtol=1e-14
    )
    assert low == pytest.approx(slow / 350, rel=1e-9)
