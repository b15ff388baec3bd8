"""The rule for small numbers, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Policy:
    """A count of 1 to `threshold` people is hidden; zero is shown.

    `least_hidden_sum`: the hidden cells of a line whose total is shown must add up
    to more than this, or one more cell is hidden.
    """

    name: str = "1 to 10 hidden, zero shown, one more cell a line"
    threshold: int = 10
    least_hidden_sum: int = 10
