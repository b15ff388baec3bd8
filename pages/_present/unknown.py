"""Children who are in no group: their share at every step, and where it is large."""

from math import isfinite

from components.views import PERCENT, Cell, Column, Quantity, Row, Table
from metrics.model import Measure
from metrics.table import MeasureRow
from pages._present import basics
from pages._present.pathway_asking import Answers, View
from pages._words import disparity as words

LIMIT = 0.10


def share(found: Answers, measure: Measure) -> float | None:
    """The share of the children at a step who are in no group; None if not known."""
    row, every = _rows(found, measure)
    known = row.status == every.status == "shown" or row.numerator >= 0
    if not known or not every.numerator > 0 or not isfinite(row.numerator):
        return None
    return float(row.numerator / every.numerator)


def doubtful(view: View, found: Answers) -> tuple[str, ...]:
    """Steps at which too many are in no group, here or at the step before."""
    large = [(share(found, m) or 0.0) > LIMIT for m in view.steps]
    return tuple(
        measure.id
        for i, measure in enumerate(view.steps)
        if large[i] or (i > 0 and large[i - 1])
    )


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
    row, every = _rows(found, measure)
    part = share(found, measure)
    shown = Quantity(value=None if part is None else 100 * part)
    hidden = row.status == "hidden"
    return (
        measure.step.label if measure.step else measure.title,
        basics.count_cell(row, "numerator"),
        basics.count_cell(every, "numerator"),
        Quantity(status="hidden") if hidden else shown,
    )


def _rows(found: Answers, measure: Measure) -> tuple[MeasureRow, MeasureRow]:
    row = found.population[measure.id].row(group="unknown")
    (every,) = found.everyone[measure.id]
    return row, every
