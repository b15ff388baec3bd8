"""Records made ready once a build: who a child is, what a stay is, what a move is.

Each function gives the SELECT that fills one prepared table. Days are integers and
the calendar is a table, so there is no date arithmetic and no NULL in any test.
"""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, select

from data.codes import (
    AIAN_AMONG,
    BLACK_AMONG,
    FOUND,
    MALTREATMENT,
    NOT_PLACEMENTS,
    OTHERS_AMONG,
    TRIAL_HOME_VISIT,
)
from data.contract import NEVER
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, flag
from metrics.families._tables import Tables


def person(t: Tables, _: Reading) -> Select[Any]:
    """One row a child: race as finely as schemes need it, the eighteenth birthday.

    Children of Hispanic origin are one group; two or more races come in parts.
    """
    c, birth = t.child.c, t.day.alias("birth")
    ticked = c.white + c.black + c.aian + c.asian + c.nhpi
    race = case(
        (c.hispanic == 1, 7),
        (and_(ticked > 1, c.aian == 1), AIAN_AMONG),
        (and_(ticked > 1, c.black == 1), BLACK_AMONG),
        (ticked > 1, OTHERS_AMONG),
        (c.white == 1, 1),
        (c.black == 1, 2),
        (c.aian == 1, 3),
        (c.asian == 1, 4),
        (c.nhpi == 1, 5),
        else_=9,
    )
    columns = (c.child_id, c.birth_day, birth.c.ymd, birth.c.plus_18y, race, c.sex_id)
    source = t.child.join(birth, birth.c.day == c.birth_day)
    return select(*columns).select_from(source)


def stay(t: Tables, reading: Reading) -> Select[Any]:
    """One row a stay in care of at least a night that began before the age of 18."""
    r, p = t.removal.c, t.person.c
    start, end = t.day.alias("start_of_stay"), t.day.alias("end_of_stay")
    visit = _final_visit(t)
    counted = literal(reading.trial_home_visit_days)
    capped = visit.c.visit_start + counted
    length = case(
        (
            and_(
                r.exit_reason == 1, visit.c.removal_id.is_not(None), capped < r.exit_day
            ),
            capped,
        ),
        else_=r.exit_day,
    )
    source = (
        t.removal.join(t.person, p.child_id == r.child_id)
        .join(start, start.c.day == r.removal_day)
        .join(end, end.c.day == r.exit_day)
        .outerjoin(visit, visit.c.removal_id == r.removal_id)
    )
    columns = (
        r.removal_id, r.child_id, r.county_id, r.provider_id, r.removal_day, r.exit_day,
        r.exit_reason, _least(r.exit_day, p.bday18), length, start.c.ymd,
        start.c.plus_12m, start.c.plus_24m, end.c.ymd, end.c.plus_12m,
        case((p.birth_day == NEVER, 0), else_=1), p.birth_ymd, p.bday18, p.race_id,
        p.sex_id,
    )  # fmt: skip
    kept = (r.exit_day > r.removal_day, r.removal_day < p.bday18)
    return select(*columns).select_from(source).where(*kept)


def _final_visit(t: Tables) -> Any:
    """Episodes whose last setting is a trial home visit, and when that visit began.

    Visit rows in a row are one visit: it begins after the last other setting.
    """
    p = t.placement.c
    order = (p.start_day.desc(), p.placement_id.desc())
    ranked = select(
        p.removal_id,
        p.setting,
        p.start_day,
        func.row_number().over(partition_by=p.removal_id, order_by=order).label("back"),
    ).subquery("ranked")
    other = case((ranked.c.setting != TRIAL_HOME_VISIT, ranked.c.back), else_=NEVER)
    last_other = (
        select(ranked.c.removal_id, func.min(other).label("back"))
        .group_by(ranked.c.removal_id)
        .subquery("last_other")
    )
    return (
        select(ranked.c.removal_id, func.min(ranked.c.start_day).label("visit_start"))
        .join(last_other, last_other.c.removal_id == ranked.c.removal_id)
        .where(ranked.c.back < last_other.c.back)
        .group_by(ranked.c.removal_id)
        .subquery("final_visit")
    )


def told(t: Tables, _: Reading) -> Select[Any]:
    """One row a report about a child under 18, and how far it went.

    `day_before` is the day of the child's report before it: a report is the child's
    first in a window if that day lies before it, without any sorting of windows.
    """
    r, p, day = t.report.c, t.person.c, t.day.alias("on")
    before = func.lag(r.report_day, 1, literal(-NEVER)).over(
        partition_by=r.child_id, order_by=(r.report_day, r.report_id)
    )
    assessed = (r.screened_in == 1, r.assessed == 1)
    columns = (
        r.report_id, r.child_id, r.county_id, r.report_day, before, day.c.plus_12m,
        r.screened_in, flag(*assessed), flag(*assessed, r.disposition.in_(FOUND)),
        r.home_services_day, age_band(day.c.ymd, p.birth_ymd), p.race_id, p.sex_id,
    )  # fmt: skip
    source = t.report.join(t.person, p.child_id == r.child_id).join(
        day, day.c.day == r.report_day
    )
    return select(*columns).select_from(source).where(r.report_day < p.bday18)


def maltreatment(t: Tables, reading: Reading) -> Select[Any]:
    """One row a child's substantiated or indicated report before the age of 18.

    `gap` is the number of days since the child's report before.
    """
    r, p, day = t.report.c, t.person.c, t.day.alias("report_date")
    before = func.lag(r.report_day, 1, literal(-NEVER)).over(
        partition_by=r.child_id, order_by=(r.report_day, r.report_id)
    )
    columns = (
        r.report_id, r.child_id, r.county_id, r.report_day, day.c.ymd, day.c.plus_12m,
        r.incident_day, r.died, r.report_day - before, p.birth_ymd, p.race_id, p.sex_id,
    )  # fmt: skip
    kept = [
        r.disposition.in_(MALTREATMENT),
        r.report_day < p.bday18,
        p.birth_day != NEVER,
    ]
    if reading.unborn == "drop":
        kept.append(r.unborn == 0)
    source = t.report.join(t.person, p.child_id == r.child_id).join(
        day, day.c.day == r.report_day
    )
    return select(*columns).select_from(source).where(*kept)


def move(t: Tables, _: Reading) -> Select[Any]:
    """One row a move: a home other than the one before it, even without a night.

    Runs, visits and hospital nights neither start nor end a placement.
    """
    p = t.placement.c
    before = func.lag(p.home_id, 1, p.home_id).over(
        partition_by=p.removal_id, order_by=(p.start_day, p.placement_id)
    )
    homes = (
        select(p.removal_id, p.start_day, p.home_id, before.label("home_before"))
        .where(_is_home(t))
        .subquery("homes")
    )
    return select(homes.c.removal_id, homes.c.start_day).where(
        homes.c.home_id != homes.c.home_before
    )


def housed(t: Tables, _: Reading) -> Select[Any]:
    """One row an episode in which at least one placement is recorded."""
    return select(t.placement.c.removal_id).where(_is_home(t)).distinct()


def _is_home(t: Tables) -> ColumnElement[bool]:
    return t.placement.c.setting.not_in(NOT_PLACEMENTS)


def _least(a: ColumnElement[int], b: ColumnElement[int]) -> ColumnElement[int]:
    return case((a < b, a), else_=b)
