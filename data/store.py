"""The record-level store: its tables, and the ways to open and to describe it."""

from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    insert,
    inspect,
    select,
)

from data.bulk import put
from data.cases import case_tables
from data.days import day_dimension

QUARANTINE = "bad_"
REASON = "reason"
DAY_COLUMNS = ("day", "ymd", "year", "month", "dom", "plus_12m", "plus_24m", "plus_18y")


def case_metadata() -> MetaData:
    """All tables of the store: cases, their quarantine twins, days, log and notes."""
    metadata = MetaData()
    for cases in case_tables():
        cases.table(metadata)
        cases.table(metadata, prefix=QUARANTINE, extra=REASON)
    day_columns = [Column(name, Integer, nullable=False) for name in DAY_COLUMNS]
    Table("dim_day", metadata, *day_columns)
    Table(
        "load_log",
        metadata,
        Column("file", String, nullable=False),
        Column("table", String, nullable=False),
        Column("rows", Integer, nullable=False),
        Column("good", Integer, nullable=False),
        Column("rejected", Integer, nullable=False),
        Column("loaded_at", String, nullable=False),
        Column("source", String, nullable=False),
    )
    Table(
        "store_note",
        metadata,
        Column("key", String, nullable=False),
        Column("value", Text, nullable=False),
    )
    return metadata


def open_cases(where: str | Path, *, read_only: bool = False) -> Engine:
    """An engine on a store: a path of a DuckDB file, or any SQLAlchemy address.

    `read_only` lets many processes share a DuckDB file; one process cannot hold both.
    """
    text = str(where)
    url = text if "://" in text else f"duckdb:///{text}"
    if url.startswith("duckdb:") and read_only:
        return create_engine(url, connect_args={"read_only": True})
    return create_engine(url)


def create_store(engine: Engine) -> None:
    """Create what is missing of the store's tables and fill the day dimension once."""
    metadata = case_metadata()
    metadata.create_all(engine)
    days = metadata.tables["dim_day"]
    with engine.begin() as connection:
        if connection.execute(select(days.c.day).limit(1)).first() is None:
            put(connection, days, day_dimension())


def is_store(engine: Engine) -> bool:
    """Whether the address holds a store that create_store made."""
    there = set(inspect(engine).get_table_names())
    return {"store_note", "dim_day", "load_log"} <= there


def write_notes(connection: Connection, notes: dict[str, str]) -> None:
    """Set notes about the store, e.g. state, source, vintage; others stay."""
    table = case_metadata().tables["store_note"]
    connection.execute(delete(table).where(table.c.key.in_(list(notes))))
    rows = [{"key": key, "value": value} for key, value in notes.items()]
    connection.execute(insert(table), rows)


def read_notes(engine: Engine) -> dict[str, str]:
    """Every note about the store."""
    table = case_metadata().tables["store_note"]
    with engine.connect() as connection:
        return {row.key: row.value for row in connection.execute(select(table))}
