"""One place among others: the spread, a level, places like it, what stands out.

Rows in, plain values out: nothing here reads a database, and no place is ranked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite, log

import numpy as np

from metrics.disparity import proportion_ratio, rate_ratio
from metrics.model import Direction, Kind
from metrics.rates import normal_quantile
from metrics.reliability import reliable_counts
from metrics.signals import expected_by_chance
from metrics.table import IMMATURE, UNRELIABLE, MeasureRow, MeasureTable

# A screen holds dozens of comparisons; at 99.8 % chance alone flags two in a thousand.
SIGNAL_CONFIDENCE = 0.998
LEAST_PLACES = 5
_WIDER = normal_quantile(SIGNAL_CONFIDENCE) / normal_quantile(0.95)
_RATIOS = ("ok", "no upper limit")


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Lowest, quartiles and highest value of `places` places."""

    low: float
    quarter: float
    middle: float
    three_quarters: float
    high: float
    places: int


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many places meet a level, do not, cannot be told, or are hidden."""

    meets: int = 0
    does_not: int = 0
    cannot_tell: int = 0
    hidden: int = 0

    @property
    def places(self) -> int:
        return self.meets + self.does_not + self.cannot_tell + self.hidden


@dataclass(frozen=True, kw_only=True)
class Signal:
    """A row whose ratio to its reference lies beyond the limits of chance.

    lower, upper: limits of the ratio at SIGNAL_CONFIDENCE; strength: how far the
    limit nearest to 1 is from it, on the log scale.
    """

    row: MeasureRow
    higher: bool
    lower: float
    upper: float
    strength: float


def usable(row: MeasureRow) -> bool:
    """Whether the row's value may be compared with others."""
    if row.status != "shown" or row.has(UNRELIABLE) or row.has(IMMATURE):
        return False
    return bool(isfinite(row.value))


def spread(table: MeasureTable) -> Spread | None:
    """The spread of the places with a dependable value; None if there are too few.

    Fewer than LEAST_PLACES would draw single places and not a spread.
    """
    values = table.columns["value"][table.dependable]
    if values.size < LEAST_PLACES:
        return None
    # As numpy's quantile, whose many ways to do it take fifty times as long.
    ranks = np.array((0, 0.25, 0.5, 0.75, 1)) * (values.size - 1)
    marks = np.interp(ranks, np.arange(values.size), np.sort(values)).tolist()
    return Spread(
        low=marks[0],
        quarter=marks[1],
        middle=marks[2],
        three_quarters=marks[3],
        high=marks[4],
        places=int(values.size),
    )


def tally(table: MeasureTable, level: float, direction: Direction) -> Tally:
    """How many places meet the level: only if the whole 95 % interval does.

    Raises ValueError for a measure of which neither side is better.
    """
    if direction == "none":
        raise ValueError("a measure without a better side has no level to meet")
    columns = table.columns
    lower, upper = columns["lower"], columns["upper"]
    hidden = columns["status"] == "hidden"
    told = table.dependable & np.isfinite(lower) & np.isfinite(upper)
    above, below = told & (lower >= level), told & (upper <= level)
    if direction == "lower":
        above, below = below, above
    below = below & ~above
    return Tally(
        meets=int(above.sum()),
        does_not=int(below.sum()),
        cannot_tell=int((~(above | below | hidden)).sum()),
        hidden=int(hidden.sum()),
    )


def like(sizes: Mapping[str, float], code: str, *, count: int = 5) -> tuple[str, ...]:
    """The places nearest in size, by proportion; equal ones in the order of codes.

    sizes: number of children by code; places without any are never alike. Empty if
    the size of the place itself is not known.
    """
    known = {each: size for each, size in sizes.items() if isfinite(size) and size > 0}
    if code not in known:
        return ()
    own = log(known.pop(code))
    near = sorted(
        known, key=lambda each: (round(abs(log(known[each]) - own), 12), each)
    )
    return tuple(near[:count])


def signal(row: MeasureRow) -> Signal | None:
    """The row as a signal, if its ratio differs from 1 beyond the limits of chance.

    The 95 % interval is widened to SIGNAL_CONFIDENCE on the log scale, on either side
    by itself, which keeps the skew of small counts.
    """
    if not comparable(row):
        return None
    lower = row.ratio * (row.ratio_lower / row.ratio) ** _WIDER
    upper = row.ratio * (row.ratio_upper / row.ratio) ** _WIDER
    if lower <= 1 <= upper:
        return None
    nearest = lower if lower > 1 else upper
    return Signal(
        row=row,
        higher=lower > 1,
        lower=float(lower),
        upper=float(upper),
        strength=abs(log(nearest)) if nearest > 0 else float("inf"),
    )


def comparable(row: MeasureRow) -> bool:
    """Whether the row has a dependable ratio to its reference."""
    if row.ratio_status not in _RATIOS or not usable(row):
        return False
    return bool(isfinite(row.ratio) and row.ratio > 0)


def beside(row: MeasureRow, whole: MeasureRow | None, kind: Kind) -> MeasureRow:
    """The row with its ratio to the whole, formed from counts where it has none.

    Published tables give no figure for a whole state, so that the outcomes form it
    over places, and a place comes without a ratio to it.
    """
    if row.ratio_status in _RATIOS or whole is None:
        return row
    if not (usable(row) and usable(whole)):
        return row
    counts = (row.numerator, row.denominator, whole.numerator, whole.denominator)
    if not reliable_counts(*counts):
        return row
    method = proportion_ratio if kind == "proportion" else rate_ratio
    found = method(*counts)
    return MeasureRow.of(
        row.as_dict()
        | {
            "ratio": row.value / whole.value,
            "ratio_lower": float(found.lower[0]),
            "ratio_upper": float(found.upper[0]),
            "ratio_status": "ok",
            "reference": "state",
        }
    )


def signals(rows: Iterable[MeasureRow]) -> tuple[Signal, ...]:
    """All signals among the rows, the surest first, then in the order given."""
    found = [each for each in map(signal, rows) if each is not None]
    return tuple(sorted(found, key=lambda each: -each.strength))


def chance_flags(compared: int) -> float:
    """How many of so many comparisons chance alone would flag."""
    return expected_by_chance(compared, level=1 - SIGNAL_CONFIDENCE)
