"""Small worlds of cases, built by hand for one rule."""

import pandas as pd

from data.cases import case_tables
from data.contract import NEVER

from .days import Window, day

SFY2024 = Window(day("2023-07-01"), day("2024-06-30"))
DATA_END = day("2026-06-30")
WAKE, DURHAM = 37183, 37063
RACES = ("white", "black", "aian", "asian", "nhpi")


def on(when: str | int | None) -> int:
    """A day from an ISO date, a number or nothing at all."""
    if when is None:
        return NEVER
    return when if isinstance(when, int) else day(when)


class World:
    """Cases being written down; every method returns what the next one needs."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict]] = {table.name: [] for table in case_tables()}
        for county_id, name in ((WAKE, "Wake"), (DURHAM, "Durham")):
            self.add("county", county_id=county_id, state="nc", name=name)
        for provider_id in (1, 2):
            self.add("provider", provider_id=provider_id, name="Home", kind=2)

    def add(self, table: str, **row) -> None:
        self.rows[table].append(row)

    def child(self, born="2015-01-15", *, ticks=("white",), **known) -> int:
        child_id = len(self.rows["child"]) + 1
        row = dict.fromkeys(RACES, 0) | {"race_unknown": 0, "hispanic": 0, "sex_id": 1}
        row |= dict.fromkeys(ticks, 1) | known
        self.add("child", child_id=child_id, birth_day=on(born), **row)
        return child_id

    def stay(self, child_id, removed, left=None, *, reason=1, homes=((1, 2),), **more):
        """`homes` are (home, setting) for the whole stay or (home, setting, start,
        end); `reason` counts only if the child left.
        """
        removal_id = more.pop("removal_id", len(self.rows["removal"]) + 1)
        row = {"county_id": WAKE, "provider_id": 1, "report_id": 0} | more
        self.add(
            "removal",
            removal_id=removal_id,
            child_id=child_id,
            removal_day=on(removed),
            exit_day=on(left),
            exit_reason=reason if left is not None else 0,
            **row,
        )
        for home_id, setting, *dates in homes:
            start, end = dates or (removed, left)
            self.placement(removal_id, home_id, setting, on(start), on(end))
        return removal_id

    def placement(self, removal_id, home_id, setting, start_day, end_day) -> None:
        self.add(
            "placement",
            placement_id=len(self.rows["placement"]) + 1,
            removal_id=removal_id,
            provider_id=1,
            home_id=home_id,
            setting=setting,
            start_day=start_day,
            end_day=end_day,
        )

    def report(self, child_id, when, disposition=1, *, incident=None, **more) -> int:
        report_id = more.pop("report_id", len(self.rows["report"]) + 1)
        row = {"screened_in": 1, "assessed": 1, "unborn": 0, "died": 0}
        row |= {"county_id": WAKE, "home_services_day": on(more.pop("services", None))}
        row |= more
        self.add(
            "report",
            report_id=report_id,
            child_id=child_id,
            report_day=on(when),
            incident_day=on(incident),
            disposition=disposition,
            **row,
        )
        return report_id

    def people(self, year: int, children: int, *, source="estimates", race=1) -> None:
        cell = {"county_id": WAKE, "race_id": race, "age_id": 1, "sex_id": 1}
        self.add("population", source=source, year=year, children=children, **cell)

    def cases(self) -> dict[str, pd.DataFrame]:
        """Every case table with exactly the columns of its contract."""
        return {
            table.name: pd.DataFrame(self.rows[table.name], columns=list(table.columns))
            for table in case_tables()
        }


def overlapping() -> World:
    """One child: a second stay runs past the first, a third lies inside it."""
    world = World()
    child_id = world.child()
    world.stay(child_id, "2023-08-01", "2023-08-31")
    world.stay(child_id, "2023-08-21", "2023-09-10", county_id=DURHAM)
    world.stay(child_id, "2023-08-10", "2023-08-20")
    return world
