"""The CSV file of a selection."""

import csv
import io

from metrics.table import COLUMNS
from tests.pages.calls import Dashboard


def rows(dashboard: Dashboard, query: str) -> list[dict[str, str]]:
    answer = dashboard.get(f"download/entry-rate.csv{query}")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))


def test_a_file_has_the_documented_columns_and_says_where_it_is_from(
    staff: Dashboard,
) -> None:
    found = rows(staff, "?by=race")
    assert tuple(found[0])[: len(COLUMNS)] == COLUMNS
    assert len(found) > 5
    first = found[0]
    assert first["measure"] == "entry-rate"
    assert first["edition"] == "staff"
    assert "no real children" in first["demonstration"]
    assert first["release"]
    assert first["method"]


def test_a_hidden_figure_is_empty_and_says_hidden(public: Dashboard) -> None:
    hidden = [row for row in rows(public, "?by=county") if row["status"] == "hidden"]
    assert hidden, "the small state must have counties with small counts"
    for row in hidden:
        assert row["numerator"] == row["value"] == row["lower"] == row["upper"] == ""
        assert row["ratio"] == row["difference"] == row["excess"] == ""


def test_a_measure_that_is_not_there_is_not_found(staff: Dashboard) -> None:
    assert staff.get("download/nothing.csv").status_code == 404
