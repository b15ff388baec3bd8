"""The look in one place: colours, group order and markers, formats, the one graph."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from dash import dcc

from components import tags as html
from components import words
from components.palettes import LIGHT
from components.views import Quantity, Unit

FONT = '"Public Sans Variable", "Public Sans", system-ui, "Segoe UI", Arial, sans-serif'

PAPER, INK, MUTED = LIGHT["paper"], LIGHT["ink"], LIGHT["muted"]
RULE, WASH, ACCENT = LIGHT["rule"], LIGHT["wash"], LIGHT["accent"]
BETTER, SIMILAR, WORSE = LIGHT["better"], LIGHT["similar"], LIGHT["worse"]
REFERENCE, FAINT, SPREAD = LIGHT["reference"], LIGHT["faint"], LIGHT["spread"]

# Five steps of one hue for maps, from low to high.
STEPS = tuple(LIGHT[f"step-{i}"] for i in range(5))


class Look(NamedTuple):
    """How one group is drawn, everywhere: colour, marker, dash of its line."""

    colour: str
    marker: str
    dash: str
    text: str = ""

    @property
    def written(self) -> str:
        """The colour for words: a darker shade where the mark is too light to read."""
        return self.text or self.colour


# Order here is the order of drawing. The six colours keep a contrast of 3.2 on white
# and stay apart under every common form of colour blindness.
LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "own": Look(ACCENT, "circle", "solid"),
        "other": Look(SIMILAR, "circle", "solid"),
        "all": Look(REFERENCE, "circle", "solid"),
        "white_nh": Look(REFERENCE, "circle", "solid"),
        "black_nh": Look(LIGHT["navy"], "square", "solid"),
        "hispanic": Look(LIGHT["ochre"], "diamond", "solid", LIGHT["ochre-text"]),
        "aian_nh": Look(LIGHT["brick"], "triangle-up", "solid"),
        "asian_nh": Look(LIGHT["teal"], "triangle-down", "dash", LIGHT["teal-text"]),
        "nhpi_nh": Look(LIGHT["violet"], "cross", "dash", LIGHT["violet-text"]),
        "two_plus_nh": Look(LIGHT["plum"], "hexagon", "dash"),
        "age_1": Look(LIGHT["teal"], "square", "solid", LIGHT["teal-text"]),
        "age_2": Look(LIGHT["violet"], "circle", "solid", LIGHT["violet-text"]),
        "age_3": Look(LIGHT["navy"], "diamond", "solid"),
        "age_4": Look(LIGHT["plum"], "triangle-up", "solid"),
        "girls": Look(LIGHT["plum"], "square", "solid"),
        "boys": Look(LIGHT["teal"], "circle", "solid", LIGHT["teal-text"]),
        "unknown": Look(FAINT, "circle", "dot", MUTED),
    }
)

# Groups of the other race scheme look like those whose place they take.
ALIKE: Mapping[str, str] = MappingProxyType(
    {
        "black_folded": "black_nh",
        "aian_folded": "aian_nh",
        "two_plus_others": "two_plus_nh",
    }
)


def look(code: str, *, reference: bool = False) -> Look:
    """How a group is drawn; the reference group is always dark grey."""
    found = LOOKS.get(ALIKE.get(code, code), LOOKS["other"])
    return found._replace(colour=REFERENCE, text="") if reference else found


def in_order(code: str) -> int:
    """The rank of a group, for sorting."""
    code = ALIKE.get(code, code)
    return list(LOOKS).index(code) if code in LOOKS else len(LOOKS)


# ---- numbers -----------------------------------------------------------------


def number(value: float, *, decimals: int = 1) -> str:
    """A bare number: thousands separated, no decimals above 10,000, a true minus."""
    places = 0 if abs(value) >= 10_000 else decimals
    if decimals and 0 < abs(value) < 0.5 * 10**-decimals:
        places = decimals + 1
    return f"{value:,.{places}f}".replace("-", "\u2212")


def amount(value: float, unit: Unit) -> str:
    """A number with what follows it: 27.7 %, 3.4 per 1,000."""
    return number(value, decimals=unit.decimals) + unit.suffix


def interval(quantity: Quantity, unit: Unit) -> str:
    """The interval without its unit, as "26.4 to 29.0", or nothing."""
    if not quantity.shown or quantity.lower is None:
        return ""
    low = number(quantity.lower, decimals=unit.decimals)
    if quantity.upper is None:
        return low + words.OR_MORE
    return low + words.UNTIL + number(quantity.upper, decimals=unit.decimals)


def reason(quantity: Quantity) -> str:
    """Why a quantity is not shown, in a word or two."""
    return {
        "hidden": words.HIDDEN,
        "no data": words.NO_DATA,
        "not estimable": words.NOT_ESTIMABLE,
        "unreliable": words.UNRELIABLE,
        "reference": words.REFERENCE,
    }[quantity.status]


def spoken(quantity: Quantity, unit: Unit) -> str:
    """A quantity in one run of text: value and interval, or the reason."""
    if not quantity.shown or quantity.value is None:
        return reason(quantity)
    text, between = amount(quantity.value, unit), interval(quantity, unit)
    return f"{text} ({between})" if between else text


def counted(quantity: Quantity) -> str:
    """What the number stands on: "139 of 502", or the denominator alone, or a dash."""
    if quantity.denominator is None:
        return "\u2013"
    below = number(quantity.denominator, decimals=0)
    if quantity.numerator is None:
        return below
    above = number(quantity.numerator, decimals=0)
    return words.COUNTED.format(numerator=above, denominator=below)


# ---- figures -----------------------------------------------------------------


def tint(colour: str, opacity: float) -> str:
    """A hex colour as rgba, for bands."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def layout(*, height: int, **more: Any) -> dict[str, Any]:
    """The slim layout on which every figure stands (no plotly template is sent)."""
    text = {"family": FONT, "size": 13, "color": MUTED}
    base: dict[str, Any] = {
        "height": height,
        "autosize": True,
        "font": text,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 44, "r": 16, "t": 12, "b": 32, "pad": 0},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": INK,
            "font": text | {"color": INK},
            "align": "left",
        },
    }
    return base | more


def graph(
    figure: Mapping[str, Any], *, title: str, summary: str, height: int, name: str = ""
) -> html.Tag:
    """The only way to a plotly drawing: one named image, no buttons, no outside.

    A listener hears the summary, which is the finding, and then the title; `height`
    is kept free while the drawing loads; `name` is an optional id.
    """
    options = {
        "displayModeBar": False,
        "showSendToCloud": False,
        "displaylogo": False,
        "responsive": True,
        "scrollZoom": False,
        "doubleClick": False,
    }
    identity = {"id": name} if name else {}
    drawing = dcc.Graph(
        figure=dict(figure), config=options, style={"height": f"{height}px"}, **identity
    )
    return html.Div(
        html.Div(drawing, **{"aria-hidden": "true"}),
        role="img",
        className="plot",
        style={"minHeight": f"{height}px"},
        **{"aria-label": f"{summary} {title}".strip()},
    )
