"""Parts of a difference: add up, fair to both sides, against every order."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.decompose import chain, log_chain, product_parts, shapley
from metrics.kitagawa import kitagawa

FACTOR = st.floats(0.01, 5)
FACTORS = st.lists(st.tuples(FACTOR, FACTOR), min_size=1, max_size=5)


def every_order(first: tuple[float, ...], second: tuple[float, ...]) -> list[float]:
    """Each factor's change, averaged over all orders of replacing, one by one."""
    effects = [0.0] * len(first)
    orders = list(permutations(range(len(first))))
    for order in orders:
        now = list(first)
        for factor in order:
            before = np.prod(now)
            now[factor] = second[factor]
            effects[factor] += (np.prod(now) - before) / len(orders)
    return effects


@given(FACTORS)
@settings(max_examples=80, deadline=None)
def test_parts_equal_the_mean_over_every_order(
    pairs: list[tuple[float, float]],
) -> None:
    first, second = (tuple(each) for each in zip(*pairs, strict=True))
    found = product_parts(first, second)
    assert found.effects == pytest.approx(every_order(first, second), abs=1e-9)
    assert found.effects.sum() == pytest.approx(found.second - found.first, abs=1e-9)
    back = product_parts(second, first)
    assert back.effects == pytest.approx(-found.effects, abs=1e-9)


def test_an_unchanged_factor_has_no_part() -> None:
    found = product_parts((2.0, 3.0, 5.0), (4.0, 3.0, 6.0))
    assert found.effects[1] == pytest.approx(0)
    assert found.shares.sum() == pytest.approx(1)


def test_no_difference_has_no_shares() -> None:
    found = product_parts((2.0, 3.0), (3.0, 2.0))
    assert found.effects == pytest.approx([2.5, -2.5])
    assert np.isnan(found.shares).all()


@pytest.mark.parametrize("count", [0, 13])
def test_factors_must_match_and_be_few(count: int) -> None:
    with pytest.raises(ValueError, match="factors"):
        shapley(lambda *each: sum(each), (1,) * count, (2,) * count)
    with pytest.raises(ValueError, match="factors"):
        shapley(lambda *each: sum(each), (1,), (2, 3))


def test_a_chain_multiplies_to_the_whole() -> None:
    found = chain((4000, 400, 200, 30), (30000, 1500, 720, 90))
    assert found.ratios == pytest.approx([2.0, (0.5) / (0.48), 0.15 / 0.125])
    assert found.overall == pytest.approx((30 / 4000) / (90 / 30000))
    assert found.logs.sum() == pytest.approx(np.log(found.overall))
    assert found.shares.sum() == pytest.approx(1)
    whole = 1 / 30 - 1 / 4000 + 1 / 90 - 1 / 30000
    assert found.variances.sum() == pytest.approx(whole)


def test_near_parity_has_no_shares() -> None:
    assert np.isnan(log_chain((2.0, 0.49)).shares).all()
    assert np.isnan(log_chain((np.exp(0.1), np.exp(0.0999))).shares).all()
    assert not np.isnan(log_chain((np.exp(0.11), np.exp(0.1))).shares).any()
    assert not np.isnan(log_chain((0.5, 0.9)).shares).any()


def test_a_step_without_children_has_no_ratio() -> None:
    found = chain((100, 20, 0), (900, 90, 9))
    assert found.ratios[0] == pytest.approx(2)
    assert np.isnan([found.ratios[1], found.overall, found.variances[1]]).all()
    assert np.isnan(chain((100, 20), (900, 0)).overall)
    assert np.isnan(chain((100, 20, 15), (900, 90, 95), nested=False).variances).all()
    with pytest.raises(ValueError, match="steps"):
        chain((1,), (1,))


SIZE = st.floats(0.01, 9)
MIX = st.lists(
    st.tuples(st.floats(0, 1), SIZE, st.floats(0.01, 1), SIZE), min_size=1, max_size=6
)


@given(MIX)
@settings(max_examples=80, deadline=None)
def test_the_two_parts_add_and_multiply(strata: list[tuple[float, ...]]) -> None:
    r, s, q, p = (np.array(each) for each in zip(*strata, strict=True))
    found = kitagawa(r, s, q, p)
    group, reference = (r * s).sum() / s.sum(), (q * p).sum() / p.sum()
    assert found.between + found.within == pytest.approx(group - reference, abs=1e-9)
    assert found.by_stratum.sum() == pytest.approx(found.within, abs=1e-9)
    ratio = found.ratio_between * found.ratio_within
    assert ratio == pytest.approx(group / reference)
    back = kitagawa(q, p, r, s)
    assert back.between == pytest.approx(-found.between, abs=1e-9)


def test_the_same_mix_or_the_same_rates_leave_one_part() -> None:
    mix = kitagawa([0.2, 0.4], [1, 1], [0.1, 0.2], [30, 30])
    assert mix.between == pytest.approx(0)
    assert mix.ratio_within == pytest.approx(2)
    rates = kitagawa([0.1, 0.4], [1, 3], [0.1, 0.4], [3, 1])
    assert rates.within == pytest.approx(0)
    assert rates.ratio_between == pytest.approx(0.325 / 0.175)


def test_without_events_of_the_reference_there_is_no_ratio() -> None:
    found = kitagawa([0.2, 0.1], [90, 80], [0, 0], [900, 800])
    assert found.between + found.within == pytest.approx(26 / 170)
    assert np.isnan([found.ratio_between, found.ratio_within]).all()


def test_mixes_must_fit() -> None:
    with pytest.raises(ValueError, match="strata"):
        kitagawa([1, 2], [1], [1, 2], [1, 2])
    with pytest.raises(ValueError, match="mix"):
        kitagawa([1, 2], [0, 0], [1, 2], [1, 2])
