"""Children: one row a person, with race kept as it was ticked."""

from data.codes import SEXES, YES_NO, YES_NO_UNKNOWN
from data.contract import NEVER, CaseTable, Field, Rule


def _flag(name: str, meaning: str) -> Field:
    return Field(name=name, meaning=meaning, codes=YES_NO)


CASES = CaseTable(
    name="child",
    grain="one row a child",
    fields=(
        Field(name="child_id", meaning="number that stands for the child", key=True),
        Field(name="birth_day", meaning=f"day of birth; {NEVER} if not known"),
        Field(name="sex_id", meaning="sex", codes=SEXES),
        _flag("white", "White was ticked"),
        _flag("black", "Black or African American was ticked"),
        _flag("aian", "American Indian or Alaska Native was ticked"),
        _flag("asian", "Asian was ticked"),
        _flag("nhpi", "Native Hawaiian or Pacific Islander was ticked"),
        _flag("race_unknown", "unknown, declined or abandoned was ticked"),
        Field(name="hispanic", meaning="Hispanic origin", codes=YES_NO_UNKNOWN),
    ),
    rules=(
        Rule(
            reason="impossible birth date",
            says="a birth day lies between 1900 and 2100 or is marked as not known",
            broken=lambda t: (
                (t.c.birth_day != NEVER)
                & ((t.c.birth_day < -25567) | (t.c.birth_day > 47482))
            ),
        ),
    ),
)
