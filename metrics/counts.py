"""The two counts of every row and of its reference, with what is known about them.

All arrays of one request have the shape of its rows: window by place by group.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np
import numpy.typing as npt

from data.warehouse import HIDDEN, NOT_PUBLISHED
from metrics.blocks import Ask, Block, Floats
from metrics.requests import STATE_ID, Request
from metrics.table import NOT_SHOWN_BIT, STATE_REFERENCE_BIT

SMALL_REFERENCE = 10
# From good to bad: a sum is as bad as the worst of its parts. Codes are positions.
STATUSES = ("shown", "not estimable", "no data", "hidden")
SHOWN, NOT_ESTIMABLE, NO_DATA, CONCEALED = range(len(STATUSES))

Codes = npt.NDArray[np.int8]
Blocks = Mapping[Ask, Block]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """Two counts that belong together, and whether either is hidden or not there.

    status: codes of STATUSES; "not estimable" where the numerator is there and what it
    is counted among is not.
    """

    numerator: Floats
    denominator: Floats
    status: Codes

    def __getitem__(self, where: Any) -> "Pairs":
        return Pairs(
            numerator=self.numerator[where],
            denominator=self.denominator[where],
            status=self.status[where],
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """The rows' counts, those of their references, remarks as bits, and coverage."""

    own: Pairs
    reference: Pairs
    remarks: npt.NDArray[np.int64]
    coverage: npt.NDArray[Any]


def count_rows(request: Request, blocks: Blocks) -> Counted:
    """Counts for every row of a request, out of blocks that were fetched."""
    values = tuple(group.value for group in request.groups)
    own = pairs(request, blocks[request.own], request.geo_ids, values)
    reference = _references(request, blocks, own.status.shape)
    remarks = np.where(own.status == NO_DATA, NOT_SHOWN_BIT, 0)
    if request.compared.fallback:
        wider = _in_state(request, blocks, own.status.shape)
        used = _too_small(reference) & np.isin(wider.status, (SHOWN, CONCEALED))
        reference = choose(used, wider, reference)
        remarks = remarks | np.where(used, STATE_REFERENCE_BIT, 0)
    coverage = np.full(own.status.shape, "", object)
    return Counted(own=own, reference=reference, remarks=remarks, coverage=coverage)


def pairs(
    request: Request, block: Block, places: Sequence[int], values: Sequence[int]
) -> Pairs:
    """Both counts of places and groups in the request's windows."""
    components = (request.numerator, request.denominator)
    (top, bottom), (top_status, bottom_status) = block.take(
        components, request.window_ids, places, values
    )
    status = np.zeros(top.shape, np.int8)
    status[(bottom_status == NOT_PUBLISHED) | np.isnan(bottom)] = NOT_ESTIMABLE
    status[(top_status == NOT_PUBLISHED) | np.isnan(top)] = NO_DATA
    status[(top_status == HIDDEN) | (bottom_status == HIDDEN)] = CONCEALED
    return Pairs(numerator=top, denominator=bottom, status=status)


def summed(
    request: Request,
    block: Block,
    places: Sequence[int],
    groups: tuple[tuple[int, ...], ...],
) -> Pairs:
    """Each tuple of groups added up; one hidden part hides the sum."""
    needed = tuple(dict.fromkeys(value for group in groups for value in group))
    found = pairs(request, block, places, needed)
    sums = {
        group: _sum(found, [needed.index(v) for v in group]) for group in set(groups)
    }
    each = [sums[group] for group in groups]
    return Pairs(
        numerator=np.stack([one.numerator for one in each], axis=-1),
        denominator=np.stack([one.denominator for one in each], axis=-1),
        status=np.stack([one.status for one in each], axis=-1),
    )


def choose(where: npt.NDArray[np.bool_], one: Pairs, other: Pairs) -> Pairs:
    """`one` where the condition holds, else `other`."""
    return Pairs(
        numerator=np.where(where, one.numerator, other.numerator),
        denominator=np.where(where, one.denominator, other.denominator),
        status=np.where(where, one.status, other.status),
    )


def nothing(shape: tuple[int, ...]) -> Pairs:
    """No counts at all."""
    missing = np.full(shape, nan)
    return Pairs(
        numerator=missing,
        denominator=missing,
        status=np.full(shape, NO_DATA, np.int8),
    )


def _sum(found: Pairs, where: list[int]) -> Pairs:
    if not where:
        return nothing(found.status.shape[:-1])
    if len(where) == 1:
        return found[..., where[0]]
    return Pairs(
        numerator=found.numerator[..., where].sum(axis=-1),
        denominator=found.denominator[..., where].sum(axis=-1),
        status=found.status[..., where].max(axis=-1),
    )


def _references(request: Request, blocks: Blocks, shape: tuple[int, ...]) -> Pairs:
    compared = request.compared
    if not any(compared.values):
        return nothing(shape)
    places = request.geo_ids if compared.level == request.level else (STATE_ID,)
    found = summed(request, blocks[request.reference], places, compared.values)
    return _spread(found, shape)


def _in_state(request: Request, blocks: Blocks, shape: tuple[int, ...]) -> Pairs:
    """The same reference groups in the whole state."""
    block, values = blocks[request.fallback], request.compared.values
    return _spread(summed(request, block, (STATE_ID,), values), shape)


def _spread(found: Pairs, shape: tuple[int, ...]) -> Pairs:
    """A figure of the whole state beside every place."""
    return Pairs(
        numerator=np.broadcast_to(found.numerator, shape),
        denominator=np.broadcast_to(found.denominator, shape),
        status=np.broadcast_to(found.status, shape),
    )


def _too_small(found: Pairs) -> npt.NDArray[np.bool_]:
    few = ~(found.numerator >= SMALL_REFERENCE)
    small: npt.NDArray[np.bool_] = (found.status == CONCEALED) | few
    return small
