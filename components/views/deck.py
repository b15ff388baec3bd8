"""A presentation: slides that hold all they say, so that anything can draw them."""

from dataclasses import dataclass

from components.views.charts import Dots, Trend
from components.views.disparity import Waterfall
from components.views.maps import CountyMap
from components.views.tables import Table
from components.views.words import Link, Verdict


@dataclass(frozen=True, kw_only=True)
class Point:
    """One line of a list: what it is about, what is said, what stands beside it."""

    text: str
    head: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Points:
    """A short list: questions (numbered), words with their meanings, facts."""

    items: tuple[Point, ...]
    numbered: bool = False


Drawing = Trend | Dots | Waterfall | CountyMap | Table | Points
Picture = Trend | Dots | Waterfall | CountyMap


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One message: a sentence bound to one row, one drawing, one footnote.

    `name` is the slide in an address; `title` says what, in a few words; `caption`
    says what the drawing shows, where and when; `alt` is what a listener hears
    instead of it, `twin` its figures as a table. `verdict` is a status that stands
    with the sentence. `notes` are for the speaker, a paragraph each. `definitions`
    are the measures that are told of, each with its version.
    """

    name: str
    kind: str
    title: str
    sentence: str
    drawing: Drawing | None = None
    caption: str = ""
    alt: str = ""
    verdict: Verdict | None = None
    footnote: str = ""
    notes: tuple[str, ...] = ()
    twin: Table | None = None
    definitions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if isinstance(self.drawing, Picture) and not self.alt:
            raise ValueError(f"slide '{self.name}' has a drawing without words for it")


@dataclass(frozen=True, kw_only=True)
class Deck:
    """Slides in their order; `marks` stand on every one of them.

    marks: that the data are made up, and which edition it is.
    """

    title: str
    place: str
    slides: tuple[Slide, ...]
    marks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names = [each.name for each in self.slides]
        if len(set(names)) < len(names):
            raise ValueError("two slides of a deck have the same name")


@dataclass(frozen=True, kw_only=True)
class Choosable:
    """A slide that could be shown."""

    name: str
    label: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Chooser:
    """Which slides, in which order: `rows` in the order of the deck, `more` after.

    `href` is the address of the deck without a choice; `usual` leads back to it.
    """

    rows: tuple[Choosable, ...]
    more: tuple[Choosable, ...]
    href: str
    usual: Link | None = None


@dataclass(frozen=True, kw_only=True)
class DeckBar:
    """What stands around the slides: their names, the way out, files to save."""

    names: tuple[str, ...]
    start: int
    back: Link
    chooser: Chooser
    files: tuple[Link, ...] = ()
