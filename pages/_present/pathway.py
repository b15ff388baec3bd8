"""Groups by decision points, on both bases, and the sentences about them."""

from collections.abc import Iterable, Mapping

from components import theme
from components.views import (
    Pathway,
    PathwayRow,
    Quantity,
    Step,
    Verdict,
)
from metrics.groups import GROUPS
from metrics.model import Base, Measure
from metrics.narrative import disparity_sentence
from metrics.narrative_words_chain import matrix_words
from metrics.pathway import UNKNOWN_LIMIT
from metrics.table import STATE_REFERENCE, MeasureRow, MeasureTable
from pages._present import basics, groups
from pages._present.frames import measure_href
from pages._present.pathway_asking import Answers, View, has_decision
from pages._words import basics as shared
from pages._words import disparity as words

Tables = Mapping[str, MeasureTable]


def focus_base(view: View, found: Answers) -> Base:
    """The base of the sentences; the population where there is no decision before."""
    return view.base if view.focus.id in found.of(view.base) else "population"


def sentence(view: View, measure: Measure, row: MeasureRow) -> str:
    """The ratio of one row as a natural frequency."""
    return disparity_sentence(
        row,
        measure=measure,
        place=view.about.name,
        window=view.label,
        group_children=children(view, row.group),
        reference_children=reference_of(view, row.reference),
    )


def children(view: View, code: str) -> str:
    """A group in a sentence."""
    return basics.group_children(view.dim, code, view.about.providers)


def reference(view: View, rows: Iterable[MeasureRow]) -> str:
    """What the rows are compared with, in a sentence."""
    code = next((row.reference for row in rows if row.reference), "")
    return reference_of(view, code) if code else ""


def reference_of(view: View, code: str) -> str:
    return basics.reference_children(view.dim, code, view.about.providers)


def label(measure: Measure) -> str:
    return measure.step.label if measure.step else measure.title


def opens(view: View, found: Answers) -> str:
    """At which decisions the ratios of the widest groups leave 1 out."""
    rows = tuple(found.population[view.focus.id])
    if not found.decision:
        return ""
    return " ".join(_opens(view, found, row.group) for row in groups.widest(rows))


def _opens(view: View, found: Answers, group: str) -> str:
    left_out = found.doubtful
    told = []
    for measure in view.steps:
        table = found.decision.get(measure.id, found.population[measure.id])
        row = table.row(group=group)
        if measure.id not in left_out and groups.apart(basics.ratio(row)):
            ratio = theme.number(row.ratio, decimals=2)
            told.append(words.OPEN_AT.format(step=label(measure), ratio=ratio))
    text = words.OPENS if told else words.OPENS_NONE
    return text.format(group=children(view, group), listed=", ".join(told))


# ---- the matrix ----------------------------------------------------------------


def matrix(view: View, found: Answers, base: Base) -> Pathway:
    """Ratios of every group at every step of a base."""
    tables = found.of(base)
    steps = [m for m in view.steps if m.id in tables]
    left_out = found.doubtful if base == "decision" else ()
    title = words.PATHWAY if base == "population" else words.STEPS
    likely = base == "decision"
    return Pathway(
        caption=title.format(place=view.about.name, window=view.label),
        steps=tuple(_step(view, m, base) for m in steps),
        rows=tuple(_rows(view, tables, steps, left_out)),
        less=words.LESS if likely else words.LOWER,
        more=words.MORE if likely else words.HIGHER,
    )


def _step(view: View, measure: Measure, base: Base) -> Step:
    note = words.OF_POPULATION
    if base == "decision" and measure.step:
        text = words.OF_BEFORE if measure.step.nested else words.FLOW
        note = text.format(previous=measure.step.previous_label)
    query = view.about.query() | {"by": view.dim, "window": view.now}
    return Step(label=label(measure), note=note, href=measure_href(measure.id, **query))


def _rows(
    view: View, tables: Tables, steps: list[Measure], left_out: tuple[str, ...]
) -> Iterable[PathwayRow]:
    for group in GROUPS[view.dim]:
        if not group.known:
            continue
        rows = [tables[m.id].row(group=group.code) for m in steps]
        if all(row.status in ("no data", "not estimable") for row in rows):
            continue
        yield PathwayRow(
            label=group.name,
            code=group.code,
            ratios=tuple(
                Quantity(status="not estimable") if m.id in left_out else _ratio(row)
                for m, row in zip(steps, rows, strict=True)
            ),
            verdicts=_marks(rows),
            reference=all(row.ratio_status == "reference" for row in rows),
        )


def _ratio(row: MeasureRow) -> Quantity:
    return basics.ratio(row)


def _marks(rows: list[MeasureRow]) -> tuple[Verdict | None, ...]:
    """Which ratios take their reference from the state."""
    if not any(row.has(STATE_REFERENCE) for row in rows):
        return ()
    mark = Verdict(word=shared.STATE_REFERENCE_SHORT)
    return tuple(
        mark if row.has(STATE_REFERENCE) and basics.ratio(row).shown else None
        for row in rows
    )


def in_words(view: View, found: Answers, base: Base) -> tuple[str, ...]:
    """A matrix in words: which ratios lie beyond chance, and what is left out."""
    tables = found.of(base)
    left_out = found.doubtful if base == "decision" else ()
    steps = [m for m in view.steps if m.id in tables and m.id not in left_out]
    groups = [group for group in GROUPS[view.dim] if group.known]
    rows = [row for m in steps for row in tables[m.id]]
    return matrix_words(
        [
            (g.children, [(m, tables[m.id].row(group=g.code)) for m in steps])
            for g in groups
        ],
        reference=reference(view, rows),
    )


def notes(view: View, found: Answers, base: Base) -> tuple[str, ...]:
    """What must stand under a matrix."""
    tables = found.of(base)
    steps = [m for m in view.steps if m.id in tables]
    said = [*basics.scheme_notes(view.dim, demo=view.about.vintage.demo)]
    if base == "decision":
        said += _decision_notes(view, found, steps)
    better = [label(m) for m in steps if m.direction == "higher"]
    if better:
        said.append(words.HIGH_NOTE.format(steps=", ".join(better)))
    return (*said, *_kept(view, tables), *_covered(steps, tables))


def _decision_notes(view: View, found: Answers, steps: list[Measure]) -> list[str]:
    first = [m for m in view.steps if not has_decision(m)]
    said = [words.FIRST_NOTE.format(step=label(m)) for m in first]
    if any(m.step and not m.step.nested for m in steps):
        said.append(words.FLOW_NOTE)
    left_out = found.doubtful
    if left_out:
        names = ", ".join(label(m) for m in steps if m.id in left_out)
        limit = f"{UNKNOWN_LIMIT:.0%}"
        said.append(words.UNKNOWN_NOTE.format(limit=limit, steps=names))
    return said


def _kept(view: View, tables: Tables) -> tuple[str, ...]:
    """The label of ratios whose reference is the state's."""
    for table in tables.values():
        for row in table:
            if row.has(STATE_REFERENCE):
                who = reference_of(view, row.reference)
                return (
                    basics.capital(shared.STATE_REFERENCE.format(reference=who)) + ".",
                )
    return ()


def _covered(steps: list[Measure], tables: Tables) -> tuple[str, ...]:
    return tuple(
        words.COVERED.format(
            step=basics.group_name(row.dimension, row.group, {}), coverage=row.coverage
        )
        for m in steps[:1]
        for row in tables[m.id]
        if row.coverage and row.ratio_status in basics.RATIOS
    )
