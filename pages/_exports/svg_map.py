"""The county map as a picture with its key."""

from components import theme, words
from components.map_scale import BLANK, FEW, HIDDEN, class_of, class_words
from components.views import CountyMap, MapPlace
from pages._exports import svg
from pages._exports.pptx_map import fill_of

KEY, LINE = 30.0, 30.0


def map_picture(view: CountyMap) -> str:
    """Counties by class, hidden ones hatched; the key stands below."""
    low_x, low_y, wide, tall = (float(each) for each in view.view_box.split())
    ordered = sorted(view.places, key=lambda place: place.marked)
    drawn = "".join(_county(each, view) for each in ordered)
    ground = f'<g transform="translate({-low_x:g},{-low_y:g})">{drawn}</g>'
    return svg.picture(ground + _key(view, tall + KEY), wide, tall + KEY + 2 * LINE)


def _county(place: MapPlace, view: CountyMap) -> str:
    kind = class_of(place.quantity, view.limits)
    fill = "url(#h)" if kind == HIDDEN else fill_of(kind)
    edge, width = (theme.INK, 3) if place.marked else (theme.FAINT, 0.8)
    return (
        f'<path d="{place.path}" fill="{fill}" stroke="{edge}" stroke-width="{width}"/>'
    )


def _key(view: CountyMap, top: float) -> str:
    kinds = [class_of(each.quantity, view.limits) for each in view.places]
    others = (
        (HIDDEN, words.HIDDEN), (FEW, words.UNRELIABLE), (BLANK, words.NO_DATA),
    )  # fmt: skip
    there = [each for each in others if each[0] in kinds]
    x, parts = 0.0, [svg.word(0, top, view.unit.name, fill=theme.MUTED)]
    for kind, text in (*class_words(view.limits, view.unit), *there):
        fill = "url(#h)" if kind == HIDDEN else fill_of(kind)
        parts.append(svg.rect(x, top + LINE - 9, 26, 18, fill, edge=theme.FAINT))
        parts.append(svg.word(x + 34, top + LINE, text))
        x += 60 + 8.2 * len(text)
    return "".join(parts)
