"""Small worlds of cases: built by hand for one rule, or drawn at random."""

from collections.abc import Callable

import pandas as pd
from hypothesis import strategies as st

from data.cases import case_tables
from data.contract import NEVER

from .days import Window, day

SFY2024 = Window(day("2023-07-01"), day("2024-06-30"))
DATA_END = day("2026-06-30")
WAKE, DURHAM = 37183, 37063
RACES = ("white", "black", "aian", "asian", "nhpi")


def on(when: str | int | None) -> int:
    """A day from an ISO date, a number or nothing at all."""
    if when is None:
        return NEVER
    return when if isinstance(when, int) else day(when)


class World:
    """Cases being written down; every method returns what the next one needs."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict]] = {table.name: [] for table in case_tables()}
        for county_id, name in ((WAKE, "Wake"), (DURHAM, "Durham")):
            self.add("county", county_id=county_id, state="nc", name=name)
        for provider_id in (1, 2):
            self.add("provider", provider_id=provider_id, name="Home", kind=2)

    def add(self, table: str, **row) -> None:
        self.rows[table].append(row)

    def child(self, born="2015-01-15", *, ticks=("white",), **known) -> int:
        child_id = len(self.rows["child"]) + 1
        row = dict.fromkeys(RACES, 0) | {"race_unknown": 0, "hispanic": 0, "sex_id": 1}
        row |= dict.fromkeys(ticks, 1) | known
        self.add("child", child_id=child_id, birth_day=on(born), **row)
        return child_id

    def stay(self, child_id, removed, left=None, *, reason=1, homes=((1, 2),), **more):
        """`homes` are (home, setting) for the whole stay or (home, setting, start,
        end); `reason` counts only if the child left.
        """
        removal_id = more.pop("removal_id", len(self.rows["removal"]) + 1)
        row = {"county_id": WAKE, "provider_id": 1, "report_id": 0} | more
        self.add(
            "removal",
            removal_id=removal_id,
            child_id=child_id,
            removal_day=on(removed),
            exit_day=on(left),
            exit_reason=reason if left is not None else 0,
            **row,
        )
        for home_id, setting, *dates in homes:
            start, end = dates or (removed, left)
            self.placement(removal_id, home_id, setting, on(start), on(end))
        return removal_id

    def placement(self, removal_id, home_id, setting, start_day, end_day) -> None:
        self.add(
            "placement",
            placement_id=len(self.rows["placement"]) + 1,
            removal_id=removal_id,
            provider_id=1,
            home_id=home_id,
            setting=setting,
            start_day=start_day,
            end_day=end_day,
        )

    def report(self, child_id, when, disposition=1, *, incident=None, **more) -> int:
        report_id = more.pop("report_id", len(self.rows["report"]) + 1)
        row = {"screened_in": 1, "assessed": 1, "unborn": 0, "died": 0}
        row |= {"county_id": WAKE} | more
        self.add(
            "report",
            report_id=report_id,
            child_id=child_id,
            report_day=on(when),
            incident_day=on(incident),
            disposition=disposition,
            **row,
        )
        return report_id

    def people(self, year: int, children: int, *, source="estimates", race=1) -> None:
        cell = {"county_id": WAKE, "race_id": race, "age_id": 1, "sex_id": 1}
        self.add("population", source=source, year=year, children=children, **cell)

    def cases(self) -> dict[str, pd.DataFrame]:
        """Every case table with exactly the columns of its contract."""
        return {
            table.name: pd.DataFrame(self.rows[table.name], columns=list(table.columns))
            for table in case_tables()
        }


def overlapping() -> World:
    """One child: a second stay runs past the first, a third lies inside it."""
    world = World()
    child_id = world.child()
    world.stay(child_id, "2023-08-01", "2023-08-31")
    world.stay(child_id, "2023-08-21", "2023-09-10", county_id=DURHAM)
    world.stay(child_id, "2023-08-10", "2023-08-20")
    return world


def _near(edges: tuple[int, ...]) -> st.SearchStrategy[int]:
    return st.builds(int.__add__, st.sampled_from(edges), st.integers(-15, 15))


LEAP = day("2024-02-29")
START, END = SFY2024
EVENTS = _near((START - 1100, START - 731, START - 366, START, LEAP, START + 150,
                END, END + 366))  # fmt: skip
LENGTHS = st.sampled_from((0, 1, 6, 7, 8, 29, 90, 300, 364, 365, 366, 500, 900, NEVER))
GAPS = st.sampled_from((0, 1, 2, 6, 7, 8, 14, 15, 29, 100, 364, 365, 366))
LEFT = st.sampled_from((1, 1, 2, 3, 4, 5, 6, 99))
SETTINGS = st.sampled_from((1, 2, 2, 3, 4, 8, 8, 9, 10))
BIRTHS = st.one_of(
    st.just(day("2015-01-15")),
    st.builds(lambda event, years: event - years * 365, EVENTS, st.integers(0, 18)),
    st.sampled_from((day("2006-02-28"), day("2008-02-29"), day("2004-02-29"))),
    st.just(None),
)


@st.composite
def worlds(draw: Callable, *, children: int = 3) -> World:
    """A world of a few children whose dates crowd around the edges of SFY2024.

    New dates also fall at telling distances from those a child already has.
    """
    world = World()
    for _ in range(draw(st.integers(1, children))):
        ticks = draw(st.sets(st.sampled_from((*RACES, "race_unknown")), max_size=2))
        hispanic, sex = draw(st.sampled_from((0, 9, 1))), draw(st.sampled_from((1, 2)))
        born = draw(BIRTHS)
        child_id = world.child(born, ticks=ticks, hispanic=hispanic, sex_id=sex)
        known: list[int] = []
        for _ in range(draw(st.integers(0, 4))):
            _draw_stay(draw, world, child_id, known)
        for _ in range(draw(st.integers(0, 5))):
            _draw_report(draw, world, child_id, known)
    return world


def _draw_day(draw: Callable, known: list[int]) -> int:
    """Near an edge of the window, or some days after a date that is there already."""
    if known and draw(st.booleans()):
        return draw(st.sampled_from(known)) + draw(GAPS)
    return draw(EVENTS)


def _draw_stay(draw: Callable, world: World, child_id: int, known: list[int]) -> None:
    removed, length = _draw_day(draw, known), draw(LENGTHS)
    left = None if length == NEVER else removed + length
    removal_id = world.stay(
        child_id,
        removed,
        left,
        reason=draw(LEFT),
        homes=(),
        county_id=draw(st.sampled_from((WAKE, DURHAM))),
        provider_id=draw(st.sampled_from((0, 1, 2))),
    )
    known += [removed] if left is None else [removed, left]
    start = removed
    for _ in range(draw(st.integers(0, 5))):
        end = start + draw(st.sampled_from((0, 1, 3, 10, 40, 330)))
        home = draw(st.integers(1, 3))
        world.placement(removal_id, home, draw(SETTINGS), start, end)
        start = end


def _draw_report(draw: Callable, world: World, child_id: int, known: list[int]) -> None:
    when = _draw_day(draw, known)
    known.append(when)
    disposition = draw(st.sampled_from((1, 0, 1, 2, 3, 5)))
    incidents = st.sampled_from([NEVER, *(each for each in known if each <= when)])
    screened = 1 if disposition else draw(st.integers(0, 1))
    world.report(
        child_id,
        when,
        disposition,
        incident=draw(incidents),
        screened_in=screened,
        assessed=1 if disposition else draw(st.integers(0, screened)),
        unborn=int(draw(st.integers(0, 5)) == 5),
        died=int(draw(st.integers(0, 5)) == 5),
        county_id=draw(st.sampled_from((WAKE, DURHAM))),
    )
