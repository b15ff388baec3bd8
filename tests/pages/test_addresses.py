"""Every address answers: with its page, with a notice, or with a page not found."""

from urllib.parse import quote

import pytest

from pages import _notices
from tests.pages.calls import FRAME, Dashboard, words
from tests.pages.hostile import BODIES, LONG, PATHS, QUERIES, SCRIPT

PAGES = (
    "/", "/measure/entry-rate", "/disparity", "/disparity/counties", "/county/37063",
    "/methods", "/present", "/accessibility",
)  # fmt: skip
BY_QUERY = [(page, query) for query in QUERIES for page in PAGES]


def test_there_are_enough_hostile_addresses() -> None:
    assert len(PATHS) + len(QUERIES) >= 50


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_found_and_drawn(staff: Dashboard, path: str) -> None:
    assert staff.get(path).status_code == 200
    shown = words(staff.page(path))
    assert _notices.BROKEN not in shown
    assert len(shown) > 200


@pytest.mark.parametrize("path", PAGES)
def test_the_public_edition_has_the_same_pages(public: Dashboard, path: str) -> None:
    assert public.get(path).status_code == 200
    assert _notices.BROKEN not in words(public.page(path))


@pytest.mark.parametrize("path", PATHS)
def test_a_hostile_path_gets_an_answer(staff: Dashboard, path: str) -> None:
    assert staff.get(quote(path)).status_code in (200, 301, 302, 308, 404)
    assert _notices.BROKEN not in words(staff.page(path))
    assert staff.visit(path, output=FRAME).status_code == 200


@pytest.mark.parametrize(("path", "query"), BY_QUERY)
def test_a_hostile_query_gets_an_answer(
    staff: Dashboard, path: str, query: str
) -> None:
    assert _notices.BROKEN not in words(staff.page(path, query))


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("path", ["/", "/county/37063"])
def test_a_hostile_query_gets_a_frame(staff: Dashboard, path: str, query: str) -> None:
    # A frame knows a place from the path or from the query, whatever the page.
    assert staff.visit(path, query, output=FRAME).status_code == 200


@pytest.mark.parametrize("query", QUERIES)
def test_a_hostile_download_gets_an_answer(staff: Dashboard, query: str) -> None:
    answer = staff.get(f"download/entry-rate.csv{query}")
    assert answer.status_code in (200, 400, 404)


@pytest.mark.parametrize("body", BODIES)
def test_a_call_that_no_page_makes_is_refused(staff: Dashboard, body: bytes) -> None:
    assert staff.post(body).status_code == 400


def test_a_call_with_a_path_that_is_no_text_is_refused(staff: Dashboard) -> None:
    call = staff.callback("_pages_content")
    for value in (None, 1, [], {}):
        assert staff.call(call, lambda *_, v=value: v).status_code == 400


def test_what_is_not_there_says_so(staff: Dashboard) -> None:
    assert staff.get("/nothing").status_code == 404
    assert _notices.NOT_FOUND in words(staff.page("/nothing"))


def test_an_address_is_never_written_into_the_page(staff: Dashboard) -> None:
    for path in (f"/{SCRIPT}", f"/?x={SCRIPT}"):
        assert SCRIPT not in staff.get(path).text


def test_a_body_that_is_too_long_is_refused(staff: Dashboard) -> None:
    answer = staff.post(b'{"output": "' + LONG.encode() * 200 + b'"}')
    assert answer.status_code in (400, 413)
