"""Every page without a mouse: each stop is reached, seen, in order, and left again."""

from typing import Literal

import pytest
from playwright.sync_api import Page, Route, expect

from components import palettes
from tests.browser.conftest import CALLS, settle
from tests.browser.keys import back, missed, stop, walk
from tests.browser.looking import rgb
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
PAGES = (
    "/", "/measure/entry-rate?by=race", "/disparity", "/disparity/counties", "/county",
    "/county/37063", "/methods", "/accessibility", "/present?county=37063",
)  # fmt: skip
STATUS = "#route-announcer"
MARKS = ".layers .sign, .layers .whisker, .strip-dot:not(.strip-hollow)"


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_goes_through_a_page_and_back(
    cold: Page, live_server: str, path: str
) -> None:
    page = cold
    page.set_viewport_size({"width": 1280, "height": 800})
    settle(page, live_server + path)
    stops = walk(page)
    assert len({each.id for each in stops}) == len(stops)
    assert missed(page) == []
    unseen = [each.name for each in stops if not each.visible]
    assert unseen == [], "the focus is not seen"
    covered = [each.name for each in stops if not each.reached]
    assert covered == [], "outside the window, or under something"
    upwards = [each.name for each in stops if not each.after]
    assert upwards == [], "not in the order of reading"
    # Beyond the first stop the browser may begin again at the last.
    assert back(page)[: len(stops)] == [each.id for each in reversed(stops)]


@pytest.mark.parametrize("path", ["/", "/measure/entry-rate?by=race"])
def test_the_keyboard_goes_through_a_narrow_page(
    cold: Page, live_server: str, path: str
) -> None:
    page = cold
    page.set_viewport_size({"width": 320, "height": 640})
    settle(page, live_server + path)
    stops = walk(page)
    assert missed(page) == []
    assert [each.name for each in stops if not each.visible] == []
    assert [each.name for each in stops if not each.reached] == []


def to(page: Page, name: str, *, most: int = 400) -> None:
    """Press Tab until the keyboard is on the control of this name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        at = stop(page)
        if at and at.name.startswith(name):
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def on_list(page: Page, label: str) -> None:
    """Press Tab until the keyboard is on the list with this label."""
    wanted = page.locator(f".picker label:has(span:text-is('{label}')) select")
    for _ in range(400):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {label}")


def test_a_county_is_picked_by_keys_and_its_heading_has_the_focus(
    page: Page, live_server: str
) -> None:
    settle(page, live_server)
    on_list(page, "County")
    page.keyboard.type("Dur")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/county/37063**")
    expect(page.locator("main h1")).to_be_focused()
    expect(page.locator(STATUS)).to_contain_text("Durham")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_back_leads_to_the_page_before_and_to_its_heading(
    page: Page, live_server: str
) -> None:
    settle(page, live_server)
    to(page, "Methods")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_be_focused()
    page.go_back()
    page.wait_for_url(live_server + "/")
    expect(page.locator("main h1")).to_be_focused()
    expect(page.locator(STATUS)).to_contain_text("Scorecard")


def test_a_link_inside_a_page_moves_the_focus_there(
    page: Page, live_server: str
) -> None:
    settle(page, f"{live_server}/methods")
    to(page, "What is hidden")
    page.keyboard.press("Enter")
    expect(page.locator("#privacy h2")).to_be_focused()


@pytest.mark.parametrize(
    ("path", "label", "key"),
    [
        ("/measure/entry-rate", "Period", "ArrowDown"),
        ("/disparity", "Place", "ArrowDown"),
        ("/disparity/counties", "Children", "ArrowDown"),
    ],
)
def test_a_choice_is_made_by_arrows_told_and_keeps_the_focus(
    page: Page, live_server: str, path: str, label: str, key: str
) -> None:
    settle(page, live_server + path)
    control = page.locator(f".controls label:has(span:text-is('{label}')) select")
    control.focus()
    before = control.input_value()
    page.keyboard.press(key)
    assert control.input_value() != before
    page.wait_for_url("**?**")
    expect(page.locator(STATUS)).to_contain_text("Countywise", timeout=20_000)
    expect(control).to_be_focused()
    lead = page.locator("main .page-head .lead").inner_text()
    expect(page.locator(STATUS)).to_contain_text(lead)


def test_a_table_is_sorted_by_keys_and_says_so(page: Page, live_server: str) -> None:
    settle(page, f"{live_server}/measure/entry-rate")
    to(page, "County")
    while not page.evaluate("document.activeElement.matches('.sorter')"):
        to(page, "County")
    head = page.locator("th:has(:focus)")
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.locator(STATUS)).to_have_text("Sorted by County, from low to high")
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator(STATUS)).to_have_text("Sorted by County, from high to low")
    assert page.evaluate("document.activeElement.matches('.sorter')")


ROWS = ("1,279 (1,200 to 1,300)", "\u22122,010", "hidden", "0", "13.5", "")
IN_ORDER = "rows => rows.map(row => row.children[1].textContent)"


def test_numbers_are_sorted_as_they_are_written(page: Page) -> None:
    """Thousands, a true minus and intervals; what is not shown stays at the end."""
    rows = "".join(
        f"<tr><th>{n}</th><td>{f'<i class=missing>{each}</i>' * (each == 'hidden')}"
        f"{each * (each != 'hidden')}</td></tr>"
        for n, each in enumerate(ROWS)
    )
    page.set_content(
        "<table><thead><tr><th>Place</th><th aria-sort=none><button class=sorter"
        f" data-sort=number>Rate</button></th></tr></thead><tbody>{rows}</table>"
    )
    page.add_script_tag(path=str(ROOT / "assets" / "sortable.js"))
    shown = [ROWS[i] for i in (1, 3, 4, 0)]
    for order in (shown, shown[::-1]):
        page.get_by_role("button").click()
        found = page.locator("tbody tr").evaluate_all(IN_ORDER)
        assert found == [*order, "hidden", ""]


def test_a_closed_box_opens_and_closes_by_keys(page: Page, live_server: str) -> None:
    settle(page, f"{live_server}/measure/entry-rate")
    to(page, "Data table")
    box = page.locator("details:has(> summary:focus)")
    page.keyboard.press("Enter")
    expect(box).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('details[open]') !== null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(box).not_to_have_attribute("open", "")


def test_the_map_is_entered_searched_and_left_by_keys(
    page: Page, live_server: str
) -> None:
    settle(page, f"{live_server}/measure/entry-rate")
    while not page.evaluate("document.activeElement.matches('a.county')"):
        page.keyboard.press("Tab")
    seen = {page.evaluate("document.activeElement.dataset.fips")}
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight"):
        page.keyboard.press(key)
        name = page.evaluate("document.activeElement.getAttribute('aria-label')")
        expect(page.locator(".map-caption")).to_have_text(name)
        seen.add(page.evaluate("document.activeElement.dataset.fips"))
    assert len(seen) > 2
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('a.county')")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.dataset.fips") in seen


# ---- how the reader has set the machine ---------------------------------------------


@pytest.fixture
def forced(cold: Page) -> Page:
    """A reader who chooses all colours, as people with low vision do."""
    cold.emulate_media(forced_colors="active", color_scheme="dark")
    return cold


@pytest.mark.parametrize("path", ["/measure/entry-rate?by=race", "/county/37063"])
def test_in_forced_colours_the_focus_and_the_marks_are_seen(
    forced: Page, live_server: str, path: str
) -> None:
    settle(forced, live_server + path)
    stops = walk(forced)
    assert [each.name for each in stops if not each.visible] == []
    ground = forced.evaluate("getComputedStyle(document.body).backgroundColor")
    marks = forced.locator(MARKS).evaluate_all(
        "all => all.map(each => getComputedStyle(each).backgroundColor)"
    )
    own = {rgb(shade) for name, shade in palettes.DARK.items() if name != "paper"}
    assert marks
    assert set(marks) <= own, "marks keep the colours of the theme"
    inside = forced.locator(".layers .sign-hollow").evaluate_all(
        "all => all.map(each => getComputedStyle(each, '::after').backgroundColor)"
    )
    assert set(inside) <= {rgb(palettes.DARK["paper"])}, "hollow marks stay hollow"
    assert inside or "county" not in path
    papers = forced.locator(".layers").evaluate_all(
        "all => all.map(each => getComputedStyle(each).backgroundColor)"
    )
    # The paper of the theme that was drawn: marks are made for it.
    assert set(papers) == {rgb(palettes.DARK["paper"])}
    current = forced.locator(".site-header nav a[aria-current=page]").first
    if current.count():
        border = current.evaluate("each => getComputedStyle(each).borderBottomColor")
        assert border != ground


def test_in_forced_colours_states_are_told_apart(
    forced: Page, live_server: str
) -> None:
    """Hidden has a dashed line of the reader's; full, striped, empty bars differ."""
    settle(forced, f"{live_server}/public/county/37177")
    words = forced.evaluate("getComputedStyle(document.body).color")
    hidden = forced.locator("main .missing-hidden:visible").evaluate_all(
        "all => all.map(each => getComputedStyle(each)).map("
        "one => [one.outlineStyle, one.outlineColor])"
    )
    assert hidden
    assert {tuple(each) for each in hidden} == {("dashed", words)}
    forced.goto(f"{live_server}/style")
    looks = {
        kind: forced.locator(f".three-bar .three-{kind}").first.evaluate(
            "each => getComputedStyle(each).background"
        )
        for kind in ("worse", "none")
    }
    assert "gradient" in looks["worse"]
    assert "gradient" not in looks["none"]


MOVING = "document.getAnimations().filter(each => each.effect.target.matches('.bone'))"


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_nothing_moves_for_those_who_wish_it(
    page: Page, live_server: str, wish: Literal["reduce", "no-preference"]
) -> None:
    page.emulate_media(reduced_motion=wish)

    def hold(route: Route) -> None:
        if "measure-groups" not in (route.request.post_data or ""):
            route.continue_()

    page.route(CALLS, hold)
    page.goto(f"{live_server}/measure/entry-rate")
    page.wait_for_selector("#measure-groups .bone")
    moving = page.evaluate(f"{MOVING}.length")
    assert (moving > 0) == (wish == "no-preference")
