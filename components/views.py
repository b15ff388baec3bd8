"""What the components draw: frozen views, filled by the presenters of the pages."""

from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

Status = Literal[
    "shown", "hidden", "not estimable", "no data", "unreliable", "reference"
]
Tone = Literal["better", "similar", "worse", "none"]
Direction = Literal["higher", "lower", "none"]
NoticeKind = Literal[
    "hidden", "no data", "not estimable", "immature", "unreliable", "demo",
    "error", "not found", "empty", "note",
]  # fmt: skip
Align = Literal["text", "number"]
IMMATURE, UNRELIABLE, CARE, BREAK = (
    "immature",
    "unreliable",
    "use with care",
    "series break",
)


@dataclass(frozen=True, kw_only=True)
class Unit:
    """How a number is written: decimals, what follows it, its name in a table head."""

    name: str = ""
    suffix: str = ""
    decimals: int = 1


PERCENT = Unit(name="%", suffix="\u00a0%")
RATIO = Unit(name="ratio", suffix="\u00a0times", decimals=2)
COUNT = Unit(name="number", decimals=0)


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """One number as it may be shown, or the reason why it is not.

    NaN becomes None. A quantity that is not shown refuses to hold numbers, so no
    drawing can leak one.
    """

    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    status: Status = "shown"
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("value", "lower", "upper", "numerator", "denominator"):
            number = getattr(self, name)
            if number is not None and not isfinite(number):
                object.__setattr__(self, name, None)
        if self.status == "shown" and self.value is None:
            object.__setattr__(self, "status", "no data")
        if self.status == "hidden" and self._holds_numbers():
            raise ValueError("a hidden quantity may not hold a number")
        if self.status != "shown":
            for name in ("value", "lower", "upper"):
                object.__setattr__(self, name, None)

    def _holds_numbers(self) -> bool:
        return any(
            each is not None
            for each in (self.value, self.lower, self.upper, self.numerator)
        )

    @property
    def shown(self) -> bool:
        return self.status == "shown"

    def has(self, flag: str) -> bool:
        return flag in self.flags

    @property
    def hollow(self) -> bool:
        return self.has(UNRELIABLE) or self.has(CARE) or self.has(IMMATURE)


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link; `download` is the file name if following it saves a file."""

    text: str
    href: str
    current: bool = False
    download: str = ""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """A status word, never colour alone: tone gives the shape, `word` is printed."""

    word: str
    tone: Tone = "none"
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something the reader must know before, or instead of, a number."""

    kind: NoticeKind
    text: str
    title: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PageHead:
    """A page's question, its answer in a sentence, and the one number it is about."""

    question: str
    lead: str = ""
    context: tuple[str, ...] = ()
    number: Quantity | None = None
    number_label: str = ""
    unit: Unit = PERCENT
    verdict: Verdict | None = None


# ---- tables ------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: `unit` is printed in the head, `places` formats bare numbers."""

    name: str
    unit: Unit | None = None
    align: Align = "number"


Cell = Quantity | Link | Verdict | str | float | int | None


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row; its first cell is its head. `marked` is the reader's own place."""

    cells: tuple[Cell, ...]
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A data table with a caption; every row has one cell a column."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    sortable: bool = True

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError(f"a row of '{self.caption}' does not fit its columns")


# ---- charts ------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Definition:
    """What a measure means: a paragraph each, then terms with their meanings."""

    title: str
    paragraphs: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Everything around a drawing. `summary` is what a listener hears instead of it."""

    title: str
    sentence: str = ""
    summary: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
    table: Table | None = None
    definition: Definition | None = None
    csv: Link | None = None
    permalink: str = ""
    embed: str = ""


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
    """Lines over windows. A break interrupts the lines before the window `at`."""

    windows: tuple[str, ...]
    lines: tuple[Line, ...]
    unit: Unit = PERCENT
    levels: tuple[Level, ...] = ()
    due: Tick | None = None
    breaks: tuple[Tick, ...] = ()
    from_zero: bool = True

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
    """Groups compared on one axis; with `ratio` the axis is logarithmic around 1."""

    rows: tuple[DotRow, ...]
    unit: Unit = PERCENT
    reference: float | None = None
    reference_label: str = ""
    ratio: bool = False
    less: str = ""
    more: str = ""
    counted: str = ""


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
class SpineSection:
    """The rows of one priority."""

    title: str
    rows: tuple[SpineRow, ...]


@dataclass(frozen=True, kw_only=True)
class Spine:
    """A whole county: sections of rows; names for the key."""

    sections: tuple[SpineSection, ...]
    place: str
    state: str
    spread: str


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


# ---- disparity ---------------------------------------------------------------


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
    verdicts: tuple[Verdict, ...] = ()
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
    """What one decision multiplies; `total` is the product up to and with it."""

    label: str
    ratio: Quantity
    total: Quantity
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Waterfall:
    """The steps whose ratios multiply to the ratio at the end."""

    factors: tuple[Factor, ...]
    end_label: str
    less: str
    more: str


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


# ---- scorecard ---------------------------------------------------------------


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


# ---- map ---------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class MapPlace:
    """A county on the map: its outline as an SVG path, its number, where it leads."""

    fips: str
    name: str
    path: str
    quantity: Quantity
    href: str = ""
    label_at: tuple[float, float] = (0.0, 0.0)
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class CountyMap:
    """All counties; `limits` are the four inner limits of five classes, rising."""

    label: str
    view_box: str
    places: tuple[MapPlace, ...]
    unit: Unit = PERCENT
    limits: tuple[float, ...] = ()
    state: float | None = None
    state_label: str = ""


# ---- shell -------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Picker:
    """A native list of places; each choice is an address."""

    id: str
    label: str
    choices: tuple[Link, ...]
    empty: str = ""


@dataclass(frozen=True, kw_only=True)
class Control:
    """A native control of a page: its id, its label, choices as (value, words)."""

    id: Any
    label: str
    choices: tuple[tuple[str, str], ...]
    value: str = ""
    help: str = ""


@dataclass(frozen=True, kw_only=True)
class Shell:
    """The frame around every page."""

    product: str
    home: str
    nav: tuple[Link, ...]
    place: str = ""
    pickers: tuple[Picker, ...] = ()
    editions: tuple[Link, ...] = ()
    banner: Notice | None = None
    footer: tuple[str, ...] = ()
    footer_links: tuple[Link, ...] = ()
