"""Charts in words: every direction, both sides of 1, and all that is left out."""

import math
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.narrative_words import changes_of, left_out, out_of, over_time_words
from metrics.narrative_words_groups import groups_words, ratios_over_time_words
from metrics.table import MeasureRow
from tests.unit.test_narrative import ENTRIES, MOVES, PERMANENCY, row

NAN = math.nan
YEARS = {f"sfy20{n}": f"SFY 20{n}" for n in range(10, 30)}
HIDDEN = {"status": "hidden", "value": NAN, "numerator": NAN, "denominator": NAN}
NO_DATA = {"status": "no data", "value": NAN, "numerator": NAN, "denominator": NAN}


def year(n: int, x: float = 0, of: float = 1000, **more: Any) -> MeasureRow:
    """A year of permanency: x of so many children."""
    share = 100 * x / of
    known = {"numerator": x, "denominator": of, "value": share,
             "lower": share - 2, "upper": share + 2}  # fmt: skip
    return row(window=f"sfy20{n}", **(known | more))


def over_time(*rows: MeasureRow, measure: Any = PERMANENCY) -> str:
    said = over_time_words(
        rows, measure=measure, place="Durham County", names=lambda r: YEARS[r.window]
    )
    assert len(said) <= 5
    return " ".join(said)


def test_a_line_is_told_from_its_first_to_its_last_dependable_year() -> None:
    said = over_time(year(20, 300), year(21, 310), year(22, 400))
    assert said == (
        "The line shows “Permanency in 12 months” in Durham County, from SFY 2020 to "
        "SFY 2022, in %. SFY 2020: 30.0 % (95 % interval 28.0 to 32.0), 300 of 1,000. "
        "SFY 2022: 40.0 % (95 % interval 38.0 to 42.0), 400 of 1,000, or four of every "
        "10 children who entered care. Between SFY 2020 and SFY 2022 it became higher "
        "(better, for this measure), by more than chance readily gives."
    )


def test_changes_of_many_lines_are_those_of_each() -> None:
    lines = [
        ((year(20, 300), year(21, 310), year(22, 400)), PERMANENCY),
        ((year(20, 300),), MOVES),
        ((year(20, 400), year(22, 300)), ENTRIES),
    ]
    found = changes_of(lines)
    assert found == [changes_of((each,))[0] for each in lines]
    assert [each and each.direction for each in found] == ["higher", None, "lower"]


@pytest.mark.parametrize(
    ("measure", "first", "last", "says"),
    [
        (PERMANENCY, 300, 400, "it became higher (better, for this measure), by"),
        (PERMANENCY, 400, 300, "it became lower (worse, for this measure), by"),
        (PERMANENCY, 300, 305, "no clear change: the difference may be chance"),
        (MOVES, 300, 400, "it became higher (worse, for this measure), by"),
        (MOVES, 400, 300, "it became lower (better, for this measure), by"),
        (ENTRIES, 300, 400, "it became higher, by"),
        (ENTRIES, 400, 300, "it became lower, by"),
    ],
)
def test_a_change_is_judged_by_the_measures_own_direction(
    measure: Any, first: int, last: int, says: str
) -> None:
    assert says in over_time(year(20, first), year(21, last), measure=measure)


def test_what_cannot_be_compared_is_not() -> None:
    broken = over_time(year(20, 300), year(21, 400, flags=("series break",)))
    assert "meaning of the figures changed: they are not compared" in broken
    pools = [year(20, 300), year(21, 400)]
    pools[1] = row(**(pools[1].as_dict() | {"window": "sfy2019-2021"}))
    said = over_time_words(
        pools, measure=PERMANENCY, place="X", names=lambda r: r.window
    )
    assert "some days are shared: they are not compared" in " ".join(said)


def test_a_year_that_is_hidden_small_or_too_early_gives_no_figure() -> None:
    said = over_time(
        year(19, 8, **HIDDEN),
        year(20, 300),
        year(21, 4, 9, flags=("unreliable",)),
        year(22, 5, flags=("immature",)),
        year(23, **NO_DATA),
    )
    assert "SFY 2020: 30.0 %" in said
    assert "compare" not in said.replace("too small in numbers to compare", "")
    assert "One of the five years is hidden to protect the privacy of children." in said
    assert "One of the five years is not final" in said
    assert "One of the five years is too small in numbers to compare." in said
    assert "One of the five years is without a figure." in said
    assert "4 of 9" not in said
    assert "became" not in said


def test_nothing_but_hidden_years_says_so_and_no_number() -> None:
    said = over_time(year(20, **HIDDEN), year(21, **HIDDEN))
    assert "All years are hidden to protect the privacy of children." in said
    assert not re.search(r"\d of \d|interval", said)


def test_events_are_no_children() -> None:
    moved = row(numerator=5210.0, denominator=1_302_500.0, value=4.0)
    assert out_of(moved, MOVES) == ""
    assert out_of(row(numerator=0.0), PERMANENCY) == ""


@given(st.lists(st.sampled_from(["shown", "hidden", "no data", "few"]), min_size=1))
def test_each_row_is_left_out_once_or_not(kinds: list[str]) -> None:
    rows = [
        row(flags=("unreliable",)) if each == "few" else row(status=each)
        for each in kinds
    ]
    said = left_out(rows, ("rows", "row"))
    assert len(said) == len({k for k in kinds if k != "shown"})


# ---- groups ------------------------------------------------------------------------


def group(name: str, low: float, high: float, **more: Any) -> MeasureRow:
    ratio = math.sqrt(low * high)
    known = {"group": name, "ratio": ratio, "ratio_lower": low, "ratio_upper": high}
    return row(dimension="race", **(known | more))


REFERENCE = row(dimension="race", group="White", ratio_status="reference")
FEW = {"flags": ("unreliable",), "ratio_status": "unreliable", "ratio": NAN}


def groups(*rows: MeasureRow, measure: Any = ENTRIES) -> str:
    said = groups_words(
        (REFERENCE, *rows),
        measure=measure,
        place="Durham County",
        window="SFY 2024",
        names=lambda r: f"{r.group} children",
        reference="White children",
    )
    return " ".join(said)


def test_groups_on_both_sides_of_1_and_those_that_may_be_chance() -> None:
    black, asian = group("Black", 1.2, 1.8), group("Asian", 0.4, 0.9)
    said = groups(black, asian, group("X", 0.8, 2))
    assert "Higher than for White children, by more than chance readily gives: " in said
    interval = "95 % interval 1.20 to 1.80; 1,225 of 4,420"
    assert f"Black children (ratio 1.47, {interval}), " in said
    assert "about 15 for every 10 White children out of equal numbers" in said
    assert "Lower than for White children, by more than chance" in said
    assert "Asian children (ratio 0.60, 95 % interval 0.40 to 0.90" in said
    assert "For X children the difference may be chance." in said


@pytest.mark.parametrize(
    ("measure", "low", "high", "says"),
    [
        (PERMANENCY, 1.2, 1.8, "Higher than for White children, by more than chance "
         "readily gives (better, for this measure)"),
        (PERMANENCY, 0.4, 0.9, "readily gives (worse, for this measure)"),
        (MOVES, 1.2, 1.8, "readily gives (worse, for this measure)"),
        (MOVES, 0.4, 0.9, "readily gives (better, for this measure)"),
        (ENTRIES, 1.2, 1.8, "readily gives: Black"),
        (ENTRIES, 0.4, 0.9, "readily gives: Black"),
    ],
)  # fmt: skip
def test_neither_side_of_1_is_bad_by_itself(
    measure: Any, low: float, high: float, says: str
) -> None:
    assert says in groups(group("Black", low, high), measure=measure)


def test_a_group_without_upper_limit_hidden_or_small_is_told_as_such() -> None:
    none = group("A", 2.5, 9, ratio=math.inf, ratio_status="no upper limit")
    said = groups(
        none,
        group("B", 1, 1, **HIDDEN, ratio_status="hidden"),
        group("C", 1, 1, **FEW),
        group("D", 1, 1, ratio_status="unreliable", ratio=NAN),
    )
    assert "For A children the ratio is 2.50 or more, without upper limit." in said
    assert "One of the four groups is hidden to protect the privacy" in said
    assert "One of the four groups is too small in numbers to compare." in said
    assert "One of the four groups has a figure and no ratio" in said
    for name in "BCD":
        assert f"{name} children" not in said


def test_a_ratio_over_time_has_two_ends_and_says_where_there_is_none() -> None:
    rows = (
        group("Black", 1.2, 1.8, window="sfy2020"),
        group("Black", 1, 1, window="sfy2021", **FEW),
        group("Black", 0.9, 1.3, window="sfy2022"),
    )
    said = " ".join(
        ratios_over_time_words(
            rows,
            names=lambda r: YEARS[r.window],
            group="Black children",
            reference="White children",
            step="Entered care",
        )
    )
    assert "SFY 2020: 1.47 (95 % interval 1.20 to 1.80; 1,225 of 4,420 Black" in said
    assert "SFY 2022: 1.08" in said
    assert "children); this may be chance." in said
    assert "One of the three periods has no ratio" in said
    assert "SFY 2021" not in said
