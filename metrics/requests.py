"""From a selection to the counts that its rows need."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from metrics.blocks import Ask
from metrics.comparison import DIMS, LEVELS, Comparison, RowGroup, compared
from metrics.edition import Edition
from metrics.errors import BadSelection
from metrics.groups import GROUPS
from metrics.model import Measure
from metrics.places import Place, Vintage
from metrics.race_schemes import FOLDED, with_schemes
from metrics.selection import By, Level, Selection
from metrics.windows import Window

STATE_ID = 0
GROUPED = ("race", FOLDED, "age", "sex", "provider")
REFERENCES = ("others", "state", "none") + tuple(
    group.code for groups in GROUPS.values() for group in groups if group.known
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Frame:
    """The axes of a table's rows: one row a window, place and group, in that order.

    Selections that differ in their measure alone share one frame, so that their rows
    are made together; two frames are the same only if they are one object.
    """

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

    @property
    def size(self) -> int:
        return len(self.windows) * len(self.places) * len(self.groups)

    def ask(self, level: int, dim: int, geo_ids: Iterable[int]) -> Ask:
        """The counts of these places in the frame's windows."""
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
class Request:
    """A checked selection: its measure's components, and the frame of its rows."""

    selection: Selection
    measure: Measure
    numerator: int
    denominator: int
    kind: str
    per: int
    base: str
    frame: Frame


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Requests of one frame, whose rows are made together."""

    frame: Frame
    requests: tuple[Request, ...]
    positions: tuple[int, ...]

    @property
    def numerators(self) -> tuple[int, ...]:
        return tuple(each.numerator for each in self.requests)

    @property
    def denominators(self) -> tuple[int, ...]:
        return tuple(each.denominator for each in self.requests)


def batches(requests: Sequence[Request]) -> tuple[Batch, ...]:
    """The requests by frame; `positions` are where they stood."""
    found: dict[Frame, list[int]] = {}
    for position, request in enumerate(requests):
        found.setdefault(request.frame, []).append(position)
    return tuple(
        Batch(
            frame=frame,
            requests=tuple(requests[i] for i in positions),
            positions=tuple(positions),
        )
        for frame, positions in found.items()
    )


def frame_of(
    edition: Edition, selection: Selection, windows: tuple[Window, ...]
) -> Frame:
    """The frame of a checked selection. Raises BadSelection for what is not there."""
    place = edition.places.find(selection.place)
    dimension, groups = _groups(edition, selection)
    inside = selection.by in ("county", "region")
    level = _level(str(selection.by)) if inside else place.level
    every = _all_groups(edition, dimension) if dimension != "all" else groups
    return Frame(
        windows=windows,
        window_ids=tuple(edition.window_ids[each.key] for each in windows),
        places=edition.places.inside(place, level) if inside else (place,),
        level=LEVELS[level],
        dimension=dimension,
        groups=groups,
        compared=compared(selection.reference, LEVELS[level], dimension, groups, every),
    )


def check(edition: Edition, measure: Measure, selection: Selection) -> None:
    """Raises BadSelection for words that there are not, and for a breakdown by which
    the measure is not counted or which the edition does not have.
    """
    _check_words(selection)
    dimension, _ = _dimension(selection)
    if dimension == FOLDED:
        _check_scheme(edition, selection)
    split = selection.by in GROUPED or selection.group is not None
    offered = with_schemes(measure.breakdowns, folded=edition.folds)
    if split and (dimension not in DIMS or dimension not in offered):
        raise BadSelection(
            f"“{measure.title}” is not counted by {dimension[:20]}; it has: "
            f"{', '.join(offered) or 'none'}."
        )


def _check_scheme(edition: Edition, selection: Selection) -> None:
    """Raises BadSelection where cases and children would not be of one race scheme."""
    if not edition.folds:
        raise BadSelection(why_not_folded(edition.vintage))
    if selection.population != "estimates":
        raise BadSelection(
            "The 2020 census does not say which races children of two or more races "
            "have. Choose the estimates, or the usual groups by race."
        )


def why_not_folded(vintage: Vintage) -> str:
    """Why an edition does not count two or more races with one of them."""
    if vintage.edition != "staff" and not vintage.published:
        return (
            "Children of two or more races are counted with one of their races in the "
            "staff edition only. The public edition counts race in one way, so that "
            "no small group can be worked out from the difference."
        )
    return (
        f"The numbers of children for {vintage.name} do not say which races children "
        "of two or more races have, so they cannot be counted with one of them."
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


def _dimension(selection: Selection) -> tuple[str, str | None]:
    """The dimension of the groups of the rows, and the one wanted group, if any."""
    if selection.by in GROUPED:
        return str(selection.by), None
    return selection.group or ("all", None)


def _groups(edition: Edition, selection: Selection) -> tuple[str, tuple[RowGroup, ...]]:
    dimension, wanted = _dimension(selection)
    if dimension == "all":
        return dimension, (RowGroup(code="all", value=0, known=True),)
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
