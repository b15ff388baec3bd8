"""Around every drawing: links, definition, table twin, the chart's frame."""

from collections.abc import Callable, Iterable

from components.views import (
    RATIO,
    Cell,
    Chart,
    Column,
    Definition,
    FilePair,
    Link,
    Row,
    Table,
)
from metrics.model import Measure
from metrics.selection import Selection
from metrics.table import MeasureRow, MeasureTable
from pages import _wiring
from pages._present import basics
from pages._present.about import About, source_line
from pages._words import basics as words
from pages._words import exports as files

Query = dict[str, str]


def measure_href(measure: str, **query: str) -> str:
    """The page of a measure; empty parts of the query are left out."""
    return _wiring.href(f"measure/{measure}", **query)


def csv_link(selection: Selection) -> Link:
    """The file of the figures that a chart shows."""
    parts = (selection.state, selection.place, selection.measure, selection.by)
    name = "-".join(filter(None, parts)).replace(":", "-")
    href = _wiring.download_href(selection)
    return Link(text=files.TABLE_CSV, href=href, download=f"{name}.csv")


def xlsx_link(csv: Link) -> Link:
    """The same figures as a spreadsheet with definitions, sources and notes."""
    path, question, query = csv.href.partition("?")
    return Link(
        text=files.TABLE_XLSX,
        href=f"{path.removesuffix('.csv')}.xlsx{question}{query}",
        download=f"{csv.download.removesuffix('.csv')}.xlsx",
    )


def both(what: str, selection: Selection) -> FilePair:
    """The two files of a selection, under what they hold."""
    csv = csv_link(selection)
    return FilePair(what=what, csv=csv, xlsx=xlsx_link(csv))


def definition(measure: Measure, companion: Measure | None = None) -> Definition:
    """What a measure means, why it matters, what it needs."""
    months = measure.follow_up_months
    meanings = (
        measure.unit,
        dict(words.DIRECTIONS)[measure.direction],
        measure.cohort,
        words.MONTHS.format(n=months) if months else words.NO_FOLLOW_UP,
        ", ".join(measure.needs),
        companion.title if companion else "",
        words.CODE.format(code=measure.code, version=measure.version),
        measure.source,
    )
    terms = zip(words.DEFINITION_TERMS, meanings, strict=True)
    return Definition(
        title=measure.title,
        paragraphs=(measure.definition, measure.why),
        terms=tuple((term, meaning) for term, meaning in terms if meaning),
    )


def data_table(
    rows: Iterable[MeasureRow],
    measure: Measure,
    *,
    caption: str,
    head: str,
    first: Callable[[MeasureRow], Cell],
    compared: bool = False,
    reference: str = "",
    marked: str = "",
) -> Table:
    """The table twin: counts, value with interval, ratio and difference if compared.

    first: what stands at the head of a row; reference: the words for the reference
    group; marked: the geography that is the reader's own.
    """
    listed = tuple(rows)
    unit = basics.unit_of(measure, base=listed[0].base if listed else "")
    columns = [
        Column(name=head, align="text"),
        Column(name=words.COUNT, unit=basics.WHOLE),
        Column(name=words.AMONG, unit=basics.WHOLE),
        Column(name=words.VALUE, unit=unit),
    ]
    if compared:
        columns += [
            Column(name=words.RATIO, unit=RATIO),
            Column(name=words.DIFFERENCE, unit=unit),
        ]
    columns.append(Column(name=words.REMARK, align="text"))
    return Table(
        caption=caption,
        columns=tuple(columns),
        rows=tuple(
            Row(
                cells=(
                    first(row),
                    *_cells(row, compared),
                    basics.remarks(row, reference),
                ),
                marked=bool(marked) and row.geography == marked,
            )
            for row in listed
        ),
    )


def _cells(row: MeasureRow, compared: bool) -> tuple[Cell, ...]:
    counts = (
        basics.count_cell(row, "numerator"),
        basics.count_cell(row, "denominator"),
        basics.quantity(row),
    )
    if not compared:
        return counts
    apart: Cell = basics.difference(row)
    if row.ratio_status in ("none", "reference"):
        apart = ""
    return (*counts, basics.ratio_cell(row), apart)


def frame(
    about: About,
    table: MeasureTable,
    *,
    title: str,
    path: str,
    query: Query,
    sentence: str = "",
    summary: str = "",
    told: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    data: Table | None = None,
    file: Selection | None = None,
    part: str = "",
) -> Chart:
    """The frame of a chart of one table: source, table twin, CSV, link.

    told: the drawing in words; with the sentence, what a listener hears instead of it.
    query: of the view, state and place included; its windows are those of the rows.
    file: what the CSV holds, if more than the table.
    part: the stable name of the chart on its page.
    """
    windows = tuple(dict.fromkeys(table.columns["window"].tolist()))
    csv = csv_link(file or table.selection)
    return Chart(
        title=title,
        sentence=sentence,
        summary=summary or " ".join(filter(None, (sentence, *told))),
        told=told,
        source=source_line(about, *windows) if windows else "",
        notes=notes,
        table=data,
        csv=csv,
        xlsx=xlsx_link(csv),
        permalink=_wiring.href(path, **query),
        part=part,
    )
