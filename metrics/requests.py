"""From a selection to the counts that its rows need."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from metrics.blocks import Ask
from metrics.comparison import DIMS, LEVELS, Comparison, RowGroup, compared
from metrics.edition import Edition
from metrics.errors import BadSelection
from metrics.groups import GROUPS
from metrics.model import Measure
from metrics.places import Place
from metrics.selection import By, Level, Selection
from metrics.windows import Window

STATE_ID = 0
REFERENCES = ("others", "state", "none") + tuple(
    group.code for groups in GROUPS.values() for group in groups if group.known
)


@dataclass(frozen=True, kw_only=True)
class Request:
    """A checked selection: measure, components, and the axes of its rows.

    There is a row for each window, place and group, in that order.
    """

    selection: Selection
    measure: Measure
    numerator: int
    denominator: int
    kind: str
    per: int
    base: str
    windows: tuple[Window, ...]
    window_ids: tuple[int, ...]
    places: tuple[Place, ...]
    level: int
    dimension: str
    groups: tuple[RowGroup, ...]
    compared: Comparison

    @property
    def dim(self) -> int:
        return DIMS[self.dimension]

    def ask(self, level: int, dim: int, geo_ids: Iterable[int]) -> Ask:
        """The counts of these places in the request's windows."""
        return Ask(
            level=level,
            dim=dim,
            geo_ids=frozenset(geo_ids),
            window_ids=frozenset(self.window_ids),
        )

    @cached_property
    def own(self) -> Ask:
        return self.ask(self.level, self.dim, self.geo_ids)

    @cached_property
    def reference(self) -> Ask:
        near = self.compared.level == self.level
        places = self.geo_ids if near else (STATE_ID,)
        return self.ask(self.compared.level, self.compared.dim, places)

    @cached_property
    def fallback(self) -> Ask:
        return self.ask(LEVELS["state"], self.dim, (STATE_ID,))

    @cached_property
    def geo_ids(self) -> tuple[int, ...]:
        return tuple(place.geo_id for place in self.places)

    def asks(self) -> Iterator[Ask]:
        """Everything that has to be fetched for the rows."""
        yield self.own
        if any(self.compared.values):
            yield self.reference
        if self.compared.fallback:
            yield self.fallback


@dataclass(frozen=True, kw_only=True)
class Axes:
    """The places and groups of a selection's rows, and what they are compared with."""

    places: tuple[Place, ...]
    level: int
    dimension: str
    groups: tuple[RowGroup, ...]
    compared: Comparison


def axes(edition: Edition, measure: Measure, selection: Selection) -> Axes:
    """The axes of a selection. Raises BadSelection for what is not there."""
    _check_words(selection)
    place = edition.places.find(selection.place)
    dimension, groups = _groups(edition, measure, selection)
    inside = selection.by in ("county", "region")
    level = _level(str(selection.by)) if inside else place.level
    places = edition.places.inside(place, level) if inside else (place,)
    every = _all_groups(edition, dimension) if dimension != "all" else groups
    return Axes(
        places=places,
        level=LEVELS[level],
        dimension=dimension,
        groups=groups,
        compared=compared(
            selection.reference, LEVELS[level], dimension, groups, every
        ),
    )


def _level(word: str) -> Level:
    return "county" if word == "county" else "region"


def _check_words(selection: Selection) -> None:
    if selection.by not in get_args(By):
        offered = ", ".join(get_args(By))
        raise BadSelection(
            f"There is no breakdown “{selection.by[:20]}”; there are: {offered}."
        )
    if selection.reference not in REFERENCES:
        raise BadSelection(
            f"“{selection.reference[:40]}” is nothing to compare with; write the code "
            "of a group, others, state, or none."
        )


def _groups(
    edition: Edition, measure: Measure, selection: Selection
) -> tuple[str, tuple[RowGroup, ...]]:
    if selection.by in ("race", "age", "sex", "provider"):
        dimension, wanted = str(selection.by), None
    elif selection.group is not None:
        dimension, wanted = selection.group
    else:
        return "all", (RowGroup(code="all", value=0, known=True),)
    if dimension not in DIMS or dimension not in measure.breakdowns:
        offered = ", ".join(measure.breakdowns) or "none"
        raise BadSelection(
            f"“{measure.title}” is not counted by {dimension[:20]}; it has: {offered}."
        )
    every = _all_groups(edition, dimension)
    found = tuple(g for g in every if wanted in (None, g.code))
    if not every:
        raise BadSelection(f"No {dimension}s are known in {edition.places.state.name}.")
    if not found:
        raise BadSelection(f"There is no group “{str(wanted)[:40]}” of {dimension}.")
    return dimension, found


def _all_groups(edition: Edition, dimension: str) -> tuple[RowGroup, ...]:
    if dimension == "provider":
        return tuple(
            RowGroup(code=f"provider:{i}", value=i, known=i != 0)
            for i in edition.providers
        )
    return tuple(
        RowGroup(code=g.code, value=g.id, known=g.known) for g in GROUPS[dimension]
    )
