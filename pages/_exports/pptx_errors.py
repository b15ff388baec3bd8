"""Intervals in a native chart: error bars whose lengths stand in the chart's sheet."""

from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from xlsxwriter.utility import xl_col_to_name

from components import theme
from pages._exports.native import Native, Series

BARS = """<c:errBars {names}>{way}<c:errBarType val="both"/><c:errValType val="cust"/>
<c:noEndCap val="1"/>{plus}{minus}<c:spPr><a:ln w="{width}"><a:solidFill>
<a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr></c:errBars>"""
LINE_WIDTH, BAR_WIDTH = 38100, 22225


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How far each point's interval goes below and above its value."""

    minus: tuple[float | None, ...]
    plus: tuple[float | None, ...]

    @property
    def known(self) -> bool:
        return any(each is not None for each in self.minus)


def reaches(view: Native) -> list[Reach]:
    """The reach of each series; without an upper end it goes to the end of the axis."""
    return [_reach(view, each) for each in view.series]


def _reach(view: Native, series: Series) -> Reach:
    minus: list[float | None] = []
    plus: list[float | None] = []
    for point in series.points:
        if point is None or point.value is None or point.lower is None:
            minus.append(None)
            plus.append(None)
            continue
        upper = view.high if point.upper is None else point.upper
        minus.append(point.value - point.lower)
        plus.append(max(0.0, upper - point.value))
    return Reach(minus=tuple(minus), plus=tuple(plus))


def error_bars(series: Any, reach: Reach, column: int, shape: str) -> None:
    """Add the intervals to a series; `column` holds the lower, the next the upper."""
    line = shape == "line"
    made = parse_xml(
        BARS.format(
            names=nsdecls("c", "a"),
            way='<c:errDir val="y"/>' if line else "",
            plus=_numbers("plus", reach.plus, column + 1),
            minus=_numbers("minus", reach.minus, column),
            width=LINE_WIDTH if line else BAR_WIDTH,
            colour=_pale(series) if line else theme.INK.lstrip("#"),
        )
    )
    element = series._element
    before = next(each for each in element if _tail(each) in ("cat", "val"))
    before.addprevious(made)


def _tail(element: Any) -> str:
    return str(etree.QName(element).localname)


def _pale(series: Any) -> str:
    """The colour of a line, mixed with paper, for the bars behind it."""
    rgb = series.format.line.color.rgb
    return "".join(f"{round(part + (255 - part) * 0.6):02X}" for part in rgb)


def _numbers(name: str, values: tuple[float | None, ...], column: int) -> str:
    letter = xl_col_to_name(column, col_abs=True)
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{float(value)!r}</c:v></c:pt>'
        for i, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:{name}><c:numRef><c:f>Sheet1!{letter}$2:{letter}${len(values) + 1}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:{name}>'
    )
