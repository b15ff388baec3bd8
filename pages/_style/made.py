"""Made-up numbers, and what all samples share."""

from components import views as v

PER_1000 = v.Unit(name="per 1,000 children", suffix="\u00a0per 1,000", decimals=1)
MOVES = v.Unit(name="moves per 1,000 days", suffix=" moves per 1,000 days", decimals=2)
CHILDREN = v.Unit(name="children", decimals=0)
SOURCE = "Demonstration state, built 1 July 2025; data to 30 June 2025."
YEARS = tuple(str(year) for year in range(2013, 2026))
HIDDEN = v.Quantity(status="hidden")


def rate(value: float, half: float, n: int = 0, *flags: str) -> v.Quantity:
    """A made-up percentage with its interval and counts."""
    below = n or None
    return v.Quantity(
        value=value,
        lower=max(0.0, value - half),
        upper=value + half,
        numerator=round(n * value / 100) if n else None,
        denominator=below,
        flags=flags,
    )


def ratio(value: float, spread: float, *flags: str) -> v.Quantity:
    """A made-up ratio; the interval is as wide on the logarithmic axis."""
    return v.Quantity(
        value=value, lower=value / spread, upper=value * spread, flags=flags
    )
