"""Parts of pages for the pages of others: names, editions, headers, the script."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from werkzeug.test import Client

from app import Settings, create_app
from tests.pages.calls import FRAME, Dashboard, components, words

PORTAL = "https://portal.state.test"
# Every page, what its address needs, and at least these parts of it.
PAGES = (
    ("/measure/entry-rate", "", {"trend", "groups", "counties", "table"}),
    ("/disparity", "group=black_nh", {"chain", "population", "trend", "unknown"}),
    ("/disparity/counties", "step=report-rate", {"funnel", "adjusted", "each"}),
    ("/county/37063", "", {"gap-population-entry-rate", "spine-safety"}),
    ("/county", "", {"counties"}),
    ("/", "", {"priority-1", "priority-5", "all"}),
)


def named(layout: object, name: str) -> list[str]:
    """The values of an attribute over a layout."""
    found = (each["props"].get(name) for each in components(layout))
    return [each for each in found if each]


def meta(dashboard: Dashboard, name: str) -> str:
    found = re.search(
        rf'<meta name="{name}" content="([^"]*)">', dashboard.get("").text
    )
    assert found
    return unescape(found[1])


@pytest.mark.parametrize(("path", "query", "least"), PAGES)
def test_every_part_has_one_name_and_can_be_asked_for(
    staff: Dashboard, path: str, query: str, least: set[str]
) -> None:
    parts = named(staff.page(path, f"?{query}"), "data-part")
    assert len(parts) == len(set(parts)), "a name is used twice"
    assert least <= set(parts)
    for part in parts:
        alone = staff.page(path, f"?{query}&embed=1&part={part}")
        assert part in named(alone, "data-part"), part
        assert alone["props"]["className"] == "alone", part
        assert "Select" not in [each["type"] for each in components(alone)]


@pytest.mark.parametrize(("path", "query", "least"), PAGES)
def test_every_chart_and_table_has_its_panel(
    staff: Dashboard, path: str, query: str, least: set[str]
) -> None:
    page = staff.page(path, f"?{query}")
    asked = named(page, "data-embed")
    assert {f"part={part}" for part in named(page, "data-part")} <= set(asked)
    charts = [e for e in components(page) if e["props"].get("className") == "chart"]
    assert all(each["props"].get("data-part") for each in charts), path
    assert all(named(page, "data-named"))


def test_every_slide_has_its_panel(public: Dashboard) -> None:
    page = public.page("/present")
    slides = [
        each["props"]["data-name"]
        for each in components(page)
        if "slide" in str(each["props"].get("className")).split()
    ]
    assert slides
    assert set(named(page, "data-embed")) == {f"slide={name}" for name in slides}


def test_a_part_that_is_not_there_breaks_nothing(public: Dashboard) -> None:
    for path, query, _ in PAGES:
        for part in ("nothing", "priority-99", "spine-nothing", "<script>", "gap"):
            page = public.page(path, f"?{query}&embed=1&part={part}")
            assert "went wrong" not in words(page), (path, part)


def test_the_older_name_of_a_part_still_works(public: Dashboard) -> None:
    page = public.page("/measure/entry-rate", "?embed=1&show=groups")
    assert named(page, "data-part") == ["groups"]


@pytest.mark.parametrize("edition", ["staff", "public"])
def test_the_foot_tells_the_edition_and_leads_to_the_full_page(
    request: pytest.FixtureRequest, edition: str
) -> None:
    dashboard: Dashboard = request.getfixturevalue(edition)
    search = "?embed=1&part=groups&by=sex&theme=dark&accent=sea"
    answer = dashboard.visit("/measure/entry-rate", search, output=FRAME)
    foot = answer.json["response"]["shell-footer"]["children"]
    assert f"{edition.capitalize()} edition" in words(foot)
    assert "Source: " in words(foot)
    (link,) = [each["props"] for each in components(foot) if each["type"] == "A"]
    assert link["href"] == f"{dashboard.prefix}measure/entry-rate?by=sex"
    assert (link["target"], link["rel"]) == ("_blank", "noopener")
    assert "new tab" in words(foot)


def test_codes_always_lead_to_the_public_edition(
    staff: Dashboard, public: Dashboard
) -> None:
    assert meta(staff, "embed-own") == "/"
    assert meta(staff, "embed-base") == meta(public, "embed-base") == "/public/"


def test_staff_without_a_public_edition_offers_no_code(settings: Settings) -> None:
    alone = Dashboard(client=Client(create_app(settings).server))
    assert meta(alone, "embed-base") == ""


def test_the_staff_edition_is_framed_by_nobody_else(settings: Settings) -> None:
    framed = replace(settings, frame_ancestors=PORTAL)
    staff = Dashboard(client=Client(create_app(framed).server))
    headers = staff.get("").headers
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert PORTAL not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert meta(staff, "embed-parents") == ""


def test_the_public_edition_is_framed_by_whom_the_installer_lists(
    settings: Settings,
) -> None:
    framed = replace(settings, edition="public", frame_ancestors=PORTAL)
    public = Dashboard(client=Client(create_app(framed).server))
    headers = public.get("").headers
    assert f"frame-ancestors 'self' {PORTAL}" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers
    assert meta(public, "embed-parents") == meta(public, "embed-sites") == PORTAL


def test_the_words_of_the_panel_come_with_every_page(public: Dashboard) -> None:
    said = json.loads(meta(public, "embed-words"))
    assert "public edition" in said["help"]
    assert len(said["themes"].split("|")) == 4


def test_the_script_for_others_is_small_and_kept_for_an_hour(public: Dashboard) -> None:
    first = public.get("embed.js")
    assert first.status_code == 200
    assert first.mimetype == "text/javascript"
    assert len(first.data) < 2500
    assert "max-age=3600" in first.headers["Cache-Control"]
    assert "immutable" not in first.headers["Cache-Control"]
    assert first.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = public.get("embed.js", **{"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("path", ["", "_dash-layout", "download/entry-rate.csv"])
def test_public_answers_are_kept_shortly_and_marked(
    public: Dashboard, path: str
) -> None:
    for encoding in ("identity", "br"):
        first = public.get(path, **{"Accept-Encoding": encoding})
        kept = first.headers["Cache-Control"]
        assert "public, max-age=60, stale-while-revalidate=600" in kept
        assert first.headers["Vary"] == "Accept-Encoding"
        mark = {"If-None-Match": first.headers["ETag"], "Accept-Encoding": encoding}
        again = public.get(path, **mark)
        assert again.status_code == 304
        assert not again.data


def test_another_page_has_another_mark(public: Dashboard) -> None:
    one, other = (
        public.get(f"download/{name}.csv").headers["ETag"]
        for name in ("entry-rate", "re-entry")
    )
    assert one != other


@pytest.mark.parametrize("path", ["", "_dash-layout", "download/entry-rate.csv"])
def test_nothing_of_the_staff_edition_is_kept(staff: Dashboard, path: str) -> None:
    assert staff.get(path).headers["Cache-Control"] == "no-store"
    assert staff.visit("/").headers["Cache-Control"] == "no-store"


def test_what_may_not_be_kept_is_not(public: Dashboard) -> None:
    for path in ("health", "nothing", "download/nothing.csv"):
        assert public.get(path).headers["Cache-Control"] == "no-store", path
    assert public.visit("/").headers["Cache-Control"] == "no-store"


def test_files_are_kept_in_both_editions(staff: Dashboard, public: Dashboard) -> None:
    for dashboard in (staff, public):
        first = re.search(
            r'src="[^"]*(assets/theme\.js\?v=\w+)"', dashboard.get("").text
        )
        assert first
        found = dashboard.get(first[1])
        assert found.status_code == 200
        assert "immutable" in found.headers["Cache-Control"]


def test_the_theme_is_there_before_anything_is_drawn(public: Dashboard) -> None:
    head, _, body = public.get("").text.partition("</head>")
    assert "assets/theme.js" in head
    assert "theme.js" not in body
    assert "portal.js" not in body
