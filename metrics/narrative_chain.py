"""Sentences about a chain of decisions: where a difference opens, and how it moves.

Every sentence is bound to one chain and its intervals. It names decisions, never
causes; where a decision cannot be told from 1 it says so.
"""

from collections.abc import Sequence
from math import isfinite, isnan, log
from types import MappingProxyType

from metrics.model import Step
from metrics.pathway import BOUNDS_ONLY
from metrics.pathway_model import SHOWN, Chain, Link, Ratio
from metrics.words import frequency, pronoun, ratio_words

WHY = MappingProxyType(
    {
        BOUNDS_ONLY: "for too many children the group is not known",
        "hidden": "the numbers are hidden to protect the privacy of children",
        "unreliable": "the numbers are too small",
    }
)
# What makes up at least this part of all that opens a difference is most of it.
MOST = 0.5


def apart(ratio: Ratio) -> bool:
    """Whether the interval of a ratio leaves 1 out."""
    return ratio.status in SHOWN and (ratio.lower > 1 or ratio.upper < 1)


def on_the_way(chain: Chain) -> tuple[Link, ...]:
    """The links up to the one whose difference is taken apart."""
    names = [link.stage.id for link in chain.links]
    return chain.links[: names.index(chain.end) + 1]


def opens_sentence(chain: Chain, *, group_children: str) -> str:
    """At which decisions the difference at the end of the chain opens.

    group_children: the words for the group ("Black children").
    """
    links = on_the_way(chain)
    whole = links[-1].di
    unknown = next((link for link in links if not link.rri.shown), None)
    if not whole.shown or unknown is not None:
        return _untold(unknown or links[-1])
    if not apart(whole):
        return _no_difference(links, whole)
    side = _side(whole.value)
    same = [link for link in links if _side(link.rri.value) == side]
    opening = [link for link in same if apart(link.rri)]
    closing = [
        link for link in links if apart(link.rri) and _side(link.rri.value) == -side
    ]
    said = _opens(opening, same, group_children)
    if not closing:
        return f"{said}."
    return f"{said}; at {_listed(closing)} it becomes smaller."


def stage_sentence(
    link: Link, step: Step, *, group_children: str, reference_children: str
) -> str:
    """One decision as a natural frequency, out of those at the decision before."""
    ratio, label = link.rri, link.stage.label
    if not ratio.shown or not isfinite(ratio.upper):
        why = WHY.get(ratio.status, "there is no ratio with both limits")
        return f"Nothing can be said about “{label}”: {why}."
    base, size = frequency(ratio.value)
    between = f"{ratio_words(ratio.lower)} to {ratio_words(ratio.upper)}"
    tail = f"(ratio {ratio_words(ratio.value)}, 95 % interval {between})"
    if not apart(ratio):
        tail += "; the interval includes 1, so the difference may be chance"
    return (
        f"For every {base} {reference_children} who {step.verb}, {size} "
        f"{group_children} {pronoun(step.verb)}, out of the same number of "
        f"{step.previous_label} {tail}."
    )


def _opens(opening: Sequence[Link], same: Sequence[Link], group: str) -> str:
    who = f"For {group}"
    if not opening:
        return (
            f"{who}, no single decision opens the difference: it is made up of parts "
            "of which each alone may be chance"
        )
    size = {link.stage.id: abs(log(link.rri.value)) for link in same}
    largest = max(opening, key=lambda link: size[link.stage.id])
    rest = [link for link in opening if link is not largest]
    if size[largest.stage.id] >= MOST * sum(size.values()):
        also = f", and more of it at {_listed(rest)}" if rest else ""
        return f"{who}, most of the difference opens at {_named(largest)}{also}"
    if rest:
        return f"{who}, the difference opens in parts, at {_listed(opening)}"
    return f"{who}, a part of the difference opens at {_named(largest)}"


def _no_difference(links: Sequence[Link], whole: Ratio) -> str:
    """What single decisions show where the whole may be chance."""
    told = [link for link in links if apart(link.rri)]
    if not told:
        return "No single decision on the way can be told apart from 1 either."
    above = [link for link in told if link.rri.value > 1]
    below = [link for link in told if link.rri.value < 1]
    parts = [
        f"{word} 1 at {_listed(those)}"
        for word, those in (("above", above), ("below", below))
        if those
    ]
    return (
        f"Although the whole ({ratio_words(whole.value)}) may be chance, the ratio of "
        f"single decisions is {' and '.join(parts)}."
    )


def _untold(link: Link) -> str:
    status = link.rri.status if not link.rri.shown else link.di.status
    why = WHY.get(status, "there are no numbers to work it out from")
    return f"At which decision it opens cannot be said: at “{link.stage.label}” {why}."


def _side(ratio: float) -> int:
    return 0 if isnan(ratio) or ratio == 1 else 1 if ratio > 1 else -1


def _named(link: Link) -> str:
    return f"“{link.stage.label}” ({ratio_words(link.rri.value)})"


def _listed(links: Sequence[Link]) -> str:
    *most, last = [_named(link) for link in links]
    return f"{', '.join(most)} and {last}" if most else last
