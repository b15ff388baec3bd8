"""Nights that are no placement: trial home visits, runs, hospital, respite, unknown."""

from dataclasses import dataclass

import numpy as np

from data.contract import NEVER
from data.demo.draw import Bools, Ints, between, pick

SHARE = 0.055
VISIT_SHARE = 0.34
OPEN_VISIT_SHARE = 0.025
# Trial home visit, runaway, hospital, respite, unknown: under 13, and older.
KINDS = np.array([8, 9, 10, 11, 12])
YOUNG, OLD = (0.18, 0.0, 0.32, 0.48, 0.02), (0.06, 0.50, 0.16, 0.22, 0.06)
LONGEST = np.array([40, 150, 9, 4, 30])


@dataclass(frozen=True, kw_only=True)
class Row:
    """One place a placement; `order` tells apart those that start on the same day."""

    stay: Ints
    start: Ints
    end: Ints
    setting: Ints
    provider: Ints
    home: Ints
    order: Ints

    def of(self, places: Ints) -> "Row":
        return Row(**{n: getattr(self, n)[places] for n in self.__dataclass_fields__})

    def of_sorted(self) -> "Row":
        return self.of(np.lexsort((self.order, self.start, self.stay)))

    def changed(
        self, places: Ints, *, start: Ints, end: Ints, setting: Ints | int
    ) -> "Row":
        """Copies of some rows with other days and setting, and no home of their own."""
        none = np.zeros(len(places), dtype=np.int64)
        return Row(
            stay=self.stay[places], start=start, end=end, setting=none + setting,
            provider=none, home=none, order=self.order[places] + 1,
        )  # fmt: skip


def join_rows(parts: list[Row]) -> Row:
    names = Row.__dataclass_fields__
    return Row(**{n: np.concatenate([getattr(p, n) for p in parts]) for n in names})


def with_interludes(
    rng: np.random.Generator, rows: Row, *, age: Ints, home_next: Bools, last_day: int
) -> Row:
    """The rows cut up by interludes; no home change is added or lost."""
    until = np.minimum(rows.end, last_day + 1)
    last = np.append(rows.stay[1:] != rows.stay[:-1], True)
    room = until - rows.start
    visit = last & (room > 25) & _visited(rng, rows, home_next)
    cut = ~visit & (room > 12) & (rng.random(len(room)) < SHARE)
    parts = [_visits(rng, rows, np.flatnonzero(visit), until)]
    parts += _cuts(rng, rows, np.flatnonzero(cut), until, age)
    return join_rows([rows.of(np.flatnonzero(~visit & ~cut)), *parts])


def _visited(rng: np.random.Generator, rows: Row, home_next: Bools) -> Bools:
    luck = rng.random(len(rows.stay))
    share = np.where(rows.end == NEVER, OPEN_VISIT_SHARE, VISIT_SHARE * home_next)
    return np.asarray(luck < share)


def _visits(rng: np.random.Generator, rows: Row, at: Ints, until: Ints) -> Row:
    """A stay that ends with a trial home visit, sometimes kept as two records."""
    longest = np.minimum(until[at] - rows.start[at] - 5, 170)
    begins = until[at] - between(rng, 0 * longest + 10, longest)
    before = rows.of(at)
    before = Row(**{**before.__dict__, "end": begins})
    twice = rng.random(len(at)) < 0.1
    middle = begins + 5
    single = rows.changed(
        at[~twice], start=begins[~twice], end=rows.end[at[~twice]], setting=8
    )
    one = rows.changed(at[twice], start=begins[twice], end=middle[twice], setting=8)
    two = rows.changed(
        at[twice], start=middle[twice], end=rows.end[at[twice]], setting=8
    )
    return join_rows([before, single, one, two])


def _cuts(
    rng: np.random.Generator, rows: Row, at: Ints, until: Ints, age: Ints
) -> list[Row]:
    """A home left for some nights: back to the same home, or on to the next."""
    kind = np.where(age[at] >= 13, pick(rng, OLD, len(at)), pick(rng, YOUNG, len(at)))
    room = until[at] - rows.start[at]
    nights = between(rng, 0 * at + 1, np.minimum(LONGEST[kind] + 1, room - 6))
    left = rows.start[at] + between(rng, 0 * at + 3, room - nights - 1)
    goes_on = (rng.random(len(at)) < 0.3) & (rows.end[at] == until[at])
    left = np.where(goes_on, until[at] - nights, left)
    back = left + nights
    before = Row(**{**rows.of(at).__dict__, "end": left})
    ends = np.where(goes_on, until[at], back)
    away = rows.changed(at, start=left, end=ends, setting=KINDS[kind])
    again = at[~goes_on]
    after = rows.of(again)
    after = Row(**{**after.__dict__, "start": back[~goes_on], "order": after.order + 1})
    return [before, away, after]
