"""How counties of the demonstration state differ, drawn once from the seed."""

from dataclasses import dataclass

import numpy as np

from data.demo.draw import Floats, spread
from data.demo.parameters import UNKNOWN, Reports, Spread
from data.demo.planting import BLACK, REPORT_COUNTY, WHITE, Planting
from data.demo.population import Population

IN_CARE = 0.013  # children reported in care, for each reported at home


@dataclass(frozen=True, kw_only=True)
class Places:
    """One factor a county for each decision; around one."""

    report: Floats
    screened: Floats
    found: Floats
    entered: Floats
    permanency: Floats
    moves: Floats


def places(rng: np.random.Generator, size: int, deviations: Spread) -> Places:
    """Factors for `size` counties."""
    return Places(
        report=spread(rng, deviations.report, size),
        screened=spread(rng, deviations.screened, size),
        found=spread(rng, deviations.found, size),
        entered=spread(rng, deviations.entered, size),
        permanency=spread(rng, deviations.permanency, size),
        moves=spread(rng, deviations.moves, size),
    )


def expected_reported(
    people: Population,
    year: int,
    rate: float,
    where: Places,
    reports: Reports,
    planting: Planting,
) -> Floats:
    """Expected children reported: county x race, the last race being "not known".

    County factors are normalised within each race, so that the state's ratios are the
    planted ones although groups live in different counties.
    """
    children = people.fiscal_year(year).sum(axis=2)
    total = rate * children.sum() / 1000
    by_race = children.sum(axis=0) * _report_ratios(planting)
    by_race *= total * (1 - reports.unknown_race) / by_race.sum()
    weight = children * where.report[:, None]
    known = weight / np.maximum(weight.sum(axis=0), 1e-9) * by_race
    if planting.report_county is not None:
        known = _plant_county(known, children, people, planting.report_county)
    unknown = children.sum(axis=1) * where.report
    unknown *= total * reports.unknown_race / unknown.sum()
    assert known.shape[1] == UNKNOWN
    return np.column_stack([known, unknown])


def _report_ratios(planting: Planting) -> Floats:
    """Ratios at home, such that with children in care the planted ones come out.

    Reports about children in care come on top, in the proportions of care.
    """
    reported = np.asarray(planting.reported)
    care = np.array([planting.entry_ratio(race) for race in range(len(reported))])
    return reported * (1 + IN_CARE) - care * IN_CARE


def _plant_county(
    known: Floats, children: Floats, people: Population, ratio: float
) -> Floats:
    """Give one county its own ratio and the rest of that race the remainder."""
    at = int(np.searchsorted(people.counties, REPORT_COUNTY))
    rate = known[at, WHITE] / max(children[at, WHITE], 1)
    planted = ratio * rate * children[at, BLACK]
    total = known[:, BLACK].sum()
    changed = known.copy()
    changed[:, BLACK] *= (total - planted) / (total - known[at, BLACK])
    changed[at, BLACK] = planted
    return changed
