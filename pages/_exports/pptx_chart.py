"""A native, editable chart: its numbers and intervals stand in a sheet inside it."""

from io import BytesIO
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt
from xlsxwriter import Workbook

from components import theme
from pages._exports.native import Native, Series
from pages._exports.pptx_errors import Reach, error_bars, reaches

SHAPES = (("line", XL_CHART_TYPE.LINE_MARKERS), ("bar", XL_CHART_TYPE.BAR_CLUSTERED))
SMALL, NORMAL = Pt(11), Pt(12)
ENDS = "\u2190 {less}    {more} \u2192"
MARKERS = (
    ("square", XL_MARKER_STYLE.SQUARE), ("diamond", XL_MARKER_STYLE.DIAMOND),
    ("triangle-up", XL_MARKER_STYLE.TRIANGLE), ("cross", XL_MARKER_STYLE.X),
)  # fmt: skip


def add_chart(shapes: Any, view: Native, box: tuple[int, int, int, int]) -> Any:
    """The chart as a graphic frame in a box (left, top, width, height)."""
    shape = dict(SHAPES)[view.shape]
    frame = shapes.add_chart(shape, *box, _data(view))
    chart = frame.chart
    chart.font.size = NORMAL
    chart.font.color.rgb = colour(theme.INK)
    chart.has_title = False
    chart.has_legend = len(view.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    found = reaches(view)
    for at, (series, drawn) in enumerate(
        zip(view.series, chart.plots[0].series, strict=True)
    ):
        _look(view, series, drawn)
        if found[at].known:
            error_bars(drawn, found[at], _column(view, at), view.shape)
    _axes(view, chart)
    chart.part.chart_workbook.update_from_xlsx_blob(workbook(view, found))
    return frame


def colour(hexed: str) -> RGBColor:
    return RGBColor.from_string(hexed.lstrip("#").upper())


def _data(view: Native) -> CategoryChartData:
    places = "0" if not view.unit.decimals else "0." + "0" * view.unit.decimals
    data = CategoryChartData(number_format=f"#,##{places}")
    data.categories = view.categories
    for each in view.series:
        data.add_series(each.name, _values(each))
    return data


def _values(each: Series) -> list[float | None]:
    return [
        None if point is None or point.value is None else float(point.value)
        for point in each.points
    ]


def _column(view: Native, at: int) -> int:
    """The first of two columns with a series' intervals, behind all series."""
    return 1 + len(view.series) + 2 * at


def workbook(view: Native, found: list[Reach]) -> bytes:
    """The sheet inside the chart, with how far each interval reaches."""
    out = BytesIO()
    made = Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    page = made.add_worksheet("Sheet1")
    page.write_column(1, 0, view.categories)
    for at, (each, reach) in enumerate(zip(view.series, found, strict=True)):
        columns = (
            (at + 1, each.name, _values(each)),
            (_column(view, at), f"{each.name}: below", reach.minus),
            (_column(view, at) + 1, f"{each.name}: above", reach.plus),
        )
        for column, name, values in columns:
            page.write_string(0, column, name)
            for row, value in enumerate(values, start=1):
                if value is not None:
                    page.write_number(row, column, value)
    made.close()
    return out.getvalue()


# ---- how it looks ----------------------------------------------------------------


def _look(view: Native, series: Series, drawn: Any) -> None:
    look = theme.look(series.code)
    if view.shape == "bar":
        _bars(series, drawn)
        return
    line = drawn.format.line
    line.color.rgb = colour(look.colour)
    line.width = Pt(1.5 if series.level else 3)
    drawn.smooth = False
    if series.level or look.dash != "solid":
        line.dash_style = MSO_LINE.DASH
    if series.level:
        drawn.marker.style = XL_MARKER_STYLE.NONE
    else:
        _marks(series, drawn, _where(view, series))


def _where(view: Native, series: Series) -> Any:
    """The newest value stands above the highest line, and below the others."""
    newest = {_newest(each) for each in view.series if not each.level}
    highest = _newest(series) >= max(newest, default=0.0)
    return XL_LABEL_POSITION.ABOVE if highest else XL_LABEL_POSITION.BELOW


def _newest(series: Series) -> float:
    known = [each for each in _values(series) if each is not None]
    return known[-1] if known else 0.0


def _marks(series: Series, drawn: Any, where: Any) -> None:
    """Markers, hollow where few children stand behind; the newest with its value."""
    look = theme.look(series.code)
    shape = dict(MARKERS).get(look.marker, XL_MARKER_STYLE.CIRCLE)
    _mark(drawn.marker, shape, look.colour, hollow=False)
    there = [i for i, point in enumerate(series.points) if point is not None]
    for i in there:
        point = series.points[i]
        if point is not None and point.hollow:
            _mark(drawn.points[i].marker, shape, look.colour, hollow=True)
    if there:
        label = drawn.points[there[-1]].data_label
        label.position = where
        label.font.size = NORMAL
        label.font.bold = True
        label.font.color.rgb = colour(look.written)


def _mark(marker: Any, shape: Any, hexed: str, *, hollow: bool) -> None:
    marker.style = shape
    marker.size = 8
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour(theme.PAPER if hollow else hexed)
    marker.format.line.color.rgb = colour(hexed)


def _bars(series: Series, drawn: Any) -> None:
    """A bar a row; lighter where few children stand behind it."""
    drawn.invert_if_negative = False
    for i, (code, point) in enumerate(zip(series.codes, series.points, strict=True)):
        fill = drawn.points[i].format
        hexed = colour(theme.look(code).colour)
        fill.line.color.rgb = hexed
        fill.fill.solid()
        hollow = point is not None and point.hollow
        fill.fill.fore_color.rgb = colour(theme.PAPER) if hollow else hexed


def _axes(view: Native, chart: Any) -> None:
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = view.low, view.high
    values.major_gridlines.format.line.color.rgb = colour(theme.RULE)
    values.format.line.fill.background()
    values.tick_labels.font.size = SMALL
    values.tick_labels.number_format = "General"
    values.tick_labels.number_format_is_linked = False
    if view.less or view.more:
        said = values.axis_title.text_frame
        said.text = ENDS.format(less=view.less, more=view.more)
        said.paragraphs[0].runs[0].font.size = SMALL
        said.paragraphs[0].runs[0].font.bold = False
    names.tick_labels.font.size = SMALL
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = colour(theme.REFERENCE)
    names.major_tick_mark = XL_TICK_MARK.NONE
    if view.shape == "bar":
        # The first row at the top, and the numbers of the axis below the last one.
        names.reverse_order = True
        names.crosses = XL_AXIS_CROSSES.MAXIMUM
        chart.plots[0].gap_width = 60
    if view.log:
        _logarithmic(values)
        values.major_unit = 2
        values.crosses_at = 1.0


def _logarithmic(axis: Any) -> None:
    scaling = axis._element.find("{*}scaling")
    base = etree.SubElement(scaling, scaling.tag.replace("scaling", "logBase"))
    base.set("val", "2")
    scaling.insert(0, base)
