"""The rule for small numbers, as data."""

from dataclasses import dataclass

from data.state_model import Privacy


@dataclass(frozen=True, kw_only=True)
class Policy:
    """A count of 1 to `threshold` people is hidden; zero is shown, or not told.

    `least_hidden_sum`: the hidden cells of a line whose total is shown must add up
    to more than this, or one more cell is hidden; so too if each of them is at most
    `each_at_least`. `width`: from all that is shown together no hidden count can be
    placed in an interval narrower than this; `width_knowing` is the same for a reader
    who knows that a hidden count is never zero. Shown counts of people are rounded to
    multiples of `rounding`. `hide_revisions`: a count that an earlier edition showed
    and that has changed by 1 to `threshold` is hidden.
    """

    name: str = "1 to 10 hidden, zero shown"
    threshold: int = 10
    zero_shown: bool = True
    least_hidden_sum: int = 10
    each_at_least: int = 0
    width: int = 10
    width_knowing: int = 2
    rounding: int = 1
    hide_revisions: bool = True

    def is_small(self, count: int) -> bool:
        """Whether a count of people may not be told."""
        return 1 <= count <= self.threshold

    def needs_another(self, hidden: tuple[int, ...]) -> bool:
        """Whether a line with these hidden counts and a shown total is still open."""
        alone = len(hidden) == 1
        few = bool(hidden) and sum(hidden) <= self.least_hidden_sum
        return alone or few or (bool(hidden) and max(hidden) <= self.each_at_least)


def policy_of(rules: Privacy) -> Policy:
    """The policy that a state's file asks for."""
    zero = "zero shown" if rules.zero_shown else "zero not told"
    rounded = f", the rest rounded to {rules.rounding}" if rules.rounding > 1 else ""
    return Policy(
        name=f"{rules.policy}: 1 to {rules.threshold} hidden, {zero}{rounded}",
        threshold=rules.threshold,
        zero_shown=rules.zero_shown,
        least_hidden_sum=rules.least_hidden_sum,
        each_at_least=rules.each_at_least,
        width=rules.width,
        rounding=rules.rounding,
        hide_revisions=rules.hide_revisions,
    )
