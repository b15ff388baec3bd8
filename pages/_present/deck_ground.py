"""What all slides stand on: one place, its plan, every measure over the years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.state import load_state
from data.state_model import State
from data.state_plan import Plan
from metrics.errors import BadSelection
from metrics.model import Measure
from metrics.plan_status import plan_statuses
from metrics.selection import Selection
from metrics.table import MeasureRow, MeasureTable
from metrics.targets import TargetStatus
from pages import _wiring
from pages._present.about import About, about
from pages._present.promises import baseline_of, latest_of
from pages._present.side_power import region_of
from pages._words import present as words

Tables = Mapping[str, MeasureTable]


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

    @cached_property
    def years(self) -> Tables:
        """Every measure at the place, over all windows."""
        asked = [
            Selection(
                state=self.about.state,
                measure=each.id,
                place=self.about.code,
                windows=tuple(window.key for window in self.about.of_kind()),
            )
            for each in self.measures
        ]
        found = _wiring.outcomes().tables(asked)
        return {m.id: table for m, table in zip(self.measures, found, strict=True)}

    def row(self, measure: Measure, window: str) -> MeasureRow | None:
        """The place in a window."""
        if not window:
            return None
        return next(self.years[measure.id].matching(window=window), None)

    @cached_property
    def statuses(self) -> Mapping[str, TargetStatus]:
        """Where each target of the plan stands today; empty without a plan."""
        told = plan_statuses(_wiring.outcomes(), self.file, today=self.today)
        return {each.target: each for each in told}


def ground(place: About, today: date) -> Ground:
    """The ground of a place."""
    return Ground(about=place, file=load_state(place.state), today=today)
