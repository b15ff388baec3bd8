"""Many places, many measures and chains of decisions in words."""

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from metrics.narrative_words_chain import (
    chain_words,
    links_words,
    matrix_words,
    parts_words,
)
from metrics.narrative_words_places import (
    beside_words,
    funnel_words,
    measures_words,
    places_words,
    ratios_words,
)
from metrics.narrative_words_published import published_words
from metrics.pathway import chain
from metrics.selection import Selection
from metrics.table import COLUMNS, MeasureRow, MeasureTable
from tests.golden.test_pathway_published import stages
from tests.unit.test_narrative import ENTRIES, MOVES, PAIR, PERMANENCY, row
from tests.unit.test_narrative_words import FEW, HIDDEN, NAN, group
from tests.unit.test_side_by_side import beside

COUNTIES = ("counties", "county")


def table(*rows: MeasureRow) -> MeasureTable:
    frame = pd.DataFrame([each.as_dict() for each in rows], columns=list(COLUMNS))
    return MeasureTable.of(
        frame,
        measure=PERMANENCY,
        selection=Selection(state="nc", measure=PERMANENCY.id),
        edition="staff",
        version="1",
    )


def places(*rows: MeasureRow, **more: Any) -> str:
    said = places_words(
        table(*rows),
        row(),
        place="North Carolina",
        window="SFY 2024",
        noun=COUNTIES,
        **more,
    )
    return " ".join(said)


def test_counties_are_told_by_their_middle_half_and_never_ranked() -> None:
    rows = [row(geography=f"3700{i}", value=10.0 * i) for i in range(1, 6)]
    said = places(*rows, row(geography="37011", **HIDDEN), own=rows[1], own_name="Ash")
    assert said.startswith("Each of the six counties is shown by its own figure of")
    assert "North Carolina: 27.7 % (95 % interval 26.4 to 29.1), 1,225 of" in said
    assert "Half of the five counties with dependable figures lie between 20.0" in said
    assert "Ash: 20.0 %" in said
    assert "One of the six counties is hidden to protect the privacy" in said
    assert "highest" not in said
    assert "50.0" not in said


def test_the_readers_own_county_is_not_told_if_it_is_hidden_or_small() -> None:
    rows = [row(geography=f"3700{i}", value=10.0 * i) for i in range(1, 6)]
    for own in (row(**HIDDEN), row(flags=("unreliable",))):
        assert "Ash" not in places(*rows, own=own, own_name="Ash")


def measured(**more: Any) -> MeasureRow:
    return row(reference="state", **more)


@pytest.mark.parametrize(
    ("measure", "low", "high", "says"),
    [
        (PERMANENCY, 1.4, 1.8, "higher than in the whole of NC (better, for this"),
        (PERMANENCY, 0.4, 0.6, "lower than in the whole of NC (worse, for this"),
        (MOVES, 1.4, 1.8, "higher than in the whole of NC (worse, for this"),
        (MOVES, 0.4, 0.6, "lower than in the whole of NC (better, for this"),
        (ENTRIES, 1.4, 1.8, "higher than in the whole of NC, 1.59 times"),
    ],
)
def test_a_measure_that_stands_apart_is_told_by_its_own_direction(
    measure: Any, low: float, high: float, says: str
) -> None:
    each = measured(ratio=math.sqrt(low * high), ratio_lower=low, ratio_upper=high)
    said = measures_words([(measure, each)], place="Ash County", state="NC")
    assert says in " ".join(said)


def test_measures_that_do_not_stand_apart_are_counted_by_why() -> None:
    near = measured(ratio=1.1, ratio_lower=0.9, ratio_upper=1.3)
    rows = [(PERMANENCY, near), (MOVES, measured(**FEW)), (ENTRIES, measured(**HIDDEN))]
    said = " ".join(measures_words(rows, place="Ash County", state="NC"))
    assert "One of the three measures does not differ clearly from the state." in said
    assert "One of the three measures is hidden to protect the privacy" in said
    assert "One of the three measures is too small in numbers to compare." in said


def test_counties_beside_each_other_are_not_set_against_each_other() -> None:
    ash = ("Ash", [(PERMANENCY, row()), (MOVES, row(**HIDDEN))])
    elm = ("Elm", [(PERMANENCY, row(**FEW)), (MOVES, None)])
    said = " ".join(beside_words([ash, elm]))
    assert "Each measure stands on one scale for Ash and Elm." in said
    assert "Measures of Ash that can be relied on: one; hidden: one; others: n" in said
    assert "Ash, “Permanency in 12 months”: 27.7 %" in said
    assert "Elm, “" not in said


def test_a_funnel_tells_how_many_lie_where_and_how_many_by_chance() -> None:
    x1 = [50, 52, 48, 51, 200, NAN]
    side = beside(x1, [1000] * 6, [50] * 6, [1000] * 6)
    said = " ".join(
        funnel_words(side, pair="A to B", state="NC", noun=COUNTIES, hidden=1)
    )
    assert "one of the six counties" in said
    compared = int(np.sum(side.compared))
    assert f"{'Five' if compared == 5 else compared} can be compared" in said
    assert "One of the six counties is hidden for privacy." in said


def test_a_ratio_in_each_place_is_counted_by_side() -> None:
    rows = [
        group("a", 1.2, 1.8),
        group("b", 0.3, 0.8),
        group("c", 0.8, 1.2),
        group("d", 1, 1, **HIDDEN, ratio_status="hidden"),
        group("e", 1, 1, **FEW),
    ]
    said = " ".join(ratios_words(rows, pair="A to B", noun=COUNTIES))
    assert "In one it lies above 1" in said
    assert "in one below 1, and in one the difference may be chance" in said
    assert "In one it is hidden" in said
    assert "in one the numbers are too small or missing" in said


# ---- decisions ---------------------------------------------------------------------


def test_a_matrix_names_groups_and_steps_on_either_side_of_1() -> None:
    steps = [(ENTRIES, group("x", 1.2, 1.8)), (PERMANENCY, group("x", 0.4, 0.9))]
    hidden = [(ENTRIES, group("y", 1, 1, **HIDDEN, ratio_status="hidden"))]
    said = " ".join(
        matrix_words([("X", steps), ("Y", hidden)], reference="White children")
    )
    assert "Above 1 by more than chance readily gives: X at Entered care (1.47)" in said
    assert "Below 1 by more than chance readily gives: X at Permanency" in said
    assert "Of three ratios one is hidden" in said
    assert "Y at" not in said


def test_parts_are_signed_and_an_unknown_part_says_nothing() -> None:
    said = " ".join(parts_words((("Reported", 1.5), ("Found", -0.25)), **PAIR))
    assert "1.50 more at “Reported”; 0.25 fewer at “Found”." in said
    assert "Together that is 1.25 more." in said
    assert parts_words((("Reported", 1.5), ("Found", NAN)), **PAIR) == ()


def test_published_ratios_on_both_sides_and_those_too_small() -> None:
    def each(name: str, ratio: float, low: float, high: float) -> dict[str, Any]:
        return {"name": name, "numerator": 50.0, "denominator": 900.0,
                "ratio": ratio, "lower": low, "upper": high}  # fmt: skip

    records = [
        each("Black", 1.5, 1.2, 1.8), each("Asian", 0.5, 0.3, 0.7),
        each("Two", 1.1, 0.9, 1.3), each("None", NAN, NAN, NAN),
    ]  # fmt: skip
    said = " ".join(published_words(records, title="T", reference="White children"))
    assert "Above 1 by more than chance readily gives: Black 1.50" in said
    assert "15 for every 10 White children out of equal numbers" in said
    assert "Below 1 by more than chance readily gives: Asian 0.50" in said
    assert "The difference may be chance: Two." in said
    assert "One of the four groups has too small numbers" in said


def test_stages_beside_a_chain_tell_what_they_stand_on() -> None:
    found = chain(stages((100_000, 2_000, 600), (100_000, 4_000, 900)))
    said = " ".join(links_words(found.links, group_children="Black children"))
    assert "“1”: 0.50, 2,000 of 100,000 Black children." in said
    assert "“2”: 1.33, 600 of 2,000 Black children." in said
    few = chain(stages((100_000, 2_000, 3), (100_000, 4_000, 900)))
    said = " ".join(links_words(few.links, group_children="Black children"))
    assert "“2” has no ratio that can be relied on or shown." in said
    assert "3 of" not in said


def test_a_chain_is_told_step_by_step_and_a_long_one_by_what_is_beyond_chance() -> None:
    step = ENTRIES.step
    assert step is not None
    found = chain(stages((100_000, 2_000, 600), (100_000, 4_000, 900)))
    two = [(link, step) for link in found.links]
    assert len(chain_words(two, **PAIR)) == 2
    assert len(chain_words(two * 3, **PAIR)) == 5
