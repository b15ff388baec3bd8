"""The plan's promises and what the data say about them."""

from dataclasses import dataclass

from components.views.charts import Spark, ThreeWay
from components.views.numbers import Quantity, Unit
from components.views.words import Verdict


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One measure that bears on a promise."""

    label: str
    href: str
    quantity: Quantity
    unit: Unit
    window: str = ""
    spark: Spark | None = None
    verdict: Verdict | None = None
    gap: str = ""
    gap_href: str = ""
    counties: ThreeWay | None = None


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A target of the plan, in the plan's words, with what the data say today."""

    number: str
    text: str
    verdict: Verdict
    due: str = ""
    rule: str = ""
    href: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Priority:
    """A priority of the plan: its commitment in a line, its promises."""

    number: str
    title: str
    commitment: str
    promises: tuple[Promise, ...]
    tally: str = ""
