"""How long browsers and proxies may keep an answer: short for all, never for staff."""

import hashlib
from typing import Any

from flask import Flask, Response, request

FILES = ("_dash-component-suites/", "assets/", "vendor/", "embed.js")
# A portal with many readers asks once a minute; a new version shows soon after.
SHORT = "public, max-age=60, stale-while-revalidate=600"
NEVER = "no-store"
KINDS = ("text/html", "application/json", "text/csv")
UNKEPT = ("health",)


def install(server: Flask, settings: Any) -> None:
    """Put cache headers on what is no file: by version for the public, none for staff.

    Register it after what packs answers and before what changes their status: it must
    see them as they were made, and after they were found not to be there.
    """
    files = tuple(settings.prefix + name for name in FILES)
    fresh = tuple(settings.prefix + name for name in UNKEPT)
    staff = settings.edition == "staff"

    @server.after_request
    def keep(response: Response) -> Response:
        if request.path.startswith(files):
            return response
        if staff or request.path in fresh or not _is_kept(response):
            response.headers["Cache-Control"] = NEVER
            return response
        return _short(response)


def _is_kept(response: Response) -> bool:
    fetched = request.method in ("GET", "HEAD") and response.status_code == 200
    whole = fetched and not response.direct_passthrough
    return whole and response.mimetype in KINDS


def _short(response: Response) -> Response:
    """The mark is made of the answer itself, which changes when a version does."""
    mark = hashlib.sha256(response.get_data()).hexdigest()[:20]
    response.headers["Cache-Control"] = SHORT
    response.headers["Vary"] = "Accept-Encoding"
    # Weak: the same answer may be sent packed in several ways.
    response.set_etag(mark, weak=True)
    return response.make_conditional(request)
