"""Published sums as lines: which cells add up to which total."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Integers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]
Area = tuple[int, int]  # level and geo_id
_AREAS = 100_000


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Members of lines, sorted by line and by what hiding a member costs.

    `line` numbers from 0; `cell` is a position in the cells; `total` marks the
    member that the others add up to.
    """

    line: Integers
    cell: Integers
    total: Booleans
    count: int


def lines_of(cells: pd.DataFrame, parents: Mapping[Area, Area]) -> Lines:
    """All lines of `cells` (level, geo_id, dim, dim_value, window_id, comp_id)."""
    frame = cells.assign(cell=np.arange(len(cells)))
    members = pd.concat([_group_lines(frame), _area_lines(frame, parents)])
    members = members.assign(line=members.groupby(["kind", "key"]).ngroup())
    cost = frame["value"].to_numpy()[members["cell"]] + members["total"] * 1e12
    members = members.assign(cost=cost).sort_values(
        ["line", "cost", "cell"], kind="stable"
    )
    return Lines(
        line=members["line"].to_numpy(np.int64),
        cell=members["cell"].to_numpy(np.int64),
        total=members["total"].to_numpy(np.bool_),
        count=int(members["line"].max()) + 1 if len(members) else 0,
    )


def _code(level: Any, geo_id: Any) -> Any:
    return level * _AREAS + geo_id


def _members(kind: int, key: pd.Series, cell: pd.Series, total: bool) -> pd.DataFrame:
    return pd.DataFrame({"kind": kind, "key": key, "cell": cell, "total": total})


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
