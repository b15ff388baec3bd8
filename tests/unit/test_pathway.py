"""The chain of decisions: identities, parts, bounds, and what is not shown."""

from fractions import Fraction
from itertools import product
from math import exp, inf, isnan, log, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.disparity import proportion_ratio, rate_ratio
from metrics.pathway import BOUNDS_ONLY, chain
from metrics.pathway_model import Counts, Link, Stage
from metrics.pathway_parts import between_within, bounds
from metrics.reliability import Limits
from tests.golden.test_pathway_published import stages

ALL = Limits(events=0, relative_width=inf, care=0)


@st.composite
def rows(draw: st.DrawFn, length: int = 5) -> tuple[int, ...]:
    """A population and nested counts, the last of them at least one."""
    row = [draw(st.integers(1, 40))]
    for _ in range(length):
        row.append(row[-1] + draw(st.integers(0, 5000)))
    return tuple(reversed(row))


def one(group: Counts, reference: Counts, **more) -> Link:
    stage = Stage(
        id="s", label="S", nested=True, group=group, reference=reference, **more
    )
    return chain([stage]).links[0]


@settings(deadline=None)  # its first example imports and warms up
@given(rows(), rows())
def test_the_ratios_of_the_decisions_multiply_to_that_of_the_population(a, b) -> None:
    found = chain(stages(a, b), limits=ALL)
    exact = Fraction(1)
    assert found.telescopes
    for link in found.links:
        g, r = link.stage.group, link.stage.reference
        exact *= Fraction(g.numerator, g.denominator) / Fraction(
            r.numerator, r.denominator
        )
        whole = Fraction(g.numerator, g.population) / Fraction(
            r.numerator, r.population
        )
        assert exact == whole
        assert link.di.value == pytest.approx(float(whole), rel=1e-12)
        assert link.running == pytest.approx(link.di.value, rel=1e-9)
    logs = sum(link.log_rri for link in found.links)
    assert exp(logs) == pytest.approx(found.links[-1].di.value, rel=1e-9)


@given(rows(), rows())
def test_the_parts_add_up_to_the_difference_per_1000(a, b) -> None:
    found = chain(stages(a, b), limits=ALL)
    difference = 1000 * (a[-1] / a[0] - b[-1] / b[0])
    assert found.difference == pytest.approx(difference, rel=1e-6, abs=1e-9)
    assert sum(x.per_1000 for x in found.links) == pytest.approx(found.difference)


def test_a_chain_can_be_taken_apart_before_its_last_stage() -> None:
    a, b = (9000, 400, 200, 50), (90000, 2000, 1000, 300)
    found = chain(stages(a, b), end="2")
    assert found.difference == pytest.approx(1000 * (200 / 9000 - 1000 / 90000))
    assert [isnan(link.per_1000) for link in found.links] == [False, False, True]
    assert found.links[2].rri.shown


def test_counts_that_are_no_parts_make_no_chain() -> None:
    whole = stages((9000, 400, 200), (90000, 2000, 1000), nested=False)
    group = Counts(numerator=150, denominator=100, population=9000)
    loose = Stage(id="3", label="3", nested=False, group=group,
                  reference=whole[1].reference)  # fmt: skip
    found = chain([*whole, loose])
    assert not found.telescopes
    assert isnan(found.difference)
    assert all(isnan(link.per_1000) for link in found.links)


def test_intervals_are_those_of_every_table() -> None:
    link = chain(stages((9000, 400, 180), (90000, 2000, 800))).links[1]
    base, decision = (
        rate_ratio(180, 9000, 800, 90000),
        proportion_ratio(180, 400, 800, 2000),
    )
    assert (link.di.lower, link.di.upper) == (base.lower[0], base.upper[0])
    assert (link.rri.lower, link.rri.upper) == (decision.lower[0], decision.upper[0])
    assert (link.di.method, link.rri.method) == ("mid-p", "Koopman score")


# ---- taking apart ----------------------------------------------------------------

places = st.lists(
    st.tuples(st.integers(0, 50), st.integers(60, 900), st.integers(0, 50),
              st.integers(60, 900)), min_size=1, max_size=6,
)  # fmt: skip


@given(places)
def test_between_and_within_add_up_to_the_difference(found) -> None:
    a, n, b, m = (sum(column) for column in zip(*found, strict=True))
    assert sum(between_within(found)) == pytest.approx(a / n - b / m, abs=1e-12)


def test_where_only_one_group_lives_only_where_they_live_differs() -> None:
    """All reference children in the place with the low rate, none of the group."""
    between, within = between_within([(20, 100, 0, 0), (0, 0, 10, 100)])
    assert between == pytest.approx(0.1)
    assert within == 0
    same = between_within([(20, 100, 40, 200), (5, 100, 15, 300)])
    assert same[1] == 0
    apart = between_within([(20, 100, 10, 100), (10, 100, 5, 100)])
    assert apart == pytest.approx((0, 0.075))


@pytest.mark.parametrize(
    "found", [[], [(1, 0, 2, 3)], [(1, 10, 2, 30), (1, 0, 2, 3)], [(nan, 9, 1, 9)]]
)
def test_nothing_is_split_where_a_count_is_missing(found) -> None:
    assert all(isnan(part) for part in between_within(found))


# ---- unknown group ---------------------------------------------------------------


def unknown(numerator: float, before: float, all_: float, all_before: float):
    return {
        "unknown": numerator,
        "unknown_before": before,
        "counted": all_,
        "counted_before": all_before,
    }


def test_bounds_of_the_published_example() -> None:
    """40 Black, 60 White, 25 unknown: 2.0, and 1.41 to 3.25."""
    known = unknown(25, 0, 125, nan)
    group = Counts(numerator=40, denominator=1000, population=1000, **known)
    white = Counts(numerator=60, denominator=3000, population=3000, **known)
    link = one(group, white, first=True)
    assert link.di.value == pytest.approx(2.0)
    assert round(link.bounds.di_lower, 2) == 1.41
    assert round(link.bounds.di_upper, 2) == 3.25
    assert link.rri.status == BOUNDS_ONLY
    assert isnan(link.rri.value)
    assert link.unknown_share == pytest.approx(0.2)


small = st.integers(0, 4)


@given(st.integers(1, 9), small, st.integers(1, 9), small, small, small)
def test_bounds_of_a_decision_are_sharp(a, more, b, more_b, went_on, stayed) -> None:
    """Every way to place the unknown children, tried out one by one."""
    n, m = a + more, b + more_b
    tried = [
        ((a + s) / (n + s + f)) / ((b + went_on - s) / (m + went_on - s + stayed - f))
        for s, f in product(range(went_on + 1), range(stayed + 1))
    ]
    lost = (went_on, went_on + stayed)
    found = bounds(True, (a, n, b, m), (a, 50, b, 50), lost, lost)
    assert found.rri_lower == pytest.approx(min(tried))
    assert found.rri_upper == pytest.approx(max(tried))


@pytest.mark.parametrize(
    ("here", "before", "status"), [(0.10, 0.05, "ok"), (0.11, 0.06, BOUNDS_ONLY),
                                   (0.05, 0.11, BOUNDS_ONLY)],
)  # fmt: skip
def test_above_one_in_ten_unknown_there_are_bounds_only(here, before, status) -> None:
    lost = unknown(1000 * here, 2000 * before, 1000, 2000)
    group = Counts(numerator=300, denominator=600, population=9000, **lost)
    white = Counts(numerator=500, denominator=1100, population=30000, **lost)
    link = one(group, white)
    assert link.rri.status == status
    assert link.di.shown
    assert link.bounds.rri_lower < (300 / 600) / (500 / 1100) < link.bounds.rri_upper


# ---- what is not shown -----------------------------------------------------------


@pytest.mark.parametrize(
    ("numerator", "reference", "status"),
    [(9, 500, "unreliable"), (300, 9, "unreliable"), (nan, 500, "hidden"),
     (300, nan, "hidden")],
)  # fmt: skip
def test_too_few_or_hidden_has_no_ratio_and_no_bounds(
    numerator, reference, status
) -> None:
    lost = unknown(5, 9, 900, 1800)
    group = Counts(numerator=numerator, denominator=600, population=9000, **lost)
    white = Counts(numerator=reference, denominator=1100, population=30000, **lost)
    link = one(group, white)
    assert (link.di.status, link.rri.status) == (status, status)
    figures = (*vars(link.bounds).values(), link.di.value, link.rri.value,
               link.log_rri, link.running, link.log_variance)  # fmt: skip
    assert all(isnan(each) for each in figures)


def test_a_chain_with_a_hole_is_not_taken_apart() -> None:
    found = chain(stages((9000, 400, nan, 50), (90000, 2000, 1000, 300)))
    assert [link.rri.status for link in found.links] == ["ok", "hidden", "hidden"]
    assert isnan(found.difference)
    assert [isnan(link.running) for link in found.links] == [False, True, True]
    assert found.links[2].di.shown
    assert found.links[0].log_rri == pytest.approx(log(2.0))


def test_a_stage_that_is_not_there_is_refused() -> None:
    some = stages((9000, 400), (90000, 2000))
    with pytest.raises(ValueError, match="'9' is none of the stages 1"):
        chain(some, end="9")
    with pytest.raises(ValueError, match="none of the stages"):
        chain([])
    with pytest.raises(KeyError):
        chain(some).link("9")
