"""What points have shown of each hidden count and remainder, and what is still open."""

import numpy as np
from scipy import sparse

from metrics.privacy.audit.knowledge import Known
from metrics.privacy.audit.limits import Floats
from metrics.privacy.audit.outside import Bounds
from metrics.privacy.audit.walk import Booleans, Rows
from metrics.privacy.audit.whole import Found

# Below this width a count is known exactly; a remainder that may be less may be zero.
EXACT = 0.5
_NEAR = 1e-6
_FAR = 1e12


class Seen:
    """The least and most of every form - counts first, then remainders - over points.

    `least` and `most` are values that cannot be excluded; `bottom` and `top` are
    bounds that nothing gets past.
    """

    def __init__(self, known: Known, rows: Rows, bounds: Bounds) -> None:
        rests = known.rests.tocsr()
        self.size, self.rows = known.size, rows
        self.forms = sparse.vstack([sparse.identity(known.size), rests]).tocsr()
        self.least = np.full(self.forms.shape[0], np.inf)
        self.most = np.full(self.forms.shape[0], -np.inf)
        up, down = rests.maximum(0), (-rests).maximum(0)
        # Endless bounds are taken as far off, for 0 times infinity is no number.
        high = np.minimum(bounds.high, _FAR)
        self.bottom = np.concatenate([bounds.low, up @ bounds.low - down @ high])
        self.top = np.concatenate([bounds.high, up @ high - down @ bounds.low])

    def see(self, point: Floats) -> bool:
        """Count a point if it satisfies everything that is known."""
        if not self.rows.holds(point):
            return False
        value = self.forms @ point
        self.least = np.minimum(self.least, value)
        self.most = np.maximum(self.most, value)
        return True

    def also(self, other: "Seen") -> None:
        """Count the points of one who knows more: this one cannot exclude them."""
        self.least = np.minimum(self.least, other.least)
        self.most = np.maximum(self.most, other.most)

    def bound(self, form: int, low: float, high: float) -> None:
        """No point gives this form less than `low` or more than `high`."""
        self.bottom[form] = max(self.bottom[form], low)
        self.top[form] = min(self.top[form], high)

    def open(self, width: float) -> Booleans:
        """The forms of which points and bounds do not yet say how narrow they are."""
        inner, outer = self.most - self.least, self.top - self.bottom
        found = np.zeros(len(inner), np.bool_)
        for edge in (EXACT, width):
            found |= (inner < edge - _NEAR) & (outer >= edge - _NEAR)
        told = (self.least > EXACT) & (self.bottom <= width)
        sure = (self.bottom > EXACT) & (self.top <= width)
        rest = (inner < width - _NEAR) & told & ~sure
        found[self.size :] = rest[self.size :]
        return found

    def columns(self, forms: Booleans) -> Booleans:
        """The counts that these forms are made of."""
        return np.asarray(abs(self.forms).T @ forms.astype(np.float64) > 0)

    def goal(self, open_: Booleans, above: Floats, draw: np.random.Generator) -> Floats:
        """Open counts are pushed up, or down the more often the larger; remainders too.

        `above` is by how many widths each count is above the least it may be.
        """
        size, more = self.size, len(open_) - self.size
        up = draw.random(size) >= np.minimum(0.5, above / 2)
        force = np.where(up, 1.0, -1.0) * draw.random(size)
        push = np.concatenate([force, draw.uniform(-1.0, 0.5, more)]) * open_
        return np.asarray(self.forms.T @ push, np.float64)

    def found(self) -> Found:
        """What has been found: what was not shown to be wide counts as narrow."""
        size = self.size
        return Found(
            low=self.least[:size], high=self.most[:size],
            exact=(self.least <= self.bottom + _NEAR)[:size]
            & (self.most >= self.top - _NEAR)[:size],
            rest_low=self.least[size:], rest_high=self.most[size:],
            rest_floor=self.bottom[size:],
        )  # fmt: skip
