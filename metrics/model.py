"""The vocabulary of the catalogue: a measure is data, component over component."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["higher", "lower", "none"]
Cohort = Literal[
    "report cohort", "entry cohort", "exit cohort", "point in time", "flow"
]
# year: counts of one window side by side; cohort: the same children followed from
# decision to decision; branch: off such a cohort, and no link of its chain.
ChainKind = Literal["year", "cohort", "branch"]
Kind = Literal["proportion", "rate"]
Base = Literal["population", "decision"]

DIMENSIONS = ("race", "age", "sex", "provider")


@dataclass(frozen=True, kw_only=True)
class National:
    """A national value: context for the state, never a verdict on a county."""

    value: float
    period: str
    source: str


@dataclass(frozen=True, kw_only=True)
class SeriesBreak:
    """A day on which the meaning of a series changed."""

    day: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Example:
    """A worked example: a few records, one window, the two counts they must give.

    `cases` has one record a line: `removal: child=1 from=2022-08-01 to=2023-03-01
    reason=reunification`; what is left out takes the defaults of metrics.examples.
    """

    says: str
    cases: str
    window: str
    numerator: int
    denominator: int


@dataclass(frozen=True, kw_only=True)
class Step:
    """A decision point: where the measure stands in the pathway and what feeds it.

    `previous` is the component that counts children at the decision before;
    `nested` says that everyone counted here was counted there too, so that the
    ratio is a probability; if not it is an annual flow ratio and is called so.
    `chain` says to which pathway the step belongs.
    """

    order: int
    label: str
    previous: str
    previous_label: str
    nested: bool
    verb: str
    chain: ChainKind = "year"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure of the catalogue.

    `numerator` and `denominator` name components as family.component.
    value = numerator / denominator * per. `verb` completes "for every 10 White
    children who ..., 11 Black children did"; `counted` and `among` name the
    numerator and the denominator in a sentence.
    """

    id: str
    code: str
    title: str
    question: str
    numerator: str
    denominator: str
    kind: Kind
    per: int
    unit: str
    counted: str
    among: str
    verb: str
    direction: Direction
    cohort: Cohort
    priority: str
    follow_up_months: int
    breakdowns: tuple[str, ...]
    definition: str
    why: str
    source: str
    needs: tuple[str, ...]
    examples: tuple[Example, ...]
    version: str = "1"
    step: Step | None = None
    national: National | None = None
    companion: str | None = None
    breaks: tuple[SeriesBreak, ...] = ()
    time_numerator_events: bool = False
    order: int = 100
