"""Who can use the dashboard, what was tested, what is not good enough yet."""

from functools import partial
from typing import Any

from dash import register_page

from components import tags as html
from components.grids import stack
from components.heads import page_head, section
from components.views import PageHead
from data.state import load_state
from data.state_model import State
from pages._present.statement import contact
from pages._present.titles import place_title
from pages._wiring import guarded, state_of
from pages._words import accessibility as words

register_page(
    __name__, path="/accessibility", title=partial(place_title, words.NAME), order=50
)


@guarded
def layout(**query: object) -> Any:
    """The statement, with the contact of the state in the address."""
    return draw(load_state(state_of(query)))


def draw(state: State) -> html.Tag:
    """The page from the state's file."""
    head = PageHead(
        question=words.QUESTION, lead=words.LEAD, context=(words.REVIEWED,)
    )
    limits = html.Ul([html.Li(each) for each in words.LIMITS_SAY])
    return stack(
        page_head(head),
        section(words.GOAL, *_said(words.GOALS), name="goal"),
        section(words.MEANS, _terms(words.MEANINGS), name="means"),
        section(
            words.TESTED, _terms(words.TESTS), intro=words.TESTS_INTRO, name="tested"
        ),
        section(words.LIMITS, html.Div(limits, className="prose"), name="limits"),
        section(
            words.REPORT, *_said((words.REPORT_SAY, contact(state))), name="report"
        ),
    )


def _said(paragraphs: tuple[str, ...]) -> list[html.Tag]:
    return [html.P(each, className="prose") for each in paragraphs]


def _terms(terms: tuple[tuple[str, str], ...]) -> html.Tag:
    rows = [html.Div([html.Dt(term), html.Dd(said)]) for term, said in terms]
    return html.Dl(rows, className="terms")
