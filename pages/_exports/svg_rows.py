"""Rows of dots, and what each decision multiplies, as pictures with their words."""

from textwrap import wrap

from components import theme, words
from components.dots import dots_scale
from components.scale import Scale, ticks
from components.views import RATIO, Dots, Factor, Quantity, Unit, Waterfall
from components.waterfall import waterfall_scale
from pages._exports import svg
from pages._exports.native import told

WIDE, NAMES, NUMBERS = 880.0, 300.0, 210.0
PLOT, RIGHT = NAMES + 20, WIDE - NUMBERS - 20
HEAD, ROW, FOOT = 34.0, 50.0, 54.0
NAME_LENGTH = 40


def dots_picture(view: Dots) -> str:
    """A row a group: its dot, its interval, its number."""
    scale = dots_scale(view)
    tall = HEAD + ROW * len(view.rows) + FOOT
    parts = _ground(scale, tall, view.unit, log=view.ratio)
    if view.reference is not None:
        parts += _reference(scale, view.reference, view.reference_label, tall)
    for at, row in enumerate(view.rows):
        look = theme.look(row.code, reference=row.reference)
        middle = HEAD + ROW * (at + 0.5)
        parts += _names(row.label, row.note, middle)
        parts.append(_value(row.quantity, view.unit, middle))
        parts += _point(row.quantity, scale, look, middle)
    return svg.picture(
        "".join([*parts, *_ends(view.less, view.more, tall)]), WIDE, tall
    )


def waterfall_picture(view: Waterfall) -> str:
    """A bar a decision, from the product before it to the product with it."""
    scale = waterfall_scale(view)
    look = theme.look(view.code)
    count = len(view.factors) + (view.end is not None)
    tall = HEAD + ROW * count + FOOT
    parts = _ground(scale, tall, RATIO, log=True)
    parts += _reference(scale, 1.0, view.one_label, tall)
    before = 1.0
    for at, each in enumerate(view.factors):
        start = before if each.start is None else each.start
        parts += _factor(each, start, scale, look, HEAD + ROW * (at + 0.5))
        before = each.total.value or before
    if view.end is not None:
        middle = HEAD + ROW * (count - 0.5)
        parts += _names(view.end_label, "", middle)
        parts.append(_value(view.end, RATIO, middle))
        parts += _point(view.end, scale, look, middle)
    return svg.picture(
        "".join([*parts, *_ends(view.less, view.more, tall)]), WIDE, tall
    )


def across(scale: Scale, value: float) -> float:
    return PLOT + (RIGHT - PLOT) * scale.at(value) / 100


def _ground(scale: Scale, tall: float, unit: Unit, *, log: bool) -> list[str]:
    """Light lines with their numbers."""
    marks = ticks(scale, about=5)
    whole = all(abs(each - round(each)) < 1e-9 for each in marks)
    suffix = unit.suffix if unit.suffix.strip() == "%" and not log else ""
    found = []
    for each in marks:
        x, y = across(scale, each), tall - FOOT
        text = f"{each:g}" if log else theme.number(each, decimals=0 if whole else 1)
        found.append(svg.line(x, HEAD, x, y, theme.RULE))
        found.append(
            svg.word(x, y + 14, text + suffix, anchor="middle", fill=theme.MUTED)
        )
    return found


def _reference(scale: Scale, value: float, label: str, tall: float) -> list[str]:
    x = across(scale, value)
    return [
        svg.line(x, HEAD - 12, x, tall - FOOT, theme.REFERENCE, 1.5),
        svg.word(x, 12, label, anchor="middle", fill=theme.REFERENCE, bold=True),
    ]


def _names(label: str, note: str, middle: float) -> list[str]:
    lines = wrap(label, NAME_LENGTH)[:2]
    said = [(each, theme.INK) for each in lines] + [(note, theme.MUTED)] * bool(note)
    top = middle - 8.5 * (len(said) - 1)
    return [
        svg.line(0, middle - ROW / 2, WIDE, middle - ROW / 2, theme.RULE),
        *(
            svg.word(0, top + 17 * at, text, fill=fill, size=14)
            for at, (text, fill) in enumerate(said)
        ),
    ]


def _value(quantity: Quantity, unit: Unit, middle: float) -> str:
    text = told(quantity, unit)
    return svg.word(WIDE, middle, text, anchor="end", size=13 if len(text) > 30 else 15)


def _point(
    quantity: Quantity, scale: Scale, look: theme.Look, middle: float
) -> list[str]:
    if not quantity.shown or quantity.value is None:
        return _untold(quantity, middle)
    parts = _reach(quantity, scale, middle, look.colour, 5, opacity=0.4)
    at = across(scale, quantity.value)
    return [*parts, svg.dot(at, middle, look, hollow=quantity.hollow)]


def _reach(
    quantity: Quantity, scale: Scale, middle: float, colour: str, width: float,
    *, opacity: float = 1.0, times: float = 1.0,
) -> list[str]:  # fmt: skip
    if quantity.lower is None:
        return []
    upper = scale.high if quantity.upper is None else quantity.upper * times
    ends = across(scale, quantity.lower * times), across(scale, upper)
    return [svg.line(ends[0], middle, ends[1], middle, colour, width, opacity=opacity)]


def _untold(quantity: Quantity, middle: float) -> list[str]:
    """The reason, on hatching where the figure is hidden."""
    hidden = quantity.status == "hidden"
    reason = theme.reason(quantity)
    fill = "url(#h)" if hidden else theme.WASH
    centre = (PLOT + RIGHT) / 2
    return [
        svg.rect(PLOT, middle - 14, RIGHT - PLOT, 28, fill),
        svg.rect(centre - 70, middle - 11, 140, 22, theme.PAPER),
        svg.word(centre, middle, reason, anchor="middle", fill=theme.MUTED),
    ]


def _factor(
    each: Factor, start: float, scale: Scale, look: theme.Look, middle: float
) -> list[str]:
    note = each.word.word if each.word else each.note
    parts = _names(each.label, note, middle)
    if each.total.value is None or each.ratio.value is None:
        untold = each.ratio if each.ratio.value is None else each.total
        return [*parts, *_untold(untold, middle), _value(each.ratio, RATIO, middle)]
    so_far = f"{words.SO_FAR} {theme.number(each.total.value, decimals=2)}"
    ends = sorted((across(scale, start), across(scale, each.total.value)))
    chance = each.weight == "chance"
    fill = theme.PAPER if chance else look.colour
    parts.append(
        svg.rect(
            ends[0], middle - 10, max(2, ends[1] - ends[0]), 20, fill,
            edge=theme.REFERENCE if chance else look.colour,
            opacity=0.72 if each.weight == "wider" else 0.35,
        )
    )  # fmt: skip
    parts += _reach(each.ratio, scale, middle, theme.INK, 1.5, times=start)
    factor = f"{words.TIMES}\u2009{told(each.ratio, RATIO)}"
    return [
        *parts,
        svg.word(WIDE, middle - 9, factor, anchor="end", size=14),
        svg.word(WIDE, middle + 10, so_far, anchor="end", fill=theme.MUTED, size=13),
    ]


def _ends(less: str, more: str, tall: float) -> list[str]:
    """The words at the two ends of an axis."""
    if not (less or more):
        return []
    return [
        svg.line(0, tall - FOOT, WIDE, tall - FOOT, theme.FAINT),
        svg.word(PLOT, tall - 14, f"\u2190 {less}", fill=theme.MUTED, size=14),
        svg.word(
            RIGHT, tall - 14, f"{more} \u2192", anchor="end", fill=theme.MUTED, size=14
        ),
    ]
