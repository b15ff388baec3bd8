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

from data.codes import PERMANENT_EXITS
from metrics.families._model import Component, Difference, Family
from metrics.families._reading import Reading
from metrics.families._shapes import first_reports, flag, within_12_months
from metrics.families._tables import Tables

# A placement may come some days before the report that explains it is written down.
DAYS_BEFORE = 5


def _rows(t: Tables, reading: Reading) -> Select[Any]:
    """What follows a report does not depend on the window whose first report it is."""
    first, reached, entry = first_reports(t), _reached(t, reading), _entry(t, reading)
    f, r, e = first.c, reached.c, entry.c
    entered = e.report_id.is_not(None)
    return select(
        f.window_id, f.county_id, f.race_id, f.age_id, f.sex_id,
        literal(0).label("provider_id"), literal(1).label("children"), r.screened_in,
        r.assessed, r.found,
        flag(r.found == 1, r.services == 1).label("served_home"),
        flag(r.found == 1, entered).label("entered"),
        flag(r.found == 1, e.permanent == 1).label("permanent"),
        flag(r.found == 0, entered).label("entered_outside"),
    ).select_from(
        first.join(reached, _same(r, f)).outerjoin(entry, _same(e, f))
    )  # fmt: skip


def _same(one: Any, other: Any) -> Any:
    return and_(one.child_id == other.child_id, one.report_id == other.report_id)


def _reached(t: Tables, reading: Reading) -> Subquery:
    """How far any report of the child went in the twelve months that begin with one."""
    f, later = t.told.c, t.told.alias("later")
    r = later.c
    followed = and_(
        r.child_id == f.child_id,
        r.report_day >= f.report_day,
        within_12_months(r.report_day, f.report_day, f.report_plus_12m, reading),
    )
    served = within_12_months(
        r.home_services_day, f.report_day, f.report_plus_12m, reading
    )
    return (
        select(
            f.child_id,
            f.report_id,
            func.max(r.screened_in).label("screened_in"),
            func.max(r.assessed).label("assessed"),
            func.max(r.found).label("found"),
            func.max(flag(served)).label("services"),
        )
        .select_from(t.told.join(later, followed))
        .group_by(f.child_id, f.report_id)
        .subquery("reached")
    )


def _entry(t: Tables, reading: Reading) -> Subquery:
    """The first stay that began in the twelve months or a few days before them."""
    f, s = t.told.c, t.stay.c
    followed = and_(
        s.child_id == f.child_id,
        s.removal_day >= f.report_day - DAYS_BEFORE,
        within_12_months(s.removal_day, f.report_day, f.report_plus_12m, reading),
    )
    permanent = flag(
        s.exit_reason.in_(PERMANENT_EXITS),
        s.exit_day < s.bday18,
        within_12_months(s.exit_for_length, s.removal_day, s.removal_plus_12m, reading),
    )
    rank = func.row_number().over(
        partition_by=(f.child_id, f.report_id), order_by=(s.removal_day, s.removal_id)
    )
    rows = (
        select(f.child_id, f.report_id, permanent.label("permanent"), rank.label("nth"))
        .select_from(t.told.join(t.stay, followed))
        .subquery("entries")
    )
    return select(*rows.c).where(rows.c.nth == 1).subquery("entry")


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
    differences=(
        Difference(
            whole="report_cohort.children",
            parts=("reported.children",),
            says="none: they are the same children",
            closes=True,
        ),
        *(
            Difference(
                whole=f"report_cohort.{step}",
                parts=(f"reported.{step}",),
                says="children who came so far only after the window",
                closes=True,
            )
            for step in ("screened_in", "assessed", "found")
        ),
    ),
)
