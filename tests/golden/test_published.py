"""The published figures that ship with the product, against figures worked by hand."""

import math

import pandas as pd
import pytest

from data.published_counts import COLUMNS
from data.published_federal import RACES, shipped, shipped_note, shipped_source
from metrics.errors import NoData
from metrics.published import federal_figures, matched_totals


def figure(state: str, measure: str, group: str) -> pd.Series:
    rows = federal_figures(state, measure).set_index("group")
    return rows.loc[group]


@pytest.mark.parametrize(
    ("state", "group", "ratio"),
    [
        ("nc", "black_nh", 1.13),
        ("nc", "aian_nh", 2.14),
        ("nc", "two_plus_nh", 0.91),
        ("nc", "hispanic", 0.51),
        ("ms", "black_nh", 0.70),
    ],
)
def test_entry_rate_ratio_to_white_children(
    state: str, group: str, ratio: float
) -> None:
    assert round(figure(state, "entry-rate", group)["ratio"], 2) == ratio


@pytest.mark.parametrize(
    ("state", "measure", "total"),
    [
        ("nc", "entry-rate", 5431),
        ("nc", "in-care", 10710),
        ("ms", "entry-rate", 2029),
        ("ms", "in-care", 3540),
    ],
)
def test_races_add_up_to_no_more_than_the_total(
    state: str, measure: str, total: int
) -> None:
    rows = federal_figures(state, measure).set_index("group")["numerator"]
    assert rows["all"] == total
    assert total - 1 <= rows.drop("all").sum() <= total


def test_a_group_is_not_compared_with_itself_nor_with_the_whole() -> None:
    for group in ("white_nh", "all", "unknown"):
        assert math.isnan(figure("nc", "entry-rate", group)["ratio"])


def test_no_ratio_below_ten_events() -> None:
    for group in ("nhpi_nh", "aian_nh", "asian_nh"):
        assert math.isnan(figure("ms", "entry-rate", group)["ratio"])


def test_unknown_race_has_children_counted_and_no_rate() -> None:
    row = figure("nc", "entry-rate", "unknown")
    assert row["numerator"] == 121
    assert math.isnan(row["rate"])


def test_intervals_hold_their_ratio() -> None:
    row = figure("ms", "entry-rate", "black_nh")
    assert row["lower"] < row["ratio"] < row["upper"] < 1


def test_populations_are_rounded_to_ten() -> None:
    assert (shipped()["denominator"].dropna() % 10 == 0).all()


def test_figures_carry_their_source() -> None:
    assert tuple(shipped().columns) == COLUMNS
    assert "AFCARS Report No. 29" in shipped_source()
    assert "94-171" in shipped_note()
    assert set(shipped()["race_id"]) == set(RACES.values())


def test_a_state_without_figures_is_a_sentence() -> None:
    with pytest.raises(NoData, match="'wa'"):
        federal_figures("wa", "entry-rate")


FRAME = pd.DataFrame(
    [
        ("1", "a", 10, 1000), ("1", "b", 10, 2000),
        ("2", "a", None, 1000), ("2", "b", 50, 1000),
        ("3", "a", 30, 1000), ("3", "b", 20, 2000),
        ("4", "b", 99, 1000),
        ("5", "a", 0, 1000), ("5", "b", None, 1000),
    ],
    columns=["geography", "group", "numerator", "denominator"],
).astype({"numerator": "Int64", "denominator": "Int64"})  # fmt: skip


def test_totals_are_over_the_counties_where_both_are_shown() -> None:
    found = matched_totals(FRAME, "a", "b")
    assert (found.numerator, found.denominator) == (40, 2000)
    assert (found.reference_numerator, found.reference_denominator) == (30, 4000)
    assert found.ratio == pytest.approx(2.6666667)
    assert found.lower < found.ratio < found.upper
    assert found.coverage == "over the 2 of 5 counties where both groups are shown"


def test_a_zero_that_is_shown_counts() -> None:
    shown = FRAME.assign(numerator=FRAME["numerator"].fillna(0))
    assert matched_totals(shown, "a", "b").places == 4


def test_without_a_common_county_there_is_no_total() -> None:
    with pytest.raises(NoData, match="no county where both"):
        matched_totals(FRAME[FRAME["geography"] == "2"], "a", "b")


@pytest.mark.parametrize(
    ("measure", "census", "estimates"),
    [("entry-rate", 0.91, 1.39), ("in-care", 1.00, 1.53)],
)
def test_the_population_turns_a_finding_around(
    measure: str, census: float, estimates: float
) -> None:
    """Children of two or more races: 365 and 759 of 156,460 or of 107,090.

    By hand for entries: (365 / 156,460) / (2,868 / 1,122,520) = 0.913 on the census,
    (365 / 107,090) / (2,868 / 1,169,180) = 1.389 on the estimates. The census leaves
    it open whether they enter care more or less often, the estimates do not.
    """
    one, other = (
        federal_figures("nc", measure, population=source)
        .set_index("group")
        .loc["two_plus_nh"]
        for source in ("census2020", "estimates")
    )
    assert one["numerator"] == other["numerator"]
    assert round(one["ratio"], 2) == census
    assert round(other["ratio"], 2) == estimates
    assert one["lower"] < 1 < one["upper"]
    assert other["lower"] > 1


def test_other_groups_keep_their_finding_on_either_population() -> None:
    for group in ("black_nh", "aian_nh", "hispanic", "asian_nh"):
        ratios = [
            federal_figures("nc", "entry-rate", population=source)
            .set_index("group")
            .loc[group, "ratio"]
            for source in ("census2020", "estimates")
        ]
        assert ratios[0] == pytest.approx(ratios[1], rel=0.06), group


def test_the_estimates_add_up_and_are_rounded_to_ten() -> None:
    rows = shipped(population="estimates")
    children = rows[rows["measure"] == "entry-rate"].set_index("race_id")["denominator"]
    assert (children.dropna() % 10 == 0).all()
    assert children[0] == children.drop(0).sum()
    assert set(rows["state"]) == {"nc"}
    assert "1 July 2021" in shipped_note(population="estimates")
    assert "three fifths" in shipped_note(population="estimates")


def test_a_population_that_does_not_ship_is_a_sentence() -> None:
    with pytest.raises(NoData, match="'ms' set against the population of estimates"):
        federal_figures("ms", "entry-rate", population="estimates")
