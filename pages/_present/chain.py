"""The chain of one group: what was asked, and the numbers as a page may show them."""

from dataclasses import dataclass
from math import isfinite, log

from components.views import Quantity, Verdict, Weight
from metrics.errors import NoData
from metrics.model import Measure
from metrics.narrative_chain import apart, on_the_way
from metrics.pathway_model import Link, Ratio
from metrics.pathway_reader import END, Question
from metrics.pathway_tables import Pathway, pathway
from metrics.reliability import LIMITS
from metrics.selection import Selection
from metrics.table import CARE, IMMATURE, MeasureRow
from pages import _wiring
from pages._present import basics
from pages._present.gap_group import reference_of
from pages._present.pathway_asking import ESTIMATES, View
from pages._words import chain as words


@dataclass(frozen=True, kw_only=True)
class Told:
    """The chain of a group, and the row of its end here and in the whole state."""

    view: View
    found: Pathway
    row: MeasureRow
    wider: MeasureRow

    @property
    def group(self) -> str:
        """The group in a sentence."""
        question = self.found.question
        return basics.group_children(self.view.dim, question.group, {})

    @property
    def reference(self) -> str:
        """What the group is compared with, in a sentence."""
        question = self.found.question
        return basics.reference_children(self.view.dim, question.reference, {})

    @property
    def label(self) -> str:
        """The period of the first reports."""
        return self.view.about.window(self.found.window).label

    @property
    def end(self) -> Measure:
        return measure_of(self.found.chain.end)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links from the report to the end."""
        return on_the_way(self.found.chain)

    @property
    def beside(self) -> tuple[Link, ...]:
        """What stands beside the chain, and what comes after its end."""
        return (*self.found.branches, *self.found.chain.links[len(self.links) :])


def measure_of(id: str) -> Measure:
    """The measure of a stage."""
    found: Measure = _wiring.outcomes().measure(id)
    return found


def has_chain(state: str) -> bool:
    """Whether the state's figures follow children from their report."""
    every = _wiring.outcomes().measures(state)
    return any(m.step and m.step.chain == "cohort" for m in every)


def tell(view: View, group: str, *, counties: bool = False) -> Told:
    """The chain of a group. Raises BadSelection or NoData with a sentence."""
    against = reference_of(view)
    if not has_chain(view.about.state):
        raise NoData(words.NO_CHAIN)
    if against == "state":
        raise NoData(words.SAME_GROUP)
    question = Question(
        state=view.about.state,
        place=view.about.code,
        dimension=view.dim,
        group=group,
        reference=against,
        window=view.now if view.population != ESTIMATES else view.window,
        population=view.population,
    )
    door = _wiring.outcomes()
    found = pathway(door, question, counties=counties)
    places = dict.fromkeys((view.about.code, ""))
    tables = door.tables([_of_end(question, found.window, code) for code in places])
    rows = [table.row(group=group) for table in tables]
    return Told(view=view, found=found, row=rows[0], wider=rows[-1])


def _of_end(question: Question, window: str, place: str) -> Selection:
    return Selection(
        state=question.state,
        measure=END,
        place=place,
        by=question.dimension,  # type: ignore[arg-type]
        windows=(window,),
        reference=question.reference,
        base="population",
        population=question.population,
    )


# ---- numbers -------------------------------------------------------------------


def quantity(told: Told, link: Link, ratio: Ratio) -> Quantity:
    """A ratio of a link, or the reason why there is none."""
    flags = (IMMATURE,) if link.stage.id in told.found.immature else ()
    if LIMITS.events <= link.stage.group.numerator < LIMITS.care:
        flags = (*flags, CARE)
    if ratio.shown:
        return Quantity(
            value=ratio.value,
            lower=ratio.lower,
            upper=ratio.upper,
            flags=flags,
            method=ratio.method,
        )
    known = ("hidden", "no data", "unreliable")
    status = ratio.status if ratio.status in known else "not estimable"
    return Quantity(status=status, flags=flags)  # type: ignore[arg-type]


def count(link: Link, number: float) -> Quantity:
    """A count, or the reason why it is not there."""
    if isfinite(number):
        return Quantity(value=number)
    missing = link.stage.missing
    return Quantity(status="hidden" if missing == "hidden" else "no data")


def derived(link: Link, number: float) -> Quantity:
    """A number made of counts: hidden where they are, else the number or none."""
    if isfinite(number):
        return Quantity(value=number)
    hidden = "hidden" in (link.rri.status, link.di.status)
    return Quantity(status="hidden" if hidden else "not estimable")


def weight(link: Link, start: float) -> Weight:
    """Whether the bar of a link leads away from 1, to it or across, or is chance."""
    if not apart(link.rri):
        return "chance"
    before, after = log(start), log(start * link.rri.value)
    if before * after < 0:
        return "turned"
    return "wider" if abs(after) > abs(before) else "smaller"


def word(link: Link, start: float) -> Verdict | None:
    """The same in a word; nothing where there is no ratio."""
    if not link.rri.shown:
        return None
    how = weight(link, start)
    first = start == 1 and how == "wider"
    return Verdict(word=words.FIRST_WORD if first else dict(words.WEIGHTS)[how])


def judged(measure: Measure, ratio: Ratio) -> str:
    """better, worse, higher, lower, similar or cannot tell, by the measure's own
    direction: of a stage at which more is better a ratio below 1 is the worse one.
    """
    if not ratio.shown:
        return "cannot tell"
    if not apart(ratio):
        return "similar"
    higher = ratio.lower > 1
    if measure.direction == "none":
        return "higher" if higher else "lower"
    return "better" if higher == (measure.direction == "higher") else "worse"
