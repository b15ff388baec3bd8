"""Every page at three widths: no error, nothing from outside, usable by everyone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch, settle, uncached, violations

pytestmark = pytest.mark.browser
PAGES = (
    "/", "/measure/entry-rate", "/disparity", "/disparity/counties", "/county/37063",
    "/methods", "/present",
)  # fmt: skip
# Between them they have every kind of drawing and control.
WITH_EVERYTHING = ("/", "/disparity", "/county/37063")
WIDTHS = (320, 1280, 1920)
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

# What moved by itself, as a share of the screen: the browser's own measure.
SHIFTS = """window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(
  each => { window.moved += each.value; }
)).observe({type: 'layout-shift', buffered: true})"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_clean(page: Page, live_server: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    with page.add_init_script(SHIFTS), uncached(page):
        settle(page, live_server + path)
    assert not page.evaluate(TOO_WIDE), f"{path} scrolls sideways at {width}"
    assert page.evaluate("window.moved") < 0.01, f"{path} moves while it loads"
    if width == max(WIDTHS):
        # test_access.py looks at the others, with their boxes open.
        assert violations(page, contrast=False) == []
        expect(page).not_to_have_title("Countywise")
        assert page.locator("h1").count() == 1
        assert page.locator("main").count() == 1


def test_a_page_that_is_not_there_is_clean(
    page: Page, live_server: str, watch: Watch
) -> None:
    watch.excused = ("404",)
    settle(page, f"{live_server}/nothing")
    assert "no page at this address" in page.inner_text("main")
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_an_embedded_page_has_no_chrome(
    page: Page, live_server: str, path: str
) -> None:
    settle(page, f"{live_server}{path}?embed=1")
    assert page.locator("header.site-header").count() == 0
    assert page.locator("footer.site-footer").count() == 0
    assert page.locator("footer.embed-foot").count() == 1
    assert "no real children" in page.inner_text("body")
    if path in WITH_EVERYTHING:
        assert violations(page, contrast=False) == []
