"""How much of a state's difference lies between its counties, how much within them."""

from math import isnan

from components.views import Chart, Column, Part, Parts, Quantity, Row, Table, Unit
from metrics.narrative_gap import places_sentence
from metrics.narrative_small import disparity_or_wider
from metrics.narrative_words_chain import parts_words
from pages._present.about import source_line
from pages._present.chain import Told
from pages._words import chain as words

PER_1000 = Unit(name=words.PER_1000, decimals=2)


def places(told: Told) -> tuple[Chart, Parts | None]:
    """The frame and the bars; no bars where the parts cannot be worked out."""
    found, names = told.found, _names(told)
    drawn = None if isnan(found.between) else _bars(told)
    title = words.PLACES_CHART.format(**names)
    frame = Chart(
        title=title,
        sentence=_sentence(told),
        told=_told(told),
        source=source_line(told.view.about, found.window),
        table=_table(title, drawn) if drawn else None,
        part="places",
    )
    return frame, drawn


def _told(told: Told) -> tuple[str, ...]:
    found = told.found
    return parts_words(
        ((words.BETWEEN, found.between), (words.WITHIN, found.within)),
        group_children=told.group,
        reference_children=told.reference,
    )


def _names(told: Told) -> dict[str, str]:
    return {
        "group": told.group,
        "place": told.view.about.name,
        "window": told.label,
    }


def _sentence(told: Told) -> str:
    """The parts, where the two groups can be compared at all."""
    whole = told.links[-1].di
    if not whole.shown:
        return disparity_or_wider(
            told.row,
            told.wider,
            measure=told.end,
            place=told.view.about.name,
            wider_place=told.view.about.state_name,
            window=told.label,
            group_children=told.group,
            reference_children=told.reference,
        )
    step = told.end.step
    return places_sentence(
        told.found.between,
        told.found.within,
        place=told.view.about.name,
        verb=step.verb if step else told.end.verb,
        group_children=told.group,
        reference_children=told.reference,
    )


def _bars(told: Told) -> Parts:
    found = told.found
    two = ((words.BETWEEN, found.between), (words.WITHIN, found.within))
    rows = [Part(label=label, quantity=Quantity(value=size)) for label, size in two]
    whole = Quantity(value=found.between + found.within)
    return Parts(
        rows=(*rows, Part(label=words.TOGETHER, quantity=whole, total=True)),
        unit=PER_1000,
        code=found.question.group,
        less=words.FEWER,
        more=words.MORE_CHILDREN,
    )


def _table(title: str, drawn: Parts) -> Table:
    first, second = words.PLACES_COLUMNS
    return Table(
        caption=title,
        columns=(Column(name=first, align="text"), Column(name=second, unit=PER_1000)),
        rows=tuple(Row(cells=(each.label, each.quantity)) for each in drawn.rows),
        sortable=False,
    )
