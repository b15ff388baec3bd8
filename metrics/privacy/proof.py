"""Cells that are hidden jointly, and what is proven about how wide they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from metrics.privacy.lines import Booleans, Integers, Lines
from metrics.privacy.system import Floats

NEAR = 1e-6


@dataclass(frozen=True, kw_only=True)
class Block:
    """Cells that are hidden jointly.

    `value` and `known` (told by an earlier edition) by cell; `pairs` are a part and
    its whole, whose remainder is secret too; `limits` are parts that are at most a
    whole, also of families that nearly overlap. `divisions` are ways to divide the
    cells, each a number by cell; `spot` numbers place and group.
    """

    value: Integers
    known: Booleans
    lines: Lines
    pairs: Integers
    limits: Integers
    divisions: Mapping[str, Integers]
    spot: Integers


@dataclass(frozen=True, kw_only=True)
class Aim:
    """What is to be proven: every hidden count so wide, for a reader who knows that
    what is hidden is at least `low`.
    """

    low: float
    width: float


@dataclass(frozen=True, kw_only=True)
class Proof:
    """How far apart points have been found, by cell and by remainder."""

    low: Floats
    high: Floats
    rest_low: Floats
    rest_high: Floats

    def wider(self, block: Block, counts: Floats) -> "Proof":
        """What is proven with one more point."""
        rest = _rest(block, counts)
        return Proof(
            low=np.minimum(self.low, counts), high=np.maximum(self.high, counts),
            rest_low=np.minimum(self.rest_low, rest),
            rest_high=np.maximum(self.rest_high, rest),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Open:
    """What is not proven: cells, and remainders of two hidden cells."""

    cells: Booleans
    rests: Booleans

    @property
    def count(self) -> int:
        return int(self.cells.sum() + self.rests.sum())

    def wanted(self, block: Block) -> Booleans:
        """The cells behind what is not proven."""
        wanted = self.cells.copy()
        wanted[block.pairs[self.rests]] = True
        return wanted


@dataclass(frozen=True, kw_only=True)
class Goal:
    """What is to be proven wide: cells with a sign each; `rest` is a pair's number.

    Without `rest` it is one count, with it the remainder of a whole and its part.
    """

    cells: Integers
    signs: Floats
    rest: int | None = None

    def extent(self, block: Block, proof: Proof) -> tuple[float, float]:
        """How far below and above the truth it has been found."""
        low, high, at = proof.low, proof.high, int(self.cells[0])
        if self.rest is not None:
            low, high, at = proof.rest_low, proof.rest_high, self.rest
        true = float(self.signs @ block.value[self.cells])
        return true - float(low[at]), float(high[at]) - true


def goals(open_: Open, block: Block) -> Iterator[Goal]:
    """Each open count, and each open remainder: a whole less its part."""
    for cell in np.flatnonzero(open_.cells):
        yield Goal(cells=np.array([cell]), signs=np.array([1.0]))
    for rest in np.flatnonzero(open_.rests).tolist():
        signs = np.array([-1.0, 1.0])
        yield Goal(cells=block.pairs[rest], signs=signs, rest=rest)


def nothing(block: Block) -> Proof:
    """The proof before any point but the truth is known."""
    value = block.value.astype(np.float64)
    rest = _rest(block, value)
    return Proof(low=value, high=value, rest_low=rest, rest_high=rest)


def unproven(block: Block, hidden: Booleans, proof: Proof, aim: Aim) -> Open:
    """What is not known to be wide enough.

    A remainder is safe too where zero cannot be excluded, which only a reader who
    knows that hidden counts are not zero could.
    """
    open_ = hidden & ~block.known
    both = open_[block.pairs].all(axis=1) & (aim.low == 0)
    true = _rest(block, block.value.astype(np.float64))
    few = both & (true >= 1) & (true <= 2 * aim.width) & (proof.rest_low > 0.5)
    return Open(
        cells=open_ & (proof.high - proof.low < aim.width - NEAR),
        rests=few & (proof.rest_high - proof.rest_low < aim.width - NEAR),
    )


def _rest(block: Block, counts: Floats) -> Floats:
    pairs = block.pairs
    return np.asarray(counts[pairs[:, 1]] - counts[pairs[:, 0]], np.float64)
