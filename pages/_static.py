"""Files that do not change while the server runs: packed once, kept in memory."""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import brotli
from flask import Flask, Response, abort, g, request

# What a page may ask for, and where npm put it.
VENDOR = MappingProxyType(
    {
        "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
        "plotly.min.js": "plotly.js-basic-dist-min/plotly-basic.min.js",
        "public-sans.css": "@fontsource-variable/public-sans/index.css",
    }
)
FONTS = "@fontsource-variable/public-sans/files"
FONT = re.compile(r"files/(public-sans-[a-z-]+\.woff2)")
FINGERPRINT = re.compile(r"\.v[\w-]+m[0-9a-f]+\.|\.v\d+_\d+_\d+\.|\.woff2$")
KEPT = "public, max-age=31536000, immutable"
CHECKED = "public, max-age=3600, stale-while-revalidate=86400"
PLAIN = ("application/json", "text/html", "text/csv")
SMALLEST = 800
DONE = "static_done"


@dataclass(frozen=True, kw_only=True)
class _File:
    """One file as it is sent: packed for each encoding, with its fingerprint."""

    bodies: MappingProxyType[str, bytes]
    mimetype: str
    etag: str


def install(server: Flask, *, prefix: str, vendor: Path) -> None:
    """Serve the installed front-end files, and every static file from memory."""
    folders = ("_dash-component-suites/", "assets/", "vendor/")
    _keep(server, tuple(prefix + folder for folder in folders))

    @server.get(f"{prefix}vendor/<path:name>")
    def vendor_file(name: str) -> Response:
        return _vendor(vendor, name)


def _vendor(folder: Path, name: str) -> Response:
    font = FONT.fullmatch(name)
    path = f"{FONTS}/{font[1]}" if font else VENDOR.get(name)
    if not path or not (folder / path).is_file():
        abort(404)
    kind, _ = mimetypes.guess_type(path)
    return Response((folder / path).read_bytes(), mimetype=kind)


def _keep(server: Flask, folders: tuple[str, ...]) -> None:
    files: dict[str, _File] = {}

    @server.before_request
    def from_memory() -> Response | None:
        kept = files.get(request.path) if request.method == "GET" else None
        return _send(kept) if kept else None

    @server.after_request
    def remember(response: Response) -> Response:
        if DONE in g:
            return response
        fetched = request.method == "GET" and response.status_code == 200
        if not fetched or not request.path.startswith(folders):
            return _pack(response)
        return _send(files.setdefault(request.path, _read(response)))


def _read(response: Response) -> _File:
    response.direct_passthrough = False
    file = response.response
    raw = response.get_data()
    if hasattr(file, "close"):
        file.close()
    bodies = {"": raw}
    if len(raw) >= SMALLEST and not request.path.endswith((".woff2", ".png")):
        bodies |= _packed_for_good(raw)
    tag = hashlib.sha256(raw).hexdigest()[:20]
    return _File(
        bodies=MappingProxyType(bodies), mimetype=response.mimetype or "", etag=tag
    )


@lru_cache(maxsize=256)
def _packed_for_good(raw: bytes) -> dict[str, bytes]:
    # Two editions in one process serve the same files: they are packed once.
    return {"br": brotli.compress(raw, quality=10), "gzip": gzip.compress(raw, 9)}


def _send(kept: _File) -> Response:
    g.setdefault(DONE, True)
    encoding = _encoding() if _encoding() in kept.bodies else ""
    response = Response(kept.bodies[encoding], mimetype=kept.mimetype)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    named = FINGERPRINT.search(request.path) or {"m", "v"} & set(request.args)
    response.headers["Cache-Control"] = KEPT if named else CHECKED
    response.headers["Vary"] = "Accept-Encoding"
    response.set_etag(kept.etag + encoding)
    return response.make_conditional(request)


def _encoding() -> str:
    offered = request.accept_encodings
    return next((name for name in ("br", "gzip") if offered[name] > 0), "")


def _pack(response: Response) -> Response:
    """Answers made for one request, packed quickly."""
    response.headers.setdefault("Cache-Control", "no-cache")
    encoding = _encoding()
    if response.mimetype not in PLAIN or response.direct_passthrough or not encoding:
        return response
    raw = response.get_data()
    if len(raw) < SMALLEST or "Content-Encoding" in response.headers:
        return response
    squeeze: Callable[[bytes], bytes] = _quick_br if encoding == "br" else _quick_gzip
    response.set_data(squeeze(raw))
    response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _quick_br(raw: bytes) -> bytes:
    return brotli.compress(raw, quality=8)


def _quick_gzip(raw: bytes) -> bytes:
    return gzip.compress(raw, 5)
