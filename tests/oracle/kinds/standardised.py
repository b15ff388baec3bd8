"""Directly and indirectly standardised rates."""

import numpy as np

from metrics.standardised import directly_standardised, indirectly_standardised
from tests.oracle import alternatives
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import limits, near


def check_dobson(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    found = directly_standardised(
        asked["count"], asked["pop"], asked["stdpop"],
        confidence=asked.get("conf", 0.95),
    )  # fmt: skip
    scale = asked.get("multiplier", 1)
    if wanted.get("value") is None:
        assert found.status[0] == "too few events"
        return
    near(found.value * scale, wanted["value"], case["tolerance"])
    limits(found, wanted, case["tolerance"], scale)


def check_ratio(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    for confidence, name in ((0.95, "95"), (0.998, "998")):
        expected, found = indirectly_standardised(
            asked["observed"], np.array([asked["pop"]], dtype=float),
            asked["refcount"], asked["refpop"], confidence=confidence,
        )  # fmt: skip
        near(expected, wanted["expected"], case["tolerance"])
        near(found.value, wanted["value"], case["tolerance"])
        near(found.lower, wanted[f"lower{name}"], case["tolerance"])
        near(found.upper, wanted[f"upper{name}"], case["tolerance"])


def check_fay_feuer(case: Case) -> None:
    """Another interval of the same rate; the rate itself is the product's."""
    asked, wanted = case["inputs"], case["expected"]
    columns = asked["count"], asked["pop"], asked["stdpop"]
    value, *pair = alternatives.fay_feuer(*columns)
    near(value, wanted["value"], case["tolerance"])
    limits((pair[0], pair[1]), wanted, case["tolerance"])
    shown = directly_standardised(*columns)
    near(shown.value, wanted["value"], case["tolerance"])
    limits(shown, wanted, {"rel": 0.05})


def check_excess_risk(case: Case) -> None:
    """One stratum, all places together the reference."""
    births, deaths = (np.array(case["data"][c], float) for c in ("BIR74", "SID74"))
    _, found = indirectly_standardised(
        deaths, births[:, None], [deaths.sum()], [births.sum()]
    )
    near(found.value[:5], case["expected"]["first5"], case["tolerance"])


KINDS: dict[str, Check] = {
    "dsr_dobson": check_dobson,
    "isr_ratio": check_ratio,
    "dsr_gamma_fay_feuer": check_fay_feuer,
    "excess_risk_smr": check_excess_risk,
}
