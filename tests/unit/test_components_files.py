"""The line from which a chart is saved."""

from components import shell
from components.charts import chart
from components.files import files_line
from components.views import Chart, Link, Shell
from tests.unit.components_tree import attribute, find, kinds, text

CSV = Link(text="Table (CSV)", href="/x.csv?a=1", download="x.csv")
XLSX = Link(text="Spreadsheet (XLSX)", href="/x.xlsx?a=1", download="x.xlsx")


def test_a_chart_offers_table_spreadsheet_and_pictures() -> None:
    tree = chart(Chart(title="Homes", csv=CSV, xlsx=XLSX))
    line = find(tree, "files")
    links = find(line, "step-link")
    assert [(each.href, each.download) for each in links] == [
        ("/x.csv?a=1", "x.csv"), ("/x.xlsx?a=1", "x.xlsx"),
    ]  # fmt: skip
    buttons = kinds(line, "Button")
    assert [attribute(each, "data-picture") for each in buttons] == ["png", "svg"]
    for each in buttons:
        # What is heard holds what is seen, and which chart it is.
        assert attribute(each, "aria-label").startswith(text(each))
        assert "Homes" in attribute(each, "aria-label")
    (status,) = find(line, "files-told")
    assert attribute(status, "role") == "status"


def test_a_chart_without_a_file_still_has_its_picture() -> None:
    line = find(chart(Chart(title="Homes")), "files")
    assert find(line, "step-link") == []
    assert len(kinds(line, "Button")) == 2


def test_slow_files_say_what_is_being_prepared() -> None:
    line = files_line([CSV], title="this slide", origin="", slow=True)
    (link,) = find(line, "step-link")
    assert attribute(link, "data-slow") == "Table (CSV)"
    for moment in ("preparing", "ready", "failed"):
        assert "{what}" in attribute(line, f"data-{moment}")
    (quick,) = find(files_line([CSV], title="", origin=""), "step-link")
    assert attribute(quick, "data-slow") is None


def test_a_page_says_once_what_its_pictures_are() -> None:
    said = shell.origin(Shell(product="C", home="/", nav=(), origin="North Carolina"))
    assert attribute(said, "data-page-origin") == "North Carolina"
    assert said.hidden is True
    assert shell.origin(Shell(product="C", home="/", nav=())) is None
