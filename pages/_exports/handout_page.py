"""The hand-out of a deck as one HTML page, from which the PDF is made."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from components.verdicts import SHAPES
from components.views import (
    CountyMap,
    Deck,
    Dots,
    Points,
    Slide,
    Table,
    Trend,
    Waterfall,
)
from pages._exports.deck_text import cells, heads
from pages._exports.handout_style import style
from pages._exports.remarks import remarks
from pages._exports.svg_map import map_picture
from pages._exports.svg_rows import dots_picture, waterfall_picture
from pages._exports.svg_trend import trend_picture
from pages._exports.views import LANGUAGE, Origin
from pages._exports.xlsx import AUTHOR
from pages._words import exports as words

Pairs = tuple[tuple[str, str], ...]


def handout_page(deck: Deck, origin: Origin, facts: Pairs, typeface: bytes) -> str:
    """A section a slide, then where the figures come from; all inside one text."""
    subject = f"{origin.state}, {origin.period}. {origin.release}. {origin.policy}"
    marks = " · ".join(deck.marks)
    sections = "".join(_section(each) for each in deck.slides)
    return (
        f'<!doctype html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        f"<title>{escape(deck.title)}</title>"
        f'<meta name="author" content="{AUTHOR}">'
        f'<meta name="description" content="{escape(subject)}">'
        f'<meta name="keywords" content="{escape(marks)}">'
        f"<style>{style(marks, typeface)}</style></head><body>"
        f"<h1>{escape(deck.title)}</h1>"
        f'<p class="marks">{escape(marks)}</p>{sections}{_about(facts)}</body></html>'
    )


def _section(slide: Slide) -> str:
    return f"<section>{''.join(_parts(slide))}</section>"


def _parts(slide: Slide) -> Iterator[str]:
    yield f"<h2>{escape(slide.title)}</h2>"
    yield f'<p class="sentence">{escape(slide.sentence)}</p>'
    if slide.verdict is not None:
        sign = dict(SHAPES)[slide.verdict.tone]
        said = f"{sign} {slide.verdict.word} · {slide.verdict.detail}".strip(" ·")
        yield f'<p class="status">{escape(said)}</p>'
    if slide.caption:
        yield f'<p class="caption">{escape(slide.caption)}</p>'
    yield _drawing(slide)
    for each in remarks(slide.drawing):
        yield f'<p class="foot">{escape(each)}</p>'
    if slide.footnote:
        yield f'<p class="foot">{escape(slide.footnote)}</p>'
    if slide.twin is not None:
        yield f"<h3>{words.NUMBERS_HEAD}</h3>{table(slide.twin)}"
    if slide.notes:
        notes = "".join(f"<p>{escape(each)}</p>" for each in slide.notes)
        yield f'<div class="notes"><h3>{words.NOTES_HEAD}</h3>{notes}</div>'


def _drawing(slide: Slide) -> str:
    view = slide.drawing
    if isinstance(view, Table):
        return table(view)
    if isinstance(view, Points):
        return _points(view)
    drawn = picture(view)
    if not drawn:
        return ""
    data = b64encode(drawn.encode("utf-8")).decode("ascii")
    source = f"data:image/svg+xml;base64,{data}"
    return f'<p class="drawing"><img alt="{escape(slide.alt)}" src="{source}"></p>'


def picture(view: object) -> str:
    """The SVG of a drawing; nothing for what is no picture."""
    if isinstance(view, Trend):
        return trend_picture(view)
    if isinstance(view, Dots):
        return dots_picture(view)
    if isinstance(view, Waterfall):
        return waterfall_picture(view)
    return map_picture(view) if isinstance(view, CountyMap) else ""


def _points(view: Points) -> str:
    kind = "ol" if view.numbered else "ul"
    items = "".join(
        f"<li>{_head(each.head)}{escape(f'{each.text} {each.note}'.strip())}</li>"
        for each in view.items
    )
    return f"<{kind}>{items}</{kind}>"


def _head(text: str) -> str:
    return f"<b>{escape(text)}:</b> " if text else ""


def table(view: Table) -> str:
    """A real table with its caption and heads."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads(view))
    rows = "".join(_row(view, row) for row in cells(view))
    notes = "".join(f'<p class="foot">{escape(each)}</p>' for each in view.notes)
    return (
        f"<table><caption>{escape(view.caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table>{notes}"
    )


def _row(view: Table, row: tuple[str, ...]) -> str:
    first, *rest = row
    said = "".join(
        f'<td class="{column.align}">{escape(each)}</td>'
        for column, each in zip(view.columns[1:], rest, strict=True)
    )
    return f'<tr><th scope="row">{escape(first)}</th>{said}</tr>'


def _about(facts: Pairs) -> str:
    def listed(pairs: Pairs) -> str:
        said = (f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in pairs)
        return f"<dl>{''.join(said)}</dl>"

    return (
        f"<section><h2>{words.ABOUT}</h2>{listed(facts)}"
        f"<h3>{words.MARKS_HEAD}</h3>{listed(words.READING)}</section>"
    )
