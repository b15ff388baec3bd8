"""Children reported, and how far their reports went: distinct children, nested."""

from typing import Any

from sqlalchemy import Select, func, literal, select

from data.codes import FOUND
from metrics.families._model import Component, Family
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, first_per_child, flag
from metrics.families._tables import Tables


def _rows(t: Tables, _: Reading) -> Select[Any]:
    """One row a child and window; what any of the child's reports reached counts."""
    r, p, w, day = t.report.c, t.person.c, t.window_day.c, t.day.alias("on")
    assessed = flag(r.screened_in == 1, r.assessed == 1)
    found = flag(r.screened_in == 1, r.assessed == 1, r.disposition.in_(FOUND))

    def reached(step: Any) -> Any:
        return func.max(step).over(partition_by=[w.window_id, r.child_id])

    rows = (
        select(
            w.window_id,
            r.child_id,
            r.report_day,
            r.report_id,
            r.county_id,
            p.race_id,
            age_band(day.c.ymd, p.birth_ymd).label("age_id"),
            p.sex_id,
            reached(r.screened_in).label("screened_in"),
            reached(assessed).label("assessed"),
            reached(found).label("found"),
        )
        .select_from(
            t.report.join(t.person, p.child_id == r.child_id)
            .join(day, day.c.day == r.report_day)
            .join(t.window_day, w.day == r.report_day)
        )
        .where(r.report_day < p.bday18)
    )
    c = first_per_child(rows, "report_day", "report_id").c
    keys = (c.window_id, c.county_id, c.race_id, c.age_id, c.sex_id)
    one = literal(1).label("children")
    return select(
        *keys, literal(0).label("provider_id"), one, c.screened_in, c.assessed, c.found
    )


FAMILY = Family(
    name="reported",
    grain="one row a child with a report in the window",
    place_rule="county that received the child's first report in the window",
    provider_rule="none",
    components=(
        Component(name="children", says="children reported"),
        Component(
            name="screened_in",
            says="children with a report screened in",
            subset_of="children",
        ),
        Component(
            name="assessed",
            says="children with a report assessed",
            subset_of="screened_in",
        ),
        Component(
            name="found",
            says="children found to be maltreated or in need of services",
            subset_of="assessed",
        ),
    ),
    rows=_rows,
)
