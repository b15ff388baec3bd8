"""Ways to look for points: which cells move together while all others are held.

A small problem is solved a hundred times as quickly as a large one, and different
divisions of the cells free different counts. So all of them are tried, again and again
the one that promised most for its cost, until none promises much.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf

import numpy as np
from scipy import sparse

from metrics.privacy.lines import Booleans, Integers
from metrics.privacy.proof import Block
from metrics.privacy.system import System
from metrics.privacy.walk import Step, steps_of

# Where so few cells are wanted, only what is near them is looked at.
_FEW = 0.03
# A problem of more columns is not tried.
_MOST_COLUMNS = 8_000
# What is not tried for a while may free more again.
_RECOVERY = 1.15
# A way that frees fewer cells for its cost is given up: one by one they cost as much.
_LEAST = 1 / 3_000


@dataclass(frozen=True, kw_only=True)
class Way:
    """A division of the cells, or of those so many rings around the wanted ones."""

    division: str
    rings: int = 0


RINGS = (
    Way(division="table", rings=1),
    Way(division="dimension", rings=2),
    Way(division="region", rings=3),
    Way(division="table", rings=3),
    Way(division="table"),
)
WAYS = (
    Way(division="component"),
    Way(division="component and dimension"),
    Way(division="region's counties"),
    Way(division="region and dimension"),
    Way(division="dimension and window"),
    Way(division="region"),
    Way(division="dimension"),
    *RINGS,
)


@dataclass(kw_only=True)
class Search:
    """Chooses the next way; costs are counted in columns, never by the clock."""

    block: Block
    system: System
    left: int
    promise: dict[Way, float] = field(init=False)

    def __post_init__(self) -> None:
        few = self.left < _FEW * len(self.system.cells)
        self.promise = dict.fromkeys(RINGS if few else WAYS, inf)
        parts = [abs(self.system.sums), abs(self.system.parts)]
        self._tied = sparse.vstack(parts).tocsr()
        self._whole: dict[str, tuple[Step, ...]] = {}

    def next(self, wanted: Booleans) -> tuple[Way, tuple[Step, ...]] | None:
        """The way that promises most and its steps; None if none promises enough.

        `wanted` are cells of the system.
        """
        for way in sorted(self.promise, key=lambda each: -self.promise[each]):
            steps = self._steps(way, wanted)
            if steps and self.promise[way] >= _LEAST:
                return way, steps
        return None

    def tables(self) -> tuple[Step, ...]:
        """Every table as a whole, however large."""
        return self._divided("table")

    def learn(self, way: Way, steps: tuple[Step, ...], freed: int) -> None:
        """Remember what a way freed for its cost."""
        for each in self.promise:
            self.promise[each] *= _RECOVERY
        self.promise[way] = freed / cost(steps)

    def _steps(self, way: Way, wanted: Booleans) -> tuple[Step, ...]:
        """The steps of a way, or none if they would be too large."""
        steps = self._rings(way, wanted) if way.rings else self._divided(way.division)
        steps = tuple(each for each in steps if wanted[each.columns].any())
        return steps if max(_sizes(steps), default=0) <= _MOST_COLUMNS else ()

    def _divided(self, division: str) -> tuple[Step, ...]:
        if division not in self._whole:
            codes = self.block.divisions[division][self.system.cells]
            self._whole[division] = steps_of(self.system, codes)
        return self._whole[division]

    def _rings(self, way: Way, wanted: Booleans) -> tuple[Step, ...]:
        near = wanted.astype(np.float64)
        for _ in range(way.rings):
            near = ((self._tied.T @ (self._tied @ near)) > 0).astype(np.float64)
        codes: Integers = self.block.divisions[way.division][self.system.cells]
        return steps_of(self.system, np.where(near > 0, codes, -1))


def cost(steps: tuple[Step, ...]) -> float:
    """What solving some steps costs: in columns, and those of large steps count more.

    Fitted to seconds: a step of 3,000 columns takes twice as long a column as a small
    one, a step of 14,000 twenty times as long.
    """
    return float(sum(size * (1 + (size / 3_000) ** 2) for size in _sizes(steps)))


def _sizes(steps: tuple[Step, ...]) -> Iterator[int]:
    return (len(step.columns) for step in steps)
