"""Sentences of the counties side by side, and what so many children could show."""

import math
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from metrics.power import detectable
from metrics.side_by_side import SideBySide
from metrics.table import STATE_REFERENCE
from pages._present import side_adjusted, side_funnel
from pages._present.small_numbers import would_show
from tests.unit.test_narrative import ENTRIES, row

SAID = {"county": "county", "counties": "counties", "state": "North Carolina"}
VIEW: Any = SimpleNamespace(said=SAID, nouns=("county", "counties"))
NAMES = {"1": "Wake", "2": "Ashe", "3": "Pitt", "4": "Burke"}


def side(*counts: int) -> SideBySide:
    """Four places of one size whose reference has 400, with these counts."""
    x1, same = np.array(counts, float), np.full(len(counts), 40_000.0)
    return SideBySide(
        codes=tuple(NAMES), x1=x1, n1=same, x2=same / 100, n2=same, ratio=x1 / 400,
        compared=np.ones(len(counts), bool), centre=1.0, kind="rate",
    )  # fmt: skip


def test_those_that_stand_are_listed_by_name_and_never_by_size() -> None:
    said = side_funnel.stand(VIEW, side(800, 700, 400, 180), NAMES)
    assert "three counties differ" in said
    assert ": Ashe, Burke, Wake." in said
    assert "Pitt" not in said


def test_one_and_none_are_told_in_their_own_words() -> None:
    one = side_funnel.stand(VIEW, side(400, 800, 400, 400), NAMES)
    assert "one county differs" in one
    assert ": Ashe." in one
    none = side_funnel.stand(VIEW, side(400, 410, 390, 400), NAMES)
    assert "no county is so far" in none


def test_without_spread_the_state_is_the_best_guess_and_says_so() -> None:
    said = side_adjusted.sentence(VIEW, side(400, 410, 390, 400))
    assert "differ no more than chance gives" in said
    spread = side_adjusted.sentence(VIEW, side(800, 700, 400, 180))
    assert "the raw ratios run from 0.45 to 2.00" in spread


@pytest.mark.parametrize(
    ("direction", "says"),
    [
        ("higher", "a ratio below 1 is the unwanted side"),
        ("lower", "a ratio above 1 is the unwanted side"),
        ("none", "neither side is better"),
    ],
)
def test_the_unwanted_side_is_that_of_the_measure(direction: str, says: str) -> None:
    view: Any = SimpleNamespace(
        said=SAID | {"step": "Entered care"},
        measure=SimpleNamespace(direction=direction),
    )
    assert says in side_funnel.direction(view)


# ---- what would show -----------------------------------------------------------

WHOLE = row(numerator=1500.0, denominator=100_000.0, ratio=1.5, ratio_status="ok")
ASKED = {
    "measure": ENTRIES,
    "place": "Tyrrell County",
    "group_children": "Black children",
}


def told(own: Any, reference: Any, whole: Any = WHOLE, other: Any = None) -> str:
    return would_show(own, reference, whole, other, **ASKED)


def test_the_rate_of_the_reference_is_that_of_the_state() -> None:
    own, other = row(denominator=600.0), row(denominator=900.0)
    found = detectable(600, 900, 0.01, kind="rate")
    aim = math.ceil(found.above * 10) / 10
    assert f"only see a ratio above {aim:.1f}" in told(own, other)
    assert told(own, 900.0) == told(own, other)


def test_a_reference_of_the_whole_state_has_its_size() -> None:
    own = row(denominator=600.0, flags=(STATE_REFERENCE,))
    state = row(denominator=90_000.0)
    assert told(own, row(denominator=9.0), other=state) == told(
        row(denominator=600.0), 90_000.0
    )


@pytest.mark.parametrize(
    "own",
    [
        row(status="hidden", numerator=math.nan, denominator=math.nan),
        row(status="no data", numerator=math.nan, denominator=math.nan),
        row(denominator=0.0),
    ],
)
def test_nothing_is_told_of_what_is_hidden_or_missing(own: Any) -> None:
    assert told(own, 900.0) == ""
    assert told(row(denominator=600.0), own) == ""
    assert told(row(denominator=600.0), math.nan) == ""


def test_nothing_is_told_without_a_ratio_of_the_state() -> None:
    for status in ("hidden", "unreliable", "not estimable"):
        whole = row(numerator=1500.0, ratio=math.nan, ratio_status=status)
        assert told(row(denominator=600.0), 900.0, whole) == ""
