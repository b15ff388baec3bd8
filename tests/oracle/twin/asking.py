"""What the tests of the twin ask of a world: totals, and where a count fell."""

import pandas as pd

from .breakdown import total
from .measures import components
from .worlds import DATA_END, SFY2024, World


def measured(world: World, **more) -> pd.DataFrame:
    return components(world.cases(), SFY2024, data_end=DATA_END, **more)


def totals(world: World, *names: str) -> tuple[int, ...]:
    table = measured(world)
    return tuple(total(table, name) for name in names)


def one_stay(removed, left=None, *, born="2015-01-15", **more) -> World:
    world = World()
    world.stay(world.child(born), removed, left, **more)
    return world


def place_of(world: World, name: str) -> list[tuple[int, ...]]:
    """County, race, age, sex and provider of the cells of one component."""
    table = measured(world)
    family, component = name.split(".")
    mine = table[table["family"].eq(family) & table["component"].eq(component)]
    keys = ["county_id", "race_id", "age_id", "sex_id", "provider_id"]
    return [tuple(row) for row in mine[keys].to_numpy().tolist()]
