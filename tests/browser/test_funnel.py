"""The funnel without a mouse: one tab stop, arrow keys, and a caption that follows."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import settle, violations

pytestmark = pytest.mark.browser
PAGE = "/disparity/counties?step=report-rate&county=37147"
FOCUSED = "document.activeElement.getAttribute('aria-label')"
CAPTION = "document.querySelector('.funnel-caption').textContent"


def test_arrow_keys_go_from_county_to_county(page: Page, live_server: str) -> None:
    settle(page, live_server + PAGE)
    stops = page.locator(".funnel-place[tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    first = page.evaluate(FOCUSED)
    assert first.startswith("Pitt: ")
    assert page.evaluate(CAPTION) == first
    page.keyboard.press("ArrowLeft")
    second = page.evaluate(FOCUSED)
    assert second != first
    assert page.evaluate(CAPTION) == second
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == first
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == page.evaluate(CAPTION)
    assert page.locator(".funnel-place[tabindex='0']").count() == 1
    assert not violations(page)


def test_enter_opens_the_county(page: Page, live_server: str) -> None:
    settle(page, live_server + PAGE)
    page.locator(".funnel-place[tabindex='0']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/county/37147")


def test_a_choice_is_kept_in_the_address(page: Page, live_server: str) -> None:
    settle(page, live_server + PAGE)
    page.select_option("#side--group", "race:hispanic")
    page.wait_for_url("**group=race:hispanic**")
    page.wait_for_selector("h1 >> text=Which counties differ")
    page.get_by_text("Hispanic children against White children").first.wait_for()
