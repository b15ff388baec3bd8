"""The pathway of a place, read through the door to numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

from metrics.errors import BadSelection, NoData
from metrics.groups import GROUPS
from metrics.model import ChainKind, Measure
from metrics.outcomes import Outcomes
from metrics.pathway import PER, chain, links
from metrics.pathway_model import Chain, Link
from metrics.pathway_parts import between_within
from metrics.pathway_reader import OTHERS, OWN, Outside, Question, Reader
from metrics.places import Place
from metrics.selection import Selection
from metrics.table import MeasureTable

FIRST = "report-rate"
# A county's chance differences are large: it is read over pooled years by default.
WINDOW_KINDS = (("state", ""), ("region", ""), ("county", "pool"))


@dataclass(frozen=True, kw_only=True)
class Pathway:
    """A chain with what stands beside it.

    `reference_from` is "own", or "state" where the place's own reference is too small
    somewhere on the way: one reference serves a whole chain, or it would not multiply.
    `branches` are links off the chain. `between` and `within` add up to the chain's
    difference at its end, in children per 1,000; NaN for a single county or where a
    count is hidden. `immature` names stages that are not followed up yet.
    """

    question: Question
    place: Place
    window: str
    chain: Chain
    branches: tuple[Link, ...]
    reference_from: str
    outside: Outside
    between: float
    within: float
    immature: tuple[str, ...]


def pathway(
    outcomes: Outcomes, question: Question, *, counties: bool = True
) -> Pathway:
    """The pathway that a question asks for; without `counties` nothing is split.

    Raises BadSelection or NoData with a sentence, or what `Outcomes.tables` raises.
    """
    _check(question)
    place = outcomes.place(question.state, question.place or question.state)
    steps, branches = _measures(outcomes, question, "cohort"), _branches(outcomes)
    window = question.window or _window(outcomes, question, place, steps)
    read = Reader(outcomes, question, place, window, (*steps, *branches))
    last = [measure.id for measure in steps].index(question.end) + 1
    source = read.reference_from(steps[:last])
    found = chain([read.stage(m, source) for m in steps], end=question.end)
    aside = links([read.stage(measure, source) for measure in branches])
    between = within = nan
    if counties and source == OWN:
        between, within = _split(outcomes, question, place, window, found)
    return Pathway(
        question=question,
        place=place,
        window=window,
        chain=found,
        branches=aside,
        reference_from=source,
        outside=read.outside(),
        between=between,
        within=within,
        immature=read.immature((*steps, *branches)),
    )


def _check(question: Question) -> None:
    known = [g.code for g in GROUPS.get(question.dimension, ()) if g.known]
    if not known:
        raise BadSelection(f"The pathway has no groups of {question.dimension[:20]}.")
    if question.group not in known:
        offered = ", ".join(known)
        raise BadSelection(
            f"There is no group “{question.group[:40]}”; there are: {offered}."
        )
    if question.reference not in (*known, OTHERS):
        raise BadSelection(
            f"“{question.reference[:40]}” is nothing to compare with; write the code "
            "of a group, or others."
        )
    if question.reference == question.group:
        raise BadSelection("A group is not compared with itself.")


def _measures(
    outcomes: Outcomes, question: Question, kind: ChainKind
) -> tuple[Measure, ...]:
    """The stages in order, from the report on. Raises BadSelection, NoData."""
    here = outcomes.measures(question.state)
    found = [m for m in here if m.step and m.step.chain == kind]
    if not found:
        raise NoData("No children are followed from their report in these figures.")
    found.sort(key=lambda m: m.step.order if m.step else 0)
    stages = (outcomes.measure(FIRST), *found)
    if question.end not in [measure.id for measure in stages]:
        offered = ", ".join(measure.id for measure in stages)
        raise BadSelection(
            f"“{question.end[:40]}” is no stage of the pathway; there are: {offered}."
        )
    return stages


def _branches(outcomes: Outcomes) -> tuple[Measure, ...]:
    return tuple(m for m in outcomes.measures() if m.step and m.step.chain == "branch")


def _window(
    outcomes: Outcomes, question: Question, place: Place, steps: Sequence[Measure]
) -> str:
    slowest = max(steps, key=lambda measure: measure.follow_up_months)
    kind = dict(WINDOW_KINDS)[place.level]
    return outcomes.latest(question.state, slowest, kind)


def _split(
    outcomes: Outcomes, question: Question, place: Place, window: str, found: Chain
) -> tuple[float, float]:
    """How much of the difference lies between counties and how much within them."""
    if place.level == "county" or isnan(found.difference):
        return nan, nan
    known = [g.code for g in GROUPS[question.dimension] if g.known]
    others = [code for code in known if code != question.group]
    reference = others if question.reference == OTHERS else [question.reference]
    tables = outcomes.tables(
        [
            Selection(
                state=question.state,
                measure=found.end,
                place=place.code,
                by="county",
                group=(question.dimension, code),
                windows=(window,),
                reference="none",
                base="population",
                population=question.population,
            )
            for code in (question.group, *reference)
        ]
    )
    theirs, rest = _by_place(tables[:1]), _by_place(tables[1:])
    between, within = between_within((*theirs[code], *rest[code]) for code in theirs)
    return between * PER, within * PER


def _by_place(tables: Sequence[MeasureTable]) -> dict[str, tuple[float, float]]:
    """Events and population of each place, added up over groups."""
    found: dict[str, tuple[float, float]] = {}
    for table in tables:
        for row in table:
            events, people = found.get(row.geography, (0.0, 0.0))
            found[row.geography] = (events + row.numerator, people + row.denominator)
    return found
