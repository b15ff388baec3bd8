"""Shrinkage, and what stands among many comparisons."""

import numpy as np

from metrics.shrinkage import marshall
from metrics.shrunken_ratios import between_places
from metrics.signals import discoveries
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import near


def check_marshall(case: Case) -> None:
    births, deaths = (np.array(case["data"][c], float) for c in ("BIR74", "SID74"))
    found = marshall(deaths, births).value[:5]
    near(found, case["expected"]["first5"], case["tolerance"])


def check_between(case: Case) -> None:
    """Events and others of both groups, one pair a study."""
    a, b, c, d = np.array(case["inputs"]["tables"], float).T
    log_ratio = np.log(a / (a + b) * (c + d) / c)
    variance = 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)
    near(
        between_places(log_ratio, variance), case["expected"]["tau2"], case["tolerance"]
    )


def check_discoveries(case: Case) -> None:
    found = discoveries(case["inputs"]["p"], share=case["inputs"]["share"])
    assert int(found.flagged.sum()) == case["expected"]["rejected"]
    assert found.flagged[: case["expected"]["rejected"]].all()


KINDS: dict[str, Check] = {
    "eb_marshall": check_marshall,
    "between_places": check_between,
    "false_discoveries": check_discoveries,
}
