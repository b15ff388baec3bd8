"""The words inside a trend: end labels, levels, due date, breaks."""

from math import log10
from textwrap import wrap
from typing import Any

from components import theme
from components.scale import Scale
from components.views import Line, Quantity, Tick, Trend

Marks = tuple[list[dict[str, Any]], list[dict[str, Any]]]
LINE_HEIGHT = 16


def _label(line: Line, view: Trend) -> list[str]:
    value = theme.amount(last(line)[1].value or 0, view.unit)
    if len(view.lines) == 1:
        return [f"<b>{value}</b>"]
    return [*wrap(line.name, 16), f"<b>{value}</b>"]


def last(line: Line) -> tuple[int, Quantity]:
    """The newest window that is final; of none, an empty point before the start."""
    found = [(i, p) for i, p in enumerate(line.points) if p.final]
    return found[-1] if found else (-1, Quantity(status="no data"))


def right_room(view: Trend) -> int:
    """The margin that the end labels need, in pixels."""
    said = [text for line in view.lines for text in _label(line, view)]
    widest = max((len(text.replace("<b>", "")) - 2 for text in said), default=0)
    return 20 + min(130, 7 * widest)


def end_labels(view: Trend, scale: Scale, room: int) -> list[dict[str, Any]]:
    """Each line's name and newest value at its end, kept apart from each other."""
    ends = [(line, *last(line)) for line in view.lines]
    ends = [each for each in ends if each[2].shown]
    wanted = [room * (1 - scale.at(p.value or 0) / 100) for _, _, p in ends]
    tall = [LINE_HEIGHT * len(_label(line, view)) + 4 for line, _, _ in ends]
    placed = apart(wanted, tall, room)
    return [
        note(
            "<br>".join(_label(line, view)),
            x=at,
            y=scale.drawn(1 - where / room),
            colour=theme.look(line.code).written,
            xshift=10,
        )
        | {"name": "end"}
        for (line, at, _), where in zip(ends, placed, strict=True)
    ]


def apart(wanted: list[float], tall: list[int], room: int) -> list[float]:
    """Places from the top for labels so many pixels tall, near where they belong."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = list(wanted)
    floor = 0.0
    for i in order:
        placed[i] = max(placed[i], floor + tall[i] / 2)
        floor = placed[i] + tall[i] / 2
    ceiling = float(room + 12)
    for i in reversed(order):
        placed[i] = min(placed[i], ceiling - tall[i] / 2)
        ceiling = placed[i] - tall[i] / 2
    return placed


def level_marks(view: Trend) -> Marks:
    """Targets and national values: thin dashed lines with their words above."""
    shapes = [
        {
            "type": "line", "xref": "paper", "x0": 0, "x1": 1,
            "y0": each.value, "y1": each.value, "layer": "below",
            "line": {"color": theme.REFERENCE, "width": 1, "dash": "dash"},
        }
        for each in view.levels
    ]  # fmt: skip
    notes = [
        note(
            each.label if view.ratio
            else f"{each.label}: {theme.amount(each.value, view.unit)}",
            x=0, y=log10(each.value) if view.ratio else each.value,
            colour=theme.REFERENCE, yshift=9,
        ) | {"xref": "paper"}
        for each in view.levels
    ]  # fmt: skip
    return shapes, notes


def break_marks(view: Trend) -> Marks:
    """Where the meaning of the series changed."""
    return _posts(view.breaks, shift=-0.5, dash="dot")


def due_mark(view: Trend, scale: Scale) -> Marks:
    """The day by which a target is due."""
    return _posts((view.due,) if view.due else (), shift=0.0, dash="solid")


def _posts(marks: tuple[Tick, ...], *, shift: float, dash: str) -> Marks:
    shapes = [
        {
            "type": "line", "yref": "paper", "y0": 0, "y1": 1,
            "x0": each.at + shift, "x1": each.at + shift, "layer": "below",
            "line": {"color": theme.FAINT, "width": 1, "dash": dash},
        }
        for each in marks
    ]  # fmt: skip
    notes = [
        note(each.label, x=each.at + shift, y=1, colour=theme.MUTED, yshift=9)
        | {"yref": "paper", "xanchor": "center", "name": "post"}
        for each in marks
    ]
    return shapes, notes


def note(
    text: str, *, x: float, y: float, colour: str, xshift: int = 0, yshift: int = 0
) -> dict[str, Any]:
    """Words at a place, to the right of it unless told otherwise."""
    return {
        "text": text, "x": x, "y": y, "xshift": xshift, "yshift": yshift,
        "showarrow": False, "xanchor": "left", "yanchor": "middle", "align": "left",
        "font": {"color": colour, "size": 13},
    }  # fmt: skip
