"""A deck as sheets: its slides in their order, and every figure on and behind them."""

from collections.abc import Iterator
from math import isfinite

from components.views import Deck, Slide
from pages._exports.deck_figures import Figure, figures
from pages._exports.views import Field, Sheet, Value
from pages._words import exports as words

NUMBERS = ("value", "lower", "upper", "numerator", "denominator")


def slides_sheet(deck: Deck) -> Sheet:
    """A row a slide: its title, sentence, status, what is drawn, footnote, notes."""
    return Sheet(
        name=words.SLIDES,
        fields=tuple(
            Field(name=name, kind="long" if name in words.LONG_SLIDE else "text")
            for name in words.SLIDE_COLUMNS
        ),
        rows=tuple(
            _slide(number, each) for number, each in enumerate(deck.slides, start=1)
        ),
    )


def _slide(number: int, slide: Slide) -> tuple[Value, ...]:
    verdict = slide.verdict
    status = f"{verdict.word} · {verdict.detail}".strip(" ·") if verdict else ""
    return (
        number, slide.name, slide.title, slide.sentence, status, slide.caption,
        slide.alt, slide.footnote, "\n".join(slide.notes),
    )  # fmt: skip


def figures_sheet(deck: Deck, *, marks: bool) -> Sheet:
    """A row a figure; with `marks` a word stands where there is no number."""
    return Sheet(
        name=words.FIGURES,
        fields=tuple(
            Field(name=name, kind="value" if name in NUMBERS[:3] else "text")
            if name not in NUMBERS[3:]
            else Field(name=name, kind="count")
            for name, _ in words.DECK_COLUMNS
        ),
        rows=tuple(
            (number, slide.name, *_figure(each, marks), "; ".join(slide.definitions))
            for number, slide in enumerate(deck.slides, start=1)
            for each in figures(slide)
        ),
    )


def _figure(each: Figure, marks: bool) -> tuple[Value, ...]:
    found = each.quantity
    named: tuple[Value, ...] = (each.part, each.series, each.item)
    if found is None:
        return (*named, *[None] * len(NUMBERS), "", "", "", each.text, "")
    numbers = list(_numbers(each))
    if marks and not found.shown:
        why = dict(words.MARKS).get(found.status, found.status)
        numbers[:3] = [why] * 3
        if found.status == "hidden":
            numbers[3] = why
    unit = each.unit.name or each.unit.suffix.strip()
    flags = "; ".join(found.flags)
    return (*named, *numbers, unit, found.status, flags, "", found.method)


def _numbers(each: Figure) -> Iterator[Value]:
    for name in NUMBERS:
        value = getattr(each.quantity, name)
        if value is None or not isfinite(value):
            yield None
        else:
            yield int(value) if name in NUMBERS[3:] else round(value, 6)
