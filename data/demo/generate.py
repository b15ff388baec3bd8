"""The demonstration state as tables of cases, with the truths planted in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.demo.frames import frames
from data.demo.mess import with_mess
from data.demo.parameters import BURN_IN, Care, Reports, Spread
from data.demo.places import places
from data.demo.planting import FULL, Planting
from data.demo.population import population
from data.demo.simulate import World, beginning, live_a_year
from data.demo.span import Span
from data.demo.truths import Planted, planted

Tell = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Demo:
    """Tables of cases by name, wrong records included, and what was planted in them."""

    tables: Mapping[str, pd.DataFrame]
    planted: tuple[Planted, ...]
    first: int
    last: int
    data_end_day: int


def steps(years: Sequence[int]) -> int:
    """How often `generate` tells what it is doing."""
    return years[-1] - years[0] + 1 + BURN_IN + 2


def generate(
    *,
    seed: int,
    years: Sequence[int],
    scale: float = 1.0,
    tell: Tell = lambda stage: None,
    mess: bool = True,
    planting: Planting = FULL,
) -> Demo:
    """Generate the state fiscal years `years` (first to last) at a scale of children.

    The same seed, years and scale give the same records. `mess` adds wrong records,
    which the rules of the store must find; `planting` is what an analyst must find:
    PLAIN plants nothing. Raises ValueError for an impossible scale or
    span of years.
    """
    first, last = min(years), max(years)
    if not 0 < scale <= 2:
        raise ValueError("the scale must be above 0 and at most 2")
    if first < 2011 or last > 2025:
        raise ValueError("the demonstration knows the state fiscal years 2011 to 2025")
    rng = np.random.default_rng(seed)
    people = population(scale)
    where = places(rng, len(people.counties), Spread())
    world = World(
        people=people, where=where, reports=Reports(), care=Care(), planting=planting
    )
    past = beginning()
    for year in range(first - BURN_IN, last + 1):
        tell(f"children of {year}")
        past = live_a_year(rng, world, past, year)
    tell("records")
    span = Span(first=first, last=last)
    tables = frames(rng, world, past, span)
    tell("wrong records")
    if mess:
        tables = with_mess(rng, tables)
    return Demo(
        tables=tables,
        planted=planted(range(first, last + 1), planting),
        first=first,
        last=last,
        data_end_day=span.end,
    )
