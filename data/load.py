"""Loading a frame into a table of cases; what breaks a rule goes to quarantine."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
import pandas as pd
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Select,
    String,
    Subquery,
    Table,
    and_,
    case,
    func,
    insert,
    literal,
    select,
)
from sqlalchemy.sql.selectable import FromClause

from data.bulk import staged, temporary_table
from data.contract import CaseTable
from data.rules import DUPLICATE, LOADED_BEFORE, tests_of
from data.store import QUARANTINE, REASON, case_metadata

# Stands in an integer column of the quarantine where the value could not be read.
NOT_READ = -99_999_999
LARGEST = 2**31 - 1


class LoadError(ValueError):
    """A frame that cannot be loaded at all, with a sentence that says why."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What became of a frame: rows in all, rows accepted, rows rejected by reason."""

    table: str
    rows: int
    good: int
    rejected: Mapping[str, int]


def load_table(
    engine: Engine,
    cases: CaseTable,
    frame: pd.DataFrame,
    *,
    source: str,
    file: str = "",
) -> Loaded:
    """Append a frame to a table of cases; what breaks a rule goes to its `bad_` twin.

    The first rule that a record breaks is its reason. Of records with one key the
    first sound one is kept. Tables must be loaded in the order of `case_tables()`,
    because a reference to a record that is not there is a broken rule too.

    Raises LoadError if a column is absent. All of it happens or none of it.
    """
    readable = _readable(cases, frame)
    metadata = case_metadata()
    good = metadata.tables[cases.name]
    bad = metadata.tables[QUARANTINE + cases.name]
    stage_columns = [*good.columns, Column("unread", String), Column("line", Integer)]
    with engine.begin() as connection:
        with staged(
            connection, f"stage_{cases.name}", stage_columns, readable
        ) as stage:
            judged = _judge(connection, cases, metadata, stage)
        counts = _file_away(connection, judged, good, bad)
        loaded = _loaded(cases, len(frame), counts)
        _log(connection, metadata.tables["load_log"], loaded, source=source, file=file)
    return loaded


def _readable(cases: CaseTable, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with typed columns, `unread` naming what could not be typed."""
    absent = [name for name in cases.columns if name not in frame.columns]
    if absent:
        raise LoadError(f"{cases.name}: the columns {', '.join(absent)} are not there")
    typed: dict[str, object] = {}
    unread = np.full(len(frame), "", dtype=object)
    for field in cases.fields:
        read = _read_text if field.type is str else _read_whole
        typed[field.name], wrong = read(frame[field.name])
        unread[wrong & (unread == "")] = f"unreadable value in {field.name}"
    lines = np.arange(len(frame), dtype=np.int32)
    return pd.DataFrame(typed | {"unread": unread.astype(str), "line": lines})


def _read_whole(values: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    if values.dtype.kind in "iu":
        numbers = values.to_numpy()
        wrong = (numbers > LARGEST) | (numbers < -LARGEST)
    else:
        numbers = pd.to_numeric(values, errors="coerce").to_numpy(
            dtype=float, na_value=np.nan
        )
        wrong = ~(np.abs(numbers) <= LARGEST)
        wrong |= np.where(wrong, 0.0, numbers) % 1 != 0
    return np.where(wrong, NOT_READ, numbers).astype(np.int32), wrong


def _read_text(values: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    wrong = values.isna().to_numpy()
    return values.astype(object).where(~wrong, "").astype(str).to_numpy(), wrong


def _judge(
    connection: Connection, cases: CaseTable, metadata: MetaData, stage: FromClause
) -> Table:
    """A temporary table of the stage's records, each with a reason or an empty one."""
    good = metadata.tables[cases.name]
    judged = temporary_table(
        f"judged_{cases.name}", [*good.columns, Column(REASON, String)]
    )
    judged.create(connection)
    first = _broken_rules(cases, metadata, stage).subquery("first")
    final = _repeated_keys(cases, good, first)
    connection.execute(insert(judged).from_select([c.name for c in judged.c], final))
    return judged


def _broken_rules(
    cases: CaseTable, metadata: MetaData, stage: FromClause
) -> Select[tuple[object, ...]]:
    """Stage rows with the first reason found among values, codes, rules, references."""
    source, tests = tests_of(cases, metadata, stage)
    whens = [(stage.c.unread != "", stage.c.unread)]
    whens += [(test.broken, literal(test.reason)) for test in tests]
    columns = [stage.c[name] for name in cases.columns]
    reason = case(*whens, else_=literal("")).label(REASON)
    return select(*columns, stage.c.line, reason).select_from(source)


def _repeated_keys(
    cases: CaseTable, good: Table, first: Subquery
) -> Select[tuple[object, ...]]:
    """The same rows, with a reason also for a key met before."""
    columns = [first.c[name] for name in cases.columns]
    if not cases.key:
        return select(*columns, first.c.reason)
    # Only sound records compete for a key, so that a broken one cannot displace them.
    place = func.row_number().over(
        partition_by=[*[first.c[name] for name in cases.key], first.c.reason == ""],
        order_by=first.c.line,
    )
    same_key = and_(*[good.c[name] == first.c[name] for name in cases.key])
    there = good.c[cases.key[0]]
    reason = case(
        (first.c.reason != "", first.c.reason),
        (there.is_not(None), literal(LOADED_BEFORE)),
        (place > 1, literal(DUPLICATE)),
        else_=literal(""),
    )
    return select(*columns, reason.label(REASON)).select_from(
        first.outerjoin(good, same_key)
    )


def _file_away(
    connection: Connection, judged: Table, good: Table, bad: Table
) -> dict[str, int]:
    """Move judged rows to the table or to its quarantine; rows by reason, "" = good."""
    names = [column.name for column in good.columns]
    sound = select(*[judged.c[name] for name in names]).where(judged.c.reason == "")
    broken = select(judged).where(judged.c.reason != "")
    connection.execute(insert(good).from_select(names, sound))
    connection.execute(insert(bad).from_select([*names, REASON], broken))
    count = select(judged.c.reason, func.count()).group_by(judged.c.reason)
    counts = {reason: int(rows) for reason, rows in connection.execute(count)}
    judged.drop(connection)
    return counts


def _loaded(cases: CaseTable, rows: int, counts: Mapping[str, int]) -> Loaded:
    rejected = {reason: counts[reason] for reason in sorted(counts) if reason}
    return Loaded(
        table=cases.name, rows=rows, good=counts.get("", 0), rejected=rejected
    )


def _log(
    connection: Connection, log: Table, loaded: Loaded, *, source: str, file: str
) -> None:
    row = {
        "file": file,
        "table": loaded.table,
        "rows": loaded.rows,
        "good": loaded.good,
        "rejected": sum(loaded.rejected.values()),
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "source": source,
    }
    connection.execute(insert(log), [row])
