"""The funnel: places by size and ratio, between the limits of chance.

The limits are a picture that stretches with the page; the places are links that stand
on it, one tab stop for all (assets/funnel.js moves between them with the arrow keys).
"""

from math import log
from typing import Any

from components import tags as html
from components import theme, words
from components.funnel_names import named_sides
from components.scale import Scale
from components.spark import picture
from components.views import Funnel, FunnelPlace

WIDE, TALL = 900, 460
MARKS = (0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0)
ROOM = 1.12
NEAR = 9.0
SIDES = (
    ("within", "funnel-within"), ("warn", "funnel-warn"), ("alarm", "funnel-alarm"),
)  # fmt: skip


def funnel(view: Funnel) -> html.Tag:
    """The plot, the caption that follows the pointer, what the signs mean."""
    up, along = funnel_scales(view)
    field = html.Div(
        [
            html.Img(
                src=picture(_limits(view, up, along), WIDE, TALL, stretch=True),
                alt="",
                className="funnel-limits",
            ),
            *_levels(view, up),
            html.Ul(_places(view, up, along), **{"aria-label": view.label}),
        ],
        className="funnel-field",
    )
    return html.Div(
        [
            html.P(words.FUNNEL_HELP, className="unseen"),
            html.Div([_ticks(up), field], className="funnel-plot"),
            _foot(view),
            html.P(
                words.FUNNEL_START,
                className="funnel-caption",
                **{"aria-hidden": "true"},
            ),
            _key(view),
        ],
        className="funnel",
    )


def funnel_scales(view: Funnel) -> tuple[Scale, Scale]:
    """The axis of ratios, with 1 and the centre on it, and that of information."""
    ratios = [each.ratio for each in view.places] + [1.0, view.centre]
    low, high = min(*ratios, view.centre / 1.5), max(*ratios, view.centre * 1.5)
    up = Scale(low=max(low / ROOM, 0.02), high=min(high * ROOM, 50.0), log=True)
    ends = [each.at for each in view.limits] or [1.0, 10.0]
    return up, Scale(low=min(ends), high=max(ends), log=True)


def _limits(view: Funnel, up: Scale, along: Scale) -> str:
    """The space of chance, light between the inner limits, and the outer lines."""
    xs = [along.at(each.at) * WIDE / 100 for each in view.limits]

    def line(name: str) -> list[str]:
        ys = [_down(getattr(each, name), up) for each in view.limits]
        return [f"{x:.0f},{y:.1f}" for x, y in zip(xs, ys, strict=True)]

    band = " ".join([*line("inner_upper"), *reversed(line("inner_lower"))])
    outer = " ".join([*line("outer_upper"), *reversed(line("outer_lower"))])
    parts = [
        f'<polygon points="{outer}" fill="{theme.WASH}"/>',
        f'<polygon points="{band}" fill="{theme.SPREAD}"/>',
    ]
    for name in ("outer_upper", "outer_lower"):
        parts.append(
            f'<polyline points="{" ".join(line(name))}" fill="none" '
            f'stroke="{theme.FAINT}" stroke-width="1.2" stroke-dasharray="5 4" '
            'vector-effect="non-scaling-stroke"/>'
        )
    return "".join(parts)


def _down(value: float, up: Scale) -> float:
    """How far down a ratio lies; what is beyond the ends is cut off by the picture."""
    share = log(max(value, 1e-9) / up.low) / log(up.high / up.low)
    return TALL * (1 - share)


def _levels(view: Funnel, up: Scale) -> list[html.Tag]:
    """The line of the centre and the line at 1, their names beside the plot.

    Where the lines are near each other the names go to the far sides.
    """
    over = view.centre >= 1
    near = abs(up.at(view.centre) - up.at(1.0)) < NEAR
    centre = (view.centre, view.centre_label, "funnel-centre", over)
    equal = (1.0, words.FUNNEL_EQUAL, "funnel-equal", not over)
    return [
        html.Div(
            html.Span(label, className=_beside(above) if near else "level"),
            className=f"funnel-level {kind}",
            style={"bottom": f"{up.at(value)}%"},
            **{"aria-hidden": "true"},
        )
        for value, label, kind, above in (centre, equal)
    ]


def _beside(above: bool) -> str:
    return "above" if above else "below"


def _places(view: Funnel, up: Scale, along: Scale) -> list[html.Tag]:
    spots = [(along.at(p.at), up.at(p.ratio)) for p in view.places]
    sides = named_sides(view.places, spots)
    # From few to many children, which is the order of the arrow keys.
    order = sorted(range(len(spots)), key=lambda i: spots[i])
    first = next((i for i in order if view.places[i].marked), order[0] if order else 0)
    return [
        html.Li(_place(view.places[i], spots[i], sides[i], first=i == first))
        for i in order
    ]


def _place(
    place: FunnelPlace, spot: tuple[float, float], side: str, *, first: bool
) -> html.Tag:
    kinds = ["funnel-place", dict(SIDES)[place.side]]
    kinds += ["funnel-own"] if place.marked else []
    inside: list[Any] = [html.Span(className="funnel-dot")]
    if side:
        inside.append(html.Span(place.name, className=f"funnel-name {side}"))
    return html.A(
        inside,
        href=place.href,
        className=" ".join(kinds),
        style={"left": f"{spot[0]}%", "bottom": f"{spot[1]}%"},
        tabIndex="0" if first else "-1",
        **{"aria-label": f"{place.name}: {place.says}", "data-nav": "in"},
    )


def _ticks(up: Scale) -> html.Tag:
    shown = [each for each in MARKS if up.holds(each)]
    spans = [
        html.Span(f"{each:g}", style={"bottom": f"{up.at(each)}%"}) for each in shown
    ]
    return html.Div(spans, className="funnel-ticks", **{"aria-hidden": "true"})


def _foot(view: Funnel) -> html.Tag:
    ends = [html.Span(f"\u2190 {view.few}"), html.Span(f"{view.many} \u2192")]
    return html.Div(
        [html.Div(ends, className="axis-ends"), html.P(view.axis, className="note")],
        className="funnel-foot",
    )


def _key(view: Funnel) -> html.Tag:
    """What the signs mean, only those that occur; the lines always."""
    there = {each.side for each in view.places}
    texts = zip(SIDES, words.FUNNEL_SIDES, strict=True)
    signs = [
        (f"funnel-key {kind}", said) for (side, kind), said in texts if side in there
    ]
    if any(each.marked for each in view.places):
        signs.append(("funnel-key funnel-own", words.FUNNEL_OWN))
    items = [
        html.Span([html.Span(html.Span(className="funnel-dot"), className=kind), said])
        for kind, said in signs
    ]
    lines = (
        ("key-funnel-band", words.FUNNEL_INNER), ("key-funnel-limit",
         words.FUNNEL_OUTER), ("key-funnel-centre", view.centre_label),
        ("key-funnel-equal", words.FUNNEL_EQUAL),
    )  # fmt: skip
    items += [html.Span([html.Span(className=kind), said]) for kind, said in lines]
    return html.P(items, className="key")
