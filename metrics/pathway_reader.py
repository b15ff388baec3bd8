"""The counts of a pathway, read through the door to numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan

from data.codes import PopulationSource
from metrics.groups import GROUPS
from metrics.model import Base, Measure
from metrics.outcomes import Outcomes
from metrics.pathway_model import Counts, Stage
from metrics.places import Place
from metrics.selection import Selection
from metrics.table import IMMATURE, MeasureRow

END, OUTSIDE = "cohort-entered", "cohort-entered-outside"
OTHERS, OWN, STATE = "others", "own", "state"
SMALL_REFERENCE = 10
BASES: tuple[Base, ...] = ("population", "decision")


@dataclass(frozen=True, kw_only=True)
class Question:
    """Whose pathway: a group of a dimension against a reference, somewhere, some time.

    `place` is empty for the state; `window` is empty for the newest one that is mature
    for every stage; `end` is the stage whose difference is taken apart.
    """

    state: str
    place: str = ""
    dimension: str = "race"
    group: str = "black_nh"
    reference: str = "white_nh"
    window: str = ""
    end: str = END
    population: PopulationSource = "estimates"


@dataclass(frozen=True, kw_only=True)
class Outside:
    """Children who entered care beside the chain, without a finding before it."""

    group: float
    group_reported: float
    everyone: float
    everyone_reported: float


class Reader:
    """The tables of a question, fetched together; counts of any of its groups."""

    def __init__(
        self,
        outcomes: Outcomes,
        question: Question,
        place: Place,
        window: str,
        measures: Sequence[Measure],
    ) -> None:
        self._question, self._place = question, place
        self._measures = (*measures, outcomes.measure(OUTSIDE))
        places = dict.fromkeys((place.code, question.state))
        keys = [
            (where, measure.id, base)
            for where in places
            for measure in self._measures
            for base in (BASES if measure.id != OUTSIDE else ("decision",))
        ]
        asks = [
            _ask(question, where, id, window, base if id != OUTSIDE else None)
            for where, id, base in keys
        ]
        # All children are asked for too: where one group is hidden, their number
        # still is not, and with it the share of those whose group is not known.
        wholes = [(where, m.id) for where in places for m in self._measures]
        asks += [
            replace(
                _ask(question, w, id, window, None if id == OUTSIDE else "decision"),
                by="all",
            )
            for w, id in wholes
        ]
        tables = outcomes.tables(asks)
        self._rows = {
            key: {row.group: row for row in table}
            for key, table in zip(keys, tables, strict=False)
        }
        self._every = {
            key: next(iter(table))
            for key, table in zip(wholes, tables[len(keys) :], strict=True)
        }

    def immature(self, measures: Sequence[Measure]) -> tuple[str, ...]:
        return tuple(
            measure.id
            for measure in measures
            if any(row.has(IMMATURE) for row in self._at(OWN, measure.id).values())
        )

    def reference_from(self, steps: Sequence[Measure]) -> str:
        """The place itself, or the state where its reference is too small somewhere."""
        if self._place.level == "state":
            return OWN
        smallest = [self._counts(OWN, m, self._reference()).numerator for m in steps]
        enough = all(count >= SMALL_REFERENCE for count in smallest)
        return OWN if enough else STATE

    def stage(self, measure: Measure, source: str) -> Stage:
        """A measure of the pathway with the counts of both sides."""
        assert measure.step is not None
        group, reference = (self._question.group,), self._reference()
        return Stage(
            id=measure.id,
            label=measure.step.label,
            nested=measure.step.nested,
            first=measure.step.previous.startswith("population."),
            group=self._counts(OWN, measure, group),
            reference=self._counts(source, measure, reference),
            missing=self._missing(measure, source),
        )

    def outside(self) -> Outside:
        rows = self._at(OWN, OUTSIDE)
        own, every = rows[self._question.group], self._everyone(OWN, OUTSIDE)
        return Outside(
            group=own.numerator,
            group_reported=own.denominator,
            everyone=every.numerator,
            everyone_reported=every.denominator,
        )

    def _reference(self) -> tuple[str, ...]:
        if self._question.reference != OTHERS:
            return (self._question.reference,)
        groups = GROUPS[self._question.dimension]
        return tuple(
            g.code for g in groups if g.known and g.code != self._question.group
        )

    def _at(
        self, source: str, id: str, base: str = "decision"
    ) -> dict[str, MeasureRow]:
        where = self._question.state if source == STATE else self._place.code
        return self._rows[where, id, base]  # type: ignore[index]

    def _everyone(self, source: str, id: str) -> MeasureRow:
        where = self._question.state if source == STATE else self._place.code
        return self._every[where, id]

    def _counts(self, source: str, measure: Measure, groups: Sequence[str]) -> Counts:
        of_population = self._at(source, measure.id, "population")
        decision = self._at(source, measure.id)
        unknown = next(g.code for g in GROUPS[self._question.dimension] if not g.known)
        first = measure.step is not None and measure.step.previous.startswith("popul")
        every = self._everyone(source, measure.id)
        before = 0.0 if first else decision[unknown].denominator
        return Counts(
            numerator=sum(of_population[g].numerator for g in groups),
            denominator=sum(decision[g].denominator for g in groups),
            population=sum(of_population[g].denominator for g in groups),
            unknown=decision[unknown].numerator,
            unknown_before=before,
            counted=every.numerator,
            counted_before=nan if first else every.denominator,
        )

    def _missing(self, measure: Measure, source: str) -> str:
        """Why a count that is not there is not."""
        rows = [self._at(OWN, measure.id)[self._question.group]]
        rows += [self._at(source, measure.id)[g] for g in self._reference()]
        found = {row.status for row in rows} - {"shown"}
        return "hidden" if "hidden" in found or not found else sorted(found)[0]


def _ask(
    question: Question, place: str, measure: str, window: str, base: Base | None
) -> Selection:
    return Selection(
        state=question.state,
        measure=measure,
        place=place,
        by=question.dimension,  # type: ignore[arg-type]
        windows=(window,),
        # Only the counts are read: the chain forms ratios of its own.
        reference="none",
        base=base,
        population=question.population,
    )
