"""The one county planted with more reports of Black children lies outside the funnel.

The demonstration's records are counted here from the frames themselves.
"""

import numpy as np
import pytest

from data.demo.generate import Demo, generate
from data.demo.planting import BLACK, CODES, FULL, REPORT_COUNTY, WHITE
from metrics.disparity import rate_ratio
from metrics.side_by_side import SideBySide
from tests import demo_fixture as count

YEARS = range(2022, 2026)
POOL = (2023, 2024, 2025)
ENOUGH = 10


@pytest.fixture(scope="module", params=[7, 23])
def demo(request: pytest.FixtureRequest) -> Demo:
    return generate(seed=request.param, years=YEARS, scale=0.3, mess=False)


def side_by_side_of(demo: Demo) -> SideBySide:
    """Distinct children reported in a pool, Black beside White, by county."""
    seen = count.decisions(demo.tables)
    seen = seen[seen["year"].isin(POOL)].drop_duplicates("child_id")
    people = count.estimates(demo.tables)
    people = people[people["year"].isin([year - 1 for year in POOL])]
    counties = np.sort(people["county_id"].unique())
    counts = []
    for race in (BLACK, WHITE):
        group = count.race_id(CODES[race])
        own = seen[seen["race"] == group].groupby("county").size()
        there = people[people["race_id"] == group].groupby("county_id")["children"]
        counts += [own.reindex(counties, fill_value=0), there.sum().reindex(counties)]
    x1, n1, x2, n2 = (each.to_numpy(float) for each in counts)
    with np.errstate(all="ignore"):
        ratio = x1 / n1 / (x2 / n2)
    return SideBySide(
        codes=tuple(map(str, counties)), x1=x1, n1=n1, x2=x2, n2=n2, ratio=ratio,
        compared=(x1 >= ENOUGH) & (x2 >= ENOUGH), kind="rate",
        centre=float(x1.sum() / n1.sum() / (x2.sum() / n2.sum())),
    )  # fmt: skip


def test_the_planted_county_is_outside_and_hardly_any_other(demo: Demo) -> None:
    found = side_by_side_of(demo)
    at = found.codes.index(str(REPORT_COUNTY))
    assert found.compared.sum() > 60
    assert found.above[at]
    assert found.stand.flagged[at]
    assert (found.above | found.below).sum() <= 2
    assert not found.dispersion.overdispersed


def test_its_interval_holds_the_planted_ratio_and_the_adjusted_one_is_drawn_in(
    demo: Demo,
) -> None:
    planted = FULL.report_county
    assert planted is not None
    found = side_by_side_of(demo)
    at = found.codes.index(str(REPORT_COUNTY))
    counts = (each[at] for each in (found.x1, found.n1, found.x2, found.n2))
    interval = rate_ratio(*counts, confidence=0.999)
    assert interval.lower[0] < planted < interval.upper[0]
    assert found.centre < found.adjusted.value[at] < found.ratio[at]
