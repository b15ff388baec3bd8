"""Where the gap opens: the decisions of the group whose difference is surest."""

from components.views import Slide
from data.state_deck import SlideOf
from metrics.errors import NoData
from pages._present import deck_gap
from pages._present.deck_ground import Ground
from pages._present.slides._offer import Offer, only
from pages._words import present as words

KIND, ORDER = "gap", 20


def offers(ground: Ground) -> tuple[Offer, ...]:
    """Always one; what it can show depends on the figures."""
    return only(KIND, words.GAP)


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The chain of decisions; without one, the groups at one decision."""
    try:
        return deck_gap.made(ground, KIND)
    except NoData as problem:
        return Slide(name=KIND, kind=KIND, title=words.GAP, sentence=str(problem))
