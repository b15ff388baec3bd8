"""The record-level store: its tables, its notes, its two engines."""

from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import func, select

from data.bulk import put
from data.cases import case_tables
from data.checks import NoStore, check, open_existing, status
from data.days import day_dimension
from data.store import (
    case_metadata,
    create_store,
    is_store,
    open_cases,
    read_notes,
    write_notes,
)


@pytest.fixture(params=["duckdb", "sqlite"])
def engine(request: pytest.FixtureRequest, tmp_path: Path):
    urls = {
        "duckdb": tmp_path / "cases.duckdb",
        "sqlite": f"sqlite:///{tmp_path / 'cases.sqlite'}",
    }
    found = open_cases(urls[request.param])
    yield found
    found.dispose()


def test_every_table_has_a_quarantine_with_a_reason() -> None:
    tables = case_metadata().tables
    for cases in case_tables():
        twin = tables[f"bad_{cases.name}"]
        assert [c.name for c in twin.c] == [*cases.columns, "reason"]


def test_creating_twice_changes_nothing(engine) -> None:
    assert not is_store(engine)
    create_store(engine)
    create_store(engine)
    days = case_metadata().tables["dim_day"]
    with engine.connect() as connection:
        rows = connection.execute(select(func.count()).select_from(days)).scalar_one()
    assert is_store(engine)
    assert rows == len(day_dimension())


def test_notes_replace_those_of_the_same_name(engine) -> None:
    create_store(engine)
    for notes in ({"state": "nc", "seed": "1"}, {"seed": "2"}):
        with engine.begin() as connection:
            write_notes(connection, notes)
    assert read_notes(engine) == {"state": "nc", "seed": "2"}


def test_putting_a_frame_keeps_its_values(engine) -> None:
    create_store(engine)
    county = case_metadata().tables["county"]
    frame = pd.DataFrame(
        {"name": ["Pitt", "New Hanover"], "county_id": [37147, 37129], "state": "nc"}
    )
    with engine.begin() as connection:
        put(connection, county, frame)
        found = connection.execute(select(county).order_by(county.c.county_id)).all()
    assert [tuple(row) for row in found] == [
        (37129, "nc", "New Hanover"),
        (37147, "nc", "Pitt"),
    ]


def test_an_empty_store_has_a_status_and_breaks_no_rule(engine) -> None:
    create_store(engine)
    found = status(engine, where="here")
    assert {table.rows for table in found.tables} == {0}
    rules = check(engine)
    assert {rule.table for rule in rules} == {cases.name for cases in case_tables()}
    assert not any(rule.broken or rule.rejected for rule in rules)


def test_check_finds_what_got_in_past_the_rules(engine) -> None:
    create_store(engine)
    provider = case_metadata().tables["provider"]
    twice = pd.DataFrame({"provider_id": [1, 1], "name": "A", "kind": [1, 5]})
    with engine.begin() as connection:
        put(connection, provider, twice)
    broken = {rule.reason: rule.broken for rule in check(engine) if rule.broken}
    assert broken == {"unknown code in kind": 1, "duplicate key": 1}


def test_a_missing_or_foreign_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NoStore, match="python -m data demo"):
        open_existing(tmp_path / "none.duckdb")
    other = open_cases(tmp_path / "other.duckdb")
    with other.begin() as connection:
        case_metadata().tables["county"].create(connection)
    other.dispose()
    with pytest.raises(NoStore, match="not a store"):
        open_existing(tmp_path / "other.duckdb")
