"""Reports of suspected maltreatment: one row is one child in one report."""

from data.codes import DISPOSITIONS, YES_NO
from data.contract import NEVER, CaseTable, Field, Reference, Rule

CASES = CaseTable(
    name="report",
    grain="one row a child in a report",
    fields=(
        Field(name="report_id", meaning="number of the report", key=True),
        Field(name="child_id", meaning="the child", key=True),
        Field(name="county_id", meaning="county that received the report"),
        Field(name="report_day", meaning="day on which the report was received"),
        Field(
            name="incident_day", meaning=f"day of the incident; {NEVER} if not known"
        ),
        Field(name="screened_in", meaning="accepted for assessment", codes=YES_NO),
        Field(name="assessed", meaning="an assessment was completed", codes=YES_NO),
        Field(name="disposition", meaning="finding for this child", codes=DISPOSITIONS),
        Field(name="unborn", meaning="the child was not yet born", codes=YES_NO),
        Field(name="died", meaning="the child died of the maltreatment", codes=YES_NO),
        Field(
            name="home_services_day",
            meaning=(
                "day on which services to the family at home began because of this "
                f"report (NCANDS: service date with family preservation or home-based "
                f"services); {NEVER} if none did"
            ),
        ),
    ),
    rules=(
        Rule(
            reason="incident after report",
            says="an incident cannot come after the report of it",
            broken=lambda t: (
                (t.c.incident_day != NEVER) & (t.c.incident_day > t.c.report_day)
            ),
        ),
        Rule(
            reason="finding without assessment",
            says="a finding needs a report that was screened in and assessed",
            broken=lambda t: (
                (t.c.disposition > 0) & ((t.c.screened_in == 0) | (t.c.assessed == 0))
            ),
        ),
        Rule(
            reason="assessed but screened out",
            says="a report that was screened out cannot have been assessed",
            broken=lambda t: (t.c.assessed == 1) & (t.c.screened_in == 0),
        ),
        Rule(
            reason="services before the report",
            says="services that a report led to cannot begin before it",
            broken=lambda t: t.c.home_services_day < t.c.report_day,
        ),
        Rule(
            reason="services without assessment",
            says="services at home need a report that was assessed",
            broken=lambda t: (t.c.home_services_day != NEVER) & (t.c.assessed == 0),
        ),
    ),
    references=(
        Reference(column="child_id", table="child", target="child_id"),
        Reference(column="county_id", table="county", target="county_id"),
    ),
)
