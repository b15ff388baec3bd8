"""One view of the differences between groups: what its page asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isfinite

from data.codes import PopulationSource
from metrics.errors import NoData
from metrics.model import Base, Measure
from metrics.pathway import UNKNOWN_LIMIT
from metrics.selection import Selection
from metrics.table import MeasureRow, MeasureTable
from pages import _wiring
from pages._present import asked
from pages._present.about import About
from pages._present.asking import POOL

DIMENSIONS = ("race", "age", "sex")
BASES: tuple[Base, ...] = ("population", "decision")
KINDS = ("population", "decision", "everyone")
FOCUS = "entry-rate"
ESTIMATES: PopulationSource = "estimates"
Tables = Mapping[str, MeasureTable]


@dataclass(frozen=True, kw_only=True)
class View:
    """A checked view: where, when, by which groups, compared with whom.

    `steps` are the decision points that the state's figures have, in their order;
    `window` is what was asked for and `now` the window itself; `group` is "" until
    one is chosen; `population` is where the number of children comes from.
    """

    about: About
    steps: tuple[Measure, ...]
    dim: str
    window: str
    now: str
    reference: str
    base: Base
    group: str = ""
    population: PopulationSource = "estimates"

    @property
    def label(self) -> str:
        return self.about.window(self.now).label

    @property
    def focus(self) -> Measure:
        """The decision point of the sentences: entering care, else the first."""
        return next((m for m in self.steps if m.id == FOCUS), self.steps[0])

    @property
    def later(self) -> tuple[Measure, ...]:
        """The steps that have a decision before them."""
        return tuple(m for m in self.steps if has_decision(m))

    def of(self, base: Base) -> tuple[Measure, ...]:
        """The steps that there are on a base."""
        return self.steps if base == "population" else self.later

    def query(self) -> dict[str, str]:
        """The view as its address names it."""
        return self.about.query() | {
            "dim": "" if self.dim == DIMENSIONS[0] else self.dim,
            "window": self.window,
            "reference": "" if self.reference == "white_nh" else self.reference,
            "base": "" if self.base == BASES[0] else self.base,
            "group": self.group,
            "population": "" if self.population == ESTIMATES else self.population,
        }

    def groups(self, measure: Measure, base: Base) -> Selection:
        """All groups at one step on one base."""
        return Selection(
            state=self.about.state,
            measure=measure.id,
            place=self.about.code,
            by=self.dim,  # type: ignore[arg-type]
            windows=(self.now,),
            reference=self.reference,
            base=base,
            population=self.population,
        )

    def everyone(self, measure: Measure) -> Selection:
        """All children at one step."""
        return Selection(
            state=self.about.state,
            measure=measure.id,
            place=self.about.code,
            windows=(self.now,),
            base=BASES[0],
            population=self.population,
        )


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The tables of a view, by measure id, each kind asked for when it is needed.

    population, decision: all groups at each step; `decision` only where a decision
    lies before; everyone: all children at each step.
    """

    view: View
    given: Mapping[str, Tables] = field(default_factory=dict)

    def together(self) -> "Answers":
        """The same, with all three kinds from one question, which is quicker."""
        wanted = {name: self._wanted(name) for name in KINDS}
        every = [each for kind in wanted.values() for each in kind.values()]
        tables = iter(_wiring.outcomes().tables(every))
        given = {
            name: {id: next(tables) for id in kind} for name, kind in wanted.items()
        }
        return replace(self, given=given)

    @cached_property
    def population(self) -> Tables:
        return self._of("population")

    @cached_property
    def decision(self) -> Tables:
        return self._of("decision")

    @cached_property
    def everyone(self) -> Tables:
        return self._of("everyone")

    def _of(self, kind: str) -> Tables:
        if kind in self.given:
            return self.given[kind]
        wanted = self._wanted(kind)
        tables = _wiring.outcomes().tables(list(wanted.values()))
        return dict(zip(wanted, tables, strict=True))

    def _wanted(self, kind: str) -> dict[str, Selection]:
        view = self.view
        if kind == "decision":
            later = view.later if len(view.steps) > 1 else ()
            return {m.id: view.groups(m, "decision") for m in later}
        if kind == "everyone":
            return {m.id: view.everyone(m) for m in view.steps}
        return {m.id: view.groups(m, "population") for m in view.steps}

    def in_no_group(self, measure: Measure) -> tuple[MeasureRow, MeasureRow]:
        """The children at a step whose group is not known, and all children there."""
        (every,) = self.everyone[measure.id]
        return self.population[measure.id].row(group="unknown"), every

    def unknown_share(self, measure: Measure) -> float | None:
        """The share of the children at a step who are in no group, if it is known."""
        row, every = self.in_no_group(measure)
        known = row.status == every.status == "shown" or row.numerator >= 0
        if not known or not every.numerator > 0 or not isfinite(row.numerator):
            return None
        return float(row.numerator / every.numerator)

    @cached_property
    def doubtful(self) -> tuple[str, ...]:
        """Steps at which too many are in no group, here or at the step before."""
        steps = self.view.steps
        large = [(self.unknown_share(m) or 0.0) > UNKNOWN_LIMIT for m in steps]
        return tuple(
            measure.id
            for i, measure in enumerate(steps)
            if large[i] or (i > 0 and large[i - 1])
        )

    def of(self, base: Base) -> Tables:
        """The tables of one base."""
        return self.population if base == "population" else self.decision


def has_decision(measure: Measure) -> bool:
    """Whether a decision, and not the population, feeds the step."""
    step = measure.step
    return step is not None and not step.previous.startswith("population.")


def view_of(
    about: About,
    *,
    dim: str,
    window: str,
    reference: str,
    base: str,
    group: str = "",
    population: str = "",
) -> View:
    """The checked view. Raises BadSelection or NoData."""
    steps = steps_of(about.state)
    dimension = asked.dimension_of(about, dim, DIMENSIONS)
    compared = asked.reference_of(reference, dimension)
    source = asked.population_of(population)
    return View(
        about=about,
        steps=tuple(
            m for m in steps if dimension in asked.offered(about, m.breakdowns)
        ),
        dim=dimension,
        window=window,
        now=_now(about, window, steps, source),
        reference=compared,
        base="decision" if base == "decision" else "population",
        group=asked.group_of(group, dimension, compared),
        population=source,
    )


def _now(
    about: About, window: str, steps: Sequence[Measure], source: PopulationSource
) -> str:
    """The window asked for, or the newest that suits the place.

    The state opens with a year in which every step is final. A county's pool is the
    newest one: three months that are still missing of 36 move little. The census
    counts one year's children only, so with it that year opens.
    """
    if source != ESTIMATES and not window:
        window = asked.census_window(about)
    focus = next((m for m in steps if m.id == FOCUS), steps[0])
    slowest = max(steps, key=lambda m: m.follow_up_months)
    if about.whole_state:
        return asked.window_of(about, window, slowest, "")
    return asked.window_of(about, window, focus, POOL)


def steps_of(state: str) -> tuple[Measure, ...]:
    """The decision points that a state has, in their order. Raises NoData."""
    every = _wiring.outcomes().measures(state)
    found = [m for m in every if m.step and m.step.chain == "year"]
    if not found:
        raise NoData("There are no decision points in the figures of this state.")
    return tuple(sorted(found, key=lambda m: m.step.order if m.step else 0))


def fetch(view: View) -> None:
    """Ask at once for what the first drawing shows; it is then remembered.

    The sections that come by calls of their own ask for the rest.
    """
    bases = dict.fromkeys((BASES[0], view.base))
    wanted = [view.groups(m, base) for base in bases for m in view.of(base)]
    _wiring.outcomes().tables(wanted)
