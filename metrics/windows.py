"""Windows of time with typed keys: fiscal years, calendar years, pools, months."""

import re
from calendar import month_name
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from metrics.errors import BadSelection

WindowKind = Literal["sfy", "ffy", "cy", "pool", "r", "m"]
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Window:
    """One window: `start` and `end` are its first and last day, both inside it.

    `population_years` are those whose 1 July, the day of the estimates, lies in it; a
    month takes that of its calendar year.
    """

    key: str
    kind: WindowKind
    label: str
    start: date
    end: date
    population_years: tuple[int, ...]

    @property
    def start_day(self) -> int:
        return (self.start - EPOCH).days

    @property
    def end_day(self) -> int:
        return (self.end - EPOCH).days

    @property
    def years(self) -> int:
        return max(1, len(self.population_years))


_KEY = re.compile(r"(sfy|ffy|cy)(\d{4})(?:-(\d{4}))?|([rm])(\d{4})-(\d{2})")


@lru_cache(maxsize=4096)
def parse_window(key: str, *, fiscal_start: int = 7) -> Window:
    """The window that a key names. Raises BadSelection with the forms there are."""
    found = _KEY.fullmatch(key)
    if not found:
        raise BadSelection(
            f"“{key[:40]}” is not a window; write one like sfy2024, ffy2024, cy2018, "
            "sfy2022-2024, r2025-03 or m2025-03."
        )
    kind, first, last, short, year, month = found.groups()
    if short:
        return _months(key, short, int(year), int(month))
    return _years(key, kind, int(first), int(last or first), fiscal_start)


def _years(key: str, kind: str, first: int, last: int, fiscal_start: int) -> Window:
    if not (1990 <= first <= last <= 2100 and last - first < 10):
        raise BadSelection(
            f"“{key}” is not a window: its years do not follow each other."
        )
    month = {"sfy": fiscal_start, "ffy": 10, "cy": 1}[kind]
    shift = 0 if month == 1 else 1
    start = date(first - shift, month, 1)
    end = date(last - shift + 1, month, 1) - timedelta(days=1)
    return Window(
        key=key,
        kind="pool" if last > first else kind,  # type: ignore[arg-type]
        label=_label(kind, first, last),
        start=start,
        end=end,
        population_years=tuple(range(_july(start), _july(start) + last - first + 1)),
    )


def _july(start: date) -> int:
    """The year of the first 1 July on or after a day."""
    return start.year if (start.month, start.day) <= (7, 1) else start.year + 1


def _label(kind: str, first: int, last: int) -> str:
    name = {
        "sfy": "state fiscal year",
        "ffy": "federal fiscal year",
        "cy": "calendar year",
    }
    words = name[kind]
    return f"{words} {first}" if first == last else f"{words}s {first} to {last}"


def _months(key: str, kind: str, year: int, month: int) -> Window:
    if not (1990 <= year <= 2100 and 1 <= month <= 12):
        raise BadSelection(f"“{key}” is not a window: there is no such month.")
    after = date(year + month // 12, month % 12 + 1, 1)
    start = date(year, month, 1) if kind == "m" else after.replace(year=after.year - 1)
    words = "" if kind == "m" else "twelve months to "
    return Window(
        key=key,
        kind="m" if kind == "m" else "r",
        label=f"{words}{month_name[month]} {year}",
        start=start,
        end=after - timedelta(days=1),
        population_years=(year if kind == "m" else _july(start),),
    )


def overlap(keys: Iterable[str], *, fiscal_start: int = 7) -> tuple[str, str] | None:
    """The first two of these windows that share a day, or none."""
    each = sorted(
        (parse_window(key, fiscal_start=fiscal_start) for key in keys),
        key=lambda window: (window.start, window.end),
    )
    for before, after in pairwise(each):
        if after.start <= before.end:
            return before.key, after.key
    return None


def refuse_overlap(keys: Iterable[str], *, fiscal_start: int = 7) -> None:
    """Raise BadSelection if two of these windows share a day.

    The same children would be on both sides of a comparison, and its chance with them.
    """
    found = overlap(keys, fiscal_start=fiscal_start)
    if found:
        raise BadSelection(
            f"The windows {found[0]} and {found[1]} share days, so they cannot be "
            "compared; choose windows that do not overlap."
        )


def build_windows(
    kinds: Iterable[str],
    pools: Iterable[str] = (),
    *,
    first_day: date,
    data_end: date,
    fiscal_start: int = 7,
) -> tuple[Window, ...]:
    """All complete windows of these kinds, and these pools, inside the data's days."""
    years = range(first_day.year, data_end.year + 2)
    keys = [f"{kind}{year}" for kind in kinds for year in years] + list(pools)
    each = (parse_window(key, fiscal_start=fiscal_start) for key in keys)
    return tuple(w for w in each if w.start >= first_day and w.end <= data_end)
