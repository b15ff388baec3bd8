"""The outcomes warehouse: editions that pages read, and their versions.

A state has a folder; each version of it is a folder of its own with one SQLite file
an edition, and a link CURRENT names the version that serves. Nothing in a version
is ever changed.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    URL,
    Column,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    select,
)
from sqlalchemy.pool import QueuePool

SCHEMA_VERSION = "1"
CURRENT = "CURRENT"
KEPT = 5
SHOWN, HIDDEN, NOT_PUBLISHED = 0, 1, 2
EDITIONS = ("staff", "public")


def edition_metadata() -> MetaData:
    """The tables of an edition; `count` is clustered by how pages ask."""
    metadata = MetaData()
    Table("note", metadata, _text("key"), _text("value"))
    Table(
        "place",
        metadata,
        _int("level"),
        _int("geo_id"),
        _text("name"),
        _int("parent_id"),
    )
    Table("window", metadata, _int("window_id"), _text("key"))
    Table("provider", metadata, _int("provider_id"), _text("name"), _int("kind"))
    Table("component", metadata, _int("comp_id"), _text("name"))
    # Every county at one window is read in a row, and so is every window of a place:
    # the few components and windows that a page names are looked up one by one.
    keys = ("level", "dim", "comp_id", "window_id", "geo_id", "dim_value")
    Table(
        "count",
        metadata,
        *(Column(key, Integer, primary_key=True, autoincrement=False) for key in keys),
        Column("value", Integer),
        Column("status", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    return metadata


def _int(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _text(name: str) -> Column[Any]:
    return Column(name, String, nullable=False)


def open_edition(path: Path) -> Engine:
    """A read-only engine on a file that never changes; many processes may share it."""
    url = URL.create(
        "sqlite",
        database=f"file:{quote(str(path.resolve()))}",
        query={"mode": "ro", "immutable": "1", "uri": "true"},
    )
    arguments = {"check_same_thread": False}
    return create_engine(url, connect_args=arguments, poolclass=QueuePool, pool_size=8)


def current_version(folder: Path) -> Path | None:
    """The version folder that serves, or None if there is none."""
    link = folder / CURRENT
    return folder / os.readlink(link) if link.is_symlink() else None


def version_folders(folder: Path) -> tuple[Path, ...]:
    """Every finished version of a state, oldest first."""
    found = (folder / "versions").glob("[0-9]*") if folder.exists() else ()
    return tuple(sorted(path for path in found if path.is_dir()))


@contextmanager
def new_version(folder: Path) -> Iterator[Path]:
    """A draft folder that becomes a version when the block ends well, and serves.

    If the block fails the draft is removed and the version before goes on serving.
    The newest versions are kept to go back to; older ones and the drafts of builds that
    were killed are removed. Only one process at a time may use this for a folder.
    Raises OSError at once if the folder has no place for the link.
    """
    versions = folder / "versions"
    versions.mkdir(parents=True, exist_ok=True)
    _refuse_copy(folder / CURRENT)
    past = version_folders(folder)
    number = int(past[-1].name) + 1 if past else 1
    draft = versions / f".draft-{number:06d}-{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    try:
        yield draft
        _to_disk(draft)
        finished = versions / f"{number:06d}"
        draft.rename(finished)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    switch(folder, finished)
    _prune(folder)


def _refuse_copy(link: Path) -> None:
    """A copy that followed links has a folder where the link should be."""
    if link.exists() and not link.is_symlink():
        raise OSError(
            f"{link} must be a link to the version that serves and is none: was it "
            "copied? Remove it and build again, or copy the warehouse with its links."
        )


def _to_disk(draft: Path) -> None:
    """A machine that loses power must not find a link to half a file."""
    for path in draft.iterdir():
        with path.open("rb") as handle:
            os.fsync(handle.fileno())


def _prune(folder: Path) -> None:
    """A reader that still has a removed file open goes on reading it."""
    for path in version_folders(folder)[:-KEPT]:
        if path != current_version(folder):
            shutil.rmtree(path)
    for draft in (folder / "versions").glob(".draft-*"):
        shutil.rmtree(draft)


def switch(folder: Path, version: Path) -> None:
    """Make a version serve: one rename, so that a reader sees the old or the new."""
    link = folder / f".{CURRENT}-{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(version.relative_to(folder))
    os.replace(link, folder / CURRENT)


def previous_version(folder: Path) -> Path | None:
    """The version before the one that serves, or None."""
    older = older_versions(folder)
    return older[-1] if older else None


def older_versions(folder: Path) -> tuple[Path, ...]:
    """The versions that are kept from before the one that serves, oldest first."""
    now, past = current_version(folder), version_folders(folder)
    return tuple(path for path in past if now is not None and path.name < now.name)


def read_notes(path: Path) -> dict[str, str]:
    """The notes of an edition's file. Raises DatabaseError if it is none."""
    engine = open_edition(path)
    try:
        with engine.connect() as connection:
            rows = connection.execute(select(edition_metadata().tables["note"])).all()
    finally:
        engine.dispose()
    return {row.key: row.value for row in rows}
