"""Permanency for children already in care when the window begins (P2 and P3)."""

from typing import Any

from sqlalchemy import Select, and_, case, literal, not_, select

from data.codes import PERMANENT_EXITS
from metrics.families._model import Component, Difference, Family
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, first_per_child, flag, within_12_months
from metrics.families._tables import Tables


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    """One row a child, year and kind of cohort; a pool holds its years' cohorts."""
    s, w = t.stay.c, t.window_year.c
    in_time = within_12_months(s.exit_day, w.start_day, w.start_plus_12m, reading)
    long = case((s.removal_plus_24m <= w.start_day, 1), else_=0)
    permanent = flag(s.exit_reason.in_(PERMANENT_EXITS), s.exit_day < s.bday18, in_time)
    kept = [
        s.birth_known == 1,
        s.removal_plus_12m <= w.start_day,
        s.exit_day >= w.start_day,
        s.bday18 > w.start_day,
    ]
    if reading.missing_exit_reason == "exclude_in_follow_up":
        kept.append(not_(and_(s.exit_reason == 99, s.exit_day < s.bday18, in_time)))
    rows = (
        select(
            w.window_id, w.year, s.child_id, s.removal_day, s.removal_id, s.county_id,
            s.race_id, s.sex_id, s.provider_id, long.label("long"),
            permanent.label("permanent"),
            age_band(w.start_ymd, s.birth_ymd).label("age_id"),
        )
        .select_from(t.stay.join(t.window_year, s.removal_day < w.start_day))
        .where(*kept)
    )  # fmt: skip
    c = first_per_child(rows, "removal_day", "removal_id", within=("year",)).c
    return select(
        c.window_id, c.county_id, c.race_id, c.age_id, c.sex_id, c.provider_id,
        (literal(1) - c.long).label("from_12"),
        ((literal(1) - c.long) * c.permanent).label("from_12_permanent"),
        c.long.label("from_24"),
        (c.long * c.permanent).label("from_24_permanent"),
    )  # fmt: skip


FAMILY = Family(
    name="in_care_start",
    grain="one row a child in care on the first day of a year for a year or more",
    place_rule="county of responsibility when that stay began",
    provider_rule="lead provider of that stay",
    components=(
        Component(
            name="from_12", says="children in care 12 to 23 months", pooled="adds"
        ),
        Component(
            name="from_12_permanent",
            says="of those, children who left to a permanent home within 12 months",
            subset_of="from_12",
            pooled="adds",
        ),
        Component(
            name="from_24", says="children in care 24 months or more", pooled="adds"
        ),
        Component(
            name="from_24_permanent",
            says="of those, children who left to a permanent home within 12 months",
            subset_of="from_24",
            pooled="adds",
        ),
    ),
    differences=(
        Difference(
            whole="in_care.children",
            parts=("in_care_start.from_12", "in_care_start.from_24"),
            says="children in care for less than a year",
            year_before=True,
        ),
    ),
    rows=_rows,
)
