"""Status words: a shape, a colour and the word itself."""

from components import tags as html
from components.views import Verdict

SHAPES = (("better", "▲"), ("worse", "▼"), ("similar", "●"), ("none", "○"))


def verdict(view: Verdict) -> html.Tag:
    """The word with its shape; `detail` follows in grey."""
    parts: list[object] = [
        html.Span(
            dict(SHAPES)[view.tone],
            className="verdict-shape",
            **{"aria-hidden": "true"},
        ),
        html.Span(view.word, className="verdict-word"),
    ]
    if view.detail:
        parts.append(html.Span(view.detail, className="verdict-detail"))
    return html.Span(parts, className=f"verdict verdict-{view.tone}")
