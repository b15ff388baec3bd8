"""State fiscal years (1 July to 30 June) and the days on which reports come in."""

import datetime

import numpy as np

from data.days import calendar, to_day
from data.demo.draw import Floats, Ints, pick
from data.demo.parameters import Reports

WEEKEND = 0.48


def start_of(year: int) -> int:
    """First day of the state fiscal year that ends in this year."""
    return to_day(datetime.date(year - 1, 7, 1))


def end_of(year: int) -> int:
    """Last day of the state fiscal year."""
    return to_day(datetime.date(year, 6, 30))


def report_days(
    rng: np.random.Generator, reports: Reports, year: int, size: int
) -> Ints:
    """Days of a fiscal year: more in school months, fewer at weekends."""
    return start_of(year) + pick(rng, _weights(reports, year), size)


def _weights(reports: Reports, year: int) -> Floats:
    days = np.arange(start_of(year), end_of(year) + 1)
    _, month, _ = calendar(days)
    weekday = (days + 3) % 7
    weight = np.asarray(reports.month)[month - 1] * np.where(weekday >= 5, WEEKEND, 1.0)
    closed = (year == 2020) & (days >= to_day("2020-03-16"))
    closed |= (year == 2021) & (days <= to_day("2021-02-28"))
    return np.where(closed, weight * reports.closed_schools, weight)
