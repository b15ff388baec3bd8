"""What improved and what did not: judged by each measure's own direction."""

from typing import Any

import pytest

from metrics.trend import Change
from pages._present.deck_changes import Changes, Moved
from pages._present.deck_measure import meaning
from tests.unit.test_narrative import ENTRIES, MOVES, PERMANENCY, row


def moved(measure: Any, lower: float, upper: float) -> Moved:
    direction = "higher" if lower > 1 else "lower" if upper < 1 else "no clear change"
    change = Change(
        direction=direction,  # type: ignore[arg-type]
        ratio=(lower * upper) ** 0.5,
        lower=lower,
        upper=upper,
    )
    return Moved(measure=measure, now=row(), before=row(), change=change)


@pytest.mark.parametrize(
    ("measure", "lower", "upper", "said"),
    [
        (PERMANENCY, 1.1, 1.3, "better"), (PERMANENCY, 0.7, 0.9, "worse"),
        (MOVES, 1.1, 1.3, "worse"), (MOVES, 0.7, 0.9, "better"),
        (PERMANENCY, 0.9, 1.1, "no clear change"), (MOVES, 0.9, 1.1, "no clear change"),
        (ENTRIES, 1.1, 1.3, "higher"),
    ],
)  # fmt: skip
def test_a_ratio_above_1_is_good_only_where_more_is_better(
    measure: Any, lower: float, upper: float, said: str
) -> None:
    assert moved(measure, lower, upper).said == said


def test_the_surest_change_is_the_one_whose_limit_is_farthest_from_1() -> None:
    wide, narrow, down = (
        moved(MOVES, 1.05, 4.0), moved(MOVES, 1.2, 1.3), moved(MOVES, 0.5, 0.7),
    )  # fmt: skip
    order = sorted((wide, narrow, down), key=lambda each: -each.nearest)
    assert order == [down, narrow, wide]


def test_what_became_worse_stands_before_what_did_not_change() -> None:
    same, worse, better = (
        moved(MOVES, 0.9, 1.1), moved(MOVES, 1.1, 1.3), moved(MOVES, 0.7, 0.9),
    )  # fmt: skip
    found = Changes(about=None, window="", moved=(same, worse, better), others=())  # type: ignore[arg-type]
    assert found.of("worse", "no clear change") == (worse, same)
    assert found.of("better") == (better,)


def test_a_measure_is_explained_in_its_own_words() -> None:
    assert meaning(PERMANENCY) == (
        "Of children who entered care, those who found a permanent home within 12 "
        "months."
    )
    assert meaning(MOVES) == "Moves between placements, moves per 1,000 days."
