"""Trends of rates: against a general optimiser, chance, and refusals."""

import numpy as np
import pytest
from scipy import optimize, stats

from metrics.errors import BadSelection
from metrics.log_linear import trend_of_rates
from metrics.trend import recent_trend, trend_of_proportions
from metrics.windows import overlap, refuse_overlap

X = [212, 230, 241, 262, 251, 290, 300]
T = [10_100, 10_050, 9_900, 10_000, 9_950, 9_990, 9_800]


def test_the_slope_is_the_likeliest() -> None:
    def unlikely(at: np.ndarray) -> float:
        mean = np.array(T) * np.exp(at[0] + at[1] * np.arange(7))
        return -float(stats.poisson.logpmf(X, mean).sum())

    slow = optimize.minimize(unlikely, [-3.8, 0.0], method="Nelder-Mead",
                             options={"xatol": 1e-10, "fatol": 1e-10})  # fmt: skip
    found = trend_of_rates(X, T)
    assert found.change == pytest.approx(np.exp(slow.x[1]), rel=1e-6)
    assert 1 < found.lower < found.change < found.upper
    assert found.p < 0.01
    assert found.status == "ok"


def test_the_limits_by_hand() -> None:
    """Counts exactly on the line: no scatter, so the Poisson variance alone."""
    at = np.arange(6)
    mean = 1000 * np.exp(0.03 * at)
    found = trend_of_rates(mean, np.ones(6))
    design = np.vstack((np.ones(6), at))
    error = np.sqrt(np.linalg.inv((design * mean) @ design.T)[1, 1])
    reach = 1.959963984540054 * error
    assert found.dispersion == 1
    assert found.change == pytest.approx(np.exp(0.03))
    assert found.upper == pytest.approx(np.exp(0.03 + reach))
    assert found.lower == pytest.approx(np.exp(0.03 - reach))


def test_scatter_beyond_chance_widens_the_limits() -> None:
    calm = trend_of_rates([1000] * 8, [1.0] * 8)
    wild = trend_of_rates([700, 1300] * 4, [1.0] * 8)
    assert calm.dispersion == 1
    assert wild.dispersion > 50
    assert wild.upper - wild.lower > 7 * (calm.upper - calm.lower)


def test_chance_alone_is_called_a_trend_as_often_as_it_should() -> None:
    draw = np.random.default_rng(6)
    p = [trend_of_rates(draw.poisson(60, 8), [1.0] * 8).p for _ in range(1500)]
    assert float(np.mean(np.array(p) < 0.05)) == pytest.approx(0.04, abs=0.02)


@pytest.mark.parametrize(
    ("x", "t", "status"),
    [
        ([20] * 4, [1.0] * 4, "not estimable"),
        ([20] * 4 + [np.nan], [1.0] * 5, "not estimable"),
        ([20] * 5, [1.0] * 4 + [0], "not estimable"),
        ([20] * 4 + [9], [1.0] * 5, "too few events"),
        ([10] * 5, [1.0] * 5, "ok"),
    ],
)
def test_refusals(x: list[float], t: list[float], status: str) -> None:
    found = trend_of_rates(x, t)
    assert found.status == status
    assert np.isnan(found.change) == (status != "ok")


def test_windows_that_share_days_are_refused() -> None:
    rolling = [f"r2024-{month:02}" for month in range(1, 6)]
    for test in (
        lambda: trend_of_rates([20] * 5, [1.0] * 5, windows=rolling),
        lambda: recent_trend([1, 2, 3, 4, 5], [0] * 5, [9] * 5, windows=rolling),
        lambda: trend_of_proportions([1, 2], [9, 9], windows=rolling[:2]),
    ):
        with pytest.raises(BadSelection, match="share days"):
            test()


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (["sfy2022", "sfy2023", "sfy2024"], None),
        (["sfy2024", "sfy2022", "sfy2023"], None),
        (["sfy2024", "sfy2024"], ("sfy2024", "sfy2024")),
        (["sfy2022-2024", "sfy2019-2021"], None),
        (["sfy2022-2024", "sfy2023"], ("sfy2022-2024", "sfy2023")),
        (["ffy2024", "sfy2024"], ("sfy2024", "ffy2024")),
        (["r2024-06", "r2025-06"], None),
        (["r2024-06", "r2025-05"], ("r2024-06", "r2025-05")),
        ([], None),
    ],
)
def test_which_windows_share_days(
    keys: list[str], found: tuple[str, str] | None
) -> None:
    assert overlap(keys) == found
    if found:
        with pytest.raises(BadSelection, match=found[0]):
            refuse_overlap(keys)
