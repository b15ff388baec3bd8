"""Small worlds for the pathway: generated, and counted from the frames themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.codes import FOUND, PERMANENT_EXITS
from data.days import to_day
from data.demo.generate import generate
from data.demo.planting import Planting
from tests.demo_fixture import DAYS, estimates, races, year_of

YEARS = range(2021, 2026)
SCALE = 0.05
# Followed for 24 months before the data end.
FIRST, LAST = 2021, 2023
STEPS = ("children", "screened", "assessed", "found", "entered", "permanent")
BRANCH = "served"


@dataclass(frozen=True, kw_only=True)
class World:
    """The report cohort of a generated world: one row a child, and its population."""

    cohort: pd.DataFrame
    population: pd.DataFrame

    def row(self, race: int) -> tuple[int, ...]:
        """Population of the years and the counts of STEPS, for one race."""
        people = self.population
        theirs = self.cohort[self.cohort["race"] == race]
        children = people.loc[people["race_id"] == race, "children"].sum()
        return int(children), *(int(theirs[step].sum()) for step in STEPS)

    def county_rows(self, race: int) -> dict[int, tuple[int, ...]]:
        """The same for every county with a child reported."""
        people = self.population[self.population["race_id"] == race]
        children = people.groupby("county_id")["children"].sum()
        theirs = self.cohort[self.cohort["race"] == race]
        counts = theirs.groupby("county_id")[list(STEPS)].sum()
        return {
            int(county): (int(children[county]), *map(int, row))
            for county, *row in counts.itertuples()
        }


def world(
    seed: int, planting: Planting, *, first: int = FIRST, last: int = LAST
) -> World:
    """A world with this planted in it; the cohort of its fiscal years first to last."""
    demo = generate(seed=seed, years=YEARS, scale=SCALE, mess=False, planting=planting)
    return world_of(demo.tables, first=first, last=last)


def world_of(
    tables: Mapping[str, pd.DataFrame], *, first: int = FIRST, last: int = LAST
) -> World:
    people = estimates(tables)
    years = people["year"].between(first - 1, last - 1)
    start, end = to_day(f"{first - 1}-07-01"), to_day(f"{last}-06-30")
    return World(cohort=_cohort(tables, start, end), population=people[years])


def _cohort(tables: Mapping[str, pd.DataFrame], start: int, end: int) -> pd.DataFrame:
    """Children by first report in these days, with what twelve months brought."""
    birth = tables["child"].set_index("child_id")["birth_day"]
    reports = tables["report"].sort_values(["report_day", "report_id"])
    adult = DAYS.loc[birth.loc[reports["child_id"]].to_numpy(), "plus_18y"].to_numpy()
    reports = reports[reports["report_day"] < adult]
    inside = reports[reports["report_day"].between(start, end)]
    first = inside.drop_duplicates("child_id").set_index("child_id")
    until = DAYS.loc[first["report_day"].to_numpy(), "plus_12m"].to_numpy()
    first = first[["report_day", "county_id"]].assign(until=until)
    year = year_of(first["report_day"])
    child = first.assign(children=1, year=year, **_reached(reports, first))
    entry = _entries(tables["removal"], first, birth)
    child["entered"] = child["found"] & child.index.isin(entry.index)
    settled = entry["permanent"].reindex(child.index, fill_value=False)
    child["permanent"] = child["entered"] & settled.astype(bool)
    return child.assign(race=races(tables["child"]).loc[child.index])


def _reached(reports: pd.DataFrame, first: pd.DataFrame) -> dict[str, pd.Series]:
    own = first.add_prefix("first_")
    rows = reports.join(own, on="child_id", how="inner")
    since = rows["report_day"] >= rows["first_report_day"]
    rows = rows[since & (rows["report_day"] < rows["first_until"])]
    assessed = (rows["screened_in"] == 1) & (rows["assessed"] == 1)
    flags = pd.DataFrame(
        {
            "screened": rows["screened_in"] == 1,
            "assessed": assessed,
            "found": assessed & rows["disposition"].isin(FOUND),
            "served": rows["home_services_day"] < rows["first_until"],
        }
    )
    reached = flags.groupby(rows["child_id"]).max()
    reached["served"] &= reached["found"]
    return dict(reached.items())


def _entries(
    removal: pd.DataFrame, first: pd.DataFrame, birth: pd.Series
) -> pd.DataFrame:
    rows = removal.join(first.add_prefix("first_"), on="child_id", how="inner")
    adult = DAYS.loc[birth.loc[rows["child_id"]].to_numpy(), "plus_18y"].to_numpy()
    counts = (rows["exit_day"] > rows["removal_day"]) & (rows["removal_day"] < adult)
    soon = rows["removal_day"] >= rows["first_report_day"] - 5
    soon &= rows["removal_day"] < rows["first_until"]
    limit = DAYS.loc[rows["removal_day"].to_numpy(), "plus_12m"].to_numpy()
    settled = rows["exit_reason"].isin(PERMANENT_EXITS)
    settled &= rows["exit_day"] < np.minimum(limit, adult)
    rows = rows.assign(permanent=settled)[counts & soon]
    return (
        rows.sort_values(["removal_day", "removal_id"])
        .drop_duplicates("child_id")
        .set_index("child_id")
    )
