"""Federal state tables of foster care, FFY2021: entries and in care, by race."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from data.loaders._counts_check import Checked
from data.loaders._counts_store import CountsError, LoadedCounts, store_counts
from data.published_federal import (
    DATA_END,
    RACES,
    federal_frame,
    federal_row,
    shipped_source,
)

TABLES = "afcars_fy2021/afcars_report_fy2021_by_state_long.csv"
POPULATION = "pop/{state}_county_under18_by_race_pl94_2010_2020.csv"
EVERY_STATE = "us"

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
    """Load the federal tables of one state, or of all into cases/us.duckdb.

    args: data (folder in which TABLES is), out, state (a code, or None for all). A
    state for which the folder has no census figures gets counts without denominators.
    Raises CountsError if the file is not there or has nothing for the state.
    """
    state = args.state or EVERY_STATE
    folder = Path(args.data)
    return store_counts(
        _all_good(read(folder, state=args.state)),
        where=Path(args.out) / "cases" / f"{state}.duckdb",
        state=state,
        source=shipped_source(),
        vintage="federal fiscal year 2021",
        data_end=DATA_END,
        file=str(folder / TABLES),
    )


def read(folder: Path, *, state: str | None = None) -> pd.DataFrame:
    """Rows of published counts from the federal tables, of one state or all of them."""
    path = folder / TABLES
    try:
        found = pd.read_csv(path)
    except OSError as error:
        raise CountsError(
            f"{path}: the file cannot be read: {error.strerror}."
        ) from error
    wanted = found[found["population"].isin(list(_MEASURES)) & _race_or_total(found)]
    if state:
        wanted = wanted[wanted["state"] == state.upper()]
    if wanted.empty:
        raise CountsError(f"{path}: there is nothing for {state or 'any state'}.")
    return federal_frame(_rows(folder, wanted))


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
