"""Everything a scorecard stands on, in one question to the outcomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.state import load_state
from data.state_model import State
from data.state_plan import Plan, Priority, Target
from metrics.errors import BadSelection, NoData
from metrics.model import Measure
from metrics.selection import Selection
from metrics.table import MeasureTable
from metrics.target_verdicts import change_verdicts
from metrics.targets import Changes, TargetStatus, evaluate, selections
from pages import _wiring
from pages._present.about import About, about
from pages._present.evidence import Found, Setting

Latest = Mapping[str, str]
Tables = Mapping[Selection, MeasureTable]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The state's file, every measure's tables, every target's status."""

    state: State
    plan: Plan | None
    setting: Setting
    found: tuple[Found, ...]
    statuses: Mapping[str, TargetStatus]

    @property
    def about(self) -> About:
        return self.setting.about

    def of(self, measures: Sequence[str]) -> tuple[Found, ...]:
        """What was found of these measures, in their order, if there are any."""
        known = {each.measure.id: each for each in self.found}
        return tuple(known[each] for each in measures if each in known)


@dataclass(frozen=True, kw_only=True)
class _Ground:
    """What every question about a state starts from."""

    file: State
    about: About
    measures: tuple[Measure, ...]
    latest: Latest
    baseline: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """A priority of the plan; where there is no plan, the measures of one subject."""

    subject: str
    measures: tuple[str, ...]
    priority: Priority | None = None


def ask(state: str, today: date) -> Asked:
    """The plan, every measure over the years, and where each target stands `today`."""
    ground = _ground(state)
    targets = _targets(ground.file.plan, state, ground.latest, ground.baseline)
    parts = {each.id: ("trend",) for each in ground.measures}
    return _asked(ground, parts, targets, today)


def ask_part(state: str, today: date, number: int) -> tuple[Part, Asked]:
    """A part of the scorecard and all that is said of its measures and targets.

    Raises BadSelection if there is no such part.
    """
    ground = _ground(state)
    parts = parts_of(ground.file.plan, ground.measures)
    if not 0 < number <= len(parts):
        raise BadSelection(f"The scorecard has no part {number}.")
    part = parts[number - 1]
    of_part = part.priority.targets if part.priority else ()
    every = _targets(ground.file.plan, state, ground.latest, ground.baseline)
    targets = {target: every[target] for target in of_part}
    return part, _asked(ground, _wholly(part, ground.measures), targets, today)


def parts_of(plan: Plan | None, measures: Sequence[Measure]) -> tuple[Part, ...]:
    """What the scorecard is made of, in its order."""
    if plan is None:
        subjects = dict.fromkeys(each.priority for each in measures)
        return tuple(
            Part(
                subject=subject,
                measures=tuple(m.id for m in measures if m.priority == subject),
            )
            for subject in subjects
        )
    return tuple(
        Part(
            subject=each.id,
            measures=tuple(
                m for t in each.targets for m in (*t.measures, *t.companions)
            ),
            priority=each,
        )
        for each in plan.priorities
    )


def ask_every(state: str) -> Asked:
    """Every measure with its value, change and gaps, and no target."""
    ground = _ground(state)
    parts = {each.id: ("change", "race") for each in ground.measures}
    return _asked(ground, parts, {}, date.min)


def _ground(state: str) -> _Ground:
    file, here = load_state(state), about(state)
    measures = _wiring.outcomes().measures(state)
    return _Ground(
        file=file,
        about=here,
        measures=measures,
        latest={each.id: latest_of(state, each) for each in measures},
        baseline=baseline_of(file.plan, here),
    )


def _asked(
    ground: _Ground,
    parts: Mapping[str, Sequence[str]],
    targets: Mapping[Target, tuple[Selection, ...]],
    today: date,
) -> Asked:
    file = ground.file
    measures = [each for each in ground.measures if each.id in parts]
    wanted = {each.id: _wanted(each, ground, parts[each.id]) for each in measures}
    tables = _tables(wanted, targets)
    moving = [each["change"] for each in wanted.values() if "change" in each]
    moving += [s for several in targets.values() for s in several]
    asked_of = {each: tables[each] for each in moving}
    changes = _changes(asked_of, ground.baseline, file.fiscal_year_start_month)
    setting = Setting(
        about=ground.about,
        baseline=ground.baseline,
        fiscal_start=file.fiscal_year_start_month,
        counties_noun=file.counties_noun,
    )
    return Asked(
        state=file,
        plan=file.plan,
        setting=setting,
        found=tuple(
            _found(each, ground.latest[each.id], wanted[each.id], tables, changes)
            for each in measures
        ),
        statuses=_statuses(targets, tables, changes, setting, today),
    )


def _wholly(part: Part, measures: Sequence[Measure]) -> dict[str, tuple[str, ...]]:
    """What to ask of each measure: all of one that the part shows."""
    targets = part.priority.targets if part.priority else ()
    gaps = {m for t in targets if t.kind == "gap" for m in t.measures}
    every = ("trend", "change", "race", "counties")
    known = {each.id for each in measures}
    shown = [each for each in dict.fromkeys(part.measures) if each in known]
    return {each: (*every, "gap") if each in gaps else every for each in shown}


def has_level(measure: Measure) -> bool:
    """Whether counties can meet a national value of the measure, or not."""
    return measure.national is not None and measure.direction != "none"


def latest_of(state: str, measure: Measure, kind: str = "") -> str:
    """The newest window that is complete for the measure, or nothing."""
    try:
        return str(_wiring.outcomes().latest(state, measure, kind))
    except NoData:
        return ""


def baseline_of(plan: Plan | None, here: About) -> str:
    """The plan's baseline window; where there is none, the oldest of the calendar."""
    keys = [each.key for each in here.of_kind()]
    if plan and plan.baseline_window in keys:
        return plan.baseline_window
    return keys[0] if keys else ""


def _wanted(
    measure: Measure, ground: _Ground, parts: Sequence[str]
) -> dict[str, Selection]:
    """The selections of one measure by name; the same words as `Found`."""
    newest, here = ground.latest[measure.id], ground.about
    if not newest:
        return {}
    both = tuple(dict.fromkeys((ground.baseline, newest)))
    every = tuple(each.key for each in here.of_kind())
    state, name = here.state, measure.id
    asked = {
        "trend": Selection(state=state, measure=name, windows=every),
        "change": Selection(state=state, measure=name, windows=both),
    }
    if "race" in measure.breakdowns:
        when = both if "gap" in parts else (newest,)
        asked["race"] = Selection(state=state, measure=name, by="race", windows=when)
    if has_level(measure):
        # They are held against a level and compared with nothing.
        asked["counties"] = Selection(
            state=state, measure=name, by="county", windows=(newest,), reference="none"
        )
    return {part: selection for part, selection in asked.items() if part in parts}


def _targets(
    plan: Plan | None, state: str, latest: Latest, baseline: str
) -> dict[Target, tuple[Selection, ...]]:
    if plan is None:
        return {}
    known = {name: key for name, key in latest.items() if key}
    dated = plan.model_copy(update={"baseline_window": baseline})
    return {
        target: selections(target, dated, state=state, latest=known)
        for target in plan.targets
    }


def _tables(
    wanted: Mapping[str, Mapping[str, Selection]],
    targets: Mapping[Target, Sequence[Selection]],
) -> Tables:
    each = [s for several in wanted.values() for s in several.values()]
    each += [s for several in targets.values() for s in several]
    unique = tuple(dict.fromkeys(each))
    return dict(zip(unique, _wiring.outcomes().tables(unique), strict=True))


def _changes(tables: Tables, baseline: str, fiscal_start: int) -> Changes:
    """How every measure of the state moved, compared in one go."""
    whole = {asked: table for asked, table in tables.items() if asked.by == "all"}
    told = change_verdicts(tuple(whole.values()), baseline, fiscal_start=fiscal_start)
    return dict(zip(whole, told, strict=True))


def _found(
    measure: Measure,
    newest: str,
    wanted: Mapping[str, Selection],
    tables: Tables,
    changes: Changes,
) -> Found:
    given = {name: tables[selection] for name, selection in wanted.items()}
    told = changes[wanted["change"]] if "change" in wanted else None
    return Found(measure=measure, window=newest, told=told, **given)


def _statuses(
    targets: Mapping[Target, Sequence[Selection]],
    tables: Tables,
    changes: Changes,
    setting: Setting,
    today: date,
) -> dict[str, TargetStatus]:
    return {
        target.id: evaluate(
            target,
            [tables[selection] for selection in asked],
            baseline=setting.baseline,
            today=today,
            fiscal_start=setting.fiscal_start,
            changes=changes,
        )
        for target, asked in targets.items()
    }
