"""Standardised rates against sums written out, and at their edges."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.disproportionality import disproportionality
from metrics.rates import byar_or_exact, wilson
from metrics.standardised import directly_standardised, indirectly_standardised

STRATA = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 5000), st.integers(0, 900)),
    min_size=1, max_size=6,
)  # fmt: skip


@given(STRATA)
@settings(max_examples=80, deadline=None)
def test_direct_equals_sums_written_out(strata: list[tuple[int, int, int]]) -> None:
    if not any(weight for _, _, weight in strata):
        return
    whole = sum(weight for _, _, weight in strata)
    used = [each for each in strata if each[2]]
    value = sum(x / n * w for x, n, w in used) / whole
    variance = sum(x / n**2 * w**2 for x, n, w in used) / whole**2
    total = sum(x for x, _, _ in used)
    x, n, weights = (list(each) for each in zip(*strata, strict=True))
    found = directly_standardised(x, n, weights)
    if total < 10:
        assert found.status[0] == "too few events"
        assert np.isnan([found.value[0], found.lower[0], found.upper[0]]).all()
        return
    around = byar_or_exact(total, 1)
    assert found.value[0] == pytest.approx(value)
    assert found.lower[0] == pytest.approx(
        value - np.sqrt(variance / total) * (total - around.lower[0])
    )
    assert found.upper[0] == pytest.approx(
        value + np.sqrt(variance / total) * (around.upper[0] - total)
    )
    assert 0 <= found.lower[0] <= found.value[0] <= found.upper[0]


def test_with_the_place_as_its_own_standard_the_rate_is_crude() -> None:
    x, n = [12, 30, 4], [100, 900, 70]
    found = directly_standardised(x, n, n)
    assert found.value[0] == pytest.approx(46 / 1070)
    shown = byar_or_exact(46, 1070)
    assert (found.lower[0], found.upper[0]) == pytest.approx(
        (shown.lower[0], shown.upper[0])
    )


def test_places_in_rows_and_their_statuses() -> None:
    x = [[12, 30], [5, 4], [9, np.nan], [9, 9], [6, 6]]
    n = [[100, 900], [100, 900], [100, 900], [100, 0], [100, 900]]
    found = directly_standardised(x, n, [1, 1])
    assert list(found.status) == [
        "ok", "too few events", "not estimable", "not estimable", "ok",
    ]  # fmt: skip
    assert directly_standardised([[12, 3]], [[90, 0]], [1, 0]).status[0] == "ok"


@pytest.mark.parametrize("standard", [[1, 2, 3], [0, 0], [-1, 2], [np.nan, 1]])
def test_a_standard_must_fit(standard: list[float]) -> None:
    with pytest.raises(ValueError, match="standard"):
        directly_standardised([[5, 9]], [[50, 90]], standard)


def test_indirect_is_observed_over_expected() -> None:
    expected, found = indirectly_standardised(
        [9, 0, 5], [[100, 200], [10, 20], [0, 0]], [10, 40], [1000, 2000]
    )
    assert expected == pytest.approx([5.0, 0.5, 0.0])
    assert found.value[:2] == pytest.approx([1.8, 0.0])
    assert list(found.status) == ["ok", "ok", "not estimable"]
    assert found.lower[1] == 0
    assert found.upper[1] == pytest.approx(-np.log(0.025) / 0.5)


def test_indirect_without_a_population_where_events_are_expected() -> None:
    expected, found = indirectly_standardised(
        [9], [[100, np.nan]], [10, 40], [1e3, 2e3]
    )
    assert np.isnan(expected[0])
    assert found.status[0] == "not estimable"
    assert np.isnan(found.value[0])


def test_disproportionality_has_its_ceiling() -> None:
    found = disproportionality([40, 100], [100, 100], [20, 20], [100, 100])
    share = wilson(40, 100)
    assert found.value == pytest.approx([2.0, 5.0])
    assert found.lower[0] == pytest.approx(share.lower[0] * 5)
    assert found.upper[1] == pytest.approx(5.0)
    edges = disproportionality([0, 5, 5, 0], [0, 9, 9, 9], [5, 0, 20, 5], [9, 9, 9, 50])
    assert list(edges.status) == [*["not estimable"] * 3, "ok"]
    assert np.isnan(edges.value[:3]).all()
    assert edges.value[3] == 0
