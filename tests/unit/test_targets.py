"""Status of targets: evidence, change by interval, gaps, levels, and due dates."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from data.state import load_state
from data.state_plan import Evidence, Target
from metrics.errors import UnknownMeasure
from metrics.model import Measure
from metrics.selection import Selection
from metrics.table import COLUMNS, MeasureTable
from metrics.targets import check_targets, evaluate, selections

BASE, NOW = "sfy2020", "sfy2024"
BEFORE_DUE, AFTER_DUE = date(2024, 6, 1), date(2026, 1, 1)


def a_measure(id: str = "permanency-12-months", direction: str = "higher") -> Measure:
    return Measure(
        id=id, code="X", title=id.capitalize(), question="?", numerator="a.b",
        denominator="a.c", kind="proportion", per=100, unit="%", counted="c", among="a",
        verb="v", direction=direction, cohort="entry cohort", priority="permanency",
        follow_up_months=0, breakdowns=("race",), definition="d", why="w", source="s",
        needs=(), examples=(),
    )  # fmt: skip


def a_row(window: str, x: float, n: float, group: str = "all", **more: object) -> dict:
    row = dict.fromkeys(COLUMNS, np.nan) | {
        "window": window,
        "group": group,
        "dimension": "all" if group == "all" else "race",
        "numerator": x,
        "denominator": n,
        "status": "shown",
        "flags": (),
    }
    return row | more


def a_table(*rows: dict, direction: str = "higher", id: str = "x") -> MeasureTable:
    return MeasureTable.of(
        measure=a_measure(id, direction),
        selection=Selection(state="nc", measure=id),
        rows=pd.DataFrame(list(rows), columns=list(COLUMNS)),
        edition="staff",
        version="1",
    )


def moved(before: float, now: float, n: float = 1000, **more: str) -> MeasureTable:
    return a_table(a_row(BASE, before, n), a_row(NOW, now, n), **more)


def a_target(kind: str, *evidence: Evidence, **more: object) -> Target:
    given = {
        "id": "P1", "short": "s", "text": "t", "due": date(2024, 12, 31),
        "due_words": "By 2024", "kind": kind, "evidence": evidence,
    }  # fmt: skip
    return Target(**(given | more))


def seen(day: date, met: bool) -> Evidence:
    return Evidence(date=day, text="minutes", source="agency", met=met)


def status(target: Target, *tables: MeasureTable, today: date = AFTER_DUE):
    return evaluate(target, tables, baseline=BASE, today=today)


def test_a_due_milestone_without_evidence_is_never_called_missed() -> None:
    found = status(a_target("milestone"))
    assert found.status == "no evidence recorded"
    assert found.word == "no evidence recorded (due date has passed)"
    assert found.says.endswith("It was due by 31 December 2024.")


def test_a_milestone_not_yet_due_says_when_it_is() -> None:
    found = status(a_target("milestone"), today=BEFORE_DUE)
    assert found.word == "no evidence recorded"
    assert found.says.endswith("It is due by 31 December 2024.")
    assert not found.due_passed


@pytest.mark.parametrize(
    ("evidence", "today", "expected"),
    [
        ([seen(date(2024, 12, 31), True)], AFTER_DUE, "met"),
        ([seen(date(2025, 1, 1), True)], AFTER_DUE, "met late"),
        ([seen(date(2024, 1, 1), True)], BEFORE_DUE, "met"),
        ([seen(date(2025, 6, 1), False)], AFTER_DUE, "missed"),
        ([seen(date(2024, 1, 1), False)], AFTER_DUE, "no evidence recorded"),
        ([seen(date(2024, 1, 1), False)], BEFORE_DUE, "no evidence recorded"),
        (
            [seen(date(2025, 1, 1), False), seen(date(2025, 6, 1), True)],
            AFTER_DUE,
            "met late",
        ),
    ],
)
def test_evidence_decides_a_milestone(
    evidence: list[Evidence], today: date, expected: str
) -> None:
    found = status(a_target("milestone", *evidence), today=today)
    assert found.status == expected


def test_evidence_that_settles_a_milestone_is_dated() -> None:
    found = status(a_target("milestone", seen(date(2024, 3, 5), True)))
    assert found.settled == date(2024, 3, 5)
    assert "by evidence of 5 March 2024" in found.says


def test_a_milestone_lists_measures_without_taking_its_status_from_them() -> None:
    found = status(a_target("milestone"), moved(200, 400))
    assert found.status == "no evidence recorded"
    assert [each.verdict for each in found.verdicts] == ["better"]


@pytest.mark.parametrize(
    ("before", "now", "direction", "expected"),
    [
        (200, 300, "higher", "better"),
        (200, 300, "lower", "worse"),
        (300, 200, "lower", "better"),
        (200, 210, "higher", "no clear change"),
        (200, 200, "lower", "no clear change"),
        (200, 300, "none", "no clear change"),
    ],
)
def test_change_is_judged_by_interval_and_direction(
    before: float, now: float, direction: str, expected: str
) -> None:
    found = status(a_target("change"), moved(before, now, direction=direction))
    assert found.status == expected


def test_the_same_change_in_few_children_is_no_clear_change() -> None:
    found = status(a_target("change"), moved(20, 26, n=100))
    assert found.status == "no clear change"
    assert status(a_target("change"), moved(2000, 2600, n=10_000)).status == "better"


def test_several_measures_are_counted_in_words() -> None:
    tables = moved(200, 300), moved(200, 205), moved(200, 202)
    found = status(a_target("change"), *tables)
    assert found.word == "1 of 3 measures better, 2 no clear change"
    assert found.status == "better"


def test_measures_that_move_both_ways_are_no_clear_change() -> None:
    found = status(a_target("change"), moved(200, 300), moved(300, 200))
    assert found.status == "no clear change"
    assert found.word == "1 of 2 measures better, 1 worse"


def test_measures_that_agree_are_counted_together() -> None:
    found = status(a_target("change"), moved(200, 202), moved(200, 205))
    assert found.word == "all 2 measures no clear change"


def test_one_measure_speaks_for_itself() -> None:
    found = status(a_target("change"), moved(200, 300))
    assert found.word == "better since the baseline window"
    assert found.verdicts[0].ratio == pytest.approx(1.5)
    assert found.verdicts[0].lower > 1
    assert (found.verdicts[0].before, found.verdicts[0].now) == (BASE, NOW)


@pytest.mark.parametrize(
    "table",
    [
        a_table(a_row(NOW, 300, 1000)),
        a_table(a_row(BASE, 300, 1000)),
        a_table(a_row(BASE, np.nan, 1000), a_row(NOW, 300, 1000)),
        a_table(a_row(BASE, 3, 1000), a_row(NOW, 300, 1000)),
        a_table(),
    ],
)
def test_what_cannot_be_compared_is_not_measurable(table: MeasureTable) -> None:
    found = status(a_target("change"), table)
    assert found.status == "not measurable"
    assert found.verdicts[0].verdict == "cannot tell"


@pytest.mark.parametrize("kind", ["change", "level", "gap"])
def test_without_a_measure_a_target_is_not_measurable(kind: str) -> None:
    assert status(a_target(kind)).status == "not measurable"


def gap(before: tuple[int, int], now: tuple[int, int], code: str = "black_nh"):
    rows = [
        a_row(window, counted, 100_000, group)
        for window, counts in ((BASE, before), (NOW, now))
        for group, counted in zip((code, "white_nh"), counts, strict=True)
    ]
    return a_table(*rows, direction="none")


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((4000, 2000), (2600, 2000), "better"),
        ((2600, 2000), (4000, 2000), "worse"),
        ((1000, 2000), (1800, 2000), "better"),
        ((1800, 2000), (1000, 2000), "worse"),
        ((4000, 2000), (3950, 2000), "no clear change"),
        ((4000, 2000), (8000, 4000), "no clear change"),
    ],
)
def test_a_gap_narrows_towards_one_from_either_side(
    before: tuple[int, int], now: tuple[int, int], expected: str
) -> None:
    found = status(a_target("gap"), gap(before, now))
    assert found.status == expected
    assert found.verdicts[0].group == "black_nh"


def test_gaps_are_counted_in_words() -> None:
    tables = gap((4000, 2000), (2600, 2000)), gap((4000, 2000), (3950, 2000))
    found = status(a_target("gap"), *tables)
    assert found.word == "1 of 2 gaps narrower, 1 no clear change"
    assert "99.8 %" in found.rule


def test_a_gap_hidden_in_one_window_cannot_be_told() -> None:
    rows = [
        a_row(BASE, np.nan, 9000, "black_nh"), a_row(BASE, 2000, 90_000, "white_nh"),
        a_row(NOW, 300, 9000, "black_nh"), a_row(NOW, 2000, 90_000, "white_nh"),
    ]  # fmt: skip
    assert status(a_target("gap"), a_table(*rows)).status == "not measurable"


def test_unknown_race_is_no_gap() -> None:
    found = status(a_target("gap"), gap((400, 200), (300, 200), code="unknown"))
    assert found.verdicts == ()


def level(*ends: tuple[str, float, float], direction: str = "higher") -> MeasureTable:
    rows = [a_row(w, 500, 1000, lower=low, upper=high) for w, low, high in ends]
    return a_table(*rows, direction=direction)


@pytest.mark.parametrize(
    ("windows", "today", "expected"),
    [
        ([("sfy2024", 91, 95)], AFTER_DUE, "met"),
        ([("sfy2024", 80, 85), ("sfy2025", 91, 95)], AFTER_DUE, "met late"),
        ([("sfy2024", 80, 85), ("sfy2025", 80, 88)], AFTER_DUE, "missed"),
        ([("sfy2024", 88, 92)], AFTER_DUE, "no clear change"),
        ([("sfy2023", 91, 95)], BEFORE_DUE, "met"),
        ([], AFTER_DUE, "not measurable"),
    ],
)
def test_a_level_is_reached_or_missed_by_its_interval(
    windows: list, today: date, expected: str
) -> None:
    target = a_target("level", goal=90)
    assert status(target, level(*windows), today=today).status == expected


def test_a_lower_level_is_reached_from_above() -> None:
    target = a_target("level", goal=10)
    reached = level(("sfy2024", 7, 9), direction="lower")
    assert status(target, reached).status == "met"


def test_before_it_is_due_a_level_is_on_or_off_track() -> None:
    target, limits = a_target("level", goal=90), {"lower": 28, "upper": 32}
    rising = a_table(a_row(BASE, 200, 1000), a_row(NOW, 300, 1000, **limits))
    still = a_table(a_row(BASE, 300, 1000), a_row(NOW, 300, 1000, **limits))
    assert status(target, rising, today=BEFORE_DUE).status == "on track"
    assert status(target, still, today=BEFORE_DUE).status == "off track"


def test_a_retired_target_says_so() -> None:
    found = status(a_target("change", retired="The programme ended."), moved(200, 300))
    assert (found.status, found.rule) == ("retired", "The programme ended.")


def test_selections_ask_for_two_windows_and_leave_out_what_is_not_there() -> None:
    plan = load_state("nc").plan
    asked = selections(
        plan.target("P1"), plan, state="nc", latest={"permanency-12-months": NOW}
    )
    assert [(s.measure, s.windows, s.by) for s in asked] == [
        ("permanency-12-months", (BASE, NOW), "all")
    ]
    gaps = selections(plan.target("S4"), plan, state="nc", latest={"found": NOW})
    assert [s.by for s in gaps] == ["race"]


def test_a_target_that_names_an_unknown_measure_is_refused() -> None:
    with pytest.raises(UnknownMeasure, match=r"nc\.yaml: target S1 names .*recurrence"):
        check_targets(load_state("nc"), {"entry-rate"})


def test_states_without_a_plan_have_nothing_to_check() -> None:
    check_targets(load_state("wa"), set())


def test_every_target_of_the_plan_has_a_status() -> None:
    for target in load_state("nc").plan.targets:
        found = status(target)
        expected = {"milestone": "no evidence recorded"}.get(target.kind)
        assert found.status == (expected or "not measurable")
