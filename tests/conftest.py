"""What all tests share: a small demonstration state, and dashboards that read it."""

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.test import Client

from app import Settings, create_app
from pages import _shell

ROOT = Path(__file__).parents[1]
SCALE, YEARS, SEED = "0.05", "2019-2025", "7"
# A busy machine fails no test: nothing is timed, and examples are always the same.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
LOCAL = {"REMOTE_ADDR": "127.0.0.1"}


def run(*words: str, **environment: str) -> str:
    """Run a command of the product; a failure shows what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@contextmanager
def once(folder: Path, name: str) -> Iterator[bool]:
    """True for the first process of the run that comes here, while others wait."""
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / f"{name}.done"
        yield not done.exists()
        done.touch()


def shared_folder(factory: pytest.TempPathFactory, worker: str) -> Path:
    base = factory.getbasetemp()
    return base if worker == "master" else base.parent


@pytest.fixture(scope="session")
def demo_var(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder with the cases and the warehouse of a small demonstration state."""
    folder = shared_folder(tmp_path_factory, worker_id)
    var = folder / "demo"
    with once(folder, "demo") as first:
        if first:
            var.mkdir()
            scaled = ("--scale", SCALE, "--years", YEARS, "--seed", SEED)
            run("data", "demo", "--state", "nc", *scaled, "--root", str(var))
            run("metrics", "build", "--state", "nc", "--root", str(var))
    return var


@pytest.fixture(scope="session")
def demo_root(demo_var: Path) -> Path:
    """The warehouse of the demonstration state."""
    return demo_var / "warehouse"


@pytest.fixture(scope="session")
def settings(demo_var: Path) -> Settings:
    return Settings(var=str(demo_var), edition="staff")


@pytest.fixture(scope="session")
def client(settings: Settings) -> Client:
    """A browser without a screen: the staff edition with the public one beside it."""
    return Client(_shell.mount(settings, create_app))


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing: a test that fails says enough."""


@contextmanager
def serving(application: Callable[..., object]) -> Iterator[str]:
    """A threaded server on a free port of this machine, for as long as the block."""
    options = {"threaded": True, "request_handler": _Quiet}
    server = make_server("127.0.0.1", 0, application, **options)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def live_server(settings: Settings) -> Iterator[str]:
    """The address of a running dashboard."""
    with serving(_shell.mount(settings, create_app)) as address:
        yield address
