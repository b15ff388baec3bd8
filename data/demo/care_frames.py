"""Stays and homes as the tables of removals and placements."""

import numpy as np
import pandas as pd

from data.demo.calendar import start_of
from data.demo.episodes import Stays, select_stays
from data.demo.parameters import BURN_IN
from data.demo.placements import (
    homes,
    lead_providers,
    placement_rows,
    provider_unknown,
    years_of_entry,
)
from data.demo.simulate import World
from data.demo.span import Span
from data.demo.speed import move_factors


def care_frames(
    rng: np.random.Generator, world: World, stays: Stays, span: Span
) -> tuple[pd.DataFrame, pd.DataFrame]:
    stays = select_stays(stays, np.lexsort((stays.child, stays.removal)))
    setting, lead = lead_providers(rng, stays)
    lead = provider_unknown(rng, lead)
    first = span.first - BURN_IN
    starts = np.array([start_of(year) for year in range(first, span.last + 1)])
    years = first + np.maximum(years_of_entry(stays.removal, starts), 0)
    factor = move_factors(stays, lead, world.where, years, world.care, world.planting)
    lived = homes(rng, stays, setting, lead, factor, span.end, world.care)
    rows = placement_rows(rng, stays, lived, span.end)
    removal = pd.DataFrame(
        {
            "removal_id": np.arange(1, len(stays) + 1),
            "child_id": stays.child,
            "county_id": world.people.counties[stays.county],
            "provider_id": lead,
            "report_id": stays.report,
            "removal_day": stays.removal,
            "exit_day": stays.exit,
            "exit_reason": stays.reason,
        }
    )
    placement = pd.DataFrame(
        {
            "placement_id": np.arange(1, len(rows.stay) + 1),
            "removal_id": rows.stay + 1,
            "provider_id": rows.provider,
            "home_id": rows.home,
            "setting": rows.setting,
            "start_day": rows.start,
            "end_day": rows.end,
        }
    )
    return removal, placement
