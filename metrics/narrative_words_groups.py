"""Groups beside each other in words: who differs beyond chance, and on which side."""

from collections.abc import Iterator, Sequence

from metrics.model import Measure
from metrics.narrative_words import (
    Names,
    counts,
    dependable,
    figure,
    left_out,
    listed,
    several,
    unit_of,
)
from metrics.phrases import capital, missing, terms
from metrics.table import MeasureRow
from metrics.words import frequency, ratio_words

GROUPS = ("groups", "group")
# The side of 1 that is unwanted, by the direction of a measure.
WORSE_SIDE = (("lower", 1), ("higher", -1))


def groups_words(
    rows: Sequence[MeasureRow],
    *,
    measure: Measure,
    place: str,
    window: str,
    names: Names,
    reference: str,
) -> tuple[str, ...]:
    """Rows of one window, a group each, set against a reference.

    names: a group in a sentence ("Black children"); reference: that they are set
    against. A ratio is told only where the numbers are dependable.
    """
    unit = unit_of(rows[0], measure) if rows else measure.unit
    said = [
        f"Each row is a group of children in {place}, {window}: “{measure.title}”, "
        f"{unit}."
    ]
    own = next((row for row in rows if row.ratio_status == "reference"), None)
    if own is not None and dependable(own):
        said.append(f"{capital(reference)}: {figure(own, measure)}.")
    compared = [row for row in rows if told(row)]
    said += _apart(compared, measure, names, reference)
    rest = [row for row in rows if row.ratio_status != "reference" and not told(row)]
    every = len(rows) - (own is not None)
    said.append(" ".join([*_no_upper(rest, names), *_left(rest, every)]))
    return tuple(filter(None, said))


def told(row: MeasureRow) -> bool:
    """Whether the row has a dependable ratio with both limits."""
    if row.ratio_status != "ok" or not dependable(row):
        return False
    return not (missing(row.ratio_lower) or missing(row.ratio_upper))


def side(row: MeasureRow) -> int:
    """1 above the reference beyond chance, -1 below, 0 where it may be chance."""
    return 1 if row.ratio_lower > 1 else -1 if row.ratio_upper < 1 else 0


def _apart(
    rows: Sequence[MeasureRow], measure: Measure, names: Names, reference: str
) -> Iterator[str]:
    if not rows:
        return
    for where, word in ((1, "higher"), (-1, "lower")):
        those = [row for row in rows if side(row) == where]
        if those:
            told = "; ".join(_ratio(r, measure, names, reference) for r in those)
            yield (
                f"{capital(word)} than for {reference}, by more than chance readily "
                f"gives{judged(where, measure)}: {told}."
            )
    same = [row for row in rows if side(row) == 0]
    if same:
        who = listed([names(row) for row in same])
        yield f"For {who} the difference may be chance."


def judged(where: int, measure: Measure) -> str:
    """What a side of 1 means for a measure; "" where neither side is better."""
    unwanted = dict(WORSE_SIDE).get(measure.direction)
    if unwanted is None:
        return ""
    return f" ({'worse' if where == unwanted else 'better'}, for this measure)"


def _ratio(row: MeasureRow, measure: Measure, names: Names, reference: str) -> str:
    low, high = ratio_words(row.ratio_lower), ratio_words(row.ratio_upper)
    tail = f"ratio {ratio_words(row.ratio)}, 95 % interval {low} to {high}"
    said = f"{names(row)} ({tail}; {counts(row)})"
    if terms(row, measure).events:
        return said
    base, size = frequency(row.ratio)
    return f"{said}, {size} for every {base} {reference} out of equal numbers"


def _no_upper(rows: Sequence[MeasureRow], names: Names) -> Iterator[str]:
    for row in rows:
        if row.ratio_status == "no upper limit" and dependable(row):
            low = ratio_words(row.ratio_lower)
            yield f"For {names(row)} the ratio is {low} or more, without upper limit."


def _left(rows: Sequence[MeasureRow], every: int) -> Iterator[str]:
    """Groups that say nothing: no figure of their own, or only no comparison."""
    yield from left_out(rows, GROUPS, every=every)
    few = [
        row
        for row in rows
        if dependable(row) and row.ratio_status not in ("no upper limit", "none")
    ]
    if few:
        verb = "has" if len(few) == 1 else "have"
        yield (
            f"{several(len(few), every, GROUPS)} {verb} a figure and no ratio that "
            "can be relied on or shown."
        )


def ratios_over_time_words(
    rows: Sequence[MeasureRow], *, names: Names, group: str, reference: str, step: str
) -> tuple[str, ...]:
    """A ratio over windows, oldest first: its two ends and what is left out.

    Whether it changed is for the sentence over the chart to say.
    """
    said = [
        f"The line shows the ratio of {group} to {reference} at “{step}”; at 1 there "
        "is no difference."
    ]
    known = [row for row in rows if told(row)]
    for row in dict.fromkeys((known[0], known[-1])) if known else ():
        low, high = ratio_words(row.ratio_lower), ratio_words(row.ratio_upper)
        may = "; this may be chance" if side(row) == 0 else ""
        said.append(
            f"{capital(names(row))}: {ratio_words(row.ratio)} (95 % interval {low} to "
            f"{high}; {counts(row)} {group}){may}."
        )
    rest = [row for row in rows if not told(row)]
    if rest:
        verb = "has" if len(rest) == 1 else "have"
        said.append(
            f"{several(len(rest), len(rows), ('periods', 'period'))} {verb} no ratio "
            "that can be relied on or shown."
        )
    return tuple(said)
