"""Sentences about a gap over time, and about where in a state it lies."""

from math import isnan

from metrics.gap_trend import GapTrend, partial
from metrics.pathway_model import Chain
from metrics.words import ratio_words

SAYS = (
    ("wider", "the gap is wider, by more than chance alone readily gives"),
    ("smaller", "the gap is smaller, by more than chance alone readily gives"),
    (
        "turned round",
        "the difference has turned round, by more than chance alone readily gives",
    ),
    ("no clear change", "no clear change: the difference may be chance"),
)
# A part nearer to none than this, in children per 1,000, is told as none.
NONE = 0.005


def gap_change_sentence(
    found: GapTrend,
    *,
    place: str,
    step: str,
    window: str,
    earlier_window: str,
    group_children: str,
    reference_children: str,
) -> str:
    """What became of a ratio between two windows; why nothing can be said, if so."""
    pair = f"{group_children} and {reference_children}"
    if found.before is None or found.now is None:
        return (
            f"In {place} there are no two periods in which {pair} can be compared at "
            f"“{step}”, so no change can be told."
        )
    before, now = ratio_words(found.before.ratio), ratio_words(found.now.ratio)
    said = (
        f"In {place} the ratio of {group_children} to {reference_children} at “{step}” "
        f"was {before} in {earlier_window} and {now} in {window}"
    )
    if partial(found.before, found.now):
        return (
            f"{said}; the two are not compared, because each is formed over those "
            "counties only where both groups are shown."
        )
    if found.gap == "cannot tell":
        return f"{said}; the two cannot be compared."
    change = found.change
    between = f"{ratio_words(change.lower)} to {ratio_words(change.upper)}"
    tail = f"(ratio of the two {ratio_words(change.ratio)}, 95 % interval {between})"
    return f"{said}; {dict(SAYS)[found.gap]} {tail}."


def places_sentence(
    between: float,
    within: float,
    *,
    place: str,
    verb: str,
    group_children: str,
    reference_children: str,
) -> str:
    """How much of a difference per 1,000 lies between counties, how much within them.

    between, within: children per 1,000; they add up to the difference.
    """
    if isnan(between) or isnan(within):
        return (
            f"How much of the difference in {place} lies between counties cannot be "
            "worked out: the numbers of some counties are hidden or not there."
        )
    return (
        f"Out of every 1,000 children of each group, {_signed(between + within)} "
        f"{group_children} than {reference_children} {verb}: {_signed(between)} by "
        f"where in {place} they live, and {_signed(within)} inside the same counties."
    )


def parts_sentence(
    chain: Chain, *, verb: str, group_children: str, reference_children: str
) -> str:
    """The difference at the end of a chain per 1,000, and its largest part; empty
    where it cannot be shared out.
    """
    if isnan(chain.difference):
        return ""
    side = 1 if chain.difference >= 0 else -1
    links = [link for link in chain.links if not isnan(link.per_1000)]
    largest = max(links, key=lambda link: side * link.per_1000)
    return (
        f"Out of every 1,000 children of each group, {_signed(chain.difference)} "
        f"{group_children} than {reference_children} {verb}. The largest part of it, "
        f"{_signed(largest.per_1000)}, is at “{largest.stage.label}”."
    )


def _signed(part: float) -> str:
    if abs(part) < NONE:
        return "next to none"
    return f"{abs(part):.2f} {'more' if part > 0 else 'fewer'}"
