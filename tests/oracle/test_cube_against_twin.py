"""The cube of the demonstration state equals the pandas twin, cell by cell.

Equal crossed cells make every breakdown equal; that marginals are sums of the cube
is checked in its own test.
"""

from collections.abc import Iterator, Sequence
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
from tests.oracle.twin.groups import (
    Scheme,
    cube_id,
    every_id,
    folded_id,
    race_id,
    read_group,
)
from tests.oracle.twin.measures import components

WINDOWS = ("sfy2020", "sfy2021", "sfy2023", "sfy2025", "ffy2022", "sfy2023-2025")
KEYS = ["county_id", "race_id", "age_id", "sex_id", "provider_id"]


class Built:
    """A built demonstration state with its clean records; each window counted once."""

    def __init__(self, engine: Engine) -> None:
        rules, notes = load_state("nc"), read_notes(engine)
        self.engine = engine
        self.windows = state_windows(rules, notes)
        self.data_end = int(notes["data_end_day"])
        build(engine, build_plan(rules, self.windows))
        tables = case_metadata().tables
        _, cubes, marginals = schema(MetaData())
        with engine.connect() as connection:
            self.cases = {
                t.name: pd.read_sql(select(tables[t.name]), connection)
                for t in case_tables()
            }
            self.marginals = {
                family: pd.read_sql(select(table), connection).astype("int64")
                for family, table in marginals.items()
            }
        self.cubes = {family: cube_frame(engine, family) for family in cubes}
        self._cells: dict[str, pd.DataFrame] = {}

    def window(self, key: str) -> tuple[int, Window]:
        keys = [window.key for window in self.windows]
        return keys.index(key) + 1, self.windows[keys.index(key)]

    def cells(self, window: Window, scheme: Scheme) -> pd.DataFrame:
        """What the twin counts in a window, with the groups of a race scheme."""
        if window.key not in self._cells:
            self._cells[window.key] = components(
                self.cases,
                (window.start_day, window.end_day),
                data_end=self.data_end,
                population_years=list(window.population_years),
                scheme=every_id,
            )
        found = self._cells[window.key]
        return found.assign(race_id=read_group(found["race_id"], scheme))


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


def _twin(
    built: Built, window: Window, scheme: Scheme = cube_id, keys: Sequence[str] = KEYS
) -> "pd.Series[int]":
    """Sums of the twin's cells by these keys, every cell unless others are named.

    A pool's cohorts in care are those of its years.
    """
    found = [built.cells(window, scheme)]
    if window.kind == "pool":
        found[0] = found[0][found[0]["family"] != "in_care_start"]
        years = [built.window(f"sfy{year + 1}")[1] for year in window.population_years]
        parts = [built.cells(year, scheme) for year in years]
        found += [part[part["family"] == "in_care_start"] for part in parts]
    cells = pd.concat(found)
    sums = cells.groupby(["family", "component", *keys])["value"].sum()
    return sums[sums != 0].astype("int64").sort_index()


def _cube(built: Built, number: int) -> "pd.Series[int]":
    parts = []
    for family, cube in built.cubes.items():
        frame = cube[cube["window_id"] == number].drop(columns="window_id")
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


@pytest.mark.parametrize(
    ("name", "scheme"), [("race", race_id), ("race_folded", folded_id)]
)
@pytest.mark.parametrize("key", WINDOWS)
def test_groups_of_each_race_scheme_equal_the_twin(
    built: Built, key: str, name: str, scheme: Scheme
) -> None:
    """The twin knows no parts of two or more races: it reads the boxes themselves."""
    number, window = built.window(key)
    twin = _twin(built, window, scheme, ["county_id", "race_id"])
    if scheme is folded_id:
        # The census has two or more races in one figure, which cannot be folded.
        twin = twin.drop("population_census2020", level="family", errors="ignore")
        # The groups that it does not change are those of the usual scheme.
        twin = twin[twin.index.get_level_values("race_id").isin([2, 3, 6])]
    dim, found = BREAKDOWNS.index(name), []
    for family, frame in built.marginals.items():
        here = frame["level"].eq(COUNTY) & frame["dim"].eq(dim)
        chosen = frame[here & frame["window_id"].eq(number)]
        wide = chosen.drop(columns=["level", "dim", "window_id"])
        names = {"geo_id": "county_id", "dim_value": "race_id"}
        long = wide.rename(columns=names).melt([*names.values()], var_name="component")
        found.append(long.assign(family=family))
    keys = ["family", "component", "county_id", "race_id"]
    marginals = pd.concat(found).set_index(keys)["value"]
    marginals = marginals[marginals != 0].sort_index()
    assert len(marginals) > 1000
    pd.testing.assert_series_equal(marginals, twin, check_names=False)


def test_marginals_are_sums_of_the_cube(built: Built) -> None:
    """Each breakdown of the county, region and state marginals, added up by pandas."""
    region = built.cases["region_member"].set_index("county_id")["region_id"]
    for family, cube in built.cubes.items():
        places = {
            COUNTY: cube["county_id"],
            REGION: cube["county_id"].map(region),
            STATE: cube["county_id"] * 0,
        }
        names = [name for name in cube.columns if name not in ("window_id", *KEYS)]
        marginal = built.marginals[family]
        for level, geo in places.items():
            for dim, name in enumerate(BREAKDOWNS):
                if (family, name) == ("population_census2020", "race_folded"):
                    assert not (marginal["dim"] == dim).any()
                    continue
                value = _group(cube, name)
                keyed = cube.assign(geo_id=geo, dim_value=value)
                if name == "race_folded":
                    keyed = keyed[value.isin([2, 3, 6])]
                keys = ["geo_id", "dim_value", "window_id"]
                sums = keyed.groupby(keys)[names].sum()
                here = (marginal["level"] == level) & (marginal["dim"] == dim)
                found = marginal[here].set_index(keys)[names].sort_index()
                pd.testing.assert_frame_equal(found, sums, check_dtype=False)


def _group(cube: pd.DataFrame, name: str) -> "pd.Series[int]":
    """The group of a breakdown in which each cell of a cube is counted."""
    if name == "all":
        return cube["county_id"] * 0
    parts = {"race": {61: 6, 62: 6, 63: 6}, "race_folded": {61: 3, 62: 2, 63: 6}}
    column = "race_id" if name in parts else f"{name}_id"
    return cube[column].replace(parts.get(name, {}))


def test_both_families_of_reports_count_the_same_children(built: Built) -> None:
    """The chain begins with the report rate: its two counts of children are one."""
    keys = ["window_id", *KEYS]
    year, cohort = (
        built.cubes[family].set_index(keys)["children"].sort_index()
        for family in ("reported", "report_cohort")
    )
    pd.testing.assert_series_equal(year, cohort)


def test_entries_outside_the_chain_have_no_finding(built: Built) -> None:
    cells = built.cubes["report_cohort"]
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
