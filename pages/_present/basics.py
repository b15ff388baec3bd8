"""From a row to quantities, units and words: what every page says alike."""

from collections.abc import Iterable, Mapping
from math import isfinite
from typing import cast

from components.views import PERCENT, Cell, Quantity, Status, Unit
from metrics.groups import group as group_of
from metrics.model import Measure
from metrics.race_schemes import FOLDED
from metrics.table import STATE_REFERENCE, UNRELIABLE, MeasureRow
from pages._words import basics as words

Names = Mapping[str, str]
# Whole numbers in a column whose head already says what is counted.
WHOLE = Unit(decimals=0)
RATIOS = ("ok", "no upper limit")


def unit_of(measure: Measure, *, base: str = "") -> Unit:
    """How a value of the measure is written; `base` is that of the row, if not own."""
    own = "population" if measure.denominator.startswith("population.") else "decision"
    if measure.step and base == "decision" and own == "population":
        if measure.step.nested:
            return PERCENT
        return Unit(name=f"for every 100 {measure.step.previous_label}")
    if base == "population" and own == "decision":
        return Unit(name=words.PER_THOUSAND)
    if (measure.kind, measure.per) == ("proportion", 100):
        return PERCENT
    return Unit(name=measure.unit)


def quantity(row: MeasureRow) -> Quantity:
    """The value of a row with its interval and counts."""
    return _quantity(row, "value", row.status)


def comparable(row: MeasureRow) -> Quantity:
    """The value as it may stand beside others: not where it is unreliable."""
    found = quantity(row)
    if not (found.shown and found.has(UNRELIABLE)):
        return found
    return Quantity(
        status="unreliable", numerator=found.numerator, denominator=found.denominator
    )


def without_repeat(sentences: Iterable[str], place: str, window: str) -> str:
    """Sentences about one place and window, which only the first one names."""
    first, *more = (*sentences, "")
    named = f"In {place}, {window}, "
    rest = (capital(each.removeprefix(named)) for each in more)
    return " ".join(each for each in (first, *rest) if each)


def ratio_status(row: MeasureRow) -> Status:
    """Whether the ratio of a row may be shown, or why not."""
    status, of_ratio, value = row.several("status", "ratio_status", "ratio")
    if status != "shown":
        return cast(Status, status)
    if of_ratio in RATIOS:
        return "shown" if isfinite(value) else "not estimable"
    return cast(Status, "not estimable" if of_ratio == "none" else of_ratio)


def ratio(row: MeasureRow) -> Quantity:
    """The ratio of a row to its reference, or the reason why there is none."""
    return _quantity(row, "ratio", ratio_status(row))


def difference(row: MeasureRow) -> Quantity:
    """The difference to the reference, in the unit of the value."""
    return _quantity(row, "difference", ratio_status(row))


def excess(row: MeasureRow) -> Quantity:
    """Children more (or, below zero, fewer) than the reference's rate would give."""
    return _quantity(row, "excess", ratio_status(row))


def _quantity(row: MeasureRow, name: str, status: str) -> Quantity:
    if "hidden" in (status, row.status):
        return Quantity(status="hidden", flags=tuple(row.flags))
    of = "" if name == "value" else f"{name}_"
    value, lower, upper, numerator, denominator, flags = row.several(
        name, f"{of}lower", f"{of}upper", "numerator", "denominator", "flags"
    )
    return Quantity(
        value=value,
        lower=lower,
        upper=upper,
        numerator=numerator,
        denominator=denominator,
        status=cast(Status, status),
        flags=flags,
        method=_method(row, name),
    )


def _method(row: MeasureRow, name: str) -> str:
    """How an interval was worked out; that of an excess as that of its difference."""
    of = {"value": "method", "ratio": "ratio_method"}.get(name, "difference_method")
    return str(getattr(row, of))


def versioned(measure: Measure) -> str:
    """A definition as files name it, with its version."""
    return f"{measure.id} {measure.version}"


def count_cell(row: MeasureRow, name: str) -> Cell:
    """A count for a table; what is hidden says so."""
    if row.status == "hidden":
        return Quantity(status="hidden")
    number = getattr(row, name)
    return number if isfinite(number) else None


def ratio_cell(row: MeasureRow) -> Cell:
    """The ratio for a table, or in words why there is none."""
    return words.NOT_COMPARED if row.ratio_status == "none" else ratio(row)


# ---- words ---------------------------------------------------------------------


def group_name(dimension: str, code: str, providers: Names) -> str:
    """A group on an axis or in a table head."""
    if dimension == "provider":
        return providers.get(code, code)
    return words.ALL_CHILDREN if code == "all" else group_of(dimension, code).name


def group_children(dimension: str, code: str, providers: Names) -> str:
    """A group in a sentence."""
    if code == "all":
        return words.ALL_CHILDREN.lower()
    if dimension == "provider":
        return words.PLACED_BY.format(provider=providers.get(code, code))
    return group_of(dimension, code).children


def reference_children(dimension: str, code: str, providers: Names) -> str:
    """The group that a row is compared with, in a sentence."""
    special = {"others": words.ALL_OTHERS, "state": words.SAME_IN_STATE}
    return special.get(code) or group_children(dimension, code, providers)


def reference_name(dimension: str, code: str, providers: Names) -> str:
    """The group that a row is compared with, on an axis."""
    special = {"others": words.ALL_OTHERS_NAME, "state": words.SAME_NAME}
    return special.get(code) or group_name(dimension, code, providers)


def dimension_name(dimension: str) -> str:
    """A dimension in a control."""
    return dict(words.DIMENSIONS)[dimension]


def scheme_notes(dimension: str, *, demo: bool) -> tuple[str, ...]:
    """What a breakdown by the other race scheme changes; nothing for any other."""
    if dimension != FOLDED:
        return ()
    return (words.FOLDED, words.FOLDED_DEMO) if demo else (words.FOLDED,)


def remarks(row: MeasureRow, reference: str = "") -> str:
    """What must stand beside a row, flags and coverage, in words.

    reference: the words for the reference group, for the state-reference flag.
    """
    said = [text for flag, text in words.FLAGS if row.has(flag)]
    if row.has(STATE_REFERENCE) and reference:
        said[-1] = words.STATE_REFERENCE.format(reference=reference)
    if row.coverage:
        said.append(words.COVERAGE.format(coverage=row.coverage))
    return "; ".join(said)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
