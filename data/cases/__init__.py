"""The contract of the record-level store: one file a table, found by this folder."""

from importlib import import_module
from pkgutil import iter_modules

from data.contract import CaseTable


def case_tables() -> tuple[CaseTable, ...]:
    """Every table of cases, in the order in which they refer to one another.

    Each module of this folder assigns one `CASES`; dropping in a file adds a table.
    """
    modules = [
        import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)
    ]
    return _by_reference([module.CASES for module in modules])


def case_table(name: str) -> CaseTable:
    """The one table with this name. Raises KeyError with the names there are."""
    tables = {table.name: table for table in case_tables()}
    if name not in tables:
        raise KeyError(f"no case table {name!r}; there are {', '.join(sorted(tables))}")
    return tables[name]


def _by_reference(tables: list[CaseTable]) -> tuple[CaseTable, ...]:
    placed: list[CaseTable] = []
    waiting = sorted(tables, key=lambda table: table.name)
    while waiting:
        names = {table.name for table in placed}
        ready = [
            t for t in waiting if {r.table for r in t.references} - {t.name} <= names
        ]
        if not ready:
            raise ValueError(f"circular references among {[t.name for t in waiting]}")
        placed += ready
        waiting = [table for table in waiting if table not in ready]
    return tuple(placed)
