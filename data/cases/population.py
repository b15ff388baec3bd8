"""Child population: the public denominators."""

from data.codes import AGE_BANDS, PARTS_OF_TWO_OR_MORE, RACES, SEXES
from data.contract import CaseTable, Field, Reference, Rule

CASES = CaseTable(
    name="population",
    grain="one row a source, year, county, race, age band and sex",
    fields=(
        Field(
            name="source",
            type=str,
            meaning="where the figures come from, e.g. estimates or census2020",
            key=True,
        ),
        Field(name="year", meaning="calendar year, 1 July", key=True),
        Field(name="county_id", meaning="county FIPS code", key=True),
        Field(
            name="race_id",
            meaning="race and Hispanic origin; two or more races whole or in parts",
            codes={**RACES, **PARTS_OF_TWO_OR_MORE},
            key=True,
        ),
        Field(name="age_id", meaning="age band", codes=AGE_BANDS, key=True),
        Field(name="sex_id", meaning="sex", codes=SEXES, key=True),
        Field(name="children", meaning="children under 18"),
    ),
    rules=(
        Rule(
            reason="negative population",
            says="a number of children cannot be below zero",
            broken=lambda t: t.c.children < 0,
        ),
    ),
    references=(Reference(column="county_id", table="county", target="county_id"),),
)
