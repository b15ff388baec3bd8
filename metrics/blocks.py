"""Counts that were fetched, as arrays: component by window, place and group."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from data.warehouse import HIDDEN

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Absent = tuple[float, int]  # count and status


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """Counts wanted: of some places, one dimension, some windows."""

    level: int
    dim: int
    geo_ids: frozenset[int]
    window_ids: frozenset[int]


class Block:
    """The counts of one ask.

    rows: (geo, component, window, value, count or None, status), in any order; absent:
    what a count is that has no row, by component and window: zero, not there, hidden.
    """

    def __init__(
        self,
        ask: Ask,
        components: Iterable[int],
        rows: Sequence[Sequence[Any]],
        *,
        absent: Mapping[tuple[int, int], Absent],
    ) -> None:
        geo, component, window, value, count, status = _columns(rows)
        self._axes = (
            _axis(components), _axis(ask.window_ids), _axis(ask.geo_ids), _axis(value)
        )  # fmt: skip
        self._known: dict[tuple[int, tuple[int, ...]], Integers] = {}
        shape = tuple(len(axis) + 1 for axis in self._axes)
        # What nobody asked for is told to nobody.
        self._count = np.full(shape, np.nan)
        self._status = np.full(shape, HIDDEN, np.int8)
        for i, each in enumerate(self._axes[0].tolist()):
            for j, when in enumerate(self._axes[1].tolist()):
                self._count[i, j], self._status[i, j] = absent[each, when]
        keys = (component, window, geo, value)
        where = [_find(axis, key) for axis, key in zip(self._axes, keys, strict=True)]
        # Places that were not asked for are dropped.
        kept = np.logical_and.reduce([index >= 0 for index in where])
        place = tuple(index[kept] for index in where)
        self._count[place] = count[kept]
        self._status[place] = status[kept]

    def take(
        self,
        components: Sequence[int],
        windows: Sequence[int],
        places: Sequence[int],
        values: Sequence[int],
    ) -> tuple[Floats, npt.NDArray[np.int8]]:
        """Counts and statuses: component by window by place by group, as asked for."""
        wanted = (components, windows, places, values)
        # A value that no row has is found at -1, the last place, which stays absent.
        index = np.ix_(*(self._index(i, tuple(keys)) for i, keys in enumerate(wanted)))
        return self._count[index], self._status[index]

    def _index(self, axis: int, keys: tuple[int, ...]) -> Integers:
        """Where keys stand on an axis; a page asks for the same ones often."""
        found = self._known.get((axis, keys))
        if found is None:
            found = _find(self._axes[axis], np.array(keys, np.int64))
            self._known[(axis, keys)] = found
        return found


def _columns(rows: Sequence[Sequence[Any]]) -> tuple[npt.NDArray[Any], ...]:
    columns = list(zip(*rows, strict=True)) if rows else [()] * 6
    return tuple(
        np.array(column, np.float64 if i == 4 else np.int64)
        for i, column in enumerate(columns)
    )


def _axis(keys: Iterable[int]) -> Integers:
    return np.unique(np.fromiter(keys, np.int64))


def _find(axis: Integers, keys: npt.NDArray[Any]) -> Integers:
    """Where each key stands on a sorted axis; -1 if it is not there."""
    if not len(axis):
        return np.full(len(keys), -1)
    near = np.minimum(np.searchsorted(axis, keys), len(axis) - 1)
    return np.where(axis[near] == keys, near, -1)
