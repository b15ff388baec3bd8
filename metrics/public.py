"""The public edition: tables of the lattice, small numbers hidden in all of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from data.warehouse import HIDDEN, SHOWN
from metrics.families import families
from metrics.privacy.blocks import Frame, Protected, protected_cells
from metrics.privacy.lattice import Lattice, declared, refuse_outside
from metrics.privacy.lines import Area, Booleans
from metrics.privacy.policy import Policy
from metrics.privacy.rules import Rules, rules_of
from metrics.public_cells import PublicCells, in_tables, numbered, public_cells
from metrics.release import CELL, Contents, component_ids, named

NATURAL = ("level", "dim", "geo_id", "name", "key", "dim_value")


def public_contents(
    contents: Contents,
    policy: Policy,
    *,
    earlier: pd.DataFrame | None = None,
    attack: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> Contents:
    """The public edition of an edition's whole contents.

    `earlier` has what earlier public editions showed and hid (NATURAL columns, value,
    status): what they hid stays hidden. Without `attack` lines are closed one by one
    and not attacked together, which is quick and not enough for publication. Counts
    that others have published stay as they are.
    """
    if contents.notes["kind"] == "published":
        said = {"audited": "not needed: figures as their source published them"}
        return named(contents, "public", policy, hidden=0, more=said)
    ids = component_ids()
    lattice = declared(
        contents.windows["key"].tolist(),
        main=contents.notes["main_window_kind"],
        fiscal_start=int(contents.notes["fiscal_start"]),
    )
    rules = rules_of(ids, {name for _, _, name in lattice.tables})
    cells = public_cells(contents, lattice, rules, ids, earlier)
    found = _hidden(cells, contents, lattice, rules, policy, earlier, attack, tell)
    told, windows = cells.counts[cells.told], cells.windows
    refuse_outside(told, lattice, windows, {n: name for name, n in ids.items()})
    gone = _gone(cells.counts, windows, ids, earlier)
    gone = gone[in_tables(gone, windows, lattice, ids)]
    return _written(
        contents,
        pd.concat([told, gone], ignore_index=True),
        np.concatenate([found.hidden[cells.told], np.ones(len(gone), np.bool_)]),
        windows,
        lattice,
        policy,
        {"attacked": str(attack).lower(), "given_up": str(found.given_up)},
    )


def _hidden(
    cells: PublicCells,
    contents: Contents,
    lattice: Lattice,
    rules: Rules,
    policy: Policy,
    earlier: pd.DataFrame | None,
    attack: bool,
    tell: Callable[[str], None],
) -> Protected:
    counts = cells.counts
    forced, known = _remembered(counts, cells.windows, component_ids(), earlier, policy)
    return protected_cells(
        counts,
        rules=rules,
        frame=frame_of(lattice, cells.windows, contents.places),
        policy=policy,
        forced=forced | _moved_regions(counts, contents.places),
        known=known,
        attack=attack,
        tell=tell,
    )


def _written(
    contents: Contents,
    counts: pd.DataFrame,
    hidden: Booleans,
    windows: pd.DataFrame,
    lattice: Lattice,
    policy: Policy,
    how: Mapping[str, str],
) -> Contents:
    value = _rounded(counts, policy).mask(hidden)
    made = replace(
        contents,
        counts=counts.assign(value=value, status=np.where(hidden, HIDDEN, SHOWN)),
        windows=windows,
    )
    notes = {
        "lattice": lattice.table_note(),
        "zero_shown": str(policy.zero_shown).lower(),
        "threshold": str(policy.threshold),
        "width": str(policy.width),
        "rounding": str(policy.rounding),
        **how,
    }
    return named(made, "public", policy, hidden=int(hidden.sum()), more=notes)


def _rounded(counts: pd.DataFrame, policy: Policy) -> "pd.Series[int]":
    """Counts of people to the nearest multiple; populations and days as they are."""
    ids = component_ids()
    people = [
        ids[f"{f.name}.{c.name}"] for f in families() for c in f.components if c.people
    ]
    base = policy.rounding
    to = (counts["value"] + base // 2) // base * base
    return counts["value"].where(~counts["comp_id"].isin(people), to)


def frame_of(lattice: Lattice, windows: pd.DataFrame, places: pd.DataFrame) -> Frame:
    """How the places and windows of an edition hang together."""
    ids = dict(zip(windows["key"], windows["window_id"].tolist(), strict=True))
    years = sorted(key for key in lattice.windows if key not in lattice.pools)
    pools = {
        ids[pool]: tuple(ids[year] for year in inside if year in ids)
        for pool, inside in lattice.pools.items()
    }
    before = {ids[new]: ids[old] for old, new in zip(years, years[1:], strict=False)
              if int(new[-4:]) - int(old[-4:]) == 1}  # fmt: skip
    groups = [tuple(ids[key] for key in group) for group in lattice.groups()]
    return Frame(parents=parents_of(places), groups=groups, pools=pools, before=before)


def parents_of(places: pd.DataFrame) -> dict[Area, Area]:
    """The area that each area adds up to: a county without a region, to the state."""
    columns = (places[name].tolist() for name in ("level", "geo_id", "parent_id"))
    return {
        (level, geo): (level - 1, parent) if parent else (1, 0)
        for level, geo, parent in zip(*columns, strict=True)
        if level > 1
    }


def _moved_regions(counts: pd.DataFrame, places: pd.DataFrame) -> Booleans:
    """Regions in windows in which their counties of today do not add up to them.

    Two maps of the same counties would tell a county by subtraction.
    """
    totals = counts[counts["dim"] == 0]
    parent = {g: p for (level, g), (_, p) in parents_of(places).items() if level == 3}
    keys = ["region", "window_id", "comp_id"]
    county = totals[totals["level"] == 3]
    county = county.assign(region=county["geo_id"].map(parent))
    region = totals[totals["level"] == 2].rename(columns={"geo_id": "region"})
    sums = county.groupby(keys)["value"].sum()
    apart = region.set_index(keys)["value"].sub(sums, fill_value=0)
    wrong = set(apart[apart != 0].index.get_level_values("window_id"))
    return np.asarray(
        (counts["level"] == 2) & counts["window_id"].isin(wrong), np.bool_
    )


def _remembered(
    counts: pd.DataFrame,
    windows: pd.DataFrame,
    ids: Mapping[str, int],
    earlier: pd.DataFrame | None,
    policy: Policy,
) -> tuple[Booleans, Booleans]:
    """Counts to be hidden because of earlier editions, and counts told by them."""
    none = np.zeros(len(counts), np.bool_)
    if earlier is None or earlier.empty:
        return none, none
    names = {number: name for name, number in ids.items()}
    keys = windows.set_index("window_id")["key"]
    now = counts.assign(
        name=counts["comp_id"].map(names), key=counts["window_id"].map(keys)
    )
    met = now.merge(
        earlier, on=list(NATURAL), how="left", suffixes=("", "_then"), sort=False
    )
    hidden = (met["status_then"] == HIDDEN).to_numpy()
    change = (met["value"] - met["value_then"]).abs()
    told = (met["status_then"] == SHOWN).to_numpy() & (change == 0).to_numpy()
    revised = change.between(1, policy.threshold).to_numpy() & policy.hide_revisions
    return hidden | revised, told & ~hidden


def _gone(
    counts: pd.DataFrame,
    windows: pd.DataFrame,
    ids: Mapping[str, int],
    earlier: pd.DataFrame | None,
) -> pd.DataFrame:
    """Counts that an earlier edition hid and that are zero now: they stay hidden."""
    cell = list(CELL)
    if earlier is None or earlier.empty:
        return counts[:0]
    then = numbered(earlier[earlier["status"] == HIDDEN], windows, ids)
    then = then.assign(value=0)
    met = then.merge(counts[cell], on=cell, how="left", indicator=True)
    return met.loc[met["_merge"] == "left_only", [*cell, "value", "status"]]
