"""The cover: which place, which period, which data."""

from components.views import Point, Points, Slide
from data.state_deck import SlideOf
from pages._present import basics
from pages._present.about import day
from pages._present.deck_ground import Ground
from pages._present.slides._offer import Offer, only
from pages._words import present as words

KIND, ORDER = "cover", 0


def offers(ground: Ground) -> tuple[Offer, ...]:
    """Always one."""
    return only(KIND, words.COVER)


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The question of the meeting, and what the figures are."""
    about, deck = ground.about, ground.file.deck
    vintage = about.vintage
    whole = about.whole_state
    place = about.name if whole else f"{about.name}, {about.state_name}"
    data = words.COVER_DATA.format(day=day(vintage.data_end), version=vintage.version)
    said = (
        place,
        basics.capital(about.of_kind()[-1].label),
        data,
        words.DEMO if vintage.demo else vintage.source,
    )
    facts = zip(words.COVER_FACTS, said, strict=True)
    return Slide(
        name=KIND,
        kind=KIND,
        title=words.COVER_FOR.format(audience=deck.audience) if deck else place,
        sentence=words.COVER_PLAN if ground.plan else words.COVER_OTHER,
        drawing=Points(items=tuple(Point(head=h, text=t) for h, t in facts)),
        notes=words.COVER_NOTES,
    )
