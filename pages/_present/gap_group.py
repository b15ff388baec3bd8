"""The group that the chain and the trend are about: the reader's, or the surest one."""

from metrics.groups import GROUPS
from pages import _wiring
from pages._present import asked, groups
from pages._present.controls import Choices
from pages._present.pathway_asking import Answers, View
from pages._words import chain as words

USUAL = "black_nh"


def reference_of(view: View) -> str:
    """What the group is compared with: a group of the dimension, others, or state."""
    return asked.reference_code(view.reference, view.dim)


def chosen(view: View, found: Answers) -> str:
    """The group asked for; else the one whose difference at the focus is surest."""
    if view.group:
        return view.group
    base = view.base if view.focus.id in found.of(view.base) else "population"
    surest = groups.surest(found.of(base)[view.focus.id])
    if surest is not None:
        return surest.group
    offered = [code for code, _ in _known(view.dim, view.reference)]
    return USUAL if USUAL in offered else offered[0]


def choices(dimension: str, reference: str) -> Choices:
    """The page's own choice, then every group that can be compared."""
    return ((_wiring.NONE, words.SUREST), *_known(dimension, reference))


def options(dimension: object, reference: object) -> list[dict[str, str]]:
    """The same for a list that is on the page already, whatever was sent."""
    dim = str(dimension) if str(dimension) in GROUPS else next(iter(GROUPS))
    listed = choices(dim, str(reference))
    return [{"value": value, "label": label} for value, label in listed]


def _known(dimension: str, reference: str) -> Choices:
    against = asked.reference_code(reference, dimension)
    every = GROUPS[dimension]
    return tuple((g.code, g.name) for g in every if g.known and g.code != against)
