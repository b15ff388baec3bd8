"""Pictures of every part of the page of styles: make style.

They are kept beside the tests, which compare them with what is drawn. Look at them
before you commit new ones.
"""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from pages._words.style import PARTS
from scripts import _png
from scripts._running import UNDRAWN, chromium, dashboard

FOLDER = Path(__file__).parents[1] / "tests" / "browser" / "pictures"
VERSION = FOLDER / "chromium.txt"
WIDTH = 1280


def main() -> None:
    """Renew all pictures, and note the version of the browser that made them."""
    FOLDER.mkdir(exist_ok=True)
    with dashboard(Path("var").resolve()) as address, chromium() as browser:
        VERSION.write_text(f"{browser.version}\n", encoding="utf-8")
        for name, pixels in pictures(browser, address):
            target = FOLDER / f"{name}.png"
            target.write_bytes(_png.written(pixels))
            print(target, target.stat().st_size)


def pictures(browser: Browser, address: str) -> Iterator[tuple[str, _png.Pixels]]:
    """Each part of the page at half its size, 1280 px wide, without movement."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 900}, reduced_motion="reduce"
    )
    page, sheet = context.new_page(), context.new_page()
    open_styles(page, address)
    for name, _ in PARTS:
        part = page.locator(f"#style-{name}")
        png = part.screenshot(animations="disabled", caret="hide")
        yield name, _png.halved(_png.read(sheet, png))
    context.close()


def open_styles(page: Page, address: str) -> None:
    """Go to the page and wait until all of it is drawn."""
    page.goto(f"{address}/style", wait_until="networkidle")
    page.wait_for_selector(f"#style-{PARTS[-1][0]}")
    page.wait_for_selector("[data-dash-is-loading=true]", state="detached")
    page.wait_for_selector(UNDRAWN, state="detached")
    page.wait_for_selector("#style-maps a.county")


if __name__ == "__main__":
    main()
