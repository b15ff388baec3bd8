"""The sections about all groups, and the controls of their page."""

from typing import Any

from components import controls, grids
from components import tags as html
from components.charts import chart, closed
from components.children import children
from components.dots import dots
from components.embeds import part
from components.files import file_pairs
from components.heads import section
from components.notices import notice
from components.pathway import pathway
from components.tables import table
from components.views import Chart, Control, Notice
from metrics.model import Base
from pages import _wiring
from pages._present import asked, difference, federal, frames, gap_group, unknown
from pages._present import controls as lists
from pages._present import pathway as paths
from pages._present import pathway_asking as asking
from pages._present.about import source_line
from pages._present.pathway_asking import Answers, View
from pages._words import basics as shared
from pages._words import chain as of_chain
from pages._words import disparity as words


def matrix(view: View, found: Answers, base: Base) -> Any:
    """Every group at every step of a base."""
    tables = found.of(base)
    if not tables:
        return notice(Notice(kind="note", text=words.NO_STEPS))
    drawn = paths.matrix(view, found, base)
    rows = [row for each in tables.values() for row in each]
    said = words.PATHWAY_SAYS if base == "population" else words.STEPS_SAYS
    opens = paths.opens(view, found) if base == "decision" else ""
    sentence = said.format(reference=paths.reference(view, rows))
    query = view.query()
    frame = Chart(
        title=drawn.caption,
        sentence=f"{sentence} {opens}".strip(),
        told=paths.in_words(view, found, base),
        source=source_line(view.about, view.now),
        notes=paths.notes(view, found, base),
        table=difference.table(view, tables, base),
        permalink=_wiring.href(words.PAGE, **query),
        part=base,
    )
    return chart(frame, pathway(drawn))


def differences(view: View, found: Answers) -> Any:
    """The difference at the focus in children."""
    lines = difference.children(view, found)
    rows = found.of(paths.focus_base(view, found))[view.focus.id]
    names = {
        "step": view.focus.step.label if view.focus.step else view.focus.title,
        "place": view.about.name,
        "window": view.label,
    }
    said = words.CHILDREN_SAYS.format(reference=paths.reference(view, rows))
    few = notice(Notice(kind="unreliable", text=words.LEAD_FEW.format(**names)))
    title = words.CHILDREN.format(**names)
    listed = part("children", title, children(lines)) if lines else few
    return section(title, listed, intro=said)


def not_known(view: View, found: Answers) -> Any:
    """Children in no group, at every step."""
    what = dict(words.UNKNOWN_WHAT)[view.dim]
    listed = unknown.table(view, found)
    return section(
        words.UNKNOWN.format(what=what),
        part("unknown", listed.caption, table(listed)),
        intro=words.UNKNOWN_SAYS,
    )


def downloads(view: View, found: Answers) -> Any:
    """Two files for every step and base."""
    pairs = []
    for base, name in zip(asking.BASES, dict(words.BASES).values(), strict=True):
        for measure in view.steps:
            if measure.id not in found.of(base):
                continue
            label = measure.step.label if measure.step else measure.title
            what = words.DOWNLOAD.format(step=label, base=name.lower())
            pairs.append(frames.both(what, view.groups(measure, base)))
    return closed(words.DOWNLOADS, file_pairs(pairs))


def published(state: str) -> Any:
    """Published federal figures, each measure on every source of population."""
    found = federal.federal(state)
    if not found:
        return None
    name = _wiring.outcomes().places(state).state.name
    rows: list[Any] = []
    for each in found:
        charts = (chart(one.chart, dots(one.dots)) for one in each.figures)
        rows += [html.P(each.sentence, className="prose")] if each.sentence else []
        rows.append(grids.pair(*charts))
    return section(
        words.FEDERAL.format(state=name), grids.stack(*rows), intro=words.FEDERAL_SAYS
    )


def cannot_tell() -> Any:
    """What the page does not say."""
    said = [html.P(each, className="prose") for each in words.CANNOT]
    return section(words.CANNOT_TITLE, *said)


# ---- controls ------------------------------------------------------------------


def chooser(view: View) -> Any:
    """The lists at the top of the page."""
    base = Control(
        id=_wiring.control(words.PAGE, "base"),
        label=words.BASE,
        choices=words.BASES,
        value=view.base,
    )
    page, about, dim = words.PAGE, view.about, view.dim
    offered = asked.offered(about, asking.DIMENSIONS)
    return controls.controls(
        controls.select(lists.place(page, about)),
        controls.select(lists.dimension(page, "dim", offered, dim)),
        controls.select(_group(view)),
        controls.select(lists.reference(page, about, dim, view.reference)),
        controls.select(lists.window(page, about, view.window)),
        controls.radio(base),
        _population(view),
        label=shared.CONTROLS,
    )


def _group(view: View) -> Control:
    return Control(
        id=_wiring.control(words.PAGE, "group"),
        label=of_chain.GROUP,
        choices=gap_group.choices(view.dim, view.reference),
        value=view.group or _wiring.NONE,
    )


def _population(view: View) -> Any:
    """Where the number of children comes from, where there is a choice."""
    offered = of_chain.POPULATIONS
    if not asked.has_census(view.about):
        offered = offered[:1]
    field = controls.radio(
        Control(
            id=_wiring.control(words.PAGE, "population"),
            label=of_chain.POPULATION,
            choices=offered,
            value=view.population,
        )
    )
    return field if len(offered) > 1 else html.Div(field, hidden=True)
