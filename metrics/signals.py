"""A screen of many comparisons: which of them stand, and how many chance would give."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import false_discovery_control

from metrics.rates import Bools, Floats, columns

# Among the signals listed on a screen, this share may be chance.
FALSE_SHARE = 0.05


@dataclass(frozen=True, kw_only=True)
class Discoveries:
    """flagged: which comparisons stand; adjusted: their p, NaN where none was tested.

    compared: how many were tested; by_chance: how many a test of each by itself, at the
    level given, would flag if no group differed.
    """

    flagged: Bools
    adjusted: Floats
    compared: int
    by_chance: float


def discoveries(p: ArrayLike, *, share: float = FALSE_SHARE) -> Discoveries:
    """The comparisons of a screen that stand if at most `share` of them may be chance.

    p: one a comparison, NaN where none could be made; those are neither tested nor
    counted. Raises ValueError if a p is not between 0 and 1, or share is not.
    Source: Benjamini & Hochberg 1995, JRSS B 57:289.
    """
    if not 0 < share < 1:
        raise ValueError(f"the share of chance must be between 0 and 1, not {share}")
    (each,) = columns(p)
    tested = ~np.isnan(each)
    adjusted = np.full(each.shape, np.nan)
    if tested.any():
        adjusted[tested] = false_discovery_control(each[tested], method="bh")
    with np.errstate(invalid="ignore"):
        flagged = adjusted <= share
    return Discoveries(
        flagged=flagged,
        adjusted=adjusted,
        compared=int(tested.sum()),
        by_chance=expected_by_chance(int(tested.sum()), level=share),
    )


def expected_by_chance(compared: int, *, level: float) -> float:
    """How many of so many comparisons chance alone would flag at this level."""
    return compared * level
