"""The two slides about change: what improved since the baseline, and what did not."""

from collections.abc import Callable, Iterator

from components.views import Slide
from metrics.signals import expected_by_chance
from pages._present import basics
from pages._present.about import source_line
from pages._present.chance import by_chance
from pages._present.deck_changes import Changes, Moved, changes, dots, sentence, table
from pages._present.deck_gap_groups import dots_alt
from pages._present.deck_ground import Ground
from pages._words import present as words

REST = ("worse", "no clear change")
# What a slide has room for; the table in its notes has them all.
MOST = 7
Told = tuple[str, str, tuple[Moved, ...]]


def improved(ground: Ground, name: str) -> Slide:
    """What moved to the better side, the surest first."""
    return _slide(ground, name, words.IMPROVED, _improved)


def not_improved(ground: Ground, name: str) -> Slide:
    """What moved to the worse side, then what shows no clear change."""
    return _slide(ground, name, words.NOT_IMPROVED, _rest)


def _slide(
    ground: Ground, name: str, title: str, tell: Callable[[Changes], Told]
) -> Slide:
    own, around = changes(ground), ground.around
    wider = changes(around) if around and not own.moved else None
    shown = wider or own
    said, caption, moved = tell(shown)
    if not own.moved:
        few = words.NOTHING_COMPARED.format(**_names(own))
        said = f"{few} {said}" if wider and wider.moved else few
    drawn = dots(shown, moved[:MOST]) if moved else None
    if len(moved) > MOST:
        caption += words.ONLY_SUREST.format(n=MOST)
    return Slide(
        name=name,
        kind=name,
        title=title,
        sentence=said,
        drawing=drawn,
        caption=caption if drawn else "",
        alt=dots_alt(drawn) if drawn else "",
        footnote=_foot(shown) if shown.moved else "",
        notes=tuple(_notes(shown)),
        twin=table(shown, moved, caption) if moved else None,
        definitions=tuple(basics.versioned(each.measure) for each in moved),
    )


def _improved(found: Changes) -> Told:
    moved, names = found.of("better"), _names(found)
    if not moved:
        every = words.EVERY_ONE.format(**names)
        return words.IMPROVED_NONE.format(**names), every, found.moved
    caption = words.IMPROVED_SOME.format(n=len(moved), **names)
    return sentence(found, moved[0]), caption, moved


def _rest(found: Changes) -> Told:
    moved, names = found.of(*REST), _names(found)
    if not moved:
        every = words.EVERY_ONE.format(**names)
        return words.REST_NONE.format(**names), every, found.moved
    worse = found.of("worse")
    counts = {"worse": len(worse), "same": len(moved) - len(worse)}
    caption = words.REST_SOME.format(**counts, **names)
    said = sentence(found, worse[0]) if worse else words.WORSE_NONE.format(**names)
    return said, caption, moved


def _names(found: Changes) -> dict[str, object]:
    known = {each.key: each.label for each in found.about.windows}
    window = known.get(found.window, found.window)
    return {"place": found.about.name, "window": window, "all": len(found.moved)}


def _foot(found: Changes) -> str:
    """What is divided by what; source, first and last window."""
    about = found.about
    newest = {each.now.window for each in found.moved}
    last = max(newest, key=lambda key: about.window(key).end)
    said = words.CHANGES_FOOT.format(**_names(found))
    return f"{said} {source_line(about, found.window, last)}."


def _notes(found: Changes) -> Iterator[str]:
    if found.moved:
        compared = len(found.moved)
        chance = by_chance(expected_by_chance(compared, level=0.05))
        yield words.BY_INTERVAL.format(n=compared, chance=chance)
    if found.others:
        titles = ", ".join(each.title for each in found.others)
        yield words.NOT_COMPARED.format(titles=titles)
    yield words.NO_SIDE
