"""The controls of the counties side by side, as native lists."""

from components.views import Control
from metrics.groups import GROUPS
from pages import _wiring
from pages._present import basics
from pages._present.pathway_asking import steps_of
from pages._present.side_asking import View
from pages._words import side_by_side as words

OF_GROUP = "{dimension}: {group}"


def steps(view: View) -> Control:
    """The decision points of the state."""
    found = steps_of(view.about.state)
    return Control(
        id=_wiring.control(words.PAGE, "step"),
        label=words.STEP,
        choices=tuple((m.id, m.step.label if m.step else m.title) for m in found),
        value=view.measure.id,
    )


def groups(view: View) -> Control:
    """Every known group by which the decision point is counted."""
    dims = [each for each in GROUPS if each in view.measure.breakdowns]
    return Control(
        id=_wiring.control(words.PAGE, "group"),
        label=words.GROUP,
        choices=tuple(
            (f"{dim}:{each.code}", _name(dim, each.name))
            for dim in dims
            for each in GROUPS[dim]
            if each.known
        ),
        value=f"{view.dim}:{view.group.code}",
    )


def _name(dim: str, name: str) -> str:
    if dim == "race":
        return name
    return OF_GROUP.format(dimension=basics.dimension_name(dim), group=name)


def marked(view: View) -> Control:
    """No county in particular, or one of them."""
    places = _wiring.outcomes().places(view.about.state).counties
    none = (_wiring.NONE, words.NO_MARK.format(**view.said))
    return Control(
        id=_wiring.control(words.PAGE, "county"),
        label=words.MARK,
        choices=(none, *((each.code, each.name) for each in places)),
        value=view.marked.place.code if view.marked else _wiring.NONE,
    )


def bases(view: View) -> Control:
    """All children, or those at the decision before."""
    return Control(
        id=_wiring.control(words.PAGE, "base"),
        label=words.BASE,
        choices=words.BASES,
        value=view.base,
    )
