"""What is answered to requests that no page expects: never a bare error."""

import logging
from html import escape
from typing import Any

from dash import Dash
from dash._pages import _path_to_page
from flask import Response, request
from werkzeug.exceptions import HTTPException

from pages import _notices

ENDPOINT = "_dash-update-component"
NEEDED = (("output", str), ("inputs", list))
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | Countywise</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{prefix}vendor/public-sans.css">
<style>body{{font:17px/1.6 "Public Sans Variable",sans-serif;max-width:40rem;
margin:15vh auto;padding:0 1rem;color:#16201c}}a{{color:#0b5d4b}}
@media(prefers-color-scheme:dark){{body{{background:#131917;color:#e8edea}}a{{color:#77d4b6}}}}
</style></head>
<body><main><h1>{title}</h1><p>{says}</p><p><a href="{prefix}">Start page</a></p>
</main></body></html>"""
_log = logging.getLogger("countywise")


def install(app: Dash, *, prefix: str) -> None:
    """Designed answers for refused, unknown and failed requests."""
    server = app.server

    @server.before_request
    def only_what_was_asked_for() -> Response | None:
        if request.path != f"{prefix}{ENDPOINT}" or _is_call(app):
            return None
        return Response("This is not a call of this dashboard.\n", 400)

    @server.after_request
    def unknown_address(response: Response) -> Response:
        if _is_index(response) and not _known(request.path, prefix):
            response.status_code = 404
        return response

    @server.errorhandler(Exception)
    def failed(problem: Exception) -> tuple[str, int]:
        return _answer(problem, prefix)


def _is_call(app: Dash) -> bool:
    body = request.get_json(silent=True)
    if request.method != "POST" or not isinstance(body, dict):
        return False
    typed = all(isinstance(body.get(name), kind) for name, kind in NEEDED)
    return typed and body["output"] in app.callback_map and _are_plain(body["inputs"])


def _are_plain(inputs: list[Any]) -> bool:
    """Whether every input names its component; the router's are texts as well."""
    for each in inputs:
        if isinstance(each, list):
            continue
        if not isinstance(each, dict) or not {"id", "property"} <= set(each):
            return False
        router = each["id"] == "_pages_location"
        if router and not isinstance(each.get("value"), str):
            return False
    return True


def _is_index(response: Response) -> bool:
    found = response.status_code == 200 and request.method == "GET"
    return found and response.mimetype == "text/html"


def _known(path: str, prefix: str) -> bool:
    page, _ = _path_to_page(path.removeprefix(prefix.rstrip("/")).strip("/"))
    return bool(page)


def _answer(problem: Exception, prefix: str) -> tuple[str, int]:
    if not isinstance(problem, HTTPException):
        _log.error("%s %s failed", request.method, request.path, exc_info=problem)
        # Layouts and callbacks catch their own faults, so what fails here was
        # not a call that a page of ours can make.
        status = 400 if request.path.endswith(ENDPOINT) else 500
        return _page(_notices.BROKEN, _notices.BROKEN_SAYS, prefix), status
    code = problem.code or 500
    if code == 403:
        return _page(_notices.FORBIDDEN, _notices.FORBIDDEN_SAYS, prefix), code
    if code == 404:
        return _page(_notices.NOT_FOUND, _notices.NOT_FOUND_SAYS, prefix), code
    return _page(problem.name, problem.description or "", prefix), code


def _page(title: str, says: str, prefix: str) -> str:
    return PAGE.format(title=escape(title), says=escape(says), prefix=escape(prefix))
