"""Small multiples: a little picture a line, all on one axis, the rest in grey."""

from components import tags as html
from components import theme, words
from components.marks import dot
from components.palettes import paint
from components.scale import Scale
from components.spark import picture, runs
from components.trend_key import sign_key
from components.trend_scale import trend_scale
from components.trend_spells import followed_windows, spells
from components.views import Line, Trend

WIDE, TALL = 200, 90


def multiples(view: Trend) -> html.Tag:
    """A grid of small trends that share their axes."""
    scale = trend_scale(view)
    cards = [html.Li(_card(view, line, scale)) for line in view.lines]
    return html.Div(
        [
            html.Ul(cards, className="multiples"),
            html.P(_shared(view, scale), className="note"),
            sign_key(view),
        ],
        className="trend",
    )


def _shared(view: Trend, scale: Scale) -> str:
    low, high = (f"{each:g}{view.unit.suffix}" for each in (scale.low, scale.high))
    return words.SHARED_AXIS.format(low=low, high=high)


def _card(view: Trend, line: Line, scale: Scale) -> list[html.Tag]:
    look = theme.look(line.code)
    shown = [p for p in line.points if p.final]
    end = theme.amount(shown[-1].value or 0, view.unit) if shown else words.NO_DATA
    hidden = any(p.status == "hidden" for p in line.points)
    name = [dot(look.colour, look.marker, hollow=False), html.Span(line.name)]
    last = [html.Strong(end, style={"color": paint(look.written)})]
    ends = [html.Span(view.windows[0]), html.Span(view.windows[-1])]
    if hidden:
        ends.insert(1, html.Span(words.HIDDEN, className="missing missing-hidden"))
    return [
        html.Div(
            [html.Span(name, className="multiple-name"), *last],
            className="multiple-head",
        ),
        html.Img(
            src=picture(_inside(view, line, scale), WIDE, TALL, stretch=True),
            alt=_told(view, line),
            className="multiple-plot",
        ),
        html.Div(ends, className="multiple-foot", **{"aria-hidden": "true"}),
    ]


def _inside(view: Trend, line: Line, scale: Scale) -> str:
    colour = theme.look(line.code).colour
    parts = [_followed(view, line), _base(), _band(line, scale, colour)]
    parts += [_path(o, scale, theme.RULE, 1.2) for o in view.lines if o is not line]
    parts += [
        _hatch(line, i) for i, p in enumerate(line.points) if p.status == "hidden"
    ]
    return "".join([*parts, _path(line, scale, colour, 2.2)])


def _base() -> str:
    return (
        f'<line x1="0" x2="{WIDE}" y1="{TALL - 1}" y2="{TALL - 1}" '
        f'stroke="{theme.FAINT}" vector-effect="non-scaling-stroke"/>'
    )


def _followed(view: Trend, line: Line) -> str:
    """Light columns where it is too early for a number."""
    half = WIDE / max(1, len(line.points) - 1) / 2
    return "".join(
        f'<rect x="{max(0.0, _x(line, first) - half):.1f}" y="1" '
        f'width="{_x(line, last) - _x(line, first) + half + 4:.1f}" '
        f'height="{TALL - 2}" fill="{theme.WASH}" stroke="{theme.FAINT}" '
        'stroke-dasharray="1 3" vector-effect="non-scaling-stroke"/>'
        for first, last in spells(followed_windows(view))
    )


def _x(line: Line, i: int) -> float:
    return round(4 + (WIDE - 8) * i / max(1, len(line.points) - 1), 1)


def _y(scale: Scale, value: float) -> float:
    return round(TALL - 2 - (TALL - 6) * scale.at(value) / 100, 1)


def _hatch(line: Line, i: int) -> str:
    wide = WIDE / max(1, len(line.points))
    lines = "".join(
        f'<line x1="{_x(line, i) - wide / 3:.1f}" x2="{_x(line, i) + wide / 3:.1f}" '
        f'y1="{y}" y2="{y - 8}" stroke="{theme.RULE}"/>'
        for y in range(12, TALL, 8)
    )
    return f"<g>{lines}</g>"


def _path(line: Line, scale: Scale, colour: str, width: float) -> str:
    parts = []
    for run in runs(tuple(p.value if p.final else None for p in line.points)):
        parts.append(_stroke(line, scale, run, colour, width))
    return "".join(parts)


def _stroke(
    line: Line, scale: Scale, run: list[tuple[int, float]], colour: str, width: float
) -> str:
    points = " ".join(f"{_x(line, i)},{_y(scale, v)}" for i, v in run)
    return (
        f'<polyline points="{points}" fill="none" stroke="{colour}" '
        f'stroke-width="{width}" '
        'vector-effect="non-scaling-stroke"/>'
    )


def _band(line: Line, scale: Scale, colour: str) -> str:
    known = [
        (i, p.lower, p.upper)
        for i, p in enumerate(line.points)
        if p.final and p.lower is not None and p.upper is not None
    ]
    up = [f"{_x(line, i)},{_y(scale, high)}" for i, _, high in known]
    down = [f"{_x(line, i)},{_y(scale, low)}" for i, low, _ in reversed(known)]
    return f'<polygon points="{" ".join(up + down)}" fill="{colour}" opacity="0.13"/>'


def _told(view: Trend, line: Line) -> str:
    told = [
        f"{window} {theme.spoken(point, view.unit)}"
        for window, point in zip(view.windows, line.points, strict=True)
    ]
    return f"{line.name}: " + "; ".join(told)
