"""Versions: one link switches them, a failed draft changes nothing."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from data.warehouse import (
    CURRENT,
    KEPT,
    current_version,
    new_version,
    open_edition,
    previous_version,
    switch,
    version_folders,
)


def _make(folder: Path, words: str) -> None:
    with new_version(folder) as draft:
        (draft / "file").write_text(words)


def _serves(folder: Path) -> str:
    version = current_version(folder)
    assert version is not None
    return (version / "file").read_text()


def test_nothing_serves_before_the_first_version(tmp_path: Path) -> None:
    assert current_version(tmp_path / "nc") is None
    assert version_folders(tmp_path / "nc") == ()
    assert previous_version(tmp_path / "nc") is None


def test_each_version_serves_when_it_is_whole_and_none_is_changed(
    tmp_path: Path,
) -> None:
    for words in ("one", "two", "three"):
        _make(tmp_path, words)
        assert _serves(tmp_path) == words
    found = version_folders(tmp_path)
    assert [path.name for path in found] == ["000001", "000002", "000003"]
    assert [(path / "file").read_text() for path in found] == ["one", "two", "three"]


def test_while_a_draft_is_written_the_old_version_serves(tmp_path: Path) -> None:
    _make(tmp_path, "old")
    with new_version(tmp_path) as draft:
        (draft / "file").write_text("half")
        assert _serves(tmp_path) == "old"
        assert len(version_folders(tmp_path)) == 1
    assert _serves(tmp_path) == "half"


def test_a_folder_where_the_link_should_be_is_refused_before_any_work(
    tmp_path: Path,
) -> None:
    (tmp_path / CURRENT).mkdir()
    with pytest.raises(OSError, match="must be a link"), new_version(tmp_path):
        pytest.fail("the work was begun")


@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt()])
def test_a_failed_draft_leaves_the_old_version_and_no_trace(
    tmp_path: Path, failure: BaseException
) -> None:
    _make(tmp_path, "old")
    before = sorted(path.name for path in tmp_path.rglob("*"))

    def fail() -> None:
        with new_version(tmp_path) as draft:
            (draft / "file").write_text("bad")
            raise failure

    with pytest.raises(type(failure)):
        fail()
    assert _serves(tmp_path) == "old"
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    _make(tmp_path, "next")
    assert current_version(tmp_path) == tmp_path / "versions" / "000002"


def test_rolling_back_and_forward(tmp_path: Path) -> None:
    for words in ("one", "two", "three"):
        _make(tmp_path, words)
    for words in ("two", "one"):
        before = previous_version(tmp_path)
        assert before is not None
        switch(tmp_path, before)
        assert _serves(tmp_path) == words
    assert previous_version(tmp_path) is None
    _make(tmp_path, "four")
    assert [path.name for path in version_folders(tmp_path)][-1] == "000004"


def test_the_link_is_relative_so_that_the_folder_can_be_moved(tmp_path: Path) -> None:
    _make(tmp_path / "here", "same")
    (tmp_path / "here").rename(tmp_path / "there")
    assert _serves(tmp_path / "there") == "same"
    assert (tmp_path / "there" / CURRENT).is_symlink()


def test_a_reader_sees_one_version_or_the_other_never_none(tmp_path: Path) -> None:
    _make(tmp_path, "0")
    _make(tmp_path, "1")
    folders, seen, stop = version_folders(tmp_path), [], threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append(_serves(tmp_path))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for turn in range(300):
        switch(tmp_path, folders[turn % 2])
    stop.set()
    for reader in readers:
        reader.join()
    assert set(seen) <= {"0", "1"}
    assert len(seen) >= 3


def test_an_open_edition_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a name # with 20% odd signs.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    engine = open_edition(path)
    with engine.connect() as reader, pytest.raises(OperationalError, match="readonly"):
        reader.execute(text("INSERT INTO t VALUES (1)"))
    engine.dispose()


def test_old_versions_and_dead_drafts_are_removed(tmp_path: Path) -> None:
    dead = tmp_path / "versions" / ".draft-000009-1"
    dead.mkdir(parents=True)
    for _ in range(KEPT + 2):
        with new_version(tmp_path) as draft:
            (draft / "staff.sqlite").write_text("x")
    kept = [path.name for path in version_folders(tmp_path)]
    assert kept == [f"{number:06d}" for number in range(3, KEPT + 3)]
    assert not dead.exists()
