"""What so many children could show: the sentences about one county."""

from metrics.narrative_small import disparity_or_wider
from metrics.places import Place
from metrics.table import MeasureRow
from pages import _wiring
from pages._present.side_asking import Answers, View
from pages._present.side_head import place_name
from pages._present.small_numbers import would_show
from pages._words import side_by_side as words


def sentences(view: View, found: Answers) -> tuple[str, ...]:
    """The county's comparison or that of its region, and what would have shown."""
    if view.marked is None:
        mark = words.MARK
        return (words.POWER_CHOOSE.format(mark=mark, **view.said),)
    row = found.rows.row(geography=view.marked.place.code)
    return (_told(view, found, row), *_power(view, found, row))


def _power(view: View, found: Answers, row: MeasureRow) -> tuple[str, ...]:
    place = place_name(view, view.marked.place.name if view.marked else "")
    said = ""
    if found.side is not None:
        said = would_show(
            row,
            float(found.side.n2[found.side.codes.index(row.geography)]),
            found.state,
            found.state_reference,
            measure=view.measure,
            place=place,
            group_children=view.group.children,
        )
    if not said:
        return (words.POWER_HIDDEN.format(place=place),)
    return said, words.POWER_RATE.format(**view.said)


def _told(view: View, found: Answers, row: MeasureRow) -> str:
    wider, name = _around(view, found)
    return disparity_or_wider(
        row,
        wider,
        measure=view.measure,
        place=place_name(view, view.marked.place.name if view.marked else ""),
        wider_place=name,
        window=view.label,
        group_children=view.group.children,
        reference_children=view.said["reference"],
    )


def _around(view: View, found: Answers) -> tuple[MeasureRow, str]:
    """The region of the county or, if it has none, the state."""
    region = region_of(view.about.state, view.marked.place if view.marked else None)
    if region is None:
        return found.state, view.about.name
    table = _wiring.outcomes().table(view.groups(region.code))
    return table.row(group=view.group.code), region.name


def region_of(state: str, county: Place | None) -> Place | None:
    """The region that a county lies in."""
    regions = _wiring.outcomes().places(state).regions
    return next((r for r in regions if county and r.code == county.parent), None)
