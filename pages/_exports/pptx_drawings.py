"""What stands on a slide of a PPTX deck: chart, map, table or list."""

from typing import Any

from pptx.util import Emu, Pt

from components import theme
from components.views import CountyMap, Dots, Points, Slide, Table, Trend, Waterfall
from pages._exports.deck_text import cells, heads
from pages._exports.native import native
from pages._exports.pptx_chart import add_chart, colour
from pages._exports.pptx_map import add_map
from pages._exports.pptx_page import UNIT, Box, described, emu, text_box, write
from pages._words import exports as words

LIST, COVER, TABLE_SIZE = 16, 18, 13


def add_drawing(slide: Any, view: Slide, box: Box) -> None:
    """The slide's drawing in the box."""
    drawn = view.drawing
    if isinstance(drawn, Trend | Dots | Waterfall):
        frame = add_chart(slide.shapes, native(drawn), emu(box))
        described(frame, view.alt, words.CHART_NAME.format(title=view.title))
    elif isinstance(drawn, CountyMap):
        add_map(slide, drawn, box, view.alt)
    elif isinstance(drawn, Table):
        _table(slide, drawn, box)
    elif isinstance(drawn, Points):
        _points(slide, drawn, box, cover=view.kind == "cover")


def _points(slide: Any, view: Points, box: Box, *, cover: bool) -> None:
    said = [
        (f"{at}." if view.numbered else each.head, f"{each.text} {each.note}".strip())
        for at, each in enumerate(view.items, start=1)
    ]
    text_box(
        slide, box, said, name=words.LIST_NAME, size=COVER if cover else LIST,
        hexed=theme.INK, space=14 if view.numbered or cover else 9,
    )  # fmt: skip


def _table(slide: Any, view: Table, box: Box) -> None:
    names, rows = heads(view), cells(view)
    left, top, width, _ = emu(box)
    tall = Emu(52 * UNIT * (len(rows) + 1))
    shape = (len(rows) + 1, len(names))
    frame = slide.shapes.add_table(*shape, left, top, width, tall)
    described(frame, view.caption, words.TABLE_NAME)
    made = frame.table
    made.first_row = True
    made.horz_banding = False
    widths = _widths(names, rows)
    for at, share in enumerate(widths):
        made.columns[at].width = Emu(int(width * share))
    for line, row in enumerate((names, *rows)):
        for at, text in enumerate(row):
            _cell(made.cell(line, at), text, head=line == 0)


def _widths(names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[float]:
    """Wider for longer texts, within reason."""
    longest = [
        min(60, max(12, len(name), *(len(row[at]) for row in rows)))
        for at, name in enumerate(names)
    ]
    return [each / sum(longest) for each in longest]


def _cell(cell: Any, text: str, *, head: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(theme.WASH if head else theme.PAPER)
    write(cell.text_frame, [text], size=TABLE_SIZE, bold=head)
    cell.margin_left = cell.margin_right = Pt(6)
    cell.margin_top = cell.margin_bottom = Pt(4)
