"""The picture under a large trend: grid, bands, lines; no words, so it can stretch."""

from components import theme
from components.scale import Scale, ticks
from components.trend_lines import unbroken
from components.trend_spells import followed_windows, hidden_windows, spells
from components.views import Line, Trend

WIDE, TALL = 1000, 400
KEEP = 'vector-effect="non-scaling-stroke"'


def across(view: Trend, at: float) -> float:
    """Where a window lies, in per cent of the width: each has a column of its own."""
    return 100 * (at + 0.5) / len(view.windows)


def inside(view: Trend, scale: Scale) -> str:
    """Everything that is drawn, back to front."""
    parts = [_followed(view), *_grid(scale), _hidden(view)]
    parts += [_level(scale, each.value) for each in view.levels]
    posts = [each.at - 0.5 for each in view.breaks]
    parts += [_post(view, at) for at in (*posts, *([view.due.at] if view.due else []))]
    for line in reversed(view.lines):
        parts += _line(view, line, scale)
    return "".join(parts)


def _x(view: Trend, at: float) -> float:
    return round(WIDE * across(view, at) / 100, 1)


def _y(scale: Scale, value: float) -> float:
    return round(TALL * (1 - scale.at(value) / 100), 1)


def _straight(x0: float, y0: float, x1: float, y1: float, look: str) -> str:
    return f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" {look} {KEEP}/>'


def _grid(scale: Scale) -> list[str]:
    first, *rest = ticks(scale)
    faint = f'stroke="{theme.RULE}" stroke-width="1"'
    base = f'stroke="{theme.FAINT}" stroke-width="1.5"'
    heights = [_y(scale, each) for each in rest]
    lines = [_straight(0, y, WIDE, y, faint) for y in heights]
    floor = _y(scale, first)
    return [*lines, _straight(0, floor, WIDE, floor, base)]


def _level(scale: Scale, value: float) -> str:
    look = f'stroke="{theme.REFERENCE}" stroke-width="1.5" stroke-dasharray="6 5"'
    return _straight(0, _y(scale, value), WIDE, _y(scale, value), look)


def _post(view: Trend, at: float) -> str:
    look = f'stroke="{theme.FAINT}" stroke-width="1.5"'
    return _straight(_x(view, at), 0, _x(view, at), TALL, look)


def _columns(view: Trend, first: int, last: int, look: str) -> str:
    left, right = _x(view, first - 0.5), _x(view, last + 0.5)
    return f'<rect x="{left}" y="0" width="{right - left}" height="{TALL}" {look}/>'


def _followed(view: Trend) -> str:
    """Light columns where it is too early for a figure."""
    look = f'fill="{theme.WASH}" stroke="{theme.FAINT}" stroke-dasharray="2 4" {KEEP}'
    found = spells(followed_windows(view))
    return "".join(_columns(view, first, last, look) for first, last in found)


def _hidden(view: Trend) -> str:
    """Hatched columns where a figure is hidden: never a zero, never a gap."""
    found = spells(hidden_windows(view))
    if not found:
        return ""
    tall = TALL if len(view.lines) == 1 else TALL // 5
    pattern = (
        '<pattern id="h" width="9" height="9" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V9" stroke="{theme.FAINT}" '
        'stroke-width="2.4"/></pattern>'
    )
    rects = "".join(
        f'<rect x="{_x(view, a - 0.5)}" y="{TALL - tall}" height="{tall}" '
        f'width="{_x(view, b + 0.5) - _x(view, a - 0.5)}" fill="url(#h)"/>'
        for a, b in found
    )
    return f"<defs>{pattern}</defs>{rects}"


def _line(view: Trend, line: Line, scale: Scale) -> list[str]:
    look = theme.look(line.code)
    runs = unbroken(view, line)
    bands = [_band(view, line, run, scale, look.colour) for run in runs]
    dash = ' stroke-dasharray="10 7"' if look.dash != "solid" else ""
    paths = [
        f'<polyline points="{_points(view, line, run, scale)}" fill="none" '
        f'stroke="{look.colour}" stroke-width="4" stroke-linejoin="round"{dash} '
        f"{KEEP}/>"
        for run in runs
    ]
    return bands + paths


def _points(view: Trend, line: Line, run: list[int], scale: Scale) -> str:
    return " ".join(
        f"{_x(view, i)},{_y(scale, line.points[i].value or 0.0)}" for i in run
    )


def _band(view: Trend, line: Line, run: list[int], scale: Scale, colour: str) -> str:
    """The intervals of a run; where a window stands alone, a post."""
    ends = [(i, line.points[i].lower, line.points[i].upper) for i in run]
    known = [(i, low, high) for i, low, high in ends if low is not None]
    if not known:
        return ""
    tops = [(i, scale.high if high is None else high) for i, _, high in known]
    if len(known) == 1:
        (i, low, _), (_, high) = known[0], tops[0]
        look = f'stroke="{colour}" stroke-width="9" opacity="0.3"'
        x = _x(view, i)
        return _straight(x, _y(scale, low), x, _y(scale, high), look)
    up = [f"{_x(view, i)},{_y(scale, high)}" for i, high in tops]
    down = [f"{_x(view, i)},{_y(scale, low)}" for i, low, _ in reversed(known)]
    return f'<polygon points="{" ".join(up + down)}" fill="{colour}" opacity="0.16"/>'
