"""One view of the counties side by side: two groups at one decision, one window."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from data.state import load_state
from metrics.benchmarks import LEAST_PLACES
from metrics.errors import BadSelection, NoData
from metrics.groups import GROUPS, REFERENCES, Group
from metrics.model import Base, Measure
from metrics.phrases import terms
from metrics.selection import Selection
from metrics.side_by_side import SideBySide, side_by_side
from metrics.table import IMMATURE, UNRELIABLE, MeasureRow, MeasureTable
from pages import _wiring
from pages._present import asked, basics
from pages._present.about import About, about
from pages._present.asking import POOL
from pages._present.pathway_asking import BASES, FOCUS, steps_of
from pages._words import side_by_side as words

USUAL_GROUP = "race:black_nh"
SHOWS = ("funnel", "adjusted", "each")


@dataclass(frozen=True, kw_only=True)
class View:
    """A checked view. `about` is the whole state, `marked` the county that the reader
    chose, if any; `window` is what was asked for and `now` the window itself.
    """

    about: About
    marked: About | None
    measure: Measure
    group: Group
    dim: str
    window: str
    now: str
    reference: str
    base: Base

    @property
    def label(self) -> str:
        return self.about.window(self.now).label

    @property
    def step(self) -> str:
        return self.measure.step.label if self.measure.step else self.measure.title

    @cached_property
    def nouns(self) -> tuple[str, str]:
        """What a county is called, and several."""
        state = load_state(self.about.state)
        return state.county_noun, state.counties_noun

    @cached_property
    def said(self) -> Mapping[str, str]:
        """What the sentences of the view name."""
        county, counties = self.nouns
        providers = self.about.providers
        known = {
            "county": county,
            "counties": counties,
            "state": self.about.name,
            "window": self.label,
            "step": self.step,
            "group": self.group.children,
            "reference": basics.reference_children(self.dim, self.against, providers),
        }
        return MappingProxyType(known | {"what": words.WHAT.format(**known)})

    @property
    def against(self) -> str:
        """The code of the reference: a group, or "others"."""
        usual = REFERENCES[self.dim]
        return usual if self.reference == "white_nh" else self.reference

    def query(self) -> dict[str, str]:
        """The view as its address names it."""
        group = f"{self.dim}:{self.group.code}"
        return self.about.query() | {
            "county": self.marked.place.code if self.marked else "",
            "step": "" if self.measure.id == FOCUS else self.measure.id,
            "group": "" if group == USUAL_GROUP else group,
            "window": self.window,
            "reference": "" if self.reference == "white_nh" else self.reference,
            "base": "" if self.base == BASES[0] else self.base,
        }

    def counties(self, group: str, reference: str) -> Selection:
        """Every county's figure of one group."""
        return Selection(
            state=self.about.state,
            measure=self.measure.id,
            by="county",
            group=(self.dim, group),
            windows=(self.now,),
            reference=reference,
            base=self.base,
        )

    def groups(self, place: str = "") -> Selection:
        """All groups of one place, the state unless one is named."""
        return Selection(
            state=self.about.state,
            measure=self.measure.id,
            place=place,
            by=self.dim,  # type: ignore[arg-type]
            windows=(self.now,),
            reference=self.reference,
            base=self.base,
        )

    def added_up(self) -> tuple[str, ...]:
        """The groups that make up the reference."""
        if self.against != "others":
            return (self.against,)
        known = (each.code for each in GROUPS[self.dim] if each.known)
        return tuple(code for code in known if code != self.group.code)


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The tables of a view, asked for when they are needed and then remembered.

    rows: the group in every county with its ratio; state: the group in the state;
    side: every county against the state, None if the state has no ratio itself;
    enough: the same, None if it would show single counties and not a spread.
    """

    view: View

    @cached_property
    def _tables(self) -> list[MeasureTable]:
        view = self.view
        own = view.counties(view.group.code, view.reference)
        others = [view.counties(code, "none") for code in view.added_up()]
        found: list[MeasureTable] = _wiring.outcomes().tables(
            [view.groups(), own, *others]
        )
        return found

    @property
    def rows(self) -> MeasureTable:
        return self._tables[1]

    @cached_property
    def state(self) -> MeasureRow:
        return self._tables[0].row(group=self.view.group.code)

    @cached_property
    def state_reference(self) -> MeasureRow | None:
        """The reference group in the state, if it is one group."""
        if self.view.against == "others":
            return None
        return self._tables[0].row(group=self.view.against)

    @property
    def centred(self) -> bool:
        """Whether the state has a ratio to set the counties against."""
        row = self.state
        doubtful = row.has(IMMATURE) or row.has(UNRELIABLE)
        return row.ratio_status == "ok" and not doubtful and row.ratio > 0

    @cached_property
    def side(self) -> SideBySide | None:
        if not self.centred:
            return None
        return side_by_side(
            self.rows,
            self._tables[2:],
            centre=float(self.state.ratio),
            kind=terms(self.state, self.view.measure).kind,
        )

    @property
    def enough(self) -> SideBySide | None:
        side = self.side
        return side if side and side.compared.sum() >= LEAST_PLACES else None


def view_of(
    place: About, *, step: str, group: str, window: str, reference: str, base: str
) -> View:
    """The checked view. Raises BadSelection or NoData."""
    whole = about(place.state)
    if not _wiring.outcomes().places(place.state).counties:
        raise NoData("There are no counties in the figures of this state.")
    dim, chosen = _group(group)
    measure = _step(place.state, step, dim)
    wanted = asked.reference_of(reference, dim)
    view = View(
        about=whole,
        marked=place if place.place.level == "county" else None,
        measure=measure,
        group=chosen,
        dim=dim,
        window=window,
        now=asked.window_of(whole, window, measure, POOL),
        reference=wanted,
        base="decision" if base == "decision" else BASES[0],
    )
    if view.against in ("state", chosen.code):
        raise BadSelection(
            "The ratios here are of two groups of children. Choose two different ones."
        )
    return view


def _group(wanted: str) -> tuple[str, Group]:
    dim, _, code = (wanted or USUAL_GROUP).partition(":")
    for each in GROUPS.get(dim, ()):
        if each.code == code and each.known:
            return dim, each
    raise BadSelection(
        "A group is written as dimension:code, as in race:black_nh; there is no "
        f"“{wanted[:30]}”."
    )


def _step(state: str, wanted: str, dim: str) -> Measure:
    steps = steps_of(state)
    usual = next((each for each in steps if each.id == FOCUS), steps[0])
    found = next((each for each in steps if each.id == wanted), None)
    if wanted and found is None:
        offered = ", ".join(each.id for each in steps)
        raise BadSelection(
            f"There is no decision point “{wanted[:30]}” here, only: {offered}."
        )
    measure = found or usual
    if dim not in measure.breakdowns:
        raise NoData(f"“{measure.title}” is not counted by {dim} here.")
    return measure
