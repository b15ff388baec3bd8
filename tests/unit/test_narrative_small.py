"""Sentences where children are few: every template, every direction."""

import math
import re
from typing import Any

import pytest

from metrics.narrative import disparity_sentence, value_sentence
from metrics.narrative_small import (
    disparity_or_wider,
    value_or_wider,
    would_show_sentence,
)
from metrics.power import Detectable
from metrics.table import MeasureRow
from tests.unit.test_narrative import ENTRIES, MOVES, PAIR, PERMANENCY, row

NAN = math.nan
WHERE = {"place": "Tyrrell County", "window": "state fiscal year 2024"}
AROUND = {"wider_place": "the region around it"}
WIDER = row(level="region", ratio=1.5, ratio_lower=1.2, ratio_upper=1.9)
FEW = {"flags": ("unreliable",), "ratio": NAN, "ratio_lower": NAN,
       "ratio_status": "unreliable"}  # fmt: skip
HIDDEN = {"status": "hidden", "value": NAN, "numerator": NAN, "ratio_status": "hidden"}


def compared(each: MeasureRow, wider: MeasureRow = WIDER, **more: Any) -> str:
    asked = {"measure": ENTRIES} | WHERE | AROUND | PAIR | more
    return disparity_or_wider(each, wider, **asked)


def valued(each: MeasureRow, wider: MeasureRow = WIDER, **more: Any) -> str:
    asked = {"measure": PERMANENCY} | WHERE | AROUND | more
    return value_or_wider(each, wider, **asked)


def test_a_place_that_can_be_compared_speaks_for_itself() -> None:
    each = row(ratio=0.8, ratio_lower=0.7, ratio_upper=0.9)
    assert compared(each) == disparity_sentence(each, measure=ENTRIES, **WHERE, **PAIR)
    assert valued(each) == value_sentence(each, measure=PERMANENCY, **WHERE)


def test_too_few_children_then_the_region() -> None:
    assert compared(row(**FEW)) == (
        "Too few children in Tyrrell County, state fiscal year 2024, to compare Black "
        "children with White children. In the region around it, state fiscal year "
        "2024, for every 10 White children who entered care, 15 Black children did, "
        "out of the same number of children (ratio 1.50, 95 % interval 1.20 to 1.90)."
    )


def test_a_ratio_alone_may_be_what_is_too_small() -> None:
    said = compared(row(ratio_status="unreliable", ratio=NAN, ratio_lower=NAN))
    assert said.startswith("Too few children in Tyrrell County, ")


@pytest.mark.parametrize(
    ("ratio", "low", "high", "says"),
    [
        (1.5, 1.2, 1.9, "for every 10 White children who found a permanent home"),
        (0.5, 0.4, 0.6, "for every 10 White children who found a permanent home"),
        (1.04, 0.9, 1.2, "the interval includes 1, so the difference may be chance."),
    ],
)
def test_the_region_in_every_direction_of_a_favourable_step(
    ratio: float, low: float, high: float, says: str
) -> None:
    wider = row(ratio=ratio, ratio_lower=low, ratio_upper=high)
    said = compared(row(**FEW), wider, measure=PERMANENCY)
    assert says in said
    assert said.count("In the region around it") == 1
    assert not re.search(r"\b(better|worse|good|bad)\b", said)


def test_the_region_without_an_upper_limit() -> None:
    wider = row(ratio=math.inf, ratio_lower=3.1, ratio_upper=math.inf,
                ratio_status="no upper limit")  # fmt: skip
    assert "has no upper limit; it is 3.10 or more" in compared(row(**FEW), wider)


def test_the_region_over_other_years() -> None:
    said = compared(row(**FEW), wider_window="state fiscal years 2022 to 2024")
    assert "In the region around it, state fiscal years 2022 to 2024, for every" in said


def test_hidden_stays_hidden_and_the_region_speaks() -> None:
    said = compared(row(**HIDDEN))
    assert said.startswith(
        "The figure for Black children in Tyrrell County, state fiscal year 2024 is "
        "hidden to protect the privacy of children. In the region around it, "
    )
    own, _, around = said.partition(". In the region")
    assert re.findall(r"\d+", own) == ["2024"]
    assert around


def test_no_ratio_at_all_then_the_region() -> None:
    said = compared(row(ratio_status="not estimable", ratio=NAN, ratio_lower=NAN))
    assert said.startswith("No comparison of Black children with White children in ")
    assert ". In the region around it, " in said


def test_too_early_is_too_early_everywhere() -> None:
    said = compared(row(flags=("immature", "unreliable")))
    assert said.startswith("It is too early for a figure for Black children in Tyrrell")
    assert "region" not in said


def test_the_reference_itself_needs_no_region() -> None:
    each = row(ratio_status="reference", ratio=1.0)
    assert compared(each) == (
        "White children are the group that others are compared with."
    )


@pytest.mark.parametrize("wider", [FEW, HIDDEN, {"status": "no data", "value": NAN}])
def test_a_region_that_can_say_nothing_either(wider: dict[str, Any]) -> None:
    said = compared(row(**FEW), row(**wider))
    assert said == (
        "Too few children in Tyrrell County, state fiscal year 2024, to compare Black "
        "children with White children. Nor can anything be said of the region around "
        "it."
    )
    assert valued(row(**FEW), row(**wider)).endswith(
        "Nor can anything be said of the region around it."
    )


def test_a_figure_too_small_then_the_region() -> None:
    said = valued(row(**FEW))
    assert said == (
        "Too few children in Tyrrell County, state fiscal year 2024, for a "
        "dependable figure. In the region around it, state fiscal year 2024, of 4,420 "
        "children who entered care, 1,225 found a permanent home within 12 months: "
        "27.7 % (95 % interval 26.4 to 29.1)."
    )
    assert valued(row(**FEW), group_children="girls").startswith("Too few girls in ")
    reference = row(**FEW | {"ratio_status": "reference"})
    assert ". In the region around it, " in valued(reference)
    assert valued(row(status="no data", value=NAN)).startswith(
        "There are no data for Tyrrell County, state fiscal year 2024. In the region"
    )
    assert "region" not in valued(row(flags=("immature",)))


def test_events_over_days_in_the_region() -> None:
    wider = row(ratio=1.24, ratio_lower=1.1, ratio_upper=1.4)
    assert "Black children had 124 moves between placements for every 100" in compared(
        row(**FEW), wider, measure=MOVES
    )


def test_no_number_of_the_small_place_slips_out() -> None:
    each = row(**FEW | {"numerator": 7.0, "denominator": 61.0, "value": 11.5})
    for said in (compared(each), valued(each)):
        own = said.partition(". In the region")[0]
        assert re.findall(r"\d+", own) == ["2024"]


@pytest.mark.parametrize(
    ("above", "below", "says"),
    [
        (2.7034, 0.0714, "only see a ratio above 2.8."),
        (1.4541, 0.6227, "only see a ratio above 1.5 or below 0.6."),
        (math.inf, 0.47, "only see a ratio below 0.4."),
        (math.inf, 0.0, "not see any difference, however large."),
        (1.5, 0.5, "only see a ratio above 1.5 or below 0.5."),
    ],
)
def test_what_would_show(above: float, below: float, says: str) -> None:
    found = Detectable(above=above, below=below, confidence=0.95, power=0.8)
    assert (
        would_show_sentence(
            found, place="Tyrrell County", group_children="Black children"
        )
        == f"With this many Black children in Tyrrell County we could {says}"
    )
