"""Two sources of child population: the estimates, and the census of one year."""

from pathlib import Path

import pytest

from metrics.errors import BadSelection
from metrics.examples import read_cases
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from metrics.windows import parse_window
from tests.engine_room import build_cube, county_sums, store_with


def table(root: Path, population: str, window: str = "sfy2021", **more):
    outcomes = Outcomes.open(root, edition="staff")
    return outcomes.table(
        Selection(state="nc", measure="entry-rate", by="race", windows=(window,),
                  population=population, **more)  # type: ignore[arg-type]
    )  # fmt: skip


def test_children_of_two_or_more_races_change_sides(demo_root: Path) -> None:
    estimates, census = (
        table(demo_root, source).row(group="two_plus_nh")
        for source in ("estimates", "census2020")
    )
    assert estimates.numerator == census.numerator
    assert census.denominator > 1.4 * estimates.denominator
    assert census.ratio < 1 < estimates.ratio


def test_a_decision_has_no_population_to_choose(demo_root: Path) -> None:
    one, other = (
        table(demo_root, source, base="decision").row(group="black_nh").as_dict()
        for source in ("estimates", "census2020")
    )
    assert one == other


@pytest.mark.parametrize("window", ["sfy2022", "sfy2020-2022", "ffy2021"])
def test_the_census_is_refused_for_any_other_year(demo_root: Path, window: str) -> None:
    with pytest.raises(BadSelection, match="counts the children of 2020"):
        table(demo_root, "census2020", window)


def test_an_unknown_source_is_refused(demo_root: Path) -> None:
    with pytest.raises(BadSelection, match="no source of child population"):
        table(demo_root, "guesses")


@pytest.mark.parametrize("url", ["sqlite://", "duckdb:///:memory:"])
def test_only_a_window_of_that_one_year_holds_the_census(url: str) -> None:
    cases = read_cases(
        """
        population: year=2020 children=100
        population: year=2021 children=110
        population: source=census2020 year=2020 children=90
        population: source=census2020 year=2021 children=95
        """
    )
    engine = store_with(url, cases.tables)
    keys = ("sfy2021", "sfy2022", "ffy2020", "sfy2021-2022")
    build_cube(
        engine, [parse_window(key) for key in keys], only=["population_census2020"]
    )
    sums = county_sums(engine, "population_census2020.child_years")
    engine.dispose()
    assert sums == {(37063, 1): 90, (37063, 3): 90}
