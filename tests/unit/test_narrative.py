"""Every sentence, in every direction, and every refusal."""

import math
import re
from dataclasses import replace
from typing import Any

import pytest

from metrics.model import Measure, Step
from metrics.narrative import (
    change_sentence,
    disparity_sentence,
    excess_sentence,
    trend_sentence,
    value_sentence,
)
from metrics.table import COLUMNS, MeasureRow
from metrics.trend import Trend
from metrics.words import count, frequency, number, percent, pronoun, ratio_words

NAN = math.nan


def measure(**fields: Any) -> Measure:
    """Permanency within twelve months, unless told otherwise."""
    usual = {
        "id": "permanency-12-months", "code": "P1", "title": "Permanency in 12 months",
        "question": "", "numerator": "entry_cohort.permanent",
        "denominator": "entry_cohort.children", "kind": "proportion", "per": 100,
        "unit": "%",
        "counted": "children who left to a permanent home within 12 months",
        "among": "children who entered care",
        "verb": "found a permanent home within 12 months", "direction": "higher",
        "cohort": "entry cohort", "priority": "", "follow_up_months": 12,
        "breakdowns": (), "definition": "", "why": "", "source": "", "needs": (),
        "examples": (),
    }  # fmt: skip
    return Measure(**(usual | fields))


PERMANENCY = measure()
ENTRIES = measure(
    id="entry-rate", title="Entries to care", numerator="entered.children",
    denominator="population.child_years", kind="rate", per=1000,
    unit="per 1,000 children a year", counted="children who entered care",
    among="children in the population", verb="entered care", direction="none",
    step=Step(
        order=5, label="Entered care", previous="reported.found",
        previous_label="children found to be maltreated", nested=False,
        verb="entered care",
    ),
)  # fmt: skip
MOVES = measure(
    id="placement-stability", title="Moves between placements",
    numerator="new_care.moves", denominator="new_care.days", kind="rate", per=1000,
    unit="moves per 1,000 days", counted="moves between placements",
    among="days in care", verb="moved", direction="lower",
)  # fmt: skip
VICTIMS = measure(
    id="maltreatment-in-care", title="Maltreatment in care",
    numerator="care_days.victimizations", denominator="care_days.days", kind="rate",
    per=100_000, unit="victimizations per 100,000 days", counted="victimizations",
    among="days in care", verb="were victimized", direction="lower",
)  # fmt: skip
SCREENED = measure(
    id="screened-in", title="Reports screened in", numerator="reported.screened_in",
    denominator="reported.children", kind="proportion", counted="children screened in",
    among="children who were reported", verb="had a report accepted",
    cohort="flow", direction="none",
    step=Step(
        order=2, label="Screened in", previous="reported.children",
        previous_label="children reported", nested=True, verb="were screened in",
    ),
)  # fmt: skip
NESTED = measure(
    id="entered-after-finding", title="Entries after a finding", kind="rate", per=1000,
    numerator="reported.entered", denominator="population.child_years",
    unit="per 1,000 children a year", counted="children who entered care",
    among="children in the population", verb="entered care", direction="none",
    step=Step(
        order=5, label="Entered care", previous="reported.found",
        previous_label="children with a finding", nested=True, verb="entered care",
    ),
)  # fmt: skip


def row(**fields: Any) -> MeasureRow:
    """A shown row of the figures for permanency; a group half as likely again."""
    usual: dict[str, Any] = dict.fromkeys(COLUMNS, NAN) | {
        "state": "nc", "level": "state", "geography": "nc", "window": "sfy2024",
        "dimension": "all", "group": "all", "numerator": 1225.0, "denominator": 4420.0,
        "value": 27.714, "lower": 26.41, "upper": 29.05, "method": "Wilson",
        "base": "", "reference": "white_nh", "ratio": 1.5,
        "ratio_lower": 1.24, "ratio_upper": 1.83, "ratio_method": "Koopman score",
        "ratio_status": "ok", "excess": 118.4, "excess_lower": 62.0,
        "excess_upper": 171.3, "status": "shown", "flags": (), "coverage": "",
    }  # fmt: skip
    return MeasureRow.of(usual | fields)


WHERE = {"place": "North Carolina", "window": "state fiscal year 2024"}
PAIR = {"group_children": "Black children", "reference_children": "White children"}
MOVE_ROW = {
    "numerator": 5210.0, "denominator": 1_302_500.0, "value": 4.0, "lower": 3.89,
    "upper": 4.11,
}  # fmt: skip


def value(each: MeasureRow, what: Measure = PERMANENCY, **more: str) -> str:
    return value_sentence(each, measure=what, **(WHERE | more))


def disparity(each: MeasureRow, what: Measure = ENTRIES, **more: str) -> str:
    return disparity_sentence(each, measure=what, **(WHERE | PAIR | more))


def excess(each: MeasureRow, what: Measure = ENTRIES, **more: str) -> str:
    return excess_sentence(each, measure=what, **(WHERE | PAIR | more))


def change(
    now: MeasureRow, before: MeasureRow, what: Measure = PERMANENCY, **more: Any
) -> str:
    return change_sentence(
        now, before, measure=what, earlier_window="state fiscal year 2023",
        **(WHERE | more),
    )  # fmt: skip


def trend(direction: str, what: Measure = PERMANENCY, **fields: Any) -> str:
    found = Trend(direction=direction, chi2=20, slope=1)  # type: ignore[arg-type]
    return trend_sentence(row(**fields), found, measure=what, **WHERE)


# The value


def test_value_of_a_proportion() -> None:
    assert value(row()) == (
        "In North Carolina, state fiscal year 2024, of 4,420 children who entered "
        "care, 1,225 found a permanent home within 12 months: 27.7 % "
        "(95 % interval 26.4 to 29.1)."
    )


def test_value_of_a_group() -> None:
    assert value(row(dimension="race"), group_children="Black children").startswith(
        "In North Carolina, state fiscal year 2024, of 4,420 Black children who "
        "entered care, 1,225 found a permanent home within 12 months: "
    )


def test_value_of_a_rate_of_children() -> None:
    figures = {"numerator": 1200.0, "denominator": 230000.0, "value": 5.217,
               "lower": 4.93, "upper": 5.52}  # fmt: skip
    assert value(row(**figures), ENTRIES) == (
        "In North Carolina, state fiscal year 2024, there were 1,200 children who "
        "entered care among 230,000 children in the population: "
        "5.2 per 1,000 children a year (95 % interval 4.9 to 5.5)."
    )
    said = value(row(**figures), ENTRIES, group_children="girls")
    assert "1,200 girls who entered care among 230,000 girls in the population" in said
    assert "among 230,000 children in the population, counting each year: " in value(
        row(**figures, window="sfy2022-2024"), ENTRIES
    )
    assert "counting each year" not in value(row(**figures, window="r2025-03"), ENTRIES)


def test_value_over_days() -> None:
    assert value(row(**MOVE_ROW), MOVES) == (
        "In North Carolina, state fiscal year 2024, there were 5,210 moves between "
        "placements over 1,302,500 days in care: "
        "4.0 moves per 1,000 days (95 % interval 3.9 to 4.1)."
    )
    figures = {"numerator": 360.0, "denominator": 3_970_000.0, "value": 9.068,
               "lower": 8.16, "upper": 10.05}  # fmt: skip
    assert value(row(**figures), VICTIMS, group_children="Black children") == (
        "In North Carolina, state fiscal year 2024, among Black children, there were "
        "360 victimizations over 3,970,000 days in care: "
        "9.1 victimizations per 100,000 days (95 % interval 8.2 to 10.1)."
    )


def test_value_at_a_decision_is_a_share_of_the_decision_before() -> None:
    figures = {"base": "decision", "numerator": 600.0, "denominator": 1000.0,
               "lower": 56.9, "upper": 63.0, "value": 60.0}  # fmt: skip
    assert value(row(**figures), NESTED) == (
        "In North Carolina, state fiscal year 2024, of 1,000 children with a finding, "
        "600 entered care: 60.0 % (95 % interval 56.9 to 63.0)."
    )
    assert value(row(**figures), SCREENED) == (
        "In North Carolina, state fiscal year 2024, of 1,000 children who were "
        "reported, 600 had a report accepted: 60.0 % (95 % interval 56.9 to 63.0)."
    )


def test_value_of_a_decision_in_the_population() -> None:
    figures = {"base": "population", "numerator": 6900.0, "denominator": 230_000.0,
               "lower": 29.3, "upper": 30.7, "value": 30.0}  # fmt: skip
    said = "children screened in among 230,000 children in the population"
    assert value(row(**figures), SCREENED) == (
        f"In North Carolina, state fiscal year 2024, there were 6,900 {said}: "
        "30.0 per 1,000 children a year (95 % interval 29.3 to 30.7)."
    )
    assert f"{said}, counting each year: " in value(
        row(**figures, window="sfy2022-2024"), SCREENED
    )
    stock = replace(SCREENED, cohort="point in time")
    assert "30.0 per 1,000 children (95" in value(row(**figures), stock)


def test_value_at_a_decision_that_is_not_nested_may_exceed_its_base() -> None:
    figures = {"base": "decision", "numerator": 120.0, "denominator": 100.0,
               "lower": 99.5, "upper": 143.5, "value": 120.0}  # fmt: skip
    assert value(row(**figures), ENTRIES) == (
        "In North Carolina, state fiscal year 2024, there were 120 children who "
        "entered care for 100 children found to be maltreated: 120.0 for every 100 "
        "children found to be maltreated (95 % interval 99.5 to 143.5)."
    )


def test_value_without_an_interval_gives_none() -> None:
    assert value(row(lower=NAN, upper=NAN)).endswith("within 12 months: 27.7 %.")


def test_value_of_none() -> None:
    none = row(numerator=0.0, value=0.0, lower=0.0, upper=0.09)
    assert "children who entered care, none found a permanent home" in value(none)
    assert value(none).endswith(": 0.0 % (95 % interval 0.0 to 0.1).")
    assert "there were no moves between" in value(row(numerator=0.0), MOVES)


def test_notes_follow_the_figure() -> None:
    assert value(row(flags=("use with care",))).endswith(
        "). The count is small: use with care."
    )
    assert value(row(flags=("partial coverage",))).endswith(
        "). This covers only some of the places."
    )


REFUSALS = [
    ({"status": "hidden", "value": NAN, "numerator": NAN}, "is hidden to protect the"),
    ({"status": "no data", "value": NAN}, "There are no data for "),
    ({"status": "not estimable", "value": NAN}, "No figure can be calculated for "),
    ({"value": NAN}, "No figure can be calculated for "),
    ({"value": None}, "No figure can be calculated for "),
    ({"flags": ("immature",)}, "It is too early for a figure for "),
    ({"flags": ("unreliable",)}, "too small for a dependable figure."),
    ({"flags": ("immature", "unreliable")}, "It is too early for a figure for "),
]


@pytest.mark.parametrize(("fields", "says"), REFUSALS)
def test_every_sentence_refuses_without_a_dependable_figure(
    fields: dict[str, Any], says: str
) -> None:
    refused = row(**fields)
    said = [
        value(refused), disparity(refused), excess(refused), change(refused, row()),
        change(row(), refused), trend("rising", **fields),
    ]  # fmt: skip
    for sentence in said:
        assert says in sentence
        assert "North Carolina" in sentence
        # Nothing but the fiscal years is a number: no count slips out.
        assert re.findall(r"\d+", sentence) in (["2024"], ["2023"])


def test_a_refusal_names_the_group() -> None:
    hidden = row(status="hidden", value=NAN)
    assert value(hidden, group_children="girls") == (
        "The figure for girls in North Carolina, state fiscal year 2024 is hidden to "
        "protect the privacy of children."
    )
    assert value(hidden, MOVES, group_children="girls") == (
        "The figure for North Carolina, state fiscal year 2024, among girls is hidden "
        "to protect the privacy of children."
    )


# The ratio


def test_disparity_above_one() -> None:
    each = row(ratio=1.1, ratio_lower=1.02, ratio_upper=1.19)
    assert disparity(each) == (
        "In North Carolina, state fiscal year 2024, for every 10 White children who "
        "entered care, 11 Black children did, out of the same number of children "
        "(ratio 1.10, 95 % interval 1.02 to 1.19)."
    )


def test_disparity_below_one() -> None:
    each = row(ratio=0.44, ratio_lower=0.4, ratio_upper=0.49)
    assert "for every 100 White children who entered care, 44 Black children did" in (
        disparity(each)
    )
    assert "chance" not in disparity(each)


def test_disparity_that_may_be_chance_says_so() -> None:
    for low, high in ((0.9, 1.3), (1.0, 1.3), (0.9, 1.0)):
        said = disparity(row(ratio=1.08, ratio_lower=low, ratio_upper=high))
        assert "about 11 Black children did" in said
        assert said.endswith(
            "; the interval includes 1, so the difference may be chance."
        )


def test_disparity_among_those_of_the_measure() -> None:
    said = disparity(row(ratio=0.8), PERMANENCY)
    assert (
        "for every 10 White children who found a permanent home within 12 months, "
        "eight Black children did, out of the same number of children who entered care "
    ) in said


def test_disparity_at_a_decision() -> None:
    said = disparity(row(ratio=0.97, base="decision"), NESTED)
    assert (
        "for every 100 White children who entered care, 97 Black children did, "
        "out of the same number of children with a finding "
    ) in said
    assert "97 Black children did, out of the same number of children who were " in (
        disparity(row(ratio=0.97, base="decision"), SCREENED)
    )


def test_disparity_of_a_decision_in_the_population() -> None:
    assert (
        "for every 100 White children who were screened in, 97 Black children were, "
        "out of the same number of children (ratio 0.97"
    ) in disparity(row(ratio=0.97, ratio_lower=0.9, base="population"), SCREENED)


def test_disparity_of_events_over_days() -> None:
    said = disparity(row(ratio=1.24, ratio_lower=1.1, ratio_upper=1.4), MOVES)
    assert said == (
        "In North Carolina, state fiscal year 2024, over the same number of days in "
        "care, Black children had 124 moves between placements for every 100 that "
        "White children had (ratio 1.24, 95 % interval 1.10 to 1.40)."
    )


@pytest.mark.parametrize(
    ("ratio", "says"),
    [
        (1.0, "for every 10 White children who entered care, 10 Black"),
        (1.004, "for every 100 White children who entered care, about 100 Black"),
        (0.996, "for every 100 White children who entered care, about 100 Black"),
        (0.003, "for every 1,000 White children who entered care, three Black"),
        (0.0, "for every 10 White children who entered care, no Black"),
        (250.0, "for every 10 White children who entered care, 2,500 Black"),
        (1234.56, "for every 10 White children who entered care, about 12,346 Black"),
    ],
)
def test_disparity_tiny_equal_and_huge(ratio: float, says: str) -> None:
    assert says in disparity(row(ratio=ratio))


def test_disparity_without_an_upper_limit() -> None:
    fields = {"ratio": math.inf, "ratio_lower": 4.98, "ratio_upper": math.inf,
              "ratio_status": "no upper limit"}  # fmt: skip
    assert disparity(row(**fields)) == (
        "In North Carolina, state fiscal year 2024, none of the White children entered "
        "care, so the ratio for Black children has no upper limit; it is 4.98 or more "
        "(95 % interval)."
    )
    assert "White children had no moves between placements, so the ratio" in disparity(
        row(**fields), MOVES
    )


def test_the_reference_itself() -> None:
    each = row(ratio_status="reference", ratio=1.0)
    said = "White children are the group that others are compared with."
    assert disparity(each) == said
    assert excess(each) == said


def test_a_reference_from_the_state_says_so() -> None:
    each = row(flags=("state reference",))
    assert "10 White children in the whole state who entered care" in disparity(each)
    assert "the rate of White children in the whole state would give" in excess(each)


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("hidden", "The comparison of Black children with White children in North "
                   "Carolina, state fiscal year 2024 is hidden to protect the privacy"),
        ("unreliable", "The numbers are too small for a dependable comparison of "),
        ("not estimable", "No comparison of Black children with White children in "),
        ("none", "No comparison of Black children with White children in "),
        ("ok", "No comparison of Black children with White children in "),
    ],
)  # fmt: skip
def test_no_ratio_no_comparison(status: str, says: str) -> None:
    each = row(ratio_status=status, ratio=NAN, ratio_lower=NAN)
    for sentence in (disparity(each), excess(each)):
        assert sentence.startswith(says)
        assert re.findall(r"\d+", sentence) == ["2024"]


# The excess


def test_excess_above_none() -> None:
    assert excess(row()) == (
        "In North Carolina, state fiscal year 2024, there were about 118 more Black "
        "children who entered care than the rate of White children would give "
        "(95 % interval 62 more to 171 more)."
    )


def test_excess_below_none() -> None:
    each = row(excess=-1240.2, excess_lower=-1500.6, excess_upper=-980.0)
    assert (
        "there were about 1,240 fewer Black children who entered care than the rate of "
        "White children would give (95 % interval 1,501 fewer to 980 fewer)."
    ) in excess(each)


def test_excess_that_may_be_chance_says_so() -> None:
    said = excess(row(excess=6.4, excess_lower=-3.2, excess_upper=17.0))
    assert "about six more Black children" in said
    assert said.endswith(
        "(95 % interval three fewer to 17 more); the interval includes no difference, "
        "so this may be chance."
    )


def test_an_excess_of_about_none() -> None:
    said = excess(row(excess=-0.6, excess_lower=-9.7, excess_upper=0.2))
    assert (
        "the number of Black children who entered care is within two of what the rate "
        "of White children would give (95 % interval 10 fewer to none)"
    ) in said


def test_excess_of_events() -> None:
    assert "about 118 more moves between placements for Black children than the" in (
        excess(row(), MOVES)
    )


@pytest.mark.parametrize("name", ["excess", "excess_lower", "excess_upper"])
def test_no_excess_no_number(name: str) -> None:
    assert excess(row(**{name: NAN})) == (
        "No difference in number can be calculated in North Carolina, "
        "state fiscal year 2024."
    )


# Changes and trends

BEFORE = {
    "window": "sfy2023", "numerator": 1000.0, "value": 22.62, "lower": 21.4,
    "upper": 23.9,
}  # fmt: skip


def test_change_that_is_higher() -> None:
    assert change(row(), row(**BEFORE)) == (
        "Permanency in 12 months, North Carolina: 27.7 % in state fiscal year 2024, "
        "22.6 % in state fiscal year 2023; higher, by more than chance alone readily "
        "gives (better, for this measure)."
    )


@pytest.mark.parametrize(
    ("direction", "higher", "lower"),
    [("higher", "better", "worse"), ("lower", "worse", "better"), ("none", "", "")],
)
def test_change_is_judged_by_the_measure_alone(
    direction: str, higher: str, lower: str
) -> None:
    what = measure(direction=direction)
    up, down = change(row(), row(**BEFORE), what), change(row(**BEFORE), row(), what)
    for said, word, judged in ((up, "higher", higher), (down, "lower", lower)):
        ending = f"; {word}, by more than chance alone readily gives"
        assert said.endswith(f"{ending} ({judged}, for this measure)." if judged
                             else f"{ending}.")  # fmt: skip


def test_change_that_may_be_chance() -> None:
    near = row(window="sfy2023", numerator=1210.0, value=27.376)
    assert change(row(), near).endswith(
        "27.4 % in state fiscal year 2023; "
        "no clear change: the difference may be chance."
    )


def test_change_of_a_rate_of_events() -> None:
    before = {**MOVE_ROW, "window": "sfy2023", "numerator": 6000.0, "value": 4.607}
    assert change(row(**MOVE_ROW), row(**before), MOVES) == (
        "Moves between placements, North Carolina: 4.0 moves per 1,000 days in state "
        "fiscal year 2024, 4.6 moves per 1,000 days in state fiscal year 2023; lower, "
        "by more than chance alone readily gives (better, for this measure)."
    )


def test_change_across_a_break_is_not_compared() -> None:
    said = change(row(flags=("series break",)), row(**BEFORE))
    assert said == change(row(), row(**BEFORE, flags=("series break",)))
    assert said == change(row(), row(**BEFORE), broken=True)
    assert said == (
        "Permanency in 12 months, North Carolina: what the figures mean changed "
        "between state fiscal year 2023 and state fiscal year 2024, "
        "so the two are not compared."
    )


def test_change_from_a_count_too_small_cannot_be_compared() -> None:
    said = change(row(), row(window="sfy2023", numerator=9.0, value=0.2))
    assert said.endswith("; the two cannot be compared.")
    assert "better" not in said


def test_change_of_windows_that_share_days_is_not_compared() -> None:
    said = change(row(window="sfy2022-2024"), row(**BEFORE))
    assert said == (
        "Permanency in 12 months, North Carolina: state fiscal year 2023 and state "
        "fiscal year 2024 share days, so the two are not compared."
    )


def test_change_names_its_group() -> None:
    said = change_sentence(
        row(), row(**BEFORE), measure=PERMANENCY, earlier_window="calendar year 2020",
        group_children="girls", **WHERE,
    )  # fmt: skip
    assert said.startswith("Permanency in 12 months, North Carolina, girls: 27.7 %")


def test_trend_in_every_direction() -> None:
    over = "over the five windows up to state fiscal year 2024"
    title = "Permanency in 12 months, North Carolina: "
    assert trend("rising") == f"{title}rising {over} (better, for this measure)."
    assert trend("falling") == f"{title}falling {over} (worse, for this measure)."
    assert trend("no clear change") == f"{title}no clear change {over}."
    assert trend("cannot be calculated") == (
        f"{title}a trend needs five windows in a row with dependable figures."
    )
    assert trend("rising", ENTRIES).endswith(f": rising {over}.")


# Words


def everything_said() -> list[str]:
    said = []
    for what in (PERMANENCY, ENTRIES, MOVES, VICTIMS, SCREENED, NESTED):
        for base in ("population", "decision"):
            for ratio in (0.0, 0.02, 0.5, 1.0, 1.7, 30.0):
                each = row(ratio=ratio, base=base, excess=100 * (ratio - 1))
                said += [value(each, what), disparity(each, what), excess(each, what)]
        said += [change(row(), row(**BEFORE), what), change(row(**BEFORE), row(), what)]
        said += [trend("rising", what), trend("falling", what)]
    return said


def test_no_sentence_judges_or_explains() -> None:
    forbidden = re.compile(
        r"\b(bias|biased|worst|best|because|due to|caused?|leads? to|improv|good|bad|"
        r"alarming|unfortunately|over-?represented|victims?)\b",
        re.IGNORECASE,
    )
    for sentence in everything_said():
        assert not forbidden.search(sentence), sentence


def test_every_sentence_is_one_and_whole() -> None:
    for sentence in everything_said():
        assert sentence.endswith(".")
        assert sentence[0].isupper()
        assert not re.search(r"nan|inf\b|None|  | ,|\(\)|\.\.", sentence), sentence


def test_numbers_as_words() -> None:
    assert [count(n) for n in (0, 1, 9, 10, 999.6, 1234567)] == [
        "no", "one", "nine", "10", "1,000", "1,234,567",
    ]  # fmt: skip
    assert [percent(v) for v in (0, 0.01, 0.06, 27.75, 100, 12345.6)] == [
        "0.0", "less than 0.1", "0.1", "27.8", "100.0", "12,346",
    ]  # fmt: skip


def test_rates_keep_the_decimals_of_their_value() -> None:
    assert number(5.217, 5.217) == "5.2"
    assert number(0.894, 0.894) == "0.89"
    assert number(1.25, 0.894) == "1.25"
    assert number(0.0421, 0.0421) == "0.042"
    assert number(0.0001, 0.0421) == "less than 0.001"
    assert number(0, 0) == "0.0"
    assert number(12345.6, 12345.6) == "12,346"
    assert number(9876.54, 12345.6) == "9,877"


def test_ratios_as_words() -> None:
    assert [ratio_words(r) for r in (0, 0.00001, 0.012, 0.97, 1, 12.34, 456.7)] == [
        "0", "less than 0.0001", "0.012", "0.97", "1.00", "12.3", "457",
    ]  # fmt: skip


@pytest.mark.parametrize("ratio", [0.0007, 0.013, 0.2, 0.51, 0.94, 1.07, 1.6, 45.6])
def test_a_natural_frequency_stays_near_its_ratio(ratio: float) -> None:
    base, size = frequency(ratio)
    words = size.removeprefix("about ")
    whole = next((n for n in range(10) if count(n) == words), None)
    shown = whole if whole is not None else int(words.replace(",", ""))
    assert shown / int(base.replace(",", "")) == pytest.approx(ratio, rel=0.025)
    assert (shown > int(base.replace(",", ""))) == (ratio > 1)


def test_a_ratio_below_every_base() -> None:
    assert frequency(0.000001) == ("100,000", "fewer than one")


def test_a_verb_is_repeated_as_grammar_wants() -> None:
    assert pronoun("entered care") == "did"
    assert pronoun("were screened in") == "were"
    assert pronoun("had been reported") == "had"
    assert pronoun("had a report") == "did"
