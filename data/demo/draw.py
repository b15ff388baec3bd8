"""Small vectorised draws that the generator is made of."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def choose(rng: np.random.Generator, group: Ints, quota: Ints, weight: Floats) -> Bools:
    """Choose exactly `quota[g]` members of each group, heavier ones more often.

    Fixed numbers a group make a ratio between groups exact at state level while
    counties still scatter. A group smaller than its quota is taken whole.
    """
    keys = rng.standard_exponential(len(group)) / np.maximum(weight, 1e-12)
    order = np.lexsort((keys, group))
    sizes = np.bincount(group, minlength=len(quota))
    first = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    rank = np.arange(len(group)) - first[group[order]]
    chosen = np.zeros(len(group), dtype=bool)
    chosen[order] = rank < quota[group[order]]
    return chosen


def pick(rng: np.random.Generator, shares: Sequence[float] | Floats, size: int) -> Ints:
    """Places 0.. of a list drawn by its shares."""
    cumulative = np.cumsum(np.asarray(shares, dtype=float))
    drawn = rng.random(size) * cumulative[-1]
    place = np.searchsorted(cumulative, drawn, side="right")
    return np.asarray(np.minimum(place, len(cumulative) - 1), dtype=np.int64)


def pick_rows(rng: np.random.Generator, weights: Floats) -> Ints:
    """One column for each row of a table of weights."""
    cumulative = np.cumsum(weights, axis=1)
    drawn = rng.random(len(weights)) * cumulative[:, -1]
    columns = (cumulative <= drawn[:, None]).sum(axis=1)
    return np.asarray(np.minimum(columns, weights.shape[1] - 1), dtype=np.int64)


def whole(values: Floats) -> Ints:
    """Whole numbers close to the values, with the same running total."""
    totals = np.round(np.cumsum(values.ravel())).astype(np.int64)
    return np.asarray(np.diff(totals, prepend=0).reshape(values.shape))


def between(rng: np.random.Generator, low: npt.ArrayLike, high: npt.ArrayLike) -> Ints:
    """Whole numbers from low up to, not with, high; low where high is not above."""
    low_, high_ = np.asarray(low, dtype=np.int64), np.asarray(high, dtype=np.int64)
    width = np.maximum(high_ - low_, 1)
    drawn = low_ + np.floor(rng.random(width.shape) * width)
    return np.asarray(drawn, dtype=np.int64)


def spread(rng: np.random.Generator, deviation: float, size: int) -> Floats:
    """Factors around one, of a given standard deviation on the log scale."""
    return np.asarray(np.exp(rng.normal(-(deviation**2) / 2, deviation, size)))


def scaled_to(values: Floats, group: Ints, target: Floats, fixed: Bools) -> Floats:
    """Values scaled within each group to its target mean, `fixed` ones untouched."""
    size = np.bincount(group, minlength=len(target))
    held = np.bincount(group, weights=values * fixed, minlength=len(target))
    free = np.bincount(group, weights=values * ~fixed, minlength=len(target))
    factor = np.maximum(target * size - held, 0) / np.maximum(free, 1e-12)
    return np.where(fixed, values, np.clip(values * factor[group], 0, 0.95))
