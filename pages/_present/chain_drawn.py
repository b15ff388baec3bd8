"""The chain as a page draws it: the waterfall, its parts, what stands beside it."""

from math import isfinite, isnan

from components import theme
from components.views import (
    RATIO,
    Chart,
    DotRow,
    Dots,
    Factor,
    Link,
    Part,
    Parts,
    Quantity,
    Unit,
    Waterfall,
)
from metrics.pathway import BOUNDS_ONLY
from metrics.pathway_model import Link as Stage
from pages import _wiring
from pages._present import chain, chain_says, chain_table, frames
from pages._present.about import source_line
from pages._present.chain import Told
from pages._present.pathway_asking import ESTIMATES
from pages._words import chain as words
from pages._words import disparity as page
from pages._words import exports as files

PER_1000 = Unit(name=words.PER_1000, decimals=2)


def frame(told: Told) -> Chart:
    """The frame of the waterfall: sentence, notes, table twin, ways out."""
    names = {"group": told.group, "place": told.view.about.name, "window": told.label}
    title = words.CHART.format(**names)
    query = told.view.query() | {"group": told.found.question.group}
    return Chart(
        title=title,
        sentence=chain_says.sentence(told),
        told=chain_says.in_words(told),
        source=source_line(told.view.about, told.found.window),
        notes=tuple(chain_says.notes(told)),
        table=chain_table.twin(told, words.TABLE.format(title=title)),
        csv=_csv(told),
        xlsx=frames.xlsx_link(_csv(told)),
        permalink=_wiring.href(page.PAGE, **query),
        part="chain",
    )


def _csv(told: Told) -> Link:
    asked = told.found.question
    query = {
        "state": asked.state,
        "place": asked.place,
        "group": f"{asked.dimension}:{asked.group}",
        "reference": asked.reference,
        "window": told.found.window,
        "population": "" if asked.population == ESTIMATES else asked.population,
    }
    name = "-".join(("pathway", asked.state, asked.place, asked.group)).strip("-")
    href = _wiring.href("download/pathway.csv", **query)
    named = f"{name}.csv".replace(":", "-")
    return Link(text=files.TABLE_CSV, href=href, download=named)


# ---- the drawings --------------------------------------------------------------


def waterfall(told: Told) -> Waterfall:
    """A bar a decision, from 1 to the ratio in the population."""
    factors, start = [], 1.0
    for link in told.links:
        factors.append(_factor(told, link, start))
        start = link.di.value if link.di.shown else start
    return Waterfall(
        factors=tuple(factors),
        end_label=words.ALL,
        end=chain.quantity(told, told.links[-1], told.links[-1].di),
        code=told.found.question.group,
        one_label=words.NO_DIFFERENCE,
        less=words.LESS,
        more=words.MORE,
    )


def _factor(told: Told, link: Stage, start: float) -> Factor:
    ratio = chain.quantity(told, link, link.rri)
    total = chain.quantity(told, link, link.di)
    if not ratio.shown:
        total = Quantity(status=ratio.status)
    return Factor(
        label=link.stage.label,
        note=_note(link),
        ratio=ratio,
        total=total,
        start=start,
        weight=chain.weight(link, start),
        word=chain.word(link, start),
    )


def _note(link: Stage) -> str:
    if link.rri.status == BOUNDS_ONLY and isfinite(link.bounds.rri_lower):
        ends = (link.bounds.rri_lower, link.bounds.rri_upper)
        low, high = (theme.number(each, decimals=2) for each in ends)
        return words.BOUNDS.format(low=low, high=high)
    if link.stage.first:
        return words.OF_POPULATION
    step = chain.measure_of(link.stage.id).step
    return words.OF_BEFORE.format(previous=step.previous_label if step else "")


def parts(told: Told) -> Parts | None:
    """What each decision adds to the difference; None if it cannot be shared out."""
    if isnan(told.found.chain.difference):
        return None
    rows = [
        Part(label=link.stage.label, quantity=Quantity(value=link.per_1000))
        for link in told.links
    ]
    whole = Quantity(value=told.found.chain.difference)
    rows.append(Part(label=words.TOGETHER, quantity=whole, total=True))
    return Parts(
        rows=tuple(rows),
        unit=PER_1000,
        code=told.found.question.group,
        less=words.FEWER,
        more=words.MORE_CHILDREN,
    )


def beside(told: Told) -> Dots:
    """Services at home and leaving care, each out of those at the decision before."""
    return Dots(
        rows=tuple(_beside(told, link) for link in told.beside),
        unit=RATIO,
        ratio=True,
        reference=1.0,
        reference_label=words.NO_DIFFERENCE,
        less=words.LESS,
        more=words.MORE,
    )


def _beside(told: Told, link: Stage) -> DotRow:
    measure = chain.measure_of(link.stage.id)
    said = dict(words.JUDGED)[chain.judged(measure, link.rri)]
    better = {"higher": words.HIGHER_BETTER, "lower": words.LOWER_BETTER}
    notes = (_note(link), better.get(measure.direction, ""), said)
    return DotRow(
        label=link.stage.label,
        code=told.found.question.group,
        quantity=_counted(link, chain.quantity(told, link, link.rri)),
        note="; ".join(each for each in notes if each),
    )


def _counted(link: Stage, ratio: Quantity) -> Quantity:
    if not ratio.shown:
        return ratio
    return Quantity(
        value=ratio.value,
        lower=ratio.lower,
        upper=ratio.upper,
        numerator=link.stage.group.numerator,
        denominator=link.stage.group.denominator,
        flags=ratio.flags,
    )
