"""The frame of every chart: title, sentence, drawing, source, table, links."""

from typing import Any

from components import tags as html
from components import words
from components.embeds import of_part
from components.files import chart_files
from components.links import link
from components.tables import table
from components.views import Chart, Definition, HowToRead, Link


def chart(view: Chart, *drawing: Any) -> html.Tag:
    """One figure: its caption stands above, the proof and the ways out below."""
    caption: list[Any] = [html.H3(view.title, className="chart-title")]
    if view.sentence:
        caption.append(html.P(view.sentence, className="chart-sentence"))
    below: list[Any] = [html.P(each, className="note") for each in view.notes]
    if view.source:
        below.append(html.P([words.SOURCE, ": ", view.source], className="source"))
    below.append(html.Div(_steps(view), className="chart-steps"))
    return html.Figure(
        [html.Figcaption(caption), html.Div(drawing, className="drawing"), *below],
        className="chart",
        **({"data-part": view.part} if view.part else {}),
    )


def _steps(view: Chart) -> list[Any]:
    """What is one step away: the table twin, the definition, files, links."""
    steps: list[Any] = []
    if view.told:
        said = html.P([f"{each} " for each in view.told], className="prose")
        steps.append(closed(words.IN_WORDS, said, about=view.title, kind="in-words"))
    if view.table is not None:
        steps.append(closed(words.DATA_TABLE, table(view.table), about=view.title))
    if view.definition is not None:
        steps.append(definition(view.definition))
    steps.append(chart_files(view))
    if view.permalink:
        there = Link(text=words.PERMALINK, href=view.permalink)
        steps.append(link(there, className="step-link chrome"))
    if view.part:
        steps.append(of_part(view.part, view.title))
    return steps


def closed(title: str, *body: Any, about: str = "", kind: str = "") -> html.Tag:
    """A closed box; `about` tells a listener apart what several say alike."""
    more = [html.Span(f": {about}", className="unseen")] if about else []
    named = {"className": kind} if kind else {}
    inside = [html.Summary([title, *more]), html.Div(body, className="opened")]
    return html.Details(inside, **named)


def definition(view: Definition) -> html.Tag:
    """What a measure means, closed."""
    terms = [
        html.Div([html.Dt(term), html.Dd(meaning)]) for term, meaning in view.terms
    ]
    return closed(
        words.WHAT_IT_MEANS,
        *(html.P(each, className="prose") for each in view.paragraphs),
        *([html.Dl(terms, className="terms")] if terms else []),
        about=view.title,
    )


def how_to_read(view: HowToRead) -> html.Tag:
    """How to read a chart, closed."""
    return closed(
        view.title, *(html.P(each, className="prose") for each in view.paragraphs)
    )
