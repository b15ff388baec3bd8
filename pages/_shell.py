"""The application around the pages: built from settings, one edition at a time."""

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from dash import Input, Output, html, page_container
from flask import jsonify
from flask_caching import Cache

from components import words
from metrics.outcomes import Outcomes
from pages import (
    _caching,
    _deck_files,
    _downloads,
    _embedding,
    _feeds,
    _frame,
    _requests,
    _robots,
    _security,
    _static,
    _wiring,
)
from pages._cache import Door
from pages._dash import Application, Mounted, document
from pages._memory import Packing

PRODUCT = "Countywise"
PREFIX = re.compile(r"/([A-Za-z0-9._~-]+/)*")
ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?")
BIND = re.compile(r"unix:.+|\S+:\d{1,5}")
GUARD = (
    "The staff edition listens on {bind}, which other machines can reach. Set "
    "COUNTYWISE_SIGN_IN_HEADER to the header of a sign-in proxy, listen on 127.0.0.1, "
    "or serve the public edition (COUNTYWISE_EDITION=public)."
)
SHAPES = (
    ("edition", re.compile("staff|public"), "staff or public"),
    ("prefix", PREFIX, "a path that begins and ends with a slash"),
    ("bind", BIND, "an address and a port, as 127.0.0.1:8050"),
    ("cache_size", re.compile(r"\d{1,6}"), "a whole number"),
)
_log = logging.getLogger("countywise")


def check(settings: Any, error: type[Exception]) -> None:
    """Raise `error`, with what to do, for settings that cannot be used together."""
    for name, shape, says in SHAPES:
        if not shape.fullmatch(getattr(settings, name)):
            raise error(f"COUNTYWISE_{name.upper()} must be {says}: see .env.example")
    for origin in settings.frame_ancestors.split():
        if not ORIGIN.fullmatch(origin):
            raise error(f"COUNTYWISE_FRAME_ANCESTORS: {origin!r} is not an origin")
    open_door = not _security.is_loopback(settings.bind) and not settings.sign_in_header
    if settings.edition == "staff" and open_door:
        raise error(GUARD.format(bind=settings.bind))


def build(settings: Any, *, root: Path, other: str = "") -> Application:
    """A Dash application of one edition."""
    app = _application(settings, root, other)
    app.server.extensions["countywise"] = Mounted(
        prefix=settings.prefix,
        edition=settings.edition,
        other=other,
        home=settings.home,
    )
    app.server.extensions["outcomes"] = door = _door(settings, root, app.server)
    _register(app)
    _set_up(app, settings.prefix)
    # Flask runs what is installed first as the last on an answer: nothing that is
    # sent, not even from memory, goes without its headers.
    _security.install(app, settings)
    _robots.install(app.server, prefix=settings.prefix)
    _static.install(app.server, prefix=settings.prefix, vendor=root / settings.vendor)
    _downloads.install(app.server, prefix=settings.prefix)
    fonts = root / settings.vendor / _static.FONTS
    _deck_files.install(app.server, prefix=settings.prefix, fonts=fonts)
    _feeds.install(app.server, prefix=settings.prefix)
    _embedding.install(app.server, prefix=settings.prefix, assets=root / "assets")
    _caching.install(app.server, settings)
    _requests.install(app, prefix=settings.prefix)
    _health(app.server, door, settings.prefix)
    for problem in door.problems():
        _log.error("%s", problem)
    return app


def mount(settings: Any, create: Callable[..., Any]) -> Callable[..., Any]:
    """One application; for staff, the public edition stands beside it."""
    if settings.edition == "public":
        return create(settings).server  # type: ignore[no-any-return]
    beside = f"{settings.prefix}public/"
    public = replace(settings, edition="public", prefix=beside)
    staff = create(settings, other=beside).server
    shown = create(public, other=settings.prefix).server

    def choose(environ: dict[str, Any], start: Any) -> Any:
        inside = environ.get("PATH_INFO", "").startswith(beside)
        return (shown if inside else staff)(environ, start)

    return choose


def _application(settings: Any, root: Path, other: str) -> Application:
    app = Application(
        "app",
        title=PRODUCT,
        update_title=None,
        use_pages=True,
        pages_folder=str(root / "pages"),
        assets_folder=str(root / "assets"),
        assets_ignore=r"^(theme|portal)\.js$",  # in the head; for others
        url_base_pathname=settings.prefix,
        serve_locally=True,
        suppress_callback_exceptions=True,
        compress=False,
        include_pages_meta=False,
        on_error=_wiring.failed,
        index_string=document(
            prefix=settings.prefix,
            metas=_embedding.metas(settings, other),
            vendor=root / settings.vendor,
            assets=root / "assets",
        ),
    )
    app.layout = _layout()
    return app


def _set_up(app: Application, prefix: str) -> None:
    """Do now what Dash does at its first request.

    Callbacks of page modules go to the first application that is set up, so each is
    set up before the next is built; and only then are all inline scripts known.
    """
    with app.server.test_request_context(prefix):
        app.server.preprocess_request()


def _door(settings: Any, root: Path, server: Any) -> Door:
    size = int(settings.cache_size)
    cache = Cache(
        config={
            "CACHE_TYPE": "SimpleCache",
            "CACHE_THRESHOLD": size,
            "CACHE_SERIALIZER": Packing(),
        }
    )
    cache.init_app(server)
    folder = root / settings.var / "warehouse"
    return Door(Outcomes.open(folder, edition=settings.edition), cache)


def _layout() -> html.Div:
    return html.Div(
        [
            html.A(words.SKIP, href=f"#{_wiring.MAIN}", className="skip-link chrome"),
            html.Div(id=_wiring.HEADER),
            html.Div(id=_wiring.BANNER),
            html.Main(page_container, id=_wiring.MAIN, tabIndex="-1"),
            html.Div(id=_wiring.FOOTER),
            html.Div(
                id=_wiring.STATUS,
                role="status",
                className="visually-hidden",
                **{"data-rising": words.SORTED_UP, "data-falling": words.SORTED_DOWN},
            ),
        ],
        className="shell",
    )


def _register(app: Application) -> None:
    @app.callback(
        Output(_wiring.HEADER, "children"),
        Output(_wiring.BANNER, "children"),
        Output(_wiring.FOOTER, "children"),
        Input(_wiring.LOCATION, "pathname"),
        Input(_wiring.LOCATION, "search"),
    )
    def frame(path: str, search: str) -> Any:
        return _frame.draw(path or "/", search or "")


def _health(server: Any, door: Door, prefix: str) -> None:
    @server.get(f"{prefix}health")
    def health() -> Any:
        if problems := door.problems():
            return jsonify(status="figures missing", says=problems), 503
        return jsonify(status="ok", states=door.states())
