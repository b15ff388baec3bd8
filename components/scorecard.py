"""The scorecard: priorities, their promises, and what the data say about each."""

from typing import Any

from components import tags as html
from components import theme, words
from components.links import linked
from components.quantities import cell
from components.spark import spark
from components.threeway import three_way
from components.verdicts import verdict
from components.views import Evidence, Priority, Promise


def priority(view: Priority) -> html.Tag:
    """A priority: number, title, commitment in one line, its promise rows."""
    head = html.Div(
        [
            html.Span(view.number, className="priority-number"),
            html.Div(
                [
                    html.H2(view.title),
                    html.P(view.commitment, className="commitment"),
                ]
            ),
            html.P(view.tally, className="tally") if view.tally else None,
        ],
        className="priority-head",
    )
    rows = [html.Li(promise(each), className="promise") for each in view.promises]
    return html.Section(
        [head, html.Ul(rows, className="promises")], className="priority"
    )


def promise(view: Promise) -> list[Any]:
    """The plan's words and the status on the left, the evidence on the right."""
    text = linked(view.text, view.href)
    left: list[Any] = [
        html.H3(
            [html.Span(view.number, className="promise-number"), text],
            className="promise-text",
        ),
        html.P(verdict(view.verdict), className="promise-status"),
    ]
    small = [words.DUE.format(when=view.due) if view.due else "", view.rule]
    if any(small):
        told = [html.Span(each) for each in small if each]
        left.append(html.P(told, className="note promise-rule"))
    right = [_evidence(each) for each in view.evidence] or [
        html.P(words.NO_PROMISE_MEASURE, className="note")
    ]
    return [
        html.Div(left, className="promise-says"),
        html.Div(right, className="promise-evidence"),
    ]


def _evidence(view: Evidence) -> html.Tag:
    name = [linked(view.label, view.href)]
    if view.window:
        name.append(html.Span(view.window, className="evidence-window"))
    number: list[Any] = [cell(view.quantity, view.unit)]
    if view.quantity.denominator is not None:
        number.append(html.Span(theme.counted(view.quantity), className="n"))
    if view.verdict:
        number.append(verdict(view.verdict))
    parts: list[Any] = [
        html.Div(name, className="evidence-name"),
        html.Div(number, className="evidence-number"),
        html.Div(spark(view.spark) if view.spark else None, className="evidence-spark"),
    ]
    if view.gap:
        gap = linked(view.gap, view.gap_href)
        parts.append(
            html.P([html.Span(words.WIDEST_GAP), gap], className="evidence-gap")
        )
    if view.counties:
        parts.append(three_way(view.counties))
    return html.Div(parts, className="evidence")
