"""Recurrence of maltreatment (S2): children found maltreated, and found again."""

from typing import Any

from sqlalchemy import Select, and_, exists, literal, or_, select

from data.contract import NEVER
from metrics.families._model import Component, Difference, Family
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, first_per_child, flag, within_12_months
from metrics.families._tables import Tables

DUPLICATE_DAYS = 14


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    m, w = t.maltreatment.c, t.window_day.c
    source = t.maltreatment.join(t.window_day, w.day == m.report_day)
    rows = select(
        w.window_id, m.child_id, m.report_day, m.report_id, m.report_plus_12m,
        m.incident_day, m.died, m.county_id, m.race_id, m.sex_id,
        age_band(m.report_ymd, m.birth_ymd).label("age_id"),
    ).select_from(source)  # fmt: skip
    index = first_per_child(rows, "report_day", "report_id").c
    return select(
        index.window_id,
        index.county_id,
        index.race_id,
        index.age_id,
        index.sex_id,
        literal(0).label("provider_id"),
        literal(1).label("victims"),
        flag(_again(t, index, reading)).label("recurred"),
    ).where(index.died == 0)


def _again(t: Tables, index: Any, reading: Reading) -> Any:
    """Another report within a year, late enough to be new, of another incident."""
    later = t.maltreatment.alias("later").c
    if reading.recurrence_chain == "chained":
        apart = and_(later.report_day > index.report_day, later.gap > DUPLICATE_DAYS)
    else:
        apart = later.report_day > index.report_day + DUPLICATE_DAYS
    another = or_(later.incident_day == NEVER, later.incident_day != index.incident_day)
    return exists().where(
        later.child_id == index.child_id,
        apart,
        within_12_months(
            later.report_day, index.report_day, index.report_plus_12m, reading
        ),
        another,
    )


FAMILY = Family(
    name="recurrence",
    grain="one row a child with a substantiated or indicated report in the window",
    place_rule="county of the child's first such report in the window",
    provider_rule="none",
    components=(
        Component(name="victims", says="children found to be maltreated"),
        Component(
            name="recurred",
            says="children found to be maltreated again within 12 months",
            subset_of="victims",
        ),
    ),
    differences=(
        Difference(
            whole="reported.found",
            parts=("recurrence.victims",),
            says="children found in need of services, not maltreated",
        ),
    ),
    rows=_rows,
)
