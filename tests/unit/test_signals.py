"""P-values, many comparisons, and what so many children could show."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from metrics import power
from metrics.disparity import proportion_ratio, rate_ratio
from metrics.power import detectable
from metrics.ratio_tests import proportion_ratio_p, rate_ratio_p
from metrics.signals import discoveries, expected_by_chance

COUNT, TIME = st.integers(0, 90), st.floats(0.5, 5000)


@given(COUNT, TIME, COUNT, TIME, st.floats(0.1, 8))
@settings(max_examples=120, deadline=None)
def test_rate_ratio_p_equals_binomial_sums(
    x1: int, t1: float, x2: int, t2: float, ratio: float
) -> None:
    if x1 + x2 == 0:
        assert np.isnan(rate_ratio_p(x1, t1, x2, t2)[0])
        return
    law = stats.binom(x1 + x2, t1 * ratio / (t1 * ratio + t2))
    half = law.pmf(x1) / 2
    up, down = law.sf(x1) + half, law.cdf(x1 - 1) + half
    close = {"rel": 1e-6, "abs": 1e-12}
    asked = {"ratio": ratio}
    for side, aim in (
        ("greater", up),
        ("less", down),
        ("two-sided", 2 * min(up, down)),
    ):
        found = rate_ratio_p(x1, t1, x2, t2, side=side, **asked)  # type: ignore[arg-type]
        assert found[0] == pytest.approx(min(aim, 1), **close)
    exact = rate_ratio_p(x1, t1, x2, t2, side="greater", method="exact", **asked)
    assert exact[0] == pytest.approx(up + half, **close)


@given(COUNT, TIME, COUNT, TIME)
@settings(max_examples=120, deadline=None)
def test_a_rate_ratio_is_significant_exactly_when_its_interval_says_so(
    x1: int, t1: float, x2: int, t2: float
) -> None:
    if x1 + x2 == 0:
        return
    p, found = rate_ratio_p(x1, t1, x2, t2)[0], rate_ratio(x1, t1, x2, t2)
    if abs(p - 0.05) > 1e-6:
        assert (p < 0.05) == bool(found.lower[0] > 1 or found.upper[0] < 1)


@given(st.integers(1, 90), st.integers(1, 90), st.data())
@settings(max_examples=120, deadline=None)
def test_a_proportion_ratio_is_significant_exactly_when_its_interval_says_so(
    n1: int, n2: int, data: st.DataObject
) -> None:
    x1, x2 = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    p = proportion_ratio_p(x1, n1, x2, n2)[0]
    if x1 + x2 in (0, n1 + n2):
        assert np.isnan(p)
        return
    table = [[x1, n1 - x1], [x2, n2 - x2]]
    pearson = stats.chi2_contingency(table, correction=False).pvalue
    assert p == pytest.approx(pearson, rel=1e-6, abs=1e-12)
    found = proportion_ratio(x1, n1, x2, n2)
    if abs(p - 0.05) > 1e-6:
        assert (p < 0.05) == bool(found.lower[0] > 1 or found.upper[0] < 1)


def test_tests_without_counts() -> None:
    nothing = rate_ratio_p([0, np.nan, 3, 3], [9, 9, 0, 9], [0, 3, 3, 3], [9, 9, 9, -1])
    assert np.isnan(nothing).all()
    nothing = proportion_ratio_p([0, 9, 9, 3], [9, 9, 5, 9], [0, 9, 2, 3], [9, 9, 9, 0])
    assert np.isnan(nothing).all()
    with pytest.raises(ValueError, match="above 0"):
        rate_ratio_p(1, 1, 1, 1, ratio=0)


@given(st.lists(st.one_of(st.floats(0, 1), st.just(math.nan)), max_size=40))
@settings(max_examples=80, deadline=None)
def test_discoveries_by_the_step_up_rule(p: list[float]) -> None:
    found = discoveries(p)
    tested = sorted(each for each in p if each == each)
    size = len(tested)
    passed = [k + 1 for k in range(size) if tested[k] <= 0.05 * (k + 1) / size + 1e-15]
    limit = tested[max(passed) - 1] if passed else -1.0
    assert list(found.flagged) == [each <= limit for each in p]
    assert found.compared == size
    assert found.by_chance == pytest.approx(0.05 * size)
    assert list(np.isnan(found.adjusted)) == [each != each for each in p]


def test_among_discoveries_few_are_chance() -> None:
    draw = np.random.default_rng(2)
    shares = []
    for _ in range(300):
        null = draw.random(90)
        real = stats.norm.sf(draw.normal(4, 1, 10))
        flagged = discoveries(np.append(null, real)).flagged
        shares.append(flagged[:90].sum() / max(flagged.sum(), 1))
    assert np.mean(shares) <= 0.05


def test_chance_and_its_share() -> None:
    assert expected_by_chance(4200, level=0.002) == pytest.approx(8.4)
    for share in (0, 1):
        with pytest.raises(ValueError, match="share"):
            discoveries([0.1], share=share)
    with pytest.raises(ValueError, match="p"):
        discoveries([1.2])


def chance_of_showing(
    n1: int, n2: int, rate: float, ratio: float, kind: str
) -> tuple[float, float]:
    """By listing every pair of counts and asking the interval itself."""
    if kind == "rate":
        laws = stats.poisson(n1 * rate * ratio), stats.poisson(n2 * rate)
        sizes = [int(law.ppf(1 - 1e-9)) for law in laws]
    else:
        laws = stats.binom(n1, min(rate * ratio, 1)), stats.binom(n2, rate)
        sizes = [n1, n2]
    x1, x2 = (each.ravel() for each in np.mgrid[: sizes[0] + 1, : sizes[1] + 1])
    method = rate_ratio if kind == "rate" else proportion_ratio
    found, chance = method(x1, n1, x2, n2), laws[0].pmf(x1) * laws[1].pmf(x2)
    return (
        float(chance[found.lower > 1].sum()), float(chance[found.upper < 1].sum())
    )  # fmt: skip


@pytest.mark.parametrize(
    ("n1", "n2", "rate", "kind"),
    [(500, 5000, 0.01, "rate"), (3000, 3000, 0.01, "rate"), (90, 9, 2.0, "rate"),
     (40, 400, 0.4, "proportion"), (60, 60, 0.2, "proportion"),
     (30, 100, 0.6, "proportion")],
)  # fmt: skip
def test_the_smallest_ratio_is_seen_in_four_of_five(
    n1: int, n2: int, rate: float, kind: str
) -> None:
    found = detectable(n1, n2, rate, kind=kind)  # type: ignore[arg-type]
    assert found.below < 1 < found.above
    if math.isfinite(found.above):
        at = chance_of_showing(n1, n2, rate, found.above, kind)[0]
        assert at == pytest.approx(0.8, abs=1e-3)
        assert chance_of_showing(n1, n2, rate, 0.9 * found.above, kind)[0] < 0.8
    if found.below:
        at = chance_of_showing(n1, n2, rate, found.below, kind)[1]
        assert at == pytest.approx(0.8, abs=1e-3)


def test_few_children_can_show_nothing_below_and_little_above() -> None:
    few = detectable(50, 1000, 0.002, kind="rate")
    assert few.below == 0
    assert few.above > 10
    none = detectable(3, 1000, 0.9, kind="proportion")
    assert math.isinf(none.above)


def test_more_children_show_smaller_ratios() -> None:
    found = [detectable(n, 10 * n, 0.01, kind="rate").above for n in (200, 2000, 20000)]
    assert found == sorted(found, reverse=True)
    surer = detectable(2000, 20000, 0.01, kind="rate", confidence=0.998)
    assert surer.above > found[1]
    assert detectable(2000, 20000, 0.01, kind="rate", power=0.5).above < found[1]


def test_a_group_far_larger_than_its_reference() -> None:
    found = detectable(500_000, 500, 0.002, kind="rate")
    at = found.above
    draw = np.random.default_rng(1)
    x1, x2 = draw.poisson(1000 * at, 4000), draw.poisson(1, 4000)
    shown = np.mean(rate_ratio(x1, 500_000, x2, 500).lower > 1)
    assert shown == pytest.approx(0.8, abs=0.03)


@pytest.mark.parametrize(
    "asked",
    [(0, 9, 0.1), (9, 0, 0.1), (9, 9, 0), (9, 9, math.nan), (9, 9, math.inf)],
)
def test_sizes_that_are_not(asked: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        detectable(*asked, kind="rate")
    with pytest.raises(ValueError, match="no ratio"):
        detectable(9, 9, 1.0, kind="proportion")


@pytest.mark.parametrize("sizes", [(900, 4_000, 0.3), (60_000, 9_000, 0.1)])
@pytest.mark.parametrize("kind", ["rate", "proportion"])
def test_looking_at_a_few_counts_first_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, sizes: tuple[float, float, float], kind: str
) -> None:
    quick = detectable(*sizes, kind=kind)  # type: ignore[arg-type]
    monkeypatch.setattr(power, "_KNOTS", 1_000_000)
    assert detectable(*sizes, kind=kind) == quick  # type: ignore[arg-type]
