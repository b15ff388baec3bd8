"""A measure on the map of counties: not in a usual deck, but anybody may add it."""

from components.views import Slide
from data.state_deck import SlideOf
from pages._present.deck_ground import Ground
from pages._present.deck_map import has_map, of_counties
from pages._present.slides._offer import Offer
from pages._words import present as words

KIND, ORDER = "counties", 95


def name_of(measure: str) -> str:
    """What an address calls the map of a measure."""
    return f"map-{measure}"


def offers(ground: Ground) -> tuple[Offer, ...]:
    """One map a measure, where there are outlines of counties."""
    if not has_map(ground):
        return ()
    return tuple(
        Offer(
            name=name_of(each.id),
            label=words.MAP_OF.format(measure=each.title),
            of=SlideOf(kind=KIND, about=each.id),
            usual=False,
        )
        for each in ground.measures
    )


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The map of the measure."""
    measure = ground.measure(of.about)
    return of_counties(ground, measure, name=name_of(measure.id), kind=KIND)
