"""What all slides stand on: one place, its plan, every measure over the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.state import load_state
from data.state_model import State
from data.state_plan import Plan, Target
from metrics.errors import BadSelection
from metrics.model import Measure
from metrics.selection import Selection
from metrics.table import MeasureRow, MeasureTable
from metrics.targets import TargetStatus, evaluate, selections
from pages import _wiring
from pages._present.about import About, about
from pages._present.promises import baseline_of, latest_of
from pages._present.side_power import region_of
from pages._words import present as words


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A place and a day; everything else is asked for when a slide needs it."""

    about: About
    file: State
    today: date

    @property
    def plan(self) -> Plan | None:
        return self.file.plan

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        found: tuple[Measure, ...] = _wiring.outcomes().measures(self.about.state)
        return found

    def measure(self, id: str) -> Measure:
        """A measure of the state. Raises BadSelection if the deck names another."""
        for each in self.measures:
            if each.id == id:
                return each
        said = words.FILE_MEASURE.format(state=self.file.id, measure=id[:40])
        raise BadSelection(said)

    @cached_property
    def around(self) -> "Ground | None":
        """The region of a county, else the whole state; None for the whole state."""
        if self.about.whole_state:
            return None
        region = region_of(self.about.state, self.about.place)
        code = region.code if region else ""
        wider = about(self.about.state, code)
        return Ground(about=wider, file=self.file, today=self.today)

    @cached_property
    def baseline(self) -> str:
        """The window from which changes are counted."""
        return baseline_of(self.plan, self.about)

    @cached_property
    def newest(self) -> Mapping[str, str]:
        """By measure, the newest window that is complete; "" if there is none."""
        state = self.about.state
        return {each.id: latest_of(state, each) for each in self.measures}

    def years(self, measure: Measure) -> MeasureTable:
        """A measure at the place, over all windows."""
        every = tuple(each.key for each in self.about.of_kind())
        found: MeasureTable = _wiring.outcomes().table(self._asked(measure, *every))
        return found

    def two(self, measures: Sequence[Measure]) -> tuple[MeasureTable, ...]:
        """Measures at the place in the baseline window and in their newest one."""
        windows = ((self.baseline, self.newest[each.id]) for each in measures)
        asked = [
            self._asked(each, *dict.fromkeys(filter(None, keys)))
            for each, keys in zip(measures, windows, strict=True)
        ]
        return tuple(_wiring.outcomes().tables(asked))

    def _asked(self, measure: Measure, *windows: str) -> Selection:
        return Selection(
            state=self.about.state,
            measure=measure.id,
            place=self.about.code,
            windows=windows,
        )

    def row(self, measure: Measure, window: str) -> MeasureRow | None:
        """The place in a window."""
        if not window:
            return None
        return next(self.years(measure).matching(window=window), None)

    def statuses(self, targets: Sequence[Target]) -> dict[str, TargetStatus]:
        """Where each of these targets stands today, as the scorecard tells it."""
        if self.plan is None:
            return {}
        plan = self.plan.model_copy(update={"baseline_window": self.baseline})
        state = self.about.state
        latest = {name: key for name, key in self.newest.items() if key}
        asked = [selections(t, plan, state=state, latest=latest) for t in targets]
        answers = iter(_wiring.outcomes().tables([s for each in asked for s in each]))
        tables = [[next(answers) for _ in each] for each in asked]
        return {
            target.id: evaluate(
                target,
                mine,
                baseline=self.baseline,
                today=self.today,
                fiscal_start=self.file.fiscal_year_start_month,
            )
            for target, mine in zip(targets, tables, strict=True)
        }


def ground(place: About, today: date) -> Ground:
    """The ground of a place."""
    return Ground(about=place, file=load_state(place.state), today=today)
