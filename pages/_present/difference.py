"""Differences in children: what a ratio means in numbers, with all the counts."""

from collections.abc import Iterator, Mapping

from components import theme
from components.views import RATIO, Cell, Children, Column, Row, Table, Unit
from metrics.model import Base, Measure
from metrics.phrases import terms
from metrics.table import MeasureRow, MeasureTable
from pages._present import basics, pathway
from pages._present.pathway_asking import Answers, View
from pages._words import basics as shared
from pages._words import disparity as words

EXCESS = Unit(name=words.EXCESS_UNIT, decimals=0)
UNITS: tuple[tuple[Base, Unit], ...] = (
    ("population", Unit(name=words.PER_1000)),
    ("decision", Unit(name=words.PER_100)),
)


def table(view: View, tables: Mapping[str, MeasureTable], base: Base) -> Table:
    """The table twin of a matrix: a row a group and step, with every count."""
    unit = dict(UNITS)[base]
    title = words.PATHWAY if base == "population" else words.STEPS
    said = title.format(place=view.about.name, window=view.label)
    return Table(
        caption=words.CAPTION.format(title=said),
        columns=(
            Column(name=words.GROUP_HEAD, align="text"),
            Column(name=words.STEP_HEAD, align="text"),
            Column(name=shared.COUNT, unit=basics.WHOLE),
            Column(name=shared.AMONG, unit=basics.WHOLE),
            Column(name=shared.VALUE, unit=unit),
            Column(name=shared.RATIO, unit=RATIO),
            Column(name=shared.DIFFERENCE, unit=unit),
            Column(name=words.EXCESS, unit=EXCESS),
            Column(name=shared.REMARK, align="text"),
        ),
        rows=tuple(
            Row(cells=(*_names(view, measure, row), *_numbers(row), *_apart(view, row)))
            for measure, row in _listed(view, tables)
        ),
    )


def _listed(
    view: View, tables: Mapping[str, MeasureTable]
) -> Iterator[tuple[Measure, MeasureRow]]:
    for measure in view.steps:
        for row in tables.get(measure.id, ()):
            if row.status != "no data" and not _nobody(row):
                yield measure, row


def _nobody(row: MeasureRow) -> bool:
    return row.status != "hidden" and not row.denominator > 0 and not row.numerator > 0


def _names(view: View, measure: Measure, row: MeasureRow) -> tuple[str, str]:
    label = measure.step.label if measure.step else measure.title
    return basics.group_name(view.dim, row.group, view.about.providers), label


def _numbers(row: MeasureRow) -> tuple[Cell, ...]:
    return (
        basics.count_cell(row, "numerator"),
        basics.count_cell(row, "denominator"),
        basics.quantity(row),
    )


def _apart(view: View, row: MeasureRow) -> tuple[Cell, ...]:
    reference = pathway.reference(view, [row])
    remark = basics.remarks(row, reference)
    if row.ratio_status in ("none", "reference"):
        return basics.ratio_cell(row), "", "", remark
    return basics.ratio_cell(row), basics.difference(row), basics.excess(row), remark


def children(view: View, found: Answers) -> tuple[Children, ...]:
    """A line a group at the focus: how many fewer or more at the reference's rate."""
    base = pathway.focus_base(view, found)
    rows = found.of(base)[view.focus.id]
    return tuple(_line(view, row) for row in rows if basics.ratio(row).shown)


def _line(view: View, row: MeasureRow) -> Children:
    excess = basics.excess(row)
    said = words.IF.format(
        group=pathway.children(view, row.group), verb=terms(row, view.focus).verb
    )
    reference = pathway.reference(view, [row])
    sentence = words.IF_RATE.format(who=said, reference=reference)
    return Children(
        sentence=basics.capital(sentence) + ".",
        excess=excess,
        detail=_detail(view, row),
        code=row.group,
    )


def _detail(view: View, row: MeasureRow) -> str:
    unit = dict(UNITS)[row.base]
    apart = basics.difference(row)
    said = words.PER_UNIT.format(
        amount=theme.number(apart.value or 0.0),
        unit=unit.name,
        interval=theme.interval(apart, unit),
    )
    text = words.DETAIL.format(difference=said, counted=theme.counted(apart))
    low, high = basics.excess(row).lower or 0.0, basics.excess(row).upper or 0.0
    chance = f" {words.CHANCE}" if low <= 0 <= high else ""
    remark = basics.remarks(row, pathway.reference(view, [row]))
    return f"{text}{chance}" + (f" {basics.capital(remark)}." if remark else "")
