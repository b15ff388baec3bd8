"""Small pieces of SVG from which the pictures of a hand-out are put together."""

from html import escape

from components import theme

FONT = '"Public Sans Variable", "Public Sans", Arial, sans-serif'
SIZE = 15
HATCH = (
    '<defs><pattern id="h" width="8" height="8" patternUnits="userSpaceOnUse" '
    f'patternTransform="rotate(45)"><path d="M0 0V8" stroke="{theme.FAINT}" '
    'stroke-width="2"/></pattern></defs>'
)


def picture(inside: str, wide: float, tall: float) -> str:
    """A whole picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {tall:g}" '
        f'width="{wide:g}" height="{tall:g}" '
        f"font-family='{FONT}' font-size=\"{SIZE}\">{HATCH}{inside}</svg>"
    )


def word(
    x: float,
    y: float,
    text: str,
    *,
    anchor: str = "start",
    fill: str = theme.INK,
    bold: bool = False,
    size: float = SIZE,
) -> str:
    """One line of text; `y` is the middle of the line."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y + size * 0.35:.1f}" text-anchor="{anchor}" '
        f'fill="{fill}" font-size="{size:g}"{weight}>{escape(text)}</text>'
    )


def line(
    x0: float, y0: float, x1: float, y1: float, colour: str, width: float = 1.0,
    *, dash: str = "", opacity: float = 1.0,
) -> str:  # fmt: skip
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    faint = f' stroke-opacity="{opacity:g}"' if opacity < 1 else ""
    return (
        f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" '
        f'stroke="{colour}" stroke-width="{width:g}"{dashed}{faint}/>'
    )


def rect(
    x: float, y: float, wide: float, tall: float, fill: str, *, edge: str = "",
    opacity: float = 1.0,
) -> str:  # fmt: skip
    """A box."""
    stroke = f' stroke="{edge}"' if edge else ""
    faint = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(wide, 0):.1f}" '
        f'height="{tall:.1f}" fill="{fill}"{stroke}{faint}/>'
    )


def dot(x: float, y: float, look: theme.Look, *, hollow: bool, r: float = 6.5) -> str:
    """A mark with the group's shape; hollow where few children stand behind it."""
    fill = theme.PAPER if hollow else look.colour
    paint = f'fill="{fill}" stroke="{look.colour}" stroke-width="2"'
    corners = dict(CORNERS).get(look.marker)
    if corners is None:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:g}" {paint}/>'
    at = " ".join(f"{x + dx * r:.1f},{y + dy * r:.1f}" for dx, dy in corners)
    return f'<polygon points="{at}" {paint}/>'


CORNERS = (
    ("square", ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))),
    ("diamond", ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0))),
    ("triangle-up", ((0, -1.1), (1.1, 0.9), (-1.1, 0.9))),
    ("triangle-down", ((-1.1, -0.9), (1.1, -0.9), (0, 1.1))),
    ("hexagon", ((-0.6, -1), (0.6, -1), (1.1, 0), (0.6, 1), (-0.6, 1), (-1.1, 0))),
    (
        "cross",
        (
            (-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35),
            (0.35, 1), (-0.35, 1), (-0.35, 0.35), (-1, 0.35), (-1, -0.35),
            (-0.35, -0.35),
        ),
    ),
)  # fmt: skip
