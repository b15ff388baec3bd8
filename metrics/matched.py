"""Published counts for a whole state, over the counties in which they are shown.

In published tables a blank cell is "not shown", so the counties of one group are not
those of another. Adding up each over its own counties would compare different
places; here both are added up over the same ones, and the coverage is told.
"""

from collections.abc import Iterator
from dataclasses import replace

from metrics.counts import Counted, Pair, pair
from metrics.edition import Cells
from metrics.places import Places
from metrics.requests import Request, RowPlan, Spot
from metrics.table import PARTIAL


def widened(request: Request, places: Places) -> Request:
    """The same request with the counties that statewide group rows are made from."""
    extra = [
        replace(
            row,
            spot=_at(row.spot, county.geo_id),
            reference=_all_at(row, county.geo_id),
        )
        for row in request.rows
        if row.place.level == "state"
        for county in places.counties
    ]
    return replace(request, rows=(*request.rows, *extra))


def match_rows(
    request: Request, counted: list[Counted], cells: Cells, places: Places
) -> list[Counted]:
    """Where no figure for the state was published, sums over counties in its place."""
    return [
        _matched(request, each, cells, places)
        if each.row.place.level == "state" and each.own.status == "no data"
        else each
        for each in counted
    ]


def _matched(request: Request, each: Counted, cells: Cells, places: Places) -> Counted:
    pairs = list(_shown_pairs(request, each.row, cells, places))
    own = _total([p[0] for p in pairs])
    reference = _total([p[1] for p in pairs]) if each.row.reference else each.reference
    partial = len(pairs) < len(places.counties)
    return replace(
        each,
        own=own,
        reference=reference,
        flags=[*each.flags, *([PARTIAL] if partial and pairs else [])],
        coverage=f"{len(pairs)} of {len(places.counties)} counties" if partial else "",
    )


def _shown_pairs(
    request: Request, row: RowPlan, cells: Cells, places: Places
) -> Iterator[tuple[Pair, Pair]]:
    for county in places.counties:
        own = pair(request, (_at(row.spot, county.geo_id),), cells)
        reference = (
            pair(request, _all_at(row, county.geo_id), cells) if row.reference else own
        )
        if own.status == reference.status == "shown":
            yield own, reference


def _total(pairs: list[Pair]) -> Pair:
    if not pairs:
        return Pair(numerator=float("nan"), denominator=float("nan"), status="no data")
    return Pair(
        numerator=sum(p.numerator for p in pairs),
        denominator=sum(p.denominator for p in pairs),
    )


def _at(spot: Spot, geo_id: int) -> Spot:
    return replace(spot, level=3, geo_id=geo_id)


def _all_at(row: RowPlan, geo_id: int) -> tuple[Spot, ...]:
    return tuple(_at(spot, geo_id) for spot in row.reference)
