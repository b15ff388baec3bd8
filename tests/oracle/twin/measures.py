"""All the components of one window: the door of the twin."""

from collections.abc import Mapping, Sequence

import pandas as pd

from .cells import COLUMNS, cells
from .cohort import DAYS_BEFORE, report_cohort
from .days import Window, plus_years
from .decisions import entered, in_care, reported, served
from .groups import (
    SCHEMES,
    Scheme,
    cube_id,
    every_id,
    folded_id,
    people,
    race_id,
    written,
)
from .permanency import entry_cohort, home_exits, in_care_start
from .reports import Reports, reports_by_child
from .safety import care_days, recurrence
from .stability import new_care
from .stays import Histories, histories

Cases = Mapping[str, pd.DataFrame]
SOURCE, CENSUS = "estimates", "census2020"
# How a scheme counts the parts in which a source of population gives two or more races.
PARTS: Mapping[Scheme, Mapping[int, int]] = {
    race_id: {61: 6, 62: 6, 63: 6},
    folded_id: {61: 3, 62: 2, 63: 6},
    cube_id: {},
}


def components(
    cases: Cases,
    window: tuple[int, int],
    *,
    data_end: int,
    state: str = "nc",
    population_years: Sequence[int] = (),
    scheme: Scheme = race_id,
) -> pd.DataFrame:
    """Every component of every family in one window, fully crossed.

    Cases by table name, clean of quarantined rows, in; one row a family, component
    and cell out, with `value` in children, stays, days, moves or reports. A cell of
    nothing has no row. `population_years` are the calendar years the window's years
    use; `scheme` gives a child its race. Raises ValueError if the window runs past the
    last day of the data.
    """
    span = Window(*window)
    if span.end > data_end:
        raise ValueError(f"the window ends on day {span.end}, the data on {data_end}")
    counties = _counties(cases["county"], state)
    stays, reports = _records(cases, counties, span, scheme)
    races = cases["population"]["race_id"].map(lambda race: _counted(race, scheme))
    population = cases["population"].assign(race_id=races)
    counted = cells(
        {
            "reported": reported(reports, span),
            "report_cohort": report_cohort(reports, stays, span),
            "recurrence": recurrence(reports, span),
            "entered": entered(stays, span),
            "entry_cohort": entry_cohort(stays, span),
            "in_care_start": in_care_start(stays, span),
            "home_exits": home_exits(stays, span),
            "new_care": new_care(stays, span),
            "care_days": care_days(stays, reports, span),
            "in_care": in_care(stays, span),
            "served": served(stays, span),
        }
    )
    return pd.concat(
        [_population(population, counties, population_years), counted],
        ignore_index=True,
    )


def _counted(race: int, scheme: Scheme) -> int:
    """The group in which a scheme counts a group of a source of population."""
    if scheme is every_id:
        return written(tuple(_counted(race, each) for each in SCHEMES))
    return PARTS[scheme].get(race, race)


def _counties(county: pd.DataFrame, state: str) -> set[int]:
    return set(county.loc[county["state"] == state, "county_id"])


def _records(
    cases: Cases, counties: set[int], window: Window, scheme: Scheme
) -> tuple[Histories, Reports]:
    """The records that can matter: in the window, or in the year that follows it."""
    followed = plus_years(window.end, 1)
    removal = cases["removal"]
    removal = removal[
        removal["county_id"].isin(counties)
        & (removal["exit_day"] >= window.start - DAYS_BEFORE)
        & (removal["removal_day"] <= followed)
    ]
    report = cases["report"]
    report = report[
        report["county_id"].isin(counties)
        & (report["report_day"] >= window.start)
        & (report["report_day"] <= followed)
    ]
    wanted = {*removal["child_id"], *report["child_id"]}
    known = people(cases["child"], wanted, scheme)
    stays = histories(removal, cases["placement"], known)
    return stays, reports_by_child(report, known)


def _population(
    population: pd.DataFrame, counties: set[int], years: Sequence[int]
) -> pd.DataFrame:
    """Person-years of all the years, and the children of the last of them.

    The census of 2020 stands for a window of that one year and for no other.
    """
    ours = population[population["county_id"].isin(counties)]
    estimates = ours[ours["source"] == SOURCE]
    parts = [("population", "child_years", estimates, year) for year in years]
    if years:
        parts.append(("population", "children", estimates, max(years)))
    if list(years) == [2020]:
        census = ours[ours["source"] == CENSUS]
        family = "population_census2020"
        parts += [(family, name, census, 2020) for name in ("child_years", "children")]
    named = [
        rows[rows["year"] == year].assign(
            family=family, component=name, provider_id=0, value=rows["children"]
        )
        for family, name, rows, year in parts
    ]
    if not named:
        return pd.DataFrame(columns=list(COLUMNS))
    keys = list(COLUMNS[:-1])
    added = pd.concat(named).groupby(keys, as_index=False)["value"].sum()
    return added[added["value"] > 0].reset_index(drop=True)
