"""Large pieces are attacked part by part: small ones must then be judged as before."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from metrics.privacy.audit.attack import Contradiction, attack, attack_both
from metrics.privacy.audit.knowledge import Known, attacks
from metrics.privacy.audit.near import ground_of, place
from metrics.privacy.audit.outside import outside
from metrics.privacy.audit.published import Published, read_published
from metrics.privacy.audit.seen import EXACT, Seen
from metrics.privacy.audit.walk import lean, rows_of
from metrics.privacy.audit.whole import solve
from metrics.privacy.policy import Policy
from metrics.public import public_contents
from metrics.release import write_edition
from tests.editions import contents
from tests.published import Cell, crossed, published
from tests.small_world import world

WHOLE, PARTS, WIDTH = 10**9, 0, 10.0
SDC = {
    "w": {"a": 30, "b": 47, "c": 64, "d": 89},
    "x": {"a": 90, "b": 124, "c": 5, "d": 31},
    "y": {"a": 92, "b": 100, "c": 59, "d": 85},
    "z": {"a": 800, "b": 991, "c": 651, "d": 685},
}
ADDS = "in_care_start.from_12"
YEARS = ("sfy2022", "sfy2023", "sfy2024")


def same_verdicts(known: Known) -> int:
    """Both ways judge a piece alike; how many counts are narrow."""
    one, other = attack_both(known, knowing=2.0, small=WHOLE)
    part, knowing = attack_both(known, knowing=2.0, small=PARTS)
    narrow = one.widths < known.width - 1e-6
    assert ((part.widths < known.width - 1e-6) == narrow).all()
    assert ((part.widths < EXACT) == (one.widths < EXACT)).all()
    assert (part.widths[narrow] <= one.widths[narrow] + 1e-6).all()
    told = part.rests_told(known.width)
    assert (told == one.rests_told(known.width)).all()
    assert (other is None) == (knowing is None)
    if other is not None and knowing is not None:
        assert ((knowing.widths < EXACT) == (other.widths < EXACT)).all()
    return int(narrow.sum())


def cubed(seed: int) -> Published:
    """Counties by races by years with all sums, and cells hidden that lie about."""
    draw = np.random.default_rng(seed)
    counts: dict[Cell, int] = {}
    inner = []
    for county, race, year in np.ndindex(3, 3, 3):
        count = int(draw.integers(1, 30))
        for level, geo in ((3, county + 1), (1, 0)):
            for dim, group in ((1, race + 1), (0, 0)):
                for key in (YEARS[year], "sfy2022-2024"):
                    cell = (level, geo, dim, group, ADDS, key)
                    counts[cell] = counts.get(cell, 0) + count
        inner.append((3, county + 1, 1, race + 1, ADDS, YEARS[year]))
    every = [*inner, *(c for c in counts if c not in set(inner))]
    chance = np.where(np.arange(len(every)) < len(inner), 0.6, 0.15)
    out = [c for c, hide in zip(every, draw.random(len(every)) < chance, strict=True)
           if hide]  # fmt: skip
    return published(counts, out)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_worlds_of_three_tables_are_judged_as_by_the_whole(seed: int) -> None:
    for known in attacks(cubed(seed)):
        same_verdicts(known)


@pytest.mark.parametrize("seed", range(2))
def test_an_edition_hidden_line_by_line_is_judged_as_by_the_whole(
    seed: int, tmp_path
) -> None:  # type: ignore[no-untyped-def]
    public = public_contents(contents(world(seed)), Policy(), attack=False)
    write_edition(tmp_path / "quick.sqlite", public, progress=lambda _: None)
    edition = read_published(tmp_path / "quick.sqlite")
    found = [same_verdicts(known) for known in attacks(edition)]
    assert len(found) > 3
    hidden = edition.counts["value"].isna()
    naive = edition.counts.assign(value=edition.counts["value"].mask(hidden))
    small = (naive["value"] <= 40) | hidden
    open_ = replace(
        edition,
        counts=naive.assign(value=naive["value"].mask(small), status=small * 1),
    )
    assert sum(same_verdicts(known) for known in attacks(open_)) > 5


def test_a_count_that_only_several_sums_give_away_is_found() -> None:
    """sdcTable's table: two hidden a line, and w|b is 47 all the same."""
    counts, where = crossed(SDC)
    pairs = ("wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd")
    (known,) = attacks(published(counts, [where[p[0], p[1]] for p in pairs]))
    assert (outside(rows_of(known, 0.0)).high > 47).sum() > 2
    found = attack(known, low=0.0, width=WIDTH, small=PARTS)
    assert (found.widths < EXACT).sum() == 1
    assert round(float(found.low[np.argmin(found.widths)])) == 47


def tied(between: int) -> Known:
    """x + y, y + z and z + x are known, each through `between` counts in a chain.

    Every sum allows 0 to 40 for each count; all together leave x = 20.
    """
    rows, right, size = [], [], 3
    for one, other in ((0, 1), (1, 2), (2, 0)):
        chain = [one, *range(size, size + 2 * between), other]
        size += 2 * between
        for k, (a, b) in enumerate(zip(chain[:-1], chain[1:], strict=True)):
            rows.append((a, b, 1.0))
            right.append(40.0 + 0.0 * k)
    matrix = sparse.lil_matrix((len(rows), size))
    for row, (a, b, sign) in enumerate(rows):
        matrix[row, a], matrix[row, b] = 1.0, sign
    (like,) = attacks(published(*_two()))
    codes = {name: np.arange(size) % 3 for name in vars(like.slots)}
    return replace(
        like, size=size, sums=matrix.tocsr(), total=np.array(right),
        parts=sparse.csr_matrix((0, size)), room=np.zeros(0),
        rests=sparse.csr_matrix((0, size)), slots=replace(like.slots, **codes),
    )  # fmt: skip


def _two() -> tuple[dict[Cell, int], list[Cell]]:
    counts, where = crossed({"a": {"x": 20, "y": 20}, "b": {"x": 20, "y": 20}})
    return counts, [where["a", "x"], where["a", "y"]]


@pytest.mark.parametrize("between", [0, 1, 8])
def test_counts_tied_in_a_ring_of_three_tables_are_found(between: int) -> None:
    known = tied(between)
    bounds = outside(rows_of(known, 0.0))
    assert (bounds.high - bounds.low >= 40).all()
    assert same_verdicts(known) == known.size
    found = attack(known, low=0.0, width=WIDTH, small=PARTS)
    assert np.allclose(found.low, 20, atol=1e-6)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), low=st.sampled_from([0.0, 1.0]))
def test_inside_and_outside_hold_the_exact_limits_between_them(
    seed: int, low: float
) -> None:
    """Bounds are never narrower, and points never wider, than what is exact."""
    for known in attacks(cubed(seed)):
        rows = rows_of(known, low)
        bounds = outside(rows)
        ground, seen = ground_of(rows, bounds), Seen(known, rows, bounds)
        goal = np.zeros(known.size)
        centre = solve(known, goal, low, None)
        seen.see(centre)
        for form in range(min(known.size, 6)):
            place(ground, seen, form, centre, WIDTH, known.slots.region, 10**6)
            goal[form] = 1.0
            least = solve(known, goal, low, None)[form]
            most = solve(known, -goal, low, None)[form]
            goal[form] = 0.0
            assert seen.bottom[form] - 1e-6 <= least <= seen.least[form] + 1e-5
            assert seen.most[form] - 1e-5 <= most <= seen.top[form] + 1e-6


def test_a_point_that_breaks_one_sum_is_not_counted() -> None:
    (known,) = attacks(published(*_two()))
    rows = rows_of(known, 0.0)
    seen = Seen(known, rows, outside(rows))
    assert not seen.see(np.array([20.0, 21.0]))
    assert not seen.see(np.array([-1.0, 41.0]))
    assert np.isinf(seen.least).all()
    assert seen.see(np.array([20.0, 20.0]))


def test_limits_that_follow_from_others_only_are_left_out() -> None:
    """Part below middle below whole: the step from part to whole says nothing more."""
    (like,) = attacks(published(*_two()))
    steps = np.array([[1, -1, 0], [0, 1, -1], [1, 0, -1]], np.float64)
    known = replace(
        like, size=3, sums=sparse.csr_matrix((0, 3)), total=np.zeros(0),
        parts=sparse.csr_matrix(steps), room=np.zeros(3),
    )  # fmt: skip
    assert lean(rows_of(known, 0.0)).matrix.toarray().tolist() == steps[:2].tolist()
    loose = replace(known, room=np.array([5.0, 0.0, 0.0]))
    assert len(lean(rows_of(loose, 0.0)).right) == 3


def test_figures_that_cannot_be_true_are_told_part_by_part_too() -> None:
    counts, where = crossed({"a": {"x": 20, "y": 30}, "b": {"x": 40, "y": 50}})
    total = next(c for c in counts if c[:4] == (3, 1, 0, 0))
    (known, *_) = attacks(published(counts | {total: 10}, [where["a", "x"]]))
    with pytest.raises(Contradiction):
        attack(known, low=0.0, width=WIDTH, small=PARTS)
    with pytest.raises(Contradiction):
        attack_both(known, knowing=2.0, small=PARTS)


def test_a_hidden_zero_is_known_to_who_knows_that_it_may_be_one() -> None:
    """Where something hidden must be zero only the first attacker is there."""
    known = tied(0)
    zero = replace(known, total=np.array([0.0, 20.0, 20.0]))
    one, other = attack_both(zero, knowing=2.0, small=PARTS)
    assert other is None
    assert np.allclose(one.low, [0, 0, 20], atol=1e-6)


def test_the_attack_is_the_same_every_time() -> None:
    (known,) = attacks(cubed(7))
    one, two = (attack(known, low=0.0, width=WIDTH, small=PARTS) for _ in range(2))
    assert (one.low == two.low).all()
    assert (one.high == two.high).all()
