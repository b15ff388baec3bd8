"""Decisions in words: the matrix of groups and steps, the bars of a chain."""

from collections.abc import Sequence
from math import isfinite, isnan

from metrics.model import Measure, Step
from metrics.narrative_chain import apart, stage_sentence
from metrics.narrative_words import be, so_many
from metrics.narrative_words_groups import side, told
from metrics.pathway_model import Link
from metrics.table import MeasureRow
from metrics.words import count, ratio_words

MOST_STAGES = 5
# A part nearer to none than this, in children per 1,000, is told as none.
NONE = 0.005
# A group in a sentence, with its row at each step.
Group = tuple[str, Sequence[tuple[Measure, MeasureRow]]]


def matrix_words(groups: Sequence[Group], *, reference: str) -> tuple[str, ...]:
    """Which ratios of groups at steps lie beyond chance, on either side of 1."""
    said = [
        f"Each row is a group, each column a step: the ratio to {reference}."
    ]
    for where, word in ((1, "Above 1"), (-1, "Below 1")):
        listed = "; ".join(filter(None, (_at(each, where) for each in groups)))
        if listed:
            said.append(f"{word} by more than chance readily gives: {listed}.")
    rows = [row for _, steps in groups for _, row in steps]
    compared = [row for row in rows if row.ratio_status != "reference"]
    known = [row for row in compared if told(row)]
    chance = sum(side(row) == 0 for row in known)
    if chance:
        of_all = f"{count(chance)} of the {count(len(known))} that can be compared"
        said.append(f"In {of_all} the difference may be chance.")
    hidden = sum("hidden" in (row.status, row.ratio_status) for row in compared)
    rest = len(compared) - len(known) - hidden
    if hidden or rest:
        said.append(
            f"Of {count(len(compared))} ratios {so_many(hidden)} {be(hidden)} hidden "
            f"to protect the privacy of children, and {so_many(rest)} cannot be "
            "worked out or relied on."
        )
    return tuple(said)


def _at(group: Group, where: int) -> str:
    """A group with the steps at which its ratio lies on one side."""
    name, steps = group
    there = [
        f"{measure.step.label if measure.step else measure.title} "
        f"({ratio_words(row.ratio)})"
        for measure, row in steps
        if told(row) and side(row) == where
    ]
    return f"{name} at {', '.join(there)}" if there else ""


def chain_words(
    links: Sequence[tuple[Link, Step]], *, group_children: str, reference_children: str
) -> tuple[str, ...]:
    """Every decision of a chain as a natural frequency; of many, those beyond chance.

    links: a decision with its words, from the first to the last.
    """
    kept = list(links)
    if len(kept) > MOST_STAGES:
        kept = [each for each in kept if apart(each[0].rri)][:MOST_STAGES]
    return tuple(
        stage_sentence(
            link,
            step,
            group_children=group_children,
            reference_children=reference_children,
        )
        for link, step in kept
    )


def links_words(links: Sequence[Link], *, group_children: str) -> tuple[str, ...]:
    """Stages beside a chain: what each ratio stands on, or that there is none."""
    said = ["Each row is a decision beside the way; at 1 there is no difference."]
    for link in links:
        label, group = link.stage.label, link.stage.group
        if not (link.rri.shown and isfinite(group.numerator + group.denominator)):
            said.append(f"“{label}” has no ratio that can be relied on or shown.")
            continue
        said.append(
            f"“{label}”: {ratio_words(link.rri.value)}, {group.numerator:,.0f} of "
            f"{group.denominator:,.0f} {group_children}."
        )
    return tuple(said)


def parts_words(
    parts: Sequence[tuple[str, float]], *, group_children: str, reference_children: str
) -> tuple[str, ...]:
    """What each part adds to a difference, in children out of 1,000 of each group."""
    if not parts or any(isnan(size) for _, size in parts):
        return ()
    listed = "; ".join(_part(label, size) for label, size in parts)
    total = sum(size for _, size in parts)
    return (
        f"Out of every 1,000 children of each group, {group_children} against "
        f"{reference_children}: {listed}.",
        f"Together that is {_signed(total)}.",
    )


def _part(label: str, size: float) -> str:
    return f"{_signed(size)} at “{label}”"


def _signed(size: float) -> str:
    if abs(size) < NONE:
        return "next to none"
    return f"{abs(size):.2f} {'more' if size > 0 else 'fewer'}"

