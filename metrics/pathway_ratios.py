"""The ratios of a chain of decisions, by the rules that every table obeys.

All ratios of a kind are computed in one call of the interval functions: one by one
they would take ten times as long.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from metrics import disparity, rates
from metrics.model import Kind
from metrics.pathway_model import SHOWN, Ratio
from metrics.rates import Floats, Words
from metrics.reliability import Limits, reliability


@dataclass(frozen=True, kw_only=True)
class Sides:
    """The counts of a ratio, a of n against b of m; NaN is said to be `missing`."""

    counts: tuple[float, float, float, float]
    kind: Kind
    missing: str


def ratios(asked: Sequence[Sides], limits: Limits) -> tuple[Ratio, ...]:
    """The ratio of each of some sides, or why there is none, in their order."""
    found: dict[int, Ratio] = {}
    for kind in ("proportion", "rate"):
        places = [i for i, each in enumerate(asked) if each.kind == kind]
        if places:
            of_kind = _of_kind([asked[i] for i in places], kind, limits)
            found |= dict(zip(places, of_kind, strict=True))
    return tuple(found[i] for i in range(len(asked)))


def no_ratio(status: str) -> Ratio:
    """No ratio, and why."""
    return Ratio(value=nan, lower=nan, upper=nan, method="", status=status)


def _of_kind(asked: Sequence[Sides], kind: str, limits: Limits) -> list[Ratio]:
    a, n, b, m = np.array([each.counts for each in asked]).T
    why = _withheld(np.array([each.missing for each in asked], object), (a, n, b, m))
    open_ = np.flatnonzero(why == "")
    few = b[open_] < limits.events
    few |= _unreliable(a[open_], n[open_], kind, limits)
    why[open_[few]] = "unreliable"
    shown = np.flatnonzero(why == "")
    done = _computed(kind, *(each[shown] for each in (a, n, b, m)))
    computed: Mapping[int, Ratio] = dict(zip(shown.tolist(), done, strict=True))
    return [computed.get(i) or no_ratio(word) for i, word in enumerate(why)]


def _withheld(missing: Words, counts: tuple[Floats, Floats, Floats, Floats]) -> Words:
    """Why there is no ratio whatever the counts are; nothing where there may be one."""
    _, n, _, m = counts
    unknown = np.isnan(counts).any(axis=0)
    nobody = np.where(np.minimum(n, m) <= 0, "not estimable", "")
    why: Words = np.where(unknown, missing, nobody).astype(object)
    return why


def _unreliable(a: Floats, n: Floats, kind: str, limits: Limits) -> rates.Bools:
    one = rates.wilson(a, n) if kind == "proportion" else rates.byar_or_exact(a, n)
    return reliability(a, n, a / n, one.lower, one.upper, limits=limits).unreliable


def _computed(kind: str, a: Floats, n: Floats, b: Floats, m: Floats) -> list[Ratio]:
    if not len(a):
        return []
    method = (
        disparity.proportion_ratio if kind == "proportion" else disparity.rate_ratio
    )
    found = method(a, n, b, m)
    with np.errstate(all="ignore"):
        values = (a / n) / (b / m)
    lists = (
        each.tolist()
        for each in (values, found.lower, found.upper, found.method, found.status)
    )
    return [
        Ratio(value=value, lower=low, upper=high, method=how, status=status)
        if status in SHOWN and events
        else no_ratio("not estimable")
        for value, low, high, how, status, events in zip(*lists, b > 0, strict=True)
    ]
