"""The statuses of a whole plan, over a door that answers from a list."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from data.state import load_state
from metrics.catalog import catalogue
from metrics.errors import NoData, UnknownMeasure
from metrics.plan_status import plan_statuses
from metrics.selection import Selection
from metrics.table import COLUMNS, MeasureTable
from metrics.windows import parse_window

TODAY = date(2026, 1, 1)


class Door:
    """Every proportion was 20 of 100 in the baseline window and is 30 of 100 now."""

    def __init__(self, *keys: str, without: str = "") -> None:
        self.keys = keys or ("sfy2020", "sfy2024")
        self.without = without
        self.asked: list[int] = []

    def measures(self, state=None):
        return tuple(m for m in catalogue() if m.id != self.without)

    def windows(self, state):
        return tuple(parse_window(key) for key in self.keys)

    def latest(self, state, measure, kind=""):
        if measure.id == "re-entry":
            raise NoData("not yet")
        return self.keys[-1]

    def tables(self, selections):
        self.asked.append(len(selections))
        return [self.table(each) for each in selections]

    def table(self, selection: Selection) -> MeasureTable:
        groups = ("all",) if selection.by == "all" else ("white_nh", "black_nh")
        rows = [
            dict.fromkeys(COLUMNS, np.nan)
            | {"window": window, "group": group, "dimension": selection.by}
            | {"numerator": counted, "denominator": 10_000}
            | {"status": "shown", "flags": ()}
            for window, counted in zip(selection.windows, (2000, 3000), strict=True)
            for group in groups
        ]
        (measure,) = (m for m in catalogue() if m.id == selection.measure)
        return MeasureTable.of(
            measure=measure,
            selection=selection,
            rows=pd.DataFrame(rows, columns=list(COLUMNS)),
            edition="staff",
            version="1",
        )


def statuses(door: Door) -> dict[str, str]:
    found = plan_statuses(door, load_state("nc"), today=TODAY)
    return {each.target: each.status for each in found}


def test_every_target_gets_a_status_from_one_question() -> None:
    door = Door()
    found = statuses(door)
    assert list(found) == [t.id for t in load_state("nc").plan.targets]
    assert door.asked == [1 + 2 + 7 + 4 + 2]
    assert found["P1"] == "better"
    assert found["P2"] == "worse"
    assert found["S4"] == "no clear change"
    assert found["P3"] == found["W2"] == "not measurable"
    assert found["F1"] == "no evidence recorded"


def test_without_the_baseline_window_nothing_is_compared() -> None:
    found = statuses(Door("sfy2023", "sfy2024"))
    assert found["P1"] == found["S4"] == "not measurable"
    assert found["F1"] == "no evidence recorded"


def test_an_unknown_measure_in_the_plan_is_refused() -> None:
    with pytest.raises(UnknownMeasure, match="placement-stability"):
        statuses(Door(without="placement-stability"))


def test_a_state_without_a_plan_has_no_statuses() -> None:
    assert plan_statuses(Door(), load_state("wa"), today=TODAY) == ()


def test_evidence_typed_into_the_plan_is_used() -> None:
    state = load_state("nc")
    evidence = {"date": "2021-09-01", "text": "t", "source": "s", "met": True}
    content = state.model_dump(mode="json")
    content["plan"]["priorities"][4]["targets"][0]["evidence"] = [evidence]
    told = type(state).model_validate(content)
    found = plan_statuses(Door(), told, today=TODAY)
    assert {each.target: each.status for each in found}["F1"] == "met"
