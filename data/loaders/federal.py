"""Federal state tables of foster care, FFY2021: entries and in care, by race."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd
from sqlalchemy import select

from data.bulk import put
from data.loaders._counts_check import Checked
from data.loaders._counts_store import CountsError, LoadedCounts, store_counts
from data.published_federal import (
    DATA_END,
    EVERY_STATE,
    FIPS,
    RACES,
    as_places,
    federal_frame,
    federal_row,
    place_codes,
    shipped_source,
)
from data.store import case_metadata, open_cases

TABLES = "afcars_fy2021/afcars_report_fy2021_by_state_long.csv"
POPULATION = "pop/{state}_county_under18_by_race_pl94_2010_2020.csv"

_MEASURES = MappingProxyType({"entered": "entry-rate", "in_care_0930": "in-care"})
# "other", some other race alone, has no counterpart in the federal tables.
_CENSUS = MappingProxyType(
    {
        "total": 0, "white": 1, "black": 2, "aian": 3, "asian": 4, "nhpi": 5, "two": 6,
        "hisp": 7,
    }
)  # fmt: skip


def add_arguments(parser: ArgumentParser) -> None:
    """The argument of this format beside --state and --out."""
    parser.add_argument("--data", required=True, help="folder of the published files")


def load(args: Namespace) -> LoadedCounts:
    """Load the federal tables of all states into cases/us.duckdb, a place a state.

    args: data (folder in which TABLES is), out, state (None or us). A state for which
    the folder has no census figures gets counts without denominators. Raises
    CountsError if the file is not there, or another state is asked for.
    """
    if args.state not in (None, EVERY_STATE):
        raise CountsError(
            f"The federal tables are loaded together, as the state {EVERY_STATE}; "
            f"leave out --state {args.state}."
        )
    folder = Path(args.data)
    loaded = store_counts(
        _all_good(as_places(read(folder))),
        where=Path(args.out) / "cases" / f"{EVERY_STATE}.duckdb",
        state=EVERY_STATE,
        source=shipped_source(),
        vintage="federal fiscal year 2021",
        data_end=DATA_END,
        file=str(folder / TABLES),
    )
    _add_places(loaded.store, places(folder))
    return loaded


def read(folder: Path) -> pd.DataFrame:
    """Rows of published counts from the federal tables, a state in each."""
    return federal_frame(_rows(folder, _wanted(folder)))


def places(folder: Path) -> pd.DataFrame:
    """The states of the tables as places: county_id, state and name."""
    found = _wanted(folder)[["state", "state_name"]].drop_duplicates("state")
    codes = place_codes(found["state"].str.lower())
    names = found["state_name"].to_numpy()
    return pd.DataFrame(
        {"county_id": codes.to_numpy(), "state": EVERY_STATE, "name": names}
    )


def _wanted(folder: Path) -> pd.DataFrame:
    path = folder / TABLES
    try:
        found = pd.read_csv(path)
    except OSError as error:
        raise CountsError(
            f"{path}: the file cannot be read: {error.strerror}."
        ) from error
    known = found["state"].str.lower().isin(list(FIPS))
    wanted = found["population"].isin(list(_MEASURES)) & _race_or_total(found)
    if not (known & wanted).any():
        raise CountsError(f"{path}: there are no counts of any state by race.")
    return found[known & wanted]


def census(folder: Path, state: str) -> Mapping[int, int]:
    """Children under 18 by race at the 2020 census; empty if the folder has no file.

    Single races and two or more races are not Hispanic; Hispanic is of any race; the
    total also holds some other race.
    """
    path = folder / POPULATION.format(state=state)
    if not path.exists():
        return {}
    found = pd.read_csv(path)
    newest = found[
        (found["year"] == 2020) & found["race_ethnicity"].isin(list(_CENSUS))
    ]
    sums = newest.groupby("race_ethnicity")["pop_under18"].sum()
    return {_CENSUS[str(race)]: int(children) for race, children in sums.items()}


def _race_or_total(found: pd.DataFrame) -> "pd.Series[bool]":
    by_race = (found["table"] == "Race/Ethnicity") & found["item"].isin(list(RACES))
    return by_race | (found["table"] == "N")


def _rows(folder: Path, wanted: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for state, rows in wanted.groupby(wanted["state"].str.lower()):
        children = census(folder, str(state))
        for row in rows.to_dict("records"):
            race = 0 if row["table"] == "N" else RACES[row["item"]]
            yield federal_row(
                state=str(state),
                measure=_MEASURES[row["population"]],
                race=race,
                counted=int(row["value"]),
                children=children.get(race),
                source=shipped_source(),
            )


def _all_good(rows: pd.DataFrame) -> Checked:
    counties = pd.DataFrame({"county_id": pd.Series([], dtype="int64"), "name": []})
    nothing = pd.DataFrame({"line": [], "record": [], "reason": []})
    return Checked(good=rows, bad=nothing, counties=counties, left_out=0)


def _add_places(store: Path, found: pd.DataFrame) -> None:
    # Not through the rules of counties: a state's code is below those of its counties.
    county = case_metadata().tables["county"]
    engine = open_cases(store)
    try:
        with engine.begin() as connection:
            there = set(connection.execute(select(county.c.county_id)).scalars())
            put(connection, county, found[~found["county_id"].isin(there)])
    finally:
        engine.dispose()
