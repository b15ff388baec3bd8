"""A browser that notices: errors, policy violations, requests to other hosts."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    sync_playwright,
)

from tests.conftest import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
STANDARDS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# A section that is on its way, or a figure that is still being drawn.
WAITING = "main .skeleton, [data-dash-is-loading=true]"
OPEN = "document.querySelectorAll('main details').forEach(one => { one.open = true; })"
# The calls of pages; Dash puts a mark of its own behind the address.
CALLS = re.compile("/_dash-update-component")
CHECK = """standards => axe.run(document, {
  runOnly: {type: 'tag', values: standards}, resultTypes: ['violations']
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


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A page that fails its test for any error, violation or outside request."""
    opened = context.new_page()
    opened.on("console", lambda message: watch.console(message.type, message.text))
    opened.on("pageerror", lambda error: watch.met.append(f"page error: {error}"))
    context.on("request", lambda request: watch.request(request.url))
    yield opened
    cookies = context.cookies()
    assert not watch.met, watch.met
    assert not cookies, cookies


def settle(page: Page, address: str) -> None:
    """Go to an address and wait until its page and all its figures are drawn."""
    page.goto(address, wait_until="networkidle")
    page.wait_for_selector("main :is(h1, h2)")
    # Asked of the page itself: the policy of the pages forbids to evaluate a string.
    page.wait_for_selector(WAITING, state="detached")


def leave(page: Page) -> None:
    """Go nowhere, so that nothing is on its way when a server of one test ends."""
    page.goto("about:blank")


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(CHECK, list(STANDARDS))
    return found
