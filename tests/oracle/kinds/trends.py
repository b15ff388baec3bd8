"""Trends of proportions."""

from metrics.trend import trend_of_proportions
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import near


def check_trend(case: Case) -> None:
    asked, wanted, tolerance = case["inputs"], case["expected"], case["tolerance"]
    found = trend_of_proportions(asked["x"], asked["n"], asked.get("scores"))
    given = {
        "z": found.z, "abs_z": abs(found.z), "chi2": found.chi2, "p": found.p,
        "A": found.excess,
    }  # fmt: skip
    assert wanted
    for name, value in wanted.items():
        near(given[name], value, tolerance)


KINDS: dict[str, Check] = {
    "trend of proportions": check_trend,
    "trend_binomial": check_trend,
    "trend_binomial_A": check_trend,
}
