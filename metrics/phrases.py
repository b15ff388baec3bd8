"""Parts of sentences from one row and its measure; metrics.narrative joins them."""

import math
import re
from dataclasses import dataclass
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


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a row is told: `counted` among `among`, who `verb`, in `unit`.

    population: among all children; events: events over days, not children.
    """

    kind: Kind
    unit: str
    counted: str
    among: str
    verb: str
    population: bool
    events: bool


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


def terms(row: MeasureRow, measure: Measure) -> Terms:
    """The words for the row's base: the measure's own, or those of the other base."""
    own = "population" if measure.denominator.startswith("population.") else "decision"
    events = measure.denominator.endswith(".days")
    base, step = row.base or own, measure.step
    if base == own or step is None:
        share = measure.kind == "proportion" and measure.per == 100
        return Terms(
            kind=measure.kind, unit="%" if share else measure.unit,
            counted=measure.counted, among=measure.among, verb=measure.verb,
            population=own == "population", events=events,
        )  # fmt: skip
    if base == "population":
        yearly = "" if measure.cohort == "point in time" else " a year"
        return Terms(
            kind="rate", unit=f"per 1,000 children{yearly}",
            counted=measure.counted, among="children in the population",
            verb=step.verb, population=True, events=False,
        )  # fmt: skip
    before = step.previous_label
    return Terms(
        kind="proportion" if step.nested else "rate",
        unit="%" if step.nested else f"for every 100 {before}",
        counted=measure.counted, among=before, verb=step.verb,
        population=False, events=False,
    )  # fmt: skip


def counted_among(row: MeasureRow, say: Terms, base: str, among: str) -> str:
    """The denominator of a rate: "among 60,000 Black children in the population"."""
    if say.events:
        return f"over {base} {among}"
    if not say.population:
        return f"for {base} {among}"
    years = " a year" in say.unit and _POOLED.match(row.window)
    return f"among {base} {among}" + (", counting each year" if years else "")


def amount(row: MeasureRow, say: Terms, *, interval: bool = True) -> str:
    """The value with its unit and 95 % interval."""
    value, low, high = row.value, row.lower, row.upper
    write = percent if say.unit == "%" else number
    said = f"{write(value, value)} {say.unit}"
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
    if group and not _CHILDREN.match(measure.among):
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
