"""The page of styles: every component is on it, and it is about nobody."""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from pages._style.drawn import parts_of_page
from pages._words import style as said
from tests.conftest import ROOT
from tests.pages.calls import Dashboard, components, words

FOLDER = ROOT / "components"
# Files without a function draw nothing: words and the package itself.
FILES = sorted(
    path for path in FOLDER.glob("*.py") if "\ndef " in path.read_text("utf-8")
)


@pytest.fixture(scope="module")
def drawing() -> frozenset[str]:
    """The files whose functions run while the parts of the page are drawn."""
    met: set[str] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code.co_name != "<module>":
            met.add(frame.f_code.co_filename)

    sys.setprofile(note)
    try:
        for *_, draw in parts_of_page():
            draw()
    finally:
        sys.setprofile(None)
    return frozenset(met)


def test_there_are_many_components() -> None:
    assert len(FILES) > 35


@pytest.mark.parametrize("path", FILES, ids=lambda each: each.stem)
def test_every_component_is_drawn(drawing: frozenset[str], path: Path) -> None:
    assert str(path) in drawing, f"add a sample of {path.name} to pages/_style"


def test_the_page_has_every_part_and_says_that_it_is_made_up(staff: Dashboard) -> None:
    page = staff.page("/style")
    ids = {each["props"].get("id") for each in components(page)}
    assert {f"style-{name}" for name, _ in said.PARTS} <= ids
    assert "none is about a real place or a real child" in words(page)


def test_it_is_in_no_menu_and_not_for_search_engines(staff: Dashboard) -> None:
    answer = staff.get("/style")
    assert answer.status_code == 200
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in staff.get("/methods").headers
    for path in ("/", "/methods", "/accessibility"):
        links = {e["props"].get("href") for e in components(staff.page(path))}
        assert "/style" not in links
