"""Washington's published entry rates and the federal tables, where the files are."""

from argparse import Namespace
from pathlib import Path

import pandas as pd
import pytest

from data.loaders import federal, washington
from data.published_counts import read_counts
from data.published_federal import shipped
from data.store import open_cases
from metrics.groups import by_id
from metrics.published import matched_totals

DATA = Path(__file__).parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(
    not (DATA / washington.FILE).exists(),
    reason=f"published files of Washington are not in {DATA}",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory):
    return washington.load(Namespace(data=DATA, out=tmp_path_factory.mktemp("var")))


@pytest.fixture(scope="module")
def washington_counts(loaded) -> pd.DataFrame:
    rows = read_counts(open_cases(loaded.store, read_only=True), state="wa")
    names = [by_id("race", race).code if race else "all" for race in rows["race_id"]]
    return rows.assign(group=names)


@pytest.fixture(scope="module")
def year_2018(washington_counts: pd.DataFrame) -> pd.DataFrame:
    rows = washington_counts
    return rows[(rows["window"] == "cy2018") & (rows["age_id"] == 0)]


def test_39_counties_and_13_years(washington_counts: pd.DataFrame) -> None:
    assert washington_counts["county_id"].nunique() == 39
    years = {f"cy{year}" for year in range(2006, 2019)}
    assert set(washington_counts["window"]) == years


def test_the_repeated_2019_is_refused(loaded) -> None:
    assert loaded.rejected == {"repeats the year before": 39 * 8 * 5}


def test_king_county(year_2018: pd.DataFrame) -> None:
    king = year_2018[year_2018["county_id"] == 53033]
    found = matched_totals(king, "black_nh", "white_nh")
    assert (found.numerator, found.denominator) == (189, 36_089)
    assert (found.reference_numerator, found.reference_denominator) == (300, 215_469)
    assert round(found.ratio, 2) == 3.76


def test_pierce_county(year_2018: pd.DataFrame) -> None:
    pierce = year_2018[year_2018["county_id"] == 53053]
    assert round(matched_totals(pierce, "black_nh", "white_nh").ratio, 2) == 2.51


@pytest.mark.parametrize(
    ("group", "counties", "ratio"), [("black_nh", 19, 2.23), ("aian_nh", 21, 2.64)]
)
def test_statewide_over_matched_counties(
    year_2018: pd.DataFrame, group: str, counties: int, ratio: float
) -> None:
    found = matched_totals(year_2018, group, "white_nh")
    assert (found.places, found.possible) == (counties, 39)
    assert round(found.ratio, 2) == ratio


def test_what_is_blank_is_not_shown(washington_counts: pd.DataFrame) -> None:
    assert washington_counts["numerator"].isna().any()
    assert washington_counts["denominator"].notna().all()
    assert not (washington_counts["numerator"] == 0).any()


def test_groups_of_any_origin_say_so(washington_counts: pd.DataFrame) -> None:
    marked = washington_counts["note"].str.startswith(washington.ANY_ORIGIN)
    assert set(washington_counts.loc[marked, "race_id"]) == {3, 4, 5, 6}
    assert set(washington_counts.loc[~marked, "race_id"]) == {0, 1, 2, 7}


def test_federal_tables_agree_with_what_ships() -> None:
    keys = ["state", "measure", "race_id"]
    found = federal.read(DATA)
    ours = shipped().set_index(keys).sort_index()
    theirs = found[found["state"].isin(["nc", "ms"])].set_index(keys).sort_index()
    assert ours["numerator"].equals(theirs["numerator"])
    rounded = (theirs["denominator"] - ours["denominator"]).abs()
    assert rounded.max() <= 5
    assert found["state"].nunique() == 51
