"""Rules of what to report: the product's, and those of others beside it."""

from metrics.rates import byar_or_exact
from metrics.reliability import reliability
from tests.oracle import other_rules
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import near


def check_reliability(case: Case) -> None:
    x, n = case["inputs"]["x"], case["inputs"]["n"]
    found = byar_or_exact(x, n)
    marks = reliability(x, n, x / n, found.lower, found.upper)
    unreliable = case["expected"]["decision"] == "unreliable"
    assert bool(marks.unreliable[0]) == unreliable


def check_nchs_proportion(case: Case) -> None:
    decision = other_rules.nchs_proportion(**case["inputs"])
    assert decision == case["expected"]["decision"]


def check_unstable(case: Case) -> None:
    found = other_rules.wisqars_unstable(case["inputs"]["x"])
    assert found == case["expected"]["unstable"]


def check_rse(case: Case) -> None:
    found = [other_rules.relative_standard_error(x) for x in case["inputs"]["x"]]
    near(found, case["expected"]["rse_pct"], case["tolerance"])


KINDS: dict[str, Check] = {
    "nchs_rate": check_reliability,
    "nchs_proportion": check_nchs_proportion,
    "unstable_rate": check_unstable,
    "rse": check_rse,
}
