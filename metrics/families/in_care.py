"""Children in care at the end of the window's last day."""

from typing import Any

from sqlalchemy import Select, and_, literal, select

from metrics.families._model import Component, Family
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, first_per_child, flag
from metrics.families._tables import Tables


def _rows(t: Tables, _: Reading) -> Select[Any]:
    s, w = t.stay.c, t.window.c
    there = and_(s.removal_day <= w.end_day, s.exit_eff > w.end_day)
    # The end of the last day is the start of the next, on which P3 would begin.
    long = flag(s.removal_plus_24m <= w.end_day + 1)
    rows = select(
        w.window_id, s.child_id, s.removal_day, s.removal_id, s.county_id, s.race_id,
        s.sex_id, s.provider_id, age_band(w.end_ymd, s.birth_ymd).label("age_id"),
        long.label("long"),
    ).select_from(t.stay.join(t.window, there))  # fmt: skip
    c = first_per_child(rows, "removal_day", "removal_id").c
    return select(
        c.window_id, c.county_id, c.race_id, c.age_id, c.sex_id, c.provider_id,
        literal(1).label("children"), c.long,
    )  # fmt: skip


FAMILY = Family(
    name="in_care",
    grain="one row a child in care at the end of the window's last day",
    place_rule="county of responsibility when that stay began",
    provider_rule="lead provider of that stay",
    components=(
        Component(
            name="children",
            says="children in care on the last day",
            accrual="stock",
            pooled="last",
        ),
        Component(
            name="long",
            says="children in care for 24 months or more on the last day",
            accrual="stock",
            subset_of="children",
        ),
    ),
    rows=_rows,
)
