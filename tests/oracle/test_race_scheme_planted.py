"""What the second race scheme must find in the demonstration, from what was planted.

Each part of two or more races has the ratio that is planted in the whole, so the ratio
of a folded group is the mean of two planted ratios, weighted by the children of each.
"""

from pathlib import Path

import numpy as np
import pytest

from data.demo.planting import AIAN, BLACK, FULL, TWO_PLUS
from metrics.disparity import rate_ratio
from metrics.outcomes import Outcomes
from metrics.race_schemes import FOLDED, USUAL
from metrics.selection import Selection
from metrics.table import MeasureTable

YEARS = tuple(f"sfy{year}" for year in range(2019, 2026))
PAIRS = ((BLACK, "black_nh", "black_folded"), (AIAN, "aian_nh", "aian_folded"))
PLANTED = {
    "report-rate": FULL.reported,
    "entry-rate": tuple(FULL.entry_ratio(race) for race in range(7)),
}


@pytest.fixture(scope="module")
def outcomes(demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition="staff")


def tables(outcomes: Outcomes, measure: str) -> tuple[MeasureTable, MeasureTable]:
    usual, folded = outcomes.tables(
        [
            Selection(state="nc", measure=measure, by=by, windows=YEARS)  # type: ignore[arg-type]
            for by in (USUAL, FOLDED)
        ]
    )
    return usual, folded


@pytest.mark.parametrize("measure", PLANTED)
@pytest.mark.parametrize(("race", "alone", "together"), PAIRS)
def test_a_folded_ratio_is_the_mean_of_what_was_planted(
    outcomes: Outcomes, measure: str, race: int, alone: str, together: str
) -> None:
    ratios = PLANTED[measure]
    usual, folded = tables(outcomes, measure)
    for year in YEARS:
        own = usual.row(group=alone, window=year)
        row = folded.row(group=together, window=year)
        white = folded.row(group="white_nh", window=year)
        added = row.denominator - own.denominator
        assert added > 0
        planted = ratios[race] * own.denominator + ratios[TWO_PLUS] * added
        counts = (row.numerator, row.denominator, white.numerator, white.denominator)
        found = rate_ratio(*(np.array([n]) for n in counts), confidence=0.999)
        assert found.lower[0] <= planted / row.denominator <= found.upper[0], year


def test_the_switch_moves_the_reports_of_american_indian_children(
    outcomes: Outcomes,
) -> None:
    """Planted at 1.60 alone and at 1.15 for two or more races: together about 1.4."""
    usual, folded = (
        [table.row(group=group, window=year) for year in YEARS]
        for table, group in zip(
            tables(outcomes, "report-rate"), ("aian_nh", "aian_folded"), strict=True
        )
    )
    low, high = (np.mean([row.ratio for row in rows]) for rows in (folded, usual))
    assert 1.2 < low < 1.5 < high < 1.8


def test_every_measure_adds_up_to_the_same_children(outcomes: Outcomes) -> None:
    """Groups that no scheme changes have one figure, and all groups one sum."""
    compared = 0
    for measure in outcomes.measures("nc"):
        usual, folded = (
            outcomes.table(Selection(state="nc", measure=measure.id, by=by))  # type: ignore[arg-type]
            for by in (USUAL, FOLDED)
        )
        for name in ("numerator", "denominator"):
            assert folded.columns[name].sum() == usual.columns[name].sum()
        for group in ("white_nh", "hispanic", "asian_nh", "nhpi_nh", "unknown"):
            one, other = (table.row(group=group) for table in (usual, folded))
            assert (one.numerator, one.denominator) == (
                other.numerator,
                other.denominator,
            )
        for id in ("black", "aian"):
            fewer = usual.row(group=f"{id}_nh").denominator
            assert fewer <= folded.row(group=f"{id}_folded").denominator
            compared += fewer < folded.row(group=f"{id}_folded").denominator
    assert compared > 30
