"""Flags on published counts: what is accepted but must be read with care."""

import pandas as pd

from data.published_counts import KEY

ABOVE_TOTAL = "the group is larger than the total of its place and window"
SAME_AS_BEFORE = "the figures repeat those of the year before"
_GROUPS = ("race_id", "age_id", "sex_id", "provider_id")
_TOGETHER = ("state", "measure", "window", "county_id")


def flag(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with flags in `note`, and a column `repeated` (true or false).

    rows: the columns of the published counts.
    """
    if rows.empty:
        return rows.assign(repeated=False)
    repeated = repeats_the_year_before(rows)
    note = _add(rows["note"], group_above_total(rows), ABOVE_TOTAL)
    return rows.assign(note=_add(note, repeated, SAME_AS_BEFORE), repeated=repeated)


def group_above_total(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a row counts more than the total of its place and window."""
    total = rows[(rows[list(_GROUPS)] == 0).all(axis=1)]
    totals = total.set_index(list(_TOGETHER))["numerator"].rename("total")
    beside = rows.join(totals, on=list(_TOGETHER))["total"]
    return (rows["numerator"] > beside).fillna(False).astype(bool)


def repeats_the_year_before(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a row's window as a whole says again what the year before said.

    That is: the same places and groups, the same denominators, and numerators that
    are the same or not there at all.
    """
    repeated = pd.Series(False, index=rows.index)
    for _, series in rows.groupby(["state", "measure"]):
        windows = {str(key): found for key, found in series.groupby("window")}
        for key, found in windows.items():
            before = windows.get(_year_before(key))
            if before is not None and _same(found, before):
                repeated.loc[found.index] = True
    return repeated


def _year_before(window: str) -> str:
    head, year = window[:-4], window[-4:]
    return "" if "-" in window else f"{head}{int(year) - 1}"


def _same(found: pd.DataFrame, before: pd.DataFrame) -> bool:
    keys = [name for name in KEY if name != "window"]
    here, there = (each.set_index(keys).sort_index() for each in (found, before))
    if len(here) < 2 or not here.index.equals(there.index):
        return False
    same_base = here["denominator"].equals(there["denominator"])
    nothing = bool(here["numerator"].isna().all())
    return same_base and (nothing or here["numerator"].equals(there["numerator"]))


def _add(
    note: "pd.Series[str]", where: "pd.Series[bool]", says: str
) -> "pd.Series[str]":
    added = note.where(note == "", note + "; ") + says
    return note.mask(where, added)
