"""What every page shares: ids, links, reading an address, and the error boundary.

A page is `layout(**query)` wrapped in `@guarded`, and at most one server callback
wrapped in `@guarded_callback`. Its controls are native (dbc.Select, dbc.RadioItems)
with ids made by `control("measure", "by")`; the last part of the id is the name in
the address. `keep_address("measure", "by", "window")` then keeps the address current
on the client with history.replaceState: the focus stays, Back leaves the page, and an
empty value leaves the address. A list cannot offer an empty value (the component keeps
it for itself), so "-" means the same: the page's own choice.
"""

import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, get_args
from urllib.parse import quote, urlencode

from dash import ClientsideFunction, Input, clientside_callback, ctx, no_update
from flask import current_app, g, has_app_context

from metrics.errors import BadSelection, CountywiseError, WarehouseUnavailable
from metrics.selection import By, Selection
from pages import _notices
from pages._cache import NOTHING
from pages._plain import plain

HEADER, BANNER, FOOTER = "shell-header", "shell-banner", "shell-footer"
LOCATION, MAIN, STATUS = "_pages_location", "main", "route-announcer"
LONGEST, NONE = 120, "-"
LEVELS = get_args(By)
_log = logging.getLogger("countywise")


def control(page: str, name: str) -> str:
    """The id of a control whose value lives in the address as `name`."""
    return f"{page}--{name}"


def keep_address(page: str, *names: str) -> None:
    """Keep the query of the address equal to the page's controls, on the client."""
    clientside_callback(
        ClientsideFunction("address", "keep"),
        *(Input(control(page, name), "value") for name in names),
        prevent_initial_call=True,
    )


def outcomes() -> Any:
    """The one door to numbers of the app that answers this request."""
    return current_app.extensions["outcomes"]


def prefix() -> str:
    """The path under which the app is mounted, with a slash at both ends."""
    mounted = current_app.extensions["countywise"] if has_app_context() else None
    return mounted.prefix if mounted else "/"


def href(path: str = "/", **query: object) -> str:
    """An address inside this app, under its prefix; empty values are left out."""
    given = {name: value for name, value in query.items() if value not in ("", None)}
    kept = {name: str(value) for name, value in given.items()}
    address = prefix() + quote(path.lstrip("/"))
    return f"{address}?{urlencode(kept, safe=':,')}" if kept else address


def read(
    query: Mapping[str, object],
    name: str,
    default: str = "",
    *,
    longest: int = LONGEST,
) -> str:
    """One short text from an address or a control.

    Raises BadSelection for what was given twice, is too long or is no plain text.
    """
    value = query.get(name)
    if value in (None, "", NONE):
        return default
    if isinstance(value, (list, tuple)):
        raise BadSelection(f"The address names “{name}” more than once. Name it once.")
    if not isinstance(value, str) or len(value) > longest or not value.isprintable():
        raise BadSelection(f"The address has a value of “{name}” that cannot be read.")
    return value.strip()


def selection_from(query: Mapping[str, object], *, measure: str = "") -> Selection:
    """The selection that an address asks for. Raises BadSelection."""
    group = read(query, "group")
    by = read(query, "by", "all")
    base = read(query, "base") or None
    if by not in LEVELS or base not in (None, "population", "decision"):
        raise BadSelection("The address asks for a breakdown that there is not.")
    if group and ":" not in group:
        raise BadSelection("A group is written as dimension:code, as in race:black_nh.")
    dimension, _, code = group.partition(":")
    return Selection(
        state=read(query, "state") or default_state(),
        measure=measure or read(query, "measure"),
        place=read(query, "place"),
        by=by,  # type: ignore[arg-type]
        group=(dimension, code) if group else None,
        windows=tuple(filter(None, read(query, "window").split(","))),
        reference=read(query, "reference", "white_nh"),
        base=base,  # type: ignore[arg-type]
    )


def selection_query(selection: Selection) -> dict[str, str]:
    """The query that `selection_from` reads back, without what is at its default."""
    return {
        "state": selection.state,
        "place": selection.place,
        "by": "" if selection.by == "all" else selection.by,
        "group": ":".join(selection.group) if selection.group else "",
        "window": ",".join(selection.windows),
        "reference": "" if selection.reference == "white_nh" else selection.reference,
        "base": selection.base or "",
    }


def download_href(selection: Selection) -> str:
    """The address of the CSV of this selection."""
    return href(f"download/{selection.measure}.csv", **selection_query(selection))


def state_of(query: Mapping[str, object]) -> str:
    """The state that an address is about. Raises BadSelection for an unknown one."""
    state = read(query, "state").lower() or default_state()
    if state not in outcomes().states():
        raise BadSelection(f"There are no figures for a state “{state}” here.")
    return state


def state_of_county(county: str) -> str:
    """The state that has a county. Raises BadSelection if none here has."""
    states = outcomes().states()
    if not states:
        raise WarehouseUnavailable(NOTHING)
    unreadable = None
    for state in states:
        try:
            places = outcomes().places(state).counties
        except WarehouseUnavailable as problem:
            unreadable = problem
            continue
        if any(place.code == county for place in places):
            return str(state)
    if unreadable:
        raise unreadable
    raise BadSelection("There is no county with this number here. Choose one by name.")


def default_state() -> str:
    """The state shown when the address names none: the installer's, or the first."""
    if "default_state" not in g:
        states = outcomes().states()
        if not states:
            raise WarehouseUnavailable(NOTHING)
        home = current_app.extensions["countywise"].home
        g.default_state = str(home if home in states else states[0])
    return str(g.default_state)


def guarded(layout: Callable[..., Any]) -> Callable[..., Any]:
    """A page layout that answers a failure with a designed page, never an exception."""

    @wraps(layout)
    def safe(**query: object) -> Any:
        try:
            return plain(layout(**query))
        except CountywiseError as problem:
            return _notices.page(problem)
        except Exception:
            _log.exception("page %s failed", layout.__module__)
            return _notices.broken()

    return safe


def guarded_callback(callback: Callable[..., Any]) -> Callable[..., Any]:
    """A callback that puts a notice in its first output and leaves the others alone."""

    @wraps(callback)
    def safe(*values: object, **named: object) -> Any:
        try:
            return plain(callback(*values, **named))
        except CountywiseError as problem:
            return _first(_notices.inline(problem))
        except Exception:
            _log.exception("callback %s failed", callback.__qualname__)
            return _first(_notices.broken())

    return safe


def failed(_: Exception) -> Any:
    """What Dash shows for a fault that no page caught; Dash has logged nothing yet."""
    _log.exception("a callback failed")
    return _first(_notices.broken())


def _first(shown: Any) -> Any:
    outputs = ctx.outputs_list
    if not isinstance(outputs, list):
        return shown
    return (shown, *(no_update for _ in outputs[1:]))
