"""What an address asks of the presentation: a place, its slides, where to begin."""

from collections.abc import Mapping
from dataclasses import dataclass

from components.views import Choosable, Chooser, DeckBar, Link
from metrics.errors import BadSelection
from pages import _wiring
from pages._present import asked
from pages._present.about import About, about
from pages._present.deck import Choice
from pages._words import exports as files
from pages._words import present as words

# Names of many slides, which are longer than anything else in an address.
LONGEST = 3000


@dataclass(frozen=True, kw_only=True)
class AskedDeck:
    """Plain values, so that what is made of them can be remembered.

    place: the code of a region or county, "" for the state; slides: names with
    commas, "" for the usual ones; first: a name or a number, "" for the first slide.
    """

    state: str
    place: str
    slides: str
    first: str

    @property
    def about(self) -> About:
        return about(self.state, self.place)


def asked_deck(query: Mapping[str, object]) -> AskedDeck:
    """The checked address. Raises BadSelection."""
    here = asked.place_of(query)
    return AskedDeck(
        state=here.state,
        place=here.code,
        slides=_wiring.read(query, "slides", longest=LONGEST),
        first=_wiring.read(query, "slide"),
    )


def start(choice: Choice, first: str) -> int:
    """Where to begin, counted from 0. Raises BadSelection if there is no such slide."""
    names = choice.chosen
    if not first or first in names:
        return names.index(first) if first else 0
    if first.isdecimal() and 1 <= int(first) <= len(names):
        return int(first) - 1
    said = words.NO_SLIDE.format(name=first[:40], names=", ".join(names))
    raise BadSelection(said)


def around(asked: AskedDeck, choice: Choice, at: int) -> DeckBar:
    """The bar under the slides."""
    here = asked.about
    return DeckBar(
        names=choice.chosen,
        start=at,
        back=Link(text=words.BACK, href=_back(here)),
        chooser=_chooser(here, choice),
        files=_files(asked),
    )


def _files(asked: AskedDeck) -> tuple[Link, ...]:
    """The same slides as files."""
    query = asked.about.query() | {"slides": asked.slides}
    return tuple(
        Link(
            text=text,
            href=_wiring.href(f"{words.PAGE}/deck.{kind}", **query),
            download=f"{words.PAGE}.{kind}",
        )
        for kind, text in files.DECK_FILES
    )


def present_link(here: About) -> Link:
    """To the slides of a place, for its other pages."""
    href = _wiring.href(words.PAGE, **here.query())
    return Link(text=words.PRESENT_LINK, href=href)


def _back(here: About) -> str:
    if here.place.level == "county":
        return _wiring.href(f"county/{here.place.code}")
    return _wiring.href("/", state=here.query()["state"])


def _chooser(here: About, choice: Choice) -> Chooser:
    plain = _wiring.href(words.PAGE, **here.query())
    rest = [name for name in choice.offers if name not in choice.chosen]
    near = [name for name in rest if choice.offers[name].usual]
    more = [name for name in rest if name not in near]
    usual = choice.chosen == choice.usual
    return Chooser(
        rows=_rows(choice, (*choice.chosen, *near)),
        more=_rows(choice, more),
        href=plain,
        usual=None if usual else Link(text=words.USUAL, href=plain),
    )


def _rows(choice: Choice, names: tuple[str, ...] | list[str]) -> tuple[Choosable, ...]:
    return tuple(
        Choosable(
            name=name, label=choice.offers[name].label, chosen=name in choice.chosen
        )
        for name in names
    )
