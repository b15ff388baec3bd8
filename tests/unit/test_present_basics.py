"""From rows to views: nothing hidden leaks, nothing unreliable is compared."""

from math import inf, nan
from typing import Any

import pytest

from metrics.table import COLUMNS, MeasureRow
from pages._present import basics, groups, trend


def row(**given: Any) -> MeasureRow:
    """A row that is shown, with a ratio of 1.5, unless told otherwise."""
    usual: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {
        "numerator": 60.0, "denominator": 200.0,
        "value": 30.0, "lower": 24.0, "upper": 36.7,
        "ratio": 1.5, "ratio_lower": 1.1, "ratio_upper": 2.0, "ratio_status": "ok",
        "difference": 10.0, "difference_lower": 2.0, "difference_upper": 18.0,
        "excess": 20.0, "excess_lower": 4.0, "excess_upper": 36.0,
        "status": "shown", "flags": (), "reference": "white_nh",
    }  # fmt: skip
    return MeasureRow.of(usual | given)


def test_a_shown_row_keeps_its_numbers() -> None:
    found = basics.quantity(row())
    assert (found.value, found.lower, found.upper) == (30.0, 24.0, 36.7)
    assert (found.numerator, found.denominator) == (60.0, 200.0)


@pytest.mark.parametrize("read", [basics.quantity, basics.ratio, basics.excess])
def test_a_hidden_row_gives_no_number_at_all(read: Any) -> None:
    found = read(row(status="hidden", ratio_status="hidden", numerator=3.0))
    assert found.status == "hidden"
    numbers = (found.value, found.lower, found.upper, found.numerator)
    assert numbers == (None,) * 4


def test_a_hidden_reference_hides_the_ratio_and_its_counts() -> None:
    found = basics.ratio(row(ratio_status="hidden"))
    assert (found.status, found.numerator) == ("hidden", None)
    assert basics.quantity(row(ratio_status="hidden")).shown


@pytest.mark.parametrize(
    ("status", "expected"),
    [("unreliable", "unreliable"), ("reference", "reference"),
     ("none", "not estimable"), ("not estimable", "not estimable")],
)  # fmt: skip
def test_a_ratio_that_may_not_be_told_says_why(status: str, expected: str) -> None:
    found = basics.ratio(row(ratio_status=status))
    assert (found.status, found.value) == (expected, None)


def test_an_upper_limit_may_be_missing_but_a_ratio_must_be_finite() -> None:
    open_ended = row(ratio_status="no upper limit", ratio_upper=inf)
    assert basics.ratio(open_ended).value == 1.5
    assert basics.ratio(open_ended).upper is None
    assert not basics.ratio(row(ratio_status="no upper limit", ratio=inf)).shown


def test_an_unreliable_value_is_not_put_beside_others() -> None:
    found = basics.comparable(row(flags=("unreliable",), numerator=4.0))
    assert (found.status, found.value, found.numerator) == ("unreliable", None, 4.0)


def test_counts_are_numbers_or_words_never_zero_for_hidden() -> None:
    assert basics.count_cell(row(), "numerator") == 60.0
    hidden = basics.count_cell(row(status="hidden", numerator=nan), "numerator")
    assert getattr(hidden, "status", None) == "hidden"
    assert basics.count_cell(row(status="no data", numerator=nan), "numerator") is None


def test_the_state_reference_is_said_in_words() -> None:
    said = basics.remarks(row(flags=("state reference",)), "White children")
    assert said == (
        "compared with White children in the whole state, "
        "because they are fewer than 10 or hidden here"
    )


def test_only_the_first_sentence_names_place_and_window() -> None:
    said = basics.without_repeat(
        ("In Durham County, 2024, a.", "In Durham County, 2024, for b."),
        "Durham County",
        "2024",
    )
    assert said == "In Durham County, 2024, a. For b."


@pytest.mark.parametrize(
    ("lower", "upper", "direction", "said"),
    [
        (1.1, 2.0, "higher", "better"), (1.1, 2.0, "lower", "worse"),
        (1.1, 2.0, "none", "higher"), (0.4, 0.9, "none", "lower"),
        (0.4, 0.9, "higher", "worse"), (0.8, 1.2, "lower", "similar"),
    ],
)  # fmt: skip
def test_the_word_against_the_state_comes_from_the_interval(
    lower: float, upper: float, direction: str, said: str
) -> None:
    found = row(ratio_lower=lower, ratio_upper=upper)
    assert trend.against(found, direction) == said


def test_no_word_where_numbers_are_few_or_not_final() -> None:
    assert trend.against(row(ratio_status="unreliable"), "higher") == "cannot tell"
    assert trend.against(row(flags=("immature",)), "higher") == "cannot tell"


def test_the_widest_differences_leave_1_out_on_either_side() -> None:
    rows = [
        row(group="a", ratio=1.5),
        row(group="b", ratio=3.0, ratio_lower=0.9, ratio_upper=9.0),
        row(group="c", ratio=1.2, ratio_lower=1.1, ratio_upper=1.3),
        row(group="d", ratio=0.4, ratio_lower=0.2, ratio_upper=0.7),
    ]
    assert [each.group for each in groups.widest(rows)] == ["a", "d"]
