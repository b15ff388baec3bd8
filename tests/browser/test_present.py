"""A presentation as a panel meets it: keys, buttons, sizes, paper, a narrow window."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from app import Settings, create_app
from metrics.catalog import catalogue
from tests.browser.conftest import settle, violations
from tests.conftest import serving

pytestmark = pytest.mark.browser
COUNT = 9
SIZES = ((1280, 720), (1920, 1080), (2560, 1080))
PLACES = ("", "?county=37063", "?county=37177", "?region=1")
SMALLEST = """() => Math.min(...Array.from(
  document.querySelectorAll('.slide.is-now .slide-face *, .deck-bar > *')
).filter(each => each.checkVisibility() && Array.from(each.childNodes).some(
  node => node.nodeType === 3 && node.textContent.trim()
)).map(each => parseFloat(getComputedStyle(each).fontSize)))"""
# Whatever leaves its row, its slide, or the window.
LEAVES = """() => {
  const face = document.querySelector('.slide.is-now .slide-face');
  const found = [];
  if (face.scrollHeight > face.clientHeight + 1) found.push('the slide is too low');
  if (face.scrollWidth > face.clientWidth + 1) found.push('the slide is too narrow');
  face.querySelectorAll('.dot-row, .fall-row').forEach(row => {
    const box = row.getBoundingClientRect();
    row.querySelectorAll('.dot-label, .dot-numbers, .fall-label, .fall-numbers')
      .forEach(each => {
        const own = each.getBoundingClientRect();
        if (own.height > box.height + 2) found.push('a row: ' + each.textContent);
      });
  });
  const parts = '.slide-body, .slide-drawing, .slide-drawing > *';
  face.querySelectorAll(parts).forEach(part => {
    if (part.scrollHeight > part.clientHeight + 2) found.push(part.className);
  });
  face.querySelectorAll('.deckline-plot > span').forEach(each => {
    const own = each.getBoundingClientRect();
    if (own.left < 0 || own.right > window.innerWidth) found.push(each.textContent);
  });
  return found;
}"""


def opened(page: Page, address: str, width: int = 1280, height: int = 720) -> None:
    page.set_viewport_size({"width": width, "height": height})
    settle(page, address)
    page.wait_for_selector(".slide.is-now")


def at(page: Page) -> str:
    return page.locator(".deck-progress").inner_text()


@pytest.mark.parametrize("edition", ["", "/public"])
def test_every_slide_is_reached_by_keys_and_announced(
    page: Page, live_server: str, edition: str
) -> None:
    opened(page, f"{live_server}{edition}/present?county=37063")
    for number in range(1, COUNT + 1):
        assert at(page) == f"{number} of {COUNT}"
        assert page.locator(".slide.is-now").count() == 1
        if number > 1:
            shown = page.locator(".slide.is-now")
            expect(shown).to_be_focused()
            expect(page.locator(".deck-status")).to_contain_text(f"{number} of {COUNT}")
            name = shown.get_attribute("data-name")
            assert page.url.endswith(f"slide={name}")
        page.keyboard.press("ArrowRight" if number % 2 else "PageDown")
    assert at(page) == f"{COUNT} of {COUNT}"
    page.keyboard.press("Home")
    assert at(page) == f"1 of {COUNT}"
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("PageUp")
    assert at(page) == f"{COUNT - 2} of {COUNT}"


def test_moving_leaves_one_entry_in_the_history(cold: Page, live_server: str) -> None:
    page = cold  # a window that has been about for long counts no more entries
    opened(page, f"{live_server}/present")
    entries = page.evaluate("history.length")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert page.evaluate("history.length") == entries


def test_buttons_move_and_keep_the_focus(page: Page, live_server: str) -> None:
    opened(page, f"{live_server}/present")
    following = page.get_by_role("button", name="Next")
    following.click()
    following.press("Enter")
    assert at(page) == f"3 of {COUNT}"
    expect(following).to_be_focused()
    expect(page.locator(".deck-status")).to_contain_text(f"3 of {COUNT}")
    before = page.get_by_role("button", name="Previous")
    before.click()
    assert at(page) == f"2 of {COUNT}"
    before.click()
    expect(before).to_have_attribute("aria-disabled", "true")


@pytest.mark.parametrize("where", ["?slide=gap", "?slide=4", "#4", "?county=37063#4"])
def test_a_link_leads_to_its_slide(page: Page, live_server: str, where: str) -> None:
    opened(page, f"{live_server}/present{where}")
    expect(page.locator(".slide.is-now")).to_have_attribute("data-name", "gap")
    assert at(page) == f"4 of {COUNT}"


def test_notes_are_shown_by_a_key_and_by_a_button(page: Page, live_server: str) -> None:
    opened(page, f"{live_server}/present?slide=gap")
    notes = page.locator(".slide.is-now .slide-notes")
    expect(notes).to_be_hidden()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    expect(page.locator(".slide.is-now .slide-notes")).to_be_visible()
    button = page.get_by_role("button", name="Notes")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert violations(page) == []
    assert page.evaluate(LEAVES) == []
    button.click()
    expect(page.locator(".slide.is-now .slide-notes")).to_be_hidden()


def test_f_fills_the_screen(page: Page, live_server: str) -> None:
    opened(page, f"{live_server}/present")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("f")
    page.wait_for_selector("html:fullscreen", state="attached")
    page.keyboard.press("f")
    page.wait_for_selector("html:not(:fullscreen)", state="attached")


def test_letters_do_nothing_while_somebody_writes(page: Page, live_server: str) -> None:
    opened(page, f"{live_server}/present")
    page.get_by_text("Choose slides").click()
    page.get_by_role("checkbox", name="What improved").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("f")
    assert at(page) == f"1 of {COUNT}"
    assert page.evaluate("document.fullscreenElement") is None
    page.keyboard.press("Escape")
    expect(page.locator(".deck-choose")).not_to_have_attribute("open", re.compile(".*"))


def test_slides_are_chosen_and_ordered_by_keyboard(
    page: Page, live_server: str
) -> None:
    opened(page, f"{live_server}/present?county=37063")
    page.get_by_text("Choose slides").press("Enter")
    page.get_by_role("checkbox", name="What did not").press("Space")
    up = page.get_by_role("button", name="Up: Where the gap opens")
    up.focus()
    up.press("Enter")
    up.press("Enter")
    expect(up).to_be_focused()
    assert violations(page) == []
    page.get_by_role("button", name="Show these slides").press("Enter")
    chosen = "cover,gap,p1,p2,improved,due,questions,words"
    page.wait_for_url(f"**/present?county=37063&slides={chosen}")
    page.wait_for_selector(".slide.is-now")
    assert at(page) == "1 of 8"
    page.keyboard.press("ArrowRight")
    expect(page.locator(".slide.is-now")).to_have_attribute("data-name", "gap")
    assert f"slides={chosen}" in page.url


def test_a_deck_without_slides_is_not_sent(page: Page, live_server: str) -> None:
    opened(page, f"{live_server}/present?slides=cover")
    page.get_by_text("Choose slides").click()
    page.get_by_role("checkbox", name="Cover").uncheck()
    page.get_by_role("button", name="Show these slides").click()
    expect(page.locator(".deck-told")).to_have_text("Tick one slide at least.")
    assert "slides=cover" in page.url


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_every_slide_fits_its_window(
    page: Page, live_server: str, place: str, width: int, height: int
) -> None:
    opened(page, f"{live_server}/present{place}", width, height)
    for number in range(1, COUNT + 1):
        page.wait_for_selector(f"section[id='{number}'].is-now")
        assert page.evaluate(LEAVES) == [], (place, number)
        smallest = page.evaluate(SMALLEST)
        assert smallest >= 24 * min(width / 1920, height / 1080) - 0.01, number
        page.keyboard.press("ArrowRight")


def test_every_measure_fits_as_a_slide(page: Page, live_server: str) -> None:
    names = [f"m-{each.id}" for each in catalogue()]
    opened(page, f"{live_server}/present?slides={','.join(names)}")
    for number, name in enumerate(names, start=1):
        page.wait_for_selector(f"section[id='{number}'].is-now")
        assert page.evaluate(LEAVES) == [], name
        page.keyboard.press("ArrowRight")


def test_sentences_are_40_and_nothing_is_under_24_on_a_projector(
    page: Page, live_server: str
) -> None:
    opened(page, f"{live_server}/present?slide=p1", 1920, 1080)
    assert page.evaluate(SMALLEST) >= 24
    size = page.locator(".slide.is-now .slide-sentence").evaluate(
        "each => getComputedStyle(each).fontSize"
    )
    assert size == "40px"


@pytest.mark.parametrize(("width", "height"), [(320, 800), (1280, 720), (1920, 1080)])
def test_every_slide_is_clean(
    page: Page, live_server: str, width: int, height: int
) -> None:
    opened(page, f"{live_server}/present?county=37063", width, height)
    for _ in range(COUNT if width > 320 else 1):
        assert violations(page, contrast=width == 1920) == []
        page.keyboard.press("ArrowRight")


def test_in_a_narrow_window_slides_stand_below_each_other(
    page: Page, live_server: str
) -> None:
    opened(page, f"{live_server}/present?county=37063", 320, 800)
    expect(page.locator(".slide")).to_have_count(COUNT)
    wide = page.evaluate(
        "Array.from(document.querySelectorAll('.slide-face *')).filter(each => "
        "!each.closest('.unseen, .data-table') && each.checkVisibility() && "
        "each.getBoundingClientRect().right > 321).map(each => each.className)"
    )
    assert wide == []
    assert page.locator(".slide:visible").count() == COUNT
    page.get_by_role("button", name="Next").click()
    assert at(page) == f"2 of {COUNT}"
    second = page.locator("section[id='2']")
    expect(second).to_be_in_viewport()
    page.keyboard.press("End")
    expect(page.locator("section[id='9']")).to_be_in_viewport()
    expect(page.locator(".deck-progress")).to_have_text(f"9 of {COUNT}")


def test_in_a_narrow_window_a_link_leads_to_its_slide(
    page: Page, live_server: str
) -> None:
    opened(page, f"{live_server}/present?slide=gap", 320, 800)
    expect(page.locator(".slide")).to_have_count(COUNT)
    expect(page.locator(".deck-progress")).to_have_text(f"4 of {COUNT}")
    expect(page.locator("section[data-name=gap] .slide-sentence")).to_be_in_viewport()


def test_on_paper_every_slide_is_a_page_with_its_notes(
    page: Page, live_server: str
) -> None:
    opened(page, f"{live_server}/present?county=37063")
    page.emulate_media(media="print")
    assert page.locator(".slide:visible").count() == COUNT
    assert page.locator(".slide-notes:visible").count() == COUNT
    assert page.locator(".deck-bar").is_hidden()
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == COUNT
    (box,) = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed))
    assert float(box[0]) > float(box[1])


def test_one_slide_alone_has_no_buttons(page: Page, live_server: str) -> None:
    opened(page, f"{live_server}/present?embed=1&slide=gap", 800, 700)
    assert page.locator(".deck-bar").count() == 0
    assert page.locator(".slide").count() == 1
    assert "no real children" in page.inner_text("main")
    assert violations(page) == []


def test_a_wrong_address_is_a_notice_inside_the_frame(
    page: Page, live_server: str
) -> None:
    settle(page, f"{live_server}/present?slides=nothing")
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("header.site-header")).to_be_visible()
    assert violations(page) == []


def test_the_link_of_a_page_opens_the_slides_and_back_leads_there(
    page: Page, live_server: str
) -> None:
    settle(page, f"{live_server}/county/37063")
    page.get_by_role("link", name="Present as slides").click()
    page.wait_for_url("**/present?county=37063")
    page.wait_for_selector(".slide.is-now")
    page.keyboard.press("ArrowRight")
    assert at(page) == f"2 of {COUNT}"
    page.get_by_role("link", name="Back to the dashboard").click()
    page.wait_for_url("**/county/37063")
    expect(page.locator("header.site-header")).to_be_visible()


@pytest.fixture(scope="module")
def prefixed(settings: Settings) -> Iterator[str]:
    public = replace(settings, edition="public", prefix="/outcomes/")
    with serving(create_app(public).server) as address:
        yield f"{address}/outcomes/"


def test_it_works_under_a_prefix_in_the_public_edition(
    page: Page, prefixed: str
) -> None:
    opened(page, f"{prefixed}present?county=37063")
    for _ in range(COUNT):
        page.keyboard.press("ArrowRight")
    assert at(page) == f"{COUNT} of {COUNT}"
    hrefs = page.locator("a[href^='/']").evaluate_all(
        "all => all.map(each => each.getAttribute('href'))"
    )
    assert all(each.startswith("/outcomes/") for each in hrefs)
    page.get_by_text("Choose slides").click()
    page.get_by_role("button", name="Show these slides").click()
    page.wait_for_url("**/outcomes/present?county=37063&slides=**")
    page.wait_for_selector(".slide.is-now")
