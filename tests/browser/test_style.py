"""What every component looks like is what it looked like when somebody looked.

The pictures in `pictures` are made by `make style`. Fonts and styles are the product's
own, so the same browser draws the same; with another version of Chromium more may
differ, and the test says so.
"""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from pages._words.style import PARTS
from scripts import _png
from scripts.style_pictures import FOLDER, VERSION, open_styles, pictures
from tests.browser.conftest import OPEN, violations

pytestmark = pytest.mark.browser
# A point differs if a channel does by more than this; so many of a hundred may.
FAR, SHARE, SHARE_OTHER = 48, 0.2, 3.0
APART = """document.querySelectorAll('.style-frame, .style-deck .deck-bar')
  .forEach(each => each.remove())"""
REPEATED = "landmark-unique"
RENEW = "Look at {seen}. If it is right, `make style` makes it the picture to come."


@pytest.fixture(scope="module")
def drawn(browser: Browser, live_server: str) -> dict[str, _png.Pixels]:
    return dict(pictures(browser, live_server))


@pytest.fixture(scope="module")
def kept(browser: Browser) -> dict[str, _png.Pixels]:
    sheet = browser.new_page()
    found = {p.stem: _png.read(sheet, p.read_bytes()) for p in FOLDER.glob("*.png")}
    sheet.close()
    return found


@pytest.fixture(scope="module")
def share(browser: Browser) -> float:
    """How many points of a hundred may differ: more with another browser."""
    made_by = VERSION.read_text(encoding="utf-8").strip()
    return SHARE if browser.version == made_by else SHARE_OTHER


def test_every_part_has_its_picture(kept: dict[str, _png.Pixels]) -> None:
    assert set(kept) == {name for name, _ in PARTS}


@pytest.mark.parametrize("name", [name for name, _ in PARTS])
def test_a_part_looks_as_it_did(
    drawn: dict[str, _png.Pixels],
    kept: dict[str, _png.Pixels],
    share: float,
    tmp_path: Path,
    name: str,
) -> None:
    seen = tmp_path / f"{name}.png"
    seen.write_bytes(_png.written(drawn[name]))
    differs = differing(drawn[name], kept[name], loose=share == SHARE_OTHER)
    says = f"{differs:.2f} of 100 points differ. "
    assert differs <= share, says + RENEW.format(seen=seen)


def differing(now: _png.Pixels, then: _png.Pixels, *, loose: bool) -> float:
    """Points of a hundred that differ; all of them if the sizes do.

    loose: up to 2 % more or less of the height is cut off before.
    """
    tall = [each.shape[0] for each in (now, then)]
    if loose and max(tall) - min(tall) <= 0.02 * max(tall):
        now, then = now[: min(tall)], then[: min(tall)]
    if now.shape != then.shape:
        return 100.0
    apart = np.abs(now.astype(int) - then.astype(int)).max(axis=2)
    return float(100 * (apart > FAR).mean())


def test_a_change_is_seen() -> None:
    white = np.full((200, 100, 3), 255, dtype=np.uint8)
    moved = white.copy()
    moved[50:60, 10:20] = 0
    assert differing(white, white, loose=False) == 0
    assert differing(white, moved, loose=False) > SHARE
    assert differing(white, white[:190], loose=False) == 100
    assert differing(white, white[:198], loose=True) == 0


def test_a_picture_is_read_as_it_was_written(page: Page) -> None:
    rng = np.random.default_rng(7)
    few = rng.integers(0, 4, size=(40, 30, 3), dtype=np.uint8) * 80
    assert np.array_equal(_png.read(page, _png.written(few)), few)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_component(
    page: Page, live_server: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_styles(page, live_server)
    # The sample of the frame repeats the landmarks of the page around it, the bar of
    # the slides is smaller than itself (both are looked at on the pages that have
    # them), and one sample table stands in several places.
    page.evaluate(APART)
    page.evaluate(OPEN)
    found = [each for each in violations(page) if not each.startswith(REPEATED)]
    assert found == []
