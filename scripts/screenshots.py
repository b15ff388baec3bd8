"""Pictures of every page at three widths: python -m scripts.screenshots [folder]."""

import sys
from pathlib import Path

from playwright.sync_api import Browser

from scripts._running import WAITING, chromium, dashboard

PAGES = (
    ("scorecard", "/"),
    ("measure", "/measure/entry-rate"),
    ("disparity", "/disparity"),
    ("side-by-side", "/disparity/counties?step=report-rate"),
    ("county", "/county/37063"),
    ("methods", "/methods"),
    ("present", "/present?slide=gap"),
    ("public-county", "/public/county/37177"),
    ("not-found", "/nothing"),
)
WIDTHS = (320, 1280, 1920)
README = ("scorecard", 1280)


def main(folder: Path) -> None:
    """Make every picture; the one of the README shows only its first screen."""
    folder.mkdir(parents=True, exist_ok=True)
    with dashboard(Path("var").resolve()) as address, chromium() as browser:
        for name, path in PAGES:
            for width in WIDTHS:
                target = folder / f"{name}-{width}.png"
                take(browser, address + path, width, target, whole=True)
        name, width = README
        path = dict(PAGES)[name]
        take(browser, address + path, width, folder / f"{name}.png", whole=False)


def take(browser: Browser, address: str, width: int, to: Path, *, whole: bool) -> None:
    """One picture of one page."""
    page = browser.new_page(
        viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    page.goto(address, wait_until="networkidle")
    page.wait_for_selector("main h1")
    page.wait_for_selector(WAITING, state="detached")
    page.screenshot(path=to, full_page=whole)
    page.close()
    print(to)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures"))
