"""Every worked example of the catalogue is counted by every engine, together.

Each example gets counties and records of its own by an offset, so that a hundred
examples need one build.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pandas as pd
import pytest
from sqlalchemy import Engine

from metrics.catalog import catalogue
from metrics.examples import read_cases
from metrics.model import Example, Measure
from metrics.windows import Window, parse_window
from tests.engine_room import build_cube, county_sums, store_with

OFFSETS = {
    "county_id": 100_000,
    "child_id": 10_000,
    "report_id": 10_000,
    "removal_id": 10_000,
    "placement_id": 10_000,
    "home_id": 10_000,
}


@dataclass(frozen=True, kw_only=True)
class Case:
    number: int
    measure: Measure
    example: Example


def _cases() -> Iterator[Case]:
    pairs = ((m, e) for m in catalogue() for e in m.examples)
    for number, (measure, example) in enumerate(pairs, start=1):
        yield Case(number=number, measure=measure, example=example)


CASES = tuple(_cases())


def _shifted(frame: pd.DataFrame, number: int) -> pd.DataFrame:
    known = {name: step for name, step in OFFSETS.items() if name in frame}
    return frame.assign(
        **{name: frame[name] + number * step for name, step in known.items()}
    )


def _tables() -> dict[str, pd.DataFrame]:
    parts: dict[str, list[pd.DataFrame]] = {}
    for case in CASES:
        for name, frame in read_cases(case.example.cases).tables.items():
            if len(frame):
                parts.setdefault(name, []).append(_shifted(frame, case.number))
    joined = {name: pd.concat(frames) for name, frames in parts.items()}
    return {
        name: frame.drop_duplicates("provider_id") if name == "provider" else frame
        for name, frame in joined.items()
    }


@cache
def windows() -> tuple[Window, ...]:
    keys = sorted({case.example.window for case in CASES})
    return tuple(parse_window(key) for key in keys)


@pytest.fixture(scope="module", params=["sqlite://", "duckdb:///:memory:"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    found = store_with(request.param, _tables())
    build_cube(found, windows())
    yield found
    found.dispose()


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.measure.id}-{case.number}"
)
def test_example(case: Case, engine: Engine) -> None:
    """The two counts of the example, over all its counties in its window."""
    key = [w.key for w in windows()].index(case.example.window) + 1
    low = case.number * OFFSETS["county_id"]
    counts = [
        sum(
            value
            for (county, window), value in county_sums(engine, path).items()
            if low <= county < low + OFFSETS["county_id"] and window == key
        )
        for path in (case.measure.numerator, case.measure.denominator)
    ]
    assert counts == [case.example.numerator, case.example.denominator], (
        case.example.says
    )
