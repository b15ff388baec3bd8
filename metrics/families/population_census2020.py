"""Child population by the 2020 census: another denominator, for one year only.

The census sorts far more children into two or more races than the yearly estimates do,
so a ratio can turn around with the base. Its figures are counted for windows whose
population year is 2020 and for no other: a census does not age.
"""

from typing import Any

from sqlalchemy import Select, exists, literal, select

from metrics.families._model import Component, Family
from metrics.families._reading import Reading
from metrics.families._tables import Tables

SOURCE, YEAR = "census2020", 2020


def _rows(t: Tables, _: Reading) -> Select[Any]:
    p, year = t.population.c, t.window_year.c
    other = t.window_year.alias("other_year").c
    more_years = exists().where(
        other.window_id == year.window_id, other.year != year.year
    )
    return (
        select(
            year.window_id,
            p.county_id,
            p.race_id,
            p.age_id,
            p.sex_id,
            literal(0).label("provider_id"),
            p.children.label("child_years"),
            p.children,
        )
        .select_from(t.population.join(t.window_year, year.year == p.year))
        .where(p.source == SOURCE, p.year == YEAR, ~more_years)
    )


FAMILY = Family(
    name="population_census2020",
    grain="one row a county and race counted by the census",
    place_rule="county of residence",
    provider_rule="none",
    public=True,
    components=(
        Component(
            name="child_years",
            says="children counted by the 2020 census, for a window of one year",
            accrual="time",
            people=False,
        ),
        Component(
            name="children",
            says="children counted by the 2020 census",
            accrual="stock",
            people=False,
        ),
    ),
    rows=_rows,
)
