"""What is planted in the demonstration state is found by counting it another way."""

import pandas as pd
import pytest

from data.days import to_day
from data.demo.generate import Demo, generate
from data.demo.truths import Planted, from_json, planted, to_json
from tests import demo_fixture as count
from tests.pathway_worlds import STEPS as STAGES
from tests.pathway_worlds import World, world_of

YEARS = range(2017, 2026)
TRUTHS = planted(YEARS)
STEPS = {
    "screened-in": ("screened", None),
    "assessed": ("assessed", "screened"),
    "found": ("found", "assessed"),
}


@pytest.fixture(scope="module", params=[7, 11])
def demo(request: pytest.FixtureRequest) -> Demo:
    return generate(seed=request.param, years=YEARS, scale=0.3, mess=False)


@pytest.fixture(scope="module")
def decided(demo: Demo):
    return count.decisions(demo.tables)


def _truths(**wanted: str) -> list[Planted]:
    found = [truth for truth in TRUTHS if count.is_truth(truth, **wanted)]
    assert found, wanted
    return found


def _named(truths: list[Planted]) -> dict[str, object]:
    return {"argvalues": truths, "ids": [f"{t.measure}-{t.group}" for t in truths]}


def _children(demo: Demo, race: int, county: int | None = None) -> int:
    people = count.estimates(demo.tables)
    chosen = (people["race_id"] == race) & people["year"].between(
        YEARS[0] - 1, YEARS[-1] - 1
    )
    if county:
        chosen &= people["county_id"] == county
    return int(people.loc[chosen, "children"].sum())


def _rate_ratio(demo: Demo, events, truth: Planted, county: int | None = None):
    race = [count.race_id(truth.group), count.race_id(truth.reference)]
    counts = [
        n for r in race for n in ((events == r).sum(), _children(demo, r, county))
    ]
    return count.ratio_interval(tuple(counts), binomial=False)


@pytest.mark.parametrize("truth", **_named(_truths(measure="report-rate", place="nc")))
def test_report_rate(demo: Demo, decided, truth: Planted) -> None:
    low, _, high = _rate_ratio(demo, decided["race"], truth)
    assert low <= truth.ratio <= high


@pytest.mark.parametrize(
    "truth",
    **_named([t for t in TRUTHS if t.measure in STEPS and t.kind == "ratio"]),
)
def test_decisions_after_the_report(decided, truth: Planted) -> None:
    column, among = STEPS[truth.measure]
    rows = decided[decided[among] == 1] if among else decided
    counts = []
    for code in (truth.group, truth.reference):
        theirs = rows.loc[rows["race"] == count.race_id(code), column]
        counts += [int(theirs.sum()), len(theirs)]
    low, _, high = count.ratio_interval(tuple(counts), binomial=True)
    assert low <= truth.ratio <= high


@pytest.mark.parametrize(
    "truth", **_named(_truths(measure="entry-rate", base="population"))
)
def test_entry_rate(demo: Demo, truth: Planted) -> None:
    low, _, high = _rate_ratio(demo, count.entries(demo.tables)["race"], truth)
    assert low <= truth.ratio <= high


@pytest.mark.parametrize(
    "truth", **_named(_truths(measure="entry-rate", base="decision"))
)
def test_entries_over_children_found(demo: Demo, decided, truth: Planted) -> None:
    entered = count.entries(demo.tables)["race"]
    found = decided.loc[decided["found"], "race"]
    counts = []
    for code in (truth.group, truth.reference):
        race = count.race_id(code)
        counts += [int((entered == race).sum()), int((found == race).sum())]
    low, _, high = count.ratio_interval(tuple(counts), binomial=False)
    assert low <= truth.ratio <= high


@pytest.mark.parametrize(
    "truth", **_named(_truths(measure="permanency-12-months", kind="ratio"))
)
def test_permanency_by_race(demo: Demo, truth: Planted) -> None:
    rows = count.entry_cohort(demo.tables)
    rows = rows[rows["year"].isin(count.window_years(truth.windows))]
    counts = []
    for code in (truth.group, truth.reference):
        theirs = rows.loc[rows["race"] == count.race_id(code), "permanent"]
        counts += [int(theirs.sum()), len(theirs)]
    low, _, high = count.ratio_interval(tuple(counts), binomial=True)
    assert low <= truth.ratio <= high


@pytest.mark.parametrize(
    "truth", **_named(_truths(measure="placement-stability", dimension="race"))
)
def test_moves_by_race(demo: Demo, truth: Planted) -> None:
    rows = count.new_care(demo.tables)
    counts = []
    for code in (truth.group, truth.reference):
        theirs = rows[rows["race"] == count.race_id(code)]
        counts += [int(theirs["moves"].sum()), int(theirs["care"].sum())]
    low, _, high = count.ratio_interval(tuple(counts), binomial=False)
    assert low <= truth.ratio <= high


COHORT = {
    "cohort-screened-in": ("screened", "children"),
    "cohort-assessed": ("assessed", "screened"),
    "cohort-found": ("found", "assessed"),
    "cohort-served-at-home": ("served", "found"),
    "cohort-entered": ("entered", "found"),
    "cohort-permanent": ("permanent", "entered"),
}


@pytest.fixture(scope="module")
def followed(demo: Demo) -> World:
    """Children by first report, from the first year to two before the last."""
    return world_of(demo.tables, first=YEARS[0], last=YEARS[-1] - 2)


@pytest.mark.parametrize(
    "truth",
    **_named([t for t in TRUTHS if t.measure in COHORT and t.base == "decision"]),
)
def test_decisions_about_children_followed_a_year(followed, truth: Planted) -> None:
    column, among = COHORT[truth.measure]
    rows = followed.cohort[followed.cohort[among] == 1]
    counts = []
    for code in (truth.group, truth.reference):
        theirs = rows.loc[rows["race"] == count.race_id(code), column]
        counts += [int(theirs.sum()), len(theirs)]
    low, _, high = count.ratio_interval(tuple(counts), binomial=True)
    assert low <= truth.ratio <= high


@pytest.mark.parametrize(
    "truth", **_named(_truths(measure="cohort-entered", base="population"))
)
def test_the_chain_multiplies_to_the_planted_rate(followed, truth: Planted) -> None:
    rows = [
        followed.row(count.race_id(code)) for code in (truth.group, truth.reference)
    ]
    counts = [n for row in rows for n in (row[STAGES.index("entered") + 1], row[0])]
    low, _, high = count.ratio_interval(tuple(counts), binomial=False)
    assert low <= truth.ratio <= high


@pytest.mark.parametrize("truth", **_named(_truths(measure="in-care-long")))
def test_two_years_in_care_on_a_day(demo: Demo, truth: Planted) -> None:
    day = to_day(f"{YEARS[-1] - 2}-06-30")
    rows = count.stays(demo.tables)
    ends = rows[["exit_day", "adult"]].min(axis=1)
    there = rows[(rows["removal_day"] <= day) & (ends > day)]
    there = there.drop_duplicates("child_id")
    plus = count.DAYS.loc[there["removal_day"].to_numpy(), "plus_24m"].to_numpy()
    long = pd.Series(plus <= day + 1, index=there.index)
    counts = []
    for code in (truth.group, truth.reference):
        theirs = long[there["race"] == count.race_id(code)]
        counts += [int(theirs.sum()), len(theirs)]
    low, _, high = count.ratio_interval(tuple(counts), binomial=True)
    assert low <= truth.ratio <= high


def test_the_county_with_more_reports(demo: Demo, decided) -> None:
    (truth,) = [t for t in _truths(measure="report-rate") if t.place != "nc"]
    county = int(truth.place)
    there = decided.loc[decided["county"] == county, "race"]
    low, _, high = _rate_ratio(demo, there, truth, county)
    state = 1.35
    assert low <= truth.ratio <= high
    assert low > state, "the county must stand out from the state"


def test_the_county_that_improved(demo: Demo) -> None:
    (truth,) = _truths(kind="change")
    rows = count.entry_cohort(demo.tables)
    rows = rows[rows["county_id"] == int(truth.place)]
    counts = []
    for windows in (truth.windows, truth.reference_windows):
        theirs = rows.loc[rows["year"].isin(count.window_years(windows)), "permanent"]
        counts += [int(theirs.sum()), len(theirs)]
    low, _, high = count.ratio_interval(tuple(counts), binomial=True)
    assert low <= truth.ratio <= high


def test_the_provider_whose_children_move_more(demo: Demo) -> None:
    (truth,) = _truths(dimension="provider")
    rows = count.new_care(demo.tables)
    theirs = rows["provider_id"] == int(truth.group.removeprefix("provider:"))
    counts = [
        int(rows.loc[who, column].sum())
        for who in (theirs, ~theirs)
        for column in ("moves", "care")
    ]
    low, _, high = count.ratio_interval(tuple(counts), binomial=False)
    assert low <= truth.ratio <= high
    assert low > 1.3


def test_the_trend_is_real_and_the_flat_measure_is_flat(demo: Demo, decided) -> None:
    falling, flat = (t.ratio for t in _truths(kind="trend"))
    moves = count.new_care(demo.tables).groupby("year")[["moves", "care"]].sum()
    first, last = (moves.loc[list(part)].sum() for part in (YEARS[:3], YEARS[-3:]))
    counts = (last["moves"], last["care"], first["moves"], first["care"])
    low, _, high = count.ratio_interval(counts, binomial=False)
    assert low <= falling ** (len(YEARS) - 3) <= high < 1
    share = decided.groupby("year")["screened"].mean()
    assert flat == 1.0
    assert share.max() - share.min() < 0.005


def test_truths_survive_being_stored() -> None:
    assert from_json(to_json(TRUTHS)) == TRUTHS


def test_one_decision_carries_the_gap() -> None:
    """Reports carry more of the gap of Black children than all later decisions."""
    ratios = {
        t.measure: t.ratio
        for t in TRUTHS
        if t.group == "black_nh" and t.place == "nc" and t.base
    }
    assert ratios["report-rate"] == max(ratios.values())
    assert ratios["screened-in"] == ratios["assessed"] == 1.0
    assert ratios["found"] < 1
