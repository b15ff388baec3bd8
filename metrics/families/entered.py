"""Children who entered care: their first entry in the window, however long."""

from typing import Any

from sqlalchemy import Select, literal, select

from metrics.families._model import Component, Family
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, first_per_child
from metrics.families._tables import Tables


def _rows(t: Tables, _: Reading) -> Select[Any]:
    s, w = t.stay.c, t.window_day.c
    rows = select(
        w.window_id, s.child_id, s.removal_day, s.removal_id, s.county_id, s.race_id,
        s.sex_id, s.provider_id, age_band(s.removal_ymd, s.birth_ymd).label("age_id"),
    ).select_from(t.stay.join(t.window_day, w.day == s.removal_day))  # fmt: skip
    c = first_per_child(rows, "removal_day", "removal_id").c
    return select(
        c.window_id, c.county_id, c.race_id, c.age_id, c.sex_id, c.provider_id,
        literal(1).label("children"),
    )  # fmt: skip


FAMILY = Family(
    name="entered",
    grain="one row a child who entered care in the window",
    place_rule="county of responsibility at the child's first entry in the window",
    provider_rule="lead provider of that entry",
    components=(Component(name="children", says="children who entered care"),),
    rows=_rows,
)
