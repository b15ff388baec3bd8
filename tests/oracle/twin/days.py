"""Days as integers, anniversaries, and ages in completed years."""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from data.contract import NEVER

_EPOCH = date(1970, 1, 1)
UNKNOWN = 9
ADULT = 0
_BAND_ENDS = ((5, 1), (10, 2), (15, 3), (18, 4))


class Window(NamedTuple):
    """A stretch of days; both ends belong to it."""

    start: int
    end: int

    def holds(self, day: int) -> bool:
        return self.start <= day <= self.end


def day(iso: str) -> int:
    """The number of an ISO date: days since 1 January 1970."""
    return (date.fromisoformat(iso) - _EPOCH).days


@cache
def plus_years(start: int, years: int) -> int:
    """The same day of the month some years later; 29 February becomes 1 March.

    "Within 12 months of a day" means before `plus_years(day, 1)`.
    """
    if start == NEVER:
        return NEVER
    then = _EPOCH + timedelta(days=start)
    try:
        later = then.replace(year=then.year + years)
    except ValueError:
        later = date(then.year + years, 3, 1)
    return (later - _EPOCH).days


def age_band(birth_day: int, on: int) -> int:
    """Age band 1 to 4 on a day, 9 if the birth is unknown, 0 from 18 onwards.

    A child who is not born yet is in the first band.
    """
    if birth_day == NEVER:
        return UNKNOWN
    for years, band in _BAND_ENDS:
        if on < plus_years(birth_day, years):
            return band
    return ADULT
