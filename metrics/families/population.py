"""Child population: denominators that anybody may know."""

from typing import Any

from sqlalchemy import Select, literal, select

from metrics.families._model import Component, Family
from metrics.families._reading import Reading
from metrics.families._tables import Tables

SOURCE = "estimates"


def _rows(t: Tables, _: Reading) -> Select[Any]:
    p, year = t.population.c, t.window_year.c
    return (
        select(
            year.window_id,
            p.county_id,
            p.race_id,
            p.age_id,
            p.sex_id,
            literal(0).label("provider_id"),
            p.children.label("child_years"),
            (p.children * year.is_last).label("children"),
        )
        .select_from(t.population.join(t.window_year, year.year == p.year))
        .where(p.source == SOURCE)
    )


FAMILY = Family(
    name="population",
    grain="one row a county, race, age band, sex and year of estimates",
    place_rule="county of residence",
    provider_rule="none",
    public=True,
    components=(
        Component(
            name="child_years",
            says="children in the population, added over the years of the window",
            accrual="time",
            people=False,
        ),
        Component(
            name="children",
            says="children in the population in the window's last year",
            accrual="stock",
            people=False,
        ),
    ),
    rows=_rows,
)
