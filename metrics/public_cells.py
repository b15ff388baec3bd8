"""Which counts go into a public edition, and which must be known to hide them well."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.privacy.lattice import Lattice, Table
from metrics.privacy.lines import Booleans
from metrics.privacy.rules import Rules
from metrics.release import CELL, Contents


@dataclass(frozen=True, kw_only=True)
class PublicCells:
    """`counts` (CELL, value, status) and whether each is `told` or only known of.

    Known of are people that days are counted of, and what an earlier edition told in
    tables that are told no more. `windows` are those of the lattice.
    """

    counts: pd.DataFrame
    told: Booleans
    windows: pd.DataFrame


def public_cells(
    contents: Contents,
    lattice: Lattice,
    rules: Rules,
    ids: Mapping[str, int],
    earlier: pd.DataFrame | None,
) -> PublicCells:
    """The counts that lie in tables and windows of the lattice, in order of CELL.

    `earlier` has names and keys (`public.NATURAL`) of what earlier editions told.
    """
    windows = contents.windows[contents.windows["key"].isin(lattice.windows)]
    counts = contents.counts
    counts = counts[counts["window_id"].isin(windows["window_id"])]
    counts = counts.sort_values(list(CELL)).reset_index(drop=True)
    told = in_tables(counts, windows, lattice, ids)
    leaders = in_tables(counts, windows, lattice, ids, rules.followers)
    before = np.zeros(len(counts), np.bool_)
    if earlier is not None and not earlier.empty:
        before = _among(counts, numbered(earlier, windows, ids))
    kept = told | leaders | before
    return PublicCells(
        counts=counts[kept].reset_index(drop=True), told=told[kept], windows=windows
    )


def in_tables(
    counts: pd.DataFrame,
    windows: pd.DataFrame,
    lattice: Lattice,
    ids: Mapping[str, int],
    followers: Mapping[int, int] | None = None,
) -> Booleans:
    """Which counts lie in a table that is told in their window.

    With `followers`: in such a table of the people that days are counted of.
    """
    pools = windows.loc[windows["key"].isin(list(lattice.pools)), "window_id"]
    code = (counts["comp_id"] * 10 + counts["level"]) * 10 + counts["dim"]
    always = code.isin(_coded(lattice.tables - lattice.in_pools, ids, followers))
    pooled = code.isin(_coded(lattice.in_pools, ids, followers))
    return np.asarray(always | pooled & counts["window_id"].isin(pools), np.bool_)


def _coded(
    tables: Collection[Table],
    ids: Mapping[str, int],
    followers: Mapping[int, int] | None,
) -> list[int]:
    found = {(level, dim, ids[name]) for level, dim, name in tables}
    if followers is not None:
        found = {(level, dim, followers[comp])
                 for level, dim, comp in found if comp in followers}  # fmt: skip
    return [(comp * 10 + level) * 10 + dim for level, dim, comp in found]


def numbered(
    earlier: pd.DataFrame, windows: pd.DataFrame, ids: Mapping[str, int]
) -> pd.DataFrame:
    """What an earlier edition told of these windows: CELL by number, and status."""
    numbers = windows.set_index("key")["window_id"]
    then = earlier[earlier["key"].isin(numbers.index) & earlier["name"].isin(list(ids))]
    then = then.assign(
        comp_id=then["name"].map(ids).astype("int64"),
        window_id=then["key"].map(numbers).astype("int64"),
    )
    return then[[*CELL, "status"]]


def _among(counts: pd.DataFrame, others: pd.DataFrame) -> Booleans:
    cell = list(CELL)
    met = counts[cell].merge(others[cell], on=cell, how="left", indicator=True)
    return np.asarray(met["_merge"] == "both", np.bool_)
