"""Many places against the state: who is compared, limits, tests, adjusted ratios."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics import funnel
from metrics.catalog import catalogue
from metrics.model import Kind
from metrics.selection import Selection
from metrics.side_by_side import SideBySide, information, side_by_side
from metrics.table import (
    CARE_BIT,
    IMMATURE_BIT,
    STATE_REFERENCE_BIT,
    UNRELIABLE_BIT,
    MeasureTable,
)

NAN = math.nan
ENTRIES = next(each for each in catalogue() if each.id == "entry-rate")


def table(numerator: Any, denominator: Any, **more: Any) -> MeasureTable:
    """A table with the columns that are read here, places named by position."""
    x, n = np.asarray(numerator, float), np.asarray(denominator, float)
    columns = {
        "geography": np.array([str(i) for i in range(x.size)], object),
        "numerator": x,
        "denominator": n,
        "ratio": np.full(x.size, NAN),
        "ratio_status": np.array(["ok"] * x.size, object),
        "flags": np.zeros(x.size, np.int64),
    }
    return MeasureTable(
        measure=ENTRIES,
        selection=Selection(state="nc", measure="entry-rate"),
        columns=columns | more,
        edition="staff",
        version="1",
    )


def beside(
    x1: Any, n1: Any, x2: Any, n2: Any, *, centre: float = 1.0, kind: Kind = "rate",
    **more: Any,
) -> SideBySide:  # fmt: skip
    x1, n1, x2, n2 = (np.asarray(each, float) for each in (x1, n1, x2, n2))
    with np.errstate(all="ignore"):
        ratio = x1 / n1 / (x2 / n2)
    group = table(x1, n1, **({"ratio": ratio} | more))
    return side_by_side(group, [table(x2, n2)], centre=centre, kind=kind)


COUNT = st.integers(10, 400)
PLACE = st.tuples(COUNT, st.integers(500, 90_000), COUNT, st.integers(500, 90_000))


@given(st.lists(PLACE, min_size=1, max_size=9), st.floats(0.2, 5), st.booleans())
@settings(max_examples=100, deadline=None)
def test_sides_are_those_of_a_slow_twin(
    places: list[tuple[int, int, int, int]], centre: float, proportion: bool
) -> None:
    kind: Kind = "proportion" if proportion else "rate"
    found = beside(*zip(*places, strict=True), centre=centre, kind=kind)
    for i, (x1, n1, x2, n2) in enumerate(places):
        variance = 1 / x1 + 1 / x2
        if proportion:
            variance -= 1 / n1 + 1 / n2
        z = (math.log((x1 / n1) / (x2 / n2)) - math.log(centre)) / math.sqrt(variance)
        if min(abs(abs(z) - 1.959964), abs(abs(z) - 3.090232)) < 1e-4:
            continue
        assert found.compared[i]
        assert found.above[i] == (z > 3.09)
        assert found.below[i] == (z < -3.09)
        assert (found.side[i] == funnel.WITHIN) == (abs(z) < 1.96)


def test_information_of_proportions_is_that_of_katz() -> None:
    found = information(*(np.array([each]) for each in (30.0, 60.0, 40.0, 50.0)),
                        kind="proportion")  # fmt: skip
    assert 1 / found[0] == pytest.approx(1 / 30 - 1 / 60 + 1 / 40 - 1 / 50)
    whole = information(*(np.array([5.0]) for _ in range(4)), kind="proportion")
    assert np.isinf(whole[0])
    assert not beside([20], [20], [30], [30], kind="proportion").compared.any()


@pytest.mark.parametrize("bit", [IMMATURE_BIT, STATE_REFERENCE_BIT, UNRELIABLE_BIT])
def test_a_doubtful_place_is_not_compared(bit: int) -> None:
    flags = np.array([bit, CARE_BIT], np.int64)
    found = beside([900, 15], [9000, 900], [20, 20], [9000, 900], flags=flags)
    assert found.compared.tolist() == [False, True]
    assert found.side[0] == funnel.UNKNOWN
    assert not found.stand.flagged[0]
    assert found.stand.compared == 1


@pytest.mark.parametrize("status", ["hidden", "unreliable", "no data", "reference"])
def test_a_place_without_a_ratio_is_not_compared(status: str) -> None:
    words = np.array([status, "ok"], object)
    found = beside([40, 40], [900, 900], [40, 40], [900, 900], ratio_status=words)
    assert found.compared.tolist() == [False, True]


def test_what_is_hidden_stays_hidden_in_all_that_is_derived() -> None:
    found = beside([NAN, 40, 25], [NAN, 900, 800], [30, NAN, 30], [900, NAN, 800])
    assert found.compared.tolist() == [False, False, True]
    for each in (found.information, found.adjusted.value, found.adjusted.weight):
        assert np.isnan(each[:2]).all()
    assert found.stand.compared == 1


def test_a_reference_of_several_groups_is_their_sum_or_nothing() -> None:
    group = table([40, 40], [900, 900], ratio=np.array([1.0, 1.0]))
    others = [table([10, 10], [300, 300]), table([20, NAN], [500, NAN])]
    found = side_by_side(group, others, centre=1.0, kind="rate")
    assert found.x2[0] == 30
    assert found.n2[0] == 800
    assert found.compared.tolist() == [True, False]


def test_what_cannot_be_set_side_by_side() -> None:
    group, other = table([40], [900]), table([40, 41], [900, 900])
    for centre in (0.0, NAN, math.inf):
        with pytest.raises(ValueError, match="above 0"):
            side_by_side(group, [group], centre=centre, kind="rate")
    with pytest.raises(ValueError, match="same places"):
        side_by_side(group, [other], centre=1.0, kind="rate")


def world(
    rng: np.random.Generator, places: int = 100, spread: float = 0.0
) -> tuple[Any, ...]:
    """Places of many sizes with one true ratio, 1.5, or with some spread about it."""
    n2 = np.exp(rng.uniform(np.log(2_000), np.log(200_000), places)).round()
    n1 = (n2 * rng.uniform(0.1, 0.9, places)).round()
    rate = 0.01
    true = 1.5 * np.exp(rng.normal(0, spread, places))
    return rng.poisson(rate * true * n1), n1, rng.poisson(rate * n2), n2


def test_chance_alone_puts_about_so_many_outside_as_is_told() -> None:
    rng = np.random.default_rng(20240701)
    outside, told, stand, dispersed = 0, 0.0, 0, []
    for _ in range(60):
        x1, n1, x2, n2 = world(rng)
        kept = np.where((x1 >= 10) & (x2 >= 10), "ok", "unreliable").astype(object)
        found = beside(x1, n1, x2, n2, centre=1.5, ratio_status=kept)
        outside += int((found.above | found.below).sum())
        told += found.by_chance
        stand += bool(found.stand.flagged.any())
        dispersed.append(found.dispersion.phi)
    assert 0.3 * told < outside < 3 * told
    assert stand <= 8  # a list with one chance in twenty of being chance alone
    assert 0.6 < float(np.mean(dispersed)) < 1.0  # a tenth at each end is drawn in


def test_small_places_that_are_compared_only_when_high_do_not_widen_the_limits() -> (
    None
):
    """Truth: no spread at all. Of places expecting six, those with ten are left."""
    rng = np.random.default_rng(7)
    n1, n2 = np.full(3000, 600.0), np.full(3000, 20_000.0)
    x1, x2 = rng.poisson(6, 3000), rng.poisson(200, 3000)
    kept = np.where(x1 >= 10, "ok", "unreliable").astype(object)
    found = beside(x1, n1, x2, n2, centre=1.0, ratio_status=kept)
    assert found.compared.sum() > 100
    assert not found.large.any()
    assert found.tau2 == 0
    large = beside(*world(rng, spread=0.3), centre=1.5)
    assert large.dispersion.overdispersed
    assert large.tau2 == pytest.approx(0.09, rel=0.6)


def test_one_place_with_another_ratio_is_found() -> None:
    rng = np.random.default_rng(3)
    x1, n1, x2, n2 = world(rng)
    at = int(np.argsort(n1)[70])
    x1[at] = rng.poisson(0.01 * 3.0 * n1[at])
    found = beside(x1, n1, x2, n2, centre=1.5)
    assert found.above[at]
    assert found.stand.flagged[at]
    assert found.adjusted.value[at] < found.ratio[at]


def test_adjusted_ratios_lie_between_their_own_and_the_centre() -> None:
    found = beside(*world(np.random.default_rng(5), spread=0.4), centre=1.5)
    own, drawn = found.ratio[found.compared], found.adjusted.value[found.compared]
    inside = (drawn - np.minimum(own, 1.5) > -1e-9) & (np.maximum(own, 1.5) >= drawn)
    assert inside.mean() > 0.97  # the few counts below five go by their likelihood
    assert np.std(np.log(drawn)) < np.std(np.log(own))
