"""A difference told as children, bound to one number and its interval."""

from typing import Any

from components import tags as html
from components import theme, words
from components.marks import dot
from components.quantities import missing_class
from components.views import Children


def children(views: tuple[Children, ...]) -> html.Tag:
    """One sentence a group; the number stands before it where it is shown."""
    return html.Ul([html.Li(_one(each)) for each in views], className="children")


def _one(view: Children) -> list[Any]:
    seen = theme.look(view.code)
    number = html.Div(_number(view), className="children-number")
    text: list[Any] = [
        html.P([dot(seen.colour, seen.marker, hollow=False), view.sentence])
    ]
    if view.detail:
        text.append(html.P(view.detail, className="note"))
    return [number, html.Div(text)]


def _number(view: Children) -> list[Any]:
    excess = view.excess
    if not excess.shown or excess.value is None:
        return [html.Span(theme.reason(excess), className=missing_class(excess))]
    says = words.FEWER if excess.value >= 0 else words.MORE
    parts: list[Any] = [
        html.B(says.format(n=theme.number(abs(excess.value), decimals=0)))
    ]
    if excess.lower is not None and excess.upper is not None:
        parts.append(html.Span(_between(view), className="interval"))
    return parts


def _between(view: Children) -> str:
    """Both ends of the interval; each with its side where they lie on both."""
    low, high = map(round, _ends(view))
    says = words.BETWEEN
    if low < 0:
        below = (view.excess.value or 0.0) < 0
        says = words.MORE_OR_FEWER if below else words.FEWER_OR_MORE
    low_said, high_said = (theme.number(abs(v), decimals=0) for v in (low, high))
    return says.format(low=low_said, high=high_said)


def _ends(view: Children) -> tuple[float, float]:
    """The interval as a reader meets it: of an excess below zero, turned round."""
    lower, upper = view.excess.lower or 0.0, view.excess.upper or 0.0
    below = (view.excess.value or 0.0) < 0
    return (-upper, -lower) if below else (lower, upper)
