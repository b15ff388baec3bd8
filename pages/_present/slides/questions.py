"""Questions for the panel: the state's own, or a few that always fit."""

from components.views import Point, Points, Slide
from data.state_deck import SlideOf
from pages._present.deck_ground import Ground
from pages._present.slides._offer import Offer, only
from pages._words import present as words

KIND, ORDER = "questions", 60


def offers(ground: Ground) -> tuple[Offer, ...]:
    """Always one."""
    return only(KIND, words.QUESTIONS)


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The questions of the state's file in their order."""
    deck = ground.file.deck
    asked = deck.questions if deck else ()
    return Slide(
        name=KIND,
        kind=KIND,
        title=words.QUESTIONS,
        sentence=words.QUESTIONS_LEAD,
        drawing=Points(
            items=tuple(Point(text=each) for each in asked or words.USUAL_QUESTIONS),
            numbered=True,
        ),
        notes=(words.QUESTIONS_NOTE,),
    )
