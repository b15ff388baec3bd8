"""Maltreatment in foster care (S1): days in care, and findings made during them."""

from typing import Any

from sqlalchemy import Select, Subquery, and_, func, not_, or_, select

from data.contract import NEVER
from metrics.families._model import Component, Family
from metrics.families._reading import Reading
from metrics.families._shapes import (
    age_band,
    complete_short,
    covered_until,
    flag,
    greatest,
    least,
)
from metrics.families._tables import Tables

FIRST_DAYS = 7


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    stays, events = _days(t, reading), _findings(t, reading)
    s, e = stays.c, events.c
    same = and_(e.window_id == s.window_id, e.removal_id == s.removal_id)
    return select(
        s.window_id, s.county_id, s.race_id, s.age_id, s.sex_id, s.provider_id, s.days,
        func.coalesce(e.findings, 0).label("victimizations"),
        flag(s.days > 0).label("children"),
    ).select_from(stays.outerjoin(events, same))  # fmt: skip


def _in_window(t: Tables, reading: Reading) -> Any:
    """Stays with a day in the window and their limits; short complete ones are out."""
    s, w = t.stay.c, t.window.c
    anchor = greatest(s.removal_ymd, w.start_ymd)
    extra = 1 if reading.days_in_care == "both_ends" else 0
    return (
        select(
            w.window_id, s.child_id, s.removal_id, s.removal_day, s.exit_day,
            s.exit_eff, s.county_id, s.race_id, s.sex_id, s.provider_id,
            age_band(anchor, s.birth_ymd).label("age_id"),
            greatest(s.removal_day, w.start_day).label("since"),
            least(s.exit_eff + extra, w.end_day + 1).label("until"),
        )
        .select_from(
            t.stay.join(
                t.window, and_(s.removal_day <= w.end_day, s.exit_eff > w.start_day)
            )
        )
        .where(s.birth_known == 1, not_(complete_short(s, w.end_day, reading)))
    )  # fmt: skip


def _days(t: Tables, reading: Reading) -> Subquery:
    rows = _in_window(t, reading).subquery("stays_in_window")
    covered = select(*rows.c, covered_until(rows, "until").label("covered")).subquery()
    c = covered.c
    days = greatest(c.until - greatest(c.since, c.covered), 0)
    return select(*c, days.label("days")).subquery("stay_days")


def _findings(t: Tables, reading: Reading) -> Subquery:
    """Findings a stay: each report once, and none on the day after one that counted."""
    counted = _spaced(_matched(t, reading)).c
    return (
        select(counted.window_id, counted.removal_id, func.count().label("findings"))
        .group_by(counted.window_id, counted.removal_id)
        .subquery("findings_in_stay")
    )


def _matched(t: Tables, reading: Reading) -> Subquery:
    """Reports inside a stay, each with the first stay that it falls into."""
    stays = _in_window(t, reading).subquery("stays_for_findings").c
    m, w = t.maltreatment.c, t.window_day.c
    inside = and_(
        m.child_id == stays.child_id,
        w.window_id == stays.window_id,
        m.report_day >= stays.removal_day + FIRST_DAYS,
        m.report_day < stays.exit_eff,
        *_incident(m, stays, reading),
    )
    rank = func.row_number().over(
        partition_by=[w.window_id, m.child_id, m.report_id],
        order_by=[stays.removal_day, stays.removal_id],
    )
    rows = (
        select(
            w.window_id, m.child_id, m.report_id, m.report_day, stays.removal_id,
            rank.label("match"),
        )
        .select_from(t.maltreatment.join(t.window_day, w.day == m.report_day))
        .where(inside)
    ).subquery("findings")  # fmt: skip
    return select(*rows.c).where(rows.c.match == 1).subquery("matched_findings")


def _incident(m: Any, stays: Any, reading: Reading) -> tuple[Any, ...]:
    if reading.incident_date == "ignore":
        return ()
    since = FIRST_DAYS if reading.incident_date == "after_7_days" else 0
    known_inside = and_(
        m.incident_day >= stays.removal_day + since, m.incident_day < stays.exit_day
    )
    return (or_(m.incident_day == NEVER, known_inside),)


def _spaced(found: Subquery) -> Subquery:
    """Keep a report only if none that was kept came on its day or the day before.

    In a run of days that follow each other this keeps the first, third, fifth ...
    day, and of one day its first report.
    """
    f = found.c
    child = [f.window_id, f.child_id]
    ranked = select(
        *f,
        func.row_number()
        .over(partition_by=[*child, f.report_day], order_by=f.report_id)
        .label("in_day"),
        func.dense_rank()
        .over(partition_by=child, order_by=f.report_day)
        .label("nth_day"),
    ).subquery("ranked_findings")
    days = select(*ranked.c).where(ranked.c.in_day == 1).subquery("finding_days")
    run = days.c.report_day - days.c.nth_day
    in_run = func.row_number().over(
        partition_by=[days.c.window_id, days.c.child_id, run],
        order_by=days.c.report_day,
    )
    runs = select(*days.c, in_run.label("in_run")).subquery("finding_runs")
    odd = runs.c.in_run.in_(range(1, 100, 2))
    return select(*runs.c).where(odd).subquery("spaced_findings")


FAMILY = Family(
    name="care_days",
    grain="one row a stay with a day in the window",
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
        Component(
            name="victimizations",
            says="findings of maltreatment during care",
            pooled="apart",
        ),
        Component(name="children", says="stays with a day in the window"),
    ),
    rows=_rows,
)
