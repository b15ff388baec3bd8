"""Many places side by side: the funnel, and one small panel a place."""

from dataclasses import dataclass
from typing import Literal

from components.views.numbers import Quantity

Side = Literal["within", "warn", "alarm"]


@dataclass(frozen=True, kw_only=True)
class FunnelPlace:
    """A place in the funnel: its ratio, and how much its counts tell (`at`).

    side: within all limits, outside the inner, or outside the outer ones; `says` is
    what is told when the place is pointed at; `named` places carry their name.
    """

    name: str
    href: str
    at: float
    ratio: float
    side: Side
    says: str
    marked: bool = False
    named: bool = False


@dataclass(frozen=True, kw_only=True)
class FunnelLimits:
    """The limits for places whose counts tell so much."""

    at: float
    inner_lower: float
    inner_upper: float
    outer_lower: float
    outer_upper: float


@dataclass(frozen=True, kw_only=True)
class Funnel:
    """Places about a centre, with the limits within which chance keeps them."""

    label: str
    places: tuple[FunnelPlace, ...]
    limits: tuple[FunnelLimits, ...]
    centre: float
    centre_label: str
    few: str
    many: str
    axis: str
    less: str = ""
    more: str = ""

    def __post_init__(self) -> None:
        if self.places and len(self.limits) < 2:
            raise ValueError("a funnel needs its limits at two places at least")


@dataclass(frozen=True, kw_only=True)
class PanelPlace:
    """One place's panel: a ratio with its interval, or why there is none."""

    name: str
    href: str
    quantity: Quantity
    note: str = ""
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class PanelGroup:
    """Places that belong together; `title` is empty if there is one group only."""

    title: str
    places: tuple[PanelPlace, ...]


@dataclass(frozen=True, kw_only=True)
class Panels:
    """All panels on one logarithmic axis, with the centre drawn in each."""

    groups: tuple[PanelGroup, ...]
    centre: float | None
    centre_label: str
    less: str
    more: str
