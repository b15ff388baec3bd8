"""Which counts are hidden: small ones, small remainders, and one more cell a line.

This is a first protection. It closes every single line; it is not yet attacked
jointly over all relations, and every public edition made with it says so.
"""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from metrics.privacy.lines import Area, Booleans, Integers, Lines, lines_of
from metrics.privacy.policy import Policy

CELL = ("level", "geo_id", "dim", "dim_value", "window_id")
_TURNS = 100


def hidden_cells(
    cells: pd.DataFrame,
    *,
    subsets: Iterable[tuple[int, int]],
    followers: Mapping[int, int],
    people: Iterable[int],
    parents: Mapping[Area, Area],
    policy: Policy,
) -> Booleans:
    """A mask over `cells` (CELL columns, comp_id, value): True where it is hidden.

    `subsets` are pairs (part, whole) of components: a whole minus its part is small
    too. `followers` maps person-time to the count it belongs to. `parents` maps an
    area, as (level, geo_id), to the area that it adds up to. Raises RuntimeError if
    the lines do not come to rest.
    """
    frame = cells.reset_index(drop=True)
    private = frame["comp_id"].isin(list(people)).to_numpy()
    value = frame["value"].to_numpy(np.int64)
    hidden = private & (value >= 1) & (value <= policy.threshold)
    hidden |= _small_remainder(frame, subsets, policy)
    counted = np.flatnonzero(private)
    lines = lines_of(frame.iloc[counted], parents)
    hidden[counted] = _closed(lines, hidden[counted], value[counted], policy)
    return hidden | _following(frame, hidden, followers)


def _small_remainder(
    frame: pd.DataFrame, subsets: Iterable[tuple[int, int]], policy: Policy
) -> Booleans:
    hidden = np.zeros(len(frame), dtype=np.bool_)
    for part, whole in subsets:
        wholes = frame.loc[frame["comp_id"] == whole, [*CELL, "value"]]
        parts = frame.loc[frame["comp_id"] == part, [*CELL, "value"]].reset_index()
        both = parts.merge(wholes, on=list(CELL), suffixes=("", "_whole"))
        rest = both["value_whole"] - both["value"]
        hidden[both.loc[rest.between(1, policy.threshold), "index"]] = True
    return hidden


def _closed(
    lines: Lines, hidden: Booleans, value: Integers, policy: Policy
) -> Booleans:
    """Hide the cheapest cell of every open line until no line is open."""
    hidden = hidden.copy()
    for _ in range(_TURNS):
        open_lines = _open(lines, hidden, value, policy)
        usable = open_lines[lines.line] & ~hidden[lines.cell] & (value[lines.cell] > 0)
        members = np.flatnonzero(usable)
        if not len(members):
            return hidden
        _, first = np.unique(lines.line[members], return_index=True)
        hidden[lines.cell[members[first]]] = True
    raise RuntimeError("hiding one more cell a line did not come to rest")


def _open(lines: Lines, hidden: Booleans, value: Integers, policy: Policy) -> Booleans:
    """Lines with one hidden member, or with few hidden under a shown total."""
    out = hidden[lines.cell]
    parts, totals = out & ~lines.total, out & lines.total
    members = np.bincount(lines.line, weights=out, minlength=lines.count)
    sums = np.bincount(
        lines.line, weights=parts * value[lines.cell], minlength=lines.count
    )
    covered = np.bincount(lines.line, weights=totals, minlength=lines.count) > 0
    few = ~covered & (members > 0) & (sums <= policy.least_hidden_sum)
    found: Booleans = (members == 1) | few
    return found


def _following(
    frame: pd.DataFrame, hidden: Booleans, followers: Mapping[int, int]
) -> Booleans:
    """Person-time is hidden where the count of the people it belongs to is."""
    found = np.zeros(len(frame), dtype=np.bool_)
    for follower, leader in followers.items():
        chosen = (frame["comp_id"] == leader).to_numpy() & hidden
        leading = frame.loc[chosen, list(CELL)]
        time = frame.loc[frame["comp_id"] == follower, list(CELL)].reset_index()
        found[time.merge(leading, on=list(CELL))["index"]] = True
    return found
