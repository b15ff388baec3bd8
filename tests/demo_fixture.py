"""A slow, obvious second way to count the demonstration state, for the tests."""

from collections.abc import Mapping
from datetime import date
from math import exp, log, sqrt

import numpy as np
import pandas as pd

from data.codes import NOT_PLACEMENTS, PERMANENT_EXITS
from data.days import EPOCH, day_dimension
from data.demo.planting import CODES
from data.demo.truths import Planted

Tables = Mapping[str, pd.DataFrame]
DAYS = day_dimension().set_index("day")


def estimates(tables: Tables) -> pd.DataFrame:
    """Child population by the yearly estimates, two or more races added up."""
    people = tables["population"]
    people = people[people["source"] == "estimates"]
    return people.assign(race_id=people["race_id"].replace({61: 6, 62: 6, 63: 6}))


def year_of(days: pd.Series) -> pd.Series:
    """The state fiscal year of each day."""
    when = DAYS.loc[days.to_numpy(), ["year", "month"]].to_numpy()
    return pd.Series(when[:, 0] + (when[:, 1] >= 7), index=days.index)


def races(child: pd.DataFrame) -> pd.Series:
    """Race of each child as the product derives it, by child_id."""
    flags = child[["white", "black", "aian", "asian", "nhpi"]].to_numpy()
    several = np.where(flags.sum(axis=1) > 1, 6, flags.argmax(axis=1) + 1)
    race = np.where(child["hispanic"] == 1, 7, several)
    nothing = (flags.sum(axis=1) == 0) & (child["hispanic"] != 1)
    return pd.Series(np.where(nothing, 9, race), index=child["child_id"].to_numpy())


def decisions(tables: Tables) -> pd.DataFrame:
    """One row a child reported in a fiscal year, with what was decided."""
    rows = tables["report"].sort_values("report_day", kind="stable")
    rows = rows.assign(
        year=year_of(rows["report_day"]), found=rows["disposition"].isin([1, 2, 3])
    )
    seen = rows.groupby(["year", "child_id"], as_index=False).agg(
        county=("county_id", "first"),
        screened=("screened_in", "max"),
        assessed=("assessed", "max"),
        found=("found", "max"),
    )
    return seen.assign(race=races(tables["child"]).loc[seen["child_id"]].to_numpy())


def stays(tables: Tables) -> pd.DataFrame:
    """Removals with year, race and birth day, in order of removal."""
    rows = tables["removal"].sort_values("removal_day", kind="stable")
    birth = tables["child"].set_index("child_id")["birth_day"]
    adult = DAYS.loc[birth.loc[rows["child_id"]].to_numpy(), "plus_18y"].to_numpy()
    return rows.assign(
        year=year_of(rows["removal_day"]),
        race=races(tables["child"]).loc[rows["child_id"]].to_numpy(),
        adult=adult,
        days=rows["exit_day"] - rows["removal_day"],
    )


def begun(tables: Tables) -> pd.DataFrame:
    """Stays that began in the years of the store: of older ones only some are there."""
    rows = stays(tables)
    return rows[rows["year"] > tables["population"]["year"].min()]


def entries(tables: Tables) -> pd.DataFrame:
    """Children entering care, once a year."""
    rows = begun(tables)
    return rows[rows["days"] > 0].drop_duplicates(["year", "child_id"])


def entry_cohort(tables: Tables) -> pd.DataFrame:
    """Children by first entry of the year, and whether it led to permanency in time."""
    rows = begun(tables)
    limit = DAYS.loc[rows["removal_day"].to_numpy(), "plus_12m"].to_numpy()
    within = rows["exit_day"] < np.minimum(limit, rows["adult"])
    usable = (rows["days"] >= 8) & (rows["removal_day"] < rows["adult"])
    usable &= ~((rows["exit_reason"] == 99) & (rows["exit_day"] < limit))
    rows = rows.assign(permanent=within & rows["exit_reason"].isin(PERMANENT_EXITS))
    return rows[usable].drop_duplicates(["year", "child_id"])


def new_care(tables: Tables) -> pd.DataFrame:
    """Days and moves, in the year of entry, of stays of at least eight days."""
    rows = begun(tables)
    rows = rows[(rows["days"] >= 8) & (rows["removal_day"] < rows["adult"])]
    ends = [(date(int(year), 7, 1) - EPOCH).days for year in rows["year"]]
    until = np.minimum(np.minimum(rows["exit_day"], rows["adult"]), ends)
    rows = rows.assign(until=until, care=until - rows["removal_day"])
    homes = tables["placement"]
    homes = homes[~homes["setting"].isin(NOT_PLACEMENTS)]
    homes = homes.sort_values(["removal_id", "start_day", "placement_id"])
    before = homes.groupby("removal_id")["home_id"].shift(fill_value=-1)
    last = rows.set_index("removal_id")["until"].reindex(homes["removal_id"]).to_numpy()
    moved = (before != -1) & (before != homes["home_id"]) & (homes["start_day"] < last)
    moves = moved.groupby(homes["removal_id"]).sum()
    counted = rows[rows["removal_id"].isin(homes["removal_id"])]
    return counted.assign(moves=moves.loc[counted["removal_id"]].to_numpy())


def ratio_interval(
    counts: tuple[float, float, float, float], *, binomial: bool
) -> tuple[float, float, float]:
    """Ratio of a/b to c/d with its 99.9 % interval on the log scale."""
    a, b, c, d = counts
    variance = 1 / a + 1 / c - ((1 / b + 1 / d) if binomial else 0)
    middle = log((a / b) / (c / d))
    reach = 3.2905 * sqrt(variance)
    return exp(middle - reach), exp(middle), exp(middle + reach)


def race_id(code: str) -> int:
    return (1, 2, 3, 4, 5, 6, 7)[CODES.index(code)]


def window_years(windows: tuple[str, ...]) -> list[int]:
    return [int(window.removeprefix("sfy")) for window in windows]


def is_truth(truth: Planted, **wanted: str) -> bool:
    return all(getattr(truth, name) == value for name, value in wanted.items())
