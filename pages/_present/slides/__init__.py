"""The kinds of slides: one file a kind, found by this folder.

A kind says its name (KIND) and its place in a usual deck (ORDER); `offers(ground)`
names the slides that it can make of a place, `slide(ground, of)` makes one of them.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from components.views import Slide
from data.state_deck import SlideOf
from pages._present.deck_ground import Ground
from pages._present.slides._offer import Offer


class Kind(Protocol):
    """What a file of this folder must have."""

    KIND: str
    ORDER: int

    def offers(self, ground: Ground) -> tuple[Offer, ...]: ...
    def slide(self, ground: Ground, of: SlideOf) -> Slide: ...


def kinds() -> tuple[Kind, ...]:
    """Every kind in the order of a usual deck."""
    return tuple(sorted(_found(), key=lambda each: (each.ORDER, each.KIND)))


def _found() -> Iterator[Kind]:
    for each in iter_modules(__path__):
        if not each.name.startswith("_"):
            yield cast(Kind, import_module(f"{__name__}.{each.name}"))
