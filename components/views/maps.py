"""The county map."""

from dataclasses import dataclass

from components.views.numbers import PERCENT, Quantity, Unit


@dataclass(frozen=True, kw_only=True)
class MapPlace:
    """A county on the map: its outline as an SVG path, its number, where it leads."""

    fips: str
    name: str
    path: str
    quantity: Quantity
    href: str = ""
    label_at: tuple[float, float] = (0.0, 0.0)
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class CountyMap:
    """All counties; `limits` are the four inner limits of five classes, rising."""

    label: str
    view_box: str
    places: tuple[MapPlace, ...]
    unit: Unit = PERCENT
    limits: tuple[float, ...] = ()
    state: float | None = None
    state_label: str = ""
