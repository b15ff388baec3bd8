"""Pages inside the pages of others: which part, by which script, of which edition."""

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from components import embed_words as words
from components import tags as html
from pages._wiring import read

SCRIPT = "embed.js"
KEPT = "public, max-age=3600, stale-while-revalidate=86400"
# What an address says about how a page is shown, and not about what is on it.
SHOWN_HOW = ("embed", "part", "show", "theme", "accent")


def part_of(query: Mapping[str, object]) -> str:
    """The part of the page that another page asks for; "" for a whole page.

    Raises BadSelection. `show` is the older name of `part`.
    """
    if read(query, "embed") != "1":
        return ""
    return read(query, "part") or read(query, "show")


def alone(title: str, drawn: Any) -> html.Tag:
    """One part for another page, under a heading that is only heard."""
    name = html.H1(title, className="visually-hidden", tabIndex="-1")
    return html.Article([name, drawn], className="alone")


def public_prefix(settings: Any, other: str) -> str:
    """Where the public edition is, which others may show; "" if it is nowhere."""
    return str(settings.prefix) if settings.edition == "public" else other


def parents_of(settings: Any) -> str:
    """The origins that may frame this edition: none other than its own for staff."""
    return str(settings.frame_ancestors) if settings.edition == "public" else ""


def metas(settings: Any, other: str) -> str:
    """What the scripts of a page must know to make a code and to tell its height."""
    named = {
        "embed-parents": parents_of(settings),
        "embed-own": settings.prefix,
        "embed-base": public_prefix(settings, other),
        "embed-sites": settings.frame_ancestors,
        "embed-words": json.dumps(dict(words.PANEL), ensure_ascii=False),
    }
    return "\n".join(
        f'<meta name="{name}" content="{escape(content)}">'
        for name, content in named.items()
    )


def install(server: Flask, *, prefix: str, assets: Path) -> None:
    """Serve <prefix>embed.js, which the pages of others load."""
    text = (assets / "portal.js").read_bytes()

    @server.get(f"{prefix}{SCRIPT}")
    def portal_script() -> Response:
        response = Response(text, mimetype="text/javascript")
        response.headers["Cache-Control"] = KEPT
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.add_etag()
        return response.make_conditional(request)
