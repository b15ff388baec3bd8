"""The rules that give a target its status, and the words for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data.state_plan import Target
from metrics.target_verdicts import MeasureVerdict

Status = Literal[
    "met", "met late", "on track", "off track", "missed", "not measurable",
    "no evidence recorded", "better", "no clear change", "worse", "retired",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Found:
    """A status, the words for it, its rule, and the day of the evidence."""

    status: Status
    word: str
    rule: str
    settled: date | None = None


_EVIDENCE_RULE = (
    "Milestone: met if evidence that it was reached is recorded, met late if that "
    "evidence is dated after the due date, missed only if evidence says so."
)
_CHANGE_RULE = (
    "Each measure is compared with the baseline window by the 95 % interval of the "
    "ratio of the two; a change that the interval does not show clearly is none."
)
_GAP_RULE = (
    "Each group's ratio to White children is compared with that of the baseline window "
    "by the 99.8 % interval of the ratio of the two ratios; nearer to 1 is narrower."
)
LEVEL_RULE = (
    "The value is compared with the number set by its 95 % interval: reached or missed "
    "only if the whole interval lies on that side."
)
NO_RULE = "No measure in this product bears on the target yet, or none can be compared."


def by_evidence(target: Target, passed: bool) -> Found:
    """Met, met late or missed by what was typed in; else no evidence recorded."""
    settled = sorted(
        (each for each in target.evidence if each.met), key=lambda e: e.date
    )
    if settled:
        first = settled[0].date
        status: Status = "met" if first <= target.due else "met late"
        return Found(status=status, word=status, rule=_EVIDENCE_RULE, settled=first)
    after = [each.date for each in target.evidence if each.date >= target.due]
    if passed and after:
        return Found(
            status="missed", word="missed", rule=_EVIDENCE_RULE, settled=max(after)
        )
    word = "no evidence of completion" if target.evidence else "no evidence recorded"
    if passed:
        word += " (due date has passed)"
    return Found(status="no evidence recorded", word=word, rule=_EVIDENCE_RULE)


def by_interval(target: Target, verdicts: tuple[MeasureVerdict, ...]) -> Found:
    """Better or worse if measures moved one way only; the words count all of them."""
    gap = target.kind == "gap"
    given = [each.verdict for each in verdicts]
    better, worse = given.count("better"), given.count("worse")
    status: Status = "no clear change"
    if bool(better) != bool(worse):
        status = "better" if better else "worse"
    return Found(
        status=status,
        word=_counted(given, gap=gap),
        rule=_GAP_RULE if gap else _CHANGE_RULE,
    )


def _counted(given: Sequence[str], *, gap: bool) -> str:
    """Such as "1 of 3 measures better, 2 no clear change"."""
    words = {
        "better": "narrower" if gap else "better",
        "worse": "wider" if gap else "worse",
        "higher": "higher",
        "lower": "lower",
        "no clear change": "no clear change",
        "cannot tell": "cannot be compared",
    }
    counts = [
        (given.count(word), says) for word, says in words.items() if word in given
    ]
    if len(given) == 1:
        return f"{counts[0][1]} since the baseline window"
    noun = "gaps" if gap else "measures"
    first, *rest = counts
    if not rest:
        return f"all {len(given)} {noun} {first[1]}"
    head = f"{first[0]} of {len(given)} {noun} {first[1]}"
    return ", ".join([head, *(f"{number} {says}" for number, says in rest)])


_ORDER: tuple[Status, ...] = (
    "missed", "off track", "not measurable", "no clear change", "met late",
    "on track", "met",
)  # fmt: skip


def least(standings: Sequence[Status]) -> Status:
    """The status farthest from met: a target is met when all its measures are."""
    return min(standings, key=_ORDER.index)
