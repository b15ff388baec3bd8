"""Funnel limits: who is outside is who is rare by chance; over-dispersion."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from metrics.dispersion import LEAST_PLACES, dispersion, winsorised
from metrics.funnel import (
    information,
    log_limits,
    proportion_limits,
    rate_limits,
    sides,
)


@given(st.integers(0, 300), st.floats(0.01, 400), st.sampled_from([0.95, 0.998]))
@settings(max_examples=200, deadline=None)
def test_a_count_is_outside_exactly_when_its_tail_is_rare(
    x: int, mean: float, confidence: float
) -> None:
    found = rate_limits(mean, confidence=confidence)
    tail = (1 - confidence) / 2
    low, high = stats.poisson.cdf(x, mean), stats.poisson.sf(x - 1, mean)
    if min(abs(low - tail), abs(high - tail)) < 1e-9:
        return
    assert (x / mean < found.lower[0]) == (low < tail)
    assert (x / mean > found.upper[0]) == (high < tail)


def test_limits_lie_about_the_centre_and_narrow_with_size() -> None:
    sizes = np.array([0.5, 3, 30, 300, 30000.0])
    for confidence in (0.95, 0.998):
        found = rate_limits(sizes, 0.004, confidence=confidence)
        assert (found.lower < 0.004).all()
        assert (found.upper > 0.004).all()
        assert (np.diff(found.upper) < 0).all()
        assert (np.diff(found.lower) >= 0).all()
    assert rate_limits(0.5, confidence=0.95).lower[0] == 0


@given(st.integers(1, 900), st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_limits_of_a_proportion_stay_proportions(n: int, centre: float) -> None:
    warn, alarm = (proportion_limits(n, centre, confidence=c) for c in (0.95, 0.998))
    order = [alarm.lower, warn.lower, [centre], warn.upper, alarm.upper, [1.0]]
    flat = [0.0, *(float(each[0]) for each in order)]
    assert flat == sorted(flat)


def test_limits_of_a_ratio_of_groups() -> None:
    weight = information([12, 0, 0], [40, 9, 0])
    assert weight == pytest.approx([12 * 40 / 52, 0, 0])
    found = log_limits(weight, 1.6, confidence=0.95)
    reach = 1.959963984540054 * np.sqrt(1 / 12 + 1 / 40)
    assert found.upper[0] == pytest.approx(1.6 * np.exp(reach))
    assert found.lower[0] * found.upper[0] == pytest.approx(1.6**2)
    assert list(found.status) == ["ok", "not estimable", "not estimable"]
    wider = log_limits(weight, 1.6, confidence=0.95, tau2=0.1)
    assert wider.upper[0] > found.upper[0]


def test_sizes_and_centres_that_are_not() -> None:
    for found in (
        proportion_limits([0, 9, np.nan], [0.5, 1.2, 0.5], confidence=0.95),
        rate_limits([0, 9, np.nan], [1, -1, 1], confidence=0.95),
        log_limits([0, 9, np.nan], [1, 0, 1], confidence=0.95),
    ):
        assert list(found.status) == ["not estimable"] * 3
        assert np.isnan(found.lower).all()


def test_sides_in_words() -> None:
    warn, alarm = (
        proportion_limits([100] * 6, 0.5, confidence=c) for c in (0.95, 0.998)
    )
    on = float(warn.lower[0])
    found = sides([0.3, 0.38, on, 0.62, 0.7, np.nan], warn, alarm)
    assert list(found) == [
        "below 99.8 % limit", "below 95 % limit", "within", "above 95 % limit",
        "above 99.8 % limit", "not estimable",
    ]  # fmt: skip


def test_chance_flags_as_many_places_as_it_should() -> None:
    draw = np.random.default_rng(5)
    expected = draw.uniform(20, 400, 40_000)
    ratio = draw.poisson(expected) / expected
    warn, alarm = (rate_limits(expected, confidence=c) for c in (0.95, 0.998))
    found = sides(ratio, warn, alarm)
    outside = float(np.mean(found != "within"))
    far = float(np.mean(np.char.find(found, "99.8") >= 0))
    assert 0.04 < outside <= 0.052
    assert 0.0012 < far <= 0.0024


def test_places_that_differ_by_chance_are_not_overdispersed() -> None:
    draw = np.random.default_rng(3)
    error = draw.uniform(0.05, 0.6, 2000)
    found = dispersion(draw.normal(0.4, error), 0.4, error, share=0)
    assert found.phi == pytest.approx(1, abs=0.1)
    assert found.tau2 < 0.002
    assert found.places == 2000


def test_a_planted_spread_is_found() -> None:
    draw = np.random.default_rng(3)
    error = draw.uniform(0.05, 0.3, 4000)
    values = draw.normal(0.0, np.sqrt(error**2 + 0.2**2))
    assert dispersion(values, 0.0, error, share=0).tau2 == pytest.approx(0.04, rel=0.1)
    drawn_in = dispersion(values, 0.0, error)
    assert drawn_in.overdispersed
    assert 0.01 < drawn_in.tau2 < 0.04


def test_the_outliers_looked_for_do_not_widen_the_funnel() -> None:
    error = np.full(100, 0.1)
    values = np.tile([-0.1, 0.0, 0.1, 0.0], 25)
    values[:5] = 9
    found = dispersion(values, 0.0, error)
    assert found.phi < 1
    assert found.tau2 == 0
    assert dispersion(values, 0.0, error, share=0).tau2 > 1


def test_dispersion_by_hand() -> None:
    values, error = np.arange(10.0), np.full(10, 2.0)
    z = np.clip(values / 2, np.quantile(values / 2, 0.1), np.quantile(values / 2, 0.9))
    found = dispersion(values, 0.0, error)
    assert found.phi == pytest.approx((z**2).mean())
    assert found.tau2 == pytest.approx((10 * found.phi - 9) / (2.5 - 0.25))
    assert list(winsorised(np.array([1.0, 2, 3]), 0)) == [1, 2, 3]


def test_too_few_places_have_no_dispersion() -> None:
    few = np.arange(LEAST_PLACES - 1.0)
    assert np.isnan(dispersion(few, 0.0, 1.0).phi)
    missing = np.append(few, [np.nan, np.inf])
    found = dispersion(missing, 0.0, 1.0)
    assert found.places == LEAST_PLACES - 1
    assert not found.overdispersed
    with pytest.raises(ValueError, match="0.5"):
        dispersion(few, 0.0, 1.0, share=0.5)
