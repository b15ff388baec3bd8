"""One form moved as far as is wanted, with everything that is known of a piece.

A program that only asks for some point so far away, and starts from one that holds, is
solved many times as quickly as the farthest point is found.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from metrics.privacy.audit.limits import Floats
from metrics.privacy.audit.seen import EXACT, Seen
from metrics.privacy.audit.solver import Unsolved, smallest
from metrics.privacy.audit.walk import Rows

_MORE = 1e-5


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Changes of a point: `both` is over what is added and then what is taken away."""

    rows: Rows
    both: Any
    spare: Floats
    point: Floats

    def moved(self, goal: Floats, distance: float) -> Floats | None:
        """A point whose goal is greater by `distance` (less, if it is negative)."""
        sign, size = np.sign(distance), len(self.point)
        far = sparse.csr_matrix(np.concatenate([-sign * goal, sign * goal]))
        below = np.maximum(0.0, self.point - self.rows.low)
        try:
            change = smallest(
                np.zeros(2 * size),
                sparse.vstack([self.both, far]).tocsr(),
                np.append(self.spare, -abs(distance)),
                np.append(self.rows.equal, False),
                (np.zeros(2 * size), np.append(np.full(size, np.inf), below)),
            )
        except Unsolved:
            return None
        return np.asarray(self.point + change[:size] - change[size:], np.float64)


def reach_of(rows: Rows, point: Floats) -> Reach:
    """All that can be reached from a point that satisfies everything."""
    spare = np.maximum(0.0, rows.right - rows.matrix @ point)
    return Reach(
        rows=rows,
        both=sparse.hstack([rows.matrix, -rows.matrix]).tocsr(),
        spare=np.where(rows.equal, 0.0, spare),
        point=point,
    )


def widen(reach: Reach, seen: Seen, form: int, width: float) -> None:
    """Look for a point that shows one form to be wide enough: above, else below."""
    goal = seen.forms[[form]].toarray()[0]
    now = float(goal @ reach.point)
    targets = [seen.least[form] + width + _MORE, seen.most[form] - width - _MORE]
    # A remainder that may be nothing tells nothing.
    targets += [EXACT - _MORE] if form >= seen.size else []
    for target in targets:
        if seen.open(width)[form] and abs(target - now) > _MORE:
            point = reach.moved(goal, target - now)
            if point is not None:
                seen.see(point)
