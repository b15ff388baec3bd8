"""Published counts for a whole state, over the counties in which they are shown.

In published tables a blank cell is "not shown", so the counties of one group are not
those of another. Adding up each over its own counties would compare different
places; here both are added up over the same ones, and the coverage is told.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from metrics.blocks import Ask
from metrics.comparison import LEVELS
from metrics.counts import (
    NO_DATA,
    SHOWN,
    Blocks,
    Counted,
    Pairs,
    choose,
    nothing,
    pairs,
    summed,
)
from metrics.places import Places
from metrics.requests import Batch, Frame
from metrics.table import NOT_SHOWN_BIT, PARTIAL_BIT

COUNTY = LEVELS["county"]
PLACE = -2  # the axis of places
Bools = npt.NDArray[np.bool_]


def county_asks(frame: Frame, places: Places) -> Iterator[Ask]:
    """The counts of counties from which statewide rows are made."""
    if frame.level != LEVELS["state"] or not places.counties:
        return
    yield _of_counties(frame, frame.dim, places)
    if any(frame.compared.values):
        yield _of_counties(frame, frame.compared.dim, places)


def match_rows(
    batch: Batch, counted: Counted, blocks: Blocks, places: Places, noun: str
) -> Counted:
    """Where no figure for the state was published, sums over counties in its place.

    noun: what counties are called, in the plural.
    """
    if batch.frame.level != LEVELS["state"] or not places.counties:
        return counted
    own, other = _counties(batch, blocks, places)
    # A group that has no reference stands alone.
    alone = np.array([not values for values in batch.frame.compared.values])
    both = _usable(own) & (_usable(other) | alone)
    missing = counted.own.status == NO_DATA
    met = both.sum(axis=PLACE, keepdims=True)
    partial = met < len(places.counties)
    told = [f"{n} of {len(places.counties)} {noun}" for n in met.ravel().tolist()]
    coverage = np.array(told, object).reshape(met.shape)
    remarks = np.where(met == 0, NOT_SHOWN_BIT, np.where(partial, PARTIAL_BIT, 0))
    return replace(
        counted,
        own=choose(missing, _total(own, both), counted.own),
        reference=choose(missing & ~alone, _total(other, both), counted.reference),
        remarks=np.where(missing, remarks, counted.remarks),
        coverage=np.where(missing & partial, coverage, counted.coverage),
    )


def _of_counties(frame: Frame, dim: int, places: Places) -> Ask:
    return frame.ask(COUNTY, dim, (place.geo_id for place in places.counties))


def _counties(batch: Batch, blocks: Blocks, places: Places) -> tuple[Pairs, Pairs]:
    """Each group and its reference in every county."""
    frame, compared = batch.frame, batch.frame.compared
    counties = tuple(place.geo_id for place in places.counties)
    values = tuple(group.value for group in frame.groups)
    own = pairs(batch, blocks[_of_counties(frame, frame.dim, places)], counties, values)
    if not any(compared.values):
        return own, nothing(own.status.shape)
    block = blocks[_of_counties(frame, compared.dim, places)]
    return own, summed(batch, block, counties, compared.values)


def _usable(found: Pairs) -> Bools:
    usable: Bools = found.status == SHOWN
    return usable


def _total(found: Pairs, kept: Bools) -> Pairs:
    """Sums over the counties that are kept; nothing where there is none."""
    some = kept.any(axis=PLACE, keepdims=True)
    numerator = np.where(kept, found.numerator, 0).sum(axis=PLACE, keepdims=True)
    denominator = np.where(kept, found.denominator, 0).sum(axis=PLACE, keepdims=True)
    return Pairs(
        numerator=np.where(some, numerator, np.nan),
        denominator=np.where(some, denominator, np.nan),
        status=np.where(some, SHOWN, NO_DATA).astype(np.int8),
    )
