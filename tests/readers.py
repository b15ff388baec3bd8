"""Exported files opened again: what each slide, sheet and page of them says."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@dataclass(frozen=True, kw_only=True)
class ReadSeries:
    """One series of a chart, with the ends that its error bars give."""

    name: str
    values: tuple[float | None, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]


def texts(slide: Any) -> str:
    """All that can be read on a slide, tables and names of bars included."""
    found: list[str] = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if getattr(shape, "has_table", False) and shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
        if getattr(shape, "has_chart", False) and shape.has_chart:
            found += [str(each) for each in shape.chart.plots[0].categories]
    return "\n".join(found)


def charts(slide: Any) -> list[Any]:
    return [each for each in slide.shapes if getattr(each, "has_chart", False)]


def described(slide: Any) -> dict[str, str]:
    """The name and the words of everything that has words for who cannot see it."""
    return {
        each.get("name"): each.get("descr", "")
        for each in slide._element.iter("{*}cNvPr")
    }


def series(frame: Any) -> list[ReadSeries]:
    return [_series(each) for each in frame.chart.plots[0].series]


def _series(each: Any) -> ReadSeries:
    values = tuple(each.values)
    bars = each._element.find(f"{CHART}errBars")
    minus = _cached(bars, "minus", len(values))
    plus = _cached(bars, "plus", len(values))
    return ReadSeries(
        name=each.name,
        values=values,
        lower=tuple(_ends(values, minus, -1)),
        upper=tuple(_ends(values, plus, 1)),
    )


def _cached(bars: Any, name: str, count: int) -> list[float | None]:
    found: list[float | None] = [None] * count
    if bars is not None:
        for point in bars.find(f"{CHART}{name}").iter(f"{CHART}pt"):
            found[int(point.get("idx"))] = float(point.find(f"{CHART}v").text)
    return found


def _ends(
    values: tuple[float | None, ...], reach: list[float | None], way: int
) -> Iterator[float | None]:
    for value, each in zip(values, reach, strict=True):
        yield None if value is None or each is None else value + way * each


def inner_sheet(frame: Any) -> list[tuple[Any, ...]]:
    """The sheet that an office program opens when a chart is edited."""
    blob = frame.chart.part.chart_workbook.xlsx_part.blob
    return list(load_workbook(io.BytesIO(blob))["Sheet1"].values)


def slides(blob: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(blob)).slides)


def well_formed(blob: bytes) -> None:
    """Every part of an office file is XML that can be read."""
    with zipfile.ZipFile(io.BytesIO(blob)) as packed:
        assert packed.testzip() is None
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(packed.read(name))


# ---- sheets and tables -----------------------------------------------------------


def sheet(blob: bytes, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by the names in its head."""
    head, *rows = load_workbook(io.BytesIO(blob))[name].values
    return [dict(zip(head, row, strict=True)) for row in rows]


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


# ---- pages -----------------------------------------------------------------------


def plain(text: str) -> str:
    """Text without breaks of lines and with one kind of blank."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", ""))


def pdf_text(blob: bytes) -> str:
    return plain(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(blob)).pages))


def pdf_tags(blob: bytes) -> list[tuple[str, str]]:
    """Every element of the document's structure with its words."""
    root = PdfReader(io.BytesIO(blob)).trailer["/Root"]
    return list(_tags(root["/StructTreeRoot"]))


def _tags(element: Any) -> Iterator[tuple[str, str]]:
    element = element.get_object()
    if isinstance(element, list):
        for each in element:
            yield from _tags(each)
    elif isinstance(element, dict):
        if "/S" in element:
            yield str(element["/S"]), str(element.get("/Alt", ""))
        if "/K" in element:
            yield from _tags(element["/K"])
