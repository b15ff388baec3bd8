"""A dashboard on a free port, and the browser to look at it."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from app import Settings, create_app
from pages import _shell

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# A section that is on its way, or a figure that is still being drawn. It is waited for
# as a selector: the policy of the pages forbids to evaluate a string.
WAITING = "main .skeleton, [data-dash-is-loading=true]"

# A place of plotly in which there is nothing yet.
UNDRAWN = ".plot:not(:has(.main-svg))"


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def dashboard(var: Path) -> Iterator[str]:
    """The staff edition of what was built under `var`, public beside it."""
    application = _shell.mount(Settings(var=str(var), edition="staff"), create_app)
    options = {"threaded": True, "request_handler": _Quiet}
    server = make_server("127.0.0.1", 0, application, **options)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium that is there, or Playwright's own."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        try:
            yield opened
        finally:
            opened.close()
