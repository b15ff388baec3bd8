"""Native controls of a page: a list or a few choices, each with a visible label."""

import dash_bootstrap_components as dbc

from components import tags as html
from components.views import Control


def select(view: Control) -> html.Tag:
    """A native list inside its label, so that any kind of id keeps the two joined."""
    field = dbc.Select(id=view.id, options=_options(view), value=view.value)
    label = html.Label([html.Span(view.label), field])
    return html.Div([label, *_help(view)], className="control")


def radio(view: Control) -> html.Tag:
    """A few choices in a row; arrow keys move between them."""
    field = dbc.RadioItems(
        id=view.id, options=_options(view), value=view.value, inline=True
    )
    return html.Fieldset(
        [html.Legend(view.label), field, *_help(view)],
        className="control control-radio",
    )


def controls(*parts: html.Tag, label: str) -> html.Tag:
    """The row of controls at the top of a page."""
    return html.Div(
        list(parts),
        className="controls chrome",
        role="group",
        **{"aria-label": label},
    )


def _options(view: Control) -> list[dict[str, str]]:
    return [{"label": words, "value": value} for value, words in view.choices]


def _help(view: Control) -> list[html.Tag]:
    return [html.P(view.help, className="note")] if view.help else []
