"""What a reader asks for: one frozen value that is also a cache key."""

from dataclasses import dataclass
from typing import Literal

from data.codes import PopulationSource
from metrics.model import Base

Level = Literal["state", "region", "county"]
By = Literal["all", "race", "race_folded", "age", "sex", "provider", "county", "region"]


@dataclass(frozen=True, kw_only=True)
class Selection:
    """One question to the outcomes.

    `place` is the state code ("nc"), a region ("region:3") or a county FIPS
    ("37063"). `by` is the breakdown of the rows; "race_folded" is the second scheme of
    race (metrics.race_schemes), staff only; "county" and "region" list the places
    inside `place`. `group` restricts to one group of a dimension, as
    ("race", "black_nh"). `windows` are window keys; empty means the latest mature
    window. `reference` is "white_nh" (or another group code), "others" for all
    other groups together, "state" for the same group in the state, or "none". `base`
    "decision" divides by the decision before instead of the population. `population`
    is where child population comes from: "estimates", or "census2020", which there is
    for windows whose population year is 2020.
    """

    state: str
    measure: str
    place: str = ""
    by: By = "all"
    group: tuple[str, str] | None = None
    windows: tuple[str, ...] = ()
    reference: str = "white_nh"
    base: Base | None = None
    population: PopulationSource = "estimates"
