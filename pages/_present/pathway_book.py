"""A chain of decisions as a book: the columns of its CSV, and what they mean."""

from collections.abc import Mapping
from typing import Any

from metrics.pathway_model import Link
from metrics.pathway_tables import Pathway
from metrics.pathway_text import pathway_records
from pages import _wiring
from pages._exports.views import Book, Field, Kind, Sheet, Value
from pages._present.about import About
from pages._present.origin import facts, origin
from pages._present.selection_book import definition, notes, pairs
from pages._words import exports as words

RATIOS = ("di", "rri")


def pathway_book(found: Pathway, about: About) -> Book:
    """Figures, definitions, sources and notes of one chain."""
    whence = origin(about, (found.window,))
    title = words.CHAIN_TITLE.format(place=about.name, group=found.question.group)
    return Book(
        title=title,
        subject=f"{whence.state}, {whence.period}",
        comments=f"{whence.source}. {whence.edition}, {whence.release}. "
        f"{whence.policy}",
        sheets=(
            _figures(found, about),
            pairs(words.DEFINITIONS, _definitions(found)),
            pairs(words.SOURCES, facts(whence)),
            notes(words.CHAIN_COLUMNS),
        ),
    )


def _definitions(found: Pathway) -> tuple[tuple[str, str], ...]:
    door = _wiring.outcomes()
    links = (*found.chain.links, *found.branches)
    return tuple(
        pair for link in links for pair in definition(door.measure(link.stage.id))
    )


def _figures(found: Pathway, about: About) -> Sheet:
    """One row a stage; a mark where there is no number."""
    rows = pathway_records(found, about.vintage)
    links = (*found.chain.links, *found.branches)
    return Sheet(
        name=words.FIGURES,
        fields=tuple(Field(name=name, kind=_kind(name)) for name in rows[0]),
        rows=tuple(
            tuple(_value(name, row, link) for name in row)
            for row, link in zip(rows, links, strict=True)
        ),
    )


def _kind(name: str) -> Kind:
    if name.endswith(("numerator", "denominator", "population")):
        return "count"
    text = name.endswith(("_method", "_status")) or name.startswith("reference_from")
    if not text and name.startswith((*RATIOS, "log_rri", "product")):
        return "ratio"
    return "value" if name in ("per_1000", "unknown_share") else "text"


def _value(name: str, row: Mapping[str, Any], link: Link) -> Value:
    value = row[name]
    if value is not None:
        return str(value).lower() if isinstance(value, bool) else value
    if _kind(name) == "count":
        return link.stage.missing
    of = name.partition("_")[0]
    status = row.get(f"{of}_status", "")
    return dict(words.MARKS).get(status, status)
