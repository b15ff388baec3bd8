"""How fast children move between homes, so that moves a day are as planted."""

import numpy as np

from data.days import age_on, birthday_18
from data.demo.calendar import start_of
from data.demo.draw import Bools, Floats, Ints
from data.demo.episodes import Stays
from data.demo.parameters import RACE_IDS, Care
from data.demo.places import Places
from data.demo.planting import UNSTABLE_PROVIDER, Planting

BY_AGE = np.array([0.92, 0.98, 1.08, 1.16])
TREND_FROM = 2018


def usual_moves(length: Ints, care: Care) -> tuple[Floats, Floats]:
    """Moves expected in the first `length` days of a stay: early ones, and the rest."""
    reached = 1 - np.exp(-length / care.move_decay)
    early = care.move_early * care.move_decay / 1000 * reached
    late = care.move_late / 1000 * length
    return np.asarray(early), np.asarray(late)


def move_factors(
    stays: Stays,
    lead: Ints,
    where: Places,
    years: Ints,
    care: Care,
    planting: Planting,
) -> Floats:
    """How much faster than usual each child moves: race, county, age, provider, year.

    Children with longer stays are seen for more of the later, quieter days. What is
    planted is a rate a day, so factors are set on moves and days of the year of entry.
    """
    length = _days_in_year(stays, years)
    early, late = usual_moves(length, care)
    age = np.searchsorted([5, 10, 15], age_on(stays.birth, stays.removal), side="right")
    factor = where.moves[stays.county] * BY_AGE[age]
    usual = (early + late).sum() / max(length.sum(), 1)
    year = years - years.min()
    group = year * len(RACE_IDS) + stays.race
    wanted = np.tile([*planting.moves, 1.0], int(year.max()) + 1) * usual
    factor = factor * (wanted / _rates(factor, early + late, length, group))[group]
    if planting.unstable != 1:
        theirs, ratio = lead == UNSTABLE_PROVIDER, planting.unstable
        factor = _plant_provider(factor, early + late, length, year, theirs, ratio)
    return np.asarray(factor * planting.moves_trend ** (years - TREND_FROM))


def _days_in_year(stays: Stays, years: Ints) -> Ints:
    """Days in care in the fiscal year of entry; none for stays of under eight days."""
    after = np.array(
        [start_of(year + 1) for year in range(years.min(), years.max() + 1)]
    )
    until = np.minimum(np.minimum(stays.exit, birthday_18(stays.birth)),
                       after[years - years.min()])  # fmt: skip
    short = stays.exit - stays.removal < 8
    return np.where(short, 0, np.maximum(until - stays.removal, 0))


def _rates(factor: Floats, moves: Floats, days: Ints, group: Ints) -> Floats:
    """Moves a day of each group, 1 where there is nobody to move."""
    expected = np.bincount(group, weights=factor * moves)
    total = np.bincount(group, weights=days)
    there = (expected > 0) & (total > 0)
    rates = np.where(there, expected / np.maximum(total, 1), 1.0)
    padded = np.ones(-(-len(rates) // len(RACE_IDS)) * len(RACE_IDS))
    padded[: len(rates)] = rates
    return padded


def _plant_provider(
    factor: Floats, moves: Floats, days: Ints, year: Ints, theirs: Bools, ratio: float
) -> Floats:
    both = _rates(factor, moves, days, 2 * year + theirs)
    size = int(year.max()) + 1
    rates = both[: 2 * size].reshape(size, 2)
    scale = ratio * rates[:, 0] / rates[:, 1]
    return np.where(theirs, factor * scale[year], factor)
