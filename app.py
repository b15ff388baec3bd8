"""Countywise as a web application: its settings, and the one place that builds it.

`gunicorn "app:serve()"` serves it; `make run` does that with everything in place.
"""

import os
import sys
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from dash import Dash

from pages import _shell

ROOT = Path(__file__).parent
LOAD_ERROR = 4  # the code by which gunicorn knows not to start the worker again


class SettingsError(Exception):
    """A setting that cannot be used; .env.example shows every one of them."""


def _setting(default: str, says: str) -> Any:
    return field(default=default, metadata={"help": says})


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Every setting is the environment variable COUNTYWISE_<NAME>."""

    var: str = _setting("var", "folder of the figures, which are in its warehouse/")
    edition: str = _setting("public", "staff or public; staff needs a guarded door")
    bind: str = _setting("127.0.0.1:8050", "address and port on which to listen")
    prefix: str = _setting("/", "path under which the dashboard is mounted")
    home: str = _setting("", "state that opens first, as nc; empty for the first built")
    frame_ancestors: str = _setting("", "origins that may embed pages, with spaces")
    sign_in_header: str = _setting("", "header in which a sign-in proxy names the user")
    sign_in_proxy: str = _setting("127.0.0.1", "addresses of that proxy, with commas")
    vendor: str = _setting("node_modules", "folder of the installed front-end files")
    cache_size: str = _setting("2000", "finished tables that a worker remembers")

    @classmethod
    def from_env(cls) -> "Settings":
        """The settings of this process. Raises SettingsError."""
        known = {f"COUNTYWISE_{each.name.upper()}": each.name for each in fields(cls)}
        given = {name: value for name, value in os.environ.items() if name in known}
        unknown = {n for n in os.environ if n.startswith("COUNTYWISE_")} - set(known)
        if unknown:
            names = ", ".join(sorted(unknown))
            raise SettingsError(f"Unknown {names}: see .env.example")
        return cls(**{known[name]: value.strip() for name, value in given.items()})

    def __post_init__(self) -> None:
        _shell.check(self, SettingsError)


def create_app(settings: Settings, *, other: str = "") -> Dash:
    """A whole dashboard of one edition; `other` is where the other edition is."""
    return _shell.build(settings, root=ROOT, other=other)


def serve() -> Any:
    """The application for a web server: one edition, or staff with public beside it."""
    try:
        return _shell.mount(Settings.from_env(), create_app)
    except SettingsError as problem:
        print(f"Countywise: {problem}", file=sys.stderr)
        raise SystemExit(LOAD_ERROR) from None
