"""Children who are in no group: their share at every step, and where it is large."""

from components.views import PERCENT, Cell, Column, Quantity, Row, Table
from metrics.model import Measure
from pages._present import basics
from pages._present.pathway_asking import Answers, View
from pages._words import disparity as words


def table(view: View, found: Answers) -> Table:
    """A row a step: how many are not known, out of how many."""
    heads = words.UNKNOWN_COLUMNS
    units = (None, basics.WHOLE, basics.WHOLE, PERCENT)
    what = dict(words.UNKNOWN_WHAT)[view.dim]
    return Table(
        caption=words.UNKNOWN.format(what=what),
        columns=tuple(
            Column(name=name, unit=unit, align="number" if unit else "text")
            for name, unit in zip(heads, units, strict=True)
        ),
        rows=tuple(Row(cells=_cells(found, m)) for m in view.steps),
        sortable=False,
    )


def _cells(found: Answers, measure: Measure) -> tuple[Cell, ...]:
    row, every = found.in_no_group(measure)
    part = found.unknown_share(measure)
    shown = Quantity(value=None if part is None else 100 * part)
    hidden = row.status == "hidden"
    return (
        measure.step.label if measure.step else measure.title,
        basics.count_cell(row, "numerator"),
        basics.count_cell(every, "numerator"),
        Quantity(status="hidden") if hidden else shown,
    )
