"""What an address or the controls of a page ask for, checked."""

from collections.abc import Mapping
from typing import get_args

from data.codes import PopulationSource
from metrics.bases import CENSUS_YEAR
from metrics.errors import BadSelection, NoData
from metrics.groups import GROUPS
from metrics.groups import REFERENCES as REFERENCES_OF
from metrics.model import Measure
from metrics.race_schemes import FOLDED, USUAL, with_schemes
from metrics.requests import why_not_folded
from metrics.selection import Selection
from pages import _wiring
from pages._present.about import About, about

# Any measure out of the population shows which sources of it there are.
PEOPLED = "entry-rate"
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


def offered(about: About, breakdowns: tuple[str, ...]) -> tuple[str, ...]:
    """Breakdowns, with the other race scheme where the edition has it."""
    return with_schemes(breakdowns, folded=_wiring.outcomes().folds(about.state))


def dimension_of(about: About, wanted: str, breakdowns: tuple[str, ...]) -> str:
    """The breakdown asked for, or the first one. Raises BadSelection."""
    there = offered(about, breakdowns)
    if wanted == FOLDED and wanted not in there and USUAL in there:
        raise BadSelection(why_not_folded(about.vintage))
    if wanted and wanted not in there:
        listed = ", ".join(there) or "none"
        raise BadSelection(
            f"There is no breakdown “{wanted[:20]}” here, only: {listed}."
        )
    return wanted or (there[0] if there else "")


def reference_of(wanted: str, dimension: str) -> str:
    """The reference asked for, or the usual one. Raises BadSelection."""
    codes = tuple(each.code for each in GROUPS.get(dimension, ()) if each.known)
    if wanted and wanted not in (*REFERENCES, *codes):
        raise BadSelection(f"There is no group “{wanted[:20]}” to compare with.")
    return wanted or "white_nh"


def group_of(wanted: str, dimension: str, reference: str) -> str:
    """The group asked for, "" where it is not one that can be compared here.

    A group of another breakdown is passed over, so that a list of groups and the
    breakdown can change one after the other. Raises BadSelection for no group at all.
    """
    code = wanted.rpartition(":")[2]
    every = {g.code for groups in GROUPS.values() for g in groups if g.known}
    if code and code not in every:
        raise BadSelection(f"There is no group “{wanted[:20]}” to compare.")
    here = {each.code for each in GROUPS[dimension] if each.known}
    return code if code in here - {reference_code(reference, dimension)} else ""


def reference_code(reference: str, dimension: str) -> str:
    """The group that others are set against; "others" and "state" stay as they are."""
    here = {each.code for each in GROUPS[dimension] if each.known}
    if reference in here or reference in ("others", "state"):
        return reference
    return REFERENCES_OF[dimension]


def population_of(wanted: str) -> PopulationSource:
    """Where the number of children comes from. Raises BadSelection."""
    for source in get_args(PopulationSource):
        if wanted in ("", source):
            return source if wanted else "estimates"
    raise BadSelection(f"“{wanted[:20]}” is no source of the number of children.")


def census_window(about: About) -> str:
    """The newest year whose children the 2020 census counted, "" if there is none."""
    found = [w.key for w in about.of_kind() if w.population_years == (CENSUS_YEAR,)]
    return found[-1] if found else ""


def has_census(about: About) -> bool:
    """Whether staff can set the figures against the 2020 census as well."""
    key = census_window(about)
    if about.vintage.edition != "staff" or not key:
        return False
    ask = Selection(
        state=about.state, measure=PEOPLED, windows=(key,), population="census2020"
    )
    try:
        return bool(_wiring.outcomes().table(ask).row().denominator > 0)
    except NoData:
        return False


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
