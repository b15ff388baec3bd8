"""How a difference between two groups is made up: of factors, and of steps.

Parts describe where a difference lies. They say nothing about why it is there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from math import factorial

import numpy as np
from numpy.typing import ArrayLike

from metrics.rates import Floats

# A replacement order for every subset: beyond this they are too many.
MOST_FACTORS = 12
# Nearer to parity shares of the log ratio are shares of almost nothing.
LEAST_LOG_RATIO = 0.2


@dataclass(frozen=True, kw_only=True)
class Parts:
    """effects: one a factor, adding up to second - first; shares: of that difference.

    shares are NaN where there is no difference to share.
    """

    effects: Floats
    shares: Floats
    first: float
    second: float


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The steps of a pathway: their ratios multiply to the overall ratio.

    ratios: (steps,); overall: their product; logs: their logarithms; shares: logs over
    the log of overall, NaN where that is within LEAST_LOG_RATIO of 0; variances: of the
    logs, which add up to that of the overall log ratio where each step counts children
    of the step before (nested), else NaN.
    """

    ratios: Floats
    overall: float
    logs: Floats
    shares: Floats
    variances: Floats


def shapley(
    rate: Callable[..., float],
    first: tuple[ArrayLike, ...],
    second: tuple[ArrayLike, ...],
) -> Parts:
    """Parts of rate(*second) - rate(*first), one a factor, whatever the order.

    rate: a function of the factors, each a number or an array; a part is the change
    when its factor goes from first to second, averaged over all orders of replacing.
    Raises ValueError if the factors do not match or are more than MOST_FACTORS.
    Source: Das Gupta 1993, P23-186, U.S. Bureau of the Census; Shapley 1953.
    """
    count = len(first)
    if count != len(second) or not 0 < count <= MOST_FACTORS:
        raise ValueError(f"give 1 to {MOST_FACTORS} factors, the same for both groups")
    one = [np.asarray(each, dtype=np.float64) for each in first]
    two = [np.asarray(each, dtype=np.float64) for each in second]
    values = np.empty((2,) * count)
    for chosen in product((0, 1), repeat=count):
        mixed = [two[i] if on else one[i] for i, on in enumerate(chosen)]
        values[chosen] = float(rate(*mixed))
    effects = np.array([_average_step(values, factor) for factor in range(count)])
    return _parts(effects, float(values[(0,) * count]), float(values[(1,) * count]))


def product_parts(first: tuple[ArrayLike, ...], second: tuple[ArrayLike, ...]) -> Parts:
    """Parts of a difference of two products of factors, summed over their elements."""
    return shapley(lambda *each: float(np.sum(np.prod(each, axis=0))), first, second)


def chain(group: ArrayLike, reference: ArrayLike, *, nested: bool = True) -> Chain:
    """The steps of two groups' counts, from the population to the last decision.

    group, reference: (steps + 1,) children at each step, the population first. A step
    without children in either group makes what follows from it NaN. Raises ValueError
    if the two have not the same length of two or more.
    Source: product of relative rate indices, OJJDP; Katz 1978 for the variances.
    """
    x, y = (np.asarray(each, dtype=np.float64) for each in (group, reference))
    if x.shape != y.shape or x.ndim != 1 or x.size < 2:
        raise ValueError("both groups need the same two or more steps")
    with np.errstate(all="ignore"):
        ratios = (x[1:] / x[:-1]) / (y[1:] / y[:-1])
        inverse = 1 / x + 1 / y
    ratios = np.where(np.isfinite(ratios) & (ratios > 0), ratios, np.nan)
    steps = np.diff(np.where(np.isfinite(inverse), inverse, np.nan))
    return log_chain(ratios, variances=steps if nested else None)


def log_chain(ratios: ArrayLike, *, variances: ArrayLike | None = None) -> Chain:
    """The chain of these ratios of the steps, each above 0 or NaN."""
    each = np.asarray(ratios, dtype=np.float64)
    logs = np.log(each)
    whole = float(logs.sum())
    enough = abs(whole) > LEAST_LOG_RATIO
    return Chain(
        ratios=each,
        overall=float(np.exp(whole)),
        logs=logs,
        shares=logs / whole if enough else np.full(each.shape, np.nan),
        variances=np.full(each.shape, np.nan)
        if variances is None
        else np.asarray(variances, dtype=np.float64),
    )


def _average_step(values: Floats, factor: int) -> float:
    """The mean change along one axis, weighted by how many orders pass each corner."""
    count = values.ndim
    change = np.take(values, 1, axis=factor) - np.take(values, 0, axis=factor)
    sizes = np.indices(change.shape).sum(axis=0) if count > 1 else np.zeros(())
    orders = [
        factorial(size) * factorial(count - size - 1) / factorial(count)
        for size in range(count)
    ]
    return float((change * np.array(orders)[sizes.astype(int)]).sum())


def _parts(effects: Floats, first: float, second: float) -> Parts:
    whole = second - first
    none = abs(whole) <= 1e-12 * max(abs(first), abs(second))
    shares = np.full(effects.shape, np.nan) if none else effects / whole
    return Parts(effects=effects, shares=shares, first=first, second=second)
