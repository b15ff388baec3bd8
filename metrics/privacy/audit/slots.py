"""Where hidden counts stand, as numbers: what a piece can be taken apart by."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.privacy.audit.limits import Integers

_TOGETHER = 8


@dataclass(frozen=True, kw_only=True)
class Slots:
    """Codes of each hidden count; none of them says anything of its size.

    `region` is a county's region, a region itself, or 0 for the state; `wider` is true
    of regions and the state.
    """

    region: Integers
    wider: Integers
    dimension: Integers
    component: Integers
    window: Integers


def slots_of(hidden: pd.DataFrame, places: pd.DataFrame) -> Slots:
    """The slots of hidden cells; `places` has level, geo_id and parent_id."""
    return Slots(
        region=_regions(hidden, places),
        wider=np.asarray(hidden["level"] < 3, np.int64),
        dimension=hidden["dim"].to_numpy(np.int64),
        component=np.asarray(pd.factorize(hidden["name"])[0], np.int64),
        window=np.asarray(pd.factorize(hidden["key"])[0], np.int64),
    )


def _regions(hidden: pd.DataFrame, places: pd.DataFrame) -> Integers:
    """Counties without a region stand together by eight, in the order of numbers."""
    counties = places[places["level"] == 3].sort_values("geo_id")
    alone = -1 - np.arange(len(counties)) // _TOGETHER
    parent = counties["parent_id"].to_numpy(np.int64)
    around = pd.Series(
        np.where(parent == 0, alone, parent), index=counties["geo_id"].to_numpy()
    )
    own = hidden["geo_id"].where(hidden["level"] == 2, 0)
    county = hidden["geo_id"].map(around).fillna(0)
    return own.mask(hidden["level"] == 3, county).to_numpy(np.int64)
