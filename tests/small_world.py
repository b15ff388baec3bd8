"""A small made-up state of nested counts that add up, for hiding and attacking."""

from collections.abc import Mapping

import numpy as np

from tests.editions import COUNTIES, Counts

YEARS = ("sfy2022", "sfy2023", "sfy2024")
POOL = "sfy2022-2024"
GROUPS: Mapping[str, tuple[int, ...]] = {
    "race": (1, 2, 7, 9), "age": (1, 2, 3, 4), "sex": (1, 2)
}  # fmt: skip
CHAIN = ("children", "screened_in", "assessed", "found")
Key = tuple[str, str, str, str]


def world(seed: int, *, size: float = 30.0) -> Counts:
    """Children reported and entering care, by county, one group and year, and pools."""
    draw = np.random.default_rng(seed)
    found: dict[Key, int] = {}
    for county in COUNTIES:
        for year in YEARS:
            for _ in range(int(draw.poisson(size * 3))):
                _child(found, draw, county, year)
    for key, count in [*found.items()]:
        add(found, (*key[:3], POOL), count)
    return found


def _child(
    found: dict[Key, int], draw: np.random.Generator, county: int, year: str
) -> None:
    """One child: how far its report went, and whether it entered care."""
    groups = ["all"]
    groups += [f"{dim}:{draw.choice(of)}" for dim, of in GROUPS.items()]
    reached = 1 + int(draw.binomial(3, 0.6))
    names = [f"reported.{step}" for step in CHAIN[:reached]]
    if draw.random() < 0.4:
        names.append("entered.children")
        names += ["entry_cohort.children"] if draw.random() < 0.9 else []
    if draw.random() < 0.3:
        names.append("in_care_start.from_12")
    places = ("nc", f"region:{COUNTIES[county]}", str(county))
    for name in names:
        for place in places:
            for group in groups:
                add(found, (place, group, name, year), 1)


def add(found: dict[Key, int], key: Key, count: int) -> None:
    found[key] = found.get(key, 0) + count
