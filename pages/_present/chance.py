"""How many of many comparisons chance alone would flag, in words."""

from metrics.words import count


def by_chance(expected: float) -> str:
    """A number of flags that is no whole number, as people say it."""
    if expected < 1:
        return "fewer than 1"
    return f"about {count(round(expected))}"
