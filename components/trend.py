"""Trend: lines with interval bands over windows, labelled at their ends."""

from typing import Any

from components import tags as html
from components import theme
from components.multiples import multiples
from components.scale import Scale, ticks
from components.trend_key import line_key, sign_key
from components.trend_lines import line_traces
from components.trend_narrow import fitted
from components.trend_notes import (
    LINE_HEIGHT,
    break_marks,
    due_mark,
    end_labels,
    level_marks,
    right_room,
)
from components.trend_scale import trend_scale
from components.trend_spells import (
    crowded,
    followed_edges,
    followed_marks,
    followed_windows,
    hidden_marks,
    hidden_words,
)
from components.views import Trend

MOST_LINES = 4
HEIGHT = 340
RATIO_MARKS = (0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.4, 2.0, 3.0, 5.0, 10.0)


def trend(view: Trend, *, title: str, summary: str) -> html.Tag:
    """The trend as one figure; more than four lines become small multiples."""
    if len(view.lines) > MOST_LINES:
        return multiples(view)
    figure = fitted(trend_figure(view), view)
    drawn = theme.graph(figure, title=title, summary=summary, height=HEIGHT)
    return html.Div([line_key(view), drawn, sign_key(view)], className="trend")


def trend_figure(view: Trend, *, height: int = HEIGHT) -> dict[str, Any]:
    """The plotly figure, a plain dict."""
    scale = trend_scale(view)
    margin = {
        "l": 46,
        "r": right_room(view),
        "t": 26 + LINE_HEIGHT * crowded(view),
        "b": 34,
        "pad": 0,
    }
    room = height - margin["t"] - margin["b"]
    shapes, notes = _marks(view, scale)
    traces = [each for line in view.lines for each in line_traces(view, line)]
    return {
        "data": followed_marks(view, scale) + traces + hidden_marks(view, scale),
        "layout": theme.layout(
            height=height,
            margin=margin,
            xaxis=_windows_axis(view),
            yaxis=_value_axis(view, scale),
            shapes=shapes,
            barmode="overlay",
            annotations=notes
            + hidden_words(view, scale)
            + end_labels(view, scale, room),
        ),
    }


def _marks(view: Trend, scale: Scale) -> tuple[list[Any], list[Any]]:
    pairs = [level_marks(view), break_marks(view), due_mark(view, scale)]
    pairs.append(followed_edges(view))
    shapes = [shape for shapes, _ in pairs for shape in shapes]
    return shapes, [note for _, notes in pairs for note in notes]


def _windows_axis(view: Trend) -> dict[str, Any]:
    last = len(view.windows) - 1
    every = max(1, -(-len(view.windows) // 6))
    shown = [i for i in range(last + 1) if (last - i) % every == 0]
    reach = max(last, view.due.at if view.due else 0)
    return {
        "range": [-0.35, reach + (0.5 if last in followed_windows(view) else 0.35)],
        "tickvals": shown,
        "ticktext": [view.windows[i] for i in shown],
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": theme.RULE,
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "linecolor": theme.FAINT,
        "showline": True,
        "fixedrange": True,
    }


def _value_axis(view: Trend, scale: Scale) -> dict[str, Any]:
    marks = ticks(scale)
    if view.ratio:
        return _ratio_axis(scale)
    decimals = 0 if all(abs(m - round(m)) < 1e-9 for m in marks) else 1
    suffix = view.unit.suffix if view.unit.suffix.strip() == "%" else ""
    return {
        "range": [scale.low, scale.high],
        "tickvals": list(marks),
        "ticktext": [theme.number(m, decimals=decimals) + suffix for m in marks],
        "gridcolor": theme.RULE,
        "gridwidth": 1,
        "zeroline": False,
        "fixedrange": True,
    }


def _ratio_axis(scale: Scale) -> dict[str, Any]:
    marks = [each for each in RATIO_MARKS if scale.holds(each)]
    return {
        "type": "log",
        "range": [scale.drawn(0), scale.drawn(1)],
        "tickvals": marks,
        "ticktext": [f"{each:g}" for each in marks],
        "gridcolor": theme.RULE,
        "gridwidth": 1,
        "zeroline": False,
        "fixedrange": True,
    }
