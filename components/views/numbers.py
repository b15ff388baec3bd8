"""Numbers as they may be shown: units, quantities, why one is not shown."""

from dataclasses import dataclass
from math import isfinite
from typing import Literal

Status = Literal[
    "shown", "hidden", "not estimable", "no data", "unreliable", "reference"
]
IMMATURE, UNRELIABLE, CARE, BREAK = (
    "immature",
    "unreliable",
    "use with care",
    "series break",
)
_NUMBERS = ("value", "lower", "upper", "numerator", "denominator")


@dataclass(frozen=True, kw_only=True)
class Unit:
    """How a number is written: decimals, what follows it, its name in a table head."""

    name: str = ""
    suffix: str = ""
    decimals: int = 1


PERCENT = Unit(name="%", suffix="\u00a0%")
RATIO = Unit(name="ratio", suffix="\u00a0times", decimals=2)
COUNT = Unit(name="number", decimals=0)


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """One number as it may be shown, or the reason why it is not.

    NaN becomes None. A quantity that is not shown refuses to hold numbers, so no
    drawing can leak one. `method` is how its interval was worked out.
    """

    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    status: Status = "shown"
    flags: tuple[str, ...] = ()
    method: str = ""

    def __post_init__(self) -> None:
        numbers = (self.value, self.lower, self.upper, self.numerator, self.denominator)
        for name, number in zip(_NUMBERS, numbers, strict=True):
            if number is not None and not isfinite(number):
                object.__setattr__(self, name, None)
        if self.status == "shown" and self.value is None:
            object.__setattr__(self, "status", "no data")
        if self.status == "hidden" and self._holds_numbers():
            raise ValueError("a hidden quantity may not hold a number")
        if self.status != "shown":
            for name in ("value", "lower", "upper"):
                object.__setattr__(self, name, None)

    def _holds_numbers(self) -> bool:
        return any(
            each is not None
            for each in (self.value, self.lower, self.upper, self.numerator)
        )

    @property
    def shown(self) -> bool:
        return self.status == "shown"

    @property
    def final(self) -> bool:
        """Shown, and its children followed long enough to be drawn in a line."""
        return self.shown and not self.has(IMMATURE)

    def has(self, flag: str) -> bool:
        return flag in self.flags

    @property
    def hollow(self) -> bool:
        return self.has(UNRELIABLE) or self.has(CARE) or self.has(IMMATURE)
