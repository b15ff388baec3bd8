"""The intervals hold the truth as often as docs/coverage.md says."""

import re

import numpy as np
import pytest

from tests.conftest import ROOT
from tests.oracle.coverage import (
    METHODS,
    ONE,
    grid,
    judged,
    product_methods,
    settings,
    summary,
)
from tests.oracle.kinds._near import near

ROW = re.compile(
    r"^\| (\*{0,2})(.+?)\1 \| ([\d.]+) \| ([\d.]+) \|.* \| ([\d.]+) % \|$", re.M
)
# Below ten events a standardised rate is not calculated; none to none is no ratio.
MAY_BE_UNDEFINED = {"standardised", "rate_ratio", "proportion_ratio"}


def stated() -> dict[str, tuple[float, float, float]]:
    """Mean, least and most undefined of the methods shown, by their names."""
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    return {
        found[2]: (float(found[3]), float(found[4]), float(found[5]) / 100)
        for found in ROW.finditer(page)
        if found[1]
    }


def test_the_page_has_every_method_that_is_shown() -> None:
    assert list(stated()) == [method for _, method in product_methods()]


def test_the_page_is_of_this_grid() -> None:
    page = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    sizes = [int(each) for each in re.findall(r"^(\d+) settings\.", page, re.M)]
    assert sizes == [len(settings(subject)) for subject in METHODS]


@pytest.mark.parametrize(("subject", "method"), product_methods())
def test_an_interval_covers(subject: str, method: str) -> None:
    mean, least, undefined = stated()[method]
    assert mean >= 0.945
    found = summary(subject, method, every=grid()["test_every"])
    assert found.settings >= 3
    assert found.mean >= 0.945
    assert found.least >= least
    assert found.mean == pytest.approx(mean, abs=0.01)
    if subject in MAY_BE_UNDEFINED:
        assert found.most_undefined <= undefined + 0.0005
    else:
        assert found.most_undefined == 0
    assert found.above + found.below == pytest.approx(1 - found.mean)


def test_the_alternatives_fail_where_they_are_said_to() -> None:
    """What the tables warn of is found by the same sums."""
    every = grid()["test_every"]
    assert summary("proportion", "normal (Wald)", every=every).least < 0.9
    assert summary("rate_ratio", "log-normal", every=every).most_undefined > 0.2
    assert summary("proportion_ratio", "Katz", every=every).most_undefined > 0.1


def test_the_worst_of_wilson_outside_the_grid_is_as_said() -> None:
    shares = np.linspace(0.00001, 0.0025, 400)
    wilson = METHODS["proportion"]["Wilson"]
    covered = [ONE["proportion"](wilson, {"children": 400, "share": p}) for p in shares]
    assert min(each.covered for each in covered) == pytest.approx(0.84, abs=0.005)


def test_judging_counts_each_kind_of_miss() -> None:
    limits = [[0.0, 2.0, 0.0, float("nan")], [1.0, 3.0, 0.5, 1.0]]
    found = judged(
        (np.array(limits[0]), np.array(limits[1])), 1.0, np.array([0.4, 0.1, 0.2, 0.3])
    )
    near(
        (found.covered, found.above, found.below), (4 / 7, 1 / 7, 2 / 7), {"rel": 1e-9}
    )
    assert found.undefined == pytest.approx(0.3)
