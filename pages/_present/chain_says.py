"""What is said of a chain: its finding in words, and what must stand under it."""

from collections.abc import Iterator
from math import isfinite

from components import theme
from metrics.narrative import disparity_sentence
from metrics.narrative_chain import opens_sentence, stage_sentence
from metrics.narrative_gap import parts_sentence
from metrics.narrative_small import disparity_or_wider
from metrics.narrative_words_chain import chain_words, links_words, parts_words
from metrics.pathway_reader import STATE
from metrics.table import IMMATURE
from pages._present import basics, chain
from pages._present.chain import Told
from pages._present.pathway_asking import ESTIMATES
from pages._words import chain as words


def sentence(told: Told) -> str:
    """The ratio at the end as a natural frequency, then where it opens.

    Where the place is too small: that, and what is known of the whole state.
    """
    said = whole(told)
    if not basics.ratio(told.row).shown or told.row.has(IMMATURE):
        return said
    return f"{said} {opens_sentence(told.found.chain, group_children=told.group)}"


def in_words(told: Told) -> tuple[str, ...]:
    """Every decision on the way as a natural frequency."""
    steps = [(link, chain.measure_of(link.stage.id).step) for link in told.links]
    return chain_words(
        [(link, step) for link, step in steps if step],
        group_children=told.group,
        reference_children=told.reference,
    )


def whole(told: Told) -> str:
    """The ratio at the end alone, here or, if that cannot be told, in the state."""
    named = {
        "measure": told.end,
        "place": told.view.about.name,
        "window": told.label,
        "group_children": told.group,
        "reference_children": told.reference,
    }
    if told.view.about.whole_state:
        return disparity_sentence(told.row, **named)  # type: ignore[arg-type]
    return disparity_or_wider(
        told.row, told.wider, wider_place=told.view.about.state_name, **named
    )  # type: ignore[arg-type]


def parts_says(told: Told) -> str:
    """The difference per 1,000 and its largest part."""
    step = told.end.step
    return parts_sentence(
        told.found.chain,
        verb=step.verb if step else told.end.verb,
        group_children=told.group,
        reference_children=told.reference,
    )


def beside_in_words(told: Told) -> tuple[str, ...]:
    """What the figures beside the chain stand on; their sentence says the rest."""
    late = told.found.immature
    links = [link for link in told.beside if link.stage.id not in late]
    return links_words(links, group_children=told.group)


def parts_in_words(told: Told) -> tuple[str, ...]:
    """What every decision adds to the difference."""
    parts = [(link.stage.label, link.per_1000) for link in told.links]
    return parts_words(
        parts, group_children=told.group, reference_children=told.reference
    )


def beside_says(told: Told) -> str:
    """Every stage beside the chain as a natural frequency."""
    named = {"group_children": told.group, "reference_children": told.reference}
    said = []
    for link in told.beside:
        step = chain.measure_of(link.stage.id).step
        if step and link.stage.id not in told.found.immature:
            said.append(stage_sentence(link, step, **named))
    return " ".join(said)


def notes(told: Told) -> Iterator[str]:
    view, found = told.view, told.found
    if found.immature:
        labels = [link.stage.label for link in (*told.links, *told.beside)]
        ids = [link.stage.id for link in (*told.links, *told.beside)]
        late = [t for t, i in zip(labels, ids, strict=True) if i in found.immature]
        yield words.IMMATURE.format(steps=", ".join(late))
    followed = words.CHOSEN if view.window or found.immature else words.FOLLOWED
    yield followed.format(window=told.label)
    if found.chain.telescopes:
        yield words.MULTIPLY
    if found.reference_from == STATE:
        yield words.STATE_REFERENCE.format(reference=told.reference)
    if view.population != ESTIMATES:
        yield words.CENSUS
    yield _outside(told)


def _outside(told: Told) -> str:
    """How many entered care outside the chain; never more than is shown."""
    outside = told.found.outside
    if not (isfinite(outside.everyone) and isfinite(outside.everyone_reported)):
        return words.OUTSIDE_HIDDEN
    own = ""
    if isfinite(outside.group) and outside.everyone > 0:
        number = theme.number(outside.group, decimals=0)
        own = words.OUTSIDE_OWN.format(n=number, group=told.group)
    numbers = (outside.everyone, outside.everyone_reported)
    n, every = (theme.number(each, decimals=0) for each in numbers)
    none = words.NONE if outside.everyone == 0 else n
    return words.OUTSIDE.format(n=none, all=every, own=own)
