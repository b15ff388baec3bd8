"""What is shown for an address that leads nowhere."""

from dash import register_page

from pages import _notices

register_page(__name__, title="Page not found | Countywise")


def layout(**_: object) -> object:
    return _notices.not_found()
