"""Small lines drawn as pictures: no script, no text inside, words in the alt text."""

from urllib.parse import quote

from components import tags as html
from components import theme
from components.views import Spark

WIDE, TALL, EDGE = 120, 32, 4


def spark(view: Spark, *, code: str = "own") -> html.Tag:
    """A line 120 px wide: its last value a dot, the target a dashed line."""
    colour = theme.look(code).colour
    shown = [v for v in view.values if v is not None]
    level = [] if view.target is None else [view.target]
    low, high = min(shown + level, default=0), max(shown + level, default=1)
    spread = (high - low) or 1
    wide = (WIDE - 2 * EDGE) / max(1, len(view.values) - 1)

    def at(i: int, value: float) -> tuple[float, float]:
        up = (TALL - 2 * EDGE) * (value - low) / spread
        return round(EDGE + i * wide, 1), round(TALL - EDGE - up, 1)

    parts = [_level(at(0, each)[1]) for each in level]
    parts += [_stroke([at(i, v) for i, v in run], colour) for run in runs(view.values)]
    if shown:
        end = max(i for i, v in enumerate(view.values) if v is not None)
        x, y = at(end, shown[-1])
        parts.append(f'<circle cx="{x}" cy="{y}" r="3.2" fill="{colour}"/>')
    return html.Img(
        src=picture("".join(parts), WIDE, TALL),
        alt=view.summary,
        width=str(WIDE),
        height=str(TALL),
        className="spark",
    )


def runs(values: tuple[float | None, ...]) -> list[list[tuple[int, float]]]:
    """Stretches without a hole; a window that is not shown stays a hole."""
    found: list[list[tuple[int, float]]] = [[]]
    for i, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append((i, value))
    return [run for run in found if run]


def picture(inside: str, wide: int, tall: int, *, stretch: bool = False) -> str:
    """An SVG as an address."""
    how = ' preserveAspectRatio="none"' if stretch else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" '
        f'width="{wide}" height="{tall}"{how}>{inside}</svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe="/:=' ")


def _stroke(points: list[tuple[float, float]], colour: str) -> str:
    if len(points) == 1:
        x, y = points[0]
        return f'<circle cx="{x}" cy="{y}" r="1.6" fill="{colour}"/>'
    path = " ".join(f"{x},{y}" for x, y in points)
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.8" '
        'stroke-linejoin="round" vector-effect="non-scaling-stroke"/>'
    )


def _level(y: float) -> str:
    return (
        f'<line x1="0" x2="{WIDE}" y1="{y}" y2="{y}" stroke="{theme.FAINT}" '
        'stroke-width="1" stroke-dasharray="3 3"/>'
    )
