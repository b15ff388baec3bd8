"""Every page and every state for everyone: axe, reflow, names of images, contrast.

A page is opened once in each edition and looked at several times, so that the whole
file needs one server and one window.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app import Settings, create_app
from tests.browser.conftest import (
    CALLS,
    OPEN,
    Watch,
    settle,
    violations,
    watched,
)
from tests.browser.looking import faint_text, images
from tests.conftest import serving

pytestmark = pytest.mark.browser
# Tyrrell is so small that the public edition hides most of what is asked of it.
HIDDEN = "37177"
STAFF = (
    "/", "/measure/entry-rate?by=race", "/disparity", "/disparity/counties", "/county",
    "/county/37063", "/methods", "/accessibility", "/present?county=37063",
)  # fmt: skip
PUBLIC = (
    "/", f"/measure/entry-rate?county={HIDDEN}&by=race", f"/disparity?county={HIDDEN}",
    f"/disparity/counties?county={HIDDEN}", f"/county/{HIDDEN}", "/methods",
    f"/present?county={HIDDEN}",
)  # fmt: skip
# The finding comes first: no name begins with what kind of drawing it is.
KIND_FIRST = re.compile(r"(a |the )?(chart|graph|image|picture|map|plot)\b", re.I)
# A drawing's figures are in the same figure, or in the section or slide around it. A
# small line of the scorecard stands beside the link to the page that has its table.
WITHOUT_TABLE = """() => Array.from(document.querySelectorAll(
  'main [role=img], main img[alt]:not([alt=""]), main svg[role=group]'
)).filter(each => {
  if (each.closest('[aria-hidden=true]')) return false;
  if (each.matches('.spark')) return !each.closest('.evidence').querySelector('a');
  const around = each.closest('.slide') || each.closest('figure.chart');
  if (around && around.querySelector('table')) return false;
  const wider = each.closest('section');
  return !wider || !wider.querySelector('table');
}).map(each => each.getAttribute('aria-label') || each.alt)"""
# Whether nothing scrolls sideways, once drawings have followed the size of the window.
FITS = """() => new Promise(done => {
  let left = 120;
  const look = () => {
    const root = document.documentElement;
    const fits = root.scrollWidth <= root.clientWidth;
    if (fits || !left) done(fits);
    else { left -= 1; requestAnimationFrame(look); }
  };
  look();
})"""
BAD = (
    "/measure/nothing", "/measure/entry-rate?by=nothing", "/county/99999",
    "/disparity?dim=nothing", "/disparity/counties?step=nothing", "/?state=zz",
    "/methods?state=zz", "/nothing",
)  # fmt: skip


@pytest.fixture(scope="module")
def window(browser: Browser, live_server: str) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    yield opened
    context.close()


@pytest.fixture(
    scope="module", params=[*STAFF, *(f"/public{each}" for each in PUBLIC)]
)
def opened(
    window: Page, live_server: str, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """One page in one edition, drawn to its end."""
    window.set_viewport_size({"width": 1280, "height": 900})
    with watched(window, Watch()):
        settle(window, live_server + request.param)
        yield window


def test_axe_finds_nothing_wide_open_and_narrow(opened: Page) -> None:
    opened.set_viewport_size({"width": 1280, "height": 900})
    opened.evaluate(OPEN)
    assert violations(opened) == [], "with every closed box open"
    opened.set_viewport_size({"width": 320, "height": 900})
    assert opened.evaluate(FITS), "scrolls sideways at 320 px"
    found = violations(opened, contrast=False)
    assert found == [], "narrow, with every closed box open"


def test_at_200_percent_nothing_scrolls_sideways(opened: Page) -> None:
    # 1280 px at 200 % is a page of 640 px.
    opened.set_viewport_size({"width": 640, "height": 450})
    assert opened.evaluate(FITS)


def test_every_image_is_named_by_its_finding_and_has_its_figures(opened: Page) -> None:
    opened.set_viewport_size({"width": 1280, "height": 900})
    for name in images(opened):
        assert name.strip(), "an image without a name"
        assert not KIND_FIRST.match(name), name
        assert re.search(r"\d|hidden|too few|no data|worked out", name), name
    assert opened.evaluate(WITHOUT_TABLE) == []


# Figures are painted anew in the frames after a theme has changed.
PAINTED = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))
"""
# Others are seen light and dark: all colours and marks, hidden ones too, are on these.
EVERY_THEME = ("/measure/entry-rate?by=race", f"/disparity?county={HIDDEN}", "/")
# What the reader's system asks for, and the theme that the page then wears.
Wish = tuple[Literal["light", "dark"], Literal["no-preference", "more"], str]
WISHES: tuple[Wish, ...] = (
    ("light", "no-preference", "light"),
    ("dark", "no-preference", "dark"),
    ("light", "more", "contrast"),
)


def test_all_that_is_written_can_be_read_in_every_theme(opened: Page) -> None:
    opened.set_viewport_size({"width": 1280, "height": 900})
    found = {}
    wishes = WISHES if opened.url.endswith(EVERY_THEME) else WISHES[:2]
    for scheme, contrast, theme in reversed(wishes):
        opened.emulate_media(color_scheme=scheme, contrast=contrast)
        opened.wait_for_selector(f"html[data-theme={theme}]", state="attached")
        opened.evaluate(PAINTED)
        found[theme] = faint_text(opened)
    assert found == {theme: [] for *_, theme in wishes}


def test_what_cannot_be_read_is_found(page: Page) -> None:
    """Grey on white, white on a grey picture; a word with which nothing is wrong."""
    page.set_content(
        "<main><p style='color:#999'>Pale</p><p style='color:#555'>Plain</p>"
        "<div style='position:relative'><svg width=200 height=40>"
        "<rect width=200 height=40 fill='#777'/></svg>"
        "<b style='position:absolute;left:9px;top:9px;color:#fff'>Over</b></div>"
        "<svg width=200 height=40><text y=20 fill='#aaa'>Drawn</text></svg></main>"
    )
    found = " ".join(faint_text(page))
    assert [each in found for each in ("Pale", "Over", "Drawn")] == [True] * 3
    assert "Plain" not in found


# ---- states ----------------------------------------------------------------------


@pytest.mark.parametrize("path", BAD)
def test_a_bad_address_is_a_clean_notice(
    page: Page, live_server: str, watch: Watch, path: str
) -> None:
    watch.excused = ("404",)
    settle(page, live_server + path)
    assert page.locator("main :is(h1, .notice-title)").count() >= 1
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert violations(page) == []


def test_a_page_that_is_on_its_way_is_clean_and_says_so(
    page: Page, live_server: str
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        sent = route.request.post_data or ""
        later = "measure-groups" in sent or "measure-places" in sent
        held.append(route) if later else route.continue_()

    page.route(CALLS, hold)
    page.goto(f"{live_server}/measure/entry-rate")
    page.wait_for_selector("main h1")
    expect(page.locator("#measure-groups .skeleton")).to_contain_text("Loading")
    assert page.evaluate("document.getAnimations().length") == 0, "reduced motion"
    assert violations(page) == []
    for route in held:
        route.continue_()
    page.unroute(CALLS)
    page.wait_for_selector("main .skeleton", state="detached")


def test_without_figures_the_page_is_clean(
    page: Page, nowhere: str, settings: Settings, tmp_path: Path, watch: Watch
) -> None:
    watch.excused = ("404",)
    empty = replace(settings, var=str(tmp_path))
    with serving(create_app(empty).server) as address:
        settle(page, address)
        assert "not ready" in page.inner_text("main")
        assert violations(page) == []
        page.goto(nowhere)


def test_a_fault_of_ours_is_clean(
    page: Page, nowhere: str, settings: Settings
) -> None:
    server = create_app(settings).server

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    server.extensions["outcomes"].tables = fail
    server.extensions["outcomes"].table = fail
    with serving(server) as address:
        settle(page, f"{address}/measure/entry-rate")
        assert "on our side" in page.inner_text("main")
        assert violations(page) == []
        page.goto(nowhere)
