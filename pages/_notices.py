"""The words of what cannot be shown; components draw them."""

from typing import Any

from components.notices import notice, page_notice
from components.views import Link, Notice
from metrics.errors import (
    BadSelection,
    CountywiseError,
    NoData,
    UnknownMeasure,
    WarehouseUnavailable,
)

TITLES = (
    (UnknownMeasure, "There is no such measure"),
    (BadSelection, "This address asks for something that is not there"),
    (NoData, "Nothing has been loaded for this choice"),
    (WarehouseUnavailable, "The figures are not ready"),
    (CountywiseError, "This cannot be shown"),
)
BROKEN = "Something went wrong on our side"
BROKEN_SAYS = (
    "The page could not be drawn, and the fault was written to the log of the "
    "server. Nothing is lost: the address above is all that the dashboard remembers."
)
NOT_FOUND = "There is no page at this address"
NOT_FOUND_SAYS = (
    "The address may have been mistyped, or the page may have been renamed. "
    "The links at the top lead to every page."
)
FORBIDDEN = "This edition is for staff"
FORBIDDEN_SAYS = (
    "The staff edition is only shown on the machine it runs on, or behind a sign-in. "
    "Ask whoever runs this dashboard for the address of the public edition."
)


def title_of(problem: CountywiseError) -> str:
    """The heading for a kind of failure."""
    return next(words for kind, words in TITLES if isinstance(problem, kind))


def page(problem: CountywiseError, *links: Link) -> Any:
    """A whole page that says what is wrong and what to do."""
    missing = isinstance(problem, UnknownMeasure | BadSelection)
    return page_notice(
        Notice(
            kind="not found" if missing else "error",
            title=title_of(problem),
            text=str(problem),
            links=links,
        )
    )


def broken() -> Any:
    """The calm page for a fault of ours."""
    return page_notice(Notice(kind="error", title=BROKEN, text=BROKEN_SAYS))


def not_found(*links: Link) -> Any:
    """The page for an address that leads nowhere."""
    return page_notice(
        Notice(kind="not found", title=NOT_FOUND, text=NOT_FOUND_SAYS, links=links)
    )


def inline(problem: CountywiseError) -> Any:
    """A notice inside a page, in place of the figure that cannot be shown."""
    kind = "no data" if isinstance(problem, NoData) else "error"
    return notice(Notice(kind=kind, title=title_of(problem), text=str(problem)))
