"""Removal episodes: one row from entering care to leaving it."""

from data.codes import EXIT_REASONS
from data.contract import NEVER, CaseTable, Field, Reference, Rule

CASES = CaseTable(
    name="removal",
    grain="one row a removal episode",
    fields=(
        Field(name="removal_id", meaning="number of the episode", key=True),
        Field(name="child_id", meaning="the child"),
        Field(name="county_id", meaning="county of responsibility when care began"),
        Field(name="provider_id", meaning="lead provider: that of the first placement"),
        Field(
            name="report_id",
            meaning="report that led to the removal; 0 if none is known",
        ),
        Field(name="removal_day", meaning="day on which the child entered care"),
        Field(
            name="exit_day",
            meaning=f"day on which the child left care; {NEVER} if in care",
        ),
        Field(
            name="exit_reason", meaning="how the child left care", codes=EXIT_REASONS
        ),
    ),
    rules=(
        Rule(
            reason="exit before removal",
            says="a child cannot leave care before entering it",
            broken=lambda t: t.c.exit_day < t.c.removal_day,
        ),
        Rule(
            reason="exit reason without exit date",
            says="an episode without an exit day cannot have an exit reason",
            broken=lambda t: (t.c.exit_day == NEVER) & (t.c.exit_reason > 0),
        ),
        Rule(
            reason="exit date coded as still in care",
            says="an episode with an exit day needs a reason or the code for none",
            broken=lambda t: (t.c.exit_day != NEVER) & (t.c.exit_reason == 0),
        ),
    ),
    references=(
        Reference(column="child_id", table="child", target="child_id"),
        Reference(column="county_id", table="county", target="county_id"),
        Reference(
            column="provider_id",
            table="provider",
            target="provider_id",
            optional_value=0,
        ),
    ),
)
