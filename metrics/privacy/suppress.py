"""Which counts are hidden line by line: small ones, and one more in every open line.

Closing lines is the first of two steps; `guard` then attacks all lines together.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from metrics.privacy.lines import CELL, Area, Booleans, Integers, Lines, lines_of
from metrics.privacy.policy import Policy
from metrics.privacy.rules import Rules
from metrics.privacy.small import secret_cells, spots_of

_TURNS = 100


def hidden_cells(
    cells: pd.DataFrame,
    *,
    rules: Rules,
    parents: Mapping[Area, Area],
    policy: Policy,
) -> Booleans:
    """A mask over `cells` (CELL columns, comp_id, value): True where it is hidden.

    `parents` maps an area, as (level, geo_id), to the area that it adds up to. Raises
    RuntimeError if the lines do not come to rest.
    """
    frame = cells.reset_index(drop=True)
    private = frame["comp_id"].isin(list(rules.people)).to_numpy()
    hidden = secret_cells(spots_of(frame, {}), private, rules, policy)
    counted = np.flatnonzero(private)
    lines = lines_of(frame.iloc[counted].reset_index(drop=True), parents)
    value = frame["value"].to_numpy(np.int64)
    hidden[counted] = closed(lines, hidden[counted], value[counted], policy)
    return hidden | following(frame, hidden, rules.followers)


def closed(
    lines: Lines,
    hidden: Booleans,
    value: Integers,
    policy: Policy,
    known: Booleans | None = None,
) -> Booleans:
    """Hide the cheapest cell of every open line until no line is open.

    What readers know from an earlier edition protects nothing: it counts as shown.
    """
    hidden = hidden.copy()
    secret = (value > 0) & ~(np.zeros_like(hidden) if known is None else known)
    for _ in range(_TURNS):
        open_lines = _open(lines, hidden & secret, value, policy)
        usable = open_lines[lines.line] & (~hidden & secret)[lines.cell]
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
    counts = parts * value[lines.cell]
    sums = np.bincount(lines.line, weights=counts, minlength=lines.count)
    big = np.bincount(
        lines.line, weights=counts > policy.each_at_least, minlength=lines.count
    )
    covered = np.bincount(lines.line, weights=totals, minlength=lines.count) > 0
    few = (members > 0) & ((sums <= policy.least_hidden_sum) | (big == 0))
    found: Booleans = (members == 1) | (~covered & few)
    return found


def following(
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
