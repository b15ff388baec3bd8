"""The top of a page: its question, its answer, its number."""

from components import tags as html
from components.quantities import big
from components.verdicts import verdict
from components.views import PageHead


def page_head(view: PageHead) -> html.Tag:
    """Context line, question as the heading, lead sentence, the big number."""
    parts: list[object] = []
    if view.context:
        spans = [html.Span(each) for each in view.context]
        parts.append(html.P(spans, className="context"))
    parts.append(html.H1(view.question, tabIndex="-1"))
    if view.lead:
        parts.append(html.P(view.lead, className="lead"))
    if view.more:
        parts.append(html.P(view.more, className="lead-more"))
    if view.number is not None:
        parts.append(big(view.number, view.unit, label=view.number_label))
    if view.verdict is not None:
        parts.append(html.P(verdict(view.verdict), className="head-verdict"))
    named = {"data-title": view.title} if view.title else {}
    return html.Header(parts, className="page-head", **named)


def section(title: str, *children: object, intro: str = "", name: str = "") -> html.Tag:
    """A section of a page with its heading; `name` is an optional anchor."""
    head: list[object] = [html.H2(title)]
    if intro:
        head.append(html.P(intro, className="prose"))
    identity = {"id": name} if name else {}
    return html.Section([*head, *children], className="section", **identity)
