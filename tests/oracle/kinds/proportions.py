"""One proportion: Wilson is shown, the others are compared with."""

from metrics.rates import wilson
from tests.oracle import alternatives
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import limits


def check_wilson(case: Case) -> None:
    asked = case["inputs"]
    found = wilson(asked["x"], asked["n"], confidence=asked.get("conf", 0.95))
    limits(found, case["expected"], case["tolerance"], asked.get("multiplier", 1))


def other(method: alternatives.OneSample) -> Check:
    def check(case: Case) -> None:
        asked = case["inputs"]
        found = method(asked["x"], asked["n"], asked.get("conf", 0.95))
        limits(found, case["expected"], case["tolerance"])

    return check


KINDS: dict[str, Check] = {
    "wilson": check_wilson,
    "midp": other(alternatives.binomial_midp),
    "clopper_pearson": other(alternatives.clopper_pearson),
    "wilson_cc": other(alternatives.wilson_corrected),
    "jeffreys": other(alternatives.jeffreys),
    "normal": other(alternatives.normal),
    "agresti_coull": other(alternatives.agresti_coull),
}
