"""What is planted in the demonstration state: every truth that an analyst must find.

A ratio is that of the measure itself: rates of distinct children on the population, or
shares of the children of the decision before. Races are as recorded by the agency, so
the under-recording of two or more races is part of the state and not of the ratios.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from data.demo.parameters import Care
from data.demo.planting import (
    AIAN,
    BLACK,
    CODES,
    FULL,
    HISPANIC,
    IMPROVED_COUNTY,
    IMPROVED_FROM,
    REPORT_COUNTY,
    UNSTABLE_PROVIDER,
    WHITE,
    Planting,
    Ratios,
)

SHOWN = (BLACK, AIAN, HISPANIC)


@dataclass(frozen=True, kw_only=True)
class Planted:
    """One truth: in `place` and in each of `windows`, `measure` obeys `ratio`.

    kind "ratio":  value of `group` over value of `reference` in each window
    kind "change": pooled value of `windows` over pooled value of `reference_windows`
    kind "trend":  value of a window over that of the window before it (1.0 is flat)
    `base` is "population" or "decision" for decision points, "" for outcomes;
    `dimension` and `group` name whom it is about, `reference` whom it is compared with
    ("others": all other known groups together).
    """

    kind: str
    measure: str
    base: str
    dimension: str
    group: str
    reference: str
    place: str
    windows: tuple[str, ...]
    ratio: float
    note: str
    reference_windows: tuple[str, ...] = ()


def planted(years: Sequence[int], planting: Planting = FULL) -> tuple[Planted, ...]:
    """All truths of a run over these state fiscal years."""
    every, last = _windows(years), len(years)
    followed, settled = _windows(years[: last - 1]), _windows(years[: last - 2])
    found = [
        *_decisions(planting, every, followed),
        *_entries(planting, every),
        *_cohorts(planting, followed, settled),
        *_long(planting, every),
        *_county_reports(planting, every),
        *_county_improves(planting, years),
        *_provider(planting, every),
        *_trends(planting, every),
    ]
    return tuple(truth for truth in found if truth.windows)


def _windows(years: Sequence[int]) -> tuple[str, ...]:
    return tuple(f"sfy{year}" for year in years)


def _ratio(measure: str, base: str, race: int, windows: tuple[str, ...], ratio: float,
           note: str) -> Planted:  # fmt: skip
    return Planted(
        kind="ratio",
        measure=measure,
        base=base,
        dimension="race",
        group=CODES[race],
        reference=CODES[WHITE],
        place="nc",
        windows=windows,
        ratio=ratio,
        note=note,
    )


def _decisions(
    planting: Planting, every: tuple[str, ...], mature: tuple[str, ...]
) -> list[Planted]:
    each: tuple[tuple[str, str, Ratios, tuple[str, ...]], ...] = (
        ("report-rate", "population", planting.reported, every),
        ("screened-in", "decision", planting.screened, every),
        ("assessed", "decision", planting.assessed, every),
        ("found", "decision", planting.found, every),
        ("permanency-12-months", "", planting.permanent, mature),
        ("placement-stability", "", planting.moves, every),
    )
    return [
        _ratio(measure, base, race, windows, ratios[race], f"state-wide: {measure}")
        for measure, base, ratios, windows in each
        for race in SHOWN
    ]


def _entries(planting: Planting, every: tuple[str, ...]) -> list[Planted]:
    rate = "entry rate: product of the ratios at each decision"
    step = "children entering care over children found, a flow ratio"
    ratio, entered = planting.entry_ratio, planting.entered
    return [
        truth
        for race in SHOWN
        for truth in (
            _ratio("entry-rate", "population", race, every, ratio(race), rate),
            _ratio("entry-rate", "decision", race, every, entered[race], step),
        )
    ]


def _cohorts(
    planting: Planting, followed: tuple[str, ...], settled: tuple[str, ...]
) -> list[Planted]:
    """The same ratios again for children reported and followed for a year."""
    note = "children by first report of the year, followed for twelve months"
    each = (
        ("cohort-screened-in", planting.screened, followed),
        ("cohort-assessed", planting.assessed, followed),
        ("cohort-found", planting.found, followed),
        ("cohort-served-at-home", planting.served_home, followed),
        ("cohort-entered", planting.entered, followed),
        ("cohort-permanent", planting.permanent, settled),
    )
    steps = [
        _ratio(measure, "decision", race, windows, ratios[race], note)
        for measure, ratios, windows in each
        for race in SHOWN
    ]
    whole = [
        _ratio("cohort-entered", "population", race, followed,
               planting.entry_ratio(race), f"{note}; product of the decisions")
        for race in SHOWN
    ]  # fmt: skip
    return steps + whole


def _long(planting: Planting, every: tuple[str, ...]) -> list[Planted]:
    note = "in care two years or more: what slower permanency adds up to"
    ratio, care = planting.long_ratio, Care()
    return [
        _ratio("in-care-long", "decision", race, every, ratio(race, care), note)
        for race in SHOWN
    ]


def _county_reports(planting: Planting, every: tuple[str, ...]) -> list[Planted]:
    if planting.report_county is None:
        return []
    return [
        Planted(
            kind="ratio",
            measure="report-rate",
            base="population",
            dimension="race",
            group=CODES[BLACK],
            reference=CODES[WHITE],
            place=str(REPORT_COUNTY),
            windows=every,
            ratio=planting.report_county,
            note="one county with a higher ratio of reports than the rest",
        )
    ]


def _county_improves(planting: Planting, years: Sequence[int]) -> list[Planted]:
    before = [year for year in years if IMPROVED_FROM - 4 <= year < IMPROVED_FROM]
    after = [year for year in years[:-1] if year >= IMPROVED_FROM]
    if not before or not after or planting.improved == 1:
        return []
    # The state changed too; the change planted is that of the county itself.
    return [
        Planted(
            kind="change",
            measure="permanency-12-months",
            base="",
            dimension="all",
            group="all",
            reference="",
            place=str(IMPROVED_COUNTY),
            windows=_windows(after),
            reference_windows=_windows(before),
            ratio=planting.improved,
            note=f"one county where permanency improved from {IMPROVED_FROM}",
        )
    ]


def _provider(planting: Planting, every: tuple[str, ...]) -> list[Planted]:
    if planting.unstable == 1:
        return []
    return [
        Planted(
            kind="ratio",
            measure="placement-stability",
            base="",
            dimension="provider",
            group=f"provider:{UNSTABLE_PROVIDER}",
            reference="others",
            place="nc",
            windows=every,
            ratio=planting.unstable,
            note="one lead provider whose children move twice as often",
        )
    ]


def _trends(planting: Planting, every: tuple[str, ...]) -> list[Planted]:
    def trend(measure: str, base: str, ratio: float, note: str) -> Planted:
        return Planted(
            kind="trend",
            measure=measure,
            base=base,
            dimension="all",
            group="all",
            reference="",
            place="nc",
            windows=every,
            ratio=ratio,
            note=note,
        )

    return [
        trend("placement-stability", "", planting.moves_trend, "moves fall every year"),
        trend("screened-in", "decision", 1.0, "the share screened in does not change"),
    ]


def to_json(truths: Sequence[Planted]) -> str:
    return json.dumps([asdict(truth) for truth in truths], ensure_ascii=False)


def from_json(text: str) -> tuple[Planted, ...]:
    """The truths stored with a demonstration state."""
    rows: list[dict[str, Any]] = json.loads(text)
    for row in rows:
        row["windows"] = tuple(row["windows"])
        row["reference_windows"] = tuple(row["reference_windows"])
    return tuple(Planted(**row) for row in rows)
