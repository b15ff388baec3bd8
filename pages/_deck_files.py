"""The slides of an address as files: PPTX, PDF, XLSX and CSV of one deck."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from flask import Flask, Response

from components.views import Deck
from pages._downloads import answered, query, sent
from pages._exports.deck_files import deck_csv, deck_xlsx
from pages._exports.handout_page import handout_page
from pages._exports.pdf import pdf
from pages._exports.pptx_deck import deck_pptx
from pages._exports.views import Origin
from pages._present import deck, deck_asked
from pages._present.deck_ground import Ground, ground
from pages._present.origin import facts, origin
from pages._present.selection_book import definition
from pages._words import present as words

TYPEFACE = "public-sans-latin-wght-normal.woff2"
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A deck with all that its files say beside it."""

    deck: Deck
    origin: Origin
    facts: Pairs
    definitions: Pairs
    typeface: bytes
    parts: tuple[str, ...]


def install(server: Flask, *, prefix: str, fonts: Path) -> None:
    """Serve <prefix>present/deck.<kind>, with the query of the presentation."""
    for kind in MADE:
        address = f"{prefix}{words.PAGE}/deck.{kind}"
        server.add_url_rule(address, f"deck-{kind}", _answer(kind, fonts / TYPEFACE))


def _answer(kind: str, typeface: Path) -> Callable[[], Response]:
    def made() -> Response:
        asked = _asked(typeface)
        return sent(MADE[kind](asked), asked.parts, kind)

    return lambda: answered(made)


def _asked(typeface: Path) -> Asked:
    asked = deck_asked.asked_deck(query())
    on = ground(asked.about, date.today())
    shown = deck.deck(on, deck.choice(on, asked.slides))
    windows = tuple(each.key for each in on.about.of_kind())
    whence = origin(on.about, windows)
    return Asked(
        deck=shown,
        origin=whence,
        facts=facts(whence),
        definitions=_definitions(on),
        typeface=typeface.read_bytes() if typeface.is_file() else b"",
        parts=(words.PAGE, asked.state, asked.place, on.about.vintage.edition),
    )


def _definitions(on: Ground) -> Pairs:
    return tuple(pair for each in on.measures for pair in definition(each))


def _pptx(asked: Asked) -> bytes:
    return deck_pptx(asked.deck, asked.origin, asked.facts)


def _pdf(asked: Asked) -> bytes:
    page = handout_page(asked.deck, asked.origin, asked.facts, asked.typeface)
    return pdf(page)


def _xlsx(asked: Asked) -> bytes:
    return deck_xlsx(asked.deck, asked.origin, asked.facts, asked.definitions)


def _csv(asked: Asked) -> str:
    return deck_csv(asked.deck, asked.origin)


MADE: Mapping[str, Callable[[Asked], str | bytes]] = MappingProxyType(
    {"pptx": _pptx, "pdf": _pdf, "xlsx": _xlsx, "csv": _csv}
)
