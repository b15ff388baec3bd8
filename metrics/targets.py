"""Where each target of a plan stands: by rule, from evidence or by interval.

Rows in, status out: nothing here reads a database or a clock.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.state_model import State
from data.state_plan import Plan, Target
from metrics.errors import UnknownMeasure
from metrics.selection import Selection
from metrics.table import MeasureTable
from metrics.target_levels import level_standings
from metrics.target_rules import (
    LEVEL_RULE,
    NO_RULE,
    Found,
    Status,
    by_evidence,
    by_interval,
    least,
)
from metrics.target_verdicts import MeasureVerdict, change_verdicts, gap_verdicts

Changes = Mapping[Selection, MeasureVerdict]


@dataclass(frozen=True, kw_only=True)
class TargetStatus:
    """Where a target stands.

    status: one of Status. word: what a reader sees, with counts of measures. says: one
    plain sentence. rule: how the status was found. settled: day of the evidence that
    settles it, if any. verdicts: one a measure (or gap), also where evidence decides.
    """

    target: str
    status: Status
    word: str
    says: str
    rule: str
    due: date
    due_passed: bool
    settled: date | None = None
    verdicts: tuple[MeasureVerdict, ...] = ()
    baseline: str = ""


def evaluate(
    target: Target,
    tables: Sequence[MeasureTable] = (),
    *,
    baseline: str,
    today: date,
    fiscal_start: int = 7,
    changes: Changes | None = None,
) -> TargetStatus:
    """The status of one target on the day `today`.

    tables: one a measure of the target, with the baseline window and the newest mature
    one: the state as a whole, or for a gap the groups by race (see `selections`).
    changes: what `change_verdicts` found of these tables, where it was asked before.
    """
    passed = today > target.due
    verdicts = _verdicts(target, tables, baseline, fiscal_start, changes)
    found = _found(target, tables, verdicts, passed, baseline, fiscal_start)
    return TargetStatus(
        target=target.id,
        status=found.status,
        word=found.word,
        says=_sentence(target, found, passed),
        rule=found.rule,
        due=target.due,
        due_passed=passed,
        settled=found.settled,
        verdicts=verdicts,
        baseline=baseline if verdicts else "",
    )


def selections(
    target: Target, plan: Plan, *, state: str, latest: Mapping[str, str]
) -> tuple[Selection, ...]:
    """What to ask the outcomes for before `evaluate`.

    latest: key of the newest mature window by measure; one without is left out.
    """
    return tuple(
        Selection(
            state=state,
            measure=measure,
            by="race" if target.kind == "gap" else "all",
            windows=tuple(dict.fromkeys((plan.baseline_window, latest[measure]))),
        )
        for measure in target.measures
        if latest.get(measure)
    )


def check_targets(state: State, measure_ids: Collection[str]) -> None:
    """Raise UnknownMeasure if a target names a measure that is not in the catalogue."""
    for target in state.plan.targets if state.plan else ():
        for measure in (*target.measures, *target.companions):
            if measure not in measure_ids:
                raise UnknownMeasure(
                    f"data/states/{state.id}.yaml: target {target.id} names the "
                    f"measure “{measure}”, which is not in the catalogue; there are "
                    f"{', '.join(sorted(measure_ids)) or 'none'}."
                )


def _verdicts(
    target: Target,
    tables: Sequence[MeasureTable],
    baseline: str,
    fiscal_start: int,
    changes: Changes | None,
) -> tuple[MeasureVerdict, ...]:
    if target.kind == "gap":
        gaps = (
            gap_verdicts(each, baseline, fiscal_start=fiscal_start) for each in tables
        )
        return tuple(one for several in gaps for one in several)
    if changes is None:
        return tuple(change_verdicts(tables, baseline, fiscal_start=fiscal_start))
    return tuple(changes[each.selection] for each in tables)


def _found(
    target: Target,
    tables: Sequence[MeasureTable],
    verdicts: tuple[MeasureVerdict, ...],
    passed: bool,
    baseline: str,
    fiscal_start: int,
) -> Found:
    if target.retired:
        return Found(status="retired", word="retired", rule=target.retired)
    if any(each.met for each in target.evidence) or target.kind == "milestone":
        return by_evidence(target, passed)
    if target.kind == "level" and target.goal is not None and tables:
        standings = level_standings(target, tables, baseline, passed, fiscal_start)
        word = "; ".join(dict.fromkeys(standings))
        return Found(status=least(standings), word=word, rule=LEVEL_RULE)
    if target.kind == "level" or all(
        each.verdict == "cannot tell" for each in verdicts
    ):
        return Found(status="not measurable", word="not measurable yet", rule=NO_RULE)
    return by_interval(target, verdicts)


def _sentence(target: Target, found: Found, passed: bool) -> str:
    day = f"{target.due.day} {target.due:%B %Y}"
    due = f"It was due by {day}." if passed else f"It is due by {day}."
    head = found.word[0].upper() + found.word[1:]
    if found.settled:
        head += f", by evidence of {found.settled.day} {found.settled:%B %Y}"
    return f"{head}. {due}"
