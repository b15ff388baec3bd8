"""The shell: what it prints, what it returns, and what it says when it cannot."""

import csv
import fcntl
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from data.demo.write import write_demo
from metrics.__main__ import main
from metrics.families import families
from metrics.outcomes import Outcomes
from metrics.privacy.blocks import Protected
from tests.conftest import ROOT
from tests.editions import contents
from tests.small_world import world


class Shell:
    """Runs commands on a folder; remembers what was printed."""

    def __init__(self, root: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capture = capture
        self.errors = ""

    def __call__(self, *words: str, expect: int = 0) -> str:
        try:
            code = main([*words, "--root", str(self.root)], {})
        except SystemExit as left:
            code = int(left.code or 0)
        printed, self.errors = self._capture.readouterr()
        assert code == expect, printed + self.errors
        assert "Traceback" not in printed + self.errors
        return str(printed)


@pytest.fixture
def shell(demo_var: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(demo_var, capsys)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cases of a state of three years: what is built again and again is small."""
    path = tmp_path_factory.mktemp("few") / "nc.duckdb"
    years = range(2023, 2026)
    write_demo(path, seed=7, years=years, scale=0.01, tell=lambda _: None)
    return path


@pytest.fixture
def own(tmp_path: Path, few: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A copy of the cases, to build from; no version yet."""
    (tmp_path / "cases").mkdir()
    shutil.copy(few, tmp_path / "cases")
    return Shell(tmp_path, capsys)


def test_list_names_every_measure(shell: Shell) -> None:
    told = json.loads(shell("list", "--format", "json"))
    assert len(told) == len(shell("list").splitlines()) >= 14
    assert all(each["id"] in shell("list") for each in told)
    assert set(told[0]) == {"id", "code", "title", "question", "better", "breakdowns"}


@pytest.mark.parametrize(
    "by", ["all", "race", "age", "sex", "provider", "county", "region"]
)
@pytest.mark.parametrize("edition", ["staff", "public"])
def test_table_in_three_formats_says_the_same(
    shell: Shell, by: str, edition: str
) -> None:
    words = ("table", "permanency-12-months", "--by", by, "--edition", edition)
    records = json.loads(shell(*words, "--format", "json"), parse_constant=pytest.fail)
    lines = list(csv.DictReader(io.StringIO(shell(*words, "--format", "csv"))))
    assert [line["group"] for line in lines] == [record["group"] for record in records]
    assert {record["edition"] for record in records} == {edition}
    text = shell(*words)
    assert len(text.splitlines()) == len(records) + 5
    assert "Demonstration data: no real children" in text
    assert "nan" not in text


@pytest.mark.parametrize(
    ("place", "code"),
    [(("--county", "37063"), "37063"), (("--region", "1"), "region:1"), ((), "nc")],
)
def test_table_of_a_place_and_windows(
    shell: Shell, place: tuple[str, ...], code: str
) -> None:
    windows = ("--window", "sfy2023", "--window", "sfy2023-2025")
    words = ("table", "entry-rate", *place, *windows, "--format", "json")
    records = json.loads(shell(*words))
    assert [r["geography"] for r in records] == [code, code]
    assert [r["window"] for r in records] == ["sfy2023", "sfy2023-2025"]


def test_the_decision_base_is_asked_for(shell: Shell) -> None:
    words = ("table", "found", "--by", "race", "--format", "json")
    bases = {
        b: json.loads(shell(*words, "--base", b)) for b in ("population", "decision")
    }
    assert {r["base"] for r in bases["population"]} == {"population"}
    assert {r["base"] for r in bases["decision"]} == {"decision"}


def test_hidden_figures_are_dashes_and_said(shell: Shell) -> None:
    words = ("--county", "37119", "--by", "race", "--edition", "public")
    lines = shell("table", "permanency-12-months", *words).splitlines()
    cells = [re.split(r"\s{2,}", line) for line in lines]
    hidden = [each for each in cells if each[-1].startswith("hidden")]
    assert hidden
    for each in hidden:
        assert each[3:-1] == ["-"] * 6


def test_explain_gives_words_and_sql(shell: Shell, demo_root: Path) -> None:
    for measure in Outcomes.open(demo_root).measures():
        told = json.loads(shell("explain", measure.id, "--format", "json"))
        assert told["definition"] == measure.definition
        names = {measure.numerator.split(".")[0], measure.denominator.split(".")[0]}
        assert set(told["sql"]) == names <= {family.name for family in families()}
        assert all(sql.startswith("SELECT") for sql in told["sql"].values())
        assert ":param" not in "".join(told["sql"].values())
    text = shell("explain", "re-entry")
    assert "SQL of home_exits:\nSELECT" in text


def test_targets_have_words_and_dates(shell: Shell) -> None:
    told = json.loads(shell("targets", "--format", "json"))
    assert len(told) == 17
    assert all(each["word"] and each["due"] for each in told)
    assert len(shell("targets").splitlines()) >= 17


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("table", "no-such"), "There is no measure"),
        (("table", "'; DROP TABLE count; --"), "There is no measure"),
        (("table", "x" * 10_000), "There is no measure"),
        (("table", "entry-rate", "--county", "99999"), "There is no county or region"),
        (("table", "entry-rate", "--region", "x"), "There is no county or region"),
        (("table", "entry-rate", "--window", "sfy1066"), "There are no figures for"),
        (("table", "entry-rate", "--reference", "martians"), "nothing to compare with"),
        (("table", "report-rate", "--by", "provider"), "is not counted by provider"),
        (("table", "re-entry", "--base", "population"), "it has one base"),
        (("table", "entry-rate", "--state", "zz"), "There is no state “zz”"),
        (("table", "entry-rate", "--state", "wa"), "--state wa"),
        (("explain", "no-such"), "There is no measure"),
        (("explain", "re-entry", "--state", "zz"), "There is no state"),
        (("build", "--state", "../nc"), "There is no state file"),
        (("rollback", "--state", "wa"), "no older version"),
        (("rollback", "--state", "../../x"), "no older version"),
        (("build", "--state", "wa"), "Load records with python -m data load"),
    ],
)
def test_what_cannot_be_done_is_said_and_returns_1(
    shell: Shell, words: tuple[str, ...], says: str
) -> None:
    assert shell(*words, expect=1) == ""
    last = shell.errors.splitlines()[-1]
    assert last.startswith("countywise: ")
    assert says in last
    assert len(last) < 400


@pytest.mark.parametrize(
    "words",
    [(), ("no-such-verb",), ("table",), ("table", "entry-rate", "--by", "income"),
     ("table", "entry-rate", "--county", "37063", "--region", "1"),
     ("table", "entry-rate", "--format", "xlsx"), ("list", "--format", "csv"),
     ("table", "entry-rate", "--edition", "secret"), ("explain",)],
)  # fmt: skip
def test_what_is_not_understood_returns_2(shell: Shell, words: tuple[str, ...]) -> None:
    shell(*words, expect=2)
    assert "usage: " in shell.errors


def test_without_a_warehouse_the_message_names_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path, capsys)
    shell("table", "entry-rate", expect=1)
    assert "python -m metrics build --state nc" in shell.errors
    shell("build", expect=1)
    assert "python -m data demo --state nc" in shell.errors
    assert len(shell("list").splitlines()) >= 14


def test_build_release_and_rollback(own: Shell) -> None:
    made = json.loads(own("build", "--format", "json"))
    assert (made["state"], made["version"]) == ("nc", "000001")
    assert made["cells"] > made["hidden_in_public"] > 1000
    before = own("table", "entry-rate", "--by", "race", "--format", "csv")
    assert "Version 000002 of nc serves" in own("release", "--quick")
    after = own("table", "entry-rate", "--by", "race", "--format", "csv")
    assert after == before.replace("000001", "000002")
    assert json.loads(own("rollback", "--format", "json"))["version"] == "000001"
    assert own("table", "entry-rate", "--by", "race", "--format", "csv") == before
    own("rollback", expect=1)
    assert "no older version" in own.errors


def test_a_failed_build_leaves_the_old_version(
    own: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    own("build")
    before = own("table", "entry-rate", "--format", "csv")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("metrics.publish.write_edition", full)
    own("release", "--quick", expect=1)
    assert "No space left on device" in own.errors
    assert own("table", "entry-rate", "--format", "csv") == before


def test_a_release_does_not_call_old_counts_new(
    own: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted under other definitions, a release counts anew."""
    for module in ("builder", "store_facts"):
        monkeypatch.setattr(f"metrics.{module}.definitions_hash", lambda _: "older")
    own("build")
    own("table", "entry-rate", expect=1)
    assert "definitions of the counts have changed" in own.errors
    monkeypatch.undo()
    told: list[str] = []
    monkeypatch.setattr(
        "metrics.builder.build", lambda *_, **__: told.append("counted")
    )
    own("release", "--quick")
    own("release", "--quick")
    assert told == ["counted"]


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
         capsys: pytest.CaptureFixture[str]) -> Shell:  # fmt: skip
    """A state of a few hundred children in three counties, counted already."""
    engine = create_engine("sqlite://")
    monkeypatch.setattr("metrics.builder._cases", lambda *_: engine)
    monkeypatch.setattr(
        "metrics.builder._contents", lambda *_, **__: contents(world(8))
    )
    return Shell(tmp_path, capsys)


def test_a_release_is_audited_kept_and_audited_again(tiny: Shell) -> None:
    made = json.loads(tiny("release", "--format", "json"))
    assert made["audit"]["clean"]
    folder = tiny.root / "warehouse" / "nc"
    kept = json.loads((folder / "versions" / "000001" / "audit.json").read_text())
    assert (kept["recovered"], kept["hidden"]) == (0, made["hidden_in_public"])
    assert kept["policy"].startswith("cms: 1 to 10 hidden")
    assert [path.name for path in (folder / "published").iterdir()] == ["000001.sqlite"]
    assert "clean" in tiny("audit")
    again = json.loads(tiny("release", "--format", "json"))
    assert again["hidden_in_public"] == made["hidden_in_public"]
    assert not [*(folder / "versions" / "000002").glob("trial*")]
    told = json.loads(tiny("audit", "--format", "json"))
    assert (told["narrow"], told["unmasked"], told["small_revisions"]) == (0, 0, 0)
    vintage = Outcomes.open(tiny.root / "warehouse").vintage("nc")
    assert vintage.notes["audited"].startswith("yes, 2")
    assert vintage.notes["audited"].endswith("version 000002")


def test_an_edition_that_is_not_clean_ends_the_audit_with_1(tiny: Shell) -> None:
    tiny("release", "--quick")
    path = tiny.root / "warehouse" / "nc" / "versions" / "000001" / "public.sqlite"
    with sqlite3.connect(path) as edition:
        edition.execute('UPDATE "count" SET value = 7, status = 0 WHERE status = 1')
    edition.close()
    told = json.loads(
        tiny("audit", "--edition-file", str(path), "--format", "json", expect=1)
    )
    assert told["small_shown"] > 10
    assert not told["clean"]
    assert "NOT CLEAN" in tiny("audit", expect=1)


def test_an_unclean_release_makes_nothing(
    tiny: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the attack while hiding, the audit stands in the way."""
    tiny("release", "--quick")
    monkeypatch.setattr(
        "metrics.public.protected_cells",
        lambda cells, **_: Protected(
            hidden=cells["value"].to_numpy() <= 10, given_up=0
        ),
    )
    tiny("release", expect=1)
    assert "not safe to publish" in tiny.errors
    folder = tiny.root / "warehouse" / "nc"
    assert [p.name for p in (folder / "versions").iterdir()] == ["000001"]
    assert not (folder / "published").exists()


def test_there_is_nothing_to_audit_yet(tmp_path: Path,
    capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    shell = Shell(tmp_path, capsys)
    shell("audit", expect=1)
    assert "python -m metrics release --state nc" in shell.errors


def test_damaged_records_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "nc.duckdb").write_bytes(b"no database" * 1000)
    shell = Shell(tmp_path, capsys)
    shell("build", expect=1)
    assert "is damaged" in shell.errors


def test_two_builds_at_once_are_refused(own: Shell) -> None:
    folder = own.root / "warehouse" / "nc"
    folder.mkdir(parents=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        own("build", expect=1)
    assert "Another build of nc is running" in own.errors


def test_the_module_runs_and_returns_its_code(demo_var: Path) -> None:
    for measure, code in (("entry-rate", 0), ("no-such", 1)):
        done = subprocess.run(
            [sys.executable, "-m", "metrics", "table", measure],
            cwd=ROOT,
            env=os.environ | {"COUNTYWISE_VAR": str(demo_var)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code
        assert "Traceback" not in done.stderr
