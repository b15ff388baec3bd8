"""Places and vintages: what an edition says about where and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from metrics.errors import BadSelection
from metrics.selection import Level


@dataclass(frozen=True, kw_only=True)
class Place:
    """A state, a region or a county; `parent` is the code of the next wider place."""

    code: str
    name: str
    level: Level
    geo_id: int
    parent: str


@dataclass(frozen=True, kw_only=True)
class Places:
    """Every place of one state."""

    state: Place
    regions: tuple[Place, ...]
    counties: tuple[Place, ...]

    def find(self, code: str) -> Place:
        """The place with this code. Raises BadSelection if there is none."""
        wanted = code or self.state.code
        for place in (self.state, *self.regions, *self.counties):
            if place.code == wanted:
                return place
        raise BadSelection(
            f"There is no county or region “{code[:40]}” in {self.state.name}. "
            "Choose one from the list of counties."
        )

    def inside(self, place: Place, level: Level) -> tuple[Place, ...]:
        """The counties or regions inside a place, in alphabetical order."""
        found = self.counties if level == "county" else self.regions
        if place.level == "state":
            return found
        return tuple(each for each in found if each.parent == place.code)


@dataclass(frozen=True, kw_only=True)
class Vintage:
    """Where an edition comes from: what every page and export says about itself."""

    state: str
    name: str
    edition: str
    version: str
    data_start: date
    data_end: date
    built: str
    source: str
    demo: bool
    published: bool
    regions_note: str
    policy: str
    notes: Mapping[str, str]
