"""Curves of time, from records of single persons made into sums."""

from collections.abc import Sequence

import numpy as np

from metrics.survival import Curves, Sums, curves, sums
from metrics.time_in_care import median_days
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import near


def summed(time: Sequence[float], event: Sequence[int], at: Sequence[float]) -> Sums:
    """One bin a moment in `at`; events are numbered from 1, and 0 is censored."""
    moments, cause = np.asarray(time, float), np.asarray(event)
    types = range(1, max(cause.max(), 1) + 1)
    same = moments[:, None] == np.asarray(at)
    exits = np.stack([same[cause == each].sum(axis=0) for each in types], axis=-1)
    edges = (*at, at[-1] + 1)
    return sums(edges, exits, same[cause == 0].sum(axis=0))


def each_moment(case: Case) -> Curves:
    asked = case["inputs"]
    at = sorted(set(asked["time"]))
    return curves(summed(asked["time"], asked["event"], at), within="product limit")


def check_km(case: Case) -> None:
    found, wanted = each_moment(case), case["expected"]
    where = np.searchsorted(found.edges, wanted["time"])
    near(found.in_care[where], wanted["surv"], case["tolerance"])
    if "se" in wanted:
        near(found.error[where], wanted["se"], case["tolerance"])
        near(found.at_risk[where], wanted["n_risk"], {})
    if "median" in wanted:
        near(median_days(found).value, wanted["median"], {})


def check_median(case: Case) -> None:
    assert sum(case["inputs"]["event"]) == case["expected"]["events"]
    near(median_days(each_moment(case)).value, case["expected"]["median"], {})


def check_types(case: Case) -> None:
    asked, wanted, found = case["inputs"], case["expected"]["cif"], each_moment(case)
    if "at" in asked:
        where = np.searchsorted(found.edges, asked["at"])
        near(found.left[where, asked["cause"] - 1], wanted, case["tolerance"])
    else:
        where = np.searchsorted(found.edges, asked["grid"])
        near(found.left[where].T, wanted, case["tolerance"])
    whole = found.in_care + found.left.sum(axis=-1)
    near(whole, np.ones(whole.shape), {"abs": 1e-12})


def check_halves(case: Case) -> None:
    """Daily sums of two halves, added, give the curve of all."""
    asked = case["inputs"]
    days = range(max(asked["time_days"]) + 1)
    halves = [
        summed(asked["time_days"][half::2], asked["event"][half::2], days)
        for half in (0, 1)
    ]
    added = sums(
        halves[0].edges, halves[0].exits + halves[1].exits,
        halves[0].censored + halves[1].censored,
    )  # fmt: skip
    found = curves(added, within="product limit").left[asked["at_days"], 0]
    near(found, case["expected"]["cif_relapse"], case["tolerance"])


KINDS: dict[str, Check] = {
    "km": check_km,
    "km_median": check_median,
    "cif_aalen_johansen": check_types,
    "binned_cube": check_halves,
}
