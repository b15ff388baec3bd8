"""What the page says of a chain: weights, words, directions, federal findings."""

from dataclasses import replace
from math import nan

import pytest

from metrics.pathway import chain as links_of
from metrics.pathway_model import Link, Ratio
from metrics.published import federal_figures
from pages._present import asked, chain, gap_group
from pages._present.federal import federal, finding
from pages._present.groups import surest
from pages._words import disparity as words
from tests.golden.test_pathway_published import stages
from tests.unit.test_narrative import ENTRIES, PERMANENCY, row


def link(value: float, lower: float, upper: float, status: str = "ok") -> Link:
    (first,) = links_of(stages((100, 20), (100, 20))).links
    ratio = Ratio(value=value, lower=lower, upper=upper, method="", status=status)
    return replace(first, rri=ratio, di=ratio)


@pytest.mark.parametrize(
    ("start", "value", "lower", "upper", "weight"),
    [
        (1.0, 1.5, 1.2, 1.8, "wider"), (1.0, 0.7, 0.6, 0.8, "wider"),
        (1.5, 0.8, 0.7, 0.9, "smaller"), (0.5, 1.5, 1.2, 1.9, "smaller"),
        (0.7, 0.8, 0.7, 0.9, "wider"), (1.2, 0.5, 0.4, 0.6, "turned"),
        (1.5, 0.9, 0.7, 1.1, "chance"), (0.7, 1.1, 0.9, 1.3, "chance"),
    ],
)  # fmt: skip
def test_a_bar_is_named_by_where_it_leads(
    start: float, value: float, lower: float, upper: float, weight: str
) -> None:
    assert chain.weight(link(value, lower, upper), start) == weight
    word = chain.word(link(value, lower, upper), start)
    assert word is not None
    assert word.tone == "none"


def test_without_a_ratio_there_is_no_word() -> None:
    assert chain.word(link(nan, nan, nan, "hidden"), 1.0) is None


@pytest.mark.parametrize(
    ("measure", "ends", "said"),
    [
        (PERMANENCY, (0.7, 0.9), "worse"), (PERMANENCY, (1.1, 1.3), "better"),
        (ENTRIES, (0.7, 0.9), "lower"), (ENTRIES, (1.1, 1.3), "higher"),
        (PERMANENCY, (0.9, 1.1), "similar"),
        (replace(ENTRIES, direction="lower"), (0.7, 0.9), "better"),
        (replace(ENTRIES, direction="lower"), (1.1, 1.3), "worse"),
    ],
)  # fmt: skip
def test_the_measure_s_own_direction_judges(measure, ends, said: str) -> None:
    ratio = Ratio(value=sum(ends) / 2, lower=ends[0], upper=ends[1], method="",
                  status="ok")  # fmt: skip
    assert chain.judged(measure, ratio) == said


def test_the_surest_difference_is_not_the_largest_ratio() -> None:
    small = row(group="nhpi_nh", ratio=4.0, ratio_lower=1.1, ratio_upper=11.0)
    large = row(group="black_nh", ratio=0.7, ratio_lower=0.66, ratio_upper=0.74)
    chance = row(group="asian_nh", ratio=1.2, ratio_lower=0.9, ratio_upper=1.5)
    assert surest([small, large, chance]) is large
    assert surest([chance]) is None


def test_a_group_is_never_compared_with_itself() -> None:
    assert asked.group_of("white_nh", "race", "white_nh") == ""
    assert asked.group_of("race:black_nh", "race", "white_nh") == "black_nh"
    assert asked.group_of("black_nh", "age", "white_nh") == ""
    offered = [code for code, _ in gap_group.choices("race", "black_nh")]
    assert "black_nh" not in offered
    assert "white_nh" in offered
    assert "unknown" not in offered


def test_the_census_turns_a_finding_round_in_north_carolina() -> None:
    entries, care = federal("nc")
    for each, ratios in ((entries, ("0.91", "1.39")), (care, ("1.00", "1.53"))):
        assert len(each.figures) == 2
        assert "children of two or more races" in each.sentence
        assert each.sentence.count("The finding for") == 1
        assert all(ratio in each.sentence for ratio in ratios)


def test_mississippi_s_ratio_below_1_keeps_its_words_and_colours() -> None:
    rows = federal_figures("ms", "entry-rate").set_index("group")
    assert round(rows.loc["black_nh", "ratio"], 2) == 0.70
    entries, _ = federal("ms")
    (figure,) = entries.figures
    assert entries.sentence == ""
    (black,) = (each for each in figure.dots.rows if each.code == "black_nh")
    assert black.quantity.upper is not None
    assert black.quantity.upper < 1
    assert finding(rows.loc["black_nh"].to_dict()) == "lower"
    assert (figure.dots.less, figure.dots.more) == (words.LOWER, words.HIGHER)
    assert chain.weight(link(0.7, 0.63, 0.77), 1.0) == "wider"
