"""A deck as a spreadsheet and as CSV: the same figures as on its slides."""

import csv
import io

from components.views import Deck
from pages._exports.deck_sheets import figures_sheet, slides_sheet
from pages._exports.views import Book, Field, Origin, Sheet
from pages._exports.xlsx import xlsx
from pages._words import exports as words

Pairs = tuple[tuple[str, str], ...]


def deck_xlsx(deck: Deck, origin: Origin, facts: Pairs, definitions: Pairs) -> bytes:
    """Slides, figures, definitions, sources and notes."""
    book = Book(
        title=deck.title,
        subject=f"{origin.state}, {origin.period}",
        comments=f"{origin.source}. {origin.edition}, {origin.release}. "
        f"{origin.policy}",
        sheets=(
            slides_sheet(deck),
            figures_sheet(deck, marks=True),
            _pairs(words.DEFINITIONS, definitions),
            _pairs(words.SOURCES, facts),
            _pairs(words.NOTES, (*words.READING, *words.DECK_COLUMNS)),
        ),
    )
    return xlsx(book)


def deck_csv(deck: Deck, origin: Origin) -> str:
    """A line a figure, each with where it comes from; no number is an empty cell."""
    sheet = figures_sheet(deck, marks=False)
    about = (
        origin.state, origin.place, origin.period, origin.source, origin.data_to,
        origin.edition, origin.release, origin.policy, "; ".join(origin.marks),
    )  # fmt: skip
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = (field.name for field in sheet.fields)
    writer.writerow([*names, *(name for name, _ in words.ORIGIN_COLUMNS)])
    writer.writerows([*row, *about] for row in sheet.rows)
    return out.getvalue()


def _pairs(name: str, said: Pairs) -> Sheet:
    fields = (Field(name=words.WHAT), Field(name=words.SAYS, kind="long"))
    return Sheet(name=name, fields=fields, rows=said)
