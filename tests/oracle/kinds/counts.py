"""One count over an exposure: exact below ten and Byar from ten are shown."""

import numpy as np

from metrics.rates import EXACT_BELOW, _byar, byar_or_exact, normal_quantile
from tests.oracle import alternatives
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import limits, near
from tests.oracle.kinds.proportions import other

METHODS = {"Exact": "exact (gamma)", "Byars": "Byar"}


def check_rate(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    exposure, scale = asked.get("n", 1), asked.get("multiplier", 1)
    confidence = asked.get("conf", 0.95)
    found = byar_or_exact(asked["x"], exposure, confidence=confidence)
    limits(found, wanted, case["tolerance"], scale)
    if "value" in wanted:
        near(asked["x"] / exposure * scale, wanted["value"], case["tolerance"])
    if "method_expected" in asked:
        assert found.method[0] == METHODS[asked["method_expected"]]


def check_exact(case: Case) -> None:
    """Below ten the product's own limits; from ten on Byar's must be near them."""
    asked, wanted = case["inputs"], case["expected"]
    x, exposure = asked["x"], asked.get("n", 1)
    confidence = asked.get("conf", 0.95)
    exact = alternatives.poisson_exact(x, exposure, confidence)
    limits(exact, wanted, case["tolerance"])
    tolerance = case["tolerance"] if x < EXACT_BELOW else {"rel": 2e-3}
    limits(byar_or_exact(x, exposure, confidence=confidence), wanted, tolerance)


def check_byar(case: Case) -> None:
    """The formula itself, which is shown from ten events on only."""
    asked, wanted = case["inputs"], case["expected"]
    z = normal_quantile(asked["conf"])
    low, high = _byar(np.array([asked["x"]], dtype=float), z)
    if wanted["lower"] is None:
        assert low[0] < 0
    limits((low, high), wanted, case["tolerance"])
    if asked["x"] >= EXACT_BELOW:
        shown = byar_or_exact(asked["x"], 1, confidence=asked["conf"])
        limits(shown, wanted, case["tolerance"])


def check_other_byar(case: Case) -> None:
    """The other formula of this name, which must not be the one shown."""
    asked, wanted = case["inputs"], case["expected"]
    other(alternatives.byar_rothman)(case)
    shown = byar_or_exact(asked["x"], asked["n"])
    assert abs(shown.lower[0] / wanted["lower"] - 1) > 0.02
    assert abs(shown.upper[0] / wanted["upper"] - 1) > 0.02


KINDS: dict[str, Check] = {
    "rate": check_rate,
    "crude_rate_fingertips": check_rate,
    "poisson_exact_central": check_exact,
    "byar_count": check_byar,
    "byar_rothman_midp_variant": check_other_byar,
    "poisson_wald": other(alternatives.poisson_normal),
    "poisson_jeffreys": other(alternatives.poisson_jeffreys),
    "poisson_midp": other(alternatives.poisson_midp),
}
