"""What a chain of decisions is made of: counts, stages, ratios, links."""

from dataclasses import dataclass
from math import nan

from metrics.pathway_parts import Bounds

SHOWN = ("ok", "no upper limit")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Children at one stage, at the decision before, and in the population.

    What is hidden or not there is NaN. `unknown` and `unknown_before` are children
    whose group is not known; `counted` and `counted_before` are all children.
    """

    numerator: float
    denominator: float
    population: float
    unknown: float = 0.0
    unknown_before: float = 0.0
    counted: float = nan
    counted_before: float = nan


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stage before anything is computed.

    `nested`: everyone counted was counted at the decision before, so that the decision
    ratio is a probability; `first`: the decision before is the population itself.
    `missing` is said of what cannot be computed for want of counts.
    """

    id: str
    label: str
    nested: bool
    group: Counts
    reference: Counts
    first: bool = False
    missing: str = "hidden"


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """A ratio with its 95 % interval; NaN unless status is one of SHOWN."""

    value: float
    lower: float
    upper: float
    method: str
    status: str

    @property
    def shown(self) -> bool:
        return self.status in SHOWN


@dataclass(frozen=True, kw_only=True)
class Link:
    """One stage of a chain.

    `di`, `rri`: on the population and at this decision; `log_rri` adds up to the log
    of the DI, `log_variance` to its variance (delta method, nested stages); `running`
    is the product of the RRIs so far; `per_1000` the part of the difference at the end
    of the chain that arises here, in children per 1,000. `unknown_share` is of the
    group's place; the bounds say what the ratios could be, were the group of every
    child known.
    """

    stage: Stage
    di: Ratio
    rri: Ratio
    log_rri: float
    log_variance: float
    running: float
    per_1000: float
    unknown_share: float
    bounds: Bounds


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The links in order, and the difference in children per 1,000 at `end`.

    `telescopes`: each decision's denominator is the count before it, for both groups,
    so that the product of the RRIs is the DI and the parts add up to the difference.
    """

    links: tuple[Link, ...]
    end: str
    telescopes: bool
    difference: float

    def link(self, id: str) -> Link:
        """The link of a stage. Raises KeyError."""
        for each in self.links:
            if each.stage.id == id:
                return each
        raise KeyError(id)
