"""A trend that fills its box at any size: a stretched picture with words over it."""

from typing import Any

from components import tags as html
from components import theme, words
from components.deck_trend_picture import TALL, WIDE, across, inside
from components.marks import part
from components.palettes import paint
from components.scale import Scale, ticks
from components.spark import picture
from components.trend_key import line_key, sign_key
from components.trend_notes import apart, last
from components.trend_scale import trend_scale
from components.trend_spells import hidden_windows, spells
from components.views import Level, Line, Trend

# Heights of words, in parts of the picture, by which end labels are kept apart.
ROOM, LINE = 100, 8
MOST_WINDOWS = 8
HALF = 50


def deck_trend(view: Trend, *, alt: str) -> html.Tag:
    """One image for a listener; for the eye lines, bands, and their words."""
    scale = trend_scale(view)
    drawn = html.Img(src=picture(inside(view, scale), WIDE, TALL, stretch=True), alt="")
    plot = html.Div(
        [
            drawn,
            *_values(view, scale),
            *_windows(view),
            *_posts(view),
            *_spells(view),
            *_dots(view, scale),
            *_labels(view, scale),
        ],
        className="deckline-plot",
        **{"aria-hidden": "true"},
    )
    named = " deckline-named" if len(view.lines) > 1 or view.levels else ""
    box = html.Div(
        plot, className=f"deckline-box{named}", role="img", **{"aria-label": alt}
    )
    parts = [line_key(view), box, _level_key(view), sign_key(view)]
    return html.Div(parts, className="trend deckline-trend")


def _at(kind: str, text: Any, **style: Any) -> html.Tag:
    return html.Span(text, className=kind, style=style)


def _values(view: Trend, scale: Scale) -> list[html.Tag]:
    """The numbers at the left; the same in round steps as the lines behind."""
    marks = ticks(scale)
    suffix = view.unit.suffix if view.unit.suffix.strip() == "%" else ""
    places = 0 if all(abs(m - round(m)) < 1e-9 for m in marks) else 1
    return [
        _at("deckline-value", _value(scale, m, places, suffix), top=_top(scale, m))
        for m in marks
    ]


def _value(scale: Scale, mark: float, places: int, suffix: str) -> str:
    bare = f"{mark:g}" if scale.log else theme.number(mark, decimals=places)
    return bare + suffix


def _top(scale: Scale, value: float) -> str:
    return f"{100 - scale.at(value):.2f}%"


def _left(view: Trend, at: float) -> str:
    return f"{across(view, at):.2f}%"


def _windows(view: Trend) -> list[html.Tag]:
    """The names of windows; in a narrow place only the first and the last."""
    last_one = len(view.windows) - 1
    every = max(1, -(-len(view.windows) // MOST_WINDOWS))
    shown = [i for i in range(last_one + 1) if (last_one - i) % every == 0]
    ends = (shown[0], last_one)
    return [
        _at(
            "deckline-window" if i in ends else "deckline-window deckline-wide",
            view.windows[i],
            left=_left(view, i),
        )
        for i in shown
    ]


def _posts(view: Trend) -> list[html.Tag]:
    """The due date, and where the meaning changed: words beside their lines."""
    due = [(view.due.label, view.due.at)] if view.due else []
    breaks = [(each.label, each.at - 0.5) for each in view.breaks]
    return [
        _at(f"deckline-post {_side(view, at)}", text, left=_left(view, at))
        for text, at in due + breaks
    ]


def _side(view: Trend, at: float) -> str:
    """To which side words go, so that they stay inside."""
    return "to-left" if across(view, at) > HALF else "to-right"


def _spells(view: Trend) -> list[html.Tag]:
    """The word once on each run of hatched columns."""
    return [
        _at("deckline-hidden", words.HIDDEN, left=_left(view, (first + end) / 2))
        for first, end in spells(hidden_windows(view))
    ]


def _dots(view: Trend, scale: Scale) -> list[html.Tag]:
    """A marker at each window that needs care, and at the newest."""
    found = []
    for line in view.lines:
        seen, newest = theme.look(line.code), last(line)[0]
        for i, point in enumerate(line.points):
            if not point.final or not (point.hollow or i == newest):
                continue
            kind = f"sign sign-{seen.marker}" + (" sign-hollow" if point.hollow else "")
            place = {"left": _left(view, i), "top": _top(scale, point.value or 0.0)}
            found.append(part(kind, **place, **{"--c": paint(seen.colour)}))
    return found


def _labels(view: Trend, scale: Scale) -> list[html.Tag]:
    """At the right: name and newest value of each line, and the levels, kept apart."""
    ends = [(line, *last(line)) for line in view.lines]
    ends = [each for each in ends if each[2].shown]
    heights = [p.value or 0.0 for _, _, p in ends] + [e.value for e in view.levels]
    wanted = [ROOM * (1 - scale.at(each) / 100) for each in heights]
    tall = [LINE * (3 if len(view.lines) > 1 else 1.4) for _ in ends]
    tall += [LINE * 2 for _ in view.levels]
    placed = [f"{each:.2f}%" for each in apart(wanted, tall, ROOM)]
    found = [
        _end(view, line, top) for (line, _, _), top in zip(ends, placed, strict=False)
    ]
    rest = zip(view.levels, placed[len(ends) :], strict=True)
    return found + [_level(view, each, top) for each, top in rest]


def _end(view: Trend, line: Line, top: str) -> html.Tag:
    value = html.B(theme.amount(last(line)[1].value or 0.0, view.unit))
    many = len(view.lines) > 1
    name = [html.Span(line.name, className="deckline-name")] if many else []
    colour = paint(theme.look(line.code).written)
    return _at("deckline-end", [*name, value], top=top, color=colour)


def _level(view: Trend, level: Level, top: str) -> html.Tag:
    value = [] if view.ratio else [" ", theme.amount(level.value, view.unit)]
    return _at("deckline-end deckline-level", [level.label, *value], top=top)


def _level_key(view: Trend) -> html.Tag | None:
    """The levels again, where there is no room at the right."""
    if not view.levels:
        return None
    said = [
        each.label if view.ratio
        else f"{each.label} {theme.amount(each.value, view.unit)}"
        for each in view.levels
    ]  # fmt: skip
    dashed = html.Span(className="key-dashed")
    return html.P(
        [html.Span([dashed, each]) for each in said], className="key deckline-narrow"
    )
