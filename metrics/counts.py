"""The two counts of every row and of its reference, with what is known about them.

All arrays of a batch have the shape of its rows: request by window by place by group.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np
import numpy.typing as npt

from data.warehouse import HIDDEN, NOT_PUBLISHED
from metrics.blocks import Ask, Block, Floats
from metrics.requests import STATE_ID, Batch
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


def count_rows(batch: Batch, blocks: Blocks) -> Counted:
    """Counts for every row of a batch, out of blocks that were fetched."""
    frame = batch.frame
    values = tuple(group.value for group in frame.groups)
    own = pairs(batch, blocks[frame.own], frame.geo_ids, values)
    reference = _references(batch, blocks, own.status.shape)
    remarks = np.where(own.status == NO_DATA, NOT_SHOWN_BIT, 0)
    if frame.compared.fallback:
        wider = _in_state(batch, blocks, own.status.shape)
        used = _too_small(reference) & np.isin(wider.status, (SHOWN, CONCEALED))
        reference = choose(used, wider, reference)
        remarks = remarks | np.where(used, STATE_REFERENCE_BIT, 0)
    coverage = np.full(own.status.shape, "", object)
    return Counted(own=own, reference=reference, remarks=remarks, coverage=coverage)


def pairs(
    batch: Batch, block: Block, places: Sequence[int], values: Sequence[int]
) -> Pairs:
    """Both counts of places and groups in the frame's windows."""
    axes = (batch.frame.window_ids, places, values)
    top, top_status = block.take(batch.numerators, *axes)
    bottom, bottom_status = block.take(batch.denominators, *axes)
    status = np.zeros(top.shape, np.int8)
    status[(bottom_status == NOT_PUBLISHED) | np.isnan(bottom)] = NOT_ESTIMABLE
    status[(top_status == NOT_PUBLISHED) | np.isnan(top)] = NO_DATA
    status[(top_status == HIDDEN) | (bottom_status == HIDDEN)] = CONCEALED
    return Pairs(numerator=top, denominator=bottom, status=status)


def summed(
    batch: Batch,
    block: Block,
    places: Sequence[int],
    groups: tuple[tuple[int, ...], ...],
) -> Pairs:
    """Each tuple of groups added up; one hidden part hides the sum."""
    needed = tuple(dict.fromkeys(value for group in groups for value in group))
    found = pairs(batch, block, places, needed)
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


def _references(batch: Batch, blocks: Blocks, shape: tuple[int, ...]) -> Pairs:
    frame, compared = batch.frame, batch.frame.compared
    if not any(compared.values):
        return nothing(shape)
    places = frame.geo_ids if compared.level == frame.level else (STATE_ID,)
    found = summed(batch, blocks[frame.reference], places, compared.values)
    return _spread(found, shape)


def _in_state(batch: Batch, blocks: Blocks, shape: tuple[int, ...]) -> Pairs:
    """The same reference groups in the whole state."""
    block, values = blocks[batch.frame.fallback], batch.frame.compared.values
    return _spread(summed(batch, block, (STATE_ID,), values), shape)


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
