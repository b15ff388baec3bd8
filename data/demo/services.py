"""Services to families at home after a finding, as a day in the table of reports."""

import numpy as np
import pandas as pd

from data.codes import FOUND
from data.contract import NEVER
from data.demo.calendar import start_of
from data.demo.draw import Bools, Floats, Ints, choose
from data.demo.parameters import RACE_IDS
from data.demo.planting import Planting
from data.demo.span import Span

SHARE = 0.38
MEAN_WAIT, LONGEST_WAIT = 14.0, 90
# A family whose child enters care over the same report is rarely served at home.
WITH_REMOVAL = 0.3


def home_services(
    rng: np.random.Generator,
    reports: pd.DataFrame,
    removal: pd.DataFrame,
    race: Ints,
    planting: Planting,
    span: Span,
) -> Ints:
    """The day on which services began for each report, NEVER where none did.

    reports, removal: tables of cases; race: place in RACE_IDS, one a report. Each year
    the planted share of every race among children with a finding is served, once a
    child. What begins after the data end is not known yet.
    """
    day = reports["report_day"].to_numpy(dtype=np.int64)
    starts = np.array([start_of(year + 1) for year in range(span.first, span.last)])
    year = np.searchsorted(starts, day, side="right")
    rows = _carriers(reports, removal, year)
    group = (year * len(RACE_IDS) + race)[rows]
    years = span.last - span.first + 1
    shares = np.tile([*planting.served_home, 1.0], years) * SHARE
    quota = np.round(np.bincount(group, minlength=len(shares)) * shares)
    weight = _weights(reports, removal)[rows]
    chosen = rows[choose(rng, group, quota.astype(np.int64), weight)]
    wait = np.floor(rng.exponential(MEAN_WAIT, len(chosen))).astype(np.int64)
    begins = day[chosen] + np.minimum(wait, LONGEST_WAIT)
    began = np.full(len(reports), NEVER, dtype=np.int64)
    began[chosen] = np.where(begins <= span.end, begins, NEVER)
    return began


def _carriers(reports: pd.DataFrame, removal: pd.DataFrame, year: Ints) -> Ints:
    """The first finding of each child at home in each fiscal year, as rows."""
    found = reports["disposition"].isin(FOUND) & (reports["died"] == 0)
    found &= ~_in_care(reports, removal)
    rows = reports[["child_id", "report_day"]].assign(year=year)[found]
    first = rows.sort_values("report_day", kind="stable").drop_duplicates(
        ["child_id", "year"]
    )
    return np.sort(first.index.to_numpy(dtype=np.int64))


def _in_care(reports: pd.DataFrame, removal: pd.DataFrame) -> "pd.Series[bool]":
    """Reports about a child who has been in care since the day before or longer."""
    stays = removal[["child_id", "removal_day", "exit_day"]]
    both = reports[["child_id", "report_day"]].reset_index().merge(stays, on="child_id")
    inside = (both["removal_day"] < both["report_day"]) & (
        both["report_day"] < both["exit_day"]
    )
    return pd.Series(reports.index.isin(both.loc[inside, "index"]), reports.index)


def _weights(reports: pd.DataFrame, removal: pd.DataFrame) -> Floats:
    linked = removal.loc[removal["report_id"] > 0, ["report_id", "child_id"]]
    keys = pd.MultiIndex.from_frame(reports[["report_id", "child_id"]])
    led: Bools = keys.isin(pd.MultiIndex.from_frame(linked))
    return np.where(led, WITH_REMOVAL, 1.0)
