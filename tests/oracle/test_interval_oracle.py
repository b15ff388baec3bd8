"""Intervals, trends and reliability against figures that others have published.

The few figures beside this file are always checked; a larger collection is checked
where it lies next to the project.
"""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import betaincinv

from metrics.disparity import (
    difference_of_proportions,
    excess,
    proportion_ratio,
    rate_ratio,
)
from metrics.rates import Intervals, _byar, byar_or_exact, normal_quantile, wilson
from metrics.reliability import reliability
from metrics.trend import trend_of_proportions

Case = dict[str, Any]
Check = Callable[[Case, Case, Case], None]
PUBLISHED = Path(__file__).parent / "published" / "intervals.json"
SHARED = Path(__file__).parents[2].parent / "shared" / "oracles"
FILES = (
    "single_proportion_ci", "single_rate_ci", "two_proportions_ci", "rate_ratio_ci",
    "reporting_rules", "shrinkage_trend_multiplicity",
)  # fmt: skip

# With a zero on one side the two intervals have one limit in common.
NEARLY = 1 + 1e-9

# What Countywise deliberately does not compute, and why.
NOT_OURS = {
    "midp": "Wilson is the one interval of a proportion",
    "clopper_pearson": "Wilson is the one interval of a proportion",
    "wilson_cc": "Wilson is the one interval of a proportion",
    "jeffreys": "Wilson is the one interval of a proportion",
    "normal": "Wilson is the one interval of a proportion",
    "agresti_coull": "Wilson is the one interval of a proportion",
    "poisson_wald": "exact below ten, Byar from ten",
    "poisson_jeffreys": "exact below ten, Byar from ten",
    "rr_katz_log": "Koopman is the one interval of a ratio of proportions",
    "rr_walter_adjusted_log": "Koopman is the one interval of a ratio of proportions",
    "rr_mover_wilson": "Koopman is the one interval of a ratio of proportions",
    "rd_mee": "Newcombe is the one interval of a difference of proportions",
    "rate_ratio_exact_p": "no p-values are shown",
    "nchs_proportion": "one reliability rule, that of rates, serves every measure",
    "unstable_rate": "20 events and more need no care; that rule marks 20 as well",
    "rse": "relative interval width is used, not relative standard error",
    "trend_binomial_A": "a step of the Cochran-Armitage statistic, tested as a whole",
    "excess_risk_smr": "standardised ratios are computed elsewhere",
}


def close(found: Intervals, wanted: Case, tolerance: Case, scale: float = 1) -> None:
    for name in ("lower", "upper"):
        if wanted.get(name) is not None:
            value = float(getattr(found, name)[0]) * scale
            aim = float(wanted[name])
            if math.isinf(aim):
                assert math.isinf(value)
            else:
                assert value == pytest.approx(
                    aim, rel=tolerance.get("rel", 0), abs=tolerance.get("abs", 0)
                )


def groups(case: Case) -> tuple[float, float, float, float]:
    first, second = case.get("n1", case.get("t1")), case.get("n2", case.get("t2"))
    return case["x1"], first, case["x2"], second  # type: ignore[return-value]


def check_wilson(case: Case, wanted: Case, tolerance: Case) -> None:
    found = wilson(case["x"], case["n"], confidence=case.get("conf", 0.95))
    close(found, wanted, tolerance, case.get("multiplier", 1))


def check_rate(case: Case, wanted: Case, tolerance: Case) -> None:
    exposure = case.get("n", 1)
    found = byar_or_exact(case["x"], exposure, confidence=case.get("conf", 0.95))
    close(found, wanted, tolerance, case.get("multiplier", 1))
    method = case.get("method_expected")
    if method:
        assert found.method[0] == {"Exact": "exact (gamma)", "Byars": "Byar"}[method]


def check_exact(case: Case, wanted: Case, tolerance: Case) -> None:
    """Below ten the same; from ten Byar, which must be near."""
    few = case["x"] < 10
    check_rate(case, wanted, tolerance if few else {"rel": 2e-3})


def check_byar(case: Case, wanted: Case, tolerance: Case) -> None:
    low, high = _byar(np.array([case["x"]]), normal_quantile(case["conf"]))
    assert high[0] == pytest.approx(wanted["upper"], rel=tolerance["rel"])
    if wanted["lower"] is None:
        assert low[0] < 0
    else:
        assert low[0] == pytest.approx(wanted["lower"], rel=tolerance["rel"])


def check_other_byar(case: Case, wanted: Case, tolerance: Case) -> None:
    """The other formula of this name must not be ours."""
    found = byar_or_exact(case["x"], case["n"])
    assert abs(found.lower[0] / wanted["lower"] - 1) > 0.02
    assert abs(found.upper[0] / wanted["upper"] - 1) > 0.02


def check_one_sided_midp(case: Case, wanted: Case, tolerance: Case) -> None:
    found = byar_or_exact(case["x"], case["n"])
    assert found.upper[0] > wanted["upper"]
    assert found.upper[0] == pytest.approx(wanted["upper"], rel=0.03)


def check_koopman(case: Case, wanted: Case, tolerance: Case) -> None:
    close(proportion_ratio(*groups(case)), wanted, tolerance)


def check_near_koopman(case: Case, wanted: Case, tolerance: Case) -> None:
    close(proportion_ratio(*groups(case)), wanted, {"rel": 0.01})


def check_newcombe(case: Case, wanted: Case, tolerance: Case) -> None:
    close(difference_of_proportions(*groups(case)), wanted, tolerance)


def check_midp(case: Case, wanted: Case, tolerance: Case) -> None:
    close(rate_ratio(*groups(case)), wanted, tolerance)


def check_within_exact(case: Case, wanted: Case, tolerance: Case) -> None:
    """Mid-p lies within the exact 95 % interval, around the exact 90 % interval."""
    found = rate_ratio(*groups(case))
    x1, t1, x2, t2 = groups(case)
    low = betaincinv(x1, x2 + 1, 0.05)
    assert wanted["lower"] < found.lower[0] < low / (1 - low) * t2 / t1 * NEARLY
    if wanted["upper"] != "inf":
        high = betaincinv(x1 + 1, x2, 0.95)
        assert high / (1 - high) * t2 / t1 / NEARLY < found.upper[0] < wanted["upper"]


def check_midp_tail(case: Case, wanted: Case, tolerance: Case) -> None:
    """The ratio at which the one-sided mid-p is p is a lower limit at 1 - 2 p."""
    found = rate_ratio(*groups(case), confidence=1 - 2 * wanted["p"])
    ratio = case.get("ratio", case.get("ratio0"))
    assert found.lower[0] == pytest.approx(ratio, rel=1e-9)


def check_trend(case: Case, wanted: Case, tolerance: Case) -> None:
    found = trend_of_proportions(case["x"], case["n"], case.get("scores"))
    near = tolerance["abs"]
    if "z" in wanted:
        assert found.z == pytest.approx(wanted["z"], abs=near)
    if "abs_z" in wanted:
        assert abs(found.z) == pytest.approx(wanted["abs_z"], abs=near)
    if "chi2" in wanted:
        assert found.chi2 == pytest.approx(wanted["chi2"], abs=near)
        assert found.p == pytest.approx(wanted["p"], abs=near)


def check_excess(case: Case, wanted: Case, tolerance: Case) -> None:
    close(excess(*groups(case), kind="rate"), wanted, tolerance)


def check_reliability(case: Case, wanted: Case, tolerance: Case) -> None:
    x, n = case["x"], case["n"]
    found = byar_or_exact(x, n)
    marks = reliability(x, n, x / n, found.lower, found.upper)
    assert bool(marks.unreliable[0]) == (wanted["decision"] == "unreliable")


CHECKS: dict[str, Check] = {
    "wilson": check_wilson,
    "rate": check_rate,
    "crude_rate_fingertips": check_rate,
    "poisson_exact_central": check_exact,
    "poisson_midp": check_one_sided_midp,
    "byar_count": check_byar,
    "byar_rothman_midp_variant": check_other_byar,
    "koopman": check_koopman,
    "rr_koopman": check_koopman,
    "rr_koopman_edge": check_koopman,
    "rr_miettinen_nurminen": check_near_koopman,
    "newcombe": check_newcombe,
    "rd_newcombe": check_newcombe,
    "rate_ratio_midp": check_midp,
    "rate_ratio_exact_central": check_within_exact,
    "rate_ratio_midp_p": check_midp_tail,
    "mid-p tail": check_midp_tail,
    "trend of proportions": check_trend,
    "trend_binomial": check_trend,
    "excess": check_excess,
    "nchs_rate": check_reliability,
}


def published() -> list[Case]:
    cases: list[Case] = json.loads(PUBLISHED.read_text())["cases"]
    return cases


def shared(name: str) -> list[Case]:
    cases: list[Case] = json.loads((SHARED / f"{name}.json").read_text())["cases"]
    return cases


@pytest.mark.parametrize("number", range(len(published())))
def test_published_figure(number: int) -> None:
    case = published()[number]
    assert case["source"]
    CHECKS[case["kind"]](case, case, case)


@pytest.mark.parametrize("name", FILES)
def test_collected_figures(name: str) -> None:
    if not SHARED.is_dir():
        pytest.skip(f"the collected figures are not at {SHARED}")
    checked = 0
    for case in shared(name):
        if case["kind"] in NOT_OURS:
            continue
        CHECKS[case["kind"]](case["inputs"], case["expected"], case["tolerance"])
        checked += 1
    assert checked > 0
