"""The frame around a page: navigation, place, pickers, edition, vintage."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from flask import current_app, request

from components import shell
from components.embed_words import FULL as FULL_PAGE
from components.embeds import foot
from components.views import Link, Notice, Picker, Shell
from data.state import load_state
from metrics.errors import CountywiseError
from pages import _wiring
from pages._embedding import SHOWN_HOW
from pages._present.about import about
from pages._present.origin import origin_line

PRODUCT = "Countywise"
PAGES = (
    ("Scorecard", "/"),
    ("Disparity", "/disparity"),
    ("Side by side", "/disparity/counties"),
    ("Counties", "/county"),
    ("Methods", "/methods"),
)
DEMO = "Demonstration data: no real children"
DEMO_SAYS = (
    "Every figure of this state was made up to show what the dashboard does. "
    "Its regions are demonstration regions too."
)
FULL = "/present"
STATEMENT, ACCESSIBILITY = "/accessibility", "Accessibility"
STATE, COUNTY, NO_COUNTY = "State", "County", "Choose a county"
EDITIONS = (("staff", "Staff edition"), ("public", "Public edition"))
PUBLIC_SAYS = "Public edition. Rule for small numbers: {policy}. {audit}"
AUDITED = "Attacked as a whole and found safe: {audited}"
NOT_AUDITED = "Not audited yet: not for publication"
PUBLISHED_SAYS = "Figures as they were published by the source"
STAFF_SAYS = "Staff edition: small counts are shown, not for release"
_log = logging.getLogger("countywise")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Where a reader is: the path without the prefix, and the query."""

    path: str
    query: Mapping[str, object]

    @property
    def embedded(self) -> bool:
        return self.query.get("embed") == "1"

    @property
    def full(self) -> bool:
        """Whether the page fills the window and the frame stands behind it."""
        return self.path == FULL

    @property
    def county(self) -> str:
        """The county of a county's own page.

        Elsewhere controls change it, and the frame is not drawn anew for each choice.
        """
        head, _, rest = self.path.strip("/").partition("/")
        return rest if head in ("county", "briefing") else ""


def draw(path: str, search: str) -> tuple[Any, Any, Any]:
    """Header, banner and footer for an address; a failure leaves only the links."""
    asked = Asked(path=_inside(path), query=_query(search))
    try:
        view = _view(asked, _state(asked))
    except CountywiseError:
        view = _bare(asked)
    except Exception:
        _log.exception("the frame of %s failed", asked.path)
        view = _bare(asked)
    banner = [shell.banner(view), shell.origin(view)]
    if asked.embedded:
        return None, banner, foot(_full(asked), view.footer[:3])
    footer = shell.footer(view) if view.footer else None
    parts = shell.header(view), banner, footer
    return tuple(map(shell.behind, parts)) if asked.full else parts  # type: ignore[return-value]


def _full(asked: Asked) -> Link:
    """The same view with everything around it."""
    query = {n: v for n, v in asked.query.items() if n not in SHOWN_HOW}
    return Link(text=FULL_PAGE, href=_wiring.href(asked.path, **query))


def _inside(path: str) -> str:
    return "/" + path.removeprefix(_wiring.prefix().rstrip("/")).strip("/")


def _query(search: str) -> dict[str, object]:
    return {name: given[-1] for name, given in parse_qs(search.lstrip("?")).items()}


def _state(asked: Asked) -> str:
    """The state in the address, or the one that has the county in it."""
    if "state" in asked.query or not asked.county:
        return _wiring.state_of(asked.query)
    return _wiring.state_of_county(asked.county)


def _bare(asked: Asked) -> Shell:
    return Shell(product=PRODUCT, home=_wiring.href("/"), nav=_nav(asked, ""))


def _view(asked: Asked, state: str) -> Shell:
    outcomes = _wiring.outcomes()
    vintage, places = outcomes.vintage(state), outcomes.places(state)
    demo = Notice(kind="demo", title=DEMO, text=DEMO_SAYS)
    named = "" if state == _wiring.default_state() else state
    county = next((p.name for p in places.counties if p.code == asked.county), "")
    return Shell(
        product=PRODUCT,
        home=_wiring.href("/", state=named),
        nav=_nav(asked, named),
        place=f"{county}, {places.state.name}" if county else places.state.name,
        pickers=_pickers(asked, state, places),
        editions=_editions(asked),
        banner=demo if vintage.demo else None,
        origin=origin_line(about(state), ()),
        footer=_footer(vintage, places.state.name),
        footer_links=(*_nav(asked, named)[-1:], _statement(asked, named)),
        theme=str(asked.query.get("theme", "")),
    )


def _nav(asked: Asked, state: str) -> tuple[Link, ...]:
    at = _nearest(asked.path)
    return tuple(
        Link(text=text, href=_wiring.href(path, state=state), current=path == at)
        for text, path in PAGES
    )


def _statement(asked: Asked, state: str) -> Link:
    to = _wiring.href(STATEMENT, state=state)
    return Link(text=ACCESSIBILITY, href=to, current=asked.path == STATEMENT)


def _nearest(path: str) -> str:
    """The page of the menu that names an address closest."""
    above = [p for _, p in PAGES if p == path or (p != "/" and path.startswith(p))]
    return max(above, key=len, default="")


def _pickers(asked: Asked, state: str, places: Any) -> tuple[Picker, ...]:
    counties = tuple(
        Link(
            text=place.name,
            href=_wiring.href(f"/county/{place.code}"),
            current=place.code == asked.county,
        )
        for place in places.counties
    )
    county = Picker(id="pick-county", label=COUNTY, choices=counties, empty=NO_COUNTY)
    codes = _wiring.outcomes().states()
    if len(codes) < 2:
        return (county,)
    states = tuple(_state_link(code, current=code == state) for code in codes)
    return (Picker(id="pick-state", label=STATE, choices=states), county)


def _state_link(code: str, *, current: bool) -> Link:
    # The name is not read from its figures: a state whose file must be built again
    # takes nothing from the frame of the others.
    return Link(
        text=load_state(code).name, href=_wiring.href("/", state=code), current=current
    )


def _editions(asked: Asked) -> tuple[Link, ...]:
    """The same view in the other edition: another application, so a whole address."""
    mounted = current_app.extensions["countywise"]
    if not mounted.other:
        return ()
    at = {mounted.edition: mounted.prefix}
    query = {name: str(value) for name, value in asked.query.items()}
    return tuple(
        Link(
            text=text,
            href=_absolute(at.get(edition, mounted.other), asked.path, query),
            current=edition == mounted.edition,
        )
        for edition, text in EDITIONS
    )


def _absolute(prefix: str, path: str, query: Mapping[str, str]) -> str:
    inside = _wiring.href(path, **query).removeprefix(_wiring.prefix())
    return request.host_url.rstrip("/") + prefix + inside


def _footer(vintage: Any, name: str) -> tuple[str, ...]:
    end, built = _day(vintage.data_end), _day(date.fromisoformat(vintage.built[:10]))
    return (
        f"{name}: data to {end}. Built {built}, version {vintage.version}.",
        f"Source: {vintage.source}",
        _edition_says(vintage),
        *vintage.notes.get("published_notes", "").splitlines(),
    )


def _edition_says(vintage: Any) -> str:
    if vintage.published:
        return PUBLISHED_SAYS
    says = STAFF_SAYS if vintage.edition == "staff" else PUBLIC_SAYS
    audited = vintage.notes.get("audited", "no")
    told = AUDITED if audited.startswith("yes") else NOT_AUDITED
    said = told.format(audited=audited.removeprefix("yes, "))
    return says.format(policy=vintage.policy, audit=said)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
