"""The door to numbers: what is refused and how, and versions that change underneath."""

import shutil
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from data.warehouse import switch
from metrics.errors import (
    BadSelection,
    CountywiseError,
    NoData,
    UnknownMeasure,
    WarehouseUnavailable,
)
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from tests.editions import Counts, put_version

ASKED = Selection(state="nc", measure="entry-rate", windows=("sfy2024",))
LONG = "x" * 10_000
SQL = "'; DROP TABLE count; --"


def counts(times: int = 1) -> Counts:
    """Entries and children of the state and three counties, by race and in all."""
    found = {}
    for place in ("nc", "region:1", "37001", "37063", "37147"):
        for window in ("sfy2022", "sfy2023", "sfy2024"):
            for group, part in (("all", 3), ("race:1", 2), ("race:2", 1)):
                found[place, group, "entered.children", window] = 20 * part * times
                found[place, group, "population.child_years", window] = 9000 * part
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outcomes")
    put_version(folder, counts())
    return folder


@pytest.fixture(scope="module")
def outcomes(root: Path) -> Outcomes:
    return Outcomes.open(root, edition="staff")


HOSTILE = [
    ({"measure": "no-such"}, UnknownMeasure),
    ({"measure": ""}, UnknownMeasure),
    ({"measure": SQL}, UnknownMeasure),
    ({"measure": LONG}, UnknownMeasure),
    ({"measure": "../catalog/entry_rate"}, UnknownMeasure),
    ({"state": "zz"}, BadSelection),
    ({"state": ""}, BadSelection),
    ({"state": ".."}, BadSelection),
    ({"state": "nc/../nc"}, BadSelection),
    ({"state": "nc\x00"}, BadSelection),
    ({"state": SQL}, BadSelection),
    ({"state": LONG}, BadSelection),
    ({"place": "53033"}, BadSelection),
    ({"place": "wa"}, BadSelection),
    ({"place": "region:99"}, BadSelection),
    ({"place": "37063 "}, BadSelection),
    ({"place": "37063' OR 1=1 --"}, BadSelection),
    ({"place": LONG}, BadSelection),
    ({"windows": ("sfy1999",)}, BadSelection),
    ({"windows": ("sfy2024", "sfy9999")}, BadSelection),
    ({"windows": ("",)}, BadSelection),
    ({"windows": (SQL,)}, BadSelection),
    ({"windows": (LONG,)}, BadSelection),
    ({"by": "provider"}, BadSelection),
    ({"by": "income"}, BadSelection),
    ({"by": SQL}, BadSelection),
    ({"group": ("race", "martian")}, BadSelection),
    ({"group": ("race", SQL)}, BadSelection),
    ({"group": ("income", "low")}, BadSelection),
    ({"group": ("provider", "provider:12")}, BadSelection),
    ({"group": (LONG, LONG)}, BadSelection),
    ({"by": "race", "reference": "martian"}, BadSelection),
    ({"by": "race", "reference": LONG}, BadSelection),
    ({"base": "income"}, BadSelection),
    ({"measure": "re-entry", "base": "population"}, BadSelection),
    ({"measure": "re-entry", "base": SQL}, BadSelection),
    ({"measure": "re-entry", "by": "provider", "group": ("a", "b"), "place": "x"},
     BadSelection),
    ({"measure": "report-rate", "by": "provider"}, BadSelection),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "error"), HOSTILE)
def test_what_is_not_there_is_refused_in_a_sentence(
    outcomes: Outcomes, wrong: dict[str, object], error: type[CountywiseError]
) -> None:
    with pytest.raises(error) as told:
        outcomes.table(replace(ASKED, **wrong))  # type: ignore[arg-type]
    sentence = str(told.value)
    assert 20 < len(sentence) < 400
    assert sentence[0] in "“TNO"
    assert sentence.endswith(".")


def test_two_states_in_one_question_are_refused(outcomes: Outcomes) -> None:
    with pytest.raises(BadSelection, match="two states"):
        outcomes.tables([ASKED, replace(ASKED, state="wa")])


def test_no_question_has_no_answer(outcomes: Outcomes) -> None:
    assert outcomes.tables([]) == []


def test_the_newest_window_must_be_mature(outcomes: Outcomes) -> None:
    entry = outcomes.measure("entry-rate")
    cohort = outcomes.measure("permanency-12-months")
    assert outcomes.latest("nc", entry) == "sfy2024"
    assert outcomes.latest("nc", cohort) == "sfy2023"
    assert outcomes.latest("nc", entry, "pool") == "sfy2022-2024"
    with pytest.raises(NoData, match="complete enough"):
        outcomes.latest("nc", entry, "cy")


def test_windows_and_places_come_in_order(outcomes: Outcomes) -> None:
    keys = [window.key for window in outcomes.windows("nc")]
    assert keys == ["sfy2022", "sfy2023", "ffy2023", "sfy2022-2024", "sfy2024"]
    places = outcomes.places("nc")
    assert [p.code for p in places.counties] == ["37001", "37063", "37147"]
    assert outcomes.place("nc", "37063").parent == "region:1"
    assert outcomes.providers("nc") == {
        "provider:0": "Not known", "provider:12": "Provider 12",
    }  # fmt: skip


@pytest.mark.parametrize("place", ["", "nc", "region:1", "37063"])
@pytest.mark.parametrize("by", ["all", "race", "age", "sex"])
def test_rows_name_what_was_asked(outcomes: Outcomes, place: str, by: str) -> None:
    rows = outcomes.table(replace(ASKED, place=place, by=by)).rows  # type: ignore[arg-type]
    assert set(rows["geography"]) == {place or "nc"}
    assert set(rows["dimension"]) == {by}
    assert len(rows) == {"all": 1, "race": 8, "age": 5, "sex": 3}[by]


def test_places_inside_a_region_are_its_own(outcomes: Outcomes) -> None:
    rows = outcomes.table(replace(ASKED, place="region:1", by="county")).rows
    assert rows["geography"].tolist() == ["37001", "37063"]


def _break(path: Path, how: str) -> None:
    content = path.read_bytes()
    damage: dict[str, Callable[[], object]] = {
        "empty": lambda: path.write_bytes(b""),
        "random": lambda: path.write_bytes(np.random.default_rng(1).bytes(50_000)),
        "half": lambda: path.write_bytes(content[: len(content) // 2]),
        "header only": lambda: path.write_bytes(content[:100]),
        "text": lambda: path.write_text("not a database"),
        "zeros inside": lambda: path.write_bytes(
            content[:4096] + bytes(len(content) - 4096)
        ),
        "gone": path.unlink,
    }
    damage[how]()


DAMAGE = ["empty", "random", "half", "header only", "text", "zeros inside", "gone"]


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_file_says_how_to_mend_it(
    root: Path, tmp_path: Path, how: str
) -> None:
    shutil.copytree(root, tmp_path / "copy", symlinks=True)
    _break(tmp_path / "copy" / "nc" / "versions" / "000001" / "staff.sqlite", how)
    broken = Outcomes.open(tmp_path / "copy", edition="staff")
    with pytest.raises(
        WarehouseUnavailable, match="python -m metrics build --state nc"
    ):
        broken.table(ASKED)


def test_damage_of_the_counts_alone_is_told_too(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "copy", symlinks=True)
    path = tmp_path / "copy" / "nc" / "versions" / "000001" / "staff.sqlite"
    connection = sqlite3.connect(path)
    connection.execute('DROP TABLE "count"')
    connection.commit()
    connection.close()
    broken = Outcomes.open(tmp_path / "copy", edition="staff")
    assert broken.vintage("nc").version == "000001"
    with pytest.raises(WarehouseUnavailable, match="damaged"):
        broken.table(ASKED)


def test_a_mended_file_is_read_without_a_restart(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "copy", symlinks=True)
    _break(tmp_path / "copy" / "nc" / "versions" / "000001" / "staff.sqlite", "empty")
    outcomes = Outcomes.open(tmp_path / "copy", edition="staff")
    with pytest.raises(WarehouseUnavailable):
        outcomes.table(ASKED)
    put_version(tmp_path / "copy", counts())
    assert outcomes.table(ASKED).version == "000002"


@pytest.mark.parametrize(
    ("note", "says"),
    [({"schema_version": "0"}, "another version"),
     ({"definitions_hash": "0" * 16}, "definitions of the counts have changed")],
)  # fmt: skip
def test_a_file_that_does_not_fit_is_refused(
    tmp_path: Path, note: dict[str, str], says: str
) -> None:
    put_version(tmp_path, counts(), **note)
    with pytest.raises(WarehouseUnavailable, match=says) as told:
        Outcomes.open(tmp_path, edition="staff").table(ASKED)
    assert "python -m metrics build --state nc" in str(told.value)


def test_an_empty_or_missing_folder_says_what_to_build(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        outcomes = Outcomes.open(folder)
        assert outcomes.states() == ()
        with pytest.raises(WarehouseUnavailable, match="python -m metrics build"):
            outcomes.table(ASKED)


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    shutil.rmtree(put_version(tmp_path, counts()))
    with pytest.raises(WarehouseUnavailable, match="is missing from version 000001"):
        Outcomes.open(tmp_path).table(ASKED)


def test_versions_are_never_mixed_within_an_answer(tmp_path: Path) -> None:
    """Version n has n times the entries: every row of an answer must agree with it."""
    folders = [put_version(tmp_path, counts(times)) for times in (1, 2)]
    outcomes = Outcomes.open(tmp_path, edition="staff")
    asked = [
        replace(ASKED, windows=()),
        replace(ASKED, by="race", windows=("sfy2022", "sfy2023")),
        replace(ASKED, by="county"),
    ]
    wrong: list[object] = []
    seen: set[str] = set()
    stop, answered = threading.Event(), threading.Semaphore(0)

    def read() -> None:
        while not stop.is_set():
            tables = outcomes.tables(asked)
            times = int(tables[0].version)
            seen.add(tables[0].version)
            answered.release()
            for table in tables:
                found = {r.numerator for r in table if r.status == "shown"}
                if not found <= {20.0 * times, 40.0 * times, 60.0 * times}:
                    wrong.append((table.version, found))

    def safe_read() -> None:
        try:
            read()
        except CountywiseError as error:
            wrong.append(error)
            answered.release(1_000)

    threads = [threading.Thread(target=safe_read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for turn in range(60):
        switch(tmp_path / "nc", folders[turn % 2])
        assert answered.acquire(timeout=30)
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert seen == {"000001", "000002"}


def test_an_older_edition_lets_go_of_its_file(tmp_path: Path) -> None:
    old = put_version(tmp_path, counts(1))
    outcomes = Outcomes.open(tmp_path, edition="staff")
    outcomes.table(ASKED)
    assert _open_files(old)
    put_version(tmp_path, counts(2))
    assert outcomes.table(ASKED).row().numerator == 120
    assert not _open_files(old)


def _open_files(folder: Path) -> list[str]:
    links = (link for link in Path("/proc/self/fd").iterdir() if link.is_symlink())
    targets = []
    for link in links:
        try:
            targets.append(str(link.readlink()))
        except FileNotFoundError:
            continue
    return [target for target in targets if target.startswith(str(folder))]


def test_many_threads_get_the_same_answer(outcomes: Outcomes) -> None:
    whole = outcomes.table(replace(ASKED, by="race")).rows
    found: list[bool] = []

    def ask() -> None:
        for _ in range(5):
            found.append(outcomes.table(replace(ASKED, by="race")).rows.equals(whole))

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 100
