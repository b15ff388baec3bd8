"""The traces of a trend: band, line, markers; never of a window still followed."""

from typing import Any

from components import theme
from components.views import Line, Quantity, Trend

Trace = dict[str, Any]


def line_traces(view: Trend, line: Line) -> list[Trace]:
    """Everything that draws one line, back to front."""
    runs = unbroken(view, line)
    bands = [_band(line, run) for run in runs if len(run) > 1 and _has_band(line, run)]
    look = theme.look(line.code)
    lines = [_path(line, run, look.colour, look.dash) for run in runs]
    alone = [_post(line, run[0]) for run in runs if len(run) == 1]
    return [*bands, *lines, *filter(None, alone), _dots(view, line)]


def unbroken(view: Trend, line: Line) -> list[list[int]]:
    """Runs of windows that are final, cut where the series breaks."""
    cuts = {round(each.at) for each in view.breaks}
    runs: list[list[int]] = []
    for i, point in enumerate(line.points):
        if not point.final:
            continue
        joined = runs and runs[-1][-1] == i - 1 and i not in cuts
        if joined:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _has_band(line: Line, run: list[int]) -> bool:
    return any(line.points[i].lower is not None for i in run)


def _band(line: Line, run: list[int]) -> Trace:
    colour = theme.look(line.code).colour
    points = [(i, line.points[i]) for i in run]
    high = [_short(_edge(p.upper, p)) for _, p in points]
    low = [_short(_edge(p.lower, p)) for _, p in points]
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


def _post(line: Line, i: int) -> Trace | None:
    """The interval of a window that stands alone, where no band can be seen."""
    point = line.points[i]
    if point.lower is None:
        return None
    colour = theme.tint(theme.look(line.code).colour, 0.38)
    return {
        "type": "scatter",
        "x": [i, i],
        "y": [_short(point.lower), _short(_edge(point.upper, point))],
        "mode": "lines",
        "line": {"color": colour, "width": 3},
        "hoverinfo": "skip",
    }


def _edge(bound: float | None, point: Quantity) -> float | None:
    return point.value if bound is None else bound


def _short(value: float | None) -> float | None:
    """Five figures, a hundredth of a pixel: more would be sent and never be seen."""
    return None if value is None else float(f"{value:.5g}")


def _path(line: Line, run: list[int], colour: str, dash: str) -> Trace:
    return {
        "type": "scatter",
        "x": run,
        "y": [_short(line.points[i].value) for i in run],
        "mode": "lines",
        "line": {"color": colour, "width": 2.5, "dash": dash},
        "hoverinfo": "skip",
    }


def _dots(view: Trend, line: Line) -> Trace:
    """Markers, hollow where the number needs care, with what hovering tells."""
    colour, symbol, *_ = theme.look(line.code)
    at = [i for i, point in enumerate(line.points) if point.final]
    points = [line.points[i] for i in at]
    return {
        "type": "scatter",
        "name": line.name,
        "x": at,
        "y": [_short(p.value) for p in points],
        "mode": "markers",
        "marker": {
            "symbol": symbol,
            "size": [
                8 if p.hollow or i == at[-1] else 6
                for i, p in zip(at, points, strict=True)
            ],
            "color": [theme.PAPER if p.hollow else colour for p in points],
            "opacity": 1,
            "line": {"width": 1.5, "color": colour},
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
