"""The frame around a page, and the controls inside it."""

from dataclasses import dataclass
from typing import Any

from components.views.words import Link, Notice


@dataclass(frozen=True, kw_only=True)
class Picker:
    """A native list of places; each choice is an address. `verb` is on its button."""

    id: str
    label: str
    choices: tuple[Link, ...]
    empty: str = ""
    verb: str = ""


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
    """The frame around every page.

    origin: stands at the foot of saved pictures; theme: what the address asks for.
    """

    product: str
    home: str
    nav: tuple[Link, ...]
    place: str = ""
    pickers: tuple[Picker, ...] = ()
    editions: tuple[Link, ...] = ()
    banner: Notice | None = None
    origin: str = ""
    footer: tuple[str, ...] = ()
    footer_links: tuple[Link, ...] = ()
    theme: str = ""
