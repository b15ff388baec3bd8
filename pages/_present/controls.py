"""The controls that pages have in common, as native lists."""

from components.views import Control
from metrics.groups import GROUPS, REFERENCES
from pages import _wiring
from pages._present import basics
from pages._present.about import About
from pages._words import basics as words

Choices = tuple[tuple[str, str], ...]


def place(page: str, about: About) -> Control:
    """The whole state, its regions, its counties."""
    places = _wiring.outcomes().places(about.state)
    whole = (_wiring.NONE, words.STATE_WHOLE.format(name=about.state_name))
    regions = tuple((p.code, p.name) for p in places.regions)
    counties = tuple((p.code, p.name) for p in places.counties)
    return Control(
        id=_wiring.control(page, "county"),
        label=words.PLACE,
        choices=(whole, *regions, *counties),
        value=about.code or _wiring.NONE,
    )


def dimension(page: str, name: str, offered: tuple[str, ...], chosen: str) -> Control:
    """By which groups."""
    return Control(
        id=_wiring.control(page, name),
        label=words.BY,
        choices=tuple((each, basics.dimension_name(each)) for each in offered),
        value=chosen,
    )


def window(page: str, about: About, chosen: str) -> Control:
    """The newest window, or any one of them, newest first."""
    listed = tuple(
        (each.key, basics.capital(each.label)) for each in reversed(about.windows)
    )
    return Control(
        id=_wiring.control(page, "window"),
        label=words.WINDOW,
        choices=((_wiring.NONE, words.NEWEST), *listed),
        value=chosen or _wiring.NONE,
    )


def reference_choices(dimension: str, *, whole_state: bool) -> Choices:
    """The usual group of the dimension, all others and, in a county, its state."""
    usual = REFERENCES.get(dimension, "")
    names = {each.code: each.children for each in GROUPS.get(dimension, ())}
    group = basics.capital(names[usual]) if usual else ""
    first = words.USUAL_REFERENCE.format(group=group) if usual else words.USUAL
    choices: Choices = ((_wiring.NONE, first), ("others", words.ALL_OTHERS_NAME))
    return choices if whole_state else (*choices, ("state", words.SAME_NAME))


def reference_options(dimension: object, *, whole_state: bool) -> list[dict[str, str]]:
    """The same choices for a list that is on the page already."""
    choices = reference_choices(str(dimension or ""), whole_state=whole_state)
    return [{"value": value, "label": label} for value, label in choices]


def reference(page: str, about: About, dimension: str, chosen: str) -> Control:
    """What a group is compared with."""
    choices = reference_choices(dimension, whole_state=about.whole_state)
    value = _wiring.NONE if chosen == "white_nh" else chosen
    known = {each.code: each.name for each in GROUPS.get(dimension, ())}
    if value in known:
        choices = (*choices, (value, known[value]))
    return Control(
        id=_wiring.control(page, "reference"),
        label=words.COMPARED_WITH,
        choices=choices,
        value=value if value in dict(choices) else _wiring.NONE,
    )
