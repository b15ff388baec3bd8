"""How everything looks: each component in each of its states, from made-up views.

The page is in no menu. Pictures of its parts are kept beside the tests, so that a
change of looks is seen: `make style` renews them.
"""

from typing import Any

from dash import register_page

from components import tags as html
from components.grids import stack
from components.heads import page_head, section
from components.links import link
from components.views import Link
from pages._style.drawn import parts_of_page
from pages._style.heads import HEAD_OF_PAGE
from pages._wiring import guarded
from pages._words import style as words

register_page(__name__, path="/style", title=words.WINDOW, order=99)


@guarded
def layout(**_: object) -> Any:
    """Every part of the page under its name."""
    return stack(
        html.Div([page_head(HEAD_OF_PAGE), _contents()]),
        *(
            section(title, *draw(), name=f"style-{name}")
            for name, title, draw in parts_of_page()
        ),
    )


def _contents() -> html.Tag:
    links = [Link(text=text, href=f"#style-{name}") for name, text in words.PARTS]
    listed = [html.Li(link(each)) for each in links]
    return html.Nav(
        html.Ul(listed, className="notice-links"), **{"aria-label": words.ON_PAGE}
    )
