"""Everything a county page stands on, in one question to the outcomes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import nan

from data.state import load_state
from data.state_model import State
from metrics.benchmarks import Spread, beside, spread, usable
from metrics.errors import BadSelection
from metrics.model import Measure
from metrics.places import Place, Places
from metrics.selection import Selection
from metrics.table import MeasureRow, MeasureTable
from metrics.trend import Trend, recent_trend
from pages import _wiring
from pages._present.about import About, about
from pages._present.promises import latest_of

POOL = "pool"
Tables = Mapping[str, MeasureTable]


@dataclass(frozen=True, kw_only=True)
class OfMeasure:
    """The tables of one measure: every county and the state at one window, and trends.

    `window` is the newest complete one of the years asked for, "" if there is none.
    """

    measure: Measure
    window: str
    county: str
    trend: MeasureTable
    state_trend: MeasureTable
    counties: MeasureTable | None = None
    state: MeasureTable | None = None

    @cached_property
    def places(self) -> tuple[MeasureRow, ...]:
        """One row a county."""
        return tuple(self.counties) if self.counties else ()

    @cached_property
    def own(self) -> MeasureRow | None:
        """This county's row."""
        found = next((r for r in self.places if r.geography == self.county), None)
        return found and beside(found, self.whole, self.measure.kind)

    @cached_property
    def whole(self) -> MeasureRow | None:
        """The state's row."""
        return self.state.row() if self.state else None

    @cached_property
    def spread(self) -> Spread | None:
        """The spread of the counties."""
        return spread(self.places)

    @cached_property
    def years(self) -> tuple[MeasureRow, ...]:
        """The county over all windows, oldest first."""
        return tuple(self.trend)

    @cached_property
    def moved(self) -> Trend:
        """The trend of the county's dependable, mature figures."""
        columns = ("value", "lower", "upper")
        windows = [row.window for row in self.years]
        return recent_trend(*map(self._column, columns), windows=windows)

    def _column(self, name: str) -> list[float]:
        return [getattr(row, name) if usable(row) else nan for row in self.years]


@dataclass(frozen=True, kw_only=True)
class AskedCounty:
    """A county's tables. `entries` are groups by race on the population base and, if
    the decision before is counted too, on that of the decision; `providers` one table
    a measure.
    """

    about: About
    state: State
    places: Places
    pooled: bool
    found: tuple[OfMeasure, ...]
    entries: tuple[MeasureTable, ...]
    providers: tuple[MeasureTable, ...]

    @property
    def county(self) -> Place:
        return self.about.place

    @property
    def name(self) -> str:
        """The county as a sentence names it."""
        noun = self.state.county_noun.title()
        own = self.county.name
        return own if noun == "State" or own.endswith(noun) else f"{own} {noun}"


def ask(state: str, county: str, pooled: bool) -> AskedCounty:
    """Every table of the page. Raises BadSelection for what is no county."""
    door, here = _wiring.outcomes(), about(state, county)
    if here.place.level != "county":
        raise BadSelection("There is no county with this number. Choose one by name.")
    measures = door.measures(state)
    kind = POOL if pooled and here.of_kind(POOL) else ""
    wanted = {each.id: _wanted(each, here, kind) for each in measures}
    entries = _entries(measures, here)
    providers = _providers(measures, here)
    each = [s for several in wanted.values() for s in several.values()]
    unique = tuple(dict.fromkeys((*each, *entries, *providers)))
    tables = dict(zip(unique, door.tables(unique), strict=True))
    return AskedCounty(
        about=here,
        state=load_state(state),
        places=door.places(state),
        pooled=bool(kind),
        found=tuple(_found(m, here, kind, wanted[m.id], tables) for m in measures),
        entries=tuple(tables[each] for each in entries),
        providers=tuple(tables[each] for each in providers),
    )


def _wanted(measure: Measure, here: About, kind: str) -> dict[str, Selection]:
    newest = latest_of(here.state, measure, kind)
    every = tuple(each.key for each in here.of_kind())
    own = {"state": here.state, "measure": measure.id}
    asked = {
        "trend": Selection(**own, place=here.code, windows=every),
        "state_trend": Selection(**own, windows=every),
    }
    if newest:
        asked["counties"] = Selection(**own, by="county", windows=(newest,))
        asked["state"] = Selection(**own, windows=(newest,))
    return asked


def _found(
    measure: Measure,
    here: About,
    kind: str,
    wanted: Mapping[str, Selection],
    tables: Mapping[Selection, MeasureTable],
) -> OfMeasure:
    window = wanted["state"].windows[0] if "state" in wanted else ""
    given = {name: tables[selection] for name, selection in wanted.items()}
    return OfMeasure(measure=measure, window=window, county=here.code, **given)


def _entries(measures: tuple[Measure, ...], here: About) -> tuple[Selection, ...]:
    """Groups by race at the decision to enter care; over the pooled years if any."""
    measure = next((m for m in measures if _enters(m)), None)
    if measure is None:
        return ()
    newest = latest_of(here.state, measure, POOL) or latest_of(here.state, measure)
    if not newest:
        return ()
    own = Selection(
        state=here.state,
        measure=measure.id,
        place=here.code,
        by="race",
        windows=(newest,),
    )
    counted = {part for m in measures for part in (m.numerator, m.denominator)}
    if measure.step and measure.step.previous in counted:
        by_decision = Selection(**{**vars(own), "base": "decision"})
        return (own, by_decision)
    return (own,)


def _enters(measure: Measure) -> bool:
    return measure.numerator == "entered.children" and "race" in measure.breakdowns


def _providers(measures: tuple[Measure, ...], here: About) -> tuple[Selection, ...]:
    """The first and the last measure that is counted by provider."""
    there = [each for each in measures if "provider" in each.breakdowns]
    chosen = dict.fromkeys(each.id for each in (*there[:1], *there[-1:]))
    newest = {each.id: latest_of(here.state, each) for each in there}
    return tuple(
        Selection(
            state=here.state,
            measure=name,
            place=here.code,
            by="provider",
            windows=(newest[name],),
        )
        for name in chosen
        if newest[name]
    )
