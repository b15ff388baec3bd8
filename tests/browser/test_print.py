"""Pages on paper: all of it, nothing that only works on a screen, within the sheet."""

import re

import pytest
from playwright.sync_api import Page, expect

from components import theme
from metrics.groups import GROUPS
from tests.browser.conftest import settle
from tests.browser.test_access import FITS

pytestmark = pytest.mark.browser
PAGES = ("/", "/measure/entry-rate?by=race", "/disparity", "/county/37063")
# A4 without its margins, at 96 points an inch.
SHEET = {"width": 688, "height": 1000}
SCREEN_ONLY = ".controls, .site-header, .skip-link, .map-caption, .snippet"
WIDER = """() => Array.from(document.querySelectorAll('body *')).filter(each =>
  each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1
).map(each => each.tagName + ' ' + each.className + ' ' + each.textContent.slice(0, 40))
"""
SQUEEZED = """() => Array.from(document.querySelectorAll('main caption > span'))
  .filter(each => !each.closest('.unseen') && (!each.checkVisibility() ||
    each.getBoundingClientRect().width < 120 && each.textContent.length > 25))
  .map(each => each.textContent)"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_sheet_and_all_its_tables_are_there(
    page: Page, live_server: str, path: str
) -> None:
    page.set_viewport_size(SHEET)
    settle(page, live_server + path)
    page.emulate_media(media="print")
    assert page.evaluate(FITS), page.evaluate(WIDER)
    assert page.locator(SCREEN_ONLY).locator("visible=true").count() == 0
    assert page.evaluate(SQUEEZED) == []
    assert page.locator("main table").count() > 0
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_a_chart_of_a_wide_window_is_no_wider_than_the_sheet(
    page: Page, live_server: str
) -> None:
    """The newest figure stands at the right end of a line: it must not be cut off."""
    page.set_viewport_size({"width": 1280, "height": 900})
    settle(page, f"{live_server}/measure/entry-rate")
    drawing = page.locator(".js-plotly-plot .main-svg").first
    wide = drawing.get_attribute("width") or ""
    page.emulate_media(media="print")
    expect(drawing).to_have_attribute("width", re.compile(r"6\d\d"))
    page.emulate_media(media="screen")
    expect(drawing).to_have_attribute("width", wide)


def test_nothing_in_a_head_is_left_blank_on_the_next_sheet(
    page: Page, live_server: str
) -> None:
    # Chromium repeats the heads of tables, but no box in them, as a button has.
    settle(page, f"{live_server}/measure/entry-rate")
    page.emulate_media(media="print")
    boxes = page.locator("main thead .sorter").evaluate_all(
        "each => each.map(one => getComputedStyle(one).display)"
    )
    assert boxes
    assert set(boxes) == {"contents"}


@pytest.mark.parametrize("dimension", sorted(GROUPS))
def test_groups_are_told_apart_without_colour(dimension: str) -> None:
    known = [each.code for each in GROUPS[dimension] if each.known]
    markers = {code: theme.look(code).marker for code in known}
    assert len(set(markers.values())) == len(known), markers
