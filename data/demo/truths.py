"""What is planted in the demonstration state: every truth that an analyst must find.

A ratio is that of the measure itself: rates of distinct children on the population, or
shares of the children of the decision before. Races are as recorded by the agency, so
the under-recording of two or more races is part of the state and not of the ratios.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

WHITE, BLACK, AIAN, ASIAN, NHPI, TWO_PLUS, HISPANIC = range(7)
CODES = (
    "white_nh", "black_nh", "aian_nh", "asian_nh", "nhpi_nh", "two_plus_nh", "hispanic",
)  # fmt: skip

# Ratio to White children at each decision, in the order of CODES: the gap of Black
# children opens at the report and nowhere else.
REPORTED = (1.0, 1.35, 1.60, 0.40, 1.0, 1.15, 0.80)
SCREENED = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
ASSESSED = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
FOUND = (1.0, 0.92, 1.05, 0.80, 1.0, 1.05, 0.95)
ENTERED = (1.0, 0.93, 1.25, 0.40, 1.25, 1.16, 0.66)
PERMANENT = (1.0, 0.88, 1.0, 1.15, 1.0, 0.95, 0.95)
LATER_EXITS = (1.0, 0.85, 0.95, 1.10, 1.0, 0.95, 0.95)
MOVES = (1.0, 1.15, 1.0, 1.0, 1.0, 1.05, 1.0)

REPORT_COUNTY, REPORT_COUNTY_RATIO = 37147, 1.90
IMPROVED_COUNTY, IMPROVED_FROM, IMPROVED_RATIO = 37067, 2019, 1.60
UNSTABLE_PROVIDER, UNSTABLE_RATIO = 60, 2.0
MOVES_TREND = 0.975

DECISIONS = MappingProxyType(
    {
        "report-rate": REPORTED,
        "screened-in": SCREENED,
        "assessed": ASSESSED,
        "found": FOUND,
        "permanency-12-months": PERMANENT,
        "placement-stability": MOVES,
    }
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


def entry_ratio(race: int) -> float:
    """Ratio of the entry rate on the population: the product along the pathway."""
    product = REPORTED[race] * SCREENED[race] * ASSESSED[race]
    return round(product * FOUND[race] * ENTERED[race], 4)


def planted(years: Sequence[int]) -> tuple[Planted, ...]:
    """All truths of a run over these state fiscal years."""
    every = _windows(years)
    mature = _windows(years[:-1])
    return (
        *_decisions(every, mature),
        *_entries(every),
        _county_reports(every),
        *_county_improves(years),
        _provider(every),
        *_trends(every),
    )


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


def _decisions(every: tuple[str, ...], mature: tuple[str, ...]) -> list[Planted]:
    found = []
    for measure, ratios in DECISIONS.items():
        base = {"report-rate": "population"}.get(measure, "decision")
        if measure in ("permanency-12-months", "placement-stability"):
            base = ""
        windows = mature if measure == "permanency-12-months" else every
        for race in SHOWN:
            note = f"state-wide ratio of {measure}"
            found.append(_ratio(measure, base, race, windows, ratios[race], note))
    return found


def _entries(every: tuple[str, ...]) -> list[Planted]:
    rate = "entry rate: product of the ratios at each decision"
    step = "children entering care over children found, a flow ratio"
    return [
        truth
        for race in SHOWN
        for truth in (
            _ratio("entry-rate", "population", race, every, entry_ratio(race), rate),
            _ratio("entry-rate", "decision", race, every, ENTERED[race], step),
        )
    ]


def _county_reports(every: tuple[str, ...]) -> Planted:
    return Planted(
        kind="ratio",
        measure="report-rate",
        base="population",
        dimension="race",
        group=CODES[BLACK],
        reference=CODES[WHITE],
        place=str(REPORT_COUNTY),
        windows=every,
        ratio=REPORT_COUNTY_RATIO,
        note="one county with a higher ratio of reports than the rest",
    )


def _county_improves(years: Sequence[int]) -> list[Planted]:
    before = [year for year in years if IMPROVED_FROM - 4 <= year < IMPROVED_FROM]
    after = [year for year in years[:-1] if year >= IMPROVED_FROM]
    if not before or not after:
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
            ratio=IMPROVED_RATIO,
            note=f"one county where permanency improved from {IMPROVED_FROM}",
        )
    ]


def _provider(every: tuple[str, ...]) -> Planted:
    return Planted(
        kind="ratio",
        measure="placement-stability",
        base="",
        dimension="provider",
        group=f"provider:{UNSTABLE_PROVIDER}",
        reference="others",
        place="nc",
        windows=every,
        ratio=UNSTABLE_RATIO,
        note="one lead provider whose children move twice as often",
    )


def _trends(every: tuple[str, ...]) -> list[Planted]:
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
        trend("placement-stability", "", MOVES_TREND, "moves really fall every year"),
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
