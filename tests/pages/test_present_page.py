"""The presentation over HTTP: its slides, its links, its notices, in both editions."""

from typing import Any

import pytest

from pages import _notices
from pages._words import present as said
from tests.pages.calls import FRAME, Dashboard, components, words

PAGE = "/present"
NAMES = (
    "cover", "p1", "p2", "gap", "improved", "not-improved", "due", "questions", "words",
)  # fmt: skip


@pytest.fixture(params=["staff", "public"])
def either(request: pytest.FixtureRequest) -> Dashboard:
    return request.getfixturevalue(request.param)


def slides(dashboard: Dashboard, search: str = "") -> list[dict[str, Any]]:
    shown = components(dashboard.page(PAGE, search))
    found = [each["props"] for each in shown if each["type"] == "Section"]
    return [each for each in found if "slide" in each.get("className", "").split()]


def names(dashboard: Dashboard, search: str = "") -> list[str]:
    return [each["data-name"] for each in slides(dashboard, search)]


def test_the_usual_slides_come_in_order_and_are_numbered(either: Dashboard) -> None:
    shown = slides(either)
    assert tuple(each["data-name"] for each in shown) == NAMES
    assert [each["id"] for each in shown] == [str(n + 1) for n in range(9)]
    assert shown[3]["aria-label"].startswith("4 of 9: ")


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("?slides=gap,cover", ["gap", "cover"]),
        ("?slides=words", ["words"]),
        ("?slides=cover,m-re-entry,m-entry-rate,p2",
         ["cover", "m-re-entry", "m-entry-rate", "p2"]),
        ("?slides=gap%2Ccover&slide=cover&county=37063", ["gap", "cover"]),
    ],
)  # fmt: skip
def test_the_address_chooses_and_orders(
    staff: Dashboard, search: str, expected: list[str]
) -> None:
    assert names(staff, search) == expected


def test_a_long_choice_is_still_an_address(staff: Dashboard) -> None:
    every = ",".join(
        each["props"]["data-name"]
        for each in components(staff.page(PAGE))
        if each["type"] == "Li" and "data-name" in each["props"]
    )
    assert len(every) > 300
    assert names(staff, f"?slides={every}") == every.split(",")


@pytest.mark.parametrize(
    "search", ["?slides=nothing", "?slides=cover,cover", "?slide=12", "?slide=other"]
)
def test_an_unknown_slide_gives_a_notice_with_the_frame(
    staff: Dashboard, search: str
) -> None:
    shown = words(staff.page(PAGE, search))
    assert _notices.BROKEN not in shown
    assert "slide" in shown
    frame = staff.visit(PAGE, search, output=FRAME)
    assert "behind" in frame.text
    assert "Scorecard" in frame.text


def test_each_edition_says_which_it_is_on_every_slide(either: Dashboard) -> None:
    edition = "public" if either.prefix != "/" else "staff"
    for each in slides(either, "?county=37063"):
        shown = words({"props": each})
        assert dict(said.EDITIONS)[edition] in shown
        assert said.DEMO in shown


@pytest.mark.parametrize(
    "search", ["?county=37063", "?county=37177", "?region=1", "?place=region:2"]
)
def test_every_place_has_its_slides(either: Dashboard, search: str) -> None:
    assert tuple(names(either, search)) == NAMES
    assert _notices.BROKEN not in words(either.page(PAGE, search))


def test_one_slide_can_stand_in_another_page(either: Dashboard) -> None:
    layout = either.page(PAGE, "?embed=1&slide=gap&county=37063")
    shown = [
        e for e in components(layout) if "slide-gap" in str(e["props"].get("className"))
    ]
    assert len(shown) == 1
    assert "is-now" in shown[0]["props"]["className"]
    assert said.DEMO in words(layout)
    assert not [e for e in components(layout) if e["type"] == "Nav"]


def test_a_slide_may_be_named_by_its_number(staff: Dashboard) -> None:
    decks = [
        each["props"]
        for each in components(staff.page(PAGE, "?slide=3"))
        if each["props"].get("className") == "deck"
    ]
    assert decks[0]["data-start"] == "3"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/", "present"), ("/county/37063", "present?county=37063"),
        ("/disparity", "present"),
    ],
)  # fmt: skip
def test_pages_lead_to_the_slides_of_their_place(
    either: Dashboard, path: str, target: str
) -> None:
    shown = components(either.page(path))
    links = {e["props"].get("href"): words(e) for e in shown if e["type"] == "A"}
    assert links[either.prefix + target] == said.PRESENT_LINK


def test_the_way_back_leads_to_the_place(staff: Dashboard) -> None:
    for search, back in (("", "/"), ("?county=37063", "/county/37063")):
        shown = components(staff.page(PAGE, search))
        links = [e["props"]["href"] for e in shown if words(e) == said.BACK]
        assert back in links


def test_a_call_for_slides_that_nobody_made_is_a_notice(staff: Dashboard) -> None:
    callback = staff.callback("present-part-0")
    for kept in ("nc", "nc//nothing/0/1", "zz//cover/0/1", "nc/37999/cover/0/1",
                 "nc//cover/x/y", "nc//cover,cover/0/2"):  # fmt: skip
        answer = staff.call(callback, lambda *_, k=kept: k)
        assert answer.status_code in (200, 204)
        assert _notices.BROKEN not in answer.text
