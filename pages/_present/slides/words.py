"""What the words mean: the headline measures of the deck, and a few more."""

from components.views import Point, Points, Slide
from data.state_deck import SlideOf
from pages._present.deck_ground import Ground
from pages._present.deck_measure import meaning
from pages._present.slides import priority
from pages._present.slides._offer import Offer, only
from pages._words import present as said

KIND, ORDER = "words", 70
MOST = 3


def offers(ground: Ground) -> tuple[Offer, ...]:
    """Always one."""
    return only(KIND, said.WORDS)


def slide(ground: Ground, of: SlideOf) -> Slide:
    """Each headline measure in a plain sentence, then words of all slides."""
    measures = priority.headlines(ground)[:MOST]
    items = [Point(head=each.title, text=meaning(each)) for each in measures]
    items += [Point(head=head, text=text) for head, text in said.TERMS]
    return Slide(
        name=KIND,
        kind=KIND,
        title=said.WORDS,
        sentence=said.WORDS_LEAD,
        drawing=Points(items=tuple(items)),
        notes=tuple(f"{each.title}: {each.definition}" for each in measures),
    )
