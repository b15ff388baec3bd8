"""What is in a store: rows and rejections by table, and every rule tested again."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, case, func, select
from sqlalchemy.sql.selectable import FromClause

from data.cases import case_tables
from data.contract import CaseTable
from data.rules import DUPLICATE, LOADED_BEFORE, Test, tests_of
from data.store import QUARANTINE, case_metadata, is_store, open_cases, read_notes


class NoStore(ValueError):
    """There is no store where one was expected."""


@dataclass(frozen=True, kw_only=True)
class TableStatus:
    """One table: rows accepted, rows in quarantine by reason."""

    table: str
    rows: int
    rejected: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Status:
    """A store: where it is, its notes, its tables."""

    where: str
    notes: dict[str, str]
    tables: tuple[TableStatus, ...]


@dataclass(frozen=True, kw_only=True)
class RuleStatus:
    """One rule: records kept out because of it, accepted records that break it now."""

    table: str
    reason: str
    says: str
    rejected: int
    broken: int


def open_existing(path: Path) -> Engine:
    """The store of a file, to read only. Raises NoStore with what to do about it."""
    if not path.is_file():
        raise NoStore(
            f"there is no store at {path}; make one with python -m data demo or load"
        )
    engine = open_cases(path, read_only=True)
    if not is_store(engine):
        engine.dispose()
        raise NoStore(f"{path} is not a store of cases; move it away and load anew")
    return engine


def status(engine: Engine, *, where: str) -> Status:
    """Rows of each table and rejected rows by reason, with the notes of the store."""
    with engine.connect() as connection:
        tables = tuple(_table_status(connection, cases) for cases in case_tables())
    return Status(where=where, notes=read_notes(engine), tables=tables)


def check(engine: Engine) -> tuple[RuleStatus, ...]:
    """Every rule of every table, tested on what was accepted."""
    with engine.connect() as connection:
        return tuple(
            rule for cases in case_tables() for rule in _rules_status(connection, cases)
        )


def _table_status(connection: Connection, cases: CaseTable) -> TableStatus:
    good = case_metadata().tables[cases.name]
    rows = connection.execute(select(func.count()).select_from(good)).scalar_one()
    return TableStatus(
        table=cases.name, rows=int(rows), rejected=_rejected(connection, cases)
    )


def _rejected(connection: Connection, cases: CaseTable) -> dict[str, int]:
    bad = case_metadata().tables[QUARANTINE + cases.name]
    counted = select(bad.c.reason, func.count()).group_by(bad.c.reason)
    found = connection.execute(counted.order_by(bad.c.reason))
    return {reason: int(rows) for reason, rows in found}


def _rules_status(connection: Connection, cases: CaseTable) -> list[RuleStatus]:
    metadata = case_metadata()
    good = metadata.tables[cases.name]
    source, tests = tests_of(cases, metadata, good)
    rejected = _rejected(connection, cases)
    broken = _count_broken(connection, source, tests)
    broken.append(_count_repeated(connection, cases))
    known = [(test.reason, test.says) for test in tests]
    known.append((DUPLICATE, f"no two records have the same {', '.join(cases.key)}"))
    listed = [
        RuleStatus(
            table=cases.name,
            reason=reason,
            says=says,
            rejected=rejected.pop(reason, 0),
            broken=number,
        )
        for (reason, says), number in zip(known, broken, strict=True)
    ]
    return listed + [
        RuleStatus(
            table=cases.name, reason=reason, says=_others(reason), rejected=n, broken=0
        )
        for reason, n in rejected.items()
    ]


def _others(reason: str) -> str:
    if reason == LOADED_BEFORE:
        return "a record is loaded once"
    return "every value can be read as what its column is"


def _count_broken(
    connection: Connection, source: FromClause, tests: tuple[Test, ...]
) -> list[int]:
    if not tests:
        return []
    sums = [func.sum(case((test.broken, 1), else_=0)) for test in tests]
    row = connection.execute(select(*sums).select_from(source)).one()
    return [int(value or 0) for value in row]


def _count_repeated(connection: Connection, cases: CaseTable) -> int:
    good = case_metadata().tables[cases.name]
    keys = [good.c[name] for name in cases.key]
    extra = (func.count() - 1).label("extra")
    repeated = (
        select(extra)
        .select_from(good)
        .group_by(*keys)
        .having(func.count() > 1)
        .subquery()
    )
    return int(connection.execute(select(func.sum(repeated.c.extra))).scalar() or 0)
