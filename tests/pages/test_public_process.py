"""A public server: what it sends tells nothing that is hidden, and it has no more.

Its folder holds the public file alone. Every page, figure, table and download is
walked, and whatever stands where the staff edition has a small count must be empty.
"""

import csv
import io
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from app import Settings, create_app
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from tests.pages.calls import Dashboard, components, words

COUNTY = "37021"
PAGES = ("/", "/measure/entry-rate", "/measure/permanent-exits", "/disparity",
         f"/county/{COUNTY}", "/counties", "/methods", "/present")  # fmt: skip
NUMBERS = ("numerator", "denominator", "value", "lower", "upper", "ratio",
           "ratio_lower", "ratio_upper", "difference", "difference_lower",
           "difference_upper", "excess", "excess_lower", "excess_upper")  # fmt: skip


@pytest.fixture(scope="module")
def only_public(demo_var: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the public file, its link, and nothing else."""
    here = demo_var / "warehouse" / "nc"
    version = Path(os.readlink(here / "CURRENT"))
    var = tmp_path_factory.mktemp("public")
    there = var / "warehouse" / "nc"
    (there / version).mkdir(parents=True)
    shutil.copy(here / version / "public.sqlite", there / version / "public.sqlite")
    (there / "CURRENT").symlink_to(version)
    return var


@pytest.fixture(scope="module")
def board(only_public: Path) -> Dashboard:
    app = create_app(Settings(var=str(only_public), edition="public"))
    return Dashboard(client=Client(app.server))


@pytest.fixture(scope="module")
def staff_door(demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition="staff")


@pytest.fixture(scope="module")
def public_door(only_public: Path) -> Outcomes:
    return Outcomes.open(only_public / "warehouse", edition="public")


def answers(board: Dashboard, path: str, search: str) -> Iterator[Any]:
    """The layout of a page and the answers of all callbacks that it can call."""
    layout = board.page(path, search)
    yield layout
    props = {str(c["props"].get("id")): c["props"] for c in components(layout)}
    for callback in board.callbacks:
        ids = {each["id"] for each in callback["inputs"] + callback["state"]}
        if callback["clientside_function"] or not ids <= set(props):
            continue
        answer = board.call(callback, lambda id, name, p=props: p[id].get(name))
        assert answer.status_code in (200, 204), (path, callback["output"])
        if answer.status_code == 200:
            yield answer.json


def test_the_public_file_is_all_that_is_needed(
    board: Dashboard, only_public: Path
) -> None:
    files = [path.name for path in only_public.rglob("*") if path.is_file()]
    assert files == ["public.sqlite"]
    assert board.get("health").status_code == 200
    for path in PAGES:
        for each in answers(board, path, ""):
            assert "cannot be read" not in json.dumps(each)


def test_the_public_process_cannot_be_asked_for_the_staff_edition(
    board: Dashboard,
) -> None:
    for query in ("?edition=staff", "?edition=../staff", "?version=000001"):
        text = json.dumps(board.page("/measure/entry-rate", query))
        assert "Staff edition" not in text
    for path in ("staff.sqlite", "warehouse/nc/CURRENT", "assets/../var/staff.sqlite"):
        assert board.get(path).status_code in (200, 404)
        assert b"SQLite format" not in board.get(path).data
    assert board.get("public/").status_code in (200, 404)


@pytest.mark.parametrize("by", ["race", "age", "sex", "provider", "county"])
def test_all_figures_of_a_hidden_row_are_empty(public_door: Outcomes, by: str) -> None:
    hidden = 0
    for measure in public_door.measures("nc"):
        if by not in (*measure.breakdowns, "county"):
            continue
        for place in ("", COUNTY) if by != "county" else ("",):
            table = public_door.table(
                Selection(state="nc", measure=measure.id, place=place, by=by)  # type: ignore[arg-type]
            )
            rows = table.rows[table.rows["status"] == "hidden"]
            assert rows[list(NUMBERS)].isna().all(axis=None), (measure.id, place)
            assert set(rows["method"]) <= {""}
            hidden += len(rows)
    assert hidden > 5


def test_a_countys_providers_are_in_no_public_table(public_door: Outcomes) -> None:
    """What is outside the tables is hidden and never taken for zero."""
    asked = Selection(
        state="nc", measure="permanent-exits", place=COUNTY, by="provider"
    )
    rows = public_door.table(asked).rows
    assert len(rows) > 20
    assert set(rows["status"]) == {"hidden"}
    assert rows[list(NUMBERS)].isna().all(axis=None)


def test_downloads_have_no_figure_in_a_hidden_row(board: Dashboard) -> None:
    hidden = 0
    for query in ("?by=county", "?by=race", f"?by=race&county={COUNTY}",
                  f"?by=age&county={COUNTY}&window=sfy2023-2025"):  # fmt: skip
        text = board.get(f"download/entry-rate.csv{query}").text.lstrip("\ufeff")
        for row in csv.DictReader(io.StringIO(text)):
            assert row["edition"] == "public"
            if row["status"] == "hidden":
                assert [row[name] for name in NUMBERS] == [""] * len(NUMBERS)
                hidden += 1
    assert hidden > 20


def rows_of(layout: Any) -> Iterator[list[str]]:
    """The cells of every table row, as the reader reads them."""
    for each in components(layout):
        if each["type"] == "Tr":
            cells = each["props"].get("children") or []
            cells = cells if isinstance(cells, list) else [cells]
            yield [words(cell).strip() for cell in cells]


VIEWS = tuple(
    ("/measure/entry-rate", f"?county={COUNTY}&place={COUNTY}&by={by}")
    for by in ("race", "age", "sex")
) + ((f"/county/{COUNTY}", ""), ("/counties", ""))
# A row has a decision a cell there, each with counts of its own.
DECISIONS = (
    ("/disparity", ""),
    ("/disparity", f"?county={COUNTY}"),
    ("/present", f"?county={COUNTY}"),
)


@pytest.mark.parametrize(("path", "search"), VIEWS)
def test_a_hidden_row_of_a_table_has_no_figure(
    board: Dashboard, path: str, search: str
) -> None:
    """No rate, share or interval; the total of all groups is no figure of the row."""
    for each in answers(board, path, search):
        for name, *cells in rows_of(each):
            if cells and cells[0].lower().startswith("hidden"):
                told = [c for c in cells if re.match(r"[\d,]*\.\d|\d.*(%| to )", c)]
                assert not told, (name, cells)


@pytest.mark.parametrize(("path", "search"), VIEWS + DECISIONS)
def test_a_hidden_cell_says_no_more_than_that(
    board: Dashboard, path: str, search: str
) -> None:
    for each in answers(board, path, search):
        for name, *cells in rows_of(each):
            told = [c for c in cells if c.lower().startswith("hidden")]
            assert not re.search(r"\d", " ".join(told)), (name, told)


def test_some_rows_are_hidden_on_these_pages(board: Dashboard) -> None:
    """So that the test above has something to look at."""
    found = [
        cells for path, search in VIEWS for each in answers(board, path, search)
        for cells in rows_of(each) if "hidden" in " ".join(cells).lower()
    ]  # fmt: skip
    assert len(found) > 10


@pytest.mark.parametrize(("path", "search"), VIEWS)
def test_no_text_of_a_drawing_tells_a_hidden_figure(
    board: Dashboard, path: str, search: str
) -> None:
    """Tooltips, labels for readers of screens, and figures' own texts."""
    for each in answers(board, path, search):
        for text in texts(each):
            if len(text) < 300 and re.search(r"\bhidden\b", text):
                assert not re.search(r"\d\.\d|\b\d+ of \d", text), text


def texts(layout: Any) -> Iterator[str]:
    """Every string in a layout, wherever it stands."""
    if isinstance(layout, str):
        yield layout
    elif isinstance(layout, list):
        for each in layout:
            yield from texts(each)
    elif isinstance(layout, dict):
        for each in layout.values():
            yield from texts(each)


def test_a_hidden_county_has_no_figure_on_the_map(
    board: Dashboard, public_door: Outcomes
) -> None:
    """The map's data name a class and a text for each county."""
    asked = Selection(state="nc", measure="entry-rate", by="county")
    table = public_door.table(asked)
    hidden = {row.geography for row in table.matching(status="hidden")}
    maps = [
        json.loads(text)
        for each in answers(board, "/measure/entry-rate", "")
        for text in texts(each)
        if text.startswith("{") and '"places"' in text
    ]
    assert maps
    drawn = 0
    for place in (place for each in maps for place in each["places"]):
        if place["fips"] in hidden:
            assert (place["class"], place["says"]) == ("hidden", "hidden")
            drawn += 1
    assert drawn > 10
