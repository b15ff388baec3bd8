"""Placement stability (P5): moves and days of stays that began in the window."""

from typing import Any

from sqlalchemy import Select, Subquery, and_, func, literal, not_, select

from metrics.families._model import Component, Family
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
    """One row a stay; days that two stays of a child share count once."""
    begun = _begun(t, reading)
    b, m = begun.c, t.move.c
    counted = and_(
        m.removal_id == b.removal_id, m.start_day < b.until, m.start_day < b.exit_eff
    )
    keys = (
        b.window_id, b.county_id, b.race_id, b.age_id, b.sex_id, b.provider_id,
        b.removal_id, b.days,
    )  # fmt: skip
    stays = (
        select(*keys, func.count(m.removal_id).label("moves"))
        .select_from(begun.outerjoin(t.move, counted))
        .group_by(*keys)
        .subquery("stays_with_moves")
    ).c
    kept = [stays.moves <= stays.days] if reading.more_moves_than_days == "drop" else []
    return select(
        stays.window_id, stays.county_id, stays.race_id, stays.age_id, stays.sex_id,
        stays.provider_id, stays.days, stays.moves, literal(1).label("children"),
    ).where(*kept)  # fmt: skip


def _begun(t: Tables, reading: Reading) -> Subquery:
    s, w, window = t.stay.c, t.window_day.c, t.window.c
    extra = 1 if reading.days_in_care == "both_ends" else 0
    after_window = window.end_day + 1
    rows = (
        select(
            w.window_id, s.child_id, s.removal_id, s.removal_day, s.county_id, s.race_id,
            s.sex_id, s.provider_id, s.exit_eff,
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
        Component(name="days", says="days in care", accrual="time", people=False),
        Component(name="moves", says="moves between homes"),
        Component(name="children", says="stays that began"),
    ),
    rows=_rows,
)
