"""The headers of every response, and the guard on the staff edition."""

from types import MappingProxyType
from typing import Any

from dash import Dash
from flask import Flask, Response, abort, request

from pages._embedding import parents_of

PERMISSIONS = (
    "accelerometer", "autoplay", "camera", "display-capture", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
    "browsing-topics",
)  # fmt: skip
# A presentation fills the screen; a page that frames it decides for itself.
OWN = ("fullscreen",)
LOOPBACK = ("127.0.0.1", "::1", "localhost")
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
PARTS = ("text/javascript", "text/css", "font/woff2", "application/json")
PART = MappingProxyType({"X-Content-Type-Options": "nosniff"})
LARGEST_BODY = 1_000_000


def install(app: Dash, settings: Any) -> None:
    """Put the policy on every response and refuse what may not be answered."""
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    headers = _headers(app, parents_of(settings).split())
    if settings.edition == "staff":
        server.before_request(_guard(settings))

    @server.after_request
    def protect(response: Response) -> Response:
        response.headers.update(PART if _is_part(response) else headers)
        response.headers.pop("Set-Cookie", None)
        return response


def _is_part(response: Response) -> bool:
    """Whether it is a part of a page: code, styles, a font, the answer of a call.

    Policies are for what a browser opens as a page; a page asks for sixty parts, and
    the policies are nearly a kilobyte each time.
    """
    return response.status_code in (200, 304) and response.mimetype in PARTS


def _headers(app: Dash, parents: list[str]) -> dict[str, str]:
    headers = {
        "Content-Security-Policy": policy(app.csp_hashes(), parents),
        "Permissions-Policy": _permissions(),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    # A page that may be framed by others must not carry the older header: it has
    # no list of origins, and some browsers let it win.
    return headers if parents else headers | {"X-Frame-Options": "SAMEORIGIN"}


def _permissions() -> str:
    none = [f"{name}=()" for name in PERMISSIONS]
    return ", ".join([*none, *(f"{name}=(self)" for name in OWN)])


def policy(script_hashes: Any, parents: list[str]) -> str:
    """The content security policy; only Dash's own start script may be inline."""
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(("'self'", *script_hashes)),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "connect-src": "'self'",
        "font-src": "'self' data:",
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(("'self'", *parents)),
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def is_loopback(bind: str) -> bool:
    """Whether an address to listen on can be reached from this machine alone."""
    host = bind.rpartition(":")[0].strip("[]")
    return bind.startswith("unix:") or host in LOOPBACK


def _guard(settings: Any) -> Any:
    proxies = tuple(each.strip() for each in settings.sign_in_proxy.split(","))

    def guard() -> None:
        if settings.sign_in_header:
            signed = request.headers.get(settings.sign_in_header, "")
            if not signed or request.remote_addr not in proxies:
                abort(403)
        elif not _is_local():
            abort(403)

    return guard


def _is_local() -> bool:
    # The host is checked as well: a name that resolves to this machine could
    # otherwise be used by a page on another site to read the staff edition.
    host = request.host.rpartition(":")[0] or request.host
    forwarded = any(name in request.headers for name in FORWARDED)
    near = request.remote_addr in LOOPBACK and host.strip("[]") in LOOPBACK
    return near and not forwarded
