"""python -m data demo | status | check: what they print and how they end."""

import json
from pathlib import Path

import pytest

from data import __main__ as command
from data.demo import write

SMALL = ("--scale", "0.01", "--years", "2024-2025")


def run(capsys, *words: str, var: Path) -> tuple[int, str, str]:
    code = command.main(list(words), {"COUNTYWISE_VAR": str(var)})
    return code, *capsys.readouterr()


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("var")
    words = ["demo", "--state", "nc", "--seed", "3", *SMALL, "--out", str(folder)]
    assert command.main(words, {}) == 0
    return folder


def test_demo_writes_one_whole_file(var: Path) -> None:
    assert [path.name for path in (var / "cases").iterdir()] == ["nc.duckdb"]


def test_a_plain_state_has_every_group_alike(capsys, tmp_path: Path) -> None:
    code, *_ = run(capsys, "demo", "--plain", *SMALL, var=tmp_path)
    _, out, _ = run(capsys, "status", "--format", "json", var=tmp_path)
    planted = json.loads(out)["notes"]["planted"]
    assert code == 0
    assert len(planted) > 20
    assert {truth["ratio"] for truth in planted} == {1.0}


def test_status_says_what_is_there_and_where_from(capsys, var: Path) -> None:
    code, out, _ = run(capsys, "status", var=var)
    assert code == 0
    assert "no real children" in out
    assert "exit before removal" in out
    code, out, _ = run(capsys, "status", "--format", "json", var=var)
    found = json.loads(out)
    assert code == 0
    assert found["notes"]["seed"] == "3"
    assert {truth["kind"] for truth in found["notes"]["planted"]} == {"ratio", "trend"}
    rows = {table["table"]: table["rows"] for table in found["tables"]}
    assert rows["county"] == 100
    assert rows["report"] > 1000


def test_check_tests_every_rule(capsys, var: Path) -> None:
    code, out, _ = run(capsys, "check", "--format", "json", var=var)
    rules = json.loads(out)
    assert code == 0
    assert all(rule["broken"] == 0 for rule in rules)
    assert sum(rule["rejected"] for rule in rules) > 20
    code, out, _ = run(capsys, "check", var=var)
    assert code == 0
    assert "a child cannot leave care before entering it" in out


def test_progress_goes_to_standard_error_and_json_stays_clean(capsys, tmp_path) -> None:
    words = ("demo", *SMALL, "--format", "json", "--root", str(tmp_path))
    code, out, err = run(capsys, *words, var=tmp_path)
    assert code == 0
    assert "loading report" in err
    assert [table["table"] for table in json.loads(out)["tables"]][0] == "child"


@pytest.mark.parametrize(
    "words",
    [
        ("demo", "--years", "1990-1995"),
        ("demo", "--years", "soon"),
        ("demo", "--scale", "0"),
        ("demo", "--scale", "lots"),
        ("demo", "--state", "zz"),
        ("load", "--format", "nothing"),
        ("load",),
        ("nonsense",),
        (),
    ],
)
def test_bad_usage_ends_with_2(words: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(list(words), {"COUNTYWISE_VAR": str(tmp_path)})
    assert ended.value.code == 2


def test_a_missing_store_is_one_sentence(capsys, tmp_path: Path) -> None:
    code, out, err = run(capsys, "status", "--state", "ms", var=tmp_path)
    assert (code, out) == (1, "")
    assert err.startswith("countywise: there is no store at ")
    assert err.count("\n") == 1


def test_a_failure_leaves_the_older_file(capsys, tmp_path, monkeypatch) -> None:
    store = tmp_path / "cases" / "nc.duckdb"
    store.parent.mkdir()
    store.write_text("older")

    def fails(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(write, "load_demo", fails)
    code, _, err = run(capsys, "demo", *SMALL, var=tmp_path)
    assert code == 1
    assert "the disk is full" in err
    assert store.read_text() == "older"
    assert [path.name for path in store.parent.iterdir()] == ["nc.duckdb"]


def test_every_loader_can_be_asked_for_help(capsys) -> None:
    for name in command.loaders.formats():
        with pytest.raises(SystemExit) as ended:
            command.main(["load", "--format", name, "--help"], {})
        assert ended.value.code == 0
        assert "--state" in capsys.readouterr().out
