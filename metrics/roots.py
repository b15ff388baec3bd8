"""Roots of a whole column of equations at once."""

from collections.abc import Callable

import numpy as np

from metrics.rates import Floats

Function = Callable[[Floats], Floats]

_MOST_STEPS = 100
_CLOSE = 1e-12


def root(f: Function, low: Floats, high: Floats) -> Floats:
    """Where the increasing f is 0, cell by cell, to twelve decimals.

    low, high: a first guess of where to look, widened as needed. Every step keeps the
    root enclosed, as halving does; the step is taken by inverse quadratic
    interpolation where that is safe.
    Source: Chandrupatla 1997, Advances in Engineering Software 28:145.
    """
    low, high, below, over = _enclose(f, low, high)
    x1, x2, f1, f2 = low, high, below, over
    step = np.full(low.shape, 0.5)
    for _ in range(_MOST_STEPS):
        x = x1 + step * (x2 - x1)
        value = f(x)
        same = np.signbit(value) == np.signbit(f1)
        x3, f3 = np.where(same, x1, x2), np.where(same, f1, f2)
        x2, f2 = np.where(same, x2, x1), np.where(same, f2, f1)
        x1, f1 = x, value
        with np.errstate(all="ignore"):
            least = _CLOSE / np.abs(x2 - x1)
            if np.all((least > 0.5) | (f1 == 0)):
                break
            step = _next_step(x1, x2, x3, f1, f2, f3)
        step = np.clip(step, np.minimum(least, 0.5), np.maximum(1 - least, 0.5))
    return np.where(np.abs(f1) < np.abs(f2), x1, x2)


def _next_step(
    x1: Floats, x2: Floats, x3: Floats, f1: Floats, f2: Floats, f3: Floats
) -> Floats:
    xi, phi = (x1 - x2) / (x3 - x2), (f1 - f2) / (f3 - f2)
    safe = (phi * phi < xi) & ((1 - phi) ** 2 < 1 - xi)
    quadratic = f1 / (f2 - f1) * f3 / (f2 - f3) + (x3 - x1) / (x2 - x1) * (
        f1 / (f3 - f1) * f2 / (f3 - f2)
    )
    return np.where(safe & np.isfinite(quadratic), quadratic, 0.5)


def _enclose(
    f: Function, low: Floats, high: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """A first guess widened until f is below 0 at its low and above at its high end."""
    below, over = f(low), f(high)
    for _ in range(_MOST_STEPS):
        if np.all(below < 0) and np.all(over > 0):
            break
        width = high - low
        low, high = (
            np.where(below >= 0, low - width, low),
            np.where(over <= 0, high + width, high),
        )
        below, over = f(low), f(high)
    return low, high, below, over
