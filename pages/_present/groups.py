"""Groups compared: dots with whiskers, ratios, and the sentence about the widest."""

from math import log

from components import theme
from components.views import RATIO, Chart, DotRow, Dots, Quantity
from metrics.narrative import disparity_sentence
from metrics.table import STATE_REFERENCE, MeasureRow, MeasureTable
from pages._present import basics
from pages._present.asking import View
from pages._present.frames import data_table, frame
from pages._words import basics as shared
from pages._words import measure as words

MOST = 20


def chart(view: View, table: MeasureTable) -> tuple[Chart, Dots]:
    """The frame and the dots; the table is of View.groups()."""
    about, measure = view.about, view.measure
    names = {
        "measure": measure.title,
        "dimension": basics.dimension_name(view.by).lower(),
        "place": about.place.name,
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
        query=view.query() | {"show": "groups"},
        sentence=sentence(view, table),
        notes=_notes(view, table, rows),
        data=twin,
    )
    return whole, _dots(view, table, rows)


def listed(table: MeasureTable) -> tuple[MeasureRow, ...]:
    """What is drawn: every group that has children; of many, the largest."""
    there = [row for row in table if row.status == "hidden" or row.denominator > 0]
    if len(there) <= MOST:
        return tuple(there)
    largest = sorted(there, key=lambda row: -_size(row))[:MOST]
    return tuple(row for row in there if row in largest)


def _size(row: MeasureRow) -> float:
    return 0.0 if row.status == "hidden" else float(row.denominator)


def _dots(view: View, table: MeasureTable, rows: tuple[MeasureRow, ...]) -> Dots:
    reference = next((r for r in table if r.ratio_status == "reference"), None)
    value = basics.quantity(reference).value if reference else None
    return Dots(
        rows=tuple(_dot(view, row) for row in rows),
        unit=basics.unit_of(view.measure),
        reference=value,
        reference_label=_name(view, reference) if reference and value else "",
    )


def _dot(view: View, row: MeasureRow) -> DotRow:
    return DotRow(
        label=_name(view, row),
        code=row.group,
        quantity=basics.quantity(row),
        note=ratio_words(row),
        reference=row.ratio_status == "reference",
    )


def ratio_words(row: MeasureRow) -> str:
    """The ratio and its interval in a few words, or why there is none."""
    if row.ratio_status == "none":
        return ""
    found = basics.ratio(row)
    if not found.shown:
        return dict(words.REASONS)[found.status]
    said = theme.number(found.value or 0.0, decimals=2)
    interval = theme.interval(found, RATIO)
    text = words.RATIO_NOTE.format(ratio=said, interval=interval)
    if row.has(STATE_REFERENCE):
        return f"{text}, {shared.STATE_REFERENCE_SHORT}"
    return text


def sentence(view: View, table: MeasureTable) -> str:
    """The widest difference that chance alone does not readily give."""
    compared = [row for row in table if basics.ratio(row).shown]
    reference = _reference(view, table)
    if not compared:
        return words.NONE_COMPARED
    apart = [row for row in compared if _apart(basics.ratio(row))]
    if not apart:
        return words.NONE_APART.format(reference=reference)
    widest = max(apart, key=lambda row: abs(log(max(row.ratio, 1e-9))))
    said = disparity_sentence(
        widest,
        measure=view.measure,
        place=view.about.place.name,
        window=view.about.window(view.group_window).label,
        group_children=_children(view, widest.group),
        reference_children=_children(view, widest.reference, reference=True),
    )
    return words.WIDEST.format(sentence=said)


def _apart(found: Quantity) -> bool:
    low, high = found.lower or 0.0, found.upper
    return low > 1 or (high is not None and high < 1)


def _notes(
    view: View, table: MeasureTable, rows: tuple[MeasureRow, ...]
) -> tuple[str, ...]:
    reference = _reference(view, table)
    notes = [words.RATIO_MEANS.format(reference=reference)] if reference else []
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
