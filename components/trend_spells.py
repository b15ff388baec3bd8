"""Columns over windows that have no mark: hidden ones, and ones still followed."""

from collections.abc import Callable
from typing import Any

from components import theme, words
from components.scale import Scale
from components.trend_notes import LINE_HEIGHT, Marks, note
from components.views import IMMATURE, Quantity, Trend

# In fewer columns than this the word stands upright, or it would leave them.
ROOM_FOR_WORD = 4


def hidden_windows(view: Trend) -> list[int]:
    """The windows in which any line is hidden."""
    return _where(view, lambda point: point.status == "hidden")


def followed_windows(view: Trend) -> list[int]:
    """The windows whose children are still being followed."""
    return _where(view, lambda point: point.has(IMMATURE))


def _where(view: Trend, wanted: Callable[[Quantity], bool]) -> list[int]:
    count = range(len(view.windows))
    return [i for i in count if any(wanted(line.points[i]) for line in view.lines)]


def spells(at: list[int]) -> list[tuple[int, int]]:
    """First and last of each run of windows."""
    found: list[tuple[int, int]] = []
    for i in at:
        if found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


def hidden_words(view: Trend, scale: Scale) -> list[dict[str, Any]]:
    """The word once on each run of hatched columns."""
    place = {"xanchor": "center", "yanchor": "bottom", "bgcolor": theme.PAPER}
    found = []
    for first, last in spells(hidden_windows(view)):
        each = note(
            words.HIDDEN,
            x=(first + last) / 2,
            y=scale.drawn(0),
            colour=theme.MUTED,
            yshift=6,
        )
        narrow = last - first + 1 < ROOM_FOR_WORD
        found.append(each | place | ({"textangle": -90} if narrow else {}))
    return found


def hidden_marks(view: Trend, scale: Scale) -> list[dict[str, Any]]:
    """A hatched column where a window is hidden, never a zero and never a gap."""
    at = hidden_windows(view)
    tall = (scale.high - scale.low) * (1 if len(view.lines) == 1 else 0.2)
    pattern = {"shape": "/", "fgcolor": theme.RULE, "size": 6, "solidity": 0.4}
    marker = {"color": theme.PAPER, "pattern": pattern, "line": {"width": 0}}
    told = [f"{_hidden_names(view, i)}, {view.windows[i]}: " for i in at]
    says = [each + words.KEY_HIDDEN for each in told]
    return [_columns(at, scale.low, tall, marker, says)] if at else []


def _hidden_names(view: Trend, i: int) -> str:
    return ", ".join(x.name for x in view.lines if x.points[i].status == "hidden")


def followed_marks(view: Trend, scale: Scale) -> list[dict[str, Any]]:
    """A light column where it is too early for a number: no mark, so no fall."""
    at = followed_windows(view)
    says = [f"{view.windows[i]}: {words.KEY_NOT_FINAL}" for i in at]
    tall = scale.high - scale.low
    marker = {"color": theme.WASH, "line": {"width": 0}}
    return [_columns(at, scale.low, tall, marker, says)] if at else []


def followed_edges(view: Trend) -> Marks:
    """The dotted edge of the light columns and, above them, what they are.

    The left side stays open: the labels of the lines stand across it.
    """
    shapes, notes = [], []
    for first, last in spells(followed_windows(view)):
        left, right = first - 0.5, last + 0.5
        path = f"M {left},1 L {right},1 L {right},0"
        edge = {"color": theme.FAINT, "width": 1, "dash": "dot"}
        shapes.append({"type": "path", "yref": "paper", "path": path, "line": edge})
        each = note(
            words.STILL_FOLLOWED,
            x=last + 0.5,
            y=1,
            colour=theme.MUTED,
            yshift=9 + LINE_HEIGHT * crowded(view),
        )
        place = {"yref": "paper", "xanchor": "right", "name": "post"}
        notes.append(each | place)
    return shapes, notes


def crowded(view: Trend) -> bool:
    """Whether a post stands so near the light columns that their words would meet."""
    posts = [each.at for each in (*view.breaks, *([view.due] if view.due else []))]
    near = [first - 3 for first, _ in spells(followed_windows(view))]
    return any(at > low for at in posts for low in near)


def _columns(
    at: list[int],
    low: float,
    tall: float,
    marker: dict[str, Any],
    says: list[str],
) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": at,
        "y": [tall] * len(at),
        "base": [low] * len(at),
        "width": [1] * len(at),
        "marker": marker,
        "hovertext": says,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
