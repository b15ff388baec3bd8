"""Placement stability (P5): moves and days of stays that began in the window."""

from typing import Any

from sqlalchemy import Select, Subquery, and_, func, literal, not_, select

from metrics.families._model import Component, Difference, Family
from metrics.families._reading import Reading
from metrics.families._shapes import (
    age_band,
    complete_short,
    covered_until,
    greatest,
    least,
)
from metrics.families._tables import Tables


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    """One row a stay; a child with more moves than days in the window is left out."""
    stays = _with_moves(t, reading)
    child = [stays.c.window_id, stays.c.child_id]
    totals = select(
        *stays.c,
        func.sum(stays.c.days).over(partition_by=child).label("days_of_child"),
        func.sum(stays.c.moves).over(partition_by=child).label("moves_of_child"),
    ).subquery("stays_and_totals")
    c = totals.c
    drop = reading.more_moves_than_days == "drop"
    kept = (c.moves_of_child <= c.days_of_child,) if drop else ()
    return select(
        c.window_id, c.county_id, c.race_id, c.age_id, c.sex_id, c.provider_id, c.days,
        c.moves, literal(1).label("children"),
    ).where(*kept)  # fmt: skip


def _with_moves(t: Tables, reading: Reading) -> Subquery:
    """Stays that began in the window with the moves made during their days in it."""
    begun = _begun(t, reading)
    b, m = begun.c, t.move.c
    counted = and_(
        m.removal_id == b.removal_id, m.start_day < b.until, m.start_day < b.exit_eff
    )
    keys = (
        b.window_id, b.child_id, b.county_id, b.race_id, b.age_id, b.sex_id,
        b.provider_id, b.removal_id, b.days,
    )  # fmt: skip
    return (
        select(*keys, func.count(m.removal_id).label("moves"))
        .select_from(begun.outerjoin(t.move, counted))
        .group_by(*keys)
        .subquery("stays_with_moves")
    )


def _begun(t: Tables, reading: Reading) -> Subquery:
    s, w, window = t.stay.c, t.window_day.c, t.window.c
    extra = 1 if reading.days_in_care == "both_ends" else 0
    after_window = window.end_day + 1
    rows = (
        select(
            w.window_id, s.child_id, s.removal_id, s.removal_day, s.county_id,
            s.race_id, s.sex_id, s.provider_id, s.exit_eff,
            age_band(s.removal_ymd, s.birth_ymd).label("age_id"),
            least(s.exit_eff + extra, after_window).label("until"),
        )
        .select_from(
            t.stay.join(t.window_day, w.day == s.removal_day)
            .join(t.window, window.window_id == w.window_id)
            .join(t.housed, t.housed.c.removal_id == s.removal_id)
        )
        .where(s.birth_known == 1, not_(complete_short(s, window.end_day, reading)))
        .subquery("begun")
    )  # fmt: skip
    covered = select(*rows.c, covered_until(rows, "until").label("covered")).subquery()
    c = covered.c
    days = greatest(c.until - greatest(c.removal_day, c.covered), 0)
    return select(*c, days.label("days")).subquery("begun_days")


FAMILY = Family(
    name="new_care",
    grain="one row a stay that began in the window, with its days inside the window",
    place_rule="county of responsibility when the stay began",
    provider_rule="lead provider of the stay",
    components=(
        Component(
            name="days",
            says="days in care",
            accrual="time",
            people=False,
            pooled="apart",
        ),
        Component(name="moves", says="moves between homes", pooled="apart"),
        Component(name="children", says="stays that began"),
    ),
    differences=(
        Difference(
            whole="care_days.children",
            parts=("new_care.children",),
            says="stays that had begun before the window",
        ),
    ),
    rows=_rows,
)
