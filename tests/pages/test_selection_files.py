"""A selection as a spreadsheet: the figures of the CSV, and all that explains them."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from metrics.export import PROVENANCE
from metrics.table import COLUMNS
from pages._words import exports as words
from tests.conftest import ROOT
from tests.pages.calls import Dashboard
from tests.readers import lines, sheet, well_formed

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MARKED = {mark for _, mark in words.MARKS}
QUERIES = (
    "entry-rate{}?by=race", "entry-rate{}?by=county", "permanency-12-months{}?by=age",
    "pathway{}?group=race:black_nh", "pathway{}?place=37177&group=race:hispanic",
)  # fmt: skip


def xlsx(dashboard: Dashboard, query: str) -> bytes:
    answer = dashboard.get(f"download/{query.format('.xlsx')}")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == KIND
    return answer.data


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("edition", ["staff", "public"])
def test_the_figures_are_those_of_the_csv(
    request: pytest.FixtureRequest, edition: str, query: str
) -> None:
    dashboard: Dashboard = request.getfixturevalue(edition)
    told = lines(dashboard.get(f"download/{query.format('.csv')}").text)
    found = sheet(xlsx(dashboard, query), "Figures")
    assert len(found) == len(told) > 2
    for row, line in zip(found, told, strict=True):
        assert list(row) == list(line)
        for name, text in line.items():
            same(row[name], text)


def same(cell: Any, text: str) -> None:
    """The cell holds what the CSV holds; where that is empty, a mark or nothing."""
    if text == "":
        assert cell is None or cell in MARKED, cell
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        assert float(cell) == float(text)
    else:
        assert cell.lower() == text.lower()


def test_a_hidden_figure_is_a_word_in_every_cell(public: Dashboard) -> None:
    rows = sheet(xlsx(public, "entry-rate{}?by=county"), "Figures")
    hidden = [row for row in rows if row["status"] == "hidden"]
    assert len(hidden) > 5
    for row in hidden:
        for name in ("numerator", "denominator", "value", "lower", "upper"):
            assert row[name] == "hidden"
    assert not [row for row in rows if row["value"] == 0 and row["status"] != "shown"]


def test_it_explains_itself(public: Dashboard) -> None:
    blob = xlsx(public, "entry-rate{}?by=race&place=37063")
    well_formed(blob)
    said = {row["What"]: row["What it says"] for row in sheet(blob, "Sources")}
    assert said["State"] == "North Carolina"
    assert said["Place"] == "Durham County"
    assert said["Source"]
    assert "1 to 10 are hidden" in said["Rule for small numbers"]
    assert "not audited" in said["Rule for small numbers"].lower()
    assert said["Release"].startswith("version 000001")
    defined = {row["What"]: row["What it says"] for row in sheet(blob, "Definitions")}
    for name in ("Question", "Counted", "Out of", "Cohort", "Direction", "Version"):
        assert defined[name]
    notes = {row["What"] for row in sheet(blob, "Notes")}
    assert {"hidden", "cannot be worked out", "use with care", *COLUMNS} <= notes
    named = {row["Code"]: row["Name"] for row in sheet(blob, "Codes")}
    assert named["37063"] == "Durham"
    assert named["black_nh"] == "Black"


def test_heads_stay_in_sight_and_rows_can_be_filtered(staff: Dashboard) -> None:
    book = load_workbook(io.BytesIO(xlsx(staff, "entry-rate{}?by=race")))
    page = book["Figures"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref.startswith("A1:")
    at = {cell.value: cell for cell in page[1]}
    below = {name: page.cell(3, at[name].column) for name in at}
    assert below["numerator"].number_format == "#,##0"
    assert below["value"].number_format == "#,##0.0##"
    assert below["ratio_upper"].number_format == "0.00##"
    assert page.column_dimensions["A"].width >= 9
    assert book.properties.title.startswith("Children")
    assert "Staff edition" in book.properties.description


def test_the_document_lists_every_column_as_the_notes_do() -> None:
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    assert [name for name, _ in words.COLUMNS] == [*COLUMNS, *PROVENANCE]
    for name, says in (*words.COLUMNS, *words.DECK_COLUMNS, *words.ORIGIN_COLUMNS):
        assert f"| `{name}` | {says} |\n" in text, name


@pytest.mark.parametrize(
    ("query", "status"),
    [("nothing.xlsx", 404), ("entry-rate.xlsx?by=nothing", 400),
     ("entry-rate.xlsx?by=race&by=age", 400), ("entry-rate.xlsx?place=99999", 400)],
)  # fmt: skip
def test_a_wrong_address_is_a_sentence(
    staff: Dashboard, query: str, status: int
) -> None:
    answer = staff.get(f"download/{query}")
    assert answer.status_code == status
    assert answer.mimetype == "text/plain"
    assert answer.text.strip().endswith((".", "measures."))
