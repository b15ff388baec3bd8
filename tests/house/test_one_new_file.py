"""A measure, a page, a state: one new file each, and nothing else to touch."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROOMS = ("pages", "components", "metrics", "data", "assets", "tests")
TITLE = "Children back in care, told anew"
PAGE = '''"""A page of its own."""

from dash import html, register_page

register_page(__name__, path="/of-its-own", title="Of its own")


def layout(**_):
    return html.H1("A page of its own")
'''
SLIDE = '''"""A kind of its own."""

from components.views import Slide
from pages._present.slides._offer import only

KIND, ORDER = "of-its-own", 5


def offers(ground):
    return only(KIND, "Of its own")


def slide(ground, of):
    return Slide(name=KIND, kind=KIND, title="Own", sentence="A slide of its own.")
'''
PAGE_BREAK = "\f"
SHOW = """
import sys
from werkzeug.test import Client
from app import Settings, create_app
from tests.pages.calls import Dashboard, components, words
board = Dashboard(client=Client(create_app(Settings(var=sys.argv[1])).server))
for path in sys.argv[2:]:
    layout = board.page(path)
    options = [str(c["props"].get("options", "")) for c in components(layout)]
    print(chr(12), end="")
    print(board.get(path).status_code, words(layout), *options)
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the product to which a file can be added."""
    # With what Python has compiled; not with what it is writing just now.
    ignored = shutil.ignore_patterns("*.pyc.*")
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=ignored)
    shutil.copy(ROOT / "app.py", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def python(house: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=house,
        env=os.environ | {"PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture
def with_measure(house: Path) -> Path:
    text = (house / "metrics/catalog/re_entry.py").read_text(encoding="utf-8")
    text = re.sub(r'\bid="[^"]+"', 'id="told-anew"', text, count=1)
    text = re.sub(r'\bcode="[^"]+"', 'code="X1"', text, count=1)
    text = re.sub(r'\btitle="[^"]+"', f'title="{TITLE}"', text, count=1)
    (house / "metrics/catalog/told_anew.py").write_text(text, encoding="utf-8")
    return house


def test_a_new_measure_is_on_the_command_line_without_a_build(
    with_measure: Path, demo_var: Path
) -> None:
    assert "told-anew" in python(with_measure, "-m", "metrics", "list")
    root = ("--root", str(demo_var), "--format", "csv")
    told = python(with_measure, "-m", "metrics", "table", "told-anew", *root)
    known = python(with_measure, "-m", "metrics", "table", "re-entry", *root)
    assert told.replace("told-anew", "re-entry") == known
    assert len(known.splitlines()) == 2


def test_a_new_measure_is_on_the_pages_and_in_menus_without_a_build(
    with_measure: Path, demo_var: Path
) -> None:
    """On those that were there, and on a page of its own."""
    paths = ("/", "/measure/entry-rate", "/methods", "/measure/told-anew")
    shown = python(with_measure, "-c", SHOW, str(demo_var), *paths)
    pages = shown.split(PAGE_BREAK)[1:]
    assert len(pages) == len(paths), shown[-800:]
    for path, page in zip(paths, pages, strict=True):
        assert page.startswith("200"), (path, page[-800:])
        assert TITLE in page, path
        assert len(page) > 500, path


def test_a_new_page_is_served(house: Path, demo_var: Path) -> None:
    (house / "pages/of_its_own.py").write_text(PAGE, encoding="utf-8")
    shown = python(house, "-c", SHOW, str(demo_var), "/of-its-own")
    assert shown.startswith("\f200 A page of its own"), shown[-800:]


def test_a_new_kind_of_slide_is_in_a_usual_deck(house: Path, demo_var: Path) -> None:
    folder = house / "pages/_present/slides"
    (folder / "of_its_own.py").write_text(SLIDE, encoding="utf-8")
    without = (house / "data/states/nc.yaml").read_text(encoding="utf-8")
    (house / "data/states/nc.yaml").write_text(without.partition("deck:")[0])
    shown = python(house, "-c", SHOW, str(demo_var), "/present")
    assert "A slide of its own." in shown, shown[-800:]


def test_a_new_state_is_known(house: Path, demo_var: Path) -> None:
    text = (house / "data/states/wa.yaml").read_text(encoding="utf-8")
    text = text.replace("id: wa", "id: zz").replace("Washington", "Zetland")
    (house / "data/states/zz.yaml").write_text(text, encoding="utf-8")
    words = ("-m", "metrics", "table", "entry-rate", "--state", "zz")
    told = python(house, *words, "--root", str(demo_var))
    assert "Nothing has been built for Zetland yet" in told
    assert "python -m metrics build --state zz" in told
