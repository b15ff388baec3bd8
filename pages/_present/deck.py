"""A deck of a place: which slides, in which order, and what stands on each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from components.views import Deck
from data.state_deck import SlideOf
from metrics.errors import BadSelection
from pages._present.deck_ground import Ground
from pages._present.slides import Kind, kinds
from pages._present.slides._offer import Offer
from pages._words import present as words


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What could be shown of a place, what is usual, and what was chosen, by name."""

    offers: Mapping[str, Offer]
    usual: tuple[str, ...]
    chosen: tuple[str, ...]


def choice(ground: Ground, wanted: str = "") -> Choice:
    """The slides named in an address, as "cover,p1,gap"; the usual ones if none is.

    Raises BadSelection for a name of no slide, or one that is there twice.
    """
    offers = _offers(ground)
    usual = _usual(ground, offers)
    names = tuple(filter(None, (each.strip() for each in wanted.split(","))))
    for name in names:
        if name not in offers:
            there = ", ".join(n for n, each in offers.items() if each.usual)
            raise BadSelection(words.NO_SLIDE.format(name=name[:40], names=there))
        if names.count(name) > 1:
            raise BadSelection(words.SLIDE_TWICE.format(name=name))
    return Choice(offers=offers, usual=usual, chosen=names or usual)


def deck(ground: Ground, chosen: Choice) -> Deck:
    """The chosen slides."""
    made = {each.KIND: each for each in kinds()}
    offers = (chosen.offers[name] for name in chosen.chosen)
    return Deck(
        title=words.HEADING.format(place=ground.about.name),
        place=ground.about.name,
        slides=tuple(made[each.of.kind].slide(ground, each.of) for each in offers),
        marks=_marks(ground),
    )


def _offers(ground: Ground) -> dict[str, Offer]:
    every = [offer for kind in kinds() for offer in kind.offers(ground)]
    own = _own(ground)
    return {
        each.name: replace(each, of=own.get(_key(each.of), each.of)) for each in every
    }


def _own(ground: Ground) -> dict[tuple[str, str], SlideOf]:
    """The slides of the state's file, by what they are about."""
    listed = ground.file.deck.slides if ground.file.deck else ()
    return {_key(each): each for each in listed}


def _key(of: SlideOf) -> tuple[str, str]:
    return of.kind, of.about


def _usual(ground: Ground, offers: Mapping[str, Offer]) -> tuple[str, ...]:
    """Those of the state's file; without one, every kind's usual ones."""
    if ground.file.deck is None:
        return tuple(name for name, each in offers.items() if each.usual)
    names = {_key(each.of): name for name, each in offers.items()}
    return tuple(_named(ground, of, names) for of in ground.file.deck.slides)


def _named(ground: Ground, of: SlideOf, names: Mapping[tuple[str, str], str]) -> str:
    if _key(of) in names:
        return names[_key(of)]
    raise BadSelection(
        words.FILE_KIND.format(
            state=ground.file.id,
            kind=of.kind,
            about=words.ABOUT.format(about=of.about) if of.about else "",
            kinds=_listed(kinds()),
        )
    )


def _listed(known: Iterable[Kind]) -> str:
    return ", ".join(each.KIND for each in known)


def _marks(ground: Ground) -> tuple[str, ...]:
    """What must stand on every slide: made up or not, and for whom."""
    vintage = ground.about.vintage
    edition = dict(words.EDITIONS)[vintage.edition]
    said = words.PUBLISHED if vintage.published else edition
    return (words.DEMO, said) if vintage.demo else (said,)
