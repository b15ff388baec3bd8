"""Bounds from single sums: never narrower than what all sums together allow."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from scipy.optimize import linprog

from metrics.privacy.outer import narrow
from metrics.privacy.system import System

BOX, WIDTH = 20.0, 10.0


@st.composite
def systems(draw: st.DrawFn) -> System:
    """Hidden cells of a table, its sums by row and by column, and a few limits."""
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(2, 4))
    size = rows * columns
    counts = draw(st.lists(st.integers(0, 25), min_size=size, max_size=size))
    truth = np.array(counts, np.float64)
    number = np.arange(size).reshape(rows, columns)
    lines = [*number, *(number[:, i] for i in range(draw(st.integers(0, columns))))]
    sums = np.zeros((len(lines), size))
    for row, line in enumerate(lines):
        sums[row, line] = 1.0
    # The last of the first line may be the total of the others.
    if draw(st.booleans()):
        sums[0, number[0, -1]] = -1.0
    pairs = draw(st.lists(st.tuples(*[st.integers(0, size - 1)] * 2), max_size=3))
    parts = np.zeros((len(pairs), size))
    for row, (part, whole) in enumerate(pairs):
        parts[row, part] += 1.0
        parts[row, whole] -= 1.0
    return System(
        cells=np.arange(size),
        truth=truth,
        sums=sparse.csr_matrix(sums),
        total=sums @ truth,
        parts=sparse.csr_matrix(parts),
        room=np.maximum(0.0, parts @ truth),
    )


def exact(system: System, low: float) -> np.ndarray:
    """The width of every cell by linear programming, within the same box."""
    least = np.maximum(low, system.truth - BOX)
    bounds = np.column_stack([np.minimum(least, system.truth), system.truth + BOX])
    found = []
    for cell in range(len(system.truth)):
        ends = []
        for sign in (1.0, -1.0):
            goal = np.zeros(len(system.truth))
            goal[cell] = sign
            some = system.parts.shape[0] > 0
            solved = linprog(
                goal,
                A_eq=system.sums,
                b_eq=system.total,
                A_ub=system.parts if some else None,
                b_ub=system.room if some else None,
                bounds=bounds,
            )
            assert solved.status == 0
            ends.append(solved.x[cell])
        found.append(ends[1] - ends[0])
    return np.array(found)


@given(systems())
def test_what_single_sums_find_narrow_is_narrow(system: System) -> None:
    found = narrow(system, low=0.0, width=WIDTH, box=BOX)
    assert (exact(system, 0.0)[found] < WIDTH).all()


def test_two_small_cells_of_one_sum_are_narrow() -> None:
    """3 and 4 hidden under a shown 7: each lies between 0 and 7."""
    alone = sparse.csr_matrix(np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]))
    truth = np.array([3.0, 4.0, 9.0])
    none = sparse.csr_matrix((0, 3))
    system = System(
        cells=np.arange(3),
        truth=truth,
        sums=alone,
        total=alone @ truth,
        parts=none,
        room=np.zeros(0),
    )
    assert narrow(system, low=0.0, width=10.0, box=20.0).tolist() == [True] * 3
    assert narrow(system, low=0.0, width=7.0, box=20.0).tolist() == [False, False, True]


def test_a_whole_that_cannot_grow_keeps_its_part_narrow() -> None:
    """A part of at most 6, and 6 is shown."""
    system = System(
        cells=np.arange(1),
        truth=np.array([2.0]),
        sums=sparse.csr_matrix((0, 1)),
        total=np.zeros(0),
        parts=sparse.csr_matrix(np.array([[1.0]])),
        room=np.array([6.0]),
    )
    assert narrow(system, low=0.0, width=10.0, box=20.0).all()
    assert not narrow(system, low=0.0, width=6.0, box=20.0).any()
