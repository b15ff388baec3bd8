"""Hiding small counts: tiny tables of which the answer can be worked out by hand."""

import pandas as pd
import pytest

from metrics.privacy.lines import lines_of
from metrics.privacy.policy import Policy
from metrics.privacy.rules import Apart, Rules
from metrics.privacy.suppress import hidden_cells

STATE, EAST, A, B, C = (1, 0), (2, 1), (3, 11), (3, 12), (3, 13)
PARENTS = {EAST: STATE, A: EAST, B: EAST, C: STATE}
RULES = ("people", "subsets", "followers", "differences")
Cells = dict[tuple[tuple[int, int], int, int, int], int]


def hidden(cells: Cells, **options: object) -> set[tuple[object, ...]]:
    """Which of the cells (place, dimension, group, component) are hidden."""
    frame = pd.DataFrame(
        [
            (*place, dim, group, 1, comp, n)
            for (place, dim, group, comp), n in cells.items()
        ],
        columns=[
            "level",
            "geo_id",
            "dim",
            "dim_value",
            "window_id",
            "comp_id",
            "value",
        ],
    )
    told = {"people": (1, 2, 3), "followers": {}}
    told |= {name: options.pop(name) for name in [*options] if name in RULES}
    given = {"rules": Rules(**told), "parents": {}, "policy": Policy()}  # type: ignore[arg-type]
    mask = hidden_cells(frame, **(given | options))  # type: ignore[arg-type]
    return {key for key, out in zip(cells, mask, strict=True) if out}


def race(*counts: int, comp: int = 1, place: tuple[int, int] = STATE) -> Cells:
    """A total and its groups 1, 2, 3 ...; what is 0 is not there."""
    groups = {(place, 1, i, comp): n for i, n in enumerate(counts, start=1) if n}
    return {(place, 0, 0, comp): sum(counts)} | groups


def groups_hidden(found: set[tuple[object, ...]]) -> set[object]:
    return {key[2] for key in found if key[1] == 1}


@pytest.mark.parametrize(
    ("counts", "out"),
    [
        ((11, 12, 13), set()),
        ((10, 40, 50), {1, 2}),
        ((1, 40, 50), {1, 2}),
        ((5, 5, 50), {1, 2, 3}),
        ((5, 6, 50), {1, 2}),
        ((0, 40, 50), set()),
        ((0, 4, 50), {2, 3}),
        ((9, 90, 0), {1, 2}),
    ],
)
def test_small_groups_and_one_more(counts: tuple[int, ...], out: set[int]) -> None:
    found = hidden(race(*counts))
    assert groups_hidden(found) == out
    assert (STATE, 0, 0, 1) not in found


def test_the_only_group_takes_the_total_with_it() -> None:
    assert hidden(race(7)) == {(STATE, 0, 0, 1), (STATE, 1, 1, 1)}


def test_a_total_of_few_hides_all_its_groups() -> None:
    assert hidden(race(4, 3, 0)) == set(race(4, 3, 0))


@pytest.mark.parametrize(("threshold", "out"), [(10, {1, 2}), (4, {1, 2}), (3, set())])
def test_the_threshold_is_the_policys(threshold: int, out: set[int]) -> None:
    policy = Policy(threshold=threshold, least_hidden_sum=threshold)
    assert groups_hidden(hidden(race(4, 40, 50), policy=policy)) == out


def test_nothing_is_hidden_of_what_counts_no_people() -> None:
    assert hidden(race(3, 40, 50), people=()) == set()


@pytest.mark.parametrize(
    ("part", "out"),
    [(100, False), (99, True), (90, True), (89, False), (10, True), (11, False)],
)
def test_a_part_is_hidden_if_few_are_left(part: int, out: bool) -> None:
    cells = {(STATE, 0, 0, 1): 100, (STATE, 0, 0, 2): part}
    assert ((STATE, 0, 0, 2) in hidden(cells, subsets=[(2, 1)])) is out
    assert (STATE, 0, 0, 1) not in hidden(cells, subsets=[(2, 1)])


@pytest.mark.parametrize(("part", "out"), [(100, False), (95, True), (105, True)])
def test_a_small_difference_between_families_hides_its_part(
    part: int, out: bool
) -> None:
    """Also one below zero: a few more in what should lie within."""
    cells = {(STATE, 0, 0, 1): 100, (STATE, 0, 0, 2): part}
    apart = Apart(whole=1, parts=(2,))
    assert ((STATE, 0, 0, 2) in hidden(cells, differences=(apart,))) is out


def test_unknown_groups_are_hidden_first() -> None:
    cells = race(4, 40, 50) | {(STATE, 1, 9, 1): 60, (STATE, 0, 0, 1): 154}
    assert groups_hidden(hidden(cells)) == {1, 9}


def test_the_california_rule_hides_one_more_among_threes() -> None:
    few = race(3, 3, 3, 3, 50)
    assert groups_hidden(hidden(few)) == {1, 2, 3, 4}
    chhs = Policy(each_at_least=3)
    assert groups_hidden(hidden(few, policy=chhs)) == {1, 2, 3, 4, 5}


def test_time_follows_the_people_it_belongs_to() -> None:
    days = {(STATE, 1, i, 9): 1000 for i in (1, 2, 3)} | {(STATE, 0, 0, 9): 3000}
    found = hidden(race(4, 40, 50) | days, people=(1,), followers={9: 1})
    assert {key[2] for key in found if key[3] == 9} == {1, 2}


def _areas(a: int, b: int, c: int) -> Cells:
    counts = {A: a, B: b, C: c, EAST: a + b, STATE: a + b + c}
    return {(place, 0, 0, 1): n for place, n in counts.items() if n}


def places_hidden(cells: Cells) -> set[object]:
    return {key[0] for key in hidden(cells, parents=PARENTS)}


def test_one_small_county_hides_another_of_its_region() -> None:
    assert places_hidden(_areas(5, 40, 50)) == {A, B}


def test_a_small_county_without_a_region_hides_beside_the_regions() -> None:
    assert places_hidden(_areas(40, 60, 5)) >= {C, EAST}
    assert STATE not in places_hidden(_areas(40, 60, 5))


def test_where_the_only_county_is_hidden_so_is_its_state() -> None:
    """Equal to the state's count, it could be read there."""
    cells = {(C, 0, 0, 1): 7, (STATE, 0, 0, 1): 7}
    assert hidden(cells, parents={C: STATE}) == set(cells)
    cells = {
        (C, 0, 0, 1): 40,
        (STATE, 0, 0, 1): 40,
        (C, 0, 0, 2): 38,
        (STATE, 0, 0, 2): 38,
    }
    found = hidden(cells, parents={C: STATE}, subsets=[(2, 1)])
    assert found == {(C, 0, 0, 2), (STATE, 0, 0, 2)}


def test_lines_have_each_part_once_and_their_total() -> None:
    cells = race(20, 30, 50) | {(C, 0, 0, 1): 60, (A, 0, 0, 1): 40}
    frame = pd.DataFrame(
        [
            (*place, dim, group, 1, comp, n)
            for (place, dim, group, comp), n in cells.items()
        ],
        columns=[
            "level",
            "geo_id",
            "dim",
            "dim_value",
            "window_id",
            "comp_id",
            "value",
        ],
    )
    lines = lines_of(frame, {A: STATE, C: STATE})
    assert lines.count == 2
    for number in range(lines.count):
        here = lines.line == number
        value = frame["value"].to_numpy()[lines.cell]
        assert value[here & lines.total].tolist() == [100]
        assert value[here & ~lines.total].sum() == 100


def test_no_cells_no_lines() -> None:
    assert hidden({}) == set()
