"""The figures of a selection as a book: the columns of the CSV, and what they mean."""

from collections.abc import Iterator, Mapping
from typing import Any

from metrics.export import PROVENANCE, records
from metrics.model import Measure
from metrics.table import COLUMNS, MeasureTable
from pages import _wiring
from pages._exports.views import Book, Field, Kind, Sheet, Value
from pages._present import basics
from pages._present.about import About
from pages._present.origin import facts, origin
from pages._words import basics as shared
from pages._words import exports as words

COUNTS = ("numerator", "denominator")
COMPARED = ("ratio", "difference", "excess")
OWN = ("value", "lower", "upper")
KINDS: Mapping[str, Kind] = {
    "numerator": "count", "denominator": "count", "excess": "value",
    "excess_lower": "value", "excess_upper": "value", "value": "value",
    "lower": "value", "upper": "value", "difference": "value",
    "difference_lower": "value", "difference_upper": "value", "ratio": "ratio",
    "ratio_lower": "ratio", "ratio_upper": "ratio",
}  # fmt: skip


def selection_book(table: MeasureTable, about: About) -> Book:
    """Figures, definitions, sources, codes and notes of one table."""
    windows = tuple(dict.fromkeys(table.columns["window"].tolist()))
    found = origin(about, windows)
    title = words.BOOK_TITLE.format(measure=table.measure.title, place=about.name)
    return Book(
        title=title,
        subject=f"{found.state}, {found.period}",
        comments=f"{found.source}. {found.edition}, {found.release}. {found.policy}",
        sheets=(
            figures(table, about),
            pairs(words.DEFINITIONS, definition(table.measure)),
            pairs(words.SOURCES, (*facts(found), *_asked(table))),
            codes(table, about),
            notes(words.COLUMNS),
        ),
    )


def figures(table: MeasureTable, about: About) -> Sheet:
    """One row a row of the table; a mark where there is no number."""
    names = (*COLUMNS, *PROVENANCE)
    return Sheet(
        name=words.FIGURES,
        fields=tuple(Field(name=name, kind=KINDS.get(name, "text")) for name in names),
        rows=tuple(
            tuple(_value(name, record) for name in names)
            for record in records(table, about.vintage)
        ),
    )


def _value(name: str, record: Mapping[str, Any]) -> Value:
    value: Value = record[name]
    if value is not None or name not in KINDS:
        return value
    return dict(words.MARKS)[_why(name, record)]


def _why(name: str, record: Mapping[str, Any]) -> str:
    """The status that says why a number is not there."""
    status, compared = str(record["status"]), str(record["ratio_status"])
    if name in (*COUNTS, *OWN) or status == "hidden":
        return status
    return compared


def pairs(name: str, said: tuple[tuple[str, str], ...]) -> Sheet:
    """A sheet of names and what they say."""
    fields = (Field(name=words.WHAT), Field(name=words.SAYS, kind="long"))
    return Sheet(name=name, fields=fields, rows=said)


def definition(measure: Measure) -> tuple[tuple[str, str], ...]:
    """Everything that says what a measure counts."""
    said = {field: str(getattr(measure, field)) for _, field in words.DEFINITION}
    said["direction"] = dict(shared.DIRECTIONS)[measure.direction]
    months = measure.follow_up_months
    followed = shared.MONTHS.format(n=months) if months else shared.NO_FOLLOW_UP
    listed = [(name, said[field]) for name, field in words.DEFINITION]
    return (*listed, (words.FOLLOWED, followed))


def _asked(table: MeasureTable) -> Iterator[tuple[str, str]]:
    """What was asked for."""
    for name, field in words.ASKED:
        value = getattr(table.selection, field)
        if value:
            yield name, str(value)


def codes(table: MeasureTable, about: About) -> Sheet:
    """What the codes of places, periods and groups stand for."""
    columns = table.columns
    every = _wiring.outcomes().places(about.state)
    names = {each.code: each.name for each in (every.state, *every.regions)}
    names |= {each.code: each.name for each in every.counties}
    places = dict.fromkeys(columns["geography"].tolist())
    windows = dict.fromkeys(columns["window"].tolist())
    groups = dict.fromkeys(
        zip(columns["dimension"].tolist(), columns["group"].tolist(), strict=True)
    )
    rows = [("geography", code, names.get(code, code)) for code in places]
    rows += [("window", key, about.window(key).label) for key in windows]
    rows += [
        ("group", code, basics.group_name(of, code, about.providers))
        for of, code in groups
    ]
    fields = tuple(Field(name=each) for each in words.CODE_COLUMNS)
    return Sheet(name=words.CODES, fields=fields, rows=tuple(rows))


def notes(columns: tuple[tuple[str, str], ...]) -> Sheet:
    """What the marks and flags mean, then what each column holds."""
    return pairs(words.NOTES, (*words.READING, *columns))
