"""Published counts for a whole state, over the counties in which they are shown.

In published tables a blank cell is "not shown", so the counties of one group are not
those of another. Adding up each over its own counties would compare different
places; here both are added up over the same ones, and the coverage is told.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from data.state import load_state
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
from metrics.requests import Request
from metrics.table import NOT_SHOWN_BIT, PARTIAL_BIT

COUNTY = LEVELS["county"]
Bools = npt.NDArray[np.bool_]


def county_asks(request: Request, places: Places) -> Iterator[Ask]:
    """The counts of counties from which statewide rows are made."""
    if request.level != LEVELS["state"] or not places.counties:
        return
    yield _of_counties(request, request.dim, places)
    if any(request.compared.values):
        yield _of_counties(request, request.compared.dim, places)


def match_rows(
    request: Request, counted: Counted, blocks: Blocks, places: Places
) -> Counted:
    """Where no figure for the state was published, sums over counties in its place."""
    if request.level != LEVELS["state"] or not places.counties:
        return counted
    own, other = _counties(request, blocks, places)
    # A group that has no reference stands alone.
    alone = np.array([not values for values in request.compared.values])
    both = _usable(own) & (_usable(other) | alone)
    missing = counted.own.status == NO_DATA
    met = both.sum(axis=1, keepdims=True)
    partial = met < len(places.counties)
    noun = load_state(request.selection.state).counties_noun
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


def _of_counties(request: Request, dim: int, places: Places) -> Ask:
    return request.ask(COUNTY, dim, (place.geo_id for place in places.counties))


def _counties(request: Request, blocks: Blocks, places: Places) -> tuple[Pairs, Pairs]:
    """Each group and its reference in every county."""
    counties = tuple(place.geo_id for place in places.counties)
    values = tuple(group.value for group in request.groups)
    block = blocks[_of_counties(request, request.dim, places)]
    own = pairs(request, block, counties, values)
    compared = request.compared
    if not any(compared.values):
        return own, nothing(own.status.shape)
    block = blocks[_of_counties(request, compared.dim, places)]
    return own, summed(request, block, counties, compared.values)


def _usable(found: Pairs) -> Bools:
    usable: Bools = found.status == SHOWN
    return usable


def _total(found: Pairs, kept: Bools) -> Pairs:
    """Sums over the counties that are kept; nothing where there is none."""
    some = kept.any(axis=1, keepdims=True)
    numerator = np.where(kept, found.numerator, 0).sum(axis=1, keepdims=True)
    denominator = np.where(kept, found.denominator, 0).sum(axis=1, keepdims=True)
    return Pairs(
        numerator=np.where(some, numerator, np.nan),
        denominator=np.where(some, denominator, np.nan),
        status=np.where(some, SHOWN, NO_DATA).astype(np.int8),
    )
