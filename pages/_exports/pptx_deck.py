"""A deck as PPTX: native charts, map shapes, tables, alt text, speaker notes."""

from io import BytesIO
from math import ceil
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn

from components import theme
from components.verdicts import SHAPES
from components.views import Deck, Slide
from pages._exports.deck_text import numbers_behind
from pages._exports.pptx_drawings import add_drawing
from pages._exports.pptx_page import (
    BODY,
    LAYOUT,
    LEFT,
    TITLE_ONLY,
    WIDTH,
    Box,
    place,
    presentation,
    text_box,
    write,
)
from pages._exports.remarks import remarks
from pages._exports.views import LANGUAGE, Origin
from pages._exports.xlsx import AUTHOR
from pages._words import exports as words

Pairs = tuple[tuple[str, str], ...]
# Characters on a line of a sentence of 20 points, and the height of a line in units.
ACROSS, LINE = 80, 50
COVER = 1.8
FOOT: Box = (LEFT, 950, WIDTH, 104)
SMALL_FOOT, LONG_FOOT, LONGEST = 11.0, 300, 255


def deck_pptx(deck: Deck, origin: Origin, facts: Pairs) -> bytes:
    """The file's bytes; a last slide says where the figures come from."""
    made = presentation()
    _properties(made, deck, origin)
    for each in deck.slides:
        _slide(made, each, deck.marks)
    _about(made, facts, deck.marks)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _properties(made: Any, deck: Deck, origin: Origin) -> None:
    said = made.core_properties
    said.title, said.author, said.language = deck.title, AUTHOR, LANGUAGE
    said.subject = f"{origin.state}, {origin.period}"
    said.comments = _whole(f"{origin.release}. {origin.policy} {origin.source}")
    said.keywords = _whole("; ".join(origin.marks))


def _whole(text: str) -> str:
    """As many whole sentences as a property of a file may hold."""
    sentences = text.split(". ")
    while len(". ".join(sentences)) > LONGEST:
        sentences.pop()
    return ". ".join(sentences)


def _slide(made: Any, view: Slide, marks: tuple[str, ...]) -> None:
    slide = made.slides.add_slide(made.slide_layouts[LAYOUT])
    _title(slide, view.title)
    below = _sentence(slide, view)
    _marks(slide, marks)
    if view.verdict is not None:
        sign = dict(SHAPES)[view.verdict.tone]
        said = (f"{sign} {view.verdict.word}", view.verdict.detail)
        text_box(slide, (LEFT, below, WIDTH, 40), [said], name="Status", size=13)
        below += 46
    if view.caption:
        text_box(slide, (LEFT, below, WIDTH, 40), [view.caption], name="Caption")
        below += 46
    small = list(remarks(view.drawing))
    last = FOOT[1] - (10 + 34 * _lines(small) if small else 10)
    if view.drawing is not None:
        add_drawing(slide, view, (LEFT, below, WIDTH, max(200, last - below)))
    if small:
        box = (LEFT, last, WIDTH, FOOT[1] - last - 6)
        text_box(slide, box, small, name="Remarks", size=SMALL_FOOT)
    if view.footnote:
        size = SMALL_FOOT if len(view.footnote) < LONG_FOOT else SMALL_FOOT - 1
        text_box(slide, FOOT, [view.footnote], name="Footnote", size=size, bottom=True)
    slide.notes_slide.notes_text_frame.text = _notes(view)


def _title(slide: Any, title: str) -> None:
    write(
        slide.shapes.title.text_frame, [title], size=15, hexed=theme.ACCENT, bold=True
    )
    for line in slide.shapes.title.text_frame.paragraphs:
        line.alignment = PP_ALIGN.LEFT


def _sentence(slide: Any, view: Slide) -> int:
    """The message; returns where the next thing may stand."""
    body, times = slide.placeholders[1], COVER if view.kind == "cover" else 1.0
    lines = ceil(len(view.sentence) * times / ACROSS)
    size = 20 * times if lines < 4 else 17
    write(body.text_frame, [view.sentence], size=size, bold=True)
    for line in body.text_frame.paragraphs:
        _no_bullet(line)
    left, top, width, _ = BODY
    tall = int(LINE * times * min(lines, 4)) + 8
    place(body, (left, top, width, tall))
    return top + tall + 12


def _no_bullet(line: Any) -> None:
    properties = line._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    bullet = properties.makeelement(qn("a:buNone"))
    properties.append(bullet)


def _marks(slide: Any, marks: tuple[str, ...]) -> None:
    box = (1280, 48, 560, 60)
    text_box(slide, box, marks, name="Marks", size=11, right=True)


def _lines(said: list[str]) -> int:
    return sum(-(-len(each) // 170) for each in said)


def _notes(view: Slide) -> str:
    """What the speaker says, then every number behind the slide."""
    parts = [*view.notes]
    if view.alt:
        parts.append(view.alt)
    behind = list(numbers_behind(view))
    if behind:
        parts += ["", words.NUMBERS_HEAD, *behind]
    return "\n".join(parts)


def _about(made: Any, facts: Pairs, marks: tuple[str, ...]) -> None:
    """The last slide: where the figures come from and what marks mean."""
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    _title(slide, words.ABOUT)
    _marks(slide, marks)
    text_box(
        slide, (LEFT, 130, WIDTH, 860), [*facts, *words.READING[:6]],
        name=words.ABOUT, size=13, hexed=theme.INK, space=5,
    )  # fmt: skip
    slide.notes_slide.notes_text_frame.text = "\n".join(
        f"{name}: {text}" for name, text in (*facts, *words.READING)
    )
