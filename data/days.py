"""Days as integers since 1 January 1970, and the calendar arithmetic done on them.

Months are counted as completed calendar months, by day of the month: 12 months after
29 February are completed on 1 March, one month after 31 January on 1 March.
"""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.contract import NEVER

Days = npt.NDArray[np.int64]

EPOCH = date(1970, 1, 1)
FIRST_DAY = (date(1900, 1, 1) - EPOCH).days
LAST_DAY = (date(2100, 12, 31) - EPOCH).days
NEVER_YMD = 99_999_999


def to_day(day: date | str) -> int:
    """The day number of a date or of an ISO text. Raises ValueError if it is none."""
    found = date.fromisoformat(day) if isinstance(day, str) else day
    return (found - EPOCH).days


def to_date(day: int) -> date:
    """The date of a day number. Raises ValueError for NEVER, which is no date."""
    if day == NEVER:
        raise ValueError("NEVER is not a date")
    return EPOCH + timedelta(days=int(day))


def to_iso(day: int) -> str:
    """The day as YYYY-MM-DD; an empty text for NEVER."""
    return "" if day == NEVER else to_date(day).isoformat()


def calendar(days: npt.ArrayLike) -> tuple[Days, Days, Days]:
    """Year, month 1 to 12 and day of the month of each day; NEVER is not allowed."""
    day = np.asarray(days, dtype=np.int64).astype("datetime64[D]")
    months = day.astype("datetime64[M]")
    month_index = months.astype(np.int64)
    dom = (day - months.astype("datetime64[D]")).astype(np.int64) + 1
    return month_index // 12 + 1970, month_index % 12 + 1, dom


def plus_months(days: npt.ArrayLike, months: int) -> Days:
    """First day on which `months` calendar months are completed; NEVER stays."""
    given = np.asarray(days, dtype=np.int64)
    open_ended = given == NEVER
    year, month, dom = calendar(np.where(open_ended, 0, given))
    target = (year - 1970) * 12 + month - 1 + months
    first = target.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    following = (target + 1).astype("datetime64[M]").astype("datetime64[D]")
    reached = np.minimum(first + dom - 1, following.astype(np.int64))
    return np.asarray(np.where(open_ended, NEVER, reached), dtype=np.int64)


def birthday_18(days: npt.ArrayLike) -> Days:
    """The 18th birthday; for a child born on 29 February, 1 March in a common year."""
    return plus_months(days, 216)


def age_on(birth_days: npt.ArrayLike, days: npt.ArrayLike) -> Days:
    """Completed years between two arrays of days."""
    year, month, dom = calendar(days)
    born_year, born_month, born_dom = calendar(birth_days)
    early = (month < born_month) | ((month == born_month) & (dom < born_dom))
    return np.asarray(year - born_year - early, dtype=np.int64)


def day_dimension(first: int = FIRST_DAY, last: int = LAST_DAY) -> pd.DataFrame:
    """One row a day and one for NEVER; columns day, ymd, ... plus_18y."""
    day = np.arange(first, last + 1, dtype=np.int64)
    year, month, dom = calendar(day)
    frame = pd.DataFrame(
        {
            "day": day,
            "ymd": year * 10_000 + month * 100 + dom,
            "year": year,
            "month": month,
            "dom": dom,
            "plus_12m": plus_months(day, 12),
            "plus_24m": plus_months(day, 24),
            "plus_18y": birthday_18(day),
        }
    )
    never = [NEVER, NEVER_YMD, 9999, 99, 99, NEVER, NEVER, NEVER]
    frame.loc[len(frame)] = never
    return frame.astype("int32")
