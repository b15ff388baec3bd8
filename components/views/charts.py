"""Charts: the frame, and what is drawn inside it."""

from dataclasses import dataclass
from typing import Literal

from components.views.numbers import PERCENT, Quantity, Unit
from components.views.tables import Table
from components.views.words import Link, Verdict

Direction = Literal["higher", "lower", "none"]


@dataclass(frozen=True, kw_only=True)
class Definition:
    """What a measure means: a paragraph each, then terms with their meanings."""

    title: str
    paragraphs: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Everything around a drawing. `summary` is what a listener hears instead of it.

    `origin`: what stands at the foot of a picture, where it is not that of the page.
    `told`: the drawing in words, a sentence each, without the sentence over it.
    `part` is its stable name on its page: with one, it can stand on another page.
    """

    title: str
    sentence: str = ""
    summary: str = ""
    told: tuple[str, ...] = ()
    source: str = ""
    notes: tuple[str, ...] = ()
    table: Table | None = None
    definition: Definition | None = None
    csv: Link | None = None
    xlsx: Link | None = None
    origin: str = ""
    permalink: str = ""
    part: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A series over the windows of a trend; one quantity a window, in order.

    `code` is the group's code (fixed colour and marker), "own" for the place the
    page is about, or "other" for one drawn beside it.
    """

    name: str
    points: tuple[Quantity, ...]
    code: str = "own"


@dataclass(frozen=True, kw_only=True)
class Level:
    """A thin labelled horizontal line: a target or a national value."""

    label: str
    value: float


@dataclass(frozen=True, kw_only=True)
class Tick:
    """Something that happens at a window: `at` is the index of the window."""

    label: str
    at: float


@dataclass(frozen=True, kw_only=True)
class Trend:
    """Lines over windows. A break interrupts the lines before the window `at`.

    With `ratio` the axis is logarithmic, with 1 in its middle.
    """

    windows: tuple[str, ...]
    lines: tuple[Line, ...]
    unit: Unit = PERCENT
    levels: tuple[Level, ...] = ()
    due: Tick | None = None
    breaks: tuple[Tick, ...] = ()
    from_zero: bool = True
    ratio: bool = False

    def __post_init__(self) -> None:
        if any(len(line.points) != len(self.windows) for line in self.lines):
            raise ValueError("every line needs one point a window")


@dataclass(frozen=True, kw_only=True)
class DotRow:
    """One group's row: its dot, its interval, the number it stands on."""

    label: str
    code: str
    quantity: Quantity
    note: str = ""
    href: str = ""
    reference: bool = False


@dataclass(frozen=True, kw_only=True)
class Dots:
    """Groups compared on one axis; with `ratio` the axis is logarithmic around 1.

    `reach`: an axis of ratios goes at least so far, and as far to the other side.
    """

    rows: tuple[DotRow, ...]
    unit: Unit = PERCENT
    reference: float | None = None
    reference_label: str = ""
    ratio: bool = False
    less: str = ""
    more: str = ""
    counted: str = ""
    reach: float = 2.0


@dataclass(frozen=True, kw_only=True)
class SpineRow:
    """One measure of a county against the spread of all counties and the state."""

    label: str
    quantity: Quantity
    unit: Unit
    direction: Direction
    href: str = ""
    low: float | None = None
    quarter: float | None = None
    three_quarters: float | None = None
    high: float | None = None
    state: float | None = None
    verdict: Verdict | None = None
    trend: Verdict | None = None


@dataclass(frozen=True, kw_only=True)
class Spine:
    """The measures of one subject, a row each."""

    rows: tuple[SpineRow, ...]


@dataclass(frozen=True, kw_only=True)
class SpineKey:
    """What the signs of a spine stand for.

    `neutral`: there are measures of which neither side is better.
    """

    place: str
    state: str
    spread: str
    neutral: bool


@dataclass(frozen=True, kw_only=True)
class Spark:
    """A line 120 px wide: None is a window that is not shown."""

    values: tuple[float | None, ...]
    summary: str
    target: float | None = None


@dataclass(frozen=True, kw_only=True)
class ThreeWay:
    """How many places meet a target, do not, or cannot be told; words optional."""

    meets: int
    does_not: int
    cannot_tell: int
    of: str
    hidden: int = 0
