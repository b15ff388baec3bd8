"""A trend as a picture with all its words: axis, windows, names, levels, marks."""

from textwrap import wrap

from components import theme, words
from components.deck_trend_picture import TALL, WIDE, across, inside
from components.scale import Scale, ticks
from components.trend_notes import apart, last
from components.trend_scale import trend_scale
from components.trend_spells import followed_windows, hidden_windows, spells
from components.views import Trend
from pages._exports import svg

LEFT, RIGHT, TOP, BOTTOM = 96.0, 310.0, 44.0, 50.0
# The picture is printed small: its words are large in it.
LARGE, MOST_WINDOWS, LABEL, LINE = 21, 8, 24, 27


def trend_picture(view: Trend) -> str:
    """Lines with bands over windows; hidden windows are hatched and say so."""
    scale = trend_scale(view)
    drawn = f'<g transform="translate({LEFT},{TOP})">{inside(view, scale)}</g>'
    parts = [
        drawn,
        *_values(view, scale),
        *_windows(view),
        *_posts(view),
        *_spells(view),
        *_dots(view, scale),
        *_labels(view, scale),
    ]
    return svg.picture("".join(parts), LEFT + WIDE + RIGHT, TOP + TALL + BOTTOM)


def _x(view: Trend, at: float) -> float:
    return LEFT + WIDE * across(view, at) / 100


def _y(scale: Scale, value: float) -> float:
    return TOP + TALL * (1 - scale.at(value) / 100)


def _values(view: Trend, scale: Scale) -> list[str]:
    marks = ticks(scale)
    suffix = view.unit.suffix if view.unit.suffix.strip() == "%" else ""
    whole = all(abs(each - round(each)) < 1e-9 for each in marks)
    return [
        svg.word(
            LEFT - 10,
            _y(scale, each),
            (
                f"{each:g}"
                if scale.log
                else theme.number(each, decimals=0 if whole else 1)
            )
            + suffix,
            anchor="end",
            fill=theme.MUTED,
            size=LARGE,
        )
        for each in marks
    ]


def _windows(view: Trend) -> list[str]:
    end = len(view.windows) - 1
    every = max(1, -(-len(view.windows) // MOST_WINDOWS))
    return [
        svg.word(_x(view, i), TOP + TALL + 24, view.windows[i], anchor="middle",
                 fill=theme.MUTED, size=LARGE)
        for i in range(end + 1)
        if (end - i) % every == 0
    ]  # fmt: skip


def _posts(view: Trend) -> list[str]:
    due = [(view.due.label, view.due.at)] if view.due else []
    marks = due + [(each.label, each.at - 0.5) for each in view.breaks]
    return [
        svg.word(
            _x(view, at), TOP - 20, text, fill=theme.MUTED, size=LARGE,
            anchor="end" if across(view, at) > 50 else "start",
        )
        for text, at in marks
    ]  # fmt: skip


def _spells(view: Trend) -> list[str]:
    """The word on each run of hatched columns, and on those still followed."""
    found = []
    said = (
        (hidden_windows(view), words.HIDDEN),
        (followed_windows(view), words.STILL_FOLLOWED),
    )
    for windows, text in said:
        for first, end in spells(windows):
            middle, half = _x(view, (first + end) / 2), 5.4 * len(text) + 8
            found.append(
                svg.rect(middle - half, TOP + TALL - 34, 2 * half, 28, theme.PAPER)
            )
            found.append(
                svg.word(middle, TOP + TALL - 20, text, anchor="middle",
                         fill=theme.MUTED, size=LARGE - 2)
            )  # fmt: skip
    return found


def _dots(view: Trend, scale: Scale) -> list[str]:
    found = []
    for each in view.lines:
        look = theme.look(each.code)
        found += [
            svg.dot(_x(view, i), _y(scale, point.value or 0.0), look,
                    hollow=point.hollow)
            for i, point in enumerate(each.points)
            if point.final
        ]  # fmt: skip
    return found


def _labels(view: Trend, scale: Scale) -> list[str]:
    """Names with newest values, and levels, kept apart at the right."""
    wanted: list[tuple[float, list[str], str]] = []
    for each in view.lines:
        _, point = last(each)
        if point.shown:
            name = wrap(each.name, LABEL) if len(view.lines) > 1 else []
            value = theme.amount(point.value or 0.0, view.unit)
            colour = theme.look(each.code).written
            wanted.append((_y(scale, point.value or 0.0), [*name, value], colour))
    for level in view.levels:
        value = "" if view.ratio else f" {theme.amount(level.value, view.unit)}"
        text = wrap(level.label + value, LABEL)
        wanted.append((_y(scale, level.value), text, theme.REFERENCE))
    tall = [LINE * len(lines) + 4 for _, lines, _ in wanted]
    placed = apart([y - TOP for y, _, _ in wanted], tall, TALL)
    found = []
    for middle, (_, lines, colour) in zip(placed, wanted, strict=True):
        top = TOP + middle - LINE * (len(lines) - 1) / 2
        found += [
            svg.word(LEFT + WIDE + 14, top + LINE * i, text, fill=colour,
                     bold=i == len(lines) - 1, size=LARGE)
            for i, text in enumerate(lines)
        ]  # fmt: skip
    return found
