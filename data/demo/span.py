"""The state fiscal years that a demonstration store shows."""

from dataclasses import dataclass

from data.demo.calendar import end_of, start_of


@dataclass(frozen=True, kw_only=True)
class Span:
    """The state fiscal years that the store shows."""

    first: int
    last: int

    @property
    def start(self) -> int:
        return start_of(self.first)

    @property
    def end(self) -> int:
        return end_of(self.last)
