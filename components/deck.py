"""A presentation: one message a slide, its notes, and the bar under the slides."""

from typing import Any

from components import deck_words as words
from components import file_words
from components import tags as html
from components.charts import closed
from components.deck_chooser import chooser
from components.deck_drawings import drawing
from components.embeds import panel
from components.files import files_line
from components.links import link
from components.tables import table
from components.verdicts import verdict
from components.views import DeckBar, Slide

# A longer sentence, as of a place that is too small and the area around it, is set
# smaller, so that its drawing keeps its room.
LONG = 230


def slide(
    view: Slide, *, number: int, count: int, marks: tuple[str, ...], now: bool = False
) -> html.Tag:
    """One slide: sentence, drawing, footnote; its notes after it.

    `marks` stand on every slide; `now`: it is shown before any key is pressed.
    """
    label = words.LABEL.format(n=number, all=count, title=view.title)
    kinds = ["slide", f"slide-{view.kind}", *(["is-now"] if now else [])]
    return html.Section(
        [_face(view, marks), _notes(view)],
        id=str(number),
        className=" ".join(kinds),
        tabIndex="-1",
        **{
            "aria-label": label,
            "aria-roledescription": words.SLIDE,
            "data-name": view.name,
        },
    )


def _sized(sentence: str) -> str:
    return "slide-sentence slide-long" if len(sentence) > LONG else "slide-sentence"


def _face(view: Slide, marks: tuple[str, ...]) -> html.Tag:
    said = [html.Span(each) for each in marks]
    top = [
        html.H2(view.title, className="slide-title"),
        html.P(said, className="slide-marks"),
    ]
    head: list[Any] = [
        html.Div(top, className="slide-top"),
        html.P(view.sentence, className=_sized(view.sentence)),
    ]
    if view.verdict is not None:
        head.append(html.P(verdict(view.verdict), className="slide-verdict"))
    body: list[Any] = []
    if view.caption:
        body.append(html.P(view.caption, className="slide-caption"))
    if view.drawing is not None:
        body.append(drawing(view.drawing, alt=view.alt))
    parts = [
        html.Header(head, className="slide-head"),
        html.Div(body, className="slide-body"),
    ]
    if view.footnote:
        parts.append(html.Footer(html.P(view.footnote), className="slide-foot"))
    return html.Div(parts, className="slide-face")


def _notes(view: Slide) -> html.Tag:
    said = [html.P(each) for each in view.notes or (words.NO_NOTES,)]
    parts: list[Any] = [html.H3(words.SPEAKER), *said]
    if view.twin is not None:
        twin = table(view.twin)
        parts.append(
            closed(words.NUMBERS, twin, about=view.title, kind="slide-numbers")
        )
    parts.append(panel(f"slide={view.name}", view.title))
    return html.Div(parts, className="slide-notes")


def bar(view: DeckBar) -> html.Tag:
    """Buttons, where one is, the way out, and which slides are shown."""
    count = len(view.names)
    where = words.PROGRESS.format(n=view.start + 1, all=count)
    return html.Nav(
        [
            link(view.back, className="deck-back"),
            html.Div(
                [
                    _button(words.PREVIOUS, "previous", "\u2190"),
                    html.Span(where, className="deck-progress"),
                    _button(words.NEXT, "next", "\u2192", after=True),
                ],
                className="deck-steps",
            ),
            html.Div(
                [
                    _button(words.NOTES, "notes", pressed="false"),
                    _button(words.FULL, "full"),
                    chooser(view.chooser),
                    _files(view),
                ],
                className="deck-more",
            ),
        ],
        className="deck-bar",
        **{"aria-label": words.CONTROLS},
    )


def _files(view: DeckBar) -> html.Tag | None:
    """What can be saved, in a closed box."""
    if not view.files:
        return None
    line = files_line(view.files, title=file_words.THIS_SLIDE, origin="", slow=True)
    return closed(file_words.DOWNLOAD, line, kind="deck-files")


def _button(
    text: str, does: str, arrow: str = "", *, after: bool = False, pressed: str = ""
) -> html.Tag:
    sign = [html.Span(arrow, **{"aria-hidden": "true"})] if arrow else []
    said = [text, " ", *sign] if after else [*sign, " " if sign else "", text]
    state = {"aria-pressed": pressed} if pressed else {}
    return html.Button(said, type="button", **{"data-deck": does}, **state)


def deck(title: str, slides: Any, around: DeckBar) -> html.Tag:
    """The whole presentation; assets/deck.js moves through it."""
    status = html.Div(role="status", className="visually-hidden deck-status")
    return html.Article(
        [
            html.H1(title, className="visually-hidden", tabIndex="-1"),
            html.Div(slides, className="deck-slides"),
            bar(around),
            status,
        ],
        className="deck",
        **{
            "data-names": ",".join(around.names),
            "data-start": str(around.start + 1),
            "data-progress": words.PROGRESS,
        },
    )
