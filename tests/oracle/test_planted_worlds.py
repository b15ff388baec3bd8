"""Twenty worlds with one decision planted, and twenty with nothing planted at all.

The first must show the decision as the largest bar of the state's chain, the second
must stay quiet: few flags, and no county that keeps its rank from year to year.
"""

from math import isnan

import numpy as np
import pytest
from scipy.stats import rankdata

from data.demo.planting import PLAIN, only
from metrics.disparity import proportion_ratio, rate_ratio
from metrics.pathway import chain
from metrics.pathway_model import Chain
from tests.golden.test_pathway_published import stages
from tests.pathway_worlds import FIRST, LAST, World, world

SEEDS = range(20)
WHITE, BLACK = 1, 2
OTHER_RACES = (2, 3, 4, 5, 6, 7)
FAMILY = 0.05
ENOUGH = 10
# What each decision is planted with in turn; nearly all are assessed, so that falls.
PLANTED = (
    ("reported", 1.6), ("screened", 1.4), ("assessed", 0.7), ("found", 1.6),
    ("entered", 0.6), ("permanent", 1.7),
)  # fmt: skip


def chained(found: World) -> Chain:
    return chain(stages(found.row(BLACK), found.row(WHITE)))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_planted_decision_is_the_largest_bar(seed: int) -> None:
    place = seed % len(PLANTED)
    decision, ratio = PLANTED[place]
    links = chained(world(seed, only(decision, ratio))).links
    bars = [abs(link.log_rri) for link in links]
    assert not any(map(isnan, bars))
    assert int(np.argmax(bars)) == place
    assert (links[place].rri.value > 1) == (ratio > 1)


def test_services_at_home_are_planted_beside_the_chain() -> None:
    found = world(20, only("served_home", 0.6))
    by_race = found.cohort[found.cohort["found"]].groupby("race")["served"].mean()
    assert 0.5 < by_race[BLACK] / by_race[WHITE] < 0.7
    assert max(abs(link.log_rri) for link in chained(found).links[:4]) < 0.1


# ---- nothing planted -------------------------------------------------------------


@pytest.fixture(scope="module")
def quiet() -> list[World]:
    return [world(seed, PLAIN) for seed in SEEDS]


def _flagged(pairs: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> bool:
    """One family-wise test: whether any interval at the shared level leaves out 1."""
    cells = [
        (step, row[step], row[step - 1], other[step], other[step - 1])
        for row, other in pairs
        for step in range(1, len(row))
        if min(row[step], other[step]) >= ENOUGH
    ]
    level = 1 - FAMILY / len(cells)
    for method, of_population in ((rate_ratio, True), (proportion_ratio, False)):
        chosen = [cell[1:] for cell in cells if (cell[0] == 1) == of_population]
        found = method(*map(np.array, zip(*chosen, strict=True)), confidence=level)
        if ((found.lower > 1) | (found.upper < 1)).any():
            return True
    return False


def test_the_state_is_flagged_in_few_worlds(quiet: list[World]) -> None:
    flags = [
        _flagged([(each.row(race), each.row(WHITE)) for race in OTHER_RACES])
        for each in quiet
    ]
    assert sum(flags) <= 4


def test_counties_are_flagged_in_few_worlds(quiet: list[World]) -> None:
    flags = []
    for each in quiet:
        black, white = each.county_rows(BLACK), each.county_rows(WHITE)
        pairs = [
            (black[county], white[county])
            for county in sorted(set(black) & set(white))
            if min(black[county][1], white[county][1]) >= ENOUGH
        ]
        assert len(pairs) > 20
        flags.append(_flagged(pairs))
    assert sum(flags) <= 4


def test_the_same_test_flags_a_county_world_that_is_not_quiet() -> None:
    """The tests above could not fail if they saw nothing."""
    loud = world(3, only("reported", 1.6))
    assert _flagged([(loud.row(BLACK), loud.row(WHITE))])


def test_the_order_of_counties_is_noise(quiet: list[World]) -> None:
    """The ratio of screening by county: one year's ranks say nothing of the next's."""
    found = []
    for each in quiet:
        ratios = [_screening(each, year) for year in (FIRST, LAST)]
        common = sorted(set(ratios[0]) & set(ratios[1]))
        assert len(common) > 20
        ranks = [rankdata([year[county] for county in common]) for year in ratios]
        found.append(np.corrcoef(*ranks)[0, 1])
    assert abs(np.mean(found)) < 0.1
    assert min(found) < 0 < max(found)


def _screening(found: World, year: int) -> dict[int, float]:
    """Ratio of the share screened in, for the counties with enough of both races."""
    rows = found.cohort[found.cohort["year"] == year]
    counts = rows.groupby(["county_id", "race"])[["children", "screened"]].sum()
    share = {}
    for county in rows["county_id"].unique():
        pair = [counts.loc[(county, race)] for race in (BLACK, WHITE)
                if (county, race) in counts.index]  # fmt: skip
        if len(pair) == 2 and min(min(each) for each in pair) >= 3:
            one, other = (each["screened"] / each["children"] for each in pair)
            share[int(county)] = one / other
    return share
