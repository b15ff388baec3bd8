"""Rows equal single calls of the interval functions; marks stand at their edges."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import isnan
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from metrics import disparity, rates
from metrics.outcomes import Outcomes
from metrics.row_columns import is_mature
from metrics.selection import Selection
from metrics.table import COLUMNS, MeasureRow, MeasureTable
from metrics.windows import parse_window
from tests.editions import Counts, put_version

POOL = "sfy2023-2025"


@pytest.fixture(scope="module")
def outcomes(demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition="staff")


def _selections(outcomes: Outcomes) -> Iterator[Selection]:
    for measure in outcomes.measures("nc"):
        asked = Selection(state="nc", measure=measure.id, by="race")
        yield asked
        yield replace(asked, reference="others", place="37119")
        yield replace(asked, reference="state", place="37119", windows=(POOL,))
        yield replace(asked, by="county", windows=("sfy2023", POOL))
        if measure.step:
            yield replace(asked, base="population", place="region:1")
            yield replace(asked, base="decision")


def _kind(table: MeasureTable) -> str:
    """The kind of a table: told by the name of its single-figure method."""
    return "proportion" if (table.rows["method"] == "Wilson").any() else "rate"


def _per(row: MeasureRow) -> float:
    return float(row.value / (row.numerator / row.denominator))


def _same(found: object, wanted: object) -> bool:
    return bool(np.isclose(found, wanted, rtol=1e-9, atol=1e-12, equal_nan=True))  # type: ignore[call-overload]


def _check_single(row: MeasureRow, kind: str) -> None:
    method = rates.wilson if kind == "proportion" else rates.byar_or_exact
    one = method(row.numerator, row.denominator)
    per = _per(row) if row.numerator else None
    if per is None:
        assert row.value == 0
        return
    assert _same(row.lower, one.lower[0] * per)
    assert _same(row.upper, one.upper[0] * per)
    assert row.method == one.method[0]


def test_single_figures_equal_single_calls(outcomes: Outcomes) -> None:
    checked = 0
    asked = list(_selections(outcomes))
    for table in outcomes.tables(asked):
        assert tuple(table.rows.columns) == COLUMNS
        for row in table:
            if row.status == "shown":
                _check_single(row, _kind(table))
                checked += 1
    assert checked > 2000


def _reference(
    table: MeasureTable, row: MeasureRow, wider: MeasureTable
) -> tuple[float, float]:  # noqa: E501
    """The counts a row is compared with, added up from rows of the tables."""
    where = wider if row.reference == "state" or row.has("state reference") else table
    rows = [r for r in where if r.window == row.window]
    if row.reference == "others":
        chosen = [r for r in rows if r.group not in (row.group, "unknown")]
    else:
        group = row.group if row.reference == "state" else row.reference
        chosen = [r for r in rows if r.group == group]
    return sum(r.numerator for r in chosen), sum(r.denominator for r in chosen)


@pytest.mark.parametrize("reference", ["white_nh", "others", "state", "black_nh"])
@pytest.mark.parametrize("place", ["", "37119", "37063", "37095", "region:2"])
def test_comparisons_equal_single_calls(
    outcomes: Outcomes, place: str, reference: str
) -> None:
    checked = 0
    for measure in outcomes.measures("nc"):
        asked = Selection(state="nc", measure=measure.id, by="race", place=place,
                          reference=reference, windows=(POOL,))  # fmt: skip
        table, wider = outcomes.tables([asked, replace(asked, place="")])
        for row in table:
            if row.ratio_status in ("ok", "no upper limit"):
                _check_comparison(row, _reference(table, row, wider), _kind(wider))
                checked += 1
    assert checked > 10 or (place == "37095" or reference == "state")


def _check_comparison(row: MeasureRow, other: tuple[float, float], kind: str) -> None:
    x, n, y, m = row.numerator, row.denominator, *other
    per = _per(row)
    proportion = kind == "proportion"
    ratio = disparity.proportion_ratio if proportion else disparity.rate_ratio
    apart = (
        disparity.difference_of_proportions
        if proportion
        else disparity.difference_of_rates
    )
    more = disparity.excess(x, n, y, m, kind=kind)  # type: ignore[arg-type]
    assert _same(row.ratio, (x / n) / (y / m))
    assert _same(row.difference, (x / n - y / m) * per)
    assert _same(row.excess, x - n * y / m)
    found = ((ratio(x, n, y, m), "ratio", 1), (apart(x, n, y, m), "difference", per),
             (more, "excess", 1))  # fmt: skip
    for interval, name, scale in found:
        assert _same(getattr(row, f"{name}_lower"), interval.lower[0] * scale)
        assert _same(getattr(row, f"{name}_upper"), interval.upper[0] * scale)
    assert min(x, n, y) >= 10


def test_tables_together_equal_tables_alone(outcomes: Outcomes) -> None:
    asked = list(_selections(outcomes))[::7]
    for together, selection in zip(outcomes.tables(asked), asked, strict=True):
        alone = outcomes.table(selection)
        pd.testing.assert_frame_equal(together.rows, alone.rows, rtol=1e-9)
        assert together.selection == selection


def test_bases_divide_by_what_they_say(outcomes: Outcomes) -> None:
    asked = Selection(state="nc", measure="found", windows=("sfy2024",))
    population, decision = (
        outcomes.table(replace(asked, base=base)).row()  # type: ignore[arg-type]
        for base in ("population", "decision")
    )
    assert population.numerator == decision.numerator
    assert (population.base, decision.base) == ("population", "decision")
    assert population.denominator > 10 * decision.denominator
    assert _per(population) == pytest.approx(1000)
    assert _per(decision) == pytest.approx(100)


def test_a_pool_has_the_child_years_of_its_years(outcomes: Outcomes) -> None:
    years = tuple(f"sfy{year}" for year in (2023, 2024, 2025))
    asked = Selection(state="nc", measure="entry-rate", windows=(*years, POOL))
    *single, pool = list(outcomes.table(asked))
    assert pool.denominator == sum(row.denominator for row in single)
    assert pool.numerator <= sum(row.numerator for row in single)
    assert pool.value == pytest.approx(np.mean([row.value for row in single]), rel=0.05)


def _small(entries: int, reference: int, *, children: int = 100_000) -> Counts:
    found = {}
    for place in ("nc", "37063"):
        times = 30 if place == "nc" else 1
        for group, n in (("race:1", reference), ("race:2", entries)):
            found[place, group, "entered.children", "sfy2024"] = n * times
            found[place, group, "population.child_years", "sfy2024"] = children * times
    return {key: n for key, n in found.items() if n}


def _row(folder: Path, counts: Counts, place: str = "") -> MeasureRow:
    put_version(folder, counts)
    asked = Selection(state="nc", measure="entry-rate", place=place, by="race",
                      windows=("sfy2024",))  # fmt: skip
    return Outcomes.open(folder, edition="staff").table(asked).row(group="black_nh")


@pytest.mark.parametrize(
    ("entries", "flags", "ratio"),
    [
        (0, ("unreliable",), "unreliable"),
        (9, ("unreliable",), "unreliable"),
        (10, ("use with care",), "ok"),
        (19, ("use with care",), "ok"),
        (20, (), "ok"),
    ],
)
def test_few_events_are_marked_and_not_compared(
    tmp_path: Path, entries: int, flags: tuple[str, ...], ratio: str
) -> None:
    row = _row(tmp_path, _small(entries, 50), place="37063")
    assert (row.flags, row.ratio_status) == (flags, ratio)
    assert isnan(row.ratio) is (ratio != "ok")
    assert row.status == "shown"


@pytest.mark.parametrize(("reference", "fallen"), [(0, True), (9, True), (10, False)])
def test_a_small_reference_falls_back_to_the_state(
    tmp_path: Path, reference: int, fallen: bool
) -> None:
    row = _row(tmp_path, _small(60, reference), place="37063")
    assert row.has("state reference") is fallen
    if reference:
        assert row.ratio == pytest.approx(60 / reference)
        assert row.ratio_status == "ok"


def test_a_small_reference_of_the_state_is_not_compared_with(tmp_path: Path) -> None:
    county = {key: n for key, n in _small(60, 9).items() if key[0] == "37063"}
    row = _row(tmp_path, county | {("nc", *key[1:]): n for key, n in county.items()})
    assert (row.ratio_status, row.has("state reference")) == ("unreliable", False)


def test_a_group_without_children_has_no_figure(tmp_path: Path) -> None:
    counts = {k: n for k, n in _small(0, 50).items() if k[1] == "race:1"}
    row = _row(tmp_path, counts)
    assert (row.status, row.ratio_status) == ("not estimable", "not estimable")
    assert isnan(row.value)


@pytest.mark.parametrize(
    ("measure", "data_end", "mature"),
    [
        ("permanency-12-months", "2025-06-30", True),
        ("permanency-12-months", "2025-06-29", False),
        ("permanency-12-months", "2025-06-01", False),
        ("permanency-12-months", "2025-07-15", True),
        ("entry-rate", "2024-06-30", True),
        ("entry-rate", "2024-06-29", False),
    ],
)
def test_a_cohort_is_mature_when_its_months_are_whole(
    outcomes: Outcomes, measure: str, data_end: str, mature: bool
) -> None:
    """The cohort of July 2023 to June 2024."""
    found = is_mature(
        outcomes.measure(measure), parse_window("sfy2024"), date.fromisoformat(data_end)
    )
    assert found is mature


def test_immature_windows_are_flagged(outcomes: Outcomes) -> None:
    asked = Selection(state="nc", measure="permanency-12-months",
                      windows=("sfy2023", "sfy2024", "sfy2025", POOL))  # fmt: skip
    flagged = {row.window: row.has("immature") for row in outcomes.table(asked)}
    assert flagged == {"sfy2023": False, "sfy2024": False, "sfy2025": True, POOL: True}


def test_a_break_is_flagged_in_the_windows_it_cuts(outcomes: Outcomes) -> None:
    """The files changed on 1 October 2022: first day of a federal fiscal year."""
    keys = ("sfy2022", "sfy2023", "sfy2024", "ffy2022", "ffy2023")
    asked = Selection(state="nc", measure="re-entry", windows=keys)
    rows = outcomes.table(asked)
    assert [row.window for row in rows if row.has("series break")] == ["sfy2023"]
