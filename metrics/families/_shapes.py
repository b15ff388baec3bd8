"""Small pieces of SQL that several families share."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, select

from metrics.families._reading import Reading
from metrics.families._tables import Tables

_BANDS = ((50_000, 1), (100_000, 2), (150_000, 3))
_UNKNOWN_BIRTH = 99_999_999


def age_band(anchor_ymd: Any, birth_ymd: Any) -> ColumnElement[int]:
    """Age band in completed years: yyyymmdd apart is years x 10,000 + rest."""
    age = anchor_ymd - birth_ymd
    return case(
        (birth_ymd == _UNKNOWN_BIRTH, 9),
        *[(age < limit, band) for limit, band in _BANDS],
        else_=4,
    )


def flag(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return case((and_(*conditions), 1), else_=0)


def greatest(a: Any, b: Any) -> ColumnElement[int]:
    return case((a > b, a), else_=b)


def least(a: Any, b: Any) -> ColumnElement[int]:
    return case((a < b, a), else_=b)


def within_12_months(day: Any, anchor: Any, plus_12m: Any, reading: Reading) -> Any:
    """Whether `day` comes within twelve months of the anchor, by the named reading."""
    if reading.within_12_months == "days_365":
        return day <= anchor + 365
    return day < plus_12m


def complete_short(stay: Any, window_end: Any, reading: Reading) -> ColumnElement[bool]:
    """A stay that is over by the window's end and lasted fewer days than the limit."""
    short = stay.exit_day - stay.removal_day < reading.short_stay_days
    return and_(short, stay.exit_day <= window_end)


def first_per_child(
    rows: Select[Any], *order: str, within: tuple[str, ...] = ()
) -> Subquery:
    """Of labelled rows, the first of each child in each window, as a subquery."""
    inner = rows.subquery("qualifying")
    keys = [inner.c[name] for name in ("window_id", "child_id", *within)]
    rank = func.row_number().over(
        partition_by=keys, order_by=[inner.c[name] for name in order]
    )
    ranked = select(*inner.c, rank.label("rank_in_child")).subquery("ranked_rows")
    return select(*ranked.c).where(ranked.c.rank_in_child == 1).subquery("first_rows")


def covered_until(rows: Subquery, until: str) -> ColumnElement[int]:
    """Up to which day earlier stays of the child in the window have been counted."""
    before = func.max(rows.c[until]).over(
        partition_by=[rows.c.window_id, rows.c.child_id],
        order_by=[rows.c.removal_day, rows.c.removal_id],
        rows=(None, -1),
    )
    return func.coalesce(before, 0)


def first_reports(t: Tables) -> Subquery:
    """The first report of each child in each window, with the window's number."""
    return _reports_of_windows(t, first=True)


def further_reports(t: Tables) -> Subquery:
    """The reports of each window that are not the child's first in it."""
    return _reports_of_windows(t, first=False)


def _reports_of_windows(t: Tables, *, first: bool) -> Subquery:
    r, w = t.told.c, t.window_day.c
    new = r.day_before < w.start_day
    return (
        select(w.window_id, *r)
        .select_from(t.told.join(t.window_day, w.day == r.report_day))
        .where(new if first else ~new)
        .subquery("first_reports" if first else "further_reports")
    )
