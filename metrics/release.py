"""What an edition is made of, and its file.

An edition is one SQLite file: counts of components by place, one breakdown and
window. A count that is absent is zero; one that is hidden has no value in it at all,
so a public file holds nothing that could be dug out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    MetaData,
    Table,
    create_engine,
    event,
    insert,
    select,
)
from sqlalchemy.schema import CreateTable

from data.warehouse import SHOWN, edition_metadata
from metrics.engine import Progress, schema
from metrics.families import families
from metrics.privacy.policy import Policy

CELL = ("level", "dim", "geo_id", "comp_id", "window_id", "dim_value")
Integers = npt.NDArray[np.int64]
# So many rows are Python objects at a time.
_AT_ONCE = 250_000


@dataclass(frozen=True, kw_only=True)
class Contents:
    """Everything that goes into an edition: counts, names and notes.

    `counts` has CELL, value (whole number or missing) and status; the other frames
    are the edition's tables of the same name.
    """

    counts: pd.DataFrame
    places: pd.DataFrame
    windows: pd.DataFrame
    providers: pd.DataFrame
    notes: Mapping[str, str]


def component_ids() -> dict[str, int]:
    """A number for each family.component, the same in every edition of a version."""
    names = [f"{f.name}.{c.name}" for f in families() for c in f.components]
    return {name: number for number, name in enumerate(names, start=1)}


def read_marginals(engine: Engine) -> pd.DataFrame:
    """All counts that are not zero, long: CELL, value, status (shown)."""
    _, _, marginals = schema(MetaData())
    ids = component_ids()
    parts: list[dict[str, Integers]] = []
    with engine.connect() as connection:
        for family in families():
            wide = _wide(connection, marginals[family.name])
            for component in family.components:
                number = ids[f"{family.name}.{component.name}"]
                parts.append(_long(wide, component.name, number))
    columns = {
        name: np.concatenate([part[name] for part in parts])
        for name in (*CELL, "value")
    }
    return pd.DataFrame(columns).assign(status=SHOWN)


def _wide(connection: Connection, table: Table) -> Mapping[str, Any]:
    """A table's columns as the driver holds them: rows would take eight times as long.

    Raises ValueError if a count is missing, which no sum may be.
    """
    cursor: Any = connection.execute(select(table)).cursor
    columns: Mapping[str, Any] = cursor.fetchnumpy()
    gaps = [name for name, column in columns.items() if np.ma.is_masked(column)]
    if gaps:
        raise ValueError(f"{table.name} has no value in: {', '.join(gaps)}")
    return columns


def _long(wide: Mapping[str, Any], component: str, number: int) -> dict[str, Integers]:
    """The counts of one component that are not zero."""
    value = np.asarray(wide[component])
    some = np.flatnonzero(value)
    long = {name: np.asarray(wide[name])[some] for name in CELL if name in wide}
    long |= {"comp_id": np.full(len(some), number), "value": value[some]}
    return {name: column.astype(np.int64) for name, column in long.items()}


def staff_contents(contents: Contents, policy: Policy) -> Contents:
    """The staff edition: nothing hidden."""
    return named(contents, "staff", policy, hidden=0)


def named(
    contents: Contents,
    edition: str,
    policy: Policy,
    *,
    hidden: int,
    more: Mapping[str, str] | None = None,
) -> Contents:
    """The contents under the notes that an edition of this kind carries."""
    notes = {
        **contents.notes,
        "edition": edition,
        "policy": policy.name if edition == "public" else "nothing hidden",
        "cells": str(len(contents.counts)),
        "hidden": str(hidden),
        "audited": "no",
        **(more or {}),
    }
    return replace(contents, notes=notes)


def write_edition(path: Path, contents: Contents, *, progress: Progress) -> None:
    """Write one edition to a new file."""
    progress(f"writing the {contents.notes['edition']} edition")
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _without_journal)
    metadata = edition_metadata()
    components = [{"comp_id": i, "name": name} for name, i in component_ids().items()]
    notes = [{"key": key, "value": value} for key, value in contents.notes.items()]
    tables = metadata.tables
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            connection.execute(CreateTable(table))
        for name, frame in (
            ("place", contents.places),
            ("window", contents.windows),
            ("provider", contents.providers),
        ):
            rows: list[Any] = frame[_names(tables[name])].to_dict("records")
            if rows:
                connection.execute(insert(tables[name]), rows)
        connection.execute(insert(tables["component"]), components)
        connection.execute(insert(tables["note"]), notes)
        _put_counts(connection, contents.counts)
    engine.dispose()


def _without_journal(connection: Any, _: Any) -> None:
    """A draft that fails is thrown away whole, so it needs no journal."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _put_counts(connection: Connection, counts: pd.DataFrame) -> None:
    """In key order and through the driver: a million rows take two seconds."""
    table = edition_metadata().tables["count"]
    ordered = counts.iloc[_order(counts, [each.name for each in table.primary_key])]
    names = _names(table)
    statement = insert(table).compile(dialect=connection.dialect, column_keys=names)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered.iloc[start : start + _AT_ONCE]
        missing = some["value"].isna()
        whole = some["value"].fillna(0).astype("int64").astype(object)
        columns = some.assign(value=whole.mask(missing, None))
        rows = list(zip(*(columns[name].tolist() for name in names), strict=True))
        connection.exec_driver_sql(str(statement), rows)


def _order(counts: pd.DataFrame, keys: list[str]) -> Integers:
    """The order of rows by these keys, which are small enough to form one number."""
    code = np.zeros(len(counts), np.int64)
    for key in keys:
        column = counts[key].to_numpy(np.int64)
        code = code * (int(column.max(initial=0)) + 1) + column
    return np.argsort(code, kind="stable")
