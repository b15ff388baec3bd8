"""What a table of cases is: typed columns with a meaning, and rules run as SQL."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table
from sqlalchemy.sql.elements import ColumnElement

# A day is an integer: days since 1 January 1970. "No such day" is a day too, far
# in the future, so that no interval test needs a NULL or an OR.
NEVER = 99_999_999


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column: its type, what it means and, if it is coded, its codes."""

    name: str
    meaning: str
    type: type = int
    codes: Mapping[int, str] = field(default_factory=dict)
    key: bool = False


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A way for a record to be wrong: `broken` is true for a record that breaks it."""

    reason: str
    says: str
    broken: Callable[[Any], ColumnElement[bool]]


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A column whose value must be the key of another table."""

    column: str
    table: str
    target: str
    optional_value: int | None = None


@dataclass(frozen=True, kw_only=True)
class CaseTable:
    """One table of the record-level store and everything that is known about it."""

    name: str
    grain: str
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.fields)

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.fields if column.key)

    def table(self, metadata: MetaData, *, prefix: str = "", extra: str = "") -> Table:
        """The SQLAlchemy table; `prefix` names a staging or quarantine twin."""
        name = prefix + self.name
        if name in metadata.tables:
            return metadata.tables[name]
        added = [Column(extra, String, nullable=False)] if extra else []
        return Table(name, metadata, *map(_column, self.fields), *added)


def _column(column: Field) -> Column[Any]:
    kind = String if column.type is str else Integer
    return Column(column.name, kind, nullable=False, comment=column.meaning)
