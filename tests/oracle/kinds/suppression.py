"""Published cases of disclosure control, through the auditor and the policy."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from metrics.privacy.audit.attack import Found, attack
from metrics.privacy.audit.knowledge import attacks
from metrics.privacy.policy import Policy
from tests.published import Cell, crossed, published

Check = Callable[[Mapping[str, Any], Mapping[str, Any], Mapping[str, float]], None]


def attacked(inputs: Mapping[str, Any]) -> tuple[dict[tuple[str, str], int], Found]:
    """Exact limits of the suppressed cells of a table with all margins shown."""
    counts, where = crossed(inputs["table"])
    out = [where[row, column] for row, column in inputs["suppressed"]]
    edition = published(counts, out)
    order = [cell for cell in counts if cell in set(out)]
    (known,) = attacks(edition)
    names: dict[Cell, tuple[str, str]] = {cell: pair for pair, cell in where.items()}
    places = {names[cell]: i for i, cell in enumerate(order)}
    return places, attack(known, low=0.0, width=float("inf"))


def attacker_exact(
    inputs: Mapping[str, Any],
    expected: Mapping[str, Any],
    tolerance: Mapping[str, float],
) -> None:
    places, found = attacked(inputs)
    recovered = {pair for pair, i in places.items() if found.widths[i] < 0.5}
    assert recovered == {tuple(pair) for pair in expected["recoverable"]}
    for pair in recovered:
        i = places[pair]
        assert np.isclose(found.low[i], expected["value"], atol=tolerance["abs"])
        assert np.isclose(found.high[i], expected["value"], atol=tolerance["abs"])


def attacker_interval(
    inputs: Mapping[str, Any],
    expected: Mapping[str, Any],
    tolerance: Mapping[str, float],
) -> None:
    """The limits are of the cell that was suppressed last in the first case, and of
    the first one in the other; each must be found among the intervals.
    """
    _, found = attacked(inputs)
    assert not (found.widths < 0.5).any()
    limits = np.column_stack([found.low, found.high])
    wanted = np.array([expected["lower"], expected["upper"]])
    assert (np.abs(limits - wanted) <= tolerance["abs"]).all(axis=1).any(), limits


def primary_rule(
    inputs: Mapping[str, Any],
    expected: Mapping[str, Any],
    tolerance: Mapping[str, float],
) -> None:
    found = [Policy().is_small(count) for count in inputs["counts"]]
    assert found == expected["suppress"]


def complementary_rule(
    inputs: Mapping[str, Any],
    expected: Mapping[str, Any],
    tolerance: Mapping[str, float],
) -> None:
    policy = Policy(each_at_least=3)
    found = [policy.needs_another(tuple(line)) for line in inputs["lines"]]
    assert found == expected["needs_another"]


def derived_leak(
    inputs: Mapping[str, Any],
    expected: Mapping[str, Any],
    tolerance: Mapping[str, float],
) -> None:
    months, size = inputs["monthly"], inputs["window"]
    totals = [sum(months[i : i + size]) for i in range(len(months) - size + 1)]
    assert totals == inputs["published"]
    assert totals[1] - totals[0] == expected["difference"]
    assert Policy().is_small(expected["difference"])


def _of_case(check: Check) -> Callable[[Mapping[str, Any]], None]:
    return lambda case: check(case["inputs"], case["expected"], case["tolerance"])


KINDS = {
    each.__name__: _of_case(each)
    for each in (
        attacker_exact,
        attacker_interval,
        primary_rule,
        complementary_rule,
        derived_leak,
    )
}
