"""A book as an XLSX file: frozen heads, filters, number formats, widths, properties."""

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from components import theme
from pages._exports.views import Book, Field, Sheet, Value

FORMATS = (("count", "#,##0"), ("value", "#,##0.0##"), ("ratio", "0.00##"))
WIDEST, NARROWEST, LONG = 44, 9, 90
AUTHOR = "Countywise"


def xlsx(book: Book) -> bytes:
    """The file's bytes. Texts are never taken for formulas or links."""
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    made = Workbook(out, options)
    made.set_properties(
        {
            "title": book.title,
            "subject": book.subject,
            "author": AUTHOR,
            "comments": book.comments,
        }
    )
    looks = _looks(made)
    for sheet in book.sheets:
        _write(made.add_worksheet(sheet.name), sheet, looks)
    made.close()
    return out.getvalue()


def _looks(made: Any) -> dict[str, Any]:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    looks = {
        "head": {"bold": True, "bg_color": theme.WASH, "text_wrap": True, "bottom": 1},
        "long": {"text_wrap": True},
        "text": {},
        "mark": {"italic": True, "font_color": theme.MUTED, "align": "right"},
    } | {kind: {"num_format": shape} for kind, shape in FORMATS}
    return {name: made.add_format(base | look) for name, look in looks.items()}


def _write(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    for at, field in enumerate(sheet.fields):
        page.write_string(0, at, field.name, looks["head"])
        page.set_column(at, at, _width(field, [row[at] for row in sheet.rows]))
    for line, row in enumerate(sheet.rows, start=1):
        for at, (field, value) in enumerate(zip(sheet.fields, row, strict=True)):
            _cell(page, (line, at), field, value, looks)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)
    page.hide_gridlines(2)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _cell(
    page: Any, at: tuple[int, int], field: Field, value: Value, looks: dict[str, Any]
) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        words = field.kind in ("long", "text")
        page.write_string(*at, value, looks[field.kind if words else "mark"])
    else:
        page.write_number(*at, value, looks[field.kind])


def _width(field: Field, values: list[Value]) -> int:
    if field.kind == "long":
        return LONG
    longest = max((len(str(each)) for each in values if each is not None), default=0)
    return min(WIDEST, max(NARROWEST, len(field.name) + 3, longest + 2))
