"""Providers of the demonstration state: county, private and group care agencies."""

import numpy as np
import pandas as pd

from data.demo.draw import Ints, pick
from data.demo.planting import UNSTABLE_PROVIDER

COUNTY_AGENCIES, PRIVATE, GROUP_CARE = 45, 50, 25
KIND_NAMES = ((1, "county agency"), (2, "private agency"), (3, "group care"))


def provider_frame() -> pd.DataFrame:
    """The table of cases: provider_id, name, kind; 0 stands for none or not known."""
    sizes = (COUNTY_AGENCIES, PRIVATE, GROUP_CARE)
    rows = [(0, "No provider, or not known", 0)]
    for (kind, words), size in zip(KIND_NAMES, sizes, strict=True):
        for number in range(1, size + 1):
            rows.append((len(rows), f"Demonstration {words} {number}", kind))
    return pd.DataFrame(rows, columns=["provider_id", "name", "kind"])


def providers_for(rng: np.random.Generator, setting: Ints, county: Ints) -> Ints:
    """The provider of each home, by its setting; 0 for what is no placement."""
    own = 1 + county % COUNTY_AGENCIES
    weight = 1 / np.sqrt(np.arange(1, PRIVATE + 1))
    weight[UNSTABLE_PROVIDER - COUNTY_AGENCIES - 1] = 0.6
    private = 1 + COUNTY_AGENCIES + pick(rng, weight, len(setting))
    group = 1 + COUNTY_AGENCIES + PRIVATE + pick(rng, np.ones(GROUP_CARE), len(setting))
    shared = rng.random(len(setting)) < 0.45
    foster = np.where(shared, private, own)
    kinds = [
        setting == 1,
        setting == 2,
        np.isin(setting, (3, 6, 7)),
        np.isin(setting, (4, 5)),
    ]
    return np.select(kinds, [own, foster, private, group], default=0)
