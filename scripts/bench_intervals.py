"""Milliseconds that the intervals of a whole state's screen take.

python -m scripts.bench_intervals
"""

import json
import time
from collections.abc import Callable

import numpy as np

from metrics.disparity import (
    difference_of_proportions,
    difference_of_rates,
    proportion_ratio,
    rate_ratio,
)
from metrics.rates import byar_or_exact, wilson

COUNTIES, GROUPS, STAGES = 100, 7, 6
REPEATS, SEED = 5, 7
LIMIT_SECONDS = 0.33


def main() -> None:
    """Measure and print."""
    print(json.dumps(timed_intervals(), indent=2))


def timed_intervals() -> dict[str, float]:
    """Best seconds of REPEATS runs over 4,200 cells, by interval, and of five together.

    Five a cell: the rate, its ratio and difference on the population base, the ratio
    and difference at the decision. Cells have the sizes of counties and groups, with
    the zeros that come with them. "limit" is what "total" must not exceed.
    """
    x1, n1, x2, n2 = cells()
    calls: dict[str, Callable[[], object]] = {
        "rate": lambda: byar_or_exact(x1, n1),
        "ratio of rates": lambda: rate_ratio(x1, n1, x2, n2),
        "difference of rates": lambda: difference_of_rates(x1, n1, x2, n2),
        "ratio of proportions": lambda: proportion_ratio(x1, n1, x2, n2),
        "difference of proportions": lambda: difference_of_proportions(x1, n1, x2, n2),
    }
    found = {name: round(_best(call), 4) for name, call in calls.items()}
    total = round(sum(found.values()), 4)
    extra = {"proportion": round(_best(lambda: wilson(x1, n1)), 4)}
    return found | {"total": total, "limit": LIMIT_SECONDS} | extra


def cells() -> tuple[np.ndarray, ...]:
    """Events and children of group and reference: 4,200 of each."""
    draw = np.random.default_rng(SEED)
    size = COUNTIES * GROUPS * STAGES
    n1 = np.ceil(draw.lognormal(6.5, 1.8, size))
    n2 = np.ceil(draw.lognormal(8.5, 1.3, size)) + 20
    rate = draw.uniform(0.002, 0.4, size)
    ratio = draw.lognormal(0.2, 0.4, size)
    x1 = draw.binomial(n1.astype(int), np.minimum(rate * ratio, 1))
    return x1.astype(float), n1, draw.binomial(n2.astype(int), rate).astype(float), n2


def _best(call: Callable[[], object]) -> float:
    taken = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return min(taken)


if __name__ == "__main__":
    main()
