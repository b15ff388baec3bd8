"""Where a difference opens, in words: every side of 1, every reason to say nothing."""

import re
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.model import Step
from metrics.narrative_chain import opens_sentence, stage_sentence
from metrics.narrative_gap import parts_sentence, places_sentence
from metrics.pathway import chain
from metrics.pathway_model import Chain, Counts, Stage
from metrics.reliability import Limits
from tests.golden.test_pathway_published import CONTRA_COSTA, stages

PAIR = {"group_children": "Black children", "reference_children": "White children"}
EXIT = Step(
    order=7, label="Left", previous="report_cohort.entered",
    previous_label="children who entered care", nested=True,
    verb="left care to a permanent home",
)  # fmt: skip


def told(group: tuple[float, ...], reference: tuple[float, ...]) -> str:
    return opens_sentence(chain(stages(group, reference)), group_children="G children")


def test_the_published_example_opens_at_the_report_and_nowhere_else() -> None:
    rows = {group: (10_000, *row) for group, row in CONTRA_COSTA.items()}
    said = told(rows["Black"], rows["White"])
    assert said == "For G children, most of the difference opens at “1” (2.49)."


def test_a_decision_that_narrows_it_is_named() -> None:
    assert told((100_000, 4_000, 900), (100_000, 2_000, 600)) == (
        "For G children, most of the difference opens at “1” (2.00); "
        "at “2” (0.75) it becomes smaller."
    )


def test_a_difference_below_1_opens_as_one_above_does() -> None:
    said = told((100_000, 2_000, 600), (100_000, 4_000, 900))
    assert said == (
        "For G children, most of the difference opens at “1” (0.50); "
        "at “2” (1.33) it becomes smaller."
    )


def test_equal_parts_open_in_parts() -> None:
    third = told((10**6, 15_000, 9_000, 5_400), (10**6, 10_000, 4_000, 1_600))
    assert third == (
        "For G children, the difference opens in parts, at “1” (1.50), “2” (1.50) "
        "and “3” (1.50)."
    )


def test_no_difference_at_the_end_does_not_hide_single_decisions() -> None:
    said = told((100_000, 4_000, 500), (100_000, 2_000, 500))
    assert said == (
        "Although the whole (1.00) may be chance, the ratio of single decisions is "
        "above 1 at “1” (2.00) and below 1 at “2” (0.50)."
    )


@pytest.mark.parametrize(
    ("counts", "missing", "says"),
    [
        ({"numerator": nan}, "hidden", "hidden to protect the privacy"),
        ({"numerator": 4.0}, "hidden", "the numbers are too small"),
        (
            {"numerator": 200.0, "unknown": 300.0, "counted": 900.0},
            "hidden",
            "for too many children the group is not known",
        ),
    ],
)
def test_what_cannot_be_said_is_said_with_its_reason(
    counts: dict[str, float], missing: str, says: str
) -> None:
    usual = {"numerator": 200.0, "denominator": 900.0, "population": 9_000.0}
    pair = [Counts(**(usual | more)) for more in (counts, {})]
    stage = Stage(id="s", label="S", nested=True, missing=missing,
                  group=pair[0], reference=pair[1])  # fmt: skip
    found = chain([stage])
    said = opens_sentence(found, group_children="G children")
    assert said.startswith("At which decision it opens cannot be said: at “S” ")
    assert says in said
    assert says in stage_sentence(found.links[0], EXIT, **PAIR)


def test_a_stage_alone_is_a_natural_frequency() -> None:
    link = chain(stages((5_000, 1_000, 400), (5_000, 1_000, 500))).links[-1]
    assert stage_sentence(link, EXIT, **PAIR) == (
        "For every 10 White children who left care to a permanent home, eight Black "
        "children did, out of the same number of children who entered care (ratio "
        "0.80, 95 % interval 0.73 to 0.88)."
    )


def test_the_largest_part_is_on_the_side_of_the_difference() -> None:
    def parts(found: Chain) -> str:
        return parts_sentence(found, verb="entered care", **PAIR)

    more = parts(chain(stages((10_000, 900, 200), (10_000, 400, 100))))
    fewer = parts(chain(stages((10_000, 400, 100), (10_000, 900, 200))))
    assert more.startswith(
        "Out of every 1,000 children of each group, 10.00 more Black"
    )
    assert fewer.startswith("Out of every 1,000 children of each group, 10.00 fewer ")
    assert "is at “1”." in more
    assert "is at “1”." in fewer


def test_places_name_both_parts_and_refuse_what_is_hidden() -> None:
    where = {"place": "North Carolina", "verb": "entered care"} | PAIR
    assert places_sentence(-0.1, 0.43, **where) == (
        "Out of every 1,000 children of each group, 0.33 more Black children than "
        "White children entered care: 0.10 fewer by where in North Carolina they live, "
        "and 0.43 more inside the same counties."
    )
    assert "cannot be worked out" in places_sentence(nan, nan, **where)


counts = st.integers(1, 3_000)


@settings(deadline=None)
@given(st.tuples(counts, counts, counts), st.tuples(counts, counts, counts))
def test_only_decisions_that_chance_seldom_gives_are_named(
    a: tuple[int, ...], b: tuple[int, ...]
) -> None:
    group, reference = ((10_000, *sorted(each, reverse=True)) for each in (a, b))
    limits = Limits(events=0, relative_width=inf, care=0)
    found = chain(stages(group, reference), limits=limits)
    said = opens_sentence(found, group_children="G children")
    sure = {x.stage.id for x in found.links if x.rri.lower > 1 or x.rri.upper < 1}
    assert set(re.findall("“(.)”", said)) <= sure
    for never in ("because", "bias", "due to", "nan", "inf"):
        assert never not in said
