"""Every target of a state's plan with its status, from the outcomes."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from data.state_model import State
from data.state_plan import Plan, Target
from metrics.errors import NoData
from metrics.model import Measure
from metrics.selection import Selection
from metrics.table import MeasureTable
from metrics.targets import TargetStatus, check_targets, evaluate, selections
from metrics.windows import Window


class Door(Protocol):
    """What of the outcomes is needed here."""

    def measures(self, state: str | None = None) -> tuple[Measure, ...]: ...
    def windows(self, state: str) -> tuple[Window, ...]: ...
    def latest(self, state: str, measure: Measure, kind: str = "") -> str: ...
    def tables(self, selections: Sequence[Selection]) -> list[MeasureTable]: ...


def plan_statuses(
    outcomes: Door, state: State, *, today: date
) -> tuple[TargetStatus, ...]:
    """One status a target, in the order of the plan; none for a state without one.

    All figures are fetched in one question. Raises UnknownMeasure if a target names a
    measure that is not in the catalogue, and what the outcomes raise.
    """
    if state.plan is None:
        return ()
    check_targets(state, {measure.id for measure in outcomes.measures()})
    latest = _latest(outcomes, state, state.plan)
    asked = [_asked(target, state, state.plan, latest) for target in state.plan.targets]
    answers = iter(outcomes.tables([one for several in asked for one in several]))
    return tuple(
        evaluate(
            target,
            [next(answers) for _ in several],
            baseline=state.plan.baseline_window,
            today=today,
            fiscal_start=state.fiscal_year_start_month,
        )
        for target, several in zip(state.plan.targets, asked, strict=True)
    )


def _asked(
    target: Target, state: State, plan: Plan, latest: dict[str, str]
) -> tuple[Selection, ...]:
    return selections(target, plan, state=state.id, latest=latest)


def _latest(outcomes: Door, state: State, plan: Plan) -> dict[str, str]:
    """The newest mature window by measure, of the baseline's kind.

    Nothing can be compared in an edition without the baseline window.
    """
    if plan.baseline_window not in {
        window.key for window in outcomes.windows(state.id)
    }:
        return {}
    kind = plan.baseline_window.rstrip("0123456789")
    found = {}
    for measure in outcomes.measures(state.id):
        try:
            found[measure.id] = outcomes.latest(state.id, measure, kind)
        except NoData:
            continue
    return found
