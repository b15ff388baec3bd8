"""Everything a county page stands on, in one question to the outcomes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import nan

import numpy as np

from data.state import load_state
from data.state_model import State
from metrics.benchmarks import Spread, beside, spread, usable
from metrics.errors import BadSelection
from metrics.model import Measure
from metrics.places import Place, Places
from metrics.selection import Selection
from metrics.table import IMMATURE, MeasureRow, MeasureTable
from metrics.trend import Trend, recent_trend
from pages import _wiring
from pages._present.about import About, about
from pages._present.promises import latest_of

POOL = "pool"
Tables = Mapping[str, MeasureTable]
_SERIES = ("value", "lower", "upper")


@dataclass(frozen=True, kw_only=True)
class OfMeasure:
    """The tables of one measure, those that a section asked for.

    here, state: the county and the state at one window; counties: every county at it;
    trend: the county over all windows. `window` is the newest complete one of the
    years asked for, "" if there is none.
    """

    measure: Measure
    window: str
    here: MeasureTable | None = None
    state: MeasureTable | None = None
    counties: MeasureTable | None = None
    trend: MeasureTable | None = None

    @cached_property
    def own(self) -> MeasureRow | None:
        """This county's row."""
        if self.here is None:
            return None
        return beside(self.here.row(), self.whole, self.measure.kind)

    @cached_property
    def whole(self) -> MeasureRow | None:
        """The state's row."""
        return self.state.row() if self.state else None

    @cached_property
    def spread(self) -> Spread | None:
        """The spread of the counties."""
        return spread(self.counties) if self.counties else None

    @cached_property
    def years(self) -> tuple[MeasureRow, ...]:
        """The county over all windows, oldest first."""
        return tuple(self.trend) if self.trend else ()

    @cached_property
    def moved(self) -> Trend:
        """The trend of the county's dependable, mature figures."""
        if self.trend is None:
            return recent_trend((), (), ())
        columns, kept = self.trend.columns, self.trend.dependable
        series = [np.where(kept, columns[name], nan) for name in _SERIES]
        return recent_trend(*series, windows=columns["window"].tolist())

    @property
    def newest_dependable(self) -> bool:
        """Whether the newest year that is complete can be compared with others."""
        mature = [row for row in self.years if not row.has(IMMATURE)]
        return bool(mature) and usable(mature[-1])


@dataclass(frozen=True, kw_only=True)
class AskedCounty:
    """What a section of a county's page stands on.

    `sizes` is a table of every county out of all children, if the section wants it.
    """

    about: About
    state: State
    places: Places
    pooled: bool
    found: tuple[OfMeasure, ...]
    sizes: MeasureTable | None = None

    @property
    def county(self) -> Place:
        return self.about.place

    @property
    def name(self) -> str:
        """The county as a sentence names it."""
        return county_name(self.county, self.state)


def county_name(county: Place, state: State) -> str:
    """A county as a sentence names it; a state in place of a county by its name."""
    noun, own = state.county_noun.title(), county.name
    return own if noun == "State" or own.endswith(noun) else f"{own} {noun}"


def ask(
    state: str,
    county: str,
    pooled: bool,
    *parts: str,
    subject: int = 0,
    sizes: bool = False,
) -> AskedCounty:
    """The tables of OfMeasure that are named, of every measure, in one question.

    "moves" is the trend compared with nothing, which is all that its direction needs;
    `subject` leaves only the measures of the subject with this number, from 1.
    Raises BadSelection for what is no county, or no subject.
    """
    door, here = _wiring.outcomes(), about_county(state, county)
    kind = POOL if pooled and here.of_kind(POOL) else ""
    measures = _of_subject(of_the_year(door.measures(state)), subject)
    newest = {each.id: latest_of(state, each, kind) for each in measures}
    wanted = {each.id: _wanted(each, here, newest[each.id], parts) for each in measures}
    size = _of_all(measures, here, newest) if sizes else None
    listed = [s for several in wanted.values() for s in several.values()]
    unique = tuple(dict.fromkeys([*listed, *([size] if size else [])]))
    tables = dict(zip(unique, door.tables(unique), strict=True))
    return AskedCounty(
        about=here,
        state=load_state(state),
        places=door.places(state),
        pooled=bool(kind),
        found=tuple(_found(m, newest[m.id], wanted[m.id], tables) for m in measures),
        sizes=tables[size] if size else None,
    )


def of_the_year(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """All but the steps of children followed from their report.

    They say again, a year or two later, what the steps of the year say; where they
    matter is the disparity page, on which they multiply.
    """
    return tuple(m for m in measures if m.step is None or m.step.chain == "year")


def subjects(measures: Iterable[Measure]) -> tuple[str, ...]:
    """What the measures are about, in the order of the catalogue."""
    return tuple(dict.fromkeys(each.priority for each in measures))


def _of_subject(measures: tuple[Measure, ...], number: int) -> tuple[Measure, ...]:
    every = subjects(measures)
    if number > len(every):
        raise BadSelection(f"There is no subject {number} among the measures here.")
    return tuple(m for m in measures if not number or m.priority == every[number - 1])


def about_county(state: str, county: str) -> About:
    """The county and its names. Raises BadSelection for what is no county."""
    here = about(state, county)
    if here.place.level != "county":
        raise BadSelection("There is no county with this number. Choose one by name.")
    return here


def _wanted(
    measure: Measure, here: About, newest: str, parts: tuple[str, ...]
) -> dict[str, Selection]:
    every = tuple(each.key for each in here.of_kind())
    own = {"state": here.state, "measure": measure.id}
    asked = {
        "trend": Selection(**own, place=here.code, windows=every),
    }
    if newest:
        now = (newest,)
        asked["here"] = Selection(**own, place=here.code, windows=now)
        asked["state"] = Selection(**own, windows=now)
        # Only their values are drawn, so they are compared with nothing.
        alone = {"by": "county", "reference": "none"}
        asked["counties"] = Selection(**own, **alone, windows=now)
    wanted = {name: given for name, given in asked.items() if name in parts}
    if "moves" in parts:
        wanted["trend"] = replace(asked["trend"], reference="none")
    return wanted


def over_years(measure: Measure, here: About) -> Selection:
    """The county over all windows."""
    return _wanted(measure, here, "", ("trend",))["trend"]


def _of_all(
    measures: tuple[Measure, ...], here: About, newest: Mapping[str, str]
) -> Selection | None:
    """The first measure that is out of all children, in every county."""
    for each in measures:
        if newest[each.id] and each.denominator.startswith("population."):
            return _wanted(each, here, newest[each.id], ("counties",))["counties"]
    return None


def _found(
    measure: Measure, newest: str, wanted: Mapping[str, Selection], tables: Tables
) -> OfMeasure:
    given = {name: tables[selection] for name, selection in wanted.items()}
    return OfMeasure(measure=measure, window=newest, **given)


# ---- who enters care, and providers ------------------------------------------------


def entries(here: About) -> tuple[Selection, ...]:
    """Groups by race at the decision to enter care, over the pooled years if any, on
    the population base and, if the decision before is counted, on that of the decision.
    """
    measures = _wiring.outcomes().measures(here.state)
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


def providers(here: About) -> tuple[Selection, ...]:
    """The first and the last measure that is counted by provider."""
    measures = _wiring.outcomes().measures(here.state)
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
