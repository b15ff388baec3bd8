"""Reports of maltreatment as objects, a child's in order of day."""

from collections import defaultdict
from dataclasses import dataclass

import pandas as pd

from data.codes import FOUND, MALTREATMENT
from data.contract import NEVER

from .groups import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """One child in one report."""

    report_id: int
    person: Person
    county_id: int
    report_day: int
    incident_day: int
    screened_in: bool
    was_assessed: bool
    disposition: int
    unborn: bool
    died: bool
    home_services_day: int

    @property
    def assessed(self) -> bool:
        return self.screened_in and self.was_assessed

    @property
    def found(self) -> bool:
        return self.assessed and self.disposition in FOUND

    @property
    def maltreatment(self) -> bool:
        """Substantiated or indicated for this child, who was born."""
        return self.disposition in MALTREATMENT and not self.unborn

    @property
    def of_a_child(self) -> bool:
        """Under 18 on the day of the report, as far as anyone knows."""
        return self.report_day < self.person.bday18

    @property
    def incident_known(self) -> bool:
        return self.incident_day != NEVER

    def same_incident(self, other: "Report") -> bool:
        return self.incident_known and self.incident_day == other.incident_day


Reports = dict[int, list[Report]]


def reports_by_child(report: pd.DataFrame, people: dict[int, Person]) -> Reports:
    """All the reports of each child, in order of day and then of number."""
    by_child: Reports = defaultdict(list)
    ordered = report.sort_values(["report_day", "report_id"])
    for row in ordered.itertuples(index=False):
        by_child[row.child_id].append(_report(row, people[row.child_id]))
    return dict(by_child)


def _report(row, person: Person) -> Report:
    return Report(
        report_id=row.report_id,
        person=person,
        county_id=row.county_id,
        report_day=row.report_day,
        incident_day=row.incident_day,
        screened_in=row.screened_in == 1,
        was_assessed=row.assessed == 1,
        disposition=row.disposition,
        unborn=row.unborn == 1,
        died=row.died == 1,
        home_services_day=row.home_services_day,
    )
