"""One opened edition: its names, its windows, and counts on request."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import DatabaseError

from data.warehouse import HIDDEN, SCHEMA_VERSION, SHOWN, edition_metadata, open_edition
from metrics.errors import WarehouseUnavailable
from metrics.places import Place, Places, Vintage
from metrics.privacy.lattice import tables_in
from metrics.windows import Window, parse_window

_LEVELS: Mapping[int, Any] = {1: "state", 2: "region", 3: "county"}


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Counts wanted: some components of some places, one dimension, some windows."""

    level: int
    dim: int
    geo_ids: frozenset[int] | None
    window_ids: frozenset[int]


Cell = tuple[int, int, int, int, int, int]  # level, dim, geo, component, window, value


class Cells:
    """Counts that were fetched; what is absent is zero, or not there if published.

    In a public edition only some tables are there (level, dimension, component);
    what is in none of them is hidden.
    """

    def __init__(
        self,
        *,
        absent: tuple[float, int],
        tables: frozenset[tuple[int, int, int]] | None = None,
    ) -> None:
        self._absent = absent
        self._tables = tables
        self._found: dict[Cell, tuple[float, int]] = {}

    def add(self, level: int, dim: int, rows: Iterable[Any]) -> None:
        for geo, component, window, value, count, status in rows:
            number = float("nan") if count is None else float(count)
            self._found[(level, dim, geo, component, window, value)] = (number, status)

    def get(self, cell: Cell) -> tuple[float, int]:
        found = self._found.get(cell)
        if found is not None:
            return found
        inside = self._tables is None or (cell[0], cell[1], cell[3]) in self._tables
        return self._absent if inside else (float("nan"), HIDDEN)


class Edition:
    """A read-only edition; safe to share between threads."""

    def __init__(self, path: Path, *, expected_hash: str) -> None:
        self.path = path
        self._engine: Engine = open_edition(path)
        self._tables = edition_metadata().tables
        try:
            self.notes: Mapping[str, str] = {
                row.key: row.value for row in self._all("note")
            }
            self._refuse_misfits(expected_hash)
        except WarehouseUnavailable:
            self.dispose()
            raise

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection; a damaged file is told as such, whatever is read from it."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise WarehouseUnavailable(
                f"The file {self.path.name} of version {self.path.parent.name} cannot "
                f"be read: it is damaged or no Countywise edition. {_mend(self.path)}"
            ) from error

    def _refuse_misfits(self, expected_hash: str) -> None:
        if self.notes.get("schema_version") != SCHEMA_VERSION:
            raise WarehouseUnavailable(
                "The outcomes file was written by another version of Countywise. "
                + _mend(self.path)
            )
        if self.notes.get("definitions_hash") != expected_hash:
            raise WarehouseUnavailable(
                "The definitions of the counts have changed since the outcomes file "
                "was built. " + _mend(self.path)
            )

    def dispose(self) -> None:
        self._engine.dispose()

    @property
    def published(self) -> bool:
        return self.notes["kind"] == "published"

    @cached_property
    def components(self) -> Mapping[str, int]:
        return {row.name: row.comp_id for row in self._all("component")}

    @cached_property
    def _public_tables(self) -> frozenset[tuple[int, int, int]] | None:
        note = self.notes.get("lattice")
        if note is None:
            return None
        ids = self.components
        return frozenset(
            (level, dim, ids[name]) for level, dim, name in tables_in(note)
        )

    @property
    def _absent(self) -> tuple[float, int]:
        if self.published:
            return float("nan"), SHOWN
        told = self.notes.get("zero_shown", "true") == "true"
        return (0.0, SHOWN) if told else (float("nan"), HIDDEN)

    @cached_property
    def window_ids(self) -> Mapping[str, int]:
        return {row.key: row.window_id for row in self._all("window")}

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        start = int(self.notes["fiscal_start"])
        each = (parse_window(key, fiscal_start=start) for key in self.window_ids)
        return tuple(sorted(each, key=lambda window: (window.end, window.start)))

    @cached_property
    def providers(self) -> Mapping[int, str]:
        return {row.provider_id: row.name for row in self._all("provider")}

    @cached_property
    def places(self) -> Places:
        state = self.notes["state"]
        found: dict[int, list[Place]] = {1: [], 2: [], 3: []}
        for row in self._all("place"):
            found[row.level].append(_place(row, state))
        by_name = {
            level: tuple(sorted(x, key=lambda p: p.name)) for level, x in found.items()
        }
        return Places(state=found[1][0], regions=by_name[2], counties=by_name[3])

    @cached_property
    def vintage(self) -> Vintage:
        n = self.notes
        return Vintage(
            state=n["state"],
            name=n["name"],
            edition=n["edition"],
            version=n["version"],
            data_start=date.fromisoformat(n["data_start"]),
            data_end=date.fromisoformat(n["data_end"]),
            built=n["built"],
            source=n["source"],
            demo=n["demo"] == "true",
            published=self.published,
            regions_note=n["regions_note"],
            policy=n["policy"],
            notes=n,
        )

    def _all(self, name: str) -> list[Row[Any]]:
        with self._reading() as connection:
            return list(connection.execute(select(self._tables[name])))

    def fetch(self, asks: Mapping[Ask, set[int]]) -> Cells:
        """Counts for each ask and its components, one query an ask."""
        cells = Cells(absent=self._absent, tables=self._public_tables)
        c = self._tables["count"].c
        with self._reading() as connection:
            for ask, components in asks.items():
                query = select(
                    c.geo_id, c.comp_id, c.window_id, c.dim_value, c.value, c.status
                ).where(
                    c.level == ask.level,
                    c.dim == ask.dim,
                    c.comp_id.in_(sorted(components)),
                    c.window_id.in_(sorted(ask.window_ids)),
                )
                if ask.geo_ids is not None:
                    query = query.where(c.geo_id.in_(sorted(ask.geo_ids)))
                cells.add(ask.level, ask.dim, connection.execute(query).all())
        return cells


def _place(row: Row[Any], state: str) -> Place:
    level = _LEVELS[row.level]
    codes = {1: state, 2: f"region:{row.geo_id}", 3: f"{row.geo_id:05d}"}
    above = f"region:{row.parent_id}" if row.level == 3 and row.parent_id else state
    parent = "" if row.level == 1 else above
    return Place(
        code=codes[row.level],
        name=row.name,
        level=level,
        geo_id=row.geo_id,
        parent=parent,
    )


def _mend(path: Path) -> str:
    state = path.parents[2].name
    return f"Build it again with: python -m metrics build --state {state}"
