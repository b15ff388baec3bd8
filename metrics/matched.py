"""Published counts for a whole state, over the counties in which they are shown.

In published tables a blank cell is "not shown", so the counties of one group are not
those of another. Adding up each over its own counties would compare different
places; here both are added up over the same ones, and the coverage is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import isnan, nan

from data.state import load_state
from data.warehouse import SHOWN
from metrics.counts import Counted, Pair
from metrics.edition import Cells
from metrics.places import Places
from metrics.requests import LEVELS, Request, Spot
from metrics.table import NOT_SHOWN, PARTIAL

COUNTY = LEVELS["county"]
Counts = Mapping[int, tuple[float, float]]  # county: numerator, denominator


def widened(request: Request, places: Places) -> Request:
    """The same request with the counties that statewide group rows are made from.

    Places and windows are asked for apart, so it is enough to name every window at
    one county, and every county once a dimension.
    """
    rows = [row for row in request.rows if row.place.level == "state"]
    if not rows or not places.counties:
        return request
    first = places.counties[0].geo_id
    spots = [spot for row in rows for spot in (row.spot, *row.reference)]
    dimensions = {spot.dim: spot for spot in spots}
    wanted = [_at(spot, first) for spot in spots]
    wanted += [
        _at(spot, county.geo_id)
        for spot in dimensions.values()
        for county in places.counties
    ]
    extra = replace(rows[0], reference=tuple(wanted))
    return replace(request, rows=(*request.rows, extra))


def match_rows(
    request: Request, counted: list[Counted], cells: Cells, places: Places
) -> list[Counted]:
    """Where no figure for the state was published, sums over counties in its place."""
    noun = load_state(request.selection.state).counties_noun
    met: dict[tuple[Spot, ...], Counts] = {}

    def shown(*spots: Spot) -> Counts:
        if spots not in met:
            met[spots] = dict(_shown(request, spots, cells, places))
        return met[spots]

    return [
        _matched(
            each,
            shown(each.row.spot),
            shown(*(each.row.reference or (each.row.spot,))),
            places,
            noun,
        )
        if each.row.place.level == "state" and each.own.status == "no data"
        else each
        for each in counted
    ]


def _matched(
    each: Counted, own: Counts, other: Counts, places: Places, noun: str
) -> Counted:
    """The row over the counties of both; without a reference `other` is `own`."""
    both = own.keys() & other.keys()
    possible = len(places.counties)
    partial = len(both) < possible
    flags = [flag for flag in each.flags if flag != NOT_SHOWN or not both]
    return replace(
        each,
        own=_total(own, both),
        reference=_total(other, both) if each.row.reference else each.reference,
        flags=[*flags, *([PARTIAL] if partial and both else [])],
        coverage=f"{len(both)} of {possible} {noun}" if partial else "",
    )


def _shown(
    request: Request, spots: tuple[Spot, ...], cells: Cells, places: Places
) -> Iterator[tuple[int, tuple[float, float]]]:
    """The two counts of each county in which every part of them is shown."""
    for county in places.counties:
        found = [
            # The cell itself and not a Spot: thousands of these are read for a trend.
            cells.get((COUNTY, s.dim, county.geo_id, component, s.window_id, s.value))
            for component in (request.numerator, request.denominator)
            for s in spots
        ]
        if all(status == SHOWN and not isnan(count) for count, status in found):
            counts = [count for count, _ in found]
            yield county.geo_id, (sum(counts[: len(spots)]), sum(counts[len(spots) :]))


def _total(counts: Counts, places: Iterable[int]) -> Pair:
    found = [counts[place] for place in places]
    if not found:
        return Pair(numerator=nan, denominator=nan, status="no data")
    return Pair(
        numerator=sum(x for x, _ in found), denominator=sum(n for _, n in found)
    )


def _at(spot: Spot, geo_id: int) -> Spot:
    return Spot(
        level=COUNTY,
        geo_id=geo_id,
        dim=spot.dim,
        value=spot.value,
        window_id=spot.window_id,
    )
