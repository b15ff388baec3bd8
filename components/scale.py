"""From a number to a place on an axis, in per cent of its width."""

from dataclasses import dataclass
from math import ceil, floor, log, log10

# An axis of ratios that ends before this has finer marks.
NEAR = 2.0


@dataclass(frozen=True, kw_only=True)
class Scale:
    """An axis from `low` to `high`; `log` for ratios, `flip` when less is better."""

    low: float
    high: float
    log: bool = False
    flip: bool = False

    def at(self, value: float) -> float:
        """Where the value lies, 0 to 100; beyond the ends it is held at the end."""
        if self.log:
            share = log(max(value, 1e-9) / self.low) / log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        share = min(1.0, max(0.0, share))
        return round(100 * (1 - share if self.flip else share), 2)

    def drawn(self, share: float) -> float:
        """Where a share (0 to 1) of the axis lies, as a drawing counts along it."""
        if self.log:
            return log10(self.low) + share * log10(self.high / self.low)
        return self.low + share * (self.high - self.low)

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


def step_of(span: float, *, about: int = 4) -> float:
    """A round step (1, 2, 2.5, 5 x 10^k) that cuts the span into about so many."""
    raw = span / about
    power = 10 ** floor(log10(raw))
    return next(power * k for k in (1, 2, 2.5, 5, 10) if raw <= power * k * 1.0001)


def linear(values: list[float], *, zero: bool = True, about: int = 4) -> Scale:
    """A round axis around the values, from zero unless told otherwise."""
    low = min([0.0, *values] if zero else values, default=0.0)
    high = max(values, default=1.0)
    if high <= low:
        high = low + 1
    step = step_of(high - low, about=about)
    return Scale(
        low=floor(low / step + 1e-9) * step, high=ceil(high / step - 1e-9) * step
    )


def ratios(values: list[float], *, least: float = 2.0) -> Scale:
    """A logarithmic axis with 1 in the middle, at least from a half to two."""
    reach = max([least, *(max(v, 1 / v) for v in values if v > 0)])
    reach = min(10.0, reach * 1.08)
    return Scale(low=1 / reach, high=reach, log=True)


def ticks(scale: Scale, *, about: int = 4) -> tuple[float, ...]:
    """Round values along the axis."""
    if scale.log:
        far, near = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0), (0.67, 0.8, 1.0, 1.25, 1.5)
        marks = far if scale.high > NEAR else near
        return tuple(each for each in marks if scale.holds(each))
    step = step_of(scale.high - scale.low, about=about)
    count = round((scale.high - scale.low) / step)
    return tuple(round(scale.low + i * step, 10) for i in range(count + 1))
