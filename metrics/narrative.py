"""One plain sentence from one row: what was counted, where, when, among how many.

Every sentence is bound to one typed row (a change to two) and refuses, saying why,
where the row is hidden, unreliable, too recent or without a figure. No sentence says
why something is so, nor that more is good: the measure's direction alone says that.
"""

import math

from metrics.model import Measure
from metrics.phrases import (
    Terms,
    amount,
    counted_among,
    missing,
    notes,
    of_group,
    ratio_refusal,
    reference_of,
    refusal,
    terms,
    where_of,
)
from metrics.reliability import LIMITS, Limits
from metrics.table import BREAK, MeasureRow
from metrics.trend import Trend, compare, verdict
from metrics.windows import overlap
from metrics.words import count, frequency, pronoun, ratio_words


def value_sentence(
    row: MeasureRow,
    *,
    measure: Measure,
    place: str,
    window: str,
    group_children: str = "",
) -> str:
    """The figure with its counts and interval.

    group_children: the words for the row's group ("Black children"), if it has one.
    """
    where = where_of(place, window, measure, group_children)
    refused = refusal(row, _with_group(where, group_children))
    if refused:
        return refused
    say = terms(row, measure)
    had, base = count(row.numerator), count(row.denominator)
    among = of_group(say.among, group_children)
    if say.kind == "proportion":
        had = had if row.numerator else "none"
        said = f"of {base} {among}, {had} {say.verb}"
    else:
        what = of_group(say.counted, group_children)
        said = f"there were {had} {what} {counted_among(row, say, base, among)}"
    return f"In {where}, {said}: {amount(row, say)}.{notes(row)}"


def disparity_sentence(
    row: MeasureRow,
    *,
    measure: Measure,
    place: str,
    window: str,
    group_children: str,
    reference_children: str,
) -> str:
    """The ratio of two groups as a natural frequency, with its interval.

    Where the row takes its reference from the state, the words say so.
    """
    reference = reference_of(row, reference_children)
    where = f"{place}, {window}"
    refused = ratio_refusal(row, where, group_children, reference)
    if refused:
        return refused
    say = terms(row, measure)
    if row.ratio_status == "no upper limit" or not math.isfinite(row.ratio):
        return _without_upper(row, say, where, group_children, reference)
    said = _frequency(row, say, group_children, reference)
    low, high = row.ratio_lower, row.ratio_upper
    between = f"{ratio_words(low)} to {ratio_words(high)}"
    tail = f"(ratio {ratio_words(row.ratio)}, 95 % interval {between})"
    if low <= 1 <= high:
        tail += "; the interval includes 1, so the difference may be chance"
    return f"In {where}, {said} {tail}.{notes(row)}"


def excess_sentence(
    row: MeasureRow,
    *,
    measure: Measure,
    place: str,
    window: str,
    group_children: str,
    reference_children: str,
) -> str:
    """How many more or fewer than the rate of the reference would give."""
    reference = reference_of(row, reference_children)
    where = f"{place}, {window}"
    refused = ratio_refusal(row, where, group_children, reference)
    if refused:
        return refused
    if missing(row.excess) or missing(row.excess_lower) or missing(row.excess_upper):
        return f"No difference in number can be calculated in {where}."
    given = f"the rate of {reference} would give"
    say = terms(row, measure)
    who = f"{group_children} who {say.verb}"
    if say.events:
        who = f"{say.counted} for {group_children}"
    said = f"the number of {who} is within two of what {given}"
    if round(abs(row.excess)) >= 2:
        more = "more" if row.excess > 0 else "fewer"
        said = f"there were about {count(abs(row.excess))} {more} {who} than {given}"
    tail = f"(95 % interval {_signed(row.excess_lower)} to {_signed(row.excess_upper)})"
    if row.excess_lower <= 0 <= row.excess_upper:
        tail += "; the interval includes no difference, so this may be chance"
    return f"In {where}, {said} {tail}.{notes(row)}"


def change_sentence(
    row: MeasureRow,
    earlier: MeasureRow,
    *,
    measure: Measure,
    place: str,
    window: str,
    earlier_window: str,
    group_children: str = "",
    broken: bool = False,
    limits: Limits = LIMITS,
) -> str:
    """This window against an earlier one that does not overlap it, by the interval.

    broken: what the figures mean changed between the two windows.
    """
    for each, when in ((row, window), (earlier, earlier_window)):
        where = where_of(place, when, measure, group_children)
        refused = refusal(each, _with_group(where, group_children))
        if refused:
            return refused
    title = _titled(measure, place, group_children)
    if broken or row.has(BREAK) or earlier.has(BREAK):
        return (
            f"{title}: what the figures mean changed between {earlier_window} and "
            f"{window}, so the two are not compared."
        )
    if overlap((row.window, earlier.window)):
        return (
            f"{title}: {earlier_window} and {window} share days, so the two are not "
            "compared."
        )
    say = terms(row, measure)
    change = compare(
        row.numerator, row.denominator, earlier.numerator, earlier.denominator,
        say.kind, limits=limits,
    )  # fmt: skip
    now, before = amount(row, say, interval=False), amount(earlier, say, interval=False)
    said = f"{title}: {now} in {window}, {before} in {earlier_window}"
    ending = f"{change.direction}, by more than chance alone readily gives"
    if change.direction == "cannot be compared":
        ending = "the two cannot be compared"
    elif change.direction == "no clear change":
        ending = "no clear change: the difference may be chance"
    judged = _judged(verdict(change, measure.direction))
    return f"{said}; {ending}{judged}.{notes(row)}"


def trend_sentence(
    row: MeasureRow,
    trend: Trend,
    *,
    measure: Measure,
    place: str,
    window: str,
    group_children: str = "",
) -> str:
    """The direction of the five newest windows; `row` is the newest of them."""
    where = where_of(place, window, measure, group_children)
    refused = refusal(row, _with_group(where, group_children))
    if refused:
        return refused
    title = _titled(measure, place, group_children)
    if trend.direction == "cannot be calculated":
        return f"{title}: a trend needs five windows in a row with dependable figures."
    judged = _judged(verdict(trend, measure.direction))
    over = f"over the five windows up to {window}"
    return f"{title}: {trend.direction} {over}{judged}.{notes(row)}"


def _without_upper(
    row: MeasureRow, say: Terms, where: str, group: str, reference: str
) -> str:
    none = f"none of the {reference} {say.verb}"
    if say.events:
        none = f"{reference} had no {say.counted}"
    return (
        f"In {where}, {none}, so the ratio for {group} has no upper limit; it is "
        f"{ratio_words(row.ratio_lower)} or more (95 % interval).{notes(row)}"
    )


def _frequency(row: MeasureRow, say: Terms, group: str, reference: str) -> str:
    base, size = frequency(row.ratio)
    if say.events:
        return (
            f"over the same number of {say.among}, {group} had {size} {say.counted} "
            f"for every {base} that {reference} had"
        )
    among = "children" if say.population else say.among
    return (
        f"for every {base} {reference} who {say.verb}, {size} {group} "
        f"{pronoun(say.verb)}, out of the same number of {among}"
    )


def _with_group(where: str, group: str) -> str:
    return f"{group} in {where}" if group and group not in where else where


def _titled(measure: Measure, place: str, group: str) -> str:
    return f"{measure.title}, {place}" + (f", {group}" if group else "")


def _judged(found: str) -> str:
    return f" ({found}, for this measure)" if found in ("better", "worse") else ""


def _signed(size: float) -> str:
    whole = round(size)
    if whole == 0:
        return "none"
    return f"{count(abs(whole))} {'more' if whole > 0 else 'fewer'}"
