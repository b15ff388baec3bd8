"""What the figures mean: every measure, the rules, the data."""

from functools import partial
from typing import Any

from dash import register_page

from components import tags as html
from components.charts import closed
from components.grids import pair, stack
from components.heads import page_head, section
from components.links import link
from components.views import Link
from pages._cache import remembered
from pages._present.methods import Explained, Methods, Reading
from pages._present.methods import methods as present
from pages._present.titles import place_title
from pages._wiring import guarded, state_of
from pages._words import methods as words

register_page(
    __name__, path="/methods", title=partial(place_title, "Methods"), order=40
)

PARTS = (
    ("measures", words.MEASURES), ("reading", words.READ), ("status", words.STATUS),
    ("privacy", words.PRIVACY), ("data", words.DATA), ("glossary", words.GLOSSARY),
)  # fmt: skip


@guarded
def layout(**query: object) -> Any:
    """The methods, and the data of the state in the address."""
    return _page(state_of(query))


@remembered
def _page(state: str) -> Any:
    return draw(present(state))


def draw(view: Methods) -> html.Tag:
    """The page from its view."""
    return stack(
        html.Div([page_head(view.head), _contents()]),
        section(words.MEASURES, _listed(view), *map(_measure, view.measures),
                name="measures", intro=view.intro),
        section(words.READ, *map(_reading, view.readings), name="reading"),
        section(words.STATUS, _terms(view.statuses), *_said(view.plan), name="status"),
        section(words.PRIVACY, *_said(view.privacy), name="privacy"),
        section(words.DATA, _terms(view.vintage), *_said(view.notes), name="data"),
        section(words.GLOSSARY, _terms(words.GLOSSARY_TERMS), name="glossary"),
    )  # fmt: skip


def _contents() -> html.Tag:
    parts = [Link(text=text, href=f"#{name}") for name, text in PARTS]
    listed = html.Ul([html.Li(link(each)) for each in parts], className="notice-links")
    return html.Nav(listed, **{"aria-label": words.ON_PAGE})


def _listed(view: Methods) -> html.Tag:
    listed = html.Ul([html.Li(link(each)) for each in view.contents])
    return html.Nav(
        listed, className="measures-listed", **{"aria-label": words.MEASURES}
    )


def _measure(view: Explained) -> html.Tag:
    words_of = [
        html.P(view.question, className="prose"),
        *_said((view.definition, view.why)),
        html.P(link(view.link) if view.link else view.missing),
    ]
    more = closed(words.MORE, _terms(view.more), about=view.title)
    sides = pair(html.Div(words_of), html.Div([_terms(view.terms), more]))
    return html.Article(
        [html.H3(view.title), sides], id=view.anchor, className="section"
    )


def _reading(view: Reading) -> html.Tag:
    inside = [html.H3(view.title), *_said(view.paragraphs)]
    return html.Article(inside, id=view.anchor, className="section")


def _said(paragraphs: tuple[str, ...]) -> list[html.Tag]:
    return [html.P(each, className="prose") for each in paragraphs]


def _terms(terms: tuple[tuple[str, str], ...]) -> html.Tag:
    rows = [html.Div([html.Dt(term), html.Dd(said)]) for term, said in terms]
    return html.Dl(rows, className="terms")
