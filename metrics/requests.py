"""From a selection to the counts that its rows need."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from metrics.edition import Ask, Cell, Edition
from metrics.errors import BadSelection
from metrics.groups import GROUPS
from metrics.model import Measure
from metrics.places import Place
from metrics.selection import By, Selection
from metrics.windows import Window

LEVELS = MappingProxyType({"state": 1, "region": 2, "county": 3})
DIMS = MappingProxyType({"all": 0, "race": 1, "age": 2, "sex": 3, "provider": 4})
UNKNOWN = 9
REFERENCES = ("others", "state") + tuple(
    group.code for groups in GROUPS.values() for group in groups if group.known
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Where a count stands: a place, a group and a window."""

    level: int
    geo_id: int
    dim: int
    value: int
    window_id: int

    def cell(self, component: int) -> Cell:
        return (
            self.level,
            self.dim,
            self.geo_id,
            component,
            self.window_id,
            self.value,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class RowPlan:
    """One row to be: what it is called, where its counts stand, and its reference.

    `reference` spots are added up; `fallback` is used instead where a county's own
    reference group is too small. `reference_code` names it; "" means none.
    """

    place: Place
    window: Window
    dimension: str
    group: str
    known: bool
    spot: Spot
    reference: tuple[Spot, ...]
    reference_code: str
    fallback: tuple[Spot, ...]


@dataclass(frozen=True, kw_only=True)
class Request:
    """A checked selection: measure, components, rows."""

    selection: Selection
    measure: Measure
    numerator: int
    denominator: int
    kind: str
    per: int
    base: str
    rows: tuple[RowPlan, ...]

    def asks(self) -> Iterator[tuple[Ask, int]]:
        """Each (ask, component) that the rows need, places and windows together."""
        groups: dict[tuple[int, int], tuple[set[int], set[int]]] = {}
        for row in self.rows:
            for spot in (row.spot, *row.reference, *row.fallback):
                places, windows = groups.setdefault(
                    (spot.level, spot.dim), (set(), set())
                )
                places.add(spot.geo_id)
                windows.add(spot.window_id)
        for (level, dim), (places, windows) in groups.items():
            chosen = frozenset(places) if len(places) < 60 else None
            ask = Ask(
                level=level, dim=dim, geo_ids=chosen, window_ids=frozenset(windows)
            )
            yield ask, self.numerator
            yield ask, self.denominator


@dataclass(frozen=True, kw_only=True)
class _Group:
    code: str
    value: int
    known: bool


def row_plans(
    edition: Edition,
    measure: Measure,
    selection: Selection,
    windows: tuple[Window, ...],
) -> tuple[RowPlan, ...]:
    """The rows of a selection. Raises BadSelection for what is not there."""
    _check_words(selection)
    place = edition.places.find(selection.place)
    dimension, groups = _groups(edition, measure, selection)
    if selection.by in ("county", "region"):
        places = edition.places.inside(place, selection.by)
    else:
        places = (place,)
    return tuple(
        _row(edition, selection, each, window, dimension, group)
        for window in windows
        for each in places
        for group in groups
    )


def _check_words(selection: Selection) -> None:
    if selection.by not in get_args(By):
        offered = ", ".join(get_args(By))
        raise BadSelection(
            f"There is no breakdown “{selection.by[:20]}”; there are: {offered}."
        )
    if selection.reference not in REFERENCES:
        raise BadSelection(
            f"“{selection.reference[:40]}” is nothing to compare with; write the code "
            "of a group, others, or state."
        )


def _groups(
    edition: Edition, measure: Measure, selection: Selection
) -> tuple[str, tuple[_Group, ...]]:
    if selection.by in ("race", "age", "sex", "provider"):
        dimension, wanted = str(selection.by), None
    elif selection.group is not None:
        dimension, wanted = selection.group
    else:
        return "all", (_Group(code="all", value=0, known=True),)
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


def _all_groups(edition: Edition, dimension: str) -> tuple[_Group, ...]:
    if dimension == "provider":
        return tuple(
            _Group(code=f"provider:{i}", value=i, known=i != 0)
            for i in edition.providers
        )
    return tuple(
        _Group(code=g.code, value=g.id, known=g.known) for g in GROUPS[dimension]
    )


def _row(
    edition: Edition,
    selection: Selection,
    place: Place,
    window: Window,
    dimension: str,
    group: _Group,
) -> RowPlan:
    spot = Spot(
        level=LEVELS[place.level],
        geo_id=place.geo_id,
        dim=DIMS[dimension],
        value=group.value,
        window_id=edition.window_ids[window.key],
    )
    code, reference = _reference(edition, selection, place, dimension, group, spot)
    wider = place.level != "state" and code not in ("", "others", "state", "all")
    return RowPlan(
        place=place,
        window=window,
        dimension=dimension,
        group=group.code,
        known=group.known,
        spot=spot,
        reference=reference,
        reference_code=code,
        fallback=tuple(_in_state(r) for r in reference) if wider else (),
    )


def _reference(
    edition: Edition,
    selection: Selection,
    place: Place,
    dimension: str,
    group: _Group,
    spot: Spot,
) -> tuple[str, tuple[Spot, ...]]:
    """What a row is compared with: a group, all others, all children, or the state."""
    if not group.known:
        return "", ()
    if dimension == "all" or selection.reference == "state":
        return ("", ()) if place.level == "state" else ("state", (_in_state(spot),))
    if dimension == "provider":
        return "all", (_moved(spot, dim=0, value=0),)
    groups = _all_groups(edition, dimension)
    if selection.reference == "others":
        others = [g for g in groups if g.known and g.code != group.code]
        return "others", tuple(
            _moved(spot, dim=spot.dim, value=g.value) for g in others
        )
    wanted = [g for g in groups if g.known and g.code == selection.reference]
    chosen = wanted[0] if wanted else _default_reference(dimension, groups)
    return chosen.code, (_moved(spot, dim=spot.dim, value=chosen.value),)


def _default_reference(dimension: str, groups: tuple[_Group, ...]) -> _Group:
    default = {"race": 1, "age": 2, "sex": 2}[dimension]
    return next(g for g in groups if g.value == default)


def _moved(spot: Spot, *, dim: int, value: int) -> Spot:
    return Spot(
        level=spot.level,
        geo_id=spot.geo_id,
        dim=dim,
        value=value,
        window_id=spot.window_id,
    )


def _in_state(spot: Spot) -> Spot:
    return Spot(
        level=1, geo_id=0, dim=spot.dim, value=spot.value, window_id=spot.window_id
    )
