"""What improved since the baseline, by each measure's own direction."""

from components.views import Slide
from data.state_deck import SlideOf
from pages._present import deck_moved
from pages._present.deck_changes import sided
from pages._present.deck_ground import Ground
from pages._present.slides._offer import Offer, only
from pages._words import present as words

KIND, ORDER = "improved", 30


def offers(ground: Ground) -> tuple[Offer, ...]:
    """One where a side of any measure is better."""
    return only(KIND, words.IMPROVED) if sided(ground) else ()


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The measures that are judged so by their intervals."""
    return deck_moved.improved(ground, KIND)
