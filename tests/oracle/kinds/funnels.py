"""Funnel limits, and which places lie outside them."""

import numpy as np

from metrics.funnel import proportion_limits, rate_limits, sides
from tests.oracle import alternatives
from tests.oracle.kinds import Case, Check
from tests.oracle.kinds._near import near

FLAGS = {
    "above 99.8 % limit": "High (0.001)", "below 99.8 % limit": "Low (0.001)",
    "above 95 % limit": "High (0.025)", "below 95 % limit": "Low (0.025)",
    "within": "Not significant",
}  # fmt: skip


def check_proportion(case: Case) -> None:
    asked, wanted, scale = (
        case["inputs"],
        case["expected"],
        case["inputs"]["multiplier"],
    )
    for confidence, name in ((0.95, "2"), (0.998, "3")):
        found = proportion_limits(asked["n"], asked["average"], confidence=confidence)
        near(found.lower * scale, wanted[f"l{name}"], case["tolerance"])
        near(found.upper * scale, wanted[f"u{name}"], case["tolerance"])
    near(asked["average"] * scale, wanted["baseline"], case["tolerance"])


def crossing(events: float, ratio: float, confidence: float) -> tuple[float, float]:
    """Our limits at the size where a place with these events has just this ratio."""
    found = rate_limits(events / ratio, confidence=confidence)
    return float(found.lower[0]), float(found.upper[0])


def check_ratio(case: Case) -> None:
    """Published is at which ratio a place with so many events meets each limit."""
    asked, wanted = case["inputs"], case["expected"]
    for confidence, name in ((0.95, "2s"), (0.998, "3s")):
        low, high = (wanted[f"{s}_{name}_isr"] / 100 for s in ("lower", "upper"))
        near(crossing(asked["observed"], low, confidence)[0], low, case["tolerance"])
        near(crossing(asked["observed"], high, confidence)[1], high, case["tolerance"])


def check_rate(case: Case) -> None:
    asked, wanted = case["inputs"], case["expected"]
    centre = asked["baseline_per_100000"]
    for side in (0, 1):
        rate = wanted[f"{('lower', 'upper')[side]}_2s_limit"]
        found = rate_limits(asked["events"] / rate * centre, centre, confidence=0.95)
        near((found.lower, found.upper)[side], rate, case["tolerance"])


def check_about_expected(case: Case) -> None:
    """Limits centred on what is expected: not shown, as they do not say who is outside.

    Ours lie below them on both sides.
    """
    asked, wanted = case["inputs"], case["expected"]
    for confidence, name in ((0.95, "95"), (0.998, "99")):
        found = alternatives.funnel_about_expected(asked["expected_count"], confidence)
        near(found[0], wanted[f"ll{name}"], case["tolerance"])
        near(found[1], wanted[f"ul{name}"], case["tolerance"])
        ours = rate_limits(asked["expected_count"], confidence=confidence)
        assert ours.lower[0] < found[0][0]
        assert ours.upper[0] < found[1][0]


def check_flags(case: Case) -> None:
    rows = case["data"]
    count, total = (np.array(rows[c], float) for c in ("numerator", "denominator"))
    centre = count.sum() / total.sum()
    warn, alarm = (
        proportion_limits(total, centre, confidence=c) for c in (0.95, 0.998)
    )
    found = [FLAGS[each] for each in sides(count / total, warn, alarm)]
    assert found == rows["significance"]


KINDS: dict[str, Check] = {
    "funnel_proportion": check_proportion,
    "funnel_ratio_isr": check_ratio,
    "funnel_rate": check_rate,
    "funnel_poisson_expected": check_about_expected,
    "funnel_significance_proportion": check_flags,
}
