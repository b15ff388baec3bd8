"""Placements: where a child lived during a removal episode."""

from data.codes import SETTINGS
from data.contract import NEVER, CaseTable, Field, Reference, Rule

CASES = CaseTable(
    name="placement",
    grain="one row a placement setting in an episode",
    fields=(
        Field(name="placement_id", meaning="number of the placement", key=True),
        Field(name="removal_id", meaning="the episode"),
        Field(name="provider_id", meaning="provider of the home; 0 if none"),
        Field(name="home_id", meaning="the home: a return to the same one is no move"),
        Field(name="setting", meaning="kind of setting", codes=SETTINGS),
        Field(name="start_day", meaning="first day in the setting"),
        Field(
            name="end_day",
            meaning=f"day of leaving the setting; {NEVER} if still there",
        ),
    ),
    rules=(
        Rule(
            reason="placement ends before it starts",
            says="a placement cannot end before it starts",
            broken=lambda t: t.c.end_day < t.c.start_day,
        ),
    ),
    references=(
        Reference(column="removal_id", table="removal", target="removal_id"),
        Reference(
            column="provider_id",
            table="provider",
            target="provider_id",
            optional_value=0,
        ),
    ),
)
