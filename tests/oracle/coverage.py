"""How often an interval holds the truth, summed over all counts that could happen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.stats import binom, poisson

from metrics.disparity import (
    difference_of_proportions,
    difference_of_rates,
    proportion_ratio,
    rate_ratio,
)
from metrics.rates import Intervals, byar_or_exact, wilson
from metrics.standardised import directly_standardised
from tests.oracle import alternatives as other
from tests.oracle.alternatives import Floats, Limits

GRID = Path(__file__).parents[2] / "docs" / "coverage_grid.yaml"
SLIGHT = 1e-9
Method = Callable[..., Limits]
Setting = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Probabilities at one setting: the interval holds the truth, lies above it, lies
    below it, or cannot be formed. The first three are of those that can be formed.
    """

    covered: float
    above: float
    below: float
    undefined: float


@dataclass(frozen=True, kw_only=True)
class Summary:
    """Over all settings of a subject; `worst` is the one with the least coverage."""

    mean: float
    least: float
    above: float
    below: float
    undefined: float
    most_undefined: float
    worst: Setting
    settings: int


def ours(method: Callable[..., Intervals]) -> Method:
    """The product's own function as a pair of limits."""

    def limits(*counts: Any) -> Limits:
        found = method(*counts)
        return found.lower, found.upper

    return limits


# By subject: the name of each method and the method, the product's own first.
METHODS: Mapping[str, Mapping[str, Method]] = {
    "proportion": {
        "Wilson": ours(wilson),
        "normal (Wald)": other.normal,
        "Clopper-Pearson": other.clopper_pearson,
        "mid-p": other.binomial_midp,
        "Jeffreys": other.jeffreys,
        "Agresti-Coull": other.agresti_coull,
    },
    "count": {
        "exact below 10, Byar from 10": ours(byar_or_exact),
        "normal (Wald)": other.poisson_normal,
        "score": other.poisson_score,
        "exact": other.poisson_exact,
        "mid-p": other.poisson_midp,
        "Jeffreys": other.poisson_jeffreys,
    },
    "rate_ratio": {
        "conditional mid-p": ours(rate_ratio),
        "log-normal": other.rates_log,
        "log-normal, half an event added": lambda *c: other.rates_log(*c, add=0.5),
        "score": other.rates_score,
        "exact": other.rates_exact,
    },
    "proportion_ratio": {
        "Koopman": ours(proportion_ratio),
        "Katz": other.katz,
        "Walter": other.walter,
        "Miettinen-Nurminen": other.miettinen_nurminen,
        "MOVER on Wilson": other.mover_wilson,
        "mid-p for rates, misused": ours(rate_ratio),
    },
    "proportion_difference": {
        "Newcombe": ours(difference_of_proportions),
        "normal (Wald)": other.difference_normal,
        "Mee": other.mee,
    },
    "rate_difference": {
        "MOVER": ours(difference_of_rates),
        "normal (Wald)": other.rates_difference_normal,
    },
    "standardised": {
        "Dobson": ours(directly_standardised),
        "gamma (Fay-Feuer)": lambda *c: other.fay_feuer(*c)[1:],
        "normal (Wald)": other.standardised_normal,
    },
}


def grid() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(GRID.read_text(encoding="utf-8"))
    return found


def settings(subject: str, *, every: int = 1) -> list[Setting]:
    """Every combination of the grid's entries, or each so-manieth of them."""
    entries = grid()[subject]
    return [
        dict(zip(entry, chosen, strict=True))
        for entry in entries
        for chosen in product(*entry.values())
    ][::every]


def summary(subject: str, method: str, *, every: int = 1) -> Summary:
    all_settings = settings(subject, every=every)
    found = [ONE[subject](METHODS[subject][method], each) for each in all_settings]
    covered = [each.covered for each in found]
    return Summary(
        mean=float(np.mean(covered)),
        least=min(covered),
        above=float(np.mean([each.above for each in found])),
        below=float(np.mean([each.below for each in found])),
        undefined=float(np.mean([each.undefined for each in found])),
        most_undefined=max(each.undefined for each in found),
        worst=all_settings[int(np.argmin(covered))],
        settings=len(found),
    )


def judged(limits: Limits, truth: float, chance: Floats) -> Coverage:
    """The probabilities, from one interval and one probability a possible outcome."""
    lower, upper = (np.asarray(each, dtype=np.float64) for each in limits)
    formed = ~(np.isnan(lower) | np.isnan(upper))
    whole = float(chance[formed].sum())
    # At 0 and at the ends a limit may be the truth itself, but for rounding.
    near = SLIGHT * max(1.0, abs(truth))
    with np.errstate(invalid="ignore"):
        above = float(chance[formed & (lower > truth + near)].sum()) / whole
        below = float(chance[formed & (upper < truth - near)].sum()) / whole
    undefined = float(chance[~formed].sum())
    return Coverage(
        covered=1 - above - below, above=above, below=below, undefined=undefined
    )


def of_proportion(method: Method, at: Setting) -> Coverage:
    n, p = at["children"], at["share"]
    x = np.arange(n + 1.0)
    return judged(method(x, np.full(x.shape, n)), p, binom.pmf(x, n, p))


def of_count(method: Method, at: Setting) -> Coverage:
    x, chance = possible(at["events"])
    return judged(method(x, np.ones(x.shape)), at["events"], chance)


def possible(mean: float) -> tuple[Floats, Floats]:
    """Counts of this mean, but for one in a million million, with their chances."""
    x = np.arange(poisson.ppf(1e-12, mean), poisson.ppf(1 - 1e-12, mean) + 1)
    return x, poisson.pmf(x, mean)


def pairs(
    one: tuple[Floats, Floats], two: tuple[Floats, Floats]
) -> tuple[Floats, Floats, Floats]:
    x1, x2 = (each.ravel() for each in np.meshgrid(one[0], two[0], indexing="ij"))
    return x1, x2, np.outer(one[1], two[1]).ravel()


def of_rates(method: Method, at: Setting, truth: float, *, nothing: bool) -> Coverage:
    """The reference's rate is one event a unit of time."""
    t1 = at["group"] / at["ratio"]
    x1, x2, chance = pairs(possible(at["group"]), possible(at["reference"]))
    times = np.full(x1.shape, t1), np.full(x1.shape, float(at["reference"]))
    found = method(x1, times[0], x2, times[1])
    return judged(blank(found, nothing & (x1 + x2 == 0)), truth, chance)


def blank(found: Limits, where: NDArray[np.bool_]) -> Limits:
    """None to none is no ratio, even for a method that has limits for it."""
    lower, upper = (np.where(where, np.nan, each) for each in found)
    return lower, upper


def of_rate_ratio(method: Method, at: Setting) -> Coverage:
    return of_rates(method, at, at["ratio"], nothing=True)


def of_rate_difference(method: Method, at: Setting) -> Coverage:
    return of_rates(method, at, at["ratio"] - 1, nothing=False)


def of_proportions(method: Method, at: Setting, *, ratio: bool) -> Coverage:
    n, m, q = at["children"], at["reference_children"], at["reference_share"]
    p = q * at["ratio"]
    one, two = (np.arange(size + 1.0) for size in (n, m))
    x1, x2, chance = pairs((one, binom.pmf(one, n, p)), (two, binom.pmf(two, m, q)))
    sizes = np.full(x1.shape, n), np.full(x1.shape, m)
    truth = p / q if ratio else p - q
    found = method(x1, sizes[0], x2, sizes[1])
    return judged(blank(found, ratio & (x1 + x2 == 0)), truth, chance)


def of_proportion_ratio(method: Method, at: Setting) -> Coverage:
    return of_proportions(method, at, ratio=True)


def of_proportion_difference(method: Method, at: Setting) -> Coverage:
    return of_proportions(method, at, ratio=False)


def of_standardised(method: Method, at: Setting) -> Coverage:
    """By simulation: too many strata to list all that could happen."""
    asked = grid()
    ages, rates = np.array(at["ages"], float), np.array(at["rates"], float)
    expected = ages * rates / (ages * rates).sum() * at["events"]
    draw = np.random.default_rng([asked["seed"], round(at["events"])])
    events = draw.poisson(expected, size=(asked["draws"], expected.size))
    standard = np.ones(expected.size)
    truth = float((expected / ages).mean())
    limits = method(events.astype(float), np.tile(ages, (len(events), 1)), standard)
    return judged(limits, truth, np.full(len(events), 1 / len(events)))


ONE: Mapping[str, Callable[[Method, Setting], Coverage]] = {
    "proportion": of_proportion,
    "count": of_count,
    "rate_ratio": of_rate_ratio,
    "proportion_ratio": of_proportion_ratio,
    "proportion_difference": of_proportion_difference,
    "rate_difference": of_rate_difference,
    "standardised": of_standardised,
}


def product_methods() -> tuple[tuple[str, str], ...]:
    """Each subject with the method that is shown."""
    return tuple((subject, next(iter(methods))) for subject, methods in METHODS.items())
