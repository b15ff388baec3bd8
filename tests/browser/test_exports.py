"""Files as a reader saves them: from the slides and from a chart, and opened again."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests import readers
from tests.browser.conftest import Watch, settle, violations

pytestmark = pytest.mark.browser
COUNT, SVG = 9, "{http://www.w3.org/2000/svg}"
ADDRESS = "/public/present?county=37063"
MARK = "Demonstration data: no real children"
# The lines of a slide that stand beside its drawing.
SLIDE = """each => ({
  title: each.querySelector('.slide-title').textContent,
  sentence: each.querySelector('.slide-sentence').textContent,
  foot: (each.querySelector('.slide-foot') || {textContent: ''}).textContent,
  alt: (each.querySelector('.slide-drawing [role=img][aria-label]')
    || {getAttribute: () => ''}).getAttribute('aria-label'),
  numbers: Array.from(each.querySelectorAll('.slide-numbers td')).map(
    cell => cell.textContent)
})"""


def saved(page: Page, button: Locator, folder: Path) -> bytes:
    """What a click saves."""
    with page.expect_download() as waiting:
        button.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.read_bytes()


def words_of(svg: bytes) -> str:
    """All words of a picture; a line is cut wherever its look changes."""
    root = ElementTree.fromstring(svg)
    return close("".join("".join(each.itertext()) for each in root.iter(f"{SVG}text")))


def close(text: str) -> str:
    return re.sub(r"\s+", "", text)


def opened(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    settle(page, address)
    page.wait_for_selector(".slide.is-now")
    page.locator(".deck-files > summary").click()


def test_the_deck_is_saved_in_every_format_with_the_same_numbers(
    page: Page, live_server: str, tmp_path: Path
) -> None:
    opened(page, live_server + ADDRESS)
    assert violations(page) == []
    menu = page.locator(".deck-files .files")
    pptx = readers.slides(saved(page, menu.get_by_text("Slides (PPTX)"), tmp_path))
    expect(menu.get_by_role("status")).to_have_text("Saved: Slides (PPTX)")
    xlsx = saved(page, menu.get_by_text("Spreadsheet (XLSX)"), tmp_path)
    told = saved(page, menu.get_by_text("Table (CSV)"), tmp_path).decode("utf-8")
    page.keyboard.press("Escape")
    expect(page.locator(".deck-files")).not_to_have_attribute("open", "")
    assert len(pptx) == COUNT + 1
    sheet = readers.sheet(xlsx, "Slides")
    hidden = 0
    for number in range(1, COUNT + 1):
        now = page.locator(".slide.is-now")
        expect(now).to_have_attribute("id", str(number))
        seen, slide = now.evaluate(SLIDE), pptx[number - 1]
        assert slide.shapes.title.text == seen["title"] == sheet[number - 1]["title"]
        assert slide.placeholders[1].text == sheet[number - 1]["sentence"]
        assert seen["sentence"] == sheet[number - 1]["sentence"]
        assert seen["foot"] in readers.texts(slide)
        assert seen["alt"] == "" or seen["alt"] in readers.described(slide).values()
        notes = readers.plain(slide.notes_slide.notes_text_frame.text)
        for cell in seen["numbers"]:
            first = readers.plain(cell).strip(" ▲▼●○").partition(" (")[0]
            assert first in notes, cell
            hidden += first == "hidden"
        page.keyboard.press("ArrowRight")
    assert hidden > 0
    assert "hidden" in {each["status"] for each in readers.lines(told)}
    assert "1 to 10 are hidden" in told


def test_the_hand_out_is_prepared_aloud_and_has_the_slides(
    page: Page, live_server: str, tmp_path: Path
) -> None:
    pytest.importorskip("weasyprint", exc_type=OSError)
    opened(page, f"{live_server}{ADDRESS}&slides=cover,gap,p1")
    page.route("**/deck.pdf*", lambda route: route.continue_())
    menu = page.locator(".deck-files .files")
    status = menu.get_by_role("status")
    with page.expect_download() as waiting:
        menu.get_by_text("Hand-out (PDF)").click()
        expect(status).to_have_text("Preparing Hand-out (PDF) …")
    path = tmp_path / "deck.pdf"
    waiting.value.save_as(path)
    expect(status).to_have_text("Saved: Hand-out (PDF)")
    text = readers.pdf_text(path.read_bytes())
    slides = page.locator(".slide").evaluate_all(f"all => all.map({SLIDE})")
    assert len(slides) == 3
    for each in slides:
        for said in (each["title"], each["sentence"], each["foot"]):
            assert readers.plain(said) in text
    alts = [alt for tag, alt in readers.pdf_tags(path.read_bytes()) if tag == "/Figure"]
    assert len(alts) == 2
    assert {each["alt"] for each in slides} - {""} <= set(alts)


def test_a_file_that_cannot_be_made_is_a_sentence_and_no_file(
    page: Page, live_server: str, watch: Watch
) -> None:
    opened(page, f"{live_server}{ADDRESS}&slides=cover")
    said = "The hand-out cannot be made here."
    watch.excused = ("503",)
    page.route(
        "**/deck.pdf*",
        lambda route: route.fulfill(status=503, body=said, content_type="text/plain"),
    )
    menu = page.locator(".deck-files .files")
    menu.get_by_text("Hand-out (PDF)").click()
    expect(menu.get_by_role("status")).to_have_text(said)


def test_the_slide_on_the_screen_is_saved_as_a_picture(
    page: Page, live_server: str, tmp_path: Path
) -> None:
    opened(page, f"{live_server}{ADDRESS}&slide=p1")
    menu = page.locator(".deck-files .files")
    seen = page.locator(".slide.is-now").evaluate(SLIDE)
    svg = saved(page, menu.get_by_role("button", name="SVG"), tmp_path)
    text = words_of(svg)
    for said in (seen["title"], seen["sentence"], seen["foot"]):
        assert close(said) in text
    png = saved(page, menu.get_by_role("button", name="PNG"), tmp_path)
    drawn(png, 1280)


def drawn(png: bytes, width: int) -> None:
    """A picture of that width, at twice the sharpness, with more than paper on it."""
    picture = Image.open(io.BytesIO(png))
    assert picture.format == "PNG"
    assert abs(picture.width - 2 * (width + 48)) <= 4
    colours = picture.convert("RGB").getcolors(maxcolors=10_000_000) or []
    assert len(colours) > 20
    assert max(count for count, _ in colours) < 0.995 * picture.width * picture.height


@pytest.mark.parametrize(
    ("where", "parts"),
    [
        ("/public/measure/entry-rate?county=37063", ("trend", "dots", "county-map")),
        ("/public/disparity", ("waterfall",)),
    ],
)
def test_every_kind_of_chart_is_saved_with_its_words_and_where_it_is_from(
    page: Page, live_server: str, tmp_path: Path, where: str, parts: tuple[str, ...]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    settle(page, live_server + where)
    for part in parts:
        chart = page.locator(f".chart:has(.{part})").first
        box = chart.bounding_box()
        assert box
        title = chart.locator(".chart-title").inner_text()
        svg = saved(page, chart.get_by_role("button", name="SVG"), tmp_path)
        text = words_of(svg)
        assert close(title) in text
        for said in (MARK, "North Carolina", "version 000001", "1 to 10 are hidden"):
            assert close(said) in text, (part, said)
        assert close(chart.locator(".source").first.inner_text()) in text
        shapes = sum(
            each.tag.removeprefix(SVG) in ("path", "rect", "polygon", "ellipse", "line")
            for each in ElementTree.fromstring(svg).iter()
        )
        assert shapes > 5
        assert b"foreignObject" not in svg
        png = saved(page, chart.get_by_role("button", name="PNG"), tmp_path)
        drawn(png, round(box["width"]))
        expect(chart.locator(".files-told")).to_have_text("Saved: PNG")


def test_table_and_spreadsheet_of_a_chart_are_saved(
    page: Page, live_server: str, tmp_path: Path
) -> None:
    settle(page, f"{live_server}/public/measure/entry-rate?county=37177")
    chart = page.locator(".chart:has(.dots)").first
    told = saved(page, chart.get_by_role("link", name="Table (CSV)"), tmp_path)
    xlsx = saved(page, chart.get_by_role("link", name="Spreadsheet (XLSX)"), tmp_path)
    rows = readers.sheet(xlsx, "Figures")
    lines = readers.lines(told.decode("utf-8"))
    assert [row["group"] for row in rows] == [line["group"] for line in lines]
    hidden = [row for row in rows if row["status"] == "hidden"]
    assert hidden
    assert {row["value"] for row in hidden} == {"hidden"}


@pytest.mark.parametrize("width", [320, 1280])
def test_the_line_fits_and_is_clean(page: Page, live_server: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    settle(page, f"{live_server}/public/measure/entry-rate")
    wide = page.locator(".files").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().right)"
    )
    assert max(wide) <= width + 1
    assert violations(page) == []
