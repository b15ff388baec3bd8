"""The county map as shapes that can be moved and coloured, a shape a county."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.util import Pt

from components import theme, words
from components.map_scale import BLANK, FEW, HIDDEN, class_of, class_words
from components.views import CountyMap, MapPlace
from pages._exports.pptx_chart import colour
from pages._exports.pptx_page import UNIT, Box, described, emu, text_box
from pages._words import exports as said

NUMBER = re.compile(r"-?[\d.]+")
PLAIN = ((HIDDEN, theme.PAPER), (FEW, theme.WASH), (BLANK, theme.PAPER))
Ring = tuple[tuple[float, float], ...]
KEY_WIDTH, KEY_LINE = 420, 44


def fill_of(kind: str) -> str:
    """The colour of a class; hidden, few and blank have none of their own."""
    if kind.startswith("step-"):
        return theme.STEPS[int(kind[-1])]
    return dict(PLAIN)[kind]


def add_map(slide: Any, view: CountyMap, box: Box, alt: str) -> None:
    """A group of counties at the left, the key at the right."""
    left, top, width, height = box
    low_x, low_y, wide, tall = (float(each) for each in view.view_box.split())
    scale = min((width - KEY_WIDTH - 40) / wide, height / tall)
    group = slide.shapes.add_group_shape()
    for place in view.places:
        _county(group, place, view, (left - low_x * scale, top - low_y * scale), scale)
    described(group, alt, said.MAP_NAME)
    _key(slide, view, (left + width - KEY_WIDTH, top, KEY_WIDTH, height))


def rings(path: str) -> Iterator[Ring]:
    """The closed rings of an outline of M (to a place), l (by a step) and z (close)."""
    for part in path.split("M")[1:]:
        numbers = [float(each) for each in NUMBER.findall(part)]
        steps = zip(numbers[::2], numbers[1::2], strict=True)
        xs, ys = zip(*steps, strict=True)
        yield tuple(zip(accumulate(xs), accumulate(ys), strict=True))


def _county(
    group: Any,
    place: MapPlace,
    view: CountyMap,
    origin: tuple[float, float],
    scale: float,
) -> None:
    first, *rest = rings(place.path)
    builder = group.shapes.build_freeform(*first[0], scale=scale * UNIT)
    builder.add_line_segments(first[1:], close=True)
    for ring in rest:
        builder.move_to(*ring[0])
        builder.add_line_segments(ring[1:], close=True)
    shape = builder.convert_to_shape(int(origin[0] * UNIT), int(origin[1] * UNIT))
    _look(shape, class_of(place.quantity, view.limits), marked=place.marked)
    told = f"{place.name}: {theme.spoken(place.quantity, view.unit)}"
    described(shape, told, place.name)


def _look(shape: Any, kind: str, *, marked: bool) -> None:
    """Hidden counties are hatched: never the colour of a low figure."""
    if kind == HIDDEN:
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        shape.fill.fore_color.rgb = colour(theme.FAINT)
        shape.fill.back_color.rgb = colour(theme.PAPER)
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(fill_of(kind))
    shape.line.color.rgb = colour(theme.INK if marked else theme.FAINT)
    shape.line.width = Pt(2.25 if marked else 0.5)
    # The theme's own style would throw a shadow behind every county.
    for style in shape._element.xpath("./p:style"):
        shape._element.remove(style)


def _key(slide: Any, view: CountyMap, box: Box) -> None:
    left, top, width, _ = box
    kinds = [class_of(each.quantity, view.limits) for each in view.places]
    others = (
        (HIDDEN, words.HIDDEN), (FEW, words.UNRELIABLE), (BLANK, words.NO_DATA),
    )  # fmt: skip
    there = [each for each in others if each[0] in kinds]
    text_box(slide, (left, top, width, 40), [view.unit.name], name="Key")
    for at, (kind, text) in enumerate((*class_words(view.limits, view.unit), *there)):
        y = top + KEY_LINE * (at + 1)
        swatch = slide.shapes.add_shape(1, *emu((left, y, 40, 28)))
        _look(swatch, kind, marked=False)
        described(swatch, "", f"Key {at + 1}")
        text_box(slide, (left + 56, y, width - 56, 32), [text], name=f"Key {at + 1}")
