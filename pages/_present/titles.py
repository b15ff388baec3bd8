"""What the window of the browser is called: what is shown, where, and by whom."""

from urllib.parse import parse_qs

from flask import has_request_context, request

from metrics.errors import CountywiseError
from pages._present import asked

PRODUCT = "Countywise"


def window_title(what: str, place: str = "") -> str:
    """As "Entering care, North Carolina | Countywise"."""
    return f"{', '.join(each for each in (what, place) if each)} | {PRODUCT}"


def place_title(what: str, **_: object) -> str:
    """The title with the place that the address of this request names."""
    try:
        return window_title(what, asked.place_of(_query()).name)
    except CountywiseError:
        return window_title(what)


def _query() -> dict[str, object]:
    """The query of the page: Dash calls a title with the variables of the path only."""
    if not has_request_context():
        return {}
    sent = request.get_json(silent=True) or {}
    for each in sent.get("inputs", ()):
        if isinstance(each, dict) and each.get("property") == "search":
            given = parse_qs(str(each.get("value") or "").lstrip("?"))
            return {name: values[-1] for name, values in given.items()}
    return dict(request.args)
