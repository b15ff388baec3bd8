"""What the signs of a trend mean, and its lines' names where there is no room."""

from components import tags as html
from components import theme, words
from components.marks import dot
from components.palettes import paint
from components.views import IMMATURE, Quantity, Trend


def line_key(view: Trend) -> html.Tag | None:
    """Marker and name of each line; the style sheet shows it in narrow places only."""
    if len(view.lines) < 2:
        return None
    items = []
    for line in view.lines:
        seen = theme.look(line.code)
        items.append(html.Li([dot(seen.colour, seen.marker, hollow=False), line.name]))
    return html.Ul(items, className="line-key", **{"aria-hidden": "true"})


def sign_key(view: Trend) -> html.Tag | None:
    """Only the signs that occur."""
    points = [point for line in view.lines for point in line.points]
    banded = [x.code for x in view.lines if any(p.final for p in x.points)]
    own = theme.look(banded[0]).colour if banded else theme.ACCENT
    band = html.Span(className="key-band", style={"--c": paint(own)})
    signs = [
        (any(p.final and p.lower is not None for p in points), band, words.KEY_RANGE),
        (
            _some(points, IMMATURE),
            html.Span(className="key-followed"),
            words.KEY_NOT_FINAL,
        ),
        (
            any(p.final and p.hollow for p in points),
            dot(own, "circle", hollow=True),
            words.KEY_HOLLOW,
        ),
        (
            any(p.status == "hidden" for p in points),
            html.Span(className="key-hatch"),
            words.KEY_HIDDEN,
        ),
    ]
    told = [html.Span([sign, said]) for occurs, sign, said in signs if occurs]
    return html.P(told, className="key") if told else None


def _some(points: list[Quantity], flag: str) -> bool:
    return any(point.has(flag) for point in points)
