"""Links, status words, notices, the head of a page."""

from dataclasses import dataclass
from typing import Literal

from components.views.numbers import PERCENT, Quantity, Unit

Tone = Literal["better", "similar", "worse", "none"]
NoticeKind = Literal[
    "hidden", "no data", "not estimable", "immature", "unreliable", "demo",
    "error", "not found", "empty", "note",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link; `download` is the file name if following it saves a file."""

    text: str
    href: str
    current: bool = False
    download: str = ""


@dataclass(frozen=True, kw_only=True)
class FilePair:
    """Figures to save in two kinds of file; `what` says which figures."""

    what: str
    csv: Link
    xlsx: Link


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
    """A page's question, its answer in a sentence, and the one number it is about.

    more: what else must be said, smaller; title: of the browser's window.
    """

    question: str
    lead: str = ""
    more: str = ""
    title: str = ""
    context: tuple[str, ...] = ()
    number: Quantity | None = None
    number_label: str = ""
    unit: Unit = PERCENT
    verdict: Verdict | None = None
