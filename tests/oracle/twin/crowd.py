"""Crowds of children drawn at random, their dates crowding where rules change."""

from random import Random

from hypothesis import strategies as st

from data.contract import NEVER

from .days import day
from .worlds import DURHAM, RACES, SFY2024, WAKE, World

START, END = SFY2024
EDGES = (START - 1100, START - 731, START - 366, START, START + 150, END, END + 366)
LEAP_DAYS = (day("2024-02-29"), day("2008-02-29"), day("2006-02-28"))
LENGTHS = (0, 1, 6, 7, 8, 29, 90, 300, 364, 365, 366, 500, 900, 1400, NEVER)
GAPS = (0, 1, 1, 2, 6, 7, 8, 14, 15, 29, 100, 364, 365, 366)
REASONS = (1, 1, 1, 2, 3, 4, 5, 6, 99)
SETTINGS = (1, 2, 2, 3, 4, 8, 8, 9, 10)
NIGHTS = (0, 1, 3, 10, 40, 330)
DISPOSITIONS = (0, 1, 1, 2, 3, 5)


def crowd(chance: Random, children: int) -> World:
    """A world of some children, each with a few stays and reports, around SFY2024.

    Half of the dates fall near an edge of the window, the others at telling
    distances from dates that the child already has.
    """
    world = World()
    for _ in range(children):
        child_id = _child(chance, world)
        known: list[int] = []
        for _ in range(chance.randint(0, 3)):
            _stay(chance, world, child_id, known)
        for _ in range(chance.randint(0, 4)):
            _report(chance, world, child_id, known)
    return world


def worlds() -> st.SearchStrategy[World]:
    """Crowds of one to three, for Hypothesis to shrink."""
    return st.builds(crowd, st.randoms(use_true_random=False), st.integers(1, 3))


def _child(chance: Random, world: World) -> int:
    ticks = chance.sample((*RACES, "race_unknown"), chance.choice((0, 1, 1, 1, 2)))
    hispanic, sex = chance.choice((0, 0, 0, 1, 9)), chance.choice((1, 2, 9))
    event = chance.choice(EDGES) + chance.randint(-15, 15)
    years = chance.choice((*range(18), 16, 17, 18, 18))
    born = chance.choice((event - years * 365, event - years * 365 - 4, "leap", None))
    if born == "leap":
        born = chance.choice(LEAP_DAYS)
    return world.child(born, ticks=ticks, hispanic=hispanic, sex_id=sex)


def _day(chance: Random, known: list[int]) -> int:
    if known and chance.random() < 0.5:
        return chance.choice(known) + chance.choice(GAPS)
    return chance.choice(EDGES) + chance.randint(-15, 15)


def _stay(chance: Random, world: World, child_id: int, known: list[int]) -> None:
    removed, length = _day(chance, known), chance.choice(LENGTHS)
    left = None if length == NEVER else removed + length
    if removed < START and chance.random() < 0.3:
        left = max(removed, chance.choice((START, END)) + chance.randint(-1, 2))
    known += [removed] if left is None else [removed, left]
    removal_id = world.stay(
        child_id,
        removed,
        left,
        reason=chance.choice(REASONS),
        homes=(),
        county_id=chance.choice((WAKE, DURHAM)),
        provider_id=chance.choice((0, 1, 2)),
    )
    _placements(chance, world, removal_id, removed)


def _placements(chance: Random, world: World, removal_id: int, start: int) -> None:
    for _ in range(chance.randint(0, 5)):
        end = start + chance.choice(NIGHTS)
        home, setting = chance.randint(1, 3), chance.choice(SETTINGS)
        world.placement(removal_id, home, setting, start, end)
        start = end


def _report(chance: Random, world: World, child_id: int, known: list[int]) -> None:
    when, disposition = _day(chance, known), chance.choice(DISPOSITIONS)
    known.append(when)
    incidents = [NEVER, NEVER, *(each for each in known if each <= when)]
    screened = 1 if disposition else chance.choice((0, 1))
    assessed = 1 if disposition else chance.randint(0, screened)
    began = when + chance.choice(GAPS)
    services = began if assessed and chance.random() < 0.5 else None
    world.report(
        child_id,
        when,
        disposition,
        incident=chance.choice(incidents),
        screened_in=screened,
        assessed=assessed,
        services=services,
        unborn=int(chance.random() < 0.1),
        died=int(chance.random() < 0.1),
        county_id=chance.choice((WAKE, DURHAM)),
    )
