"""Children in care at any time in the window, who left, and who left to permanency."""

from typing import Any

from sqlalchemy import Select, and_, func, literal, not_, select

from data.codes import PERMANENT_EXITS
from metrics.families._model import Component, Difference, Family
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, first_per_child, flag, greatest
from metrics.families._tables import Tables


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    s, w = t.stay.c, t.window.c
    there = and_(
        s.removal_day <= w.end_day, s.exit_eff >= w.start_day, s.bday18 > w.start_day
    )
    no_reason = and_(
        s.exit_reason == 99, s.exit_day <= w.end_day, s.exit_day < s.bday18
    )
    excluded = reading.missing_exit_reason == "exclude_in_follow_up"
    kept = (not_(no_reason),) if excluded else ()
    left = flag(s.exit_eff <= w.end_day)
    permanent = flag(
        s.exit_day <= w.end_day,
        s.exit_day < s.bday18,
        s.exit_reason.in_(PERMANENT_EXITS),
    )

    def ever(outcome: Any) -> Any:
        return func.max(outcome).over(partition_by=[w.window_id, s.child_id])

    anchor = greatest(s.removal_ymd, w.start_ymd)
    rows = select(
        w.window_id, s.child_id, s.removal_day, s.removal_id, s.county_id, s.race_id,
        s.sex_id, s.provider_id, age_band(anchor, s.birth_ymd).label("age_id"),
        ever(left).label("left"), ever(permanent).label("left_permanent"),
    ).select_from(t.stay.join(t.window, there)).where(*kept)  # fmt: skip
    c = first_per_child(rows, "removal_day", "removal_id").c
    return select(
        c.window_id, c.county_id, c.race_id, c.age_id, c.sex_id, c.provider_id,
        literal(1).label("children"), c.left, c.left_permanent,
    )  # fmt: skip


FAMILY = Family(
    name="served",
    grain="one row a child in care at any time in the window",
    place_rule="county of responsibility of the child's first stay in the window",
    provider_rule="lead provider of that stay",
    components=(
        Component(name="children", says="children in care at any time"),
        Component(name="left", says="children who left care", subset_of="children"),
        Component(
            name="left_permanent",
            says="children who left care to a permanent home",
            subset_of="left",
        ),
    ),
    differences=(
        Difference(
            whole="served.children",
            parts=("served.left", "in_care.children"),
            says="children who left care and came back",
            closes=True,
        ),
        Difference(
            whole="served.children",
            parts=("in_care.children",),
            says="children who left care and did not come back",
        ),
    ),
    rows=_rows,
)
