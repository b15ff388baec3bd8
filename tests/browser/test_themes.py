"""Light, dark, high contrast, accents: right, readable, at once, light on paper."""

import re
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from components import palettes
from tests.browser.conftest import settle, uncached, violations
from tests.browser.looking import rgb

pytestmark = pytest.mark.browser
MEASURE = "/measure/entry-rate"
NAMES = tuple(palettes.THEMES)
GROUND = "getComputedStyle(document.body).backgroundColor"
ACCENT = (
    "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"
)
# The grounds of the page at each frame that is painted while it loads.
PAINTED = """window.grounds = new Set();
const look = () => {
  const body = document.body;
  if (body) window.grounds.add(getComputedStyle(body).backgroundColor);
  requestAnimationFrame(look);
};
requestAnimationFrame(look);"""
# Every colour that a plotly drawing or a picture shows.
COLOURS = """() => {
  const found = new Set();
  document.querySelectorAll('.js-plotly-plot svg *').forEach(node => {
    const style = getComputedStyle(node);
    if (node.tagName === 'text') found.add(style.fill);
  });
  return [...found];
}"""
PICTURES = "() => [...document.querySelectorAll('main img[src]')].map(each => each.src)"


def drawn(page: Page) -> None:
    """Wait until the figure of the measure is there."""
    figure = page.locator(".js-plotly-plot .scatterlayer").first
    expect(figure).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("theme", NAMES[1:])
@pytest.mark.parametrize("path", ["/disparity", "/county/37063"])
def test_a_page_is_clean_in_every_theme(
    page: Page, live_server: str, path: str, theme: str
) -> None:
    settle(page, f"{live_server}{path}?theme={theme}")
    assert page.evaluate(GROUND) == rgb(palettes.THEMES[theme]["paper"])
    # Its words are looked at in every theme by test_access.py; here, those around them.
    assert violations(page, contrast=path.startswith("/county")) == []


@pytest.mark.parametrize("theme", NAMES)
def test_figures_wear_the_theme(page: Page, live_server: str, theme: str) -> None:
    settle(page, f"{live_server}{MEASURE}?theme={theme}")
    drawn(page)
    shades = palettes.THEMES[theme]
    assert rgb(shades["muted"]) in page.evaluate(COLOURS)
    strokes = page.locator(".js-plotly-plot .scatterlayer .js-line").evaluate_all(
        "lines => lines.map(each => getComputedStyle(each).stroke)"
    )
    assert rgb(shades["accent"]) in strokes


@pytest.mark.parametrize("theme", NAMES[1:])
def test_pictures_wear_the_theme(page: Page, live_server: str, theme: str) -> None:
    settle(page, f"{live_server}/?theme={theme}")
    pictures = page.evaluate(PICTURES)
    assert pictures
    light = {palettes.LIGHT[name][1:] for name in ("accent", "faint")}
    for each in pictures:
        colours = set(re.findall(r"%23([0-9a-f]{6})", each))
        assert colours
        assert not colours & light


def test_the_theme_is_there_from_the_first_frame(page: Page, live_server: str) -> None:
    with page.add_init_script(PAINTED), uncached(page):
        settle(page, f"{live_server}{MEASURE}?theme=dark")
    dark = rgb(palettes.DARK["paper"])
    assert page.evaluate("[...window.grounds]") == [dark]


def test_the_system_of_the_reader_decides_where_the_address_does_not(
    page: Page, live_server: str
) -> None:
    page.emulate_media(color_scheme="dark")
    settle(page, live_server + MEASURE)
    drawn(page)
    assert page.evaluate(GROUND) == rgb(palettes.DARK["paper"])
    page.emulate_media(color_scheme="light", contrast="more")
    expect(page.locator("html")).to_have_attribute("data-theme", "contrast")
    page.emulate_media(color_scheme="light", contrast="no-preference")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert rgb(palettes.LIGHT["muted"]) in page.evaluate(COLOURS)
    page.emulate_media(color_scheme="dark")
    settle(page, f"{live_server}{MEASURE}?theme=light")
    assert page.evaluate(GROUND) == rgb(palettes.LIGHT["paper"])


def test_paper_is_always_light(page: Page, live_server: str) -> None:
    settle(page, f"{live_server}{MEASURE}?theme=dark&accent=b3b4fb")
    drawn(page)
    assert page.evaluate(ACCENT) == "#b3b4fb"
    page.emulate_media(media="print")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert page.evaluate(GROUND) == rgb(palettes.LIGHT["paper"])
    assert page.evaluate(ACCENT) == palettes.LIGHT["accent"]
    assert rgb(palettes.LIGHT["muted"]) in page.evaluate(COLOURS)
    page.emulate_media(media="screen")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert rgb(palettes.DARK["muted"]) in page.evaluate(COLOURS)


@pytest.mark.parametrize(
    ("accent", "theme"), tuple(zip(palettes.ACCENTS, cycle(NAMES), strict=False))
)
def test_accents_by_name(page: Page, live_server: str, theme: str, accent: str) -> None:
    page.goto(f"{live_server}/methods?theme={theme}&accent={accent}")
    assert page.evaluate(ACCENT) == palettes.ACCENTS[accent][NAMES.index(theme)]


@pytest.mark.parametrize(
    ("theme", "asked", "worn"),
    [
        ("light", "7a0050", "#7a0050"),
        ("light", "%237a0050", "#7a0050"),
        ("light", "ffcc00", palettes.LIGHT["accent"]),
        ("dark", "ffcc00", "#ffcc00"),
        ("dark", "7a0050", palettes.DARK["accent"]),
        ("contrast", "888888", palettes.CONTRAST["accent"]),
        ("light", "red", palettes.LIGHT["accent"]),
        ("light", "url(x)", palettes.LIGHT["accent"]),
        ("light", "12345g", palettes.LIGHT["accent"]),
    ],
)
def test_an_accent_that_cannot_be_read_is_refused(
    page: Page, live_server: str, theme: str, asked: str, worn: str
) -> None:
    page.goto(f"{live_server}/methods?theme={theme}&accent={asked}")
    assert page.evaluate(ACCENT) == worn


def test_a_reader_chooses_the_colours_at_the_foot(
    page: Page, live_server: str
) -> None:
    """The address remembers it and nothing is stored; links and controls keep it."""
    settle(page, f"{live_server}{MEASURE}")
    choice = page.get_by_role("group", name="Colours")
    expect(choice.get_by_role("button", pressed=True)).to_have_text("As my device")
    dark = choice.get_by_role("button", name="Dark")
    dark.focus()
    page.keyboard.press("Enter")
    expect(dark).to_be_focused()
    page.wait_for_url("**?theme=dark")
    assert page.evaluate(GROUND) == rgb(palettes.DARK["paper"])
    page.get_by_label("Groups by").select_option("sex")
    page.wait_for_url("**by=sex**")
    page.get_by_role("link", name="Methods", exact=True).first.click()
    page.wait_for_url("**/methods?theme=dark")
    expect(choice.get_by_role("button", pressed=True)).to_have_text("Dark")
    choice.get_by_role("button", name="As my device").click()
    page.wait_for_url("**/methods")
    assert page.evaluate(GROUND) == rgb(palettes.LIGHT["paper"])
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_labels_follow_the_theme_after_the_window_has_changed(
    page: Page, live_server: str
) -> None:
    """A figure that has taken its narrow shape is handed back in worn colours."""
    settle(page, f"{live_server}{MEASURE}?theme=dark")
    drawn(page)
    label = page.locator(".js-plotly-plot .annotation-text").first
    expect(label).to_have_css("fill", rgb(palettes.DARK["accent"]))
    page.set_viewport_size({"width": 400, "height": 800})
    expect(page.locator(".js-plotly-plot .main-svg").first).to_have_attribute(
        "width", re.compile(r"3\d\d")
    )
    page.emulate_media(media="print")
    expect(label).to_have_css("fill", rgb(palettes.LIGHT["accent"]))


def test_the_theme_goes_along_with_links_and_back(page: Page, live_server: str) -> None:
    settle(page, f"{live_server}/?theme=dark&accent=sea")
    page.get_by_role("link", name="Methods", exact=True).first.click()
    page.wait_for_url("**/methods?theme=dark&accent=sea")
    page.wait_for_selector("main h1")
    assert page.evaluate(GROUND) == rgb(palettes.DARK["paper"])
    page.go_back()
    page.wait_for_url("**/?theme=dark&accent=sea")
    assert page.evaluate(ACCENT) == palettes.ACCENTS["sea"][1]


def test_where_the_reader_chooses_the_colours_the_marks_stay(
    page: Page, live_server: str
) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    settle(page, f"{live_server}{MEASURE}")
    look = "all => all.map(each => getComputedStyle(each).backgroundColor)"
    marks = page.locator(".dot-row .layers .sign").evaluate_all(look)
    keys = page.locator(".dot-row .sign-key").evaluate_all(look)
    # On the paper of the theme its own colours; in the run of words the reader's.
    assert marks
    paper = palettes.DARK["paper"]
    assert set(marks) <= {rgb(each) for each in palettes.DARK.values()} - {rgb(paper)}
    assert set(keys) == {page.evaluate("getComputedStyle(document.body).color")}
