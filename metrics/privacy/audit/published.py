"""A public edition as anybody can read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sqlalchemy import select

from data.warehouse import HIDDEN, edition_metadata, open_edition

CELL = ("level", "dim", "geo_id", "name", "key", "dim_value")


@dataclass(frozen=True, kw_only=True)
class Published:
    """`counts` has CELL, value and status; what is in no row is zero."""

    counts: pd.DataFrame
    places: pd.DataFrame
    notes: Mapping[str, str]

    @property
    def threshold(self) -> int:
        return int(self.notes.get("threshold", "10"))

    @property
    def width(self) -> int:
        return int(self.notes.get("width", "10"))

    @property
    def rounding(self) -> int:
        return int(self.notes.get("rounding", "1"))

    def tells(self, cells: pd.DataFrame) -> "pd.Series[bool]":
        """Which cells (CELL) lie in a table and window that the edition tells of.

        Its note names the tables of each component; a mark says: in pools alone.
        """
        note = self.notes.get("lattice")
        if note is None:
            return pd.Series(True, index=cells.index)
        told = {
            (name, code)
            for name, *codes in map(str.split, note.splitlines())
            for code in codes
        }
        code = cells["level"].astype(str) + cells["dim"].astype(str)
        pool = cells["key"].str.contains("-")
        found = [
            (name, table) in told or (pooled and (name, f"{table}p") in told)
            for name, table, pooled in zip(cells["name"], code, pool, strict=True)
        ]
        return pd.Series(found, index=cells.index, dtype=bool)


def read_published(path: Path) -> Published:
    """The counts, places and notes of an edition's file, by their names."""
    engine = open_edition(path)
    tables = edition_metadata().tables
    with engine.connect() as connection:
        found = {
            name: pd.read_sql(select(tables[name]), connection)
            for name in ("count", "component", "window", "place", "note")
        }
    engine.dispose()
    counts = found["count"]
    names = found["component"].set_index("comp_id")["name"]
    keys = found["window"].set_index("window_id")["key"]
    counts = counts.assign(
        name=counts["comp_id"].map(names).astype(object),
        key=counts["window_id"].map(keys).astype(object),
    )
    notes = found["note"]
    return Published(
        counts=counts[[*CELL, "value", "status"]],
        places=found["place"],
        notes=dict(zip(notes["key"], notes["value"], strict=True)),
    )


def told_by(editions: Sequence[Published]) -> pd.DataFrame:
    """What earlier editions, oldest first, showed and hid: CELL, value, status.

    A cell that any of them hid is hidden; else the newest value counts.
    """
    if not editions:
        return pd.DataFrame(columns=[*CELL, "value", "status"])
    every = pd.concat([each.counts for each in editions], ignore_index=True)
    every = every.drop_duplicates(list(CELL), keep="last").set_index(list(CELL))
    for each in editions:
        out = each.counts[each.counts["status"] == HIDDEN]
        every.loc[pd.MultiIndex.from_frame(out[list(CELL)]), "status"] = HIDDEN
    return every.reset_index()
