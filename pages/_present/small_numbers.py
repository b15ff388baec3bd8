"""What can be said where children are few: the wider place, and what would show."""

from math import isfinite

from metrics.model import Measure
from metrics.narrative_small import would_show_sentence
from metrics.phrases import missing, terms
from metrics.power import detectable
from metrics.table import STATE_REFERENCE, MeasureRow


def would_show(
    row: MeasureRow,
    reference: MeasureRow | float,
    whole: MeasureRow,
    whole_reference: MeasureRow | None,
    *,
    measure: Measure,
    place: str,
    group_children: str,
) -> str:
    """What ratio the children of a county could show; empty if its numbers are hidden.

    row: the group in the county; reference: the reference group there, as a row or by
    its denominator; whole, whole_reference: both in the state, whose rate of the
    reference group is taken as the true one.
    """
    if row.has(STATE_REFERENCE) and whole_reference is not None:
        reference = whole_reference
    beside = reference if isinstance(reference, float) else _size(reference)
    sizes, rate = (_size(row), beside), _reference_rate(whole)
    kind = terms(whole, measure).kind
    known = all(isfinite(each) and each > 0 for each in sizes) and rate > 0
    if not known or (kind == "proportion" and rate >= 1):
        return ""
    found = detectable(*sizes, rate, kind=kind)
    return would_show_sentence(found, place=place, group_children=group_children)


def _size(row: MeasureRow) -> float:
    """The denominator, 0 where it is hidden or missing."""
    known = row.status == "shown" and not missing(row.numerator)
    return float(row.denominator) if known else 0.0


def _reference_rate(whole: MeasureRow) -> float:
    """The rate of the reference group in the state, 0 where it cannot be told."""
    if whole.ratio_status != "ok" or not whole.ratio > 0 or not _size(whole) > 0:
        return 0.0
    return float(whole.numerator / whole.denominator / whole.ratio)
