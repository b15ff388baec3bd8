"""The briefing in a browser: three widths, paper, choosing counties by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle, uncached, violations
from tests.browser.test_access import FITS
from tests.browser.test_pages import SHIFTS

pytestmark = pytest.mark.browser
PAGES = (
    "/briefing/37063", "/briefing/37177", "/briefing/37063?compare=37183,37119",
    "/public/briefing/37177?years=3", "/briefing/37063?compare=99999",
)  # fmt: skip
SHEETS = re.compile(rb"/Type\s*/Page[^s]")


@pytest.mark.parametrize("path", PAGES)
def test_a_briefing_is_clean(page: Page, live_server: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    with page.add_init_script(SHIFTS), uncached(page):
        settle(page, live_server + path)
    assert page.evaluate("window.moved") < 0.01, f"{path} moves while it loads"
    page.locator("summary", has_text="Tell me in words").first.click()
    for width in (320, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(FITS), f"{path} scrolls sideways at {width}"
    assert violations(page, contrast=path == PAGES[0]) == []


@pytest.mark.parametrize(
    ("path", "most"),
    [("/briefing/37063", 1), ("/briefing/37177", 1), (PAGES[2], 3)],
)
def test_a_briefing_fits_its_paper(
    page: Page, live_server: str, path: str, most: int
) -> None:
    settle(page, live_server + path)
    for size in ("A4", "Letter"):
        sheets = SHEETS.findall(page.pdf(format=size, print_background=True))
        assert 1 <= len(sheets) <= most, size


def test_counties_are_chosen_and_removed_by_keyboard(
    page: Page, live_server: str
) -> None:
    settle(page, f"{live_server}/briefing/37063")
    page.locator("#briefing-add").focus()
    page.select_option("#briefing-add", label="Wake")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefing/37063?compare=37183")
    expect(page.get_by_role("heading", name="Beside other counties")).to_be_visible()
    expect(page.locator(".beside").first).to_contain_text("Wake")
    remove = page.get_by_role("link", name="Remove Wake")
    remove.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefing/37063")
    expect(page.locator(".spine").first).to_be_visible()


def test_the_county_leads_to_its_briefing(page: Page, live_server: str) -> None:
    settle(page, f"{live_server}/county/37063")
    page.get_by_role("link", name="Briefing for Monday").click()
    page.wait_for_url("**/briefing/37063")
    expect(page.locator("h1")).to_have_text("Briefing for Monday: Durham County")


def test_every_chart_can_be_told_in_words(page: Page, live_server: str) -> None:
    """Closed until it is asked for, and then readable."""
    settle(page, f"{live_server}/measure/entry-rate?county=37063")
    boxes = page.locator("details.in-words")
    assert boxes.count() >= 3
    assert boxes.evaluate_all("all => all.every(each => !each.open)")
    first = boxes.first
    first.locator("summary").click()
    expect(first.locator("p")).to_contain_text("The line shows")
