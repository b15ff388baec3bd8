"""Parts of sentences from one row and its measure; metrics.narrative joins them."""

import math
import re
from typing import Any

from metrics.model import Kind, Measure
from metrics.table import (
    CARE,
    IMMATURE,
    PARTIAL,
    STATE_REFERENCE,
    UNRELIABLE,
    MeasureRow,
)
from metrics.words import number, percent

_POOLED = re.compile(r"^[a-z]+\d{4}-\d{4}$")
_CHILDREN = re.compile(r"children\b")


def refusal(row: MeasureRow, where: str) -> str:
    """Why nothing can be said about the figure; empty when something can."""
    if row.status == "hidden":
        return f"The figure for {where} is hidden to protect the privacy of children."
    if row.status == "no data":
        return f"There are no data for {where}."
    if row.has(IMMATURE):
        return (
            f"It is too early for a figure for {where}: "
            "the children have not been followed long enough."
        )
    if row.status != "shown" or missing(row.value):
        return f"No figure can be calculated for {where}: no one to count among."
    if row.has(UNRELIABLE):
        return f"The numbers for {where} are too small for a dependable figure."
    return ""


def ratio_refusal(row: MeasureRow, where: str, group: str, reference: str) -> str:
    """Why two groups cannot be compared; empty when they can."""
    if row.ratio_status == "reference":
        return f"{capital(reference)} are the group that others are compared with."
    refused = refusal(row, f"{group} in {where}")
    if refused:
        return refused
    pair = f"{group} with {reference} in {where}"
    if row.ratio_status == "hidden":
        return f"The comparison of {pair} is hidden to protect the privacy of children."
    if row.ratio_status == "unreliable":
        return f"The numbers are too small for a dependable comparison of {pair}."
    if row.ratio_status not in ("ok", "no upper limit") or missing(row.ratio_lower):
        return f"No comparison of {pair} can be calculated."
    return ""


def kind_of(row: MeasureRow, measure: Measure) -> Kind:
    """Whether the row's value is a probability; that depends on its base."""
    if row.base == "decision" and measure.step:
        return "proportion" if measure.step.nested else "rate"
    return measure.kind


def counts_events(measure: Measure) -> bool:
    """Whether the measure counts events over days, not children among children."""
    return measure.denominator.endswith(".days")


def verb_of(row: MeasureRow, measure: Measure) -> str:
    """What the children counted did, at this decision or in the population."""
    step = measure.step if row.base == "decision" else None
    return step.verb if step else measure.verb


def among_of(row: MeasureRow, measure: Measure) -> str:
    """Among whom they were counted, by the row's base."""
    step = measure.step if row.base == "decision" else None
    return step.previous_label if step else measure.among


def counted(row: MeasureRow, measure: Measure, base: str, among: str) -> str:
    """The denominator of a rate: "among 60,000 Black children in the population"."""
    if row.base == "decision" and measure.step:
        return f"for {base} {among}"
    if counts_events(measure):
        return f"over {base} {among}"
    years = measure.denominator.endswith(".child_years") and _POOLED.match(row.window)
    return f"among {base} {among}" + (", counting each year" if years else "")


def amount(row: MeasureRow, measure: Measure, *, interval: bool = True) -> str:
    """The value with its unit and 95 % interval."""
    value, low, high = row.value, row.lower, row.upper
    unit = "%" if (measure.kind, measure.per) == ("proportion", 100) else measure.unit
    if row.base == "decision" and measure.step:
        nested, before = measure.step.nested, measure.step.previous_label
        unit = "%" if nested else f"for every 100 {before}"
        # The unit of the measure need not be that of the decision.
        scale = 100 * row.numerator / row.denominator / value if value else 1.0
        value, low, high = value * scale, low * scale, high * scale
    write = percent if unit == "%" else number
    said = f"{write(value, value)} {unit}"
    if not interval or missing(low) or missing(high):
        return said
    return f"{said} (95 % interval {write(low, value)} to {write(high, value)})"


def of_group(words: str, group: str) -> str:
    """Name the group: "children who ..." becomes "Black children who ..."."""
    if group and _CHILDREN.match(words):
        return group + words.removeprefix("children")
    return words


def where_of(place: str, window: str, measure: Measure, group: str) -> str:
    """Place and window, and the group where no other words can name it."""
    if group and counts_events(measure):
        return f"{place}, {window}, among {group}"
    return f"{place}, {window}"


def reference_of(row: MeasureRow, words: str) -> str:
    """The reference group, with "in the whole state" where it is the state's."""
    return f"{words} in the whole state" if row.has(STATE_REFERENCE) else words


def notes(row: MeasureRow) -> str:
    """What a reader must know beside the figure."""
    said = " The count is small: use with care." if row.has(CARE) else ""
    if row.has(PARTIAL):
        said += " This covers only some of the places."
    return said


def missing(value: Any) -> bool:
    """Whether a cell of the table is empty."""
    return value is None or math.isnan(value)


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]
