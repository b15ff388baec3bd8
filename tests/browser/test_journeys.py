"""What people do: follow a link, choose a county by keyboard, send an address."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, quote

import pytest
from playwright.sync_api import Page, expect

from app import Settings, create_app
from tests.browser.conftest import Watch, settle, violations
from tests.conftest import serving

pytestmark = pytest.mark.browser
FRAME = (
    "<!DOCTYPE html><title>Portal</title><link rel=icon href=data:,>"
    "<iframe id=f src='{0}'></iframe>"
)
HEAR = """window.addEventListener('message', event => {
  if (event.data.type === 'countywise:height') window.heard = event.data.height;
});"""
PREFIX = "/outcomes/"


def test_the_first_key_leads_past_the_menu(page: Page, live_server: str) -> None:
    settle(page, live_server)
    page.keyboard.press("Tab")
    skip = page.locator("a.skip-link")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_menu_changes_the_page_and_tells_where_one_is(
    page: Page, live_server: str
) -> None:
    settle(page, live_server)
    page.get_by_role("link", name="Methods", exact=True).first.click()
    page.wait_for_url("**/methods**")
    expect(page.locator("main h1")).to_be_focused()
    current = page.get_by_label("Main menu").locator("a[aria-current=page]")
    expect(current).to_have_text("Methods")
    page.go_back()
    page.wait_for_url(live_server + "/")
    expect(current).to_have_text("Scorecard")


def test_a_county_is_chosen_from_the_list(page: Page, live_server: str) -> None:
    settle(page, live_server)
    page.get_by_label("County").select_option(label="Durham")
    page.get_by_role("button", name="Show County").click()
    page.wait_for_url("**/county/37063**")
    expect(page.locator("main h1")).to_contain_text("Durham")


def test_a_county_is_chosen_on_the_map_by_keyboard_alone(
    page: Page, live_server: str
) -> None:
    settle(page, f"{live_server}/measure/entry-rate")
    page.locator(".county-map a.county").first.focus()
    first = page.evaluate("document.activeElement.dataset.fips")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.fips")
    assert first != second
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**county={second}*")
    expect(page.locator("main .context")).to_contain_text(name.split(":")[0])


def test_a_control_writes_its_choice_into_the_address_and_keeps_the_focus(
    cold: Page, live_server: str
) -> None:
    page = cold  # a window that has been about for long counts no more entries
    settle(page, f"{live_server}/disparity")
    control = page.locator("main select").first
    control.focus()
    options = control.locator("option").evaluate_all("all => all.map(o => o.value)")
    chosen = next(o for o in options if o and o != control.input_value())
    entries = page.evaluate("history.length")
    control.select_option(chosen)
    page.wait_for_url("**/disparity?*")
    assert page.evaluate("history.length") == entries
    expect(control).to_be_focused()
    settle(page, page.url)
    assert page.locator("main select").first.input_value() == chosen


def test_the_switch_leads_to_the_public_edition(page: Page, live_server: str) -> None:
    settle(page, f"{live_server}/county/37063")
    page.get_by_role("link", name="Public edition").click()
    page.wait_for_url("**/public/county/37063")
    page.wait_for_selector("main h1")
    expect(page.locator("footer")).to_contain_text("Public edition")
    page.get_by_role("link", name="Disparity", exact=True).first.click()
    page.wait_for_url("**/public/disparity**")


@pytest.fixture(scope="module")
def portal() -> Iterator[str]:
    """Another site, on another host name, that frames the address it is asked for."""

    def framing(environ: dict[str, str], start: object) -> list[bytes]:
        asked = parse_qs(environ["QUERY_STRING"]).get("page", [""])[0]
        start("200 OK", [("Content-Type", "text/html")])  # type: ignore[operator]
        return [FRAME.format(asked).encode()]

    with serving(framing) as address:
        yield address.replace("127.0.0.1", "localhost")


@pytest.fixture(scope="module")
def prefixed(settings: Settings, portal: str) -> Iterator[str]:
    """The public edition under a path, to be embedded by the portal alone."""
    public = replace(settings, edition="public", prefix=PREFIX, frame_ancestors=portal)
    with serving(create_app(public).server) as address:
        yield address + PREFIX


@pytest.mark.parametrize("path", ["", "measure/entry-rate", "county/37063", "methods"])
def test_everything_works_under_a_prefix(page: Page, prefixed: str, path: str) -> None:
    settle(page, prefixed + path)
    links = page.locator("a[href^='/']").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert links
    assert all(link.startswith(PREFIX) for link in links), links
    if path.startswith("county"):
        assert violations(page, contrast=False) == []


def test_a_listed_origin_may_embed_a_page_and_hears_its_height(
    page: Page, prefixed: str, portal: str, watch: Watch
) -> None:
    watch.allowed = ("127.0.0.1", "localhost")
    with page.add_init_script(HEAR):
        page.goto(f"{portal}/?page={quote(prefixed + 'measure/entry-rate?embed=1')}")
    framed = page.frame_locator("#f")
    expect(framed.locator("main h1, main h2").first).to_be_visible(timeout=20_000)
    page.wait_for_function("window.heard > 100")


def test_no_other_origin_may_embed_a_page(
    page: Page, live_server: str, portal: str, watch: Watch
) -> None:
    watch.allowed = ("127.0.0.1", "localhost")
    watch.excused = ("frame-ancestors", "X-Frame-Options", "chrome-error", "frame")
    framed = quote(f"{live_server}/public/methods?embed=1")
    page.goto(f"{portal}/?page={framed}", wait_until="networkidle")
    assert page.frames[-1].url.startswith("chrome-error")
