"""Many places' ratios of the same two groups beside the ratio of the whole state.

What may be compared is decided on counts and flags first; limits, tests and adjusted
figures are then worked out for those places only, a column at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.special import ndtr

from metrics import funnel
from metrics.dispersion import Dispersion, dispersion
from metrics.model import Kind
from metrics.rates import OK, Bools, Floats, Intervals, Words, columns
from metrics.reliability import LIMITS
from metrics.shrunken_ratios import ShrunkRatios, shrunken_ratios
from metrics.signals import Discoveries, discoveries, expected_by_chance
from metrics.table import (
    IMMATURE_BIT,
    STATE_REFERENCE_BIT,
    UNRELIABLE_BIT,
    MeasureTable,
)

_DOUBTFUL = IMMATURE_BIT | STATE_REFERENCE_BIT | UNRELIABLE_BIT


@dataclass(frozen=True, kw_only=True)
class SideBySide:
    """Places against a centre; one array element a place, in the order of the table.

    x1, n1: count and denominator of the group, x2, n2: of the reference, NaN where
    hidden; ratio: of the two; compared: which places have a dependable ratio to their
    own reference; centre: the ratio of the whole state, above 0.
    """

    codes: tuple[str, ...]
    x1: Floats
    n1: Floats
    x2: Floats
    n2: Floats
    ratio: Floats
    compared: Bools
    centre: float
    kind: Kind

    @cached_property
    def information(self) -> Floats:
        """1 / variance of each log ratio; NaN where none is compared."""
        every = information(self.x1, self.n1, self.x2, self.n2, kind=self.kind)
        return np.where(self.compared, every, np.nan)

    @cached_property
    def large(self) -> Bools:
        """Compared places that at the centre's ratio would have LIMITS.care of both.

        A smaller place is compared only if its counts happen to be high, so that all
        such places together look further from the centre than they are.
        """
        with np.errstate(all="ignore"):
            share = self.centre * self.n1 / (self.centre * self.n1 + self.n2)
            least = (self.x1 + self.x2) * np.minimum(share, 1 - share)
            return np.asarray(self.compared & (least >= LIMITS.care))

    @cached_property
    def dispersion(self) -> Dispersion:
        """How much more the large places differ than chance gives."""
        with np.errstate(all="ignore"):
            error = np.sqrt(1 / self.information)
        chosen = np.where(self.large, self._log, np.nan)
        return dispersion(chosen, np.log(self.centre), error)

    @property
    def tau2(self) -> float:
        """Variance between places in the limits; 0 where too few places show it."""
        found = self.dispersion.tau2
        return found if np.isfinite(found) else 0.0

    @cached_property
    def _log(self) -> Floats:
        with np.errstate(all="ignore"):
            return np.where(self.compared, np.log(self.ratio), np.nan)

    def limits(self, at: Floats, *, confidence: float) -> Intervals:
        """Limits of chance about the centre for places of this information."""
        return funnel.log_limits(at, self.centre, confidence=confidence, tau2=self.tau2)

    @cached_property
    def side(self) -> Words:
        """Within or outside which limit each place lies (words of metrics.funnel)."""
        warn, alarm = (
            self.limits(self.information, confidence=each)
            for each in (funnel.WARN, funnel.ALARM)
        )
        return funnel.sides(np.where(self.compared, self.ratio, np.nan), warn, alarm)

    @property
    def above(self) -> Bools:
        """Places above the 99.8 % limit."""
        return np.asarray(self.side == funnel.ABOVE_ALARM)

    @property
    def below(self) -> Bools:
        """Places below the 99.8 % limit."""
        return np.asarray(self.side == funnel.BELOW_ALARM)

    @property
    def by_chance(self) -> float:
        """How many places chance alone would put beyond the 99.8 % limits."""
        return expected_by_chance(int(self.compared.sum()), level=1 - funnel.ALARM)

    @cached_property
    def stand(self) -> Discoveries:
        """Places that differ from the centre, if one in twenty listed may be chance."""
        with np.errstate(all="ignore"):
            error = np.sqrt(1 / self.information + self.tau2)
            p = 2 * ndtr(-np.abs((self._log - np.log(self.centre)) / error))
        return discoveries(p)

    @cached_property
    def adjusted(self) -> ShrunkRatios:
        """Ratios drawn towards the centre.

        How much places differ is judged on all whose counts are there, so that it does
        not depend on the reliability limit; only `compared` ones may be shown.
        """
        return shrunken_ratios(
            self.x1, self.n1, self.x2, self.n2, kind=self.kind, centre=self.centre
        )


def side_by_side(
    group: MeasureTable,
    reference: Sequence[MeasureTable],
    *,
    centre: float,
    kind: Kind,
) -> SideBySide:
    """The places of a table of one group in one window, against the state's ratio.

    group: rows of the group with their ratios; reference: tables of the same places,
    one for each group that is added up as the reference. A place is compared where its
    ratio is dependable, formed with its own reference, and both counts are shown.
    Raises ValueError unless centre is above 0 and the tables have the same places.
    """
    if not (np.isfinite(centre) and centre > 0):
        raise ValueError("the ratio of the whole state must be above 0")
    own = group.columns
    codes = own["geography"].tolist()
    if any(each.columns["geography"].tolist() != codes for each in reference):
        raise ValueError("group and reference must be of the same places")
    x1, n1 = columns(own["numerator"], own["denominator"])
    x2, n2 = (_summed(reference, part) for part in ("numerator", "denominator"))
    ratio = np.asarray(own["ratio"], float)
    known = np.isfinite(x1 + n1 + x2 + n2) & (ratio > 0) & (np.minimum(x1, x2) > 0)
    told = (own["ratio_status"] == OK) & ((own["flags"] & _DOUBTFUL) == 0)
    every = information(x1, n1, x2, n2, kind=kind)
    return SideBySide(
        codes=tuple(codes), x1=x1, n1=n1, x2=x2, n2=n2, ratio=ratio,
        compared=np.asarray(known & told & np.isfinite(every) & (every > 0), bool),
        centre=centre, kind=kind,
    )  # fmt: skip


def information(
    x1: Floats, n1: Floats, x2: Floats, n2: Floats, *, kind: Kind
) -> Floats:
    """1 / variance of the log ratio of two rates, or of two proportions (Katz).

    Infinite where everybody was counted in both; 0 where a count is 0. Source: Katz et
    al. 1978, Biometrics 34:469.
    """
    with np.errstate(all="ignore"):
        whole = 1 / n1 + 1 / n2 if kind == "proportion" else 0.0
        return np.asarray(1 / (1 / x1 + 1 / x2 - whole))


def _summed(tables: Sequence[MeasureTable], part: str) -> Floats:
    """A column added up over tables; what is hidden in one is hidden in the sum."""
    parts = [np.asarray(each.columns[part], float) for each in tables]
    return np.asarray(np.sum(parts, axis=0), float)
