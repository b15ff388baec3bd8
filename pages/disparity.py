"""Differences between groups at every decision point, on both bases."""

from typing import Any

from dash import Input, Output, callback, dcc, register_page

from components import controls, grids
from components import tags as html
from components.charts import chart, closed, how_to_read
from components.children import children
from components.dots import dots
from components.heads import page_head, section
from components.links import link
from components.notices import notice
from components.pathway import pathway
from components.tables import table
from components.views import Chart, Control, HowToRead, Link, Notice
from metrics.model import Base
from pages import _wiring
from pages._later import later
from pages._present import asked, difference, federal, frames, unknown
from pages._present import controls as lists
from pages._present import pathway as paths
from pages._present import pathway_asking as asking
from pages._present.about import source_line
from pages._present.pathway_asking import Answers, View
from pages._present.titles import place_title
from pages._words import basics as shared
from pages._words import disparity as words

PAGE = words.PAGE
HEAD, POPULATION, DECISION, REST, KEPT = (
    f"{PAGE}-{part}" for part in ("head", "population", "decision", "rest", "of")
)
CONTROLS = ("county", "dim", "window", "reference", "base")


def title(**_: object) -> str:
    """What the page is about, and where, for the window of the browser."""
    return place_title(words.TITLE)


register_page(__name__, path="/disparity", name=words.NAME, title=title)


@_wiring.guarded
def layout(**query: object) -> Any:
    """The whole page, or its first drawing for another page."""
    view = _view_at(query)
    asking.fetch(view)
    found = Answers(view=view)
    if _wiring.read(query, "embed") == "1":
        return _embedded(view, found)
    return html.Article(
        [
            dcc.Store(id=KEPT, data=view.about.state),
            html.Div(page_head(paths.head(view, found)), id=HEAD),
            _controls(view),
            grids.stack(
                section(
                    words.SECTIONS[0],
                    how_to_read(HowToRead(title=words.HOW_TITLE, paragraphs=words.HOW)),
                    grids.stack(
                        html.Div(_matrix(view, found, "population"), id=POPULATION),
                        later(DECISION, height=420),
                    ),
                ),
                later(REST, height=700),
                _federal(view.about.state),
                _cannot(),
            ),
        ]
    )


def _view_at(query: dict[str, object]) -> View:
    return asking.view_of(
        asked.place_of(query),
        dim=_wiring.read(query, "dim"),
        window=_wiring.read(query, "window"),
        reference=_wiring.read(query, "reference"),
        base=_wiring.read(query, "base"),
    )


def _rest(view: View, found: Answers) -> Any:
    return grids.stack(
        _children(view, found), _unknown(view, found), _downloads(view, found)
    )


def _matrix(view: View, found: Answers, base: Base) -> Any:
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
        source=source_line(view.about, view.now),
        notes=paths.notes(view, found, base),
        table=difference.table(view, tables, base),
        permalink=_wiring.href(PAGE, **query),
        embed=frames.embed_code(drawn.caption, PAGE, query | {"show": base}),
    )
    return chart(frame, pathway(drawn))


def _downloads(view: View, found: Answers) -> Any:
    links = []
    for base, name in zip(asking.BASES, dict(words.BASES).values(), strict=True):
        for measure in view.steps:
            if measure.id not in found.of(base):
                continue
            there = frames.csv_link(view.groups(measure, base))
            label = measure.step.label if measure.step else measure.title
            text = words.DOWNLOAD.format(step=label, base=name.lower())
            links.append(Link(text=text, href=there.href, download=there.download))
    return closed(words.DOWNLOADS, html.Ul([html.Li(link(each)) for each in links]))


def _children(view: View, found: Answers) -> Any:
    lines = difference.children(view, found)
    rows = found.of(difference.base_of(view, found))[view.focus.id]
    names = {
        "step": view.focus.step.label if view.focus.step else view.focus.title,
        "place": view.about.name,
        "window": view.label,
    }
    said = words.CHILDREN_SAYS.format(reference=paths.reference(view, rows))
    few = notice(Notice(kind="unreliable", text=words.LEAD_FEW.format(**names)))
    return section(
        words.CHILDREN.format(**names),
        children(lines) if lines else few,
        intro=said,
    )


def _unknown(view: View, found: Answers) -> Any:
    what = dict(words.UNKNOWN_WHAT)[view.dim]
    return section(
        words.UNKNOWN.format(what=what),
        table(unknown.table(view, found)),
        intro=words.UNKNOWN_SAYS,
    )


def _federal(state: str) -> Any:
    figures = federal.federal(state)
    if not figures:
        return None
    name = _wiring.outcomes().places(state).state.name
    return section(
        words.FEDERAL.format(state=name),
        grids.pair(*(chart(each.chart, dots(each.dots)) for each in figures)),
        intro=words.FEDERAL_SAYS,
    )


def _cannot() -> Any:
    said = [html.P(each, className="prose") for each in words.CANNOT]
    return section(words.CANNOT_TITLE, *said)


def _controls(view: View) -> Any:
    base = Control(
        id=_wiring.control(PAGE, "base"),
        label=words.BASE,
        choices=words.BASES,
        value=view.base,
    )
    return controls.controls(
        controls.select(lists.place(PAGE, view.about)),
        controls.select(lists.dimension(PAGE, "dim", asking.DIMENSIONS, view.dim)),
        controls.select(lists.window(PAGE, view.about, view.window)),
        controls.select(lists.reference(PAGE, view.about, view.dim, view.reference)),
        controls.radio(base),
        label=shared.CONTROLS,
    )


def _embedded(view: View, found: Answers) -> Any:
    base: Base = (
        "decision" if found.decision and view.base == "decision" else "population"
    )
    whole = Link(text=shared.FULL_PAGE, href=_wiring.href(PAGE, **view.query()))
    name = html.H1(words.NAME, className="visually-hidden")
    drawn = section(words.SECTIONS[0], _matrix(view, found, base))
    return html.Article([name, drawn, html.P(link(whole))])


# ---- what the controls change --------------------------------------------------

CHOSEN = (
    Input(KEPT, "data"),
    *(Input(_wiring.control(PAGE, name), "value") for name in CONTROLS),
)
_wiring.keep_address(PAGE, *CONTROLS)


def _again(state: object, *chosen: object) -> View:
    """The view that the page's controls ask for."""
    return _view_at(dict(zip(CONTROLS, chosen, strict=True)) | {"state": state})


@callback(Output(HEAD, "children"), *CHOSEN, prevent_initial_call=True)
@_wiring.guarded_callback
def draw_head(*chosen: object) -> Any:
    """The sentences again."""
    view = _again(*chosen)
    return page_head(paths.head(view, Answers(view=view)))


@callback(Output(POPULATION, "children"), *CHOSEN, prevent_initial_call=True)
@_wiring.guarded_callback
def draw_population(*chosen: object) -> Any:
    """Every step out of all children again."""
    view = _again(*chosen)
    return _matrix(view, Answers(view=view), "population")


@callback(Output(DECISION, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_decision(*chosen: object) -> Any:
    """Every decision out of those at the decision before again."""
    view = _again(*chosen)
    return _matrix(view, Answers(view=view), "decision")


@callback(Output(REST, "children"), *CHOSEN)
@_wiring.guarded_callback
def draw_rest(*chosen: object) -> Any:
    """Children, what is not known and the downloads again."""
    view = _again(*chosen)
    return _rest(view, Answers(view=view))


@callback(
    Output(_wiring.control(PAGE, "reference"), "options"),
    Input(_wiring.control(PAGE, "dim"), "value"),
    Input(_wiring.control(PAGE, "county"), "value"),
    prevent_initial_call=True,
)
def draw_references(dimension: object, county: object) -> Any:
    """The list of what groups are compared with, for these groups and this place."""
    whole = county in (None, "", _wiring.NONE)
    return lists.reference_options(dimension, whole_state=whole)
