"""The ten pictures of docs/pictures: make pictures.

`python -m scripts.screenshots FOLDER` takes every page whole, at three widths, instead.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from scripts import _png
from scripts._running import UNDRAWN, WAITING, chromium, dashboard

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
# Three pages, each as wide as a desk and as narrow as a phone.
PAGES = (
    ("scorecard", "/"),
    ("measure", "/measure/entry-rate?by=race"),
    ("disparity", "/disparity"),
)
DESK, PHONE = (1280, 1100), (320, 900)
# Name, address, size of the window.
OTHERS = (
    ("deck", "/present?slide=gap", (1280, 720)),
    ("briefing", "/briefing/37119", (1280, 1600)),
    ("embed", "/public/measure/entry-rate?embed=1&show=groups&by=race", (640, 720)),
    ("dark", "/county/37063?theme=dark", DESK),
)
WHOLE = (
    *PAGES,
    ("side-by-side", "/disparity/counties?step=report-rate"),
    ("counties", "/county"),
    ("county", "/county/37063"),
    ("methods", "/methods"),
    ("accessibility", "/accessibility"),
    ("present", "/present?slide=gap"),
    ("public-county", "/public/county/37177"),
    ("not-found", "/nothing"),
)
WIDTHS = (320, 1280, 1920)


def main(folder: Path | None) -> None:
    """Make the ten pictures, or all pages whole in a folder."""
    with dashboard(Path("var").resolve()) as address, chromium() as browser:
        if folder is None:
            ten(browser, address)
        else:
            whole(browser, address, folder)


def ten(browser: Browser, address: str) -> None:
    """The first screen of each, in few colours so that the files stay small."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    sheet = browser.new_page()
    wide = [(name, path, DESK) for name, path in PAGES]
    narrow = [(f"{name}-narrow", path, PHONE) for name, path in PAGES]
    for name, path, size in (*wide, *narrow, *OTHERS):
        page = opened(browser, address + path, *size)
        pixels = _png.read(sheet, page.screenshot())
        page.close()
        target = PICTURES / f"{name}.png"
        target.write_bytes(_png.written(pixels))
        print(target)


def whole(browser: Browser, address: str, folder: Path) -> None:
    """Every page from its top to its end."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in WHOLE:
        for width in WIDTHS:
            page = opened(browser, address + path, width, 800)
            target = folder / f"{name}-{width}.png"
            page.screenshot(path=target, full_page=True)
            page.close()
            print(target)


def opened(browser: Browser, address: str, wide: int, tall: int) -> Page:
    """The page at an address, drawn to its end."""
    page = browser.new_page(
        viewport={"width": wide, "height": tall}, reduced_motion="reduce"
    )
    page.goto(address, wait_until="networkidle")
    page.wait_for_selector("main :is(h1, h2)", state="attached")
    page.wait_for_selector(WAITING, state="detached")
    page.wait_for_selector(UNDRAWN, state="detached")
    return page


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
