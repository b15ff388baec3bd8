"""A county in which no groups can be compared: what is known around it instead."""

from dataclasses import replace
from math import isfinite

from metrics.benchmarks import comparable
from metrics.groups import REFERENCES, group
from metrics.narrative import disparity_sentence
from metrics.narrative_small import disparity_or_wider
from metrics.table import MeasureRow, MeasureTable
from pages import _wiring
from pages._present import basics
from pages._present.about import About
from pages._present.side_power import region_of
from pages._present.small_numbers import would_show
from pages._words import county as words

DIM = "race"


def too_few(about: About, name: str, here: MeasureTable) -> str:
    """That nothing can be compared, the region's figure, and what would have shown."""
    whole, around, around_name = _wider(about, here)
    code = _largest(here) or _largest(whole)
    if not code:
        return words.GAP_TOO_FEW.format(county=name)
    row, wider, state = (each.row(group=code) for each in (here, around, whole))
    reference = REFERENCES[DIM]
    said = disparity_or_wider(
        row,
        wider,
        measure=here.measure,
        place=name,
        wider_place=around_name,
        window=about.window(row.window).label,
        group_children=group(DIM, code).children,
        reference_children=basics.reference_children(DIM, reference, about.providers),
    )
    shows = would_show(
        row,
        here.row(group=reference),
        state,
        whole.row(group=reference),
        measure=here.measure,
        place=name,
        group_children=group(DIM, code).children,
    )
    whole_says = ""
    if around is not whole and not comparable(wider):
        whole_says = _of_state(about, state, here)
    return " ".join(filter(None, (said, whole_says, shows)))


def _of_state(about: About, row: MeasureRow, here: MeasureTable) -> str:
    """The state's own figure, where nothing can be said of the region either."""
    return disparity_sentence(
        row,
        measure=here.measure,
        place=about.state_name,
        window=about.window(row.window).label,
        group_children=group(DIM, row.group).children,
        reference_children=basics.reference_children(
            DIM, REFERENCES[DIM], about.providers
        ),
    )


def _wider(about: About, here: MeasureTable) -> tuple[MeasureTable, MeasureTable, str]:
    """The same groups in the state, and in the region (the state if there is none)."""
    region = region_of(about.state, about.place)
    asked = [replace(here.selection, place="")]
    asked += [replace(here.selection, place=region.code)] if region else []
    whole, *rest = _wiring.outcomes().tables(asked)
    around = rest[0] if rest else whole
    return whole, around, region.name if region else about.state_name


def _largest(table: MeasureTable) -> str:
    """The group with the most children, without the reference; "" if none is shown."""
    rows = [row for row in table if _compared(row)]
    return max(rows, key=lambda row: row.denominator).group if rows else ""


def _compared(row: MeasureRow) -> bool:
    known = group(DIM, row.group).known and row.group != REFERENCES[DIM]
    there = row.status == "shown" and isfinite(row.denominator)
    return bool(known and there and row.denominator > 0)
