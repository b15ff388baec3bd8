"""What more must be hidden for a count to be wide, against a twin that knows less."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from metrics.privacy.advice import ground_of, moved_off, room_of
from metrics.privacy.proof import Block, Goal
from tests.unit.test_guard import blocks, widths

WIDTH = 10.0


def _cheapest(block: Block, goal: Goal, distance: float, price: np.ndarray) -> float:
    """The least price of a change, by SciPy over the block's own sums and parts."""
    size = len(block.value)
    sums = np.zeros((block.lines.count, size))
    sums[block.lines.line, block.lines.cell] = np.where(block.lines.total, -1, 1)
    parts = np.zeros((len(block.limits), size))
    for row, (part, whole) in enumerate(block.limits):
        parts[row, [part, whole]] = 1, -1
    far = np.zeros(size)
    far[goal.cells] = -np.sign(distance) * goal.signs
    upper = np.vstack([parts, far])
    usable = block.value > 0
    solved = linprog(
        np.tile(price, 2),
        A_eq=np.hstack([sums, -sums]), b_eq=np.zeros(len(sums)),
        A_ub=np.hstack([upper, -upper]),
        b_ub=np.append(-parts @ block.value, -abs(distance)),
        bounds=[(0, 2 * WIDTH if u else 0) for u in usable]
        + [(0, min(v, 2 * WIDTH)) for v in block.value],
    )  # fmt: skip
    return float(solved.fun) if solved.status == 0 else np.inf


@settings(deadline=None, max_examples=25)
@given(blocks(), st.integers(0, 31), st.sampled_from([9.0, 4.0, -3.0]))
def test_it_is_the_cheapest_change_and_keeps_all_that_is_known(
    block: Block, cell: int, distance: float
) -> None:
    small = (block.value >= 1) & (block.value <= 10)
    goal = Goal(cells=np.array([cell]), signs=np.array([1.0]))
    room = room_of(block, small, 1.0 + block.value, 0.0, 2 * WIDTH)
    found = moved_off(ground_of(block), goal, distance, room)
    least = _cheapest(block, goal, distance, room.price)
    if found is None:
        assert np.isinf(least)
        return
    after = block.value + found
    assert after.min() >= -1e-6
    assert abs(found[block.value == 0]).max(initial=0) < 1e-6
    assert found[cell] * np.sign(distance) >= abs(distance) - 1e-6
    part, whole = block.limits.T
    assert (after[part] <= after[whole] + 1e-6).all()
    assert np.isclose(abs(found) @ room.price, least, atol=1e-5)


@settings(deadline=None, max_examples=15)
@given(blocks())
def test_hiding_what_moves_makes_a_count_wide(block: Block) -> None:
    """Told by two linear programs over what is hidden then."""
    small = (block.value >= 1) & (block.value <= 10)
    for cell in np.flatnonzero(small)[:3]:
        goal = Goal(cells=np.array([cell]), signs=np.array([1.0]))
        room = room_of(block, small, 1.0 + block.value, 0.0, 2 * WIDTH)
        changes = moved_off(ground_of(block), goal, WIDTH, room)
        if changes is not None:
            hidden = small | (abs(changes) > 1e-6)
            at = int(np.searchsorted(np.flatnonzero(hidden), cell))
            assert widths(block, hidden, 0.0)[at] >= WIDTH - 1e-6
