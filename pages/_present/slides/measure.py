"""Any measure: not in a usual deck, but anybody may add it, and so may other pages."""

from components.views import Slide
from data.state_deck import SlideOf
from pages._present.deck_ground import Ground
from pages._present.deck_measure import of_measure
from pages._present.slides._offer import Offer

KIND, ORDER = "measure", 90


def name_of(measure: str) -> str:
    """What an address calls the slide of a measure."""
    return f"m-{measure}"


def offers(ground: Ground) -> tuple[Offer, ...]:
    """One slide a measure."""
    return tuple(
        Offer(
            name=name_of(each.id),
            label=each.title,
            of=SlideOf(kind=KIND, about=each.id),
            usual=False,
        )
        for each in ground.measures
    )


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The measure over the years."""
    measure = ground.measure(of.about)
    return of_measure(ground, measure, name=name_of(measure.id), kind=KIND)
