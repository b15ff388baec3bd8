"""The calendar of a build as tables: windows, their days, their years."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from data.bulk import put
from data.days import plus_months
from metrics.families._tables import Tables
from metrics.windows import Window


def fill_calendar(connection: Connection, t: Tables, windows: Sequence[Window]) -> None:
    """Fill dim_window, window_day and window_year; window ids count from 1."""
    put(connection, t.window, _window_frame(windows))
    put(connection, t.window_day, _day_frame(windows))
    put(connection, t.window_year, _year_frame(windows))


def _ymd(days: pd.Series) -> pd.Series:
    dates = pd.to_datetime(days, unit="D")
    return dates.dt.year * 10_000 + dates.dt.month * 100 + dates.dt.day


def _window_frame(windows: Sequence[Window]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "window_id": range(1, len(windows) + 1),
            "key": [window.key for window in windows],
            "start_day": [window.start_day for window in windows],
            "end_day": [window.end_day for window in windows],
        }
    )
    return frame.assign(
        start_ymd=_ymd(frame["start_day"]),
        end_ymd=_ymd(frame["end_day"]),
        start_plus_12m=plus_months(frame["start_day"].to_numpy(), 12),
    )


def _day_frame(windows: Sequence[Window]) -> pd.DataFrame:
    days = [np.arange(window.start_day, window.end_day + 1) for window in windows]
    ids = [np.full(len(each), i) for i, each in enumerate(days, start=1)]
    # The start again, so that no join with a comparison must find it.
    starts = [
        np.full(len(each), window.start_day)
        for each, window in zip(days, windows, strict=True)
    ]
    return pd.DataFrame(
        {
            "day": np.concatenate(days),
            "window_id": np.concatenate(ids),
            "start_day": np.concatenate(starts),
        }
    )


def _year_frame(windows: Sequence[Window]) -> pd.DataFrame:
    rows = [
        (
            number,
            year,
            int(year == window.population_years[-1]),
            offset * 12,
            window.start_day,
        )
        for number, window in enumerate(windows, start=1)
        for offset, year in enumerate(window.population_years)
    ]
    frame = pd.DataFrame(
        rows, columns=["window_id", "year", "is_last", "months", "first"]
    )
    starts = [
        int(plus_months(np.array([first]), int(months))[0])
        for first, months in zip(frame["first"], frame["months"], strict=True)
    ]
    frame = frame.assign(start_day=starts)
    return frame.assign(
        start_ymd=_ymd(frame["start_day"]),
        start_plus_12m=plus_months(frame["start_day"].to_numpy(), 12),
    ).drop(columns=["months", "first"])
