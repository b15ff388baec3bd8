"""Parts and wholes: what limits hidden counts, and the remainders between them."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from data.warehouse import SHOWN
from metrics.families import Component, families

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Pairs = list[tuple[Integers, Integers]]
_SPOT = ("level", "geo_id", "dim", "dim_value", "key")
# A child's county may differ between two families: how many are allowed for.
NEAR = 5


def components_by_name() -> Mapping[str, Component]:
    """Every component as family.component."""
    return {f"{f.name}.{c.name}": c for f in families() for c in f.components}


def pairs_of(cells: pd.DataFrame, *, nested: bool) -> Pairs:
    """Positions of parts and wholes; what is in no row is zero, and left out."""
    spot = cells.groupby([*_SPOT]).ngroup().to_numpy(np.int64)
    at = {}
    for name in cells["name"].unique():
        here = np.flatnonzero((cells["name"] == name).to_numpy())
        at[name] = pd.Series(here, index=spot[here])
    found = []
    for part, whole in _nested() if nested else _near():
        if part in at and whole in at:
            both = pd.concat([at[part], at[whole]], axis=1, join="inner").to_numpy()
            found.append((both[:, 0].astype(np.int64), both[:, 1].astype(np.int64)))
    return found


def _nested() -> Iterator[tuple[str, str]]:
    """Every part with every whole around it."""
    every = components_by_name()
    for name, each in every.items():
        family = name.partition(".")[0]
        whole = each.subset_of
        while whole:
            yield name, f"{family}.{whole}"
            whole = every[f"{family}.{whole}"].subset_of


def _near() -> Iterator[tuple[str, str]]:
    for each in (d for f in families() for d in f.differences):
        if len(each.parts) == 1 and not each.year_before:
            yield each.parts[0], each.whole


def limits_of(
    pairs: Pairs, slack: list[Floats], cells: pd.DataFrame, place: Integers
) -> tuple[Any, Floats]:
    """Each part is at most its whole and some slack; `place` has hidden columns."""
    value = cells["value"].to_numpy(np.float64)
    width = int((place >= 0).sum())
    blocks, rooms = [sparse.csr_matrix((0, width))], [np.zeros(0)]
    for (part, whole), more in zip(pairs, slack, strict=True):
        matrix = _signed(part, place, width) - _signed(whole, place, width)
        shown = np.where(place[whole] < 0, value[whole], 0)
        shown = shown - np.where(place[part] < 0, value[part], 0)
        used = np.diff(matrix.indptr) > 0
        blocks.append(matrix[used])
        rooms.append((shown + more)[used])
    return sparse.vstack(blocks).tocsr(), np.concatenate(rooms)


def slack_of(pair: tuple[Integers, Integers], cells: pd.DataFrame) -> Floats:
    """By how much each part may exceed a whole of another family.

    As much as the largest excess that is shown in its window: children followed for
    longer than a window are counted otherwise in a pool, as everybody can see there.
    """
    part, whole = pair
    value = cells["value"].to_numpy(np.float64)
    shown = (cells["status"] == SHOWN).to_numpy()
    excess = np.where(shown[part] & shown[whole], value[part] - value[whole], 0.0)
    window = pd.factorize(cells["key"])[0][part]
    most = np.full(len(cells), float(NEAR))
    np.maximum.at(most, window, excess)
    return most[window]


def _signed(at: Integers, place: Integers, width: int) -> Any:
    """One row for each position: 1 in its column if it is hidden."""
    open_ = np.flatnonzero(place[at] >= 0)
    entries = (np.ones(len(open_)), (open_, place[at[open_]]))
    return sparse.csr_matrix(entries, shape=(len(at), width))


def rests_of(pairs: Pairs, place: Integers) -> Any:
    """Wholes minus their parts, where both are hidden."""
    width = int((place >= 0).sum())
    blocks = [sparse.csr_matrix((0, width))]
    for part, whole in pairs:
        both = (place[part] >= 0) & (place[whole] >= 0)
        blocks.append(
            _signed(whole[both], place, width) - _signed(part[both], place, width)
        )
    return sparse.vstack(blocks).tocsr()
