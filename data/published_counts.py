"""Published counts: the tables in which a state's printed figures are kept."""

from functools import cache
from types import MappingProxyType

import pandas as pd
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    delete,
    insert,
    select,
)

from data.bulk import put

TABLE, QUARANTINE = "published_count", "bad_published_count"

# 0 in a column of codes stands for all; in county_id, for the state as a whole.
KEY = (
    "state", "measure", "window", "county_id",
    "race_id", "age_id", "sex_id", "provider_id",
)  # fmt: skip
WORDS = MappingProxyType(
    {
        "state": "state code, lower case",
        "measure": "measure id of the catalogue",
        "window": "window key, e.g. cy2018 or ffy2021",
        "level": "state or county",
        "geography": "state code, or five-digit county FIPS code, as in addresses",
    }
)
CODES = MappingProxyType(
    {
        "county_id": "county FIPS code; 0 for the state",
        "race_id": "race and Hispanic origin; 0 for all",
        "age_id": "age band; 0 for all",
        "sex_id": "sex; 0 for all",
        "provider_id": "provider; 0 for all",
    }
)
COUNTS = MappingProxyType(
    {
        "numerator": "events or children counted; empty if not shown",
        "denominator": "children (or days) they are counted among; empty if not known",
    }
)
PRINTED = MappingProxyType(
    {
        "source": "where the figure was published",
        "note": "what a reader must know of this figure; may be empty",
    }
)
COLUMNS = (*WORDS, *CODES, *COUNTS, *PRINTED)


@cache
def published_counts() -> Table:
    """One row a figure: state, measure, window, place and group, with its two counts.

    A numerator that was not shown is NULL, never 0; a denominator may be NULL too.
    """
    return Table(TABLE, MetaData(), *_columns())


@cache
def bad_published_counts() -> Table:
    """Rows that could not be accepted: the file's line, its text and the reason."""
    return Table(
        QUARANTINE,
        MetaData(),
        Column("state", String, nullable=False),
        Column("source", String, nullable=False),
        Column("line", Integer, nullable=False, comment="line of the file, from 1"),
        Column("record", String, nullable=False, comment="the row as it was read"),
        Column("reason", String, nullable=False),
    )


def _columns() -> list[Column[object]]:
    text = [Column(n, String, nullable=False, comment=c) for n, c in WORDS.items()]
    codes = [Column(n, Integer, nullable=False, comment=c) for n, c in CODES.items()]
    counts = [Column(n, Integer, nullable=True, comment=c) for n, c in COUNTS.items()]
    printed = [Column(n, String, nullable=False, comment=c) for n, c in PRINTED.items()]
    return [*text, *codes, *counts, *printed]  # type: ignore[list-item]


def create_published(engine: Engine) -> None:
    """Create the two tables where they are missing."""
    published_counts().create(engine, checkfirst=True)
    bad_published_counts().create(engine, checkfirst=True)


def replace_counts(
    connection: Connection,
    good: pd.DataFrame,
    bad: pd.DataFrame,
    *,
    state: str,
    source: str,
) -> None:
    """Put the rows of one source in place of what that source gave before."""
    given = {state, *good["state"]}
    for table, frame in ((published_counts(), good), (bad_published_counts(), bad)):
        same = table.c.state.in_(given) & (table.c.source == source)
        connection.execute(delete(table).where(same))
        _append(connection, table, frame[[column.name for column in table.columns]])


def _append(connection: Connection, table: Table, frame: pd.DataFrame) -> None:
    if frame.empty:
        return
    if connection.dialect.name == "duckdb":
        put(connection, table, frame)
        return
    rows = frame.astype(object).where(frame.notna(), None)
    names = [str(name) for name in frame.columns]
    records = (dict(zip(names, each, strict=True)) for each in rows.to_numpy())
    connection.execute(insert(table), list(records))


def read_counts(engine: Engine, *, state: str) -> pd.DataFrame:
    """Every accepted row of a state; counts are nullable whole numbers (Int64)."""
    table = published_counts()
    query = select(table).where(table.c.state == state)
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype(dict.fromkeys(COUNTS, "Int64") | dict.fromkeys(CODES, "int64"))
