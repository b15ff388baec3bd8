"""Twin, SQLite, DuckDB and PostgreSQL agree, on a crowd and on the demonstration.

The crowd's dates sit on and beside every limit that the definitions know, which a
realistic state hardly touches.
"""

from collections.abc import Iterator
from random import Random

import pandas as pd
import pytest
from sqlalchemy import MetaData

from data.contract import NEVER
from data.demo.generate import generate
from data.store import case_metadata
from metrics.engine import schema
from metrics.windows import parse_window
from tests.engine_room import build_cube, cube_frame, store_with
from tests.oracle.twin.crowd import crowd
from tests.oracle.twin.groups import cube_id
from tests.oracle.twin.measures import components
from tests.oracle.twin.worlds import DATA_END
from tests.postgres import NoServer, server

WINDOW = parse_window("sfy2024")
KEYS = ["county_id", "race_id", "age_id", "sex_id", "provider_id"]
CHILDREN = 4000


@pytest.fixture(
    scope="module",
    params=[
        "sqlite://",
        "duckdb:///:memory:",
        pytest.param("postgres", marks=pytest.mark.postgres),
    ],
)
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param != "postgres":
        yield request.param
        return
    running = server()
    try:
        url = running.__enter__()
    except NoServer as reason:
        pytest.skip(str(reason))
    yield url
    running.__exit__(None, None, None)


def _cells(found: pd.DataFrame) -> "pd.Series[int]":
    sums = found.groupby(["family", "component", *KEYS])["value"].sum().astype("int64")
    return sums[sums != 0].sort_index()


def _cube(address: str, cases: dict[str, pd.DataFrame]) -> "pd.Series[int]":
    engine = store_with(address, cases)
    build_cube(engine, [WINDOW])
    parts = [
        cube_frame(engine, family)
        .drop(columns="window_id")
        .melt(KEYS, var_name="component")
        .assign(family=family)
        for family in schema(MetaData())[1]
    ]
    case_metadata().drop_all(engine)  # a server keeps its tables, unlike a memory
    engine.dispose()
    return _cells(pd.concat(parts))


@pytest.fixture(scope="module")
def edges() -> dict[str, pd.DataFrame]:
    return crowd(Random(20), CHILDREN).cases()


@pytest.fixture(scope="module")
def twin(edges: dict[str, pd.DataFrame]) -> "pd.Series[int]":
    found = components(
        edges,
        (WINDOW.start_day, WINDOW.end_day),
        data_end=DATA_END,
        population_years=list(WINDOW.population_years),
        scheme=cube_id,
    )
    return _cells(found)


@pytest.fixture(scope="module")
def demo() -> dict[str, pd.DataFrame]:
    demo = generate(seed=7, years=range(2022, 2026), scale=0.005, mess=False)
    return {name: frame for name, frame in demo.tables.items() if len(frame)}


@pytest.fixture(scope="module")
def usual(demo: dict[str, pd.DataFrame]) -> "pd.Series[int]":
    """The cube of the engine that builds by default."""
    return _cube("duckdb:///:memory:", demo)


def test_engine_equals_twin_at_every_edge(
    address: str, edges: dict[str, pd.DataFrame], twin: "pd.Series[int]"
) -> None:
    assert (edges["removal"]["exit_day"] == NEVER).any()
    cube = _cube(address, edges)
    assert len(cube) > 500
    pd.testing.assert_series_equal(cube, twin, check_names=False)


def test_every_engine_builds_the_same_cube_of_the_demonstration(
    address: str, demo: dict[str, pd.DataFrame], usual: "pd.Series[int]"
) -> None:
    cube = _cube(address, demo)
    assert len(cube) > 2000
    pd.testing.assert_series_equal(cube, usual, check_names=False)
