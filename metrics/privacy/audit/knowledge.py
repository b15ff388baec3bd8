"""What anybody may conclude from the definitions: which counts add up to which.

Equations come from areas, groups and pools; limits from parts of a whole and from
families that nearly overlap. Days in care are attacked too, for exact recovery only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from data.warehouse import HIDDEN
from metrics.families import families
from metrics.privacy.audit.limits import (
    Floats,
    Integers,
    components_by_name,
    limits_of,
    pairs_of,
    rests_of,
    slack_of,
)
from metrics.privacy.audit.published import Published
from metrics.privacy.audit.slots import Slots, slots_of

_PLACE = ("level", "geo_id", "dim", "dim_value")
# Race, age, sex, provider: what the attack can add up. 0 is all children.
BREAKDOWNS = (1, 2, 3, 4)


@dataclass(frozen=True, kw_only=True)
class Known:
    """Equations `sums` x = `total` and limits `parts` x <= `room` over hidden counts.

    `rests` (a matrix) are wholes minus their parts where both are hidden. `width` is
    how wide each interval has to be. `slots` say where each hidden count stands.
    """

    size: int
    sums: Any
    total: Floats
    parts: Any
    room: Floats
    rests: Any
    width: float
    slots: Slots


def attacks(published: Published) -> Iterator[Known]:
    """Everything that is known, in pieces that say nothing about each other."""
    counts = published.counts.assign(value=published.counts["value"].fillna(0.0))
    public = {f.name for f in families() if f.public}
    family = counts["name"].str.partition(".")[0]
    for names in _relatives():
        ours = counts[family.isin(names - public)]
        for keys in _together(names, ours["key"].unique().tolist()):
            cells = ours[ours["key"].isin(keys)]
            for people in (True, False):
                chosen = cells[cells["name"].map(_people()) == people]
                if (chosen["status"] == HIDDEN).any():
                    yield known(chosen.reset_index(drop=True), published, people)


def _people() -> Mapping[str, bool]:
    return {name: each.people for name, each in components_by_name().items()}


def _relatives() -> list[set[str]]:
    """Families that a difference joins."""
    found = [{f.name} for f in families() if not f.public]
    for each in (d for f in families() for d in f.differences if not d.year_before):
        joined = {name.partition(".")[0] for name in (each.whole, *each.parts)}
        touched = [group for group in found if group & joined]
        found = [group for group in found if not group & joined]
        found.append(set().union(*touched))
    return sorted(found, key=min)


def _together(names: set[str], keys: Sequence[str]) -> list[tuple[str, ...]]:
    """Windows one by one, or a pool with its years if a count adds up over them."""
    kinds = {c.pooled for name, c in components_by_name().items()
             if name.partition(".")[0] in names}  # fmt: skip
    if not kinds & {"adds", "last"}:
        return [(key,) for key in sorted(keys)]
    pools = {key: _years(key) for key in sorted(keys) if "-" in key}
    pooled = {year for years in pools.values() for year in years}
    alone = [(key,) for key in sorted(keys) if key not in pooled and key not in pools]
    return [*alone, *((*years, pool) for pool, years in pools.items())]


def _years(pool: str) -> tuple[str, ...]:
    kind = pool.rstrip("0123456789-")
    first, last = pool.removeprefix(kind).split("-")
    return tuple(f"{kind}{year}" for year in range(int(first), int(last) + 1))


def known(cells: pd.DataFrame, published: Published, people: bool = True) -> Known:
    """What is known about the hidden ones of these cells."""
    hidden = (cells["status"] == HIDDEN).to_numpy()
    place = np.where(hidden, np.cumsum(hidden) - 1, -1)
    rows, cell, sign = _equations(cells, published.places)
    sums, total, shown = _solved(rows, cell, sign, cells, place)
    pairs = pairs_of(cells, nested=True) if people else []
    near = pairs_of(cells, nested=False) if people else []
    slack = [np.zeros(1)] * len(pairs) + [slack_of(pair, cells) for pair in near]
    parts, room = limits_of([*pairs, *near], slack, cells, place)
    if published.rounding > 1:
        off = (shown + 1) * published.rounding / 2
        parts = sparse.vstack([parts, sums, -sums]).tocsr()
        room = np.concatenate([room + published.rounding, total + off, off - total])
        sums, total = sums[:0], total[:0]
    return Known(
        size=int(hidden.sum()), sums=sums, total=total, parts=parts, room=room,
        rests=rests_of(pairs, place), width=published.width if people else 1,
        slots=slots_of(cells[hidden], published.places),
    )  # fmt: skip


def _equations(
    cells: pd.DataFrame, places: pd.DataFrame
) -> tuple[Integers, Integers, Floats]:
    """All equations as triples: number, position of the cell, +1 or -1."""
    frame = cells.assign(at=np.arange(len(cells)))
    found = [*_by_group(frame), *_by_area(frame, places), *_by_pool(frame)]
    keys = pd.concat([each[["what", "row"]] for each in found], ignore_index=True)
    number = np.asarray(keys.groupby(["what", "row"]).ngroup(), np.int64)
    every = pd.concat(found, ignore_index=True)
    at = np.asarray(every["at"].to_numpy(), np.int64)
    return number, at, np.asarray(every["sign"].to_numpy(), np.float64)


def _triples(what: str, row: pd.Series, at: pd.Series, sign: float) -> pd.DataFrame:
    return pd.DataFrame({"what": what, "row": row, "at": at, "sign": sign})


def _by_group(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    spot = frame.groupby(["level", "geo_id", "name", "key"]).ngroup()
    whole = frame["dim"] == 0
    for dim in BREAKDOWNS:
        part = frame["dim"] == dim
        yield _triples(f"groups {dim}", spot[part], frame["at"][part], 1.0)
        here = whole & spot.isin(spot[part])
        yield _triples(f"groups {dim}", spot[here], frame["at"][here], -1.0)


def _by_area(frame: pd.DataFrame, places: pd.DataFrame) -> Iterator[pd.DataFrame]:
    area = frame["level"] * 1_000_000 + frame["geo_id"]
    wider = area.map(_wider(places))
    slot = frame.groupby(["dim", "dim_value", "name", "key"]).ngroup() * 10_000_000
    inner = wider.notna()
    above = slot + wider.fillna(0).astype("int64")
    own = slot + area
    yield _triples("areas", above[inner], frame["at"][inner], 1.0)
    has = own.isin(above[inner])
    yield _triples("areas", own[has], frame["at"][has], -1.0)


def _wider(places: pd.DataFrame) -> Mapping[int, int]:
    """Each area's wider one; a county without a region lies in the state alone."""
    columns = (places[name].tolist() for name in ("level", "geo_id", "parent_id"))
    return {
        level * 1_000_000 + geo: (level - 1) * 1_000_000 + parent
        if parent
        else 1_000_000
        for level, geo, parent in zip(*columns, strict=True)
        if level > 1
    }


def _by_pool(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Counts that add up over the years of a pool, or are those of its last year."""
    how = frame["name"].map(
        {name: c.pooled for name, c in components_by_name().items()}
    )
    slot = frame.groupby([*_PLACE, "name"]).ngroup()
    for pool in sorted(k for k in frame["key"].unique() if "-" in k):
        years = _years(pool)
        last = (how == "last") & (frame["key"] == years[-1])
        part = ((how == "adds") & frame["key"].isin(years)) | last
        whole = (frame["key"] == pool) & how.isin(["adds", "last"])
        # A table may be told in pools alone: nothing then adds up to them.
        whole &= slot.isin(slot[part])
        yield _triples(f"pool {pool}", slot[part], frame["at"][part], 1.0)
        yield _triples(f"pool {pool}", slot[whole], frame["at"][whole], -1.0)


def _solved(
    rows: Integers, cell: Integers, sign: Floats, cells: pd.DataFrame, place: Integers
) -> tuple[Any, Floats, Floats]:
    """Equations over hidden counts, their right sides, and how many are shown."""
    height = int(rows.max()) + 1 if len(rows) else 0
    open_ = place[cell] >= 0
    value = cells["value"].to_numpy(np.float64)
    total = -np.bincount(
        rows[~open_], weights=(sign * value[cell])[~open_], minlength=height
    )
    shown = np.bincount(rows[~open_], minlength=height).astype(np.float64)
    width = int((place >= 0).sum())
    entries = (sign[open_], (rows[open_], place[cell[open_]]))
    sums = sparse.csr_matrix(entries, shape=(height, width))
    used = np.diff(sums.indptr) > 0
    return sums[used], total[used], shown[used]
