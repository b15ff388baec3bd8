"""The small drawn parts shared by the row charts: dots, whiskers, lines, axes."""

from typing import Any

from components import tags as html
from components import theme
from components.palettes import paint
from components.scale import Scale, ticks
from components.views import Quantity


def part(kind: str, **style: Any) -> html.Tag:
    """A drawn thing: a class for its shape, a style for its place."""
    return html.Span(className=kind, style=style)


def dot(
    colour: str, marker: str, *, hollow: bool, left: float | None = None
) -> html.Tag:
    """A marker; without `left` it stands in the run of text, as a key."""
    style = {"--c": paint(colour)} | ({} if left is None else {"left": f"{left}%"})
    names = ["sign", f"sign-{marker}"]
    names += ["sign-hollow"] if hollow else []
    names += ["sign-key"] if left is None else []
    return html.Span(className=" ".join(names), style=style)


def whisker(quantity: Quantity, scale: Scale, colour: str) -> html.Tag | None:
    """The interval, cut at the ends of the axis."""
    if quantity.lower is None:
        return None
    ends = (
        scale.at(quantity.lower),
        scale.at(scale.high if quantity.upper is None else quantity.upper),
    )
    left, right = min(ends), max(ends)
    return part(
        "whisker",
        **{"left": f"{left}%", "width": f"{right - left:.2f}%", "--c": paint(colour)},
    )


def upright(at: float, kind: str) -> html.Tag:
    """A vertical line over the whole height of a row."""
    return part(f"upright {kind}", left=f"{at}%")


def hatch(quantity: Quantity) -> html.Tag:
    """What stands where a number is not shown: the reason, hatched if hidden."""
    kind = "hatch" if quantity.status == "hidden" else "untold"
    return html.Span(html.Span(theme.reason(quantity)), className=kind)


def axis(
    scale: Scale, *, decimals: int = 0, suffix: str = "", about: int = 4
) -> html.Tag:
    """The numbers along a row chart."""
    marks = ticks(scale, about=about)
    whole = all(abs(each - round(each)) < 1e-9 for each in marks)
    places = 0 if whole else max(1, decimals)
    return html.Div(
        [
            html.Span(
                (f"{each:g}" if scale.log else theme.number(each, decimals=places))
                + suffix,
                style={"left": f"{scale.at(each)}%"},
            )
            for each in marks
        ],
        className="axis",
        **{"aria-hidden": "true"},
    )


def grid(scale: Scale, *, about: int = 4) -> list[html.Tag]:
    """Light lines under a row at the axis numbers."""
    return [
        upright(scale.at(each), "upright-grid") for each in ticks(scale, about=about)
    ]
