"""What an edition is made of, and its file.

An edition is one SQLite file: counts of components by place, one breakdown and
window. A count that is absent is zero; one that is hidden has no value in it at all,
so a public file holds nothing that could be dug out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

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
    keys = ["level", "geo_id", "dim", "dim_value", "window_id"]
    found: list[pd.DataFrame] = []
    with engine.connect() as connection:
        for family in families():
            table = marginals[family.name]
            wide = pd.read_sql(select(table), connection)
            names = {c.name: ids[f"{family.name}.{c.name}"] for c in family.components}
            long = wide.rename(columns=names).melt(keys, var_name="comp_id")
            found.append(long[long["value"] != 0])
    counts = pd.concat(found, ignore_index=True).astype("int64")
    return counts[[*CELL, "value"]].assign(status=SHOWN)


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
        # An index over rows that are there takes a third of one kept while they come.
        for index in tables["count"].indexes:
            index.create(connection)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()


def _without_journal(connection: Any, _: Any) -> None:
    """A draft that fails is thrown away whole, so it needs no journal."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _put_counts(connection: Connection, counts: pd.DataFrame) -> None:
    """In key order and through the driver: a million rows take two seconds."""
    ordered = counts.sort_values(list(CELL))
    missing = ordered["value"].isna()
    values = (
        ordered["value"].fillna(0).astype("int64").astype(object).mask(missing, None)
    )
    columns = [ordered[name].tolist() for name in CELL]
    rows = list(zip(*columns, values.tolist(), ordered["status"].tolist(), strict=True))
    statement = insert(edition_metadata().tables["count"]).compile(
        dialect=connection.dialect, column_keys=[*CELL, "value", "status"]
    )
    connection.exec_driver_sql(str(statement), rows)
