"""Time in care from sums: against records of single children, and at the edges."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.rates import wilson
from metrics.survival import Sums, curves, sums
from metrics.time_in_care import days_in_care, median_days

MONTHS = [0, 1, 3, 7, 14, 21, *(round(k * 365.25 / 12) for k in range(1, 37))]


@dataclass(frozen=True, kw_only=True)
class Child:
    """From which day of the stay it is followed, to which, how it ended (0: not)."""

    start: int
    end: int
    type: int


@st.composite
def children(draw: st.DrawFn) -> list[Child]:
    found = []
    for _ in range(draw(st.integers(1, 25))):
        end = draw(st.integers(0, 40))
        start = draw(st.integers(0, end))
        late = start if draw(st.booleans()) else 0
        found.append(Child(start=late, end=end, type=draw(st.integers(0, 2))))
    return found


def summed(crowd: list[Child], edges: list[int], types: int = 2) -> Sums:
    bins = len(edges) - 1
    exits, rest = np.zeros((bins, types)), np.zeros((3, bins))
    for child in crowd:
        at = int(np.searchsorted(edges, child.end, "right")) - 1
        if child.type:
            exits[at, child.type - 1] += 1
        else:
            rest[0, at] += 1
        if child.start:
            rest[1, int(np.searchsorted(edges, child.start, "right")) - 1] += 1
        for k in range(bins):
            lived = min(child.end, edges[k + 1]) - max(child.start, edges[k])
            rest[2, k] += max(0, lived)
    return sums(edges, exits, rest[0], late=rest[1], days=rest[2])


def slow(crowd: list[Child], last: int) -> list[tuple[float, float, float]]:
    """Share in care and left by each type after each day, child by child."""
    share, left, found = 1.0, [0.0, 0.0], []
    for day in range(last):
        risk = [c for c in crowd if c.start <= day <= c.end]
        gone = [c for c in risk if c.end == day and c.type]
        if not risk and share > 0:
            return found
        before = share
        for type_ in (1, 2):
            same = sum(c.type == type_ for c in gone)
            left[type_ - 1] += before * same / len(risk) if risk else 0
        if risk:
            share = before * (1 - len(gone) / len(risk))
        found.append((share, left[0], left[1]))
    return found


@given(children())
@settings(max_examples=150, deadline=None)
def test_daily_sums_equal_single_children(crowd: list[Child]) -> None:
    found = curves(summed(crowd, list(range(42))), within="product limit")
    twin = slow(crowd, 41)
    shares = np.column_stack((found.in_care, found.left))
    assert shares[: len(twin)] == pytest.approx(np.array(twin).reshape(-1, 3))
    assert np.isnan(shares[len(twin) :]).all()
    assert set(found.status[len(twin) :]) <= {"nobody at risk"}
    whole = found.in_care + found.left.sum(axis=-1)
    assert whole[: len(twin)] == pytest.approx(1)


@given(children(), st.sampled_from(["product limit", "actuarial"]))
@settings(max_examples=100, deadline=None)
def test_limits_hold_the_curve_and_shares_are_shares(
    crowd: list[Child], within: str
) -> None:
    counted = summed(crowd, [0, 1, 3, 7, 14, 41])
    found = curves(counted, within=within)  # type: ignore[arg-type]
    for share, low, high in (
        (found.in_care, found.lower, found.upper),
        (found.left, found.left_lower, found.left_upper),
    ):
        known = ~np.isnan(share)
        assert (low[known] <= share[known] + 1e-9).all()
        assert (share[known] <= high[known] + 1e-9).all()
        assert (share[known] >= -1e-12).all()
        assert (share[known] <= 1 + 1e-12).all()


@given(children(), children())
@settings(max_examples=40, deadline=None)
def test_sums_of_two_groups_add(one: list[Child], two: list[Child]) -> None:
    edges = [0, 1, 3, 7, 14, 41]
    a, b, both = (summed(crowd, edges) for crowd in (one, two, one + two))
    added = sums(
        edges, a.exits + b.exits, a.censored + b.censored, late=a.late + b.late,
        days=a.days + b.days,
    )  # fmt: skip
    assert curves(added).in_care == pytest.approx(curves(both).in_care, nan_ok=True)


def test_leading_axes_are_places() -> None:
    one = summed([Child(start=0, end=d, type=1 + d % 2) for d in range(30)], MONTHS)
    two = summed([Child(start=0, end=d, type=d % 3) for d in range(0, 90, 2)], MONTHS)
    both = sums(
        MONTHS, np.stack((one.exits, two.exits)),
        np.stack((one.censored, two.censored)),
        days=np.stack((one.days, two.days)),
    )  # fmt: skip
    found = curves(both)
    for place, alone in enumerate((one, two)):
        single = curves(alone)
        for name in ("in_care", "left", "lower", "left_upper", "left_error"):
            assert getattr(found, name)[place] == pytest.approx(
                getattr(single, name), nan_ok=True
            )
        assert days_in_care(both, horizon=30).value[place] == pytest.approx(
            days_in_care(alone, horizon=30).value
        )


def test_without_censoring_the_limits_are_those_of_a_proportion() -> None:
    crowd = [Child(start=0, end=5 * k, type=1 + k % 2) for k in range(60)]
    found = curves(summed(crowd, MONTHS))
    at = MONTHS.index(152) - 1
    gone = sum(c.end < 152 for c in crowd)
    stay = wilson(60 - gone, 60)
    assert found.in_care[at] == pytest.approx(1 - gone / 60)
    assert (found.lower[at], found.upper[at]) == pytest.approx(
        (stay.lower[0], stay.upper[0])
    )
    one = sum(c.end < 152 and c.type == 1 for c in crowd)
    share = wilson(one, 60)
    assert (found.left_lower[at, 0], found.left_upper[at, 0]) == pytest.approx(
        (share.lower[0], share.upper[0])
    )


def test_one_type_alone_has_greenwoods_error() -> None:
    crowd = [Child(start=0, end=d, type=int(d % 3 > 0)) for d in range(40)]
    found = curves(summed(crowd, list(range(42)), types=1), within="product limit")
    known = found.in_care > 0
    assert found.left_error[known, 0] == pytest.approx(found.error[known])
    assert found.left[known, 0] == pytest.approx(1 - found.in_care[known])


def cohort(size: int, follow: int, seed: int = 1) -> list[Child]:
    """Stays with two ways out, followed for 30 to `follow` days."""
    draw = np.random.default_rng(seed)
    stay = np.where(draw.random(size) < 0.3, draw.exponential(20, size),
                    draw.exponential(400, size)).astype(int)  # fmt: skip
    end = draw.integers(30, follow, size)
    kind = 1 + (draw.random(size) < 0.4)
    return [
        Child(start=0, end=int(min(s, e)), type=int(k) if s <= e else 0)
        for s, e, k in zip(stay, end, kind, strict=True)
    ]


def test_months_are_as_good_as_days() -> None:
    crowd = cohort(1500, 900)
    daily = curves(summed(crowd, list(range(1097))), within="product limit")
    binned = curves(summed(crowd, MONTHS))
    at = np.array(MONTHS[1:]) - 1
    assert np.abs(binned.in_care - daily.in_care[at])[:30].max() < 0.004
    assert np.abs(binned.left - daily.left[at])[:30].max() < 0.003


def test_censoring_inside_a_month_is_not_put_at_its_end() -> None:
    """In a young cohort that would move the curve by a share of a child in fifty."""
    crowd = cohort(1500, 400)
    daily = curves(summed(crowd, list(range(1097))), within="product limit")
    at = np.array(MONTHS[1:18]) - 1
    right, wrong = (
        np.abs(
            curves(summed(crowd, MONTHS), within=each).in_care[:17] - daily.in_care[at]
        )
        for each in ("actuarial", "product limit")
    )
    assert right.max() < 0.005
    assert wrong.max() > 0.01


def test_limits_hold_the_truth_as_often_as_they_should() -> None:
    """1,200 small cohorts with censoring; the true share by 100 days is known."""
    draw = np.random.default_rng(7)
    size, cohorts, edges = 40, 1200, [0, 25, 50, 75, 100, 125, 2000]
    stay = draw.exponential(100, (cohorts, size))
    end = draw.uniform(20, 300, (cohorts, size))
    type_one = draw.random((cohorts, size)) < 0.5
    seen, left = np.minimum(stay, end), stay <= end
    where = np.searchsorted(edges, seen, "right") - 1
    bins = np.arange(6)[:, None, None] == where
    exits = np.stack(
        [(bins & left & (type_one == t)).sum(-1).T for t in (True, False)], -1
    )
    found = curves(sums(edges, exits, (bins & ~left).sum(-1).T))
    truth = np.exp(-1)
    stays = (found.lower[:, 3] < truth) & (truth < found.upper[:, 3])
    half = (1 - truth) / 2
    leaves = (found.left_lower[:, 3, 0] < half) & (half < found.left_upper[:, 3, 0])
    assert stays.mean() == pytest.approx(0.95, abs=0.02)
    assert leaves.mean() == pytest.approx(0.95, abs=0.02)


def test_late_entries_do_not_bias_the_curve() -> None:
    """Children found in care at a date, followed from there for a year."""
    draw = np.random.default_rng(9)
    stay, elapsed = draw.exponential(300, 60_000), draw.uniform(0, 2000, 60_000)
    seen = stay > elapsed
    end = np.minimum(stay[seen], elapsed[seen] + 365).astype(int)
    left = stay[seen] <= elapsed[seen] + 365
    start = np.ceil(elapsed[seen]).astype(int)
    edges = np.array([0, *range(30, 2431, 30)])
    kept = start <= end
    bins = len(edges) - 1
    at = np.searchsorted(edges, end[kept], "right") - 1
    exits = np.bincount(at[left[kept]], minlength=bins)[:, None]
    late = np.bincount(np.searchsorted(edges, start[kept], "right") - 1, minlength=bins)
    censored = np.bincount(at[~left[kept]], minlength=bins)
    found = curves(sums(edges, exits, censored, late=late))
    truth = np.exp(-edges[1:25] / 300)
    assert found.in_care[:24] == pytest.approx(truth, abs=0.03)
    naive = curves(sums(edges, exits, censored))
    assert naive.in_care[11] > truth[11] + 0.1


def test_days_in_care_of_a_complete_cohort_are_the_plain_mean() -> None:
    crowd = [Child(start=0, end=d, type=1 + d % 2) for d in (0, 0, 3, 8, 40, 200, 900)]
    plain = np.mean([min(c.end, 365) for c in crowd])
    for edges in (MONTHS, [0, 30, 365, 1000], list(range(1001))):
        found = days_in_care(summed(crowd, edges), horizon=365)
        assert found.value == pytest.approx(plain)
        assert 0 <= found.lower <= found.value <= found.upper <= 365
        assert found.status == "ok"


def test_days_in_care_with_censoring_and_their_limits() -> None:
    crowd = cohort(1500, 900)
    daily = summed(crowd, list(range(1097)))
    exact = days_in_care(daily, horizon=730)
    step = curves(daily, within="product limit").in_care[:730].sum()
    assert exact.value == pytest.approx(step, abs=0.5)
    assert days_in_care(summed(crowd, MONTHS), horizon=730).value == pytest.approx(
        exact.value, abs=1.5
    )
    spread = [
        float(days_in_care(summed(cohort(200, 900, seed), MONTHS), horizon=365).value)
        for seed in range(60)
    ]
    one = days_in_care(summed(cohort(200, 900), MONTHS), horizon=365)
    error = float(one.upper - one.lower) / 2 / 1.96
    assert error == pytest.approx(np.std(spread), rel=0.25)


def test_days_in_care_need_a_horizon_that_is_reached() -> None:
    counted = summed([Child(start=0, end=20, type=0)] * 12, MONTHS)
    assert days_in_care(counted, horizon=14).value == pytest.approx(14)
    found = days_in_care(counted, horizon=365)
    assert found.status == "not estimable"
    assert np.isnan(found.value)
    for horizon in (0, 15, 99999):
        with pytest.raises(ValueError, match="no bin ends"):
            days_in_care(counted, horizon=horizon)
    bare = sums(MONTHS, counted.exits, counted.censored)
    with pytest.raises(ValueError, match="child-days"):
        days_in_care(bare, horizon=14)


def test_everyone_leaves_on_the_first_day() -> None:
    counted = summed([Child(start=0, end=0, type=1)] * 15, MONTHS)
    found = curves(counted)
    assert found.in_care == pytest.approx(0)
    assert found.left[:, 0] == pytest.approx(1)
    assert not np.isnan(found.upper).any()


def test_the_median_of_days_and_of_bins() -> None:
    crowd = [Child(start=0, end=d, type=1) for d in range(1, 100)]
    daily = median_days(curves(summed(crowd, list(range(101))), within="product limit"))
    assert daily.value == 50
    assert daily.lower < 50 < daily.upper
    binned = median_days(curves(summed(crowd, [0, 20, 40, 60, 80, 100])))
    assert binned.value == pytest.approx(50, abs=0.6)
    assert binned.status == "ok"


def test_a_median_that_is_not_reached_says_so() -> None:
    stay = [Child(start=0, end=90, type=0)] * 30
    left = [Child(start=0, end=d, type=1) for d in range(12)]
    found = median_days(curves(summed(stay + left, MONTHS)))
    assert found.status == "not reached"
    assert np.isnan(found.value)
    assert np.isinf(found.upper)


def test_the_curve_is_cut_where_few_are_left() -> None:
    crowd = [Child(start=0, end=d, type=d % 2) for d in range(30)]
    found = curves(summed(crowd, list(range(0, 35, 5))))
    assert list(found.at_risk) == [30, 25, 20, 15, 10, 5]
    assert list(found.status) == [*["ok"] * 5, "few at risk"]


@pytest.mark.parametrize(
    ("edges", "exits", "censored", "says"),
    [
        ([0, 1], [[1], [1]], [0, 0], "one row a bin"),
        ([0, 1, 1], [[1], [1]], [0, 0], "rise"),
        ([0, 1, 2], [[1], [1]], [0], "shape"),
        ([0, 1, 2], [[1], [-1]], [0, 0], "below 0"),
        ([0, 1, 2], [[1], [np.nan]], [0, 0], "missing"),
    ],
)
def test_sums_that_do_not_fit_are_refused(
    edges: list[float], exits: list[list[float]], censored: list[float], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        sums(edges, exits, censored)


def test_more_late_than_left_is_refused() -> None:
    with pytest.raises(ValueError, match="followed"):
        sums([0, 1, 2], [[1], [1]], [0, 0], late=[0, 3])
    with pytest.raises(ValueError, match="followed"):
        sums([0, 1, 2], [[2], [0]], [0, 0], late=[0, 2])
