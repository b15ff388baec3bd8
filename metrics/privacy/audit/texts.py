"""Printed figures turned back into counts: which whole numbers agree with them.

A figure from which only one count can come tells that count, whatever hides it.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_Z = 1.959963984540054


def counts_of_rate(
    printed: float, population: int, *, per: int = 1000, digits: int = 1
) -> tuple[int, ...]:
    """Counts whose rate in a public population is printed so, rounded to `digits`."""
    return _agreeing(
        population, lambda count: (count / population * per, printed), digits
    )


def counts_of_percentage(
    printed: float, among: int, *, digits: int = 1
) -> tuple[int, ...]:
    """Counts that are this percentage of `among`, rounded to `digits`."""
    return counts_of_rate(printed, among, per=100, digits=digits)


def counts_of_interval(
    lower: float, upper: float, among: int, *, digits: int = 4
) -> tuple[int, ...]:
    """Counts whose 95 % score interval for a proportion of `among` is printed so."""
    low = _agreeing(among, lambda count: (_score(count, among)[0], lower), digits)
    high = _agreeing(among, lambda count: (_score(count, among)[1], upper), digits)
    return tuple(sorted(set(low) & set(high)))


def counts_of_excess(
    printed: float, among: int, reference_rate: float, *, digits: int = 1
) -> tuple[int, ...]:
    """Counts that exceed `among` x the reference's rate by the printed number."""
    return _agreeing(
        among, lambda count: (count - among * reference_rate, printed), digits
    )


def _agreeing(
    most: int, figure: Callable[[Floats], tuple[Floats, float]], digits: int
) -> tuple[int, ...]:
    count = np.arange(most + 1, dtype=np.float64)
    value, printed = figure(count)
    agree = np.abs(value - printed) <= 0.5 * 10.0**-digits + 1e-9
    return tuple(np.flatnonzero(agree).tolist())


def _score(count: Floats, among: int) -> tuple[Floats, Floats]:
    middle = count + _Z**2 / 2
    reach = _Z * np.sqrt(count * (among - count) / among + _Z**2 / 4)
    return (middle - reach) / (among + _Z**2), (middle + reach) / (among + _Z**2)
