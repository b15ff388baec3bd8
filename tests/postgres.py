"""A PostgreSQL server of the machine's own packages, for the length of a test."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class NoServer(Exception):
    """Why no server could be started; the message is the reason of a skip."""


@contextmanager
def server() -> Iterator[str]:
    """An SQLAlchemy address of a new, empty server in a folder that goes with it."""
    with TemporaryDirectory() as folder:
        yield from _started(Path(folder))


def _started(home: Path) -> Iterator[str]:
    tools = _tools()
    as_user = _as_user()
    if as_user:
        shutil.chown(home, "postgres", "postgres")
    port = _free_port()
    data = home / "data"
    start = [*as_user, str(tools / "initdb"), "-D", str(data)]
    _run([*start, "-A", "trust", "-U", "postgres"])
    options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [*as_user, str(tools / "pg_ctl"), "-D", str(data), "-w"]
    _run([*control, "-l", str(home / "log"), "-o", options, "start"])
    try:
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        _run([*control, "-m", "immediate", "stop"])


def _tools() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    if initdb is None:
        raise NoServer("no PostgreSQL server is installed on this machine")
    return Path(initdb).parent


def _as_user() -> list[str]:
    """The server refuses to run as root; Debian's package brings a user for it."""
    if os.geteuid() != 0:
        return []
    runner = shutil.which("runuser")
    if runner is None:
        raise NoServer("root cannot run PostgreSQL, and there is no runuser to change")
    return [runner, "-u", "postgres", "--"]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, cwd="/", timeout=120, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        raise NoServer(f"{command[-1]}: {done.stderr.strip() or done.stdout.strip()}")
