"""Published sums as lines: which cells add up to which total."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from metrics.privacy.rules import Apart, Rules

Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Area = tuple[int, int]  # level and geo_id
CELL = ("level", "geo_id", "dim", "dim_value", "window_id")
_AREAS = 100_000
_TOTAL = 1e12
EXACT, AT_LEAST, NEARLY = range(3)
_UNKNOWN = 9


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Members of lines, sorted by line and by what hiding a member costs.

    `line` numbers from 0; `cell` is a position in the cells; `total` marks the
    member that the others add up to, `cost` what hiding the member costs.
    `holds`: whether parts add up to the total (EXACT), are together at least as many
    (AT_LEAST), or only nearly so, either way (NEARLY).
    """

    line: Integers
    cell: Integers
    total: Booleans
    cost: npt.NDArray[np.float64]
    holds: Integers
    count: int


def lines_of(
    cells: pd.DataFrame,
    parents: Mapping[Area, Area],
    *,
    pools: Mapping[int, tuple[int, ...]] | None = None,
    rules: Rules | None = None,
) -> Lines:
    """All lines of `cells` (level, geo_id, dim, dim_value, window_id, comp_id, value).

    The groups of a place; the areas of a wider one; with `pools` (a pool's window and
    its years), the years of a pool; with `rules`, families that nearly add up.
    """
    frame = cells.assign(cell=np.arange(len(cells)))
    found = [_group_lines(frame), _area_lines(frame, parents)]
    if rules is not None:
        found += [_pool_lines(frame, pools or {}, rules)]
        found += [_closing_lines(frame, d) for d in rules.differences if d.closes]
    members = pd.concat(found)
    members = members.assign(
        line=members.groupby(["kind", "key"]).ngroup(),
        cost=_cost(cells)[members["cell"]] + members["total"] * _TOTAL,
    ).sort_values(["line", "cost", "cell"], kind="stable")
    count = int(members["line"].max()) + 1 if len(members) else 0
    holds = np.zeros(count, np.int64)
    holds[members["line"]] = members["holds"]
    return Lines(
        line=members["line"].to_numpy(np.int64),
        cell=members["cell"].to_numpy(np.int64),
        total=members["total"].to_numpy(np.bool_),
        cost=members["cost"].to_numpy(np.float64),
        holds=holds,
        count=count,
    )


def _cost(cells: pd.DataFrame) -> npt.NDArray[np.float64]:
    """What hiding a cell costs: small and unknown ones first, a state's total last."""
    cost = cells["value"].to_numpy(np.float64)
    unknown = cells["dim"].isin([1, 2, 3]) & (cells["dim_value"] == _UNKNOWN)
    unknown |= (cells["dim"] == 4) & (cells["dim_value"] == 0)
    cost = np.where(unknown, cost / _TOTAL, cost)
    whole_state = (cells["level"] == 1) & (cells["dim"] == 0)
    return np.asarray(cost + np.where(whole_state, 100 * _TOTAL, 0), np.float64)


def _code(level: Any, geo_id: Any) -> Any:
    return level * _AREAS + geo_id


def _members(
    kind: int, key: pd.Series, cell: pd.Series, total: bool, holds: Any = EXACT
) -> pd.DataFrame:
    columns = {"kind": kind, "key": key, "cell": cell, "total": total, "holds": holds}
    return pd.DataFrame(columns).astype({"holds": "int64"})


def _group_lines(frame: pd.DataFrame) -> pd.DataFrame:
    """The groups of a dimension in one place, window and component; their total."""
    place = frame.groupby(
        ["level", "geo_id", "window_id", "comp_id"], sort=False
    ).ngroup()
    parts = frame["dim"] > 0
    found = [
        _members(0, (place * 10 + frame["dim"])[parts], frame["cell"][parts], False)
    ]
    for dim in sorted(frame.loc[parts, "dim"].unique()):
        split = place.isin(place[frame["dim"] == dim]) & (frame["dim"] == 0)
        found.append(_members(0, (place * 10 + dim)[split], frame["cell"][split], True))
    return pd.concat(found)


def _area_lines(frame: pd.DataFrame, parents: Mapping[Area, Area]) -> pd.DataFrame:
    """The areas inside a wider one, for one group, window and component."""
    around = {_code(*area): _code(*wider) for area, wider in parents.items()}
    area = _code(frame["level"], frame["geo_id"])
    wider = area.map(around)
    inside = wider.notna()
    keys = ["dim", "dim_value", "window_id", "comp_id"]
    group = frame.groupby(keys, sort=False).ngroup() * (4 * _AREAS)
    own = group + area
    above = group + wider.fillna(0).astype("int64")
    has_parts = own.isin(above[inside])
    return pd.concat(
        [
            _members(1, above[inside], frame["cell"][inside], False),
            _members(1, own[has_parts], frame["cell"][has_parts], True),
        ]
    )


def _pool_lines(
    frame: pd.DataFrame, pools: Mapping[int, tuple[int, ...]], rules: Rules
) -> pd.DataFrame:
    """The years of a pool in one place, group and component; the pool is the total."""
    keys = ["level", "geo_id", "dim", "dim_value", "comp_id"]
    place = frame.groupby(keys, sort=False).ngroup()
    holds = frame["comp_id"].isin(rules.distinct).map({True: AT_LEAST, False: NEARLY})
    holds = holds.mask(frame["comp_id"].isin([*rules.last, *rules.adding]), EXACT)
    found = [_members(2, place[:0], frame["cell"][:0], False)]
    for pool, years in pools.items():
        pooled = frame["window_id"] == pool
        inside = frame["window_id"].isin(years)
        # A count on the last day is the same in the pool as in its last year.
        inside &= ~frame["comp_id"].isin(rules.last) | (frame["window_id"] == years[-1])
        inside &= place.isin(place[pooled])
        # Without a year there is no line: the pool's child was of another group then.
        pooled &= place.isin(place[inside])
        for chosen, total in ((inside, False), (pooled, True)):
            key = (place * 10_000 + pool)[chosen]
            found.append(_members(2, key, frame["cell"][chosen], total, holds[chosen]))
    return pd.concat(found)


def _closing_lines(frame: pd.DataFrame, apart: Apart) -> pd.DataFrame:
    """Families that nearly add up, in one place, group and window."""
    spot = frame.groupby([*CELL], sort=False).ngroup() * 10_000 + apart.whole
    whole = frame["comp_id"] == apart.whole
    parts = frame["comp_id"].isin(apart.parts) & spot.isin(spot[whole])
    return pd.concat(
        [
            _members(3, spot[parts], frame["cell"][parts], False, NEARLY),
            _members(3, spot[whole], frame["cell"][whole], True, NEARLY),
        ]
    )
