"""Two charts side by side where there is room, one under the other where not."""

from typing import Any

from components import tags as html


def pair(*parts: Any, wide_first: bool = False) -> html.Tag:
    """A row of two."""
    kind = "pair pair-wide-first" if wide_first else "pair"
    return html.Div(list(parts), className=kind)


def stack(*parts: Any) -> html.Tag:
    """One page's sections, evenly apart."""
    return html.Div([each for each in parts if each is not None], className="stack")
