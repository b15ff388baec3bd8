"""Figures of small places drawn in: planted truths, slow twins, edges."""

import numpy as np
import pytest
from scipy import integrate, optimize, stats

from metrics.shrinkage import gamma_poisson, marshall
from metrics.shrunken_ratios import between_places, shrunken_ratios


def counties(
    shape: float, size: int = 400, seed: int = 2
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Counts, populations and true rates about 0.004, from a gamma distribution."""
    draw = np.random.default_rng(seed)
    n = np.ceil(draw.lognormal(8, 1.3, size))
    truth = draw.gamma(shape, 0.004 / shape, size)
    return draw.poisson(n * truth).astype(float), n, truth


def test_marshall_by_hand() -> None:
    x, n = np.array([2.0, 30, 5]), np.array([100.0, 500, 50])
    centre = 37 / 650
    spread = sum(n * (x / n - centre) ** 2) / 650 - centre / (650 / 3)
    weight = spread / (spread + centre / n)
    found = marshall(x, n)
    assert found.value == pytest.approx(weight * x / n + (1 - weight) * centre)
    assert found.weight == pytest.approx(weight)
    assert found.centre == pytest.approx(centre)


def test_places_that_are_alike_are_drawn_in_entirely() -> None:
    x, n = np.array([4.0, 40, 400]), np.array([1000.0, 10_000, 100_000])
    found = marshall(x, n)
    assert found.value == pytest.approx([0.004] * 3)
    assert list(found.weight) == [0, 0, 0]
    assert set(found.status) == {"no spread between places"}
    fitted = gamma_poisson(x, n)
    assert set(fitted.status) == {"no spread between places"}
    assert np.isnan(fitted.lower).all()
    assert fitted.value == pytest.approx([0.004] * 3, rel=1e-6)


@pytest.mark.parametrize("function", [marshall, gamma_poisson])
def test_a_shrunken_rate_lies_between_its_own_and_the_centre(function: object) -> None:
    x, n, _ = counties(4.0)
    found = function(x, n)  # type: ignore[operator]
    low, high = np.minimum(x / n, found.centre), np.maximum(x / n, found.centre)
    assert ((found.value >= low * (1 - 1e-9)) & (found.value <= high + 1e-12)).all()
    order = np.argsort(n)
    assert (np.diff(found.weight[order]) >= 0).all()
    assert ((found.weight >= 0) & (found.weight <= 1)).all()


@pytest.mark.parametrize("function", [marshall, gamma_poisson])
def test_places_without_counts_are_left_out(function: object) -> None:
    x, n, _ = counties(4.0, size=60)
    more = np.append(x, [np.nan, 5]), np.append(n, [100, 0])
    found, without = function(*more), function(x, n)  # type: ignore[operator]
    assert found.value[:60] == pytest.approx(without.value)
    assert list(found.status[60:]) == ["not estimable"] * 2
    assert np.isnan(found.value[60:]).all()
    with pytest.raises(ValueError, match="no place"):
        function([np.nan], [5])  # type: ignore[operator]


def test_without_any_events_nothing_is_fitted() -> None:
    with pytest.raises(ValueError, match="without any events"):
        gamma_poisson([0, 0], [5, 9])


def test_the_prior_is_the_likeliest() -> None:
    x, n, _ = counties(3.0, size=80)

    def unlikely(at: np.ndarray) -> float:
        mean, shape = np.exp(at)
        return -float(stats.nbinom.logpmf(x, shape, shape / (shape + mean * n)).sum())

    slow = optimize.minimize(unlikely, np.log([0.004, 2.0]), method="Nelder-Mead",
                             options={"xatol": 1e-8, "fatol": 1e-9})  # fmt: skip
    found = gamma_poisson(x, n)
    mean, shape = np.exp(slow.x)
    assert found.centre == pytest.approx(mean, rel=1e-4)
    assert found.value == pytest.approx((x + shape) / (n + shape / mean), rel=1e-4)
    twin = stats.gamma(x + shape, scale=1 / (n + shape / mean))
    assert found.lower == pytest.approx(twin.ppf(0.025), rel=1e-3)
    assert found.above == pytest.approx(twin.sf(found.centre), abs=1e-3)


def test_credible_intervals_hold_planted_rates() -> None:
    x, n, truth = counties(4.0, size=3000)
    found = gamma_poisson(x, n)
    inside = (found.lower < truth) & (truth < found.upper)
    assert float(inside.mean()) == pytest.approx(0.95, abs=0.015)
    raw = np.mean((x / n - truth) ** 2)
    assert np.mean((found.value - truth) ** 2) < raw


def ratios(tau: float, size: int, seed: int = 4) -> tuple[np.ndarray, ...]:
    draw = np.random.default_rng(seed)
    n1, n2 = draw.lognormal(6.5, 1.3, size), draw.lognormal(8.5, 1.2, size)
    truth = np.exp(draw.normal(np.log(1.6), tau, size))
    x1, x2 = draw.poisson(n1 * 0.01 * truth), draw.poisson(n2 * 0.01)
    return x1.astype(float), n1, x2.astype(float), n2, truth


def test_ratios_are_drawn_to_the_state_and_hold_planted_ones() -> None:
    *counts, truth = ratios(0.35, 2000)
    found = shrunken_ratios(*counts, kind="rate", centre=1.6)
    assert found.tau2 == pytest.approx(0.35**2, rel=0.2)
    inside = (found.lower < truth) & (truth < found.upper)
    assert float(inside.mean()) == pytest.approx(0.95, abs=0.02)
    few = np.minimum(counts[0], counts[2]) < 5
    assert set(found.method[few]) == {"conditional binomial"}
    assert set(found.method[~few]) == {"DerSimonian-Laird"}
    assert ((found.weight >= 0) & (found.weight < 1)).all()
    assert (found.lower < found.value).all()
    assert (found.value < found.upper).all()


def test_few_counts_against_an_integral() -> None:
    *counts, _ = ratios(0.35, 300)
    found = shrunken_ratios(*counts, kind="rate", centre=1.6)
    x1, n1, x2, n2 = counts
    few = np.flatnonzero(np.minimum(x1, x2) < 5)[:6]
    assert few.size == 6
    for i in few:

        def weight(theta: float, i: int = i) -> float:
            odds = theta + np.log(n1[i] / n2[i])
            share = 1 / (1 + np.exp(-odds))
            likely = stats.binom.pmf(x1[i], x1[i] + x2[i], share)
            prior = stats.norm.pdf(theta, np.log(1.6), np.sqrt(found.tau2))
            return float(likely * prior)

        whole = integrate.quad(weight, -4, 5, limit=200)[0]
        mean = integrate.quad(lambda t: t * weight(t), -4, 5, limit=200)[0] / whole
        below = integrate.quad(weight, -4, np.log(found.lower[i]), limit=200)[0] / whole
        assert np.log(found.value[i]) == pytest.approx(mean, abs=1e-4)
        assert below == pytest.approx(0.025, abs=1e-3)


def test_both_ways_meet_where_counts_are_not_few() -> None:
    """A place just under the limit is told much the same by both."""
    *counts, _ = ratios(0.35, 300)
    for each, new in zip(counts, (4.0, 900, 40, 9000), strict=True):
        each[0] = new
    found = shrunken_ratios(*counts, kind="rate", centre=1.6)
    v = 1 / 4 + 1 / 40
    weight = found.tau2 / (found.tau2 + v)
    assert found.method[0] == "conditional binomial"
    assert found.weight[0] == pytest.approx(weight, abs=0.06)
    usual = np.log(1.6) + weight * (np.log(4 / 900 * 9000 / 40) - np.log(1.6))
    assert np.log(found.value[0]) == pytest.approx(usual, abs=0.08)


def test_a_proportion_is_surer_than_a_rate() -> None:
    counts = [20.0, 30, 60], [40.0, 40, 80], [50.0, 30, 90], [100.0, 100, 100]
    share = shrunken_ratios(*counts, kind="proportion", centre=1.2)
    rate = shrunken_ratios(*counts, kind="rate", centre=1.2)
    assert share.tau2 > rate.tau2
    assert (share.weight > rate.weight).all()


def test_edges_of_shrunken_ratios() -> None:
    *counts, _ = ratios(0.35, 50)
    for each, new in zip(counts, (0.0, 0, 5, 100), strict=True):
        each[0] = new
    counts[0][1] = np.nan
    counts[0][2] = counts[2][2] = 0
    found = shrunken_ratios(*counts, kind="rate", centre=1.6)
    assert list(found.status[:3]) == ["not estimable", "not estimable", "ok"]
    assert found.value[2] == pytest.approx(1.6, rel=1e-3)
    assert found.weight[2] == pytest.approx(0, abs=0.01)
    alone = shrunken_ratios([9], [90], [20], [300], kind="rate", centre=1.6)
    assert alone.status[0] == "not estimable"
    with pytest.raises(ValueError, match="above 0"):
        shrunken_ratios([9], [90], [20], [300], kind="rate", centre=0)


def test_ratios_that_are_alike_have_no_interval_of_no_width() -> None:
    same = [10.0, 20, 40, 1], [100.0, 200, 400, 10], [30.0, 60, 120, 3], [600.0] * 4
    same[3][:] = [600.0, 1200, 2400, 60]
    found = shrunken_ratios(*same, kind="rate", centre=2.0)
    assert found.tau2 == 0
    assert set(found.status) == {"no spread between places"}
    assert found.value == pytest.approx([2.0] * 4)
    assert np.isnan(found.lower).all()
    assert np.isnan(between_places([1.0], [0.1]))
