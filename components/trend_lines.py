"""The traces of a trend: band, firm line, dotted line of what is not final, markers."""

from typing import Any

from components import theme
from components.views import IMMATURE, Line, Quantity, Trend

Trace = dict[str, Any]


def line_traces(view: Trend, line: Line) -> list[Trace]:
    """Everything that draws one line, back to front."""
    runs = unbroken(view, line)
    firm = [[i for i in run if not line.points[i].has(IMMATURE)] for run in runs]
    bands = [_band(line, run) for run in firm if len(run) > 1 and _has_band(line, run)]
    look = theme.look(line.code)
    lines = [_path(line, run, look.colour, look.dash) for run in firm if run]
    dotted = [
        _path(line, each, theme.FAINT, "dot")
        for run in runs
        for each in _tails(line, run)
    ]
    return [*bands, *dotted, *lines, _dots(view, line)]


def unbroken(view: Trend, line: Line) -> list[list[int]]:
    """Runs of windows that are shown, cut where the series breaks."""
    cuts = {round(each.at) for each in view.breaks}
    runs: list[list[int]] = []
    for i, point in enumerate(line.points):
        if not point.shown:
            continue
        joined = runs and runs[-1][-1] == i - 1 and i not in cuts
        if joined:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _tails(line: Line, run: list[int]) -> list[list[int]]:
    """From the last firm window into each window that is not final."""
    return [
        [a, b]
        for a, b in zip(run, run[1:], strict=False)
        if line.points[a].has(IMMATURE) or line.points[b].has(IMMATURE)
    ]


def _has_band(line: Line, run: list[int]) -> bool:
    return any(line.points[i].lower is not None for i in run)


def _band(line: Line, run: list[int]) -> Trace:
    colour = theme.look(line.code).colour
    points = [(i, line.points[i]) for i in run]
    high = [_edge(p.upper, p) for _, p in points]
    low = [_edge(p.lower, p) for _, p in points]
    along = [i for i, _ in points]
    return {
        "type": "scatter",
        "x": along + along[::-1],
        "y": high + low[::-1],
        "fill": "toself",
        "fillcolor": theme.tint(colour, 0.13),
        "line": {"width": 0},
        "mode": "lines",
        "hoverinfo": "skip",
    }


def _edge(bound: float | None, point: Quantity) -> float | None:
    return point.value if bound is None else bound


def _path(line: Line, run: list[int], colour: str, dash: str) -> Trace:
    return {
        "type": "scatter",
        "x": run,
        "y": [line.points[i].value for i in run],
        "mode": "lines",
        "line": {"color": colour, "width": 2.5 if dash != "dot" else 1.5, "dash": dash},
        "hoverinfo": "skip",
    }


def _dots(view: Trend, line: Line) -> Trace:
    """Markers, hollow where the number needs care, with what hovering tells."""
    colour, symbol, *_ = theme.look(line.code)
    at = [i for i, point in enumerate(line.points) if point.shown]
    points = [line.points[i] for i in at]
    return {
        "type": "scatter",
        "name": line.name,
        "x": at,
        "y": [p.value for p in points],
        "mode": "markers",
        "marker": {
            "symbol": symbol,
            "size": [
                8 if p.hollow or i == at[-1] else 6
                for i, p in zip(at, points, strict=True)
            ],
            "color": [theme.PAPER if p.hollow else colour for p in points],
            "opacity": 1,
            "line": {
                "width": 1.5,
                "color": [theme.FAINT if p.has(IMMATURE) else colour for p in points],
            },
        },
        "text": [_told(view, line, i) for i in at],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _told(view: Trend, line: Line, i: int) -> str:
    point = line.points[i]
    lines = [f"<b>{line.name}</b>, {view.windows[i]}", theme.spoken(point, view.unit)]
    if point.denominator is not None:
        lines.append(theme.counted(point))
    return "<br>".join([*lines, *(each for each in point.flags)])
