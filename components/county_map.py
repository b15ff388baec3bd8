"""The county map, its key and the strip of dots under it (assets/countymap.js)."""

import json

from components import tags as html
from components import theme, words
from components.map_scale import BLANK, FEW, HIDDEN, class_of, class_words
from components.marks import axis
from components.scale import Scale, linear
from components.views import CountyMap, MapPlace

BINS = 90
SURFACE = 320_000


def county_map(view: CountyMap) -> html.Tag:
    """Map, caption that follows the pointer, key, strip; one highlight for all."""
    return html.Div(
        [
            html.P(words.MAP_HELP, className="unseen"),
            html.Div(
                className="map-canvas",
                style=_shape(view),
                **{"data-map": map_data(view)},
            ),
            html.P(words.MAP_START, className="map-caption", **{"aria-hidden": "true"}),
            _legend(view),
            strip(view),
        ],
        className="county-map",
    )


def _shape(view: CountyMap) -> dict[str, str]:
    """The place kept for the map; every state gets about the same surface."""
    wide, tall = (float(each) for each in view.view_box.split()[2:])
    most = f"{(SURFACE * wide / tall) ** 0.5:.0f}px"
    return {"aspectRatio": f"{wide:g} / {tall:g}", "maxWidth": most}


def map_data(view: CountyMap) -> str:
    """What the script draws, as JSON: outlines, classes, words, addresses."""
    places = [
        {
            "fips": each.fips,
            "name": each.name,
            "d": each.path,
            "class": class_of(each.quantity, view.limits),
            "says": theme.spoken(each.quantity, view.unit),
            "href": each.href,
            "at": each.label_at,
            "marked": each.marked,
        }
        for each in view.places
    ]
    whole = {"label": view.label, "viewBox": view.view_box, "places": places}
    return json.dumps(whole, separators=(",", ":"))


def _legend(view: CountyMap) -> html.Tag:
    steps = list(class_words(view.limits, view.unit))
    statuses = {class_of(each.quantity, view.limits) for each in view.places}
    others = (
        (HIDDEN, words.HIDDEN),
        (FEW, words.UNRELIABLE),
        (BLANK, words.NO_DATA),
    )
    steps += [(kind, said) for kind, said in others if kind in statuses]
    items = [
        html.Li([html.Span(className=f"swatch {kind}"), said]) for kind, said in steps
    ]
    marked = [each.name for each in view.places if each.marked]
    if marked:
        items.append(html.Li([html.Span(className="swatch swatch-marked"), *marked]))
    unit = html.Li(view.unit.name, className="legend-unit")
    return html.Ul(
        [unit, *items], className="legend", **{"aria-label": words.MAP_LEGEND}
    )


def strip(view: CountyMap) -> html.Tag:
    """A dot a county along one axis, piled where they meet; hidden ones are counted."""
    shown = [p for p in view.places if p.quantity.shown]
    values = [p.quantity.value for p in shown if p.quantity.value is not None]
    scale = linear(values, zero=False, about=6)
    placed = piled(shown, scale)
    tall = 1 + max((level for _, _, level in placed), default=0)
    dots = [_dot(place, at, level, view) for place, at, level in placed]
    if view.state is not None:
        dots.append(_state(view, scale))
    suffix = view.unit.suffix if view.unit.suffix.strip() == "%" else ""
    return html.Div(
        [
            html.Div(dots, className="strip-dots", style={"--levels": str(tall)}),
            axis(scale, decimals=view.unit.decimals, suffix=suffix, about=6),
        ],
        className="strip",
        role="img",
        **{"aria-label": strip_says(view)},
    )


def strip_says(view: CountyMap) -> str:
    """What the strip shows, for a listener: its ends, the state, what is not shown."""
    numbers = [each.quantity for each in view.places if each.quantity.shown]
    values = [each.value for each in numbers if each.value is not None]
    if not values:
        return words.STRIP_NONE
    missing = len(view.places) - len(values)
    state = ""
    if view.state is not None:
        state = f"; {view.state_label} {theme.amount(view.state, view.unit)}"
    # A unit that is not written after each number is said once.
    named = f" {view.unit.name}" if view.unit.name and not view.unit.suffix else ""
    return words.STRIP.format(
        low=theme.amount(min(values), view.unit),
        high=theme.amount(max(values), view.unit) + named,
        state=state,
        n=len(values),
        hidden=words.STRIP_NOT_SHOWN.format(n=missing) if missing else "",
    ).strip()


def piled(
    places: list[MapPlace], scale: Scale
) -> tuple[tuple[MapPlace, float, int], ...]:
    """Each place with where it stands along the strip and how high in its pile."""
    heights: dict[int, int] = {}
    found = []
    for place in sorted(places, key=lambda p: p.quantity.value or 0.0):
        bin_ = round(scale.at(place.quantity.value or 0.0) * BINS / 100)
        level = heights.get(bin_, 0)
        heights[bin_] = level + 1
        found.append((place, round(100 * bin_ / BINS, 2), level))
    return tuple(found)


def _dot(place: MapPlace, at: float, level: int, view: CountyMap) -> html.Tag:
    kind = class_of(place.quantity, view.limits)
    names = ["strip-dot", kind, *(["strip-marked"] if place.marked else [])]
    names += ["strip-hollow"] if place.quantity.hollow else []
    return html.Span(
        className=" ".join(names),
        style={"left": f"{at}%", "--level": str(level)},
        **{"data-fips": place.fips},
    )


def _state(view: CountyMap, scale: Scale) -> html.Tag:
    at = scale.at(view.state or 0.0)
    side = "to-left" if at > 60 else "to-right"
    label = html.Span(view.state_label, className=side)
    return html.Span(label, className="strip-state", style={"left": f"{at}%"})
