"""The two counts of every row and of its reference, with what is known about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isnan, nan

from data.warehouse import HIDDEN, NOT_PUBLISHED
from metrics.edition import Cells
from metrics.requests import Request, RowPlan, Spot
from metrics.table import NOT_SHOWN, STATE_REFERENCE

SMALL_REFERENCE = 10
# From good to bad: a sum is as bad as the worst of its parts.
STATUSES = ("shown", "not estimable", "no data", "hidden")


@dataclass(kw_only=True, slots=True)
class Pair:
    """Two counts that belong together, and whether either is hidden or not there.

    "not estimable": the numerator is there and what it is counted among is not.
    """

    numerator: float
    denominator: float
    status: str = "shown"


@dataclass(kw_only=True, slots=True)
class Counted:
    """One row's counts, those of its reference, and remarks."""

    row: RowPlan
    own: Pair
    reference: Pair
    reference_code: str
    flags: list[str] = field(default_factory=list)
    coverage: str = ""


def count_rows(request: Request, cells: Cells) -> list[Counted]:
    """Counts for every row of a request, out of cells that were fetched."""
    # A hundred counties have one and the same reference: it is added up once.
    references = {
        spots: pair(request, spots, cells)
        for spots in {row.reference for row in request.rows}
    }
    return [_count(request, row, cells, references) for row in request.rows]


def _count(
    request: Request,
    row: RowPlan,
    cells: Cells,
    references: Mapping[tuple[Spot, ...], Pair],
) -> Counted:
    own = _at(request, row.spot, cells)
    reference = references[row.reference]
    counted = Counted(
        row=row, own=own, reference=reference, reference_code=row.reference_code
    )
    if own.status == "no data":
        counted.flags.append(NOT_SHOWN)
    if row.fallback and _too_small(reference):
        wider = pair(request, row.fallback, cells)
        if wider.status in ("shown", "hidden"):
            counted.reference = wider
            counted.flags.append(STATE_REFERENCE)
    return counted


def _too_small(pair: Pair) -> bool:
    return pair.status == "hidden" or not pair.numerator >= SMALL_REFERENCE


def pair(request: Request, spots: tuple[Spot, ...], cells: Cells) -> Pair:
    """The counts of one or more spots added up; one hidden part hides the sum."""
    if not spots:
        return Pair(numerator=nan, denominator=nan, status="no data")
    parts = [_at(request, spot, cells) for spot in spots]
    if len(parts) == 1:
        return parts[0]
    return Pair(
        numerator=sum(part.numerator for part in parts),
        denominator=sum(part.denominator for part in parts),
        status=max((part.status for part in parts), key=STATUSES.index),
    )


def _at(request: Request, spot: Spot, cells: Cells) -> Pair:
    top, top_status = cells.get(spot.cell(request.numerator))
    bottom, bottom_status = cells.get(spot.cell(request.denominator))
    status = _status((top_status, bottom_status), top, bottom)
    return Pair(numerator=top, denominator=bottom, status=status)


def _status(found: tuple[int, int], top: float, bottom: float) -> str:
    if HIDDEN in found:
        return "hidden"
    if found[0] == NOT_PUBLISHED or isnan(top):
        return "no data"
    if found[1] == NOT_PUBLISHED or isnan(bottom):
        return "not estimable"
    return "shown"
