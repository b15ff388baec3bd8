"""Ratios, differences and p-values of two groups."""

from metrics.disparity import (
    difference_of_proportions,
    excess,
    proportion_ratio,
    rate_ratio,
)
from metrics.rates import Intervals
from metrics.ratio_tests import proportion_ratio_p, rate_ratio_p
from tests.oracle import alternatives
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import groups, limits, near


def other(method: alternatives.TwoSamples) -> Check:
    def check(case: Case) -> None:
        asked = case["inputs"]
        found = method(*groups(asked), asked.get("conf", 0.95))
        limits(found, case["expected"], case["tolerance"])

    return check


def check_koopman(case: Case) -> None:
    asked = case["inputs"]
    found = proportion_ratio(*groups(asked), confidence=asked.get("conf", 0.95))
    limits(found, case["expected"], case["tolerance"])
    agrees_with_test(found, proportion_ratio_p(*groups(asked)), asked)


def check_midp(case: Case) -> None:
    asked = case["inputs"]
    found = rate_ratio(*groups(asked), confidence=asked.get("conf", 0.95))
    limits(found, case["expected"], case["tolerance"])
    agrees_with_test(found, rate_ratio_p(*groups(asked)), asked)


def agrees_with_test(found: Intervals, p: alternatives.Floats, asked: Case) -> None:
    if asked.get("conf", 0.95) == 0.95 and p[0] == p[0]:
        assert (p[0] < 0.05) == (found.lower[0] > 1 or found.upper[0] < 1)


def check_newcombe(case: Case) -> None:
    limits(
        difference_of_proportions(*groups(case["inputs"])),
        case["expected"], case["tolerance"],
    )  # fmt: skip


def check_exact(case: Case) -> None:
    """Mid-p, which is shown, lies within these and around the exact ones at 90 %."""
    asked, wanted = case["inputs"], case["expected"]
    other(alternatives.rates_exact)(case)
    shown = rate_ratio(*groups(asked))
    low, high = alternatives.rates_exact(*groups(asked), 0.9)
    assert float(wanted["lower"]) <= shown.lower[0] * (1 + 1e-9)
    assert shown.lower[0] <= low[0] * (1 + 1e-9)
    assert high[0] / (1 + 1e-9) <= shown.upper[0] <= float(wanted["upper"]) * (1 + 1e-9)


def check_midp_p(case: Case) -> None:
    """The p, and that the ratio tested is a lower limit at 1 - 2 p."""
    asked, wanted = case["inputs"], case["expected"]
    p = rate_ratio_p(*groups(asked), ratio=asked["ratio0"], side=asked["alternative"])
    near(p, wanted["p"], case["tolerance"])
    if asked["alternative"] == "greater":
        found = rate_ratio(*groups(asked), confidence=1 - 2 * wanted["p"])
        near(found.lower, asked["ratio0"], {"rel": 1e-8})


def check_exact_p(case: Case) -> None:
    asked = case["inputs"]
    p = rate_ratio_p(
        *groups(asked), ratio=asked["ratio0"], side=asked["alternative"], method="exact"
    )
    near(p, case["expected"]["p"], case["tolerance"])


def check_excess(case: Case) -> None:
    limits(
        excess(*groups(case["inputs"]), kind="rate"),
        case["expected"], case["tolerance"],
    )  # fmt: skip


KINDS: dict[str, Check] = {
    "koopman": check_koopman,
    "rr_koopman": check_koopman,
    "rr_koopman_edge": check_koopman,
    "rr_miettinen_nurminen": other(alternatives.miettinen_nurminen),
    "rr_katz_log": other(alternatives.katz),
    "rr_walter_adjusted_log": other(alternatives.walter),
    "rr_mover_wilson": other(alternatives.mover_wilson),
    "newcombe": check_newcombe,
    "rd_newcombe": check_newcombe,
    "rd_mee": other(alternatives.mee),
    "rate_ratio_midp": check_midp,
    "rate_ratio_exact_central": check_exact,
    "rate_ratio_midp_p": check_midp_p,
    "rate_ratio_exact_p": check_exact_p,
    "excess": check_excess,
}
