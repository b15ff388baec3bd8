"""Counties: the agencies that answer for children."""

from data.contract import CaseTable, Field, Rule

CASES = CaseTable(
    name="county",
    grain="one row a county",
    fields=(
        Field(name="county_id", meaning="five-digit county FIPS code", key=True),
        Field(name="state", type=str, meaning="two-letter state code, lower case"),
        Field(name="name", type=str, meaning="county name without the word County"),
    ),
    rules=(
        Rule(
            reason="county code out of range",
            says="a county code has five digits, 01000 to 56999",
            broken=lambda t: (t.c.county_id < 1000) | (t.c.county_id > 56999),
        ),
    ),
)
