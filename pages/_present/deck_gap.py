"""The slide of a gap: the chain of one group, decision by decision."""

from dataclasses import replace

from components import theme
from components.views import RATIO, Slide, Waterfall
from metrics.errors import NoData
from metrics.narrative_chain import apart, opens_sentence
from metrics.phrases import terms
from pages._present import (
    basics,
    chain,
    chain_drawn,
    chain_says,
    chain_table,
    deck_gap_groups,
    gap_group,
)
from pages._present.about import About, about, source_line
from pages._present.chain import Told
from pages._present.deck_ground import Ground
from pages._present.pathway_asking import Answers, View, view_of
from pages._words import chain as of_chain
from pages._words import present as words


def made(ground: Ground, name: str) -> Slide:
    """The slide; without a chain that of the groups at one decision. Raises NoData
    where there is no decision point at all.
    """
    view = _view(ground.about)
    # The group is chosen at one decision, so the others are not asked for.
    found = Answers(view=replace(view, steps=(view.focus,)))
    group = gap_group.chosen(view, found)
    try:
        told = chain.tell(view, group)
    except NoData:
        return deck_gap_groups.made(view, found, name)
    return _chain(told, name)


def _view(place: About, window: str = "") -> View:
    return view_of(place, dim="", window=window, reference="", base="")


# ---- the chain -----------------------------------------------------------------


def _chain(told: Told, name: str) -> Slide:
    shown = _drawn(told)
    line = chain_drawn.waterfall(shown)
    sentence, caption = _says(told, shown)
    frame = chain_drawn.frame(shown)
    source = source_line(shown.view.about, shown.found.window)
    return Slide(
        name=name,
        kind=name,
        title=words.GAP,
        sentence=sentence,
        drawing=line,
        caption=caption,
        alt=alt(line),
        footnote=f"{_stands_on(shown)} {source}.",
        notes=(frame.title + ".", of_chain.OPENS_SAYS, words.GAP_NOTE, *frame.notes),
        twin=chain_table.twin(shown, words.TABLE_OF.format(title=frame.title)),
        definitions=tuple(
            basics.versioned(chain.measure_of(each.stage.id))
            for each in shown.found.chain.links
        ),
    )


def _drawn(told: Told) -> Told:
    """What is drawn: the place, or the whole state where nothing can be told of it."""
    place = told.view.about
    if place.whole_state or basics.ratio(told.row).shown:
        return told
    whole = _view(about(place.state), told.found.window)
    return chain.tell(whole, told.found.question.group)


def _says(told: Told, shown: Told) -> tuple[str, str]:
    """The finding, and what stands over the drawing.

    Where the whole difference is beyond chance the finding is where it opens;
    elsewhere the whole is told first, as is that a place is too small.
    """
    opens = opens_sentence(shown.found.chain, group_children=shown.group)
    if shown is not told:
        whole = words.GAP_WIDER.format(place=shown.view.about.name)
        return chain_says.whole(told), f"{whole} {opens}"
    if not basics.ratio(told.row).shown:
        return chain_says.whole(told), ""
    frequency = chain_says.whole(told)
    if apart(told.links[-1].di):
        return opens, frequency
    return frequency, opens


def _stands_on(told: Told) -> str:
    ratio = basics.ratio(told.row)
    if not ratio.shown:
        reason = theme.reason(ratio)
        return words.FOOT_NONE.format(window=basics.capital(told.group), reason=reason)
    return words.GAP_FOOT.format(
        group=told.group,
        verb=terms(told.row, told.end).verb,
        counted=theme.counted(ratio),
        ratio=theme.number(ratio.value or 0.0, decimals=2),
        interval=theme.interval(ratio, RATIO),
    )


def alt(view: Waterfall) -> str:
    """Every decision with its ratio, for who cannot see the bars."""
    steps = (
        words.GAP_STEP.format(
            label=each.label,
            ratio=theme.spoken(each.ratio, RATIO),
            total=theme.spoken(each.total, RATIO),
        )
        for each in view.factors
    )
    return words.GAP_ALT.format(steps=" ".join(steps))
