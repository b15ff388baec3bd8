"""Cells that are hidden jointly, and what is proven about how wide they are."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from metrics.privacy.lines import Booleans, Integers, Lines
from metrics.privacy.system import Floats

_NEAR = 1e-6


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
        cells=open_ & (proof.high - proof.low < aim.width - _NEAR),
        rests=few & (proof.rest_high - proof.rest_low < aim.width - _NEAR),
    )


def _rest(block: Block, counts: Floats) -> Floats:
    pairs = block.pairs
    return np.asarray(counts[pairs[:, 1]] - counts[pairs[:, 0]], np.float64)
