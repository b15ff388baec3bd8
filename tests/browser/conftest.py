"""A browser that notices: errors, policy violations, requests to other hosts."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Playwright,
    Request,
    sync_playwright,
)

from tests.browser.resting import settle as settle
from tests.conftest import ROOT, serving

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
EMPTY = b"<!DOCTYPE html><title>Nowhere</title><link rel=icon href=data:,>"
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPEN = "document.querySelectorAll('main details').forEach(one => { one.open = true; })"
# The calls of pages; Dash puts a mark of its own behind the address.
CALLS = re.compile("/_dash-update-component")
CHECK = """({standards, contrast}) => axe.run(document, {
  runOnly: {type: 'tag', values: standards}, resultTypes: ['violations'],
  rules: {'color-contrast': {enabled: contrast}}
}).then(found => found.violations.map(each => each.id + ': ' +
  each.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')))"""


@dataclass(kw_only=True)
class Watch:
    """What a browser met that no page of ours may cause."""

    met: list[str] = field(default_factory=list)
    allowed: tuple[str, ...] = ("127.0.0.1",)
    excused: tuple[str, ...] = ()

    def console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not any(e in text for e in self.excused):
            self.met.append(f"{kind}: {text}")

    def request(self, address: str) -> None:
        parts = urlsplit(address)
        sent = parts.scheme in ("http", "https", "ws", "wss")
        if sent and parts.hostname not in self.allowed:
            self.met.append(f"outside request: {address}")


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = chromium() or playwright.chromium.executable_path
    if not Path(path).exists():
        pytest.skip("no Chromium here and none could be installed")
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if os.getuid() == 0 else [])]
    opened = playwright.chromium.launch(executable_path=path, args=arguments)
    yield opened
    opened.close()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(scope="session")
def room(browser: Browser) -> Iterator[BrowserContext]:
    """Where the window of most tests is."""
    context = browser.new_context(reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def tab(room: BrowserContext) -> Page:
    """The window of most tests: another would read all scripts anew, for 2 seconds."""
    return room.pages[0] if room.pages else room.new_page()


@pytest.fixture(scope="session")
def nowhere() -> Iterator[str]:
    """An empty page of the host of all dashboards, which keeps their process alive."""

    def empty(_: object, start: Callable[..., object]) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [EMPTY]

    with serving(empty) as address:
        yield address


@pytest.fixture
def page(tab: Page, nowhere: str, watch: Watch) -> Iterator[Page]:
    """A page that fails its test for any error, violation or outside request."""
    try:
        with watched(tab, watch):
            yield tab
    finally:
        clear(tab, nowhere)


@pytest.fixture
def cold(browser: Browser, watch: Watch) -> Iterator[Page]:
    """The same in a window of its own: nothing is kept, nothing is past.

    Here the keyboard leaves a page after its last stop, whatever was done before.
    """
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    with watched(opened, watch):
        yield opened
    context.close()


def clear(page: Page, nowhere: str) -> None:
    """Leave, and take back what a test may have set."""
    try:
        page.goto(nowhere)
        as_new(page)
    except Error:
        page.close()  # it crashed, and the next test is given another


def as_new(page: Page) -> None:
    for each in page.context.pages:
        if each is not page:
            each.close()
    page.unroute_all(behavior="ignoreErrors")
    page.context.clear_cookies()
    page.context.clear_permissions()
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(
        media="null", color_scheme="light", reduced_motion="reduce",
        forced_colors="none", contrast="no-preference",
    )  # fmt: skip
    page.mouse.move(-1, -1)


@contextmanager
def uncached(page: Page) -> Iterator[None]:
    """Whatever is loaded in the block comes from its server, as at a first visit."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield
    wire.send("Network.setCacheDisabled", {"cacheDisabled": False})
    wire.detach()


@contextmanager
def watched(page: Page, watch: Watch) -> Iterator[None]:
    """Fails, at its end, for whatever the watch met or a cookie that is there."""

    def say(message: ConsoleMessage) -> None:
        watch.console(message.type, message.text)

    def fail(error: Error) -> None:
        watch.met.append(f"page error: {error}")

    def ask(request: Request) -> None:
        watch.request(request.url)

    page.on("console", say)
    page.on("pageerror", fail)
    page.context.on("request", ask)
    yield
    cookies = page.context.cookies()
    page.remove_listener("console", say)
    page.remove_listener("pageerror", fail)
    page.context.remove_listener("request", ask)
    assert not watch.met, watch.met
    assert not cookies, cookies


def violations(page: Page, *, contrast: bool = True) -> list[str]:
    """What axe finds wrong with the page as it stands.

    Contrast takes axe half of its time: it is left out where the same words in the
    same colours are looked at elsewhere (test_access.py, in every theme).
    """
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(
        CHECK, {"standards": list(STANDARDS), "contrast": contrast}
    )
    return found
