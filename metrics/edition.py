"""One opened edition: its names, its windows, and counts on request."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, bindparam, select
from sqlalchemy.exc import DatabaseError

from data.warehouse import HIDDEN, SCHEMA_VERSION, SHOWN, edition_metadata, open_edition
from metrics.blocks import Absent, Ask, Block
from metrics.comparison import DIMS
from metrics.errors import WarehouseUnavailable
from metrics.places import Place, Places, Vintage
from metrics.privacy.lattice import tables_in
from metrics.race_schemes import CHANGED, FOLDED, USUAL
from metrics.windows import Window, parse_window

# More places than these are not named one by one: the whole level is read.
_MANY = 60
_STATE = 1
_LEVELS: Mapping[int, Any] = {_STATE: "state", 2: "region", 3: "county"}


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
    def _public_tables(self) -> Mapping[tuple[int, int, int], bool] | None:
        note = self.notes.get("lattice")
        if note is None:
            return None
        ids = self.components
        return {
            (level, dim, ids[name]): in_pools
            for (level, dim, name), in_pools in tables_in(note).items()
        }

    @cached_property
    def _pools(self) -> frozenset[int]:
        pools = {each.key for each in self.windows if each.kind == "pool"}
        return frozenset(i for key, i in self.window_ids.items() if key in pools)

    @cached_property
    def folds(self) -> bool:
        """Whether two or more races are counted with one of them, beside the usual way.

        Only where the counts are there, and never outside the staff edition.
        """
        c = self._tables["count"].c
        some = select(c.value).where(c.level == _STATE, c.dim == DIMS[FOLDED]).limit(1)
        if self.notes["edition"] != "staff":
            return False
        with self._reading() as connection:
            return connection.execute(some).first() is not None

    @property
    def _absent(self) -> Absent:
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

    def fetch(self, asks: Mapping[Ask, set[int]]) -> dict[Ask, Block]:
        """Counts for each ask and its components, one query an ask."""
        with self._reading() as connection:
            return {
                ask: Block(
                    ask,
                    components,
                    self._rows(connection, ask, components),
                    absent=self._gone(ask, components),
                )
                for ask, components in asks.items()
            }

    def _gone(self, ask: Ask, components: set[int]) -> Mapping[tuple[int, int], Absent]:
        """What a count is that has no row: of a table that is not published, hidden."""
        tables, hidden = self._public_tables, (float("nan"), HIDDEN)
        found = {}
        for each in components:
            in_pools = (
                False if tables is None else tables.get((ask.level, ask.dim, each))
            )
            for window in ask.window_ids:
                told = in_pools is False or (in_pools and window in self._pools)
                found[each, window] = self._absent if told else hidden
        return found

    @cached_property
    def _query(self) -> Select[Any]:
        """Counts of one ask; putting it together again takes longer than to run it."""
        c = self._tables["count"].c
        return select(
            c.geo_id, c.comp_id, c.window_id, c.dim_value, c.value, c.status
        ).where(
            c.level == bindparam("level"),
            c.dim == bindparam("dim"),
            c.comp_id.in_(bindparam("components", expanding=True)),
            c.window_id.in_(bindparam("windows", expanding=True)),
        )

    @cached_property
    def _query_of_few(self) -> Select[Any]:
        place = self._tables["count"].c.geo_id
        return self._query.where(place.in_(bindparam("places", expanding=True)))

    def _rows(
        self, connection: Connection, ask: Ask, components: set[int]
    ) -> Sequence[Row[Any]]:
        """The counts of an ask; groups that no race scheme changes are kept once."""
        own = self._of(connection, ask, ask.dim, components)
        if ask.dim != DIMS[FOLDED]:
            return own
        usual = self._of(connection, ask, DIMS[USUAL], components)
        return [*(row for row in usual if row.dim_value not in CHANGED), *own]

    def _of(
        self, connection: Connection, ask: Ask, dim: int, components: set[int]
    ) -> Sequence[Row[Any]]:
        few = len(ask.geo_ids) < _MANY
        given = {
            "level": ask.level,
            "dim": dim,
            "components": sorted(components),
            "windows": sorted(ask.window_ids),
        }
        if few:
            given["places"] = sorted(ask.geo_ids)
        return connection.execute(
            self._query_of_few if few else self._query, given
        ).all()


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
