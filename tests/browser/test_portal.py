"""A page of another site that shows parts of ours: what works, and what must not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from app import Settings, create_app
from tests.browser.conftest import Watch, settle, violations
from tests.conftest import serving

pytestmark = pytest.mark.browser
PREFIX = "/outcomes/"
BOX = (
    "allow-scripts allow-same-origin allow-downloads allow-popups "
    "allow-popups-to-escape-sandbox"
)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Portal</title>
<link rel="icon" href="data:,"><style>body{{margin:0}}iframe{{width:100%;border:0}}
</style></head><body><main><h1>Portal</h1>{0}</main></body></html>"""
# A portal that takes scripts out: none runs on its own page.
NO_SCRIPTS = "script-src 'none'"
SHOWN = 20_000
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@dataclass
class Portal:
    """Another site: whatever body it is given, at one address."""

    address: str = ""
    body: str = ""
    policy: str = ""

    def answer(self, environ: dict[str, Any], start: Any) -> list[bytes]:
        headers = [("Content-Type", "text/html; charset=utf-8")]
        if self.policy:
            headers.append(("Content-Security-Policy", self.policy))
        start("200 OK", headers)
        return [PAGE.format(self.body).encode()]


@pytest.fixture(scope="module")
def site() -> Iterator[Portal]:
    """On another host name and another port, so another origin and another site."""
    site = Portal()
    with serving(site.answer) as address:
        site.address = address.replace("127.0.0.1", "localhost")
        yield site


@pytest.fixture
def portal(site: Portal) -> Portal:
    """The other site with nothing on its page."""
    site.body = site.policy = ""
    return site


@pytest.fixture(scope="module")
def public(settings: Settings, site: Portal) -> Iterator[str]:
    """The public edition, which this portal and another may show."""
    parents = f"https://other.test {site.address}"
    public = replace(settings, edition="public", prefix=PREFIX, frame_ancestors=parents)
    with serving(create_app(public).server) as address:
        yield address + PREFIX


@pytest.fixture
def ours(public: str, watch: Watch) -> str:
    watch.allowed = ("127.0.0.1", "localhost")
    return public


def frame(src: str, more: str = "") -> str:
    return f'<iframe src="{escape(src)}" title="A part" height="300" {more}></iframe>'


def shown(page: Page) -> FrameLocator:
    """The frame of the portal, once its part is drawn."""
    inside = page.frame_locator("iframe")
    expect(inside.locator("main :is(.chart, .data-table, .slide)").first).to_be_visible(
        timeout=SHOWN
    )
    expect(inside.locator("footer.embed-foot")).to_be_visible(timeout=SHOWN)
    return inside


def height(page: Page) -> float:
    return float(page.locator("iframe").first.bounding_box()["height"])  # type: ignore[index]


def grown(page: Page, over: int) -> None:
    """Wait until the frame is taller than so many pixels."""
    page.wait_for_function(
        "over => document.querySelector('iframe').clientHeight > over", arg=over
    )


def test_callbacks_work_and_the_height_follows(
    page: Page, ours: str, portal: Portal
) -> None:
    portal.body = frame(ours + "measure/entry-rate?embed=1")
    portal.body += f'<script src="{ours}embed.js" async></script>'
    page.goto(portal.address)
    inside = shown(page)
    grown(page, 1200)
    rows = inside.locator("#measure-groups .dot-row")
    expect(rows.first).to_be_visible(timeout=SHOWN)
    before = inside.locator("#measure-groups figcaption").first.inner_text()
    by = inside.locator("#measure--by")
    by.select_option("sex")
    expect(inside.locator("#measure-groups figcaption").first).not_to_have_text(before)
    expect(inside.locator("#measure-groups")).to_contain_text("Girls")
    # The way out follows the choice that was made in the frame.
    link = inside.locator("a.embed-full")
    link.focus()
    assert "by=sex" in (link.get_attribute("href") or "")
    assert "embed" not in (link.get_attribute("href") or "")
    inner = page.frames[-1].evaluate(
        "document.getElementById('react-entry-point').getBoundingClientRect().height"
    )
    page.wait_for_function(
        "tall => Math.abs(document.querySelector('iframe').clientHeight - tall) < 3",
        arg=inner,
    )


def test_a_part_alone_is_as_tall_as_it_is(
    page: Page, ours: str, portal: Portal
) -> None:
    portal.body = frame(ours + "county/37063?embed=1&part=gap-population-entry-rate")
    portal.body += f'<script src="{ours}embed.js" async></script>'
    page.goto(portal.address)
    inside = shown(page)
    grown(page, 320)
    assert inside.locator(".chart:visible").count() == 1
    assert inside.locator("h1").count() == 1
    assert height(page) < 1200
    assert page.frames[-1].evaluate("document.documentElement.scrollHeight") <= (
        height(page) + 1
    )


def test_a_script_that_comes_late_asks_for_the_height(
    page: Page, ours: str, portal: Portal
) -> None:
    portal.body = frame(ours + "county?embed=1")
    page.goto(portal.address)
    shown(page)
    assert height(page) == 300
    page.evaluate(
        """src => {
          const script = document.createElement('script');
          script.src = src;
          document.body.appendChild(script);
        }""",
        ours + "embed.js",
    )
    grown(page, 400)


def test_heights_from_elsewhere_are_not_believed(
    page: Page, ours: str, portal: Portal
) -> None:
    portal.body = frame(ours + "county?embed=1&part=counties")
    portal.body += f'<script src="{ours}embed.js"></script>'
    page.goto(portal.address)
    shown(page)
    grown(page, 400)
    told = height(page)
    # From the portal itself, so of the wrong origin and of no frame that is ours.
    page.evaluate("window.postMessage({type: 'countywise:height', height: 9999}, '*')")
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert height(page) == told


def test_a_part_works_in_a_sandbox_and_opens_its_page_beside_it(
    page: Page, ours: str, portal: Portal
) -> None:
    part = ours + "measure/entry-rate?embed=1&part=counties"
    portal.body = frame(part, f'sandbox="{BOX}" style="height:1400px"')
    page.goto(portal.address)
    inside = shown(page)
    expect(inside.locator(".map-canvas a.county").first).to_be_visible(timeout=SHOWN)
    assert inside.locator("table.data-table:visible").count() == 0
    with page.context.expect_page() as opened:
        inside.locator("a.embed-full").click()
    whole = opened.value
    whole.wait_for_selector("header.site-header")
    assert whole.url == ours + "measure/entry-rate"
    assert whole.evaluate("window.opener === null")
    whole.close()
    with page.context.expect_page() as opened:
        inside.locator(".map-canvas a.county").first.focus()
        page.keyboard.press("Enter")
    opened.value.wait_for_selector("header.site-header")
    assert "embed" not in opened.value.url
    opened.value.close()


def test_no_other_site_may_show_it(
    page: Page, settings: Settings, portal: Portal, nowhere: str, watch: Watch
) -> None:
    watch.allowed = ("127.0.0.1", "localhost")
    watch.excused = ("frame-ancestors", "X-Frame-Options", "chrome-error", "frame")
    closed = replace(settings, edition="public", prefix=PREFIX)
    with serving(create_app(closed).server) as address:
        portal.body = frame(address + PREFIX + "county?embed=1")
        page.goto(portal.address, wait_until="networkidle")
        assert page.frames[-1].url.startswith("chrome-error")
        page.goto(nowhere)


def test_a_portal_that_takes_scripts_out_shows_the_chart(
    page: Page, ours: str, portal: Portal, watch: Watch
) -> None:
    """The code that the panel gives, on a page on which no script may run."""
    settle(page, ours + "measure/entry-rate")
    code = codes(page, "trend")[0]
    assert "<script" not in code
    portal.body, portal.policy = code, NO_SCRIPTS
    page.goto(portal.address)
    inside = shown(page)
    expect(inside.locator(".js-plotly-plot .scatterlayer").first).to_be_visible(
        timeout=SHOWN
    )
    assert page.locator("iframe").get_attribute("title") == title_of(inside)
    assert 320 <= height(page) <= 1400
    fallback = page.locator("main p a")
    assert fallback.get_attribute("href") == ours + "measure/entry-rate"
    assert violations_without_scripts(inside) == []


def title_of(inside: FrameLocator) -> str:
    return inside.locator(".chart-title").first.inner_text()


def violations_without_scripts(inside: FrameLocator) -> list[str]:
    """What has no name or no words in the frame: axe may not run in this portal."""
    images = inside.locator("main [role=img]")
    return [
        "an image without words"
        for each in images.all()
        if not each.get_attribute("aria-label")
    ]


def codes(page: Page, part: str) -> list[str]:
    """Open the panel of a part and read its codes."""
    panel = page.locator(f'[data-part="{part}"] details.embed').first
    panel.locator("summary").click()
    areas = panel.locator("textarea")
    expect(areas).to_have_count(2)
    return [areas.nth(0).input_value(), areas.nth(1).input_value()]


def test_the_panel_is_used_by_keyboard_and_says_what_it_did(
    page: Page, live_server: str
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    settle(page, f"{live_server}/measure/entry-rate?by=sex")
    panel = page.locator('[data-part="groups"] details.embed')
    assert panel.locator("textarea").count() == 0
    panel.locator("summary").focus()
    page.keyboard.press("Enter")
    select = panel.get_by_label("Colours")
    expect(select).to_be_visible()
    page.keyboard.press("Tab")
    expect(select).to_be_focused()
    select.select_option("dark")
    page.keyboard.press("Tab")
    expect(panel.locator("textarea").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(panel.get_by_role("status").first).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == panel.locator("textarea").first.input_value()
    # The staff edition gives the code of the public one.
    src = f"{live_server}/public/measure/entry-rate?by=sex&amp;part=groups&amp;embed=1"
    assert f'src="{src}&amp;theme=dark"' in copied
    assert "staff" not in copied
    assert violations(page) == []


def test_codes_are_escaped(page: Page, live_server: str) -> None:
    settle(page, f"{live_server}/county")
    page.evaluate(
        """() => document.querySelector('details.embed').setAttribute(
          'data-named', '"><script>bad()</script> & more')"""
    )
    for code in codes(page, "counties"):
        assert "<script>bad" not in code
        assert 'title="&quot;&gt;&lt;script&gt;bad()&lt;/script&gt; &amp; more"' in code


@pytest.mark.parametrize(
    "part",
    [
        "measure/entry-rate?embed=1&part=trend",
        "measure/entry-rate?embed=1&part=groups",
        "measure/entry-rate?embed=1&part=counties",
        "measure/entry-rate?embed=1&part=table",
        "disparity?embed=1&part=chain&group=black_nh",
        "disparity?embed=1&part=population",
        "disparity/counties?embed=1&part=funnel",
        "disparity/counties?embed=1&part=each",
        "county/37063?embed=1&part=spine-safety",
        "present?embed=1&slide=gap",
        "?embed=1&part=priority-1",
        "?embed=1",
    ],
)
def test_a_part_fits_a_narrow_column(page: Page, live_server: str, part: str) -> None:
    page.set_viewport_size({"width": 280, "height": 700})
    settle(page, f"{live_server}/public/{part}")
    assert not page.evaluate(TOO_WIDE)
    assert page.locator("a.embed-full").is_visible()
    assert violations(page) == []


def test_nothing_is_stored(page: Page, ours: str, portal: Portal) -> None:
    """In the frame the browser refuses all storage, and the page works without."""
    portal.body = frame(ours + "disparity?embed=1")
    page.goto(portal.address)
    shown(page)
    assert page.frames[-1].evaluate("document.cookie") == ""
    settle(page, ours + "disparity?embed=1&theme=dark")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
