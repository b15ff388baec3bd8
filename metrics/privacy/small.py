"""Counts that are secret in themselves: small ones, and those that tell a small one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.privacy.lines import CELL, Booleans, Integers
from metrics.privacy.policy import Policy
from metrics.privacy.rules import Apart, Rules


@dataclass(frozen=True, kw_only=True)
class Spots:
    """Cells as a grid: where each component of a place, group and window stands.

    `spot` numbers places and groups times windows; `before` is the spot of the year
    before, or -1. `at` has, for each component, the position of the cell or -1.
    """

    spot: Integers
    before: Integers
    windows: tuple[int, ...]
    at: Mapping[int, Integers]
    value: Integers

    def values(self, comp: int, spots: Integers) -> Integers:
        """The counts of a component at some spots; what is not there is zero."""
        cells = self.at[comp][spots]
        found = np.where((cells >= 0) & (spots >= 0), self.value[cells], 0)
        return np.asarray(found, np.int64)


def spots_of(frame: pd.DataFrame, years: Mapping[int, int]) -> Spots:
    """The grid of `frame` (CELL columns, comp_id, value); `years`: year before each."""
    place = frame.groupby([*CELL[:-1]], sort=True).ngroup().to_numpy(np.int64)
    windows = sorted(set(frame["window_id"].tolist()) | set(years.values()))
    order = {window: i for i, window in enumerate(windows)}
    index = frame["window_id"].map(order).to_numpy(np.int64)
    spot = place * len(windows) + index
    earlier = {w: order[years[w]] for w in windows if w in years}
    shifted = frame["window_id"].map(earlier).fillna(-1).to_numpy(np.int64)
    before = np.where(shifted >= 0, place * len(windows) + shifted, -1)
    size = (int(place.max()) + 1) * len(windows) if len(frame) else 0
    return Spots(
        spot=spot,
        before=before,
        windows=tuple(windows),
        at=_grid(frame, spot, size),
        value=frame["value"].to_numpy(np.int64),
    )


def _grid(frame: pd.DataFrame, spot: Integers, size: int) -> Mapping[int, Integers]:
    found: dict[int, Integers] = {}
    components = frame["comp_id"].to_numpy(np.int64)
    for comp in np.unique(components).tolist():
        cells = np.flatnonzero(components == comp)
        found[comp] = np.full(size, -1, np.int64)
        found[comp][spot[cells]] = cells
    return found


def secret_cells(
    spots: Spots, people: Booleans, rules: Rules, policy: Policy
) -> Booleans:
    """A mask of cells that may not be told: small counts, remainders and differences.

    A small remainder (a whole minus its part) or difference between families hides
    its part. Differences are taken as told even where another count hides them.
    """
    value = spots.value
    found = people & _small(value, policy)
    for part, whole in rules.subsets:
        if part in spots.at and whole in spots.at:
            cells = _there(spots, part)
            rest = spots.values(whole, spots.spot[cells]) - value[cells]
            found[cells[_small(rest, policy)]] = True
    for apart in rules.differences:
        found[_telling(spots, apart, policy)] = True
    return found


def _small(value: Integers, policy: Policy) -> Booleans:
    return np.asarray((value >= 1) & (value <= policy.threshold), np.bool_)


def _there(spots: Spots, comp: int) -> Integers:
    cells = spots.at[comp]
    return cells[cells >= 0]


def _telling(spots: Spots, apart: Apart, policy: Policy) -> Integers:
    """Of each small difference, the smallest of its parts that is there."""
    parts = [p for p in apart.parts if p in spots.at]
    if apart.whole not in spots.at or not parts:
        return np.zeros(0, np.int64)
    here = np.unique(np.concatenate([spots.spot[_there(spots, p)] for p in parts]))
    wide = _before(spots, here, parts) if apart.year_before else here
    whole = spots.values(apart.whole, wide)
    counts = np.array([spots.values(p, here) for p in parts])
    few = (wide >= 0) & (whole > 0) & _small(np.abs(whole - counts.sum(axis=0)), policy)
    chosen = np.where(counts > 0, counts, np.iinfo(np.int64).max).argmin(axis=0)
    cells = np.array([spots.at[p][here] for p in parts])
    return np.asarray(cells[chosen, np.arange(len(here))][few], np.int64)


def _before(spots: Spots, here: Integers, parts: list[int]) -> Integers:
    """The spot of the year before each of these."""
    size = len(spots.at[parts[0]])
    earlier = np.full(size, -1, np.int64)
    earlier[spots.spot] = spots.before
    return earlier[here]
