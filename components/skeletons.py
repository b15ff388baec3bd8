"""What keeps the place while something loads: same heights, so nothing jumps."""

from components import tags as html
from components import words


def chart_skeleton(*, height: int = 340) -> html.Tag:
    """A title, two lines and a drawing of this height."""
    lines = [html.Div(className=f"bone bone-{kind}") for kind in ("title", "line")]
    drawing = html.Div(className="bone", style={"height": f"{height}px"})
    return _skeleton([*lines, drawing])


def table_skeleton(*, rows: int = 8) -> html.Tag:
    """So many lines of a table."""
    return _skeleton([html.Div(className="bone bone-row") for _ in range(rows)])


def page_skeleton() -> html.Tag:
    """A page's head, its number and its first chart."""
    head = [
        html.Div(className=f"bone bone-{kind}")
        for kind in ("line", "question", "lead", "number")
    ]
    return _skeleton([*head, chart_skeleton()])


def _skeleton(bones: list[html.Tag]) -> html.Tag:
    said = html.Span(words.LOADING, className="unseen")
    return html.Div([said, *bones], className="skeleton")
