"""Which slides are shown, in which order: a plain form (assets/deck-chooser.js)."""

import dash_bootstrap_components as dbc

from components import deck_words as words
from components import tags as html
from components.charts import closed
from components.links import link
from components.views import Choosable, Chooser


def chooser(view: Chooser) -> html.Tag:
    """A closed box with one row a slide."""
    rows = html.Ol([_row(each) for each in view.rows], className="deck-rows")
    more = html.Ol([_row(each) for each in view.more], className="deck-rows")
    send = html.Button(words.SHOW, type="submit", className="deck-show")
    parts = [
        html.P(words.CHOOSE_HELP),
        rows,
        closed(words.MORE_SLIDES, more) if view.more else None,
        html.P([send, *([link(view.usual)] if view.usual else [])]),
        html.P(
            role="status", className="deck-told", **{"data-none": words.NONE_CHOSEN}
        ),
        html.P(words.KEYS, className="deck-keys"),
    ]
    form = html.Form(
        [each for each in parts if each is not None],
        className="deck-form",
        **{"data-href": view.href},
    )
    return closed(words.CHOOSE, form, kind="deck-choose")


def _row(view: Choosable) -> html.Tag:
    tick = dbc.Checkbox(
        id=f"deck-show-{view.name}", label=view.label, value=view.chosen
    )
    moves = [_move(view, words.UP, "up"), _move(view, words.DOWN, "down")]
    return html.Li([tick, *moves], **{"data-name": view.name})


def _move(view: Choosable, what: str, way: str) -> html.Tag:
    said = words.OF_SLIDE.format(what=what, slide=view.label)
    return html.Button(what, type="button", **{"data-move": way, "aria-label": said})
