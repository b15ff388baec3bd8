"""The page of a PPTX deck: its size, its placeholders, its typeface, and text on it."""

import re
from collections.abc import Iterable
from typing import Any

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from components import theme
from pages._exports.pptx_chart import colour

# A slide is 1,920 by 1,080 units large, as on the screen; all places are in units.
UNIT, WIDE, TALL = 6350, 1920, 1080
LEFT, WIDTH = 80, 1760
FONT = "Arial"
TITLE, BODY = (LEFT, 44, 1180, 56), (LEFT, 104, WIDTH, 130)
LAYOUT, TITLE_ONLY = 1, 5
Box = tuple[int, int, int, int]


def presentation() -> Any:
    """An empty deck of our size with our typeface and colours."""
    made = Presentation()
    made.slide_width, made.slide_height = Emu(WIDE * UNIT), Emu(TALL * UNIT)
    for layout in (made.slide_layouts[LAYOUT], made.slide_layouts[TITLE_ONLY]):
        for each in list(layout.placeholders):
            kind = each.placeholder_format.idx
            if kind in (0, 1):
                place(each, TITLE if kind == 0 else BODY)
            else:
                each._element.getparent().remove(each._element)
    _themed(made)
    return made


def _themed(made: Any) -> None:
    """Theme colours and fonts, so that what is added later looks like the rest."""
    colours = (theme.ACCENT, *(theme.LOOKS[c].colour for c in _GROUPS))
    for relation in made.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            text = part.blob.decode("utf-8")
            text = re.sub(r'(<a:latin typeface=")[^"]*', rf"\g<1>{FONT}", text)
            for number, each in enumerate(colours, start=1):
                kind = rf"(<a:accent{number}>)<a:srgbClr val=\"[^\"]*\"/>"
                value = rf'\g<1><a:srgbClr val="{each.lstrip("#").upper()}"/>'
                text = re.sub(kind, value, text)
            part._blob = text.encode("utf-8")


_GROUPS = ("black_nh", "hispanic", "aian_nh", "asian_nh", "two_plus_nh")


def emu(box: Box) -> tuple[int, int, int, int]:
    """A box of units in the program's own measure."""
    left, top, width, height = (Emu(each * UNIT) for each in box)
    return left, top, width, height


def place(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = emu(box)


def described(shape: Any, alt: str, name: str) -> None:
    """Words for who cannot see a drawing, on a shape, group or graphic frame."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("descr", alt)
    properties.set("name", name)


def write(
    frame: Any,
    paragraphs: Iterable[str | tuple[str, str]],
    *,
    size: float,
    hexed: str = theme.INK,
    bold: bool = False,
    space: float = 0,
) -> None:
    """Paragraphs into a text frame; a pair is a bold head with what is said of it."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for at, each in enumerate(paragraphs):
        line = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        line.space_after = Pt(space)
        parts = [("", each)] if isinstance(each, str) else [each]
        for head, text in parts:
            if head:
                _run(line, f"{head}  ", size, hexed, bold=True)
            _run(line, text, size, hexed, bold=bold)


def _run(line: Any, text: str, size: float, hexed: str, *, bold: bool) -> None:
    run = line.add_run()
    run.text = text
    run.font.size = Pt(size)
    run.font.bold = bold
    run.font.color.rgb = colour(hexed)
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_US


def text_box(
    slide: Any,
    box: Box,
    paragraphs: Iterable[str | tuple[str, str]],
    *,
    name: str,
    size: float = 12,
    hexed: str = theme.MUTED,
    right: bool = False,
    bottom: bool = False,
    space: float = 0,
) -> Any:
    """A box of text at a place."""
    shape = slide.shapes.add_textbox(*emu(box))
    shape.name = name
    frame = shape.text_frame
    write(frame, paragraphs, size=size, hexed=hexed, space=space)
    if bottom:
        frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    for line in frame.paragraphs if right else ():
        line.alignment = PP_ALIGN.RIGHT
    return shape
