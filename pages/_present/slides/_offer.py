"""A slide that could be made: its name in an address and what a chooser calls it."""

from dataclasses import dataclass

from data.state_deck import SlideOf


@dataclass(frozen=True, kw_only=True)
class Offer:
    """`usual` slides are in a deck that nobody chose."""

    name: str
    label: str
    of: SlideOf
    usual: bool = True


def only(kind: str, label: str, *, usual: bool = True) -> tuple[Offer, ...]:
    """The offer of a kind of which there is one slide."""
    return (Offer(name=kind, label=label, of=SlideOf(kind=kind), usual=usual),)
