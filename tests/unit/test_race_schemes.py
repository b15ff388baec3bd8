"""Two race schemes over the same records, and what the switch between them moves."""

from pathlib import Path

import pytest
from sqlalchemy import MetaData, select

from data.codes import PARTS_OF_TWO_OR_MORE
from data.demo.population import CODES, population, population_frame
from metrics.comparison import DIMS
from metrics.engine import STATE, schema
from metrics.groups import GROUPS
from metrics.race_schemes import CHANGED, FOLDED, SCHEMES, USUAL
from metrics.windows import parse_window
from tests.editions import put_version
from tests.engine_room import build_cube, store_with
from tests.oracle.twin.worlds import World
from tests.race_worlds import FOLDED_COUNTS, USUAL_COUNTS, WINDOW, asked, put

# ---- records to counts -------------------------------------------------------------


def seven_children(*, whole: bool = False) -> World:
    """Seven children who entered care, and the children who live there.

    `whole` has two or more races of the population in one figure.
    """
    world = World()
    for ticks, hispanic in (
        (("white",), 0),
        (("black",), 0),
        (("black", "white"), 0),
        (("black", "aian"), 0),
        (("aian",), 9),
        (("white", "asian"), 0),
        (("black", "aian"), 1),
    ):
        world.stay(world.child(ticks=ticks, hispanic=hispanic), "2023-08-01")
    parts = {6: 120} if whole else {61: 20, 62: 70, 63: 30}
    for race, children in ({1: 900, 2: 300, 3: 40, 7: 200} | parts).items():
        world.people(2023, children, race=race)
    world.people(2020, 7, race=6, source="census2020")
    return world


def state_groups(url: str, world: World, *only: str) -> dict[tuple[str, str, int], int]:
    """(family, breakdown, group) -> the first component of the whole state."""
    engine = store_with(url, world.cases())
    build_cube(engine, [parse_window(WINDOW), parse_window("sfy2021")], only=only)
    names = {number: name for name, number in DIMS.items()}
    found: dict[tuple[str, str, int], int] = {}
    with engine.connect() as connection:
        for family, table in schema(MetaData())[2].items():
            rows = connection.execute(select(table).where(table.c.level == STATE))
            for row in rows.mappings():
                key = (family, names[row["dim"]], row["dim_value"])
                found[key] = found.get(key, 0) + list(row.values())[5]
    engine.dispose()
    return found


def of(found: dict[tuple[str, str, int], int], family: str, by: str) -> dict[int, int]:
    return {g: n for (f, b, g), n in found.items() if (f, b) == (family, by)}


@pytest.mark.parametrize("url", ["sqlite://", "duckdb:///:memory:"])
def test_seven_children_by_both_schemes(url: str) -> None:
    """Cases and population move together; Hispanic children stay where they are."""
    found = state_groups(url, seven_children(), "entered", "population")
    usual = {1: 1, 2: 1, 3: 1, 6: 3, 7: 1}
    assert of(found, "entered", USUAL) == usual
    assert of(found, "entered", FOLDED) == {2: 2, 3: 2, 6: 1}
    people = {1: 900, 2: 300, 3: 40, 6: 120, 7: 200}
    assert of(found, "population", USUAL) == people
    assert of(found, "population", FOLDED) == {2: 370, 3: 60, 6: 30}


@pytest.mark.parametrize("url", ["sqlite://", "duckdb:///:memory:"])
def test_population_without_parts_has_the_usual_scheme_alone(url: str) -> None:
    parts = state_groups(url, seven_children())
    whole = state_groups(url, seven_children(whole=True))
    assert {key for key in whole if key[1] == FOLDED} == set()
    assert {k: n for k, n in parts.items() if k[1] != FOLDED} == whole


def test_one_year_without_parts_is_enough_to_have_the_usual_scheme_alone() -> None:
    world = seven_children()
    world.people(2019, 5, race=6)
    found = state_groups("sqlite://", world)
    assert of(found, "entered", USUAL)
    assert not [key for key in found if key[1] == FOLDED]


def test_no_population_has_the_usual_scheme_alone() -> None:
    world = seven_children()
    world.rows["population"].clear()
    found = state_groups("sqlite://", world)
    assert of(found, "entered", USUAL)
    assert not [key for key in found if key[1] == FOLDED]


def test_the_census_is_never_folded() -> None:
    found = state_groups("sqlite://", seven_children(), "population_census2020")
    assert of(found, "population_census2020", USUAL) == {6: 7}
    assert of(found, "population_census2020", FOLDED) == {}


def test_a_scheme_places_every_part_in_a_group_of_its_own_dimension() -> None:
    for name, scheme in SCHEMES.items():
        assert set(scheme) == set(PARTS_OF_TWO_OR_MORE)
        assert set(scheme.values()) <= {group.id for group in GROUPS[name]}
    usual, folded = (
        {group.id: group.code for group in GROUPS[name]} for name in SCHEMES
    )
    assert list(usual) == list(folded)
    # A code stands for the same children wherever it stands.
    changed = {id for id in usual if usual[id] != folded[id]}
    assert changed == CHANGED


def test_parts_of_the_demonstration_add_up_to_what_they_are_parts_of() -> None:
    people = population(0.03)
    frame = population_frame(people, 2019, 2024)
    assert set(frame["race_id"]) == set(CODES)
    assert (frame["children"] >= 0).all()
    parts = frame[frame["race_id"].isin([*PARTS_OF_TWO_OR_MORE])]
    keys = ["year", "county_id", "age_id"]
    sums = parts.groupby(keys)["children"].sum().to_numpy().reshape(6, 100, 4)
    for year in range(2019, 2025):
        assert (sums[year - 2019] == people.year(year)[:, 5]).all()
    shares = parts.groupby("race_id")["children"].sum() / parts["children"].sum()
    assert shares[61] == pytest.approx(0.21, abs=0.005)
    assert shares[62] == pytest.approx(0.67, abs=0.005)


# ---- counts to ratios ---------------------------------------------------------------


def test_the_switch_changes_a_ratio(tmp_path: Path) -> None:
    """10 and 7.5 per 1,000 against 5: a ratio of 2 becomes one of 1.5."""
    put(tmp_path, USUAL_COUNTS | FOLDED_COUNTS)
    usual, folded = (asked(tmp_path, by) for by in (USUAL, FOLDED))
    alone, with_more = usual.row(group="black_nh"), folded.row(group="black_folded")
    assert (alone.value, alone.ratio) == (10.0, 2.0)
    assert (with_more.value, with_more.ratio) == (7.5, 1.5)
    assert with_more.reference == "white_nh"
    assert with_more.ratio_lower < 1.5 < with_more.ratio_upper
    assert with_more.dimension == FOLDED
    others = asked(tmp_path, FOLDED, reference="others").row(group="black_folded")
    assert others.ratio == pytest.approx(7.5 / (110 / 21))
    same = usual.row(group="white_nh"), folded.row(group="white_nh")
    assert same[0].value == same[1].value


def test_counties_of_a_folded_group(tmp_path: Path) -> None:
    counts = (USUAL_COUNTS | FOLDED_COUNTS).items()
    county = {("37001", *key, WINDOW): n // 2 for key, n in counts}
    state = {("nc", *key, WINDOW): n for key, n in counts}
    put_version(tmp_path, county | state)
    table = asked(tmp_path, "county", group=(FOLDED, "black_folded"))  # type: ignore[arg-type]
    assert table.row(geography="37001").ratio == 1.5
