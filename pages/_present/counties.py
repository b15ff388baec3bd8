"""The counties of a state by name, with their region and number of children."""

from collections.abc import Mapping

from components.views import COUNT, Column, Link, PageHead, Quantity, Row, Table
from data.state import load_state
from metrics.model import Measure
from metrics.places import Place, Places
from metrics.selection import Selection
from pages import _wiring
from pages._present.about import about, day
from pages._present.promises import latest_of
from pages._words import county as words


def counties_head(state: str) -> PageHead:
    """The question, and that counties are not ranked."""
    here, file = about(state), load_state(state)
    return PageHead(
        question=words.COUNTIES_QUESTION.format(county=file.county_noun),
        lead=words.COUNTIES_LEAD.format(
            n=len(_wiring.outcomes().places(state).counties),
            counties=file.counties_noun,
            state=here.state_name,
        ),
        context=(
            here.state_name,
            words.DATA_TO.format(day=day(here.vintage.data_end)),
        ),
    )


def counties_table(state: str) -> Table:
    """One row a county: a link, its region if there are regions, its children."""
    places, file = _wiring.outcomes().places(state), load_state(state)
    sizes, window = _children(state)
    columns = [Column(name=file.county_noun.title(), align="text")]
    if places.regions:
        columns.append(Column(name=words.REGION_HEAD, align="text"))
    columns.append(Column(name=words.CHILDREN, unit=COUNT))
    notes = (words.POPULATION_OF.format(window=window),) if window else ()
    regions = {each.code: each.name for each in places.regions}
    return Table(
        caption=words.COUNTIES_CAPTION.format(
            counties=file.counties_noun, state=file.name
        ),
        columns=tuple(columns),
        rows=tuple(_row(each, places, regions, sizes) for each in places.counties),
        notes=(*notes, here_note(state)),
    )


def here_note(state: str) -> str:
    """What must be known about regions."""
    return _wiring.outcomes().vintage(state).regions_note


def _row(
    county: Place,
    places: Places,
    regions: Mapping[str, str],
    sizes: Mapping[str, float],
) -> Row:
    link = Link(text=county.name, href=_wiring.href(f"county/{county.code}"))
    size = Quantity(value=sizes.get(county.code))
    if places.regions:
        return Row(cells=(link, regions.get(county.parent, ""), size))
    return Row(cells=(link, size))


def _children(state: str) -> tuple[dict[str, float], str]:
    """Children by county at the newest window of a measure out of all children."""
    for measure in _wiring.outcomes().measures(state):
        key = latest_of(state, measure)
        if key and _out_of_children(measure):
            asked = Selection(
                state=state, measure=measure.id, by="county", windows=(key,)
            )
            table = _wiring.outcomes().table(asked)
            sizes = {row.geography: row.denominator for row in table}
            return sizes, about(state).window(key).label
    return {}, ""


def _out_of_children(measure: Measure) -> bool:
    return measure.denominator.startswith("population.")
