"""Children reported, and how far their reports went: distinct children, nested."""

from typing import Any

from sqlalchemy import Select, Subquery, and_, func, literal, select

from metrics.families._model import Component, Family
from metrics.families._reading import Reading
from metrics.families._shapes import first_reports, further_reports, greatest
from metrics.families._tables import Tables


def _rows(t: Tables, _: Reading) -> Select[Any]:
    """One row a child and window; what any of the child's reports reached counts."""
    first, more = first_reports(t), _further(t)
    f, m = first.c, more.c
    same = and_(m.window_id == f.window_id, m.child_id == f.child_id)

    def reached(step: str) -> Any:
        return greatest(f[step], func.coalesce(m[step], 0)).label(step)

    return select(
        f.window_id, f.county_id, f.race_id, f.age_id, f.sex_id,
        literal(0).label("provider_id"), literal(1).label("children"),
        reached("screened_in"), reached("assessed"), reached("found"),
    ).select_from(first.outerjoin(more, same))  # fmt: skip


def _further(t: Tables) -> Subquery:
    """How far the later reports of a child in a window went."""
    r = further_reports(t).c
    steps = [
        func.max(r[step]).label(step) for step in ("screened_in", "assessed", "found")
    ]
    return (
        select(r.window_id, r.child_id, *steps)
        .group_by(r.window_id, r.child_id)
        .subquery("further")
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
