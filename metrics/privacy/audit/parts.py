"""A large piece attacked part by part: the ways it is taken apart, again and again."""

from collections.abc import Sequence

import numpy as np

from metrics.privacy.audit.knowledge import Known
from metrics.privacy.audit.limits import Floats, Integers
from metrics.privacy.audit.near import Ground, place
from metrics.privacy.audit.reach import reach_of, widen
from metrics.privacy.audit.seen import Seen
from metrics.privacy.audit.slots import Slots
from metrics.privacy.audit.solver import Unsolved, smallest
from metrics.privacy.audit.walk import Rows, parts_of, passed
from metrics.privacy.audit.whole import Contradiction, solve

_FIRST_REACH, _LEAST_REACH, _FEW, _LARGEST = 60.0, 20.0, 0.25, 3_000
# Of so many the exact limits are worked out; where more are left much is wrong.
_WHOLE = 20


def partitions(slots: Slots) -> tuple[Integers, ...]:
    """Numbers that say which hidden counts move together, one array a partition."""
    ways = (
        (slots.region,),
        (slots.dimension, slots.window),
        (slots.component, slots.window),
        (slots.region, slots.wider),
        (slots.region, slots.dimension),
        (slots.dimension,),
    )
    found: list[Integers] = []
    for way in ways:
        label = np.unique(np.stack(way, axis=1), axis=0, return_inverse=True)[1].ravel()
        if not any(np.array_equal(label, each) for each in found):
            found.append(label)
    return tuple(found)


def first(rows: Rows) -> Floats:
    """Any point that satisfies everything; raises Contradiction if there is none."""
    size = rows.matrix.shape[1]
    bounds = np.full(size, rows.low), np.full(size, np.inf)
    said = "no point holds"
    for inside in (True, False):
        try:
            found = smallest(
                np.zeros(size), rows.matrix, rows.right, rows.equal, bounds,
                inside=inside,
            )  # fmt: skip
        except Unsolved as problem:
            said = str(problem)
            continue
        if rows.holds(found):
            return found
    raise Contradiction(said)


def middle(
    ground: Ground,
    seen: Seen,
    ways: Sequence[Integers],
    width: float,
    draw: np.random.Generator,
) -> Floats:
    """A point away from the limits: the mean of those of a first walk."""
    point = first(seen.rows)
    seen.see(point)
    every = np.arange(seen.size)
    counts = np.arange(len(seen.least)) < seen.size
    points = [point]
    for way in ways:
        goal = seen.goal(counts, (point - seen.rows.low) / width, draw)
        parts = parts_of(ground.by_column, every, way)
        point = passed(ground.rows, parts, point, goal, _FIRST_REACH)
        if seen.see(point):
            points.append(point)
    centre = np.asarray(np.mean(points, axis=0), np.float64)
    return centre if seen.see(centre) else points[0]


def walk(
    ground: Ground,
    seen: Seen,
    centre: Floats,
    ways: Sequence[Integers],
    width: float,
    worth: int,
    draw: np.random.Generator,
) -> Floats:
    """Walks around the centre, by every partition while it still clears something.

    A partition is used again if it cleared one form for each `worth` counts that it
    moved. Ends at a new centre.
    """
    alive = list(range(len(ways)))
    while alive:
        point, points = centre, [centre]
        for number in [*alive]:
            before = int(seen.open(width).sum())
            if not before:
                return centre
            point, size = _pass(ground, seen, point, ways[number], width, draw)
            if seen.see(point):
                points.append(point)
            else:
                point = centre
            if (before - int(seen.open(width).sum())) * worth < size:
                alive.remove(number)
        after = (centre + np.mean(points, axis=0)) / 2
        centre = after if seen.see(after) else centre
    return centre


def _pass(
    ground: Ground,
    seen: Seen,
    point: Floats,
    way: Integers,
    width: float,
    draw: np.random.Generator,
) -> tuple[Floats, int]:
    """One pass by one partition; of few open counts only what is near them moves.

    The point it ends at, and how many counts could move.
    """
    open_ = seen.open(width)
    goal = seen.goal(open_, np.maximum(0.0, point - seen.rows.low) / width, draw)
    columns = np.arange(seen.size)
    if open_.sum() < _FEW * seen.size:
        near = ground.around(ground.around(seen.columns(open_)))
        columns = np.flatnonzero(near)
    parts = parts_of(ground.by_column, columns, way[columns])
    goes = passed(ground.rows, parts, point, goal, max(_LEAST_REACH, 2 * width))
    return goes, len(columns)


def finish(
    known: Known, ground: Ground, seen: Seen, centre: Floats, width: float
) -> None:
    """What is left, one by one: with everything, with what is near, and exactly."""
    reach = reach_of(seen.rows, centre)
    for form in np.flatnonzero(seen.open(width)).tolist():
        widen(reach, seen, form, width)
        if seen.open(width)[form]:
            place(ground, seen, form, centre, width, known.slots.region, _LARGEST)
    for form in np.flatnonzero(seen.open(width))[:_WHOLE].tolist():
        if seen.open(width)[form]:
            _solve_all(known, seen, form)


def _solve_all(known: Known, seen: Seen, form: int) -> None:
    """The exact limits of a form."""
    goal = seen.forms[[form]].toarray()[0]
    bottom = solve(known, goal, seen.rows.low, None, large=True)
    top = solve(known, -goal, seen.rows.low, None, large=True)
    seen.see(bottom)
    seen.bound(form, float(goal @ bottom), np.inf)
    if np.isfinite(top).all():
        seen.see(top)
        seen.bound(form, -np.inf, float(goal @ top))
    else:
        seen.most[form] = np.inf
