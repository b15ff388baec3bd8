"""Putting a frame into a database fast: Arrow where it is read, else in chunks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd
import pyarrow as pa
from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    Table,
    column,
    insert,
    select,
    table,
)
from sqlalchemy.sql.selectable import FromClause

CHUNK = 20_000


def put(connection: Connection, target: Table, frame: pd.DataFrame) -> None:
    """Append the rows of a frame to a table with the same columns."""
    names = [each.name for each in target.columns]
    with staged(
        connection, f"put_{target.name}", list(target.columns), frame
    ) as source:
        rows = select(*[source.c[name] for name in names])
        connection.execute(insert(target).from_select(names, rows))


@contextmanager
def staged(
    connection: Connection, name: str, columns: list[Column[Any]], frame: pd.DataFrame
) -> Iterator[FromClause]:
    """The frame as something to select from, for the length of a `with` block.

    DuckDB reads Arrow memory in place; row by row it would need seconds for what takes
    milliseconds. Other engines get a temporary table.
    """
    frame = frame[[each.name for each in columns]]
    if connection.dialect.name == "duckdb":
        driver: Any = connection.connection.driver_connection
        driver.register(name, pa.Table.from_pandas(frame, preserve_index=False))
        try:
            yield table(name, *[column(each.name, each.type) for each in columns])
        finally:
            driver.unregister(name)
    else:
        temporary = temporary_table(name, columns)
        temporary.create(connection)
        _insert_in_chunks(connection, temporary, frame)
        yield temporary
        temporary.drop(connection)


def temporary_table(name: str, columns: list[Column[Any]]) -> Table:
    """A table of this connection alone with the same columns."""
    copies = [Column(each.name, each.type, nullable=False) for each in columns]
    return Table(name, MetaData(), *copies, prefixes=["TEMPORARY"])


def _insert_in_chunks(
    connection: Connection, target: Table, frame: pd.DataFrame
) -> None:
    for start in range(0, len(frame), CHUNK):
        part = frame.iloc[start : start + CHUNK].to_dict("records")
        rows = [{str(name): value for name, value in row.items()} for row in part]
        connection.execute(insert(target), rows)
