"""Loading: each rule finds its record and says why; both engines do the same."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import copy

import pandas as pd
import pytest
from sqlalchemy import select

from data.cases import case_table, case_tables
from data.contract import NEVER
from data.load import NOT_READ, LoadError, load_table
from data.store import case_metadata, create_store, open_cases

SOUND = {
    "county": {"county_id": 37001, "state": "nc", "name": "Alamance"},
    "region_member": {
        "scheme": "s", "county_id": 37001, "region_id": 1, "region_name": "One",
        "valid_from": 0, "valid_to": NEVER,
    },
    "provider": {"provider_id": 5, "name": "Five", "kind": 2},
    "population": {
        "source": "estimates", "year": 2020, "county_id": 37001, "race_id": 1,
        "age_id": 1, "sex_id": 1, "children": 10,
    },
    "child": {
        "child_id": 1, "birth_day": 15000, "sex_id": 1, "white": 1, "black": 0,
        "aian": 0, "asian": 0, "nhpi": 0, "race_unknown": 0, "hispanic": 0,
    },
    "report": {
        "report_id": 1, "child_id": 1, "county_id": 37001, "report_day": 18000,
        "incident_day": NEVER, "screened_in": 1, "assessed": 1, "disposition": 1,
        "unborn": 0, "died": 0, "home_services_day": NEVER,
    },
    "removal": {
        "removal_id": 1, "child_id": 1, "county_id": 37001, "provider_id": 5,
        "report_id": 0, "removal_day": 18000, "exit_day": NEVER, "exit_reason": 0,
    },
    "placement": {
        "placement_id": 1, "removal_id": 1, "provider_id": 0, "home_id": 9,
        "setting": 2, "start_day": 18000, "end_day": NEVER,
    },
}  # fmt: skip
WRONG = (
    ("county", {"county_id": 99999}, "county code out of range"),
    ("region_member", {"valid_to": -5}, "region period ends before it starts"),
    ("region_member", {"county_id": 37003}, "county not found"),
    ("population", {"children": -1}, "negative population"),
    ("population", {"county_id": 37003}, "county not found"),
    ("child", {"birth_day": -30_000}, "impossible birth date"),
    ("child", {"birth_day": 50_000}, "impossible birth date"),
    ("report", {"incident_day": 18_001}, "incident after report"),
    ("report", {"screened_in": 0, "assessed": 0}, "finding without assessment"),
    ("report", {"screened_in": 0, "disposition": 0}, "assessed but screened out"),
    ("report", {"home_services_day": 17_999}, "services before the report"),
    (
        "report",
        {"home_services_day": 18_001, "assessed": 0, "disposition": 0},
        "services without assessment",
    ),
    ("report", {"child_id": 2}, "child not found"),
    ("report", {"county_id": 37003}, "county not found"),
    ("removal", {"exit_day": 17_999, "exit_reason": 1}, "exit before removal"),
    ("removal", {"exit_reason": 1}, "exit reason without exit date"),
    ("removal", {"exit_day": 18_100}, "exit date coded as still in care"),
    ("removal", {"child_id": 2}, "child not found"),
    ("removal", {"county_id": 37003}, "county not found"),
    ("removal", {"provider_id": 6}, "provider not found"),
    ("placement", {"end_day": 17_999}, "placement ends before it starts"),
    ("placement", {"removal_id": 2}, "removal not found"),
    ("placement", {"provider_id": 6}, "provider not found"),
)
CODED = tuple(
    (cases.name, {field.name: 88}, f"unknown code in {field.name}")
    for cases in case_tables()
    for field in cases.fields
    if field.codes
)


@pytest.fixture(scope="module", params=["duckdb", "sqlite"])
def empty(request: pytest.FixtureRequest, tmp_path_factory) -> Path:
    """The file of an empty store, to be copied."""
    path = tmp_path_factory.mktemp("empty") / f"cases.{request.param}"
    engine = _open(path)
    create_store(engine)
    engine.dispose()
    return path


@pytest.fixture
def engine(empty: Path, tmp_path: Path):
    found = _open(Path(copy(empty, tmp_path)))
    yield found
    found.dispose()


@pytest.fixture(scope="module")
def stores(empty: Path, tmp_path_factory) -> Callable[[str], Path]:
    """By name of a table, the file of a store with sound records of those before."""

    @cache
    def ready(name: str) -> Path:
        path = Path(copy(empty, tmp_path_factory.mktemp(name)))
        engine = _open(path)
        load_before(engine, name)
        engine.dispose()
        return path

    return ready


def _open(path: Path):
    return open_cases(path if path.suffix == ".duckdb" else f"sqlite:///{path}")


def load(engine, name: str, *rows: dict[str, object]):
    return load_table(engine, case_table(name), pd.DataFrame(rows), source="test")


def load_before(engine, name: str) -> None:
    """Load one sound record of every table that comes before this one."""
    for cases in case_tables():
        if cases.name == name:
            return
        assert load(engine, cases.name, SOUND[cases.name]).rejected == {}


def rows_of(engine, name: str) -> list[tuple[object, ...]]:
    table = case_metadata().tables[name]
    with engine.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(select(table)))


def renumbered(name: str) -> dict[str, object]:
    """A second sound record, with another key."""
    key = case_table(name).key[0]
    values = {"county_id": 37099, "scheme": "t", "source": "census2020"}
    return SOUND[name] | {key: values.get(key, 77)}


@pytest.mark.parametrize(("name", "change", "reason"), WRONG + CODED)
def test_a_broken_rule_is_found_with_its_reason(
    stores: Callable[[str], Path],
    tmp_path: Path,
    name: str,
    change: dict[str, object],
    reason: str,
) -> None:
    engine = _open(Path(copy(stores(name), tmp_path)))
    wrong = renumbered(name) | change
    loaded = load(engine, name, SOUND[name], wrong)
    assert (loaded.rows, loaded.good, dict(loaded.rejected)) == (2, 1, {reason: 1})
    columns = case_table(name).columns
    assert rows_of(engine, name) == [tuple(SOUND[name][c] for c in columns)]
    assert rows_of(engine, f"bad_{name}") == [(*(wrong[c] for c in columns), reason)]
    engine.dispose()


def test_every_rule_and_reference_has_a_record_that_breaks_it() -> None:
    tried = {(name, reason) for name, _, reason in WRONG}
    for cases in case_tables():
        for rule in cases.rules:
            assert (cases.name, rule.reason) in tried
        for reference in cases.references:
            assert (cases.name, f"{reference.table} not found") in tried


@pytest.mark.parametrize("cases", case_tables(), ids=lambda cases: cases.name)
def test_the_first_sound_record_of_a_key_is_kept(engine, cases) -> None:
    load_before(engine, cases.name)
    sound = SOUND[cases.name]
    loaded = load(engine, cases.name, sound, sound, renumbered(cases.name))
    assert (loaded.good, dict(loaded.rejected)) == (2, {"duplicate key": 1})
    again = load(engine, cases.name, sound)
    assert dict(again.rejected) == {"key loaded before": 1}


def test_a_broken_record_does_not_displace_a_sound_one(engine) -> None:
    broken = SOUND["provider"] | {"kind": 9}
    loaded = load(engine, "provider", broken, SOUND["provider"])
    assert dict(loaded.rejected) == {"unknown code in kind": 1}
    assert len(rows_of(engine, "provider")) == 1


def test_records_of_a_quarantined_child_are_missing_references(engine) -> None:
    load_before(engine, "child")
    load(engine, "child", SOUND["child"] | {"birth_day": 50_000})
    loaded = load(engine, "removal", SOUND["removal"])
    assert dict(loaded.rejected) == {"child not found": 1}


@pytest.mark.parametrize("value", ["ten", None, 10.5, 10**12, float("inf")])
def test_what_cannot_be_read_is_quarantined(engine, value: object) -> None:
    load_before(engine, "population")
    wrong = renumbered("population") | {"children": value}
    loaded = load(engine, "population", SOUND["population"], wrong)
    assert dict(loaded.rejected) == {"unreadable value in children": 1}
    (kept,) = rows_of(engine, "bad_population")
    assert NOT_READ in kept


def test_text_and_whole_floats_are_read(engine) -> None:
    row = {"provider_id": "12", "name": 7, "kind": 2.0}
    assert load(engine, "provider", row).rejected == {}
    assert rows_of(engine, "provider") == [(12, "7", 2)]


def test_an_absent_column_is_an_error_and_nothing_is_loaded(engine) -> None:
    row = {"provider_id": 1, "name": "One"}
    with pytest.raises(LoadError, match="kind"):
        load(engine, "provider", row)
    assert rows_of(engine, "provider") == []


def test_an_empty_frame_loads_nothing(engine) -> None:
    frame = pd.DataFrame(columns=list(case_table("provider").columns))
    loaded = load_table(engine, case_table("provider"), frame, source="test")
    assert (loaded.rows, loaded.good, dict(loaded.rejected)) == (0, 0, {})


def test_the_log_says_what_was_loaded(engine) -> None:
    load(engine, "provider", SOUND["provider"], SOUND["provider"])
    log = case_metadata().tables["load_log"]
    with engine.connect() as connection:
        (row,) = connection.execute(select(log)).all()
    assert (row.table, row.rows, row.good, row.rejected) == ("provider", 2, 1, 1)
    assert row.source == "test"
