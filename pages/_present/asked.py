"""What an address or the controls of a page ask for, checked."""

from collections.abc import Mapping

from metrics.errors import BadSelection, NoData
from metrics.groups import GROUPS
from metrics.model import Measure
from pages import _wiring
from pages._present.about import About, about

REFERENCES = ("white_nh", "others", "state")


def place_of(query: Mapping[str, object]) -> About:
    """The place that an address names as county, region or place. Raises BadSelection.

    A county alone names its state too.
    """
    county = _wiring.read(query, "county") or _wiring.read(query, "place")
    region = _wiring.read(query, "region")
    if region and not county:
        county = f"region:{region.removeprefix('region:')}"
    lone = county.isdigit() and "state" not in query
    state = _wiring.state_of_county(county) if lone else _wiring.state_of(query)
    return about(state, "" if county == state else county)


def measure_of(id: str, state: str) -> Measure:
    """The measure, if the state has it. Raises UnknownMeasure or BadSelection."""
    door = _wiring.outcomes()
    measure: Measure = door.measure(id)
    if measure not in door.measures(state):
        raise NoData(
            f"There are no figures of “{measure.title}” for "
            f"{door.places(state).state.name}."
        )
    return measure


def dimension_of(wanted: str, offered: tuple[str, ...]) -> str:
    """The breakdown asked for, or the first one. Raises BadSelection."""
    if wanted and wanted not in offered:
        listed = ", ".join(offered) or "none"
        raise BadSelection(
            f"There is no breakdown “{wanted[:20]}” here, only: {listed}."
        )
    return wanted or (offered[0] if offered else "")


def reference_of(wanted: str, dimension: str) -> str:
    """The reference asked for, or the usual one. Raises BadSelection."""
    codes = tuple(each.code for each in GROUPS.get(dimension, ()) if each.known)
    if wanted and wanted not in (*REFERENCES, *codes):
        raise BadSelection(f"There is no group “{wanted[:20]}” to compare with.")
    return wanted or "white_nh"


def window_of(about: About, wanted: str, measure: Measure, kind: str = "") -> str:
    """The window asked for, or the newest of a kind that is mature for the measure."""
    if wanted:
        return about.window(wanted).key
    door = _wiring.outcomes()
    try:
        return str(door.latest(about.state, measure, kind))
    except NoData:
        if not kind:
            raise
    return str(door.latest(about.state, measure))
