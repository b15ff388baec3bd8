"""The door to numbers as the pages hold it: finished answers are remembered."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from flask import current_app
from flask_caching import Cache

from metrics.errors import CountywiseError, WarehouseUnavailable
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from metrics.table import MeasureTable

Maker = Callable[[], Any]
NOTHING = "No state has been built here yet. Build one with: make demo"


class Door:
    """Outcomes with a memory; everything but tables is asked of the outcomes.

    The edition and the version are part of every key, so nothing ever expires.
    """

    def __init__(self, outcomes: Outcomes, cache: Cache) -> None:
        self._outcomes, self._cache = outcomes, cache

    def __getattr__(self, name: str) -> Any:
        return getattr(self._outcomes, name)

    def table(self, selection: Selection) -> MeasureTable:
        """The table of a selection."""
        return self.tables((selection,))[0]

    def tables(self, selections: Iterable[Selection]) -> list[MeasureTable]:
        """Tables in the order of the selections; only new ones are computed."""
        asked = tuple(selections)
        versions = {state: self._version(state) for state in {s.state for s in asked}}
        keys = {each: f"table|{versions[each.state]}|{each!r}" for each in asked}
        known = {each: self._cache.get(key) for each, key in keys.items()}
        new = [each for each, table in known.items() if table is None]
        for each, table in zip(new, self._outcomes.tables(new), strict=True):
            self._cache.set(keys[each], table, timeout=0)
            known[each] = table
        return [known[each] for each in asked]

    def remembered(self, view: str, asked: tuple[Any, ...], make: Maker) -> Any:
        """A finished view, made once for each version and set of arguments."""
        key = self._key(view, asked, *self._outcomes.states())
        found = self._cache.get(key)
        if found is None:
            found = make()
            self._cache.set(key, found, timeout=0)
        return found

    def forget(self) -> None:
        """Drop everything that is remembered."""
        self._cache.clear()

    def problems(self) -> tuple[str, ...]:
        """What keeps the figures of any state from being read, with the cure."""
        states = self._outcomes.states()
        told = (self._problem(state) for state in states)
        nothing = () if states else (NOTHING,)
        return nothing + tuple(problem for problem in told if problem)

    def _problem(self, state: str) -> str:
        try:
            self._outcomes.vintage(state)
        except CountywiseError as problem:
            return str(problem)
        return ""

    def _key(self, view: str, asked: tuple[Any, ...], *states: str) -> str:
        return f"{view}|{[self._version(state) for state in states]}|{asked!r}"

    def _version(self, state: str) -> str:
        try:
            return self._outcomes.version(state)
        except WarehouseUnavailable:
            return "unreadable"


def remembered(make: Callable[..., Any]) -> Callable[..., Any]:
    """Remember what a function of plain values returns, a version at a time."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def from_cache(*asked: Any) -> Any:
        door: Door = current_app.extensions["outcomes"]
        return door.remembered(name, asked, lambda: make(*asked))

    return from_cache
