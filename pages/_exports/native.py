"""A drawing as a chart that an office program keeps: categories, series, intervals."""

from dataclasses import dataclass
from math import ceil, floor, log2
from typing import Literal

from components import theme
from components.dots import dots_scale
from components.quantities import caveats
from components.scale import Scale
from components.trend_lines import unbroken
from components.trend_scale import trend_scale
from components.views import (
    RATIO,
    Dots,
    Level,
    Line,
    Quantity,
    Trend,
    Unit,
    Waterfall,
)
from components.waterfall import waterfall_scale
from pages._words import exports as words

Shape = Literal["line", "bar"]
BETWEEN = "{value} ({interval})"


@dataclass(frozen=True, kw_only=True)
class Series:
    """One line or row of bars; a point that is not shown is None.

    `codes`: the look of each bar, where they differ; `level`: a dashed line without
    marks.
    """

    name: str
    code: str
    points: tuple[Quantity | None, ...]
    codes: tuple[str, ...] = ()
    level: bool = False


@dataclass(frozen=True, kw_only=True)
class Native:
    """A chart with its axis; `log`: of ratios, whose bars begin at 1."""

    shape: Shape
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit
    low: float
    high: float
    log: bool = False
    less: str = ""
    more: str = ""


def native(view: Trend | Dots | Waterfall) -> Native:
    """The chart of a drawing."""
    if isinstance(view, Trend):
        return _trend(view)
    return _dots(view) if isinstance(view, Dots) else _waterfall(view)


def _axis(scale: Scale) -> dict[str, float]:
    """Office programs put the marks of a ratio axis at powers of two."""
    if not scale.log:
        return {"low": scale.low, "high": scale.high}
    return {"low": 2 ** floor(log2(scale.low)), "high": 2 ** ceil(log2(scale.high))}


def _trend(view: Trend) -> Native:
    lines = [series for line in view.lines for series in _pieces(view, line)]
    levels = [
        Series(
            name=_level(view, each),
            code="all",
            points=(Quantity(value=each.value),) * len(view.windows),
            level=True,
        )
        for each in view.levels
    ]
    return Native(
        shape="line",
        categories=view.windows,
        series=(*lines, *levels),
        unit=RATIO if view.ratio else view.unit,
        log=view.ratio,
        **_axis(trend_scale(view)),
    )


def _level(view: Trend, level: Level) -> str:
    """A ratio's level says its value in its name already."""
    value = theme.amount(level.value, view.unit)
    return level.label if view.ratio else f"{level.label}: {value}"


def _pieces(view: Trend, line: Line) -> list[Series]:
    """A line, or the parts into which breaks of the series cut it.

    A line of which nothing may be drawn is kept, so that its name is.
    """
    cuts = sorted({round(each.at) for each in view.breaks})
    inner = [at for at in cuts if 0 < at < len(view.windows)]
    kept = {i for run in unbroken(view, line) for i in run}
    ends = zip([0, *inner], [*inner, len(view.windows)], strict=True)
    found = [_piece(view, line, range(*each), kept) for each in ends]
    return [each for each in found if any(each.points)] or found[:1]


def _piece(view: Trend, line: Line, at: range, kept: set[int]) -> Series:
    said = words.FROM_WINDOW.format(name=line.name, window=view.windows[at.start])
    return Series(
        name=said if at.start else line.name,
        code=line.code,
        points=tuple(
            point if i in at and i in kept else None
            for i, point in enumerate(line.points)
        ),
    )


def _dots(view: Dots) -> Native:
    return Native(
        shape="bar",
        categories=tuple(
            category(row.label, row.quantity, view.unit, row.note) for row in view.rows
        ),
        series=(
            Series(
                name=view.reference_label or words.VALUE,
                code="own",
                points=tuple(_shown(row.quantity) for row in view.rows),
                codes=tuple(row.code for row in view.rows),
            ),
        ),
        unit=view.unit,
        log=view.ratio,
        less=view.less,
        more=view.more,
        **_axis(dots_scale(view)),
    )


def _waterfall(view: Waterfall) -> Native:
    end = [(view.end_label, view.end, "")] if view.end else []
    each = [(f.label, f.ratio, f.word.word if f.word else "") for f in view.factors]
    return Native(
        shape="bar",
        categories=tuple(
            category(label, found, RATIO, note) for label, found, note in (*each, *end)
        ),
        series=(
            Series(
                name=words.DECISION,
                code=view.code,
                points=tuple(_shown(q) for _, q, _ in (*each, *end)),
                codes=(view.code,) * len(each) + ("all",) * len(end),
            ),
        ),
        unit=RATIO,
        log=True,
        less=view.less,
        more=view.more,
        **_axis(waterfall_scale(view)),
    )


def _shown(quantity: Quantity) -> Quantity | None:
    return quantity if quantity.shown else None


def category(label: str, quantity: Quantity, unit: Unit, note: str) -> str:
    """What stands beside a bar: its name, its figure or why there is none."""
    return f"{label}\n{told(quantity, unit, note)}"


def told(quantity: Quantity, unit: Unit, note: str = "") -> str:
    """A figure with its interval, or the reason for none, and what to know of it."""
    if not quantity.shown:
        return theme.reason(quantity)
    said = theme.number(quantity.value or 0.0, decimals=unit.decimals)
    between = theme.interval(quantity, unit)
    whole = BETWEEN.format(value=said, interval=between) if between else said
    return "; ".join(filter(None, (whole, note, *caveats(quantity))))
