"""The cube of the demonstration state equals the pandas twin, cell by cell.

Equal crossed cells make every breakdown equal; that marginals are sums of the cube
is checked in its own test.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine, MetaData, func, select

from data.cases import case_tables
from data.demo.write import write_demo
from data.state import load_state
from data.store import case_metadata, open_cases, read_notes
from metrics.builder import build_plan, state_windows
from metrics.engine import BREAKDOWNS, COUNTY, REGION, STATE, build, schema
from metrics.windows import Window
from tests.engine_room import cube_frame
from tests.oracle.twin.measures import components

WINDOWS = ("sfy2020", "sfy2021", "sfy2023", "sfy2025", "ffy2022", "sfy2023-2025")
KEYS = ["county_id", "race_id", "age_id", "sex_id", "provider_id"]


class Built:
    """A built demonstration state with its clean records."""

    def __init__(self, engine: Engine) -> None:
        rules, notes = load_state("nc"), read_notes(engine)
        self.engine = engine
        self.windows = state_windows(rules, notes)
        self.data_end = int(notes["data_end_day"])
        build(engine, build_plan(rules, self.windows))
        tables = case_metadata().tables
        with engine.connect() as connection:
            self.cases = {
                t.name: pd.read_sql(select(tables[t.name]), connection)
                for t in case_tables()
            }

    def window(self, key: str) -> tuple[int, Window]:
        keys = [window.key for window in self.windows]
        return keys.index(key) + 1, self.windows[keys.index(key)]


@pytest.fixture(scope="module", params=[7, 20])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Built]:
    path: Path = tmp_path_factory.mktemp("twin") / "nc.duckdb"
    write_demo(
        path,
        seed=request.param,
        years=range(2019, 2026),
        scale=0.04,
        tell=lambda _: None,
    )
    engine = open_cases(path)
    yield Built(engine)
    engine.dispose()


def _twin(built: Built, window: Window) -> "pd.Series[int]":
    """Every cell of the twin; a pool's cohorts in care are those of its years."""
    found = [_cells(built, window)]
    if window.kind == "pool":
        found[0] = found[0][found[0]["family"] != "in_care_start"]
        years = [built.window(f"sfy{year + 1}")[1] for year in window.population_years]
        parts = [_cells(built, year) for year in years]
        found += [part[part["family"] == "in_care_start"] for part in parts]
    cells = pd.concat(found)
    sums = cells.groupby(["family", "component", *KEYS])["value"].sum()
    return sums[sums != 0].astype("int64").sort_index()


def _cells(built: Built, window: Window) -> pd.DataFrame:
    return components(
        built.cases,
        (window.start_day, window.end_day),
        data_end=built.data_end,
        population_years=list(window.population_years),
    )


def _cube(built: Built, number: int) -> "pd.Series[int]":
    _, cubes, _ = schema(MetaData())
    parts = []
    for family in cubes:
        frame = cube_frame(built.engine, family)
        frame = frame[frame["window_id"] == number].drop(columns="window_id")
        long = frame.melt(KEYS, var_name="component").assign(family=family)
        parts.append(long)
    cells = pd.concat(parts).set_index(["family", "component", *KEYS])["value"]
    return cells[cells != 0].sort_index()


@pytest.mark.parametrize("key", WINDOWS)
def test_cube_equals_twin(built: Built, key: str) -> None:
    number, window = built.window(key)
    cube, twin = _cube(built, number), _twin(built, window)
    assert len(cube) > 1000
    pd.testing.assert_series_equal(cube, twin, check_names=False)


def test_marginals_are_sums_of_the_cube(built: Built) -> None:
    """Each breakdown of the county, region and state marginals, added up by pandas."""
    _, cubes, marginals = schema(MetaData())
    region = built.cases["region_member"].set_index("county_id")["region_id"]
    for family in cubes:
        cube = cube_frame(built.engine, family)
        places = {
            COUNTY: cube["county_id"],
            REGION: cube["county_id"].map(region),
            STATE: cube["county_id"] * 0,
        }
        names = [name for name in cube.columns if name not in ("window_id", *KEYS)]
        with built.engine.connect() as connection:
            marginal = pd.read_sql(select(marginals[family]), connection)
        marginal = marginal.astype("int64")
        for level, geo in places.items():
            for dim, name in enumerate(BREAKDOWNS):
                value = cube["county_id"] * 0 if dim == 0 else cube[f"{name}_id"]
                keyed = cube.assign(geo_id=geo, dim_value=value)
                keys = ["geo_id", "dim_value", "window_id"]
                sums = keyed.groupby(keys)[names].sum()
                here = (marginal["level"] == level) & (marginal["dim"] == dim)
                found = marginal[here].set_index(keys)[names].sort_index()
                pd.testing.assert_frame_equal(found, sums, check_dtype=False)


def test_both_families_of_reports_count_the_same_children(built: Built) -> None:
    """The chain begins with the report rate: its two counts of children are one."""
    keys = ["window_id", *KEYS]
    year, cohort = (
        cube_frame(built.engine, family).set_index(keys)["children"].sort_index()
        for family in ("reported", "report_cohort")
    )
    pd.testing.assert_series_equal(year, cohort)


def test_entries_outside_the_chain_have_no_finding(built: Built) -> None:
    cells = cube_frame(built.engine, "report_cohort")
    apart = cells["found"] + cells["entered_outside"]
    assert (apart <= cells["children"]).all()
    assert 0 < cells["entered_outside"].sum() < cells["entered"].sum()


def test_no_cell_is_counted_twice(built: Built) -> None:
    _, cubes, _ = schema(MetaData())
    for family, cube in cubes.items():
        keys = [cube.c.window_id, *(cube.c[key] for key in KEYS)]
        repeated = select(*keys).group_by(*keys).having(func.count() > 1)
        with built.engine.connect() as connection:
            assert connection.execute(repeated).first() is None, family
