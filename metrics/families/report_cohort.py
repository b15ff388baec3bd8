"""The report cohort: children by their first report in the window, followed a year.

How far any report of the child went in the twelve months that begin with that first
report, and what followed in them. Every stage is a part of the one before it, so that
ratios from stage to stage multiply to the ratio on the population. `served_home` is a
branch off `found` beside `entered`: a child may be in both, in one or in neither.

Beside the parts that the components declare: `children` is the same count as
`reported.children`; nobody in `entered_outside` is in `found`, so the two together are
no more than `children`. The other flags of `reported` look at the window and not at
twelve months of the child, so they hold nothing here and are not held by it.
"""

from typing import Any

from sqlalchemy import Select, Subquery, and_, func, literal, select

from data.codes import FOUND, PERMANENT_EXITS
from data.contract import NEVER
from metrics.families._model import Component, Family
from metrics.families._reading import Reading
from metrics.families._shapes import age_band, first_per_child, flag, within_12_months
from metrics.families._tables import Tables

# A placement may come some days before the report that explains it is written down.
DAYS_BEFORE = 5


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    first = _first_reports(t)
    reached, entry = _reached(t, first, reading), _entry(t, first, reading)
    r, e = reached.c, entry.c
    same = and_(e.window_id == r.window_id, e.child_id == r.child_id)
    entered = flag(r.found == 1, e.child_id.is_not(None))
    return select(
        r.window_id, r.county_id, r.race_id, r.age_id, r.sex_id,
        literal(0).label("provider_id"), literal(1).label("children"), r.screened_in,
        r.assessed, r.found,
        flag(r.found == 1, r.services == 1).label("served_home"),
        entered.label("entered"),
        flag(r.found == 1, e.permanent == 1).label("permanent"),
        flag(r.found == 0, e.child_id.is_not(None)).label("entered_outside"),
    ).select_from(reached.outerjoin(entry, same))  # fmt: skip


def _first_reports(t: Tables) -> Subquery:
    """A child's first report in each window, and the end of its twelve months."""
    r, p, w, day = t.report.c, t.person.c, t.window_day.c, t.day.alias("on")
    rows = (
        select(
            w.window_id, r.child_id, r.report_day, r.report_id, r.county_id,
            p.race_id, p.sex_id, p.bday18,
            age_band(day.c.ymd, p.birth_ymd).label("age_id"),
            day.c.plus_12m.label("until"),
        )
        .select_from(
            t.report.join(t.person, p.child_id == r.child_id)
            .join(day, day.c.day == r.report_day)
            .join(t.window_day, w.day == r.report_day)
        )
        .where(r.report_day < p.bday18)
    )  # fmt: skip
    return first_per_child(rows, "report_day", "report_id")


def _reached(t: Tables, first: Subquery, reading: Reading) -> Subquery:
    """How far any report of the child went in the twelve months of its first one."""
    f, r = first.c, t.report.c
    followed = and_(
        r.child_id == f.child_id,
        r.report_day >= f.report_day,
        r.report_day < f.bday18,
        within_12_months(r.report_day, f.report_day, f.until, reading),
    )
    assessed = (r.screened_in == 1, r.assessed == 1)
    in_time = within_12_months(r.home_services_day, f.report_day, f.until, reading)
    keys = (f.window_id, f.child_id, f.county_id, f.race_id, f.age_id, f.sex_id)
    return (
        select(
            *keys,
            func.max(r.screened_in).label("screened_in"),
            func.max(flag(*assessed)).label("assessed"),
            func.max(flag(*assessed, r.disposition.in_(FOUND))).label("found"),
            func.max(flag(r.home_services_day != NEVER, in_time)).label("services"),
        )
        .select_from(first.join(t.report, followed))
        .group_by(*keys)
        .subquery("reached")
    )


def _entry(t: Tables, first: Subquery, reading: Reading) -> Subquery:
    """The first stay that began in the twelve months or a few days before them."""
    f, s = first.c, t.stay.c
    followed = and_(
        s.child_id == f.child_id,
        s.removal_day >= f.report_day - DAYS_BEFORE,
        within_12_months(s.removal_day, f.report_day, f.until, reading),
    )
    permanent = flag(
        s.exit_reason.in_(PERMANENT_EXITS),
        s.exit_day < s.bday18,
        within_12_months(s.exit_for_length, s.removal_day, s.removal_plus_12m, reading),
    )
    rows = select(
        f.window_id, f.child_id, s.removal_day, s.removal_id,
        permanent.label("permanent"),
    ).select_from(first.join(t.stay, followed))  # fmt: skip
    return first_per_child(rows, "removal_day", "removal_id")


FAMILY = Family(
    name="report_cohort",
    grain="one row a child with a report in the window, followed for twelve months",
    place_rule="county that received the child's first report in the window",
    provider_rule="none",
    components=(
        Component(name="children", says="children reported"),
        Component(
            name="screened_in",
            says="children with a report screened in within 12 months",
            subset_of="children",
        ),
        Component(
            name="assessed",
            says="children with a report assessed within 12 months",
            subset_of="screened_in",
        ),
        Component(
            name="found",
            says="children with a finding on a report within 12 months",
            subset_of="assessed",
        ),
        Component(
            name="served_home",
            says="children with a finding and services at home within 12 months",
            subset_of="found",
        ),
        Component(
            name="entered",
            says="children with a finding who entered care within 12 months",
            subset_of="found",
        ),
        Component(
            name="permanent",
            says="of those, children in a permanent home within 12 months of entry",
            subset_of="entered",
        ),
        Component(
            name="entered_outside",
            says="children who entered care within 12 months without a finding",
            subset_of="children",
        ),
    ),
    rows=_rows,
)
