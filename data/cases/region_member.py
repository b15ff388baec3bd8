"""Regional schemes: which county belonged to which region, and when."""

from data.contract import CaseTable, Field, Reference, Rule

CASES = CaseTable(
    name="region_member",
    grain="one row a county, scheme and period",
    fields=(
        Field(name="scheme", type=str, meaning="name of the regional scheme", key=True),
        Field(name="county_id", meaning="county FIPS code", key=True),
        Field(name="region_id", meaning="region number, unique in the state"),
        Field(name="region_name", type=str, meaning="region name as printed"),
        Field(name="valid_from", meaning="first day on which the row holds", key=True),
        Field(name="valid_to", meaning="first day on which it no longer holds"),
    ),
    rules=(
        Rule(
            reason="region period ends before it starts",
            says="valid_to must be after valid_from",
            broken=lambda t: t.c.valid_to <= t.c.valid_from,
        ),
    ),
    references=(Reference(column="county_id", table="county", target="county_id"),),
)
