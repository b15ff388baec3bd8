"""Gaps between groups: the pathway, what each decision multiplies, children."""

from dataclasses import dataclass
from typing import Literal

from components.views.numbers import Quantity, Unit
from components.views.words import Verdict

# A bar that leads away from 1, back to it, across it, or that chance may give.
Weight = Literal["wider", "smaller", "turned", "chance"]


@dataclass(frozen=True, kw_only=True)
class Step:
    """A decision point, a column of the pathway."""

    label: str
    note: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class PathwayRow:
    """One group over all steps: a ratio to the reference at each."""

    label: str
    code: str
    ratios: tuple[Quantity, ...]
    verdicts: tuple[Verdict | None, ...] = ()
    reference: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Pathway:
    """Groups by decision points, as ratios on one logarithmic scale a cell."""

    caption: str
    steps: tuple[Step, ...]
    rows: tuple[PathwayRow, ...]
    less: str
    more: str


@dataclass(frozen=True, kw_only=True)
class Factor:
    """What one decision multiplies; `total` is the product up to and with it.

    `start` is where its bar begins: the total before, if nothing else is said. `weight`
    is how the bar is drawn, `word` says the same.
    """

    label: str
    ratio: Quantity
    total: Quantity
    note: str = ""
    start: float | None = None
    weight: Weight = "wider"
    word: Verdict | None = None


@dataclass(frozen=True, kw_only=True)
class Waterfall:
    """The steps whose ratios multiply to the ratio at the end.

    `code` is the group's code; `end` the last row, with an interval of its own.
    """

    factors: tuple[Factor, ...]
    end_label: str
    less: str
    more: str
    code: str = "own"
    end: Quantity | None = None
    one_label: str = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a difference, or (with `total`) their sum."""

    label: str
    quantity: Quantity
    note: str = ""
    total: bool = False


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Parts that add up to a difference, on one axis around none."""

    rows: tuple[Part, ...]
    unit: Unit
    less: str
    more: str
    code: str = "own"


@dataclass(frozen=True, kw_only=True)
class Children:
    """A difference told as children: a sentence, its number, its interval."""

    sentence: str
    excess: Quantity
    detail: str = ""
    code: str = "own"


@dataclass(frozen=True, kw_only=True)
class HowToRead:
    """A closed box that explains a chart in plain words."""

    title: str
    paragraphs: tuple[str, ...]
