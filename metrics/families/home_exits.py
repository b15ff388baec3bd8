"""Re-entry (P4): children who left care to family or a guardian, and came back."""

from typing import Any

from sqlalchemy import Select, exists, literal, select

from data.codes import HOME_EXITS
from metrics.families._model import Component, Difference, Family
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, first_per_child, flag, within_12_months
from metrics.families._tables import Tables


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    s, w = t.stay.c, t.window_day.c
    kept = [s.exit_reason.in_(HOME_EXITS), s.exit_day < s.bday18, s.birth_known == 1]
    if reading.p4_short_stays == "drop":
        kept.append(s.exit_day - s.removal_day >= reading.short_stay_days)
    rows = (
        select(
            w.window_id, s.child_id, s.exit_day, s.removal_id, s.exit_plus_12m,
            s.county_id, s.race_id, s.sex_id, s.provider_id,
            age_band(s.exit_ymd, s.birth_ymd).label("age_id"),
        )
        .select_from(t.stay.join(t.window_day, w.day == s.exit_day))
        .where(*kept)
    )  # fmt: skip
    c = first_per_child(rows, "exit_day", "removal_id").c
    return select(
        c.window_id, c.county_id, c.race_id, c.age_id, c.sex_id, c.provider_id,
        literal(1).label("children"), flag(_back(t, c, reading)).label("reentered"),
    )  # fmt: skip


def _back(t: Tables, left: Any, reading: Reading) -> Any:
    """Another stay that begins on or after the exit and within twelve months of it."""
    again = t.stay.alias("again").c
    same_day = reading.same_day_reentry == "count"
    after = (
        again.removal_day >= left.exit_day
        if same_day
        else again.removal_day > left.exit_day
    )
    return exists().where(
        again.child_id == left.child_id,
        again.removal_id != left.removal_id,
        after,
        within_12_months(again.removal_day, left.exit_day, left.exit_plus_12m, reading),
    )


FAMILY = Family(
    name="home_exits",
    grain="one row a child who left to family, a relative or a guardian in the window",
    place_rule="county of responsibility of the stay that ended",
    provider_rule="lead provider of the stay that ended",
    components=(
        Component(name="children", says="children who left to family or a guardian"),
        Component(
            name="reentered",
            says="children who were back in care within 12 months",
            subset_of="children",
        ),
    ),
    differences=(
        Difference(
            whole="served.left_permanent",
            parts=("home_exits.children",),
            says="children who left to a permanent home by adoption",
        ),
    ),
    rows=_rows,
)
