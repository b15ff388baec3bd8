"""Groups compared: dots with whiskers, ratios, and the sentence about the widest."""

from collections.abc import Iterable
from dataclasses import replace
from math import inf, log

from components.views import PERCENT, RATIO, Chart, DotRow, Dots, Quantity, Unit
from metrics.narrative import disparity_sentence
from metrics.narrative_words_groups import groups_words
from metrics.table import STATE_REFERENCE, MeasureRow, MeasureTable
from pages._present import basics
from pages._present.asking import View
from pages._present.frames import data_table, frame
from pages._words import basics as shared
from pages._words import measure as words

MOST = 20
Rows = tuple[MeasureRow, ...]


def chart(view: View, table: MeasureTable) -> tuple[Chart, tuple[Dots, ...]]:
    """The frame, the values and their ratios; the table is of View.groups()."""
    about, measure = view.about, view.measure
    names = {
        "measure": measure.title,
        "dimension": basics.dimension_name(view.by).lower(),
        "place": about.name,
        "window": about.window(view.group_window).label,
    }
    rows = listed(table)
    twin = data_table(
        [row for row in table if row.status != "no data"] or table,
        measure,
        caption=words.GROUPS_CAPTION.format(**names),
        head=basics.dimension_name(view.by),
        first=lambda row: _name(view, row),
        compared=True,
        reference=_reference(view, table),
    )
    whole = frame(
        about,
        table,
        title=basics.capital(words.GROUPS.format(**names)),
        path=view.path,
        query=view.query(),
        part="groups",
        sentence=sentence(view, table),
        told=in_words(view, table, rows),
        notes=_notes(view, table, rows),
        data=twin,
    )
    return whole, (_values(view, table, rows), *_ratios(view, table, rows))


def in_words(view: View, table: MeasureTable, rows: Rows) -> tuple[str, ...]:
    """The groups in words."""
    providers = view.about.providers
    return groups_words(
        rows,
        measure=view.measure,
        place=view.about.name,
        window=view.about.window(view.group_window).label,
        names=lambda row: basics.group_children(view.by, row.group, providers),
        reference=_reference(view, table),
    )


def listed(table: MeasureTable) -> Rows:
    """What is drawn: every group that has children; of many, the largest."""
    there = [row for row in table if row.status == "hidden" or row.denominator > 0]
    if len(there) <= MOST:
        return tuple(there)
    largest = sorted(there, key=lambda row: -_size(row))[:MOST]
    return tuple(row for row in there if row in largest)


def _size(row: MeasureRow) -> float:
    return 0.0 if row.status == "hidden" else float(row.denominator)


def _values(view: View, table: MeasureTable, rows: Rows) -> Dots:
    reference = next((r for r in table if r.ratio_status == "reference"), None)
    value = basics.quantity(reference).value if reference else None
    return Dots(
        rows=tuple(_value(view, row) for row in rows),
        unit=_short(view),
        reference=value,
        reference_label=_name(view, reference) if reference and value else "",
    )


def _short(view: View) -> Unit:
    """The unit over the numbers, short enough for one line; a note says the rest."""
    unit = basics.unit_of(view.measure)
    return unit if unit == PERCENT else replace(unit, name=words.RATE)


def _value(view: View, row: MeasureRow) -> DotRow:
    return DotRow(
        label=_name(view, row),
        code=row.group,
        quantity=basics.comparable(row),
        reference=row.ratio_status == "reference",
    )


def _ratios(view: View, table: MeasureTable, rows: Rows) -> tuple[Dots, ...]:
    """The same groups as ratios; nothing where no group can be compared."""
    if not any(basics.ratio(row).shown for row in rows):
        return ()
    code = next(row.reference for row in table if row.reference)
    name = basics.reference_name(view.by, code, view.about.providers)
    drawn = [row for row in rows if row.ratio_status != "none"]
    return (
        Dots(
            rows=tuple(_ratio(view, row) for row in drawn),
            unit=RATIO,
            reference=1.0,
            reference_label=name,
            ratio=True,
            less=words.LOWER,
            more=words.HIGHER,
        ),
    )


def _ratio(view: View, row: MeasureRow) -> DotRow:
    reference = row.ratio_status == "reference"
    found = basics.ratio(row)
    return DotRow(
        label=_name(view, row),
        code=row.group,
        quantity=replace(found, status="shown", value=1.0) if reference else found,
        note=shared.STATE_REFERENCE_SHORT if row.has(STATE_REFERENCE) else "",
        reference=reference,
    )


def sentence(view: View, table: MeasureTable) -> str:
    """The widest differences, above and below 1, that are more than chance gives."""
    if not any(basics.ratio(row).shown for row in table):
        return words.NONE_COMPARED
    window = view.about.window(view.group_window).label
    said = (_told(view, row) for row in widest(table))
    told = basics.without_repeat(said, view.about.name, window)
    if not told:
        return words.NONE_APART.format(reference=_reference(view, table))
    return told


def _told(view: View, row: MeasureRow) -> str:
    return disparity_sentence(
        row,
        measure=view.measure,
        place=view.about.name,
        window=view.about.window(view.group_window).label,
        group_children=_children(view, row.group),
        reference_children=_children(view, row.reference, reference=True),
    )


def widest(rows: Iterable[MeasureRow]) -> tuple[MeasureRow, ...]:
    """The highest and the lowest ratio, of those whose interval leaves 1 out."""
    told = [row for row in rows if apart(basics.ratio(row))]
    above = [row for row in told if row.ratio > 1]
    below = [row for row in told if row.ratio < 1]
    ends = (
        max(above, key=lambda row: row.ratio, default=None),
        min(below, key=lambda row: row.ratio, default=None),
    )
    return tuple(row for row in ends if row is not None)


def surest(rows: Iterable[MeasureRow]) -> MeasureRow | None:
    """The row whose ratio chance would least give, of those whose interval leaves 1
    out; not the largest ratio, which a small group has by chance alone.
    """
    told = [row for row in rows if apart(basics.ratio(row)) and row.ratio_upper < inf]
    return max(told, key=_sureness, default=None)


def _sureness(row: MeasureRow) -> float:
    low = max(row.ratio_lower, 1e-9)
    return float(abs(log(max(row.ratio, 1e-9))) / log(row.ratio_upper / low))


def apart(found: Quantity) -> bool:
    """Whether the interval of a ratio leaves 1 out."""
    if not found.shown:
        return False
    low, high = found.lower or 0.0, found.upper
    return low > 1 or (high is not None and high < 1)


def _notes(view: View, table: MeasureTable, rows: Rows) -> tuple[str, ...]:
    reference = _reference(view, table)
    unit = basics.unit_of(view.measure)
    said = [] if unit == PERCENT else [words.UNIT.format(unit=unit.name)]
    notes = (
        [*said, words.RATIO_MEANS.format(reference=reference)] if reference else said
    )
    notes += basics.scheme_notes(view.by, demo=view.about.vintage.demo)
    if view.about.window(view.group_window).kind == "pool" and not view.window:
        notes.append(words.POOLED_NOTE)
    there = [row for row in table if row.status == "hidden" or row.denominator > 0]
    if len(rows) < len(there):
        notes.append(words.LARGEST.format(n=len(rows)))
    return tuple(notes)


def _reference(view: View, table: MeasureTable) -> str:
    codes = [row.reference for row in table if row.reference]
    return _children(view, codes[0], reference=True) if codes else ""


def _name(view: View, row: MeasureRow) -> str:
    return basics.group_name(view.by, row.group, view.about.providers)


def _children(view: View, code: str, *, reference: bool = False) -> str:
    named = basics.reference_children if reference else basics.group_children
    return named(view.by, code, view.about.providers)
