"""The rules of a table of cases as SQL conditions, for loading and for checking."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, MetaData, and_, select
from sqlalchemy.sql.selectable import FromClause

from data.contract import CaseTable, Reference

DUPLICATE = "duplicate key"
LOADED_BEFORE = "key loaded before"


@dataclass(frozen=True, kw_only=True)
class Test:
    """One rule: its reason in the quarantine, its words, and what breaks it."""

    __test__ = False  # no test of pytest's

    reason: str
    says: str
    broken: ColumnElement[bool]


def tests_of(
    cases: CaseTable, metadata: MetaData, rows: FromClause
) -> tuple[FromClause, tuple[Test, ...]]:
    """What to select `rows` from so that every rule can be tested, and the rules.

    Codes come first, then the table's own rules, then references to other tables.
    """
    found = [
        Test(
            reason=f"unknown code in {field.name}",
            says=f"{field.name} is one of {', '.join(map(str, field.codes))}",
            broken=rows.c[field.name].not_in(list(field.codes)),
        )
        for field in cases.fields
        if field.codes
    ]
    found += [
        Test(reason=rule.reason, says=rule.says, broken=rule.broken(rows))
        for rule in cases.rules
    ]
    source = rows
    for reference in cases.references:
        source, missing = _missing(source, rows, reference, metadata)
        says = f"{reference.column} names a record of {reference.table}"
        found.append(
            Test(reason=f"{reference.table} not found", says=says, broken=missing)
        )
    return source, tuple(found)


def _missing(
    source: FromClause, rows: FromClause, reference: Reference, metadata: MetaData
) -> tuple[FromClause, ColumnElement[bool]]:
    target = metadata.tables[reference.table].c[reference.target]
    known = (
        select(target.label("known")).distinct().subquery(f"known_{reference.column}")
    )
    value = rows.c[reference.column]
    missing: ColumnElement[bool] = known.c.known.is_(None)
    if reference.optional_value is not None:
        missing = and_(missing, value != reference.optional_value)
    return source.outerjoin(known, known.c.known == value), missing
