"""Hiding until nothing is narrow, against every count's exact limits."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from metrics.privacy import ways
from metrics.privacy.guard import guarded
from metrics.privacy.lines import EXACT, Lines
from metrics.privacy.policy import Policy
from metrics.privacy.proof import Block
from metrics.privacy.system import system_of

POLICY = Policy()
ROWS, COLUMNS = 3, 3


def block_of(whole: np.ndarray, part: np.ndarray) -> Block:
    """Two counts of the same table with its margins; one is a part of the other."""
    tables = [_with_margins(each) for each in (whole, part)]
    value = np.concatenate([each.ravel() for each in tables])
    size = (ROWS + 1) * (COLUMNS + 1)
    place = np.arange(size).reshape(ROWS + 1, COLUMNS + 1)
    lines = [*place, *place.T]
    every = [line + shift for shift in (0, size) for line in lines]
    cells = np.concatenate([np.sort(line) for line in every])
    number = np.repeat(np.arange(len(every)), [len(line) for line in every])
    last = np.concatenate([np.arange(len(line)) == len(line) - 1 for line in every])
    cost = value[cells] + last * 1e6
    order = np.lexsort((cells, cost, number))
    spot = np.tile(np.arange(size), 2)
    codes = {"component": np.repeat([0, 1], size), "region": np.tile(place, 2).ravel()}
    names = {each.division for each in ways.WAYS}
    divisions = {name: codes.get(name, np.zeros(2 * size, int)) for name in names}
    return Block(
        value=value,
        known=np.zeros(2 * size, np.bool_),
        lines=Lines(
            line=number[order], cell=cells[order], total=last[order], cost=cost[order],
            holds=np.full(len(every), EXACT), count=len(every),
        ),
        pairs=np.column_stack([np.arange(size) + size, np.arange(size)]),
        limits=np.column_stack([np.arange(size) + size, np.arange(size)]),
        divisions=divisions,
        spot=spot,
    )  # fmt: skip


def _with_margins(inner: np.ndarray) -> np.ndarray:
    rows = np.vstack([inner, inner.sum(axis=0)])
    return np.hstack([rows, rows.sum(axis=1, keepdims=True)])


def widths(block: Block, hidden: np.ndarray, low: float) -> np.ndarray:
    """How wide each hidden count is, by two linear programs a count."""
    system = system_of(block.lines, block.limits, hidden, block.value)
    found = []
    for cell in range(len(system.cells)):
        ends = []
        for sign in (1.0, -1.0):
            goal = np.zeros(len(system.cells))
            goal[cell] = sign
            solved = linprog(
                goal, A_eq=system.sums, b_eq=system.total, A_ub=system.parts,
                b_ub=system.room, bounds=(low, None),
            )  # fmt: skip
            ends.append(solved.x[cell] if solved.status == 0 else -sign * np.inf)
        found.append(ends[1] - ends[0])
    return np.array(found)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    size = ROWS * COLUMNS
    counts = st.one_of(st.integers(0, 15), st.integers(0, 200))
    whole = np.array(draw(st.lists(counts, min_size=size, max_size=size)))
    share = draw(st.lists(st.floats(0, 1), min_size=size, max_size=size))
    shape = (ROWS, COLUMNS)
    part = np.floor(whole * np.array(share)).astype(np.int64)
    return block_of(whole.reshape(shape), part.reshape(shape))


@settings(deadline=None, max_examples=20)
@given(blocks())
def test_no_hidden_count_is_narrow_for_either_reader(block: Block) -> None:
    small = (block.value >= 1) & (block.value <= POLICY.threshold)
    hidden = guarded(block, small, POLICY)
    assert (hidden >= small).all()
    if hidden.all() or not hidden.any():
        return
    assert widths(block, hidden, 0.0).min() >= POLICY.width - 1e-6
    assert widths(block, hidden, 1.0).min() >= POLICY.width_knowing - 1e-6


@pytest.mark.parametrize("most", [3, 10])
def test_problems_that_are_too_large_are_not_needed(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """With small problems alone more may be hidden, but nothing is left narrow."""
    monkeypatch.setattr(ways, "_MOST_COLUMNS", most)
    draw = np.random.default_rng(most)
    whole = draw.integers(0, 60, (ROWS, COLUMNS))
    block = block_of(whole, whole // 2)
    small = (block.value >= 1) & (block.value <= POLICY.threshold)
    hidden = guarded(block, small, POLICY)
    if not hidden.all():
        assert widths(block, hidden, 0.0).min() >= POLICY.width - 1e-6
