"""Places that meet a target, do not, or cannot be told: one bar with its numbers."""

from components import tags as html
from components import words
from components.views import ThreeWay


def three_way(view: ThreeWay) -> html.Tag:
    """A bar of three parts; the numbers and words stand under it as text."""
    counts = (
        ("better", words.MEETS, view.meets),
        ("worse", words.DOES_NOT, view.does_not),
        ("none", words.CANNOT_TELL, view.cannot_tell),
        ("hidden", words.HIDDEN_PLACES, view.hidden),
    )
    told = [each for each in counts if each[2] or each[0] != "hidden"]
    bar = [
        html.Span(className=f"three-{kind}", style={"flexGrow": str(count)})
        for kind, _, count in told
        if count
    ]
    said = [
        html.Li([html.B(str(count)), f" {word}"], className=f"three-word-{kind}")
        for kind, word, count in told
    ]
    return html.Div(
        [
            html.Span(view.of, className="three-of"),
            html.Div(bar, className="three-bar", **{"aria-hidden": "true"}),
            html.Ul(said, className="three-words"),
        ],
        className="three",
    )
