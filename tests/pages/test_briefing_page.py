"""The briefing of a county over HTTP: large and small, alone and beside others."""

import re
from typing import Any

import pytest

from pages import _notices
from pages._present import briefing_beside
from pages._words import briefing as said
from pages._words import county as of_county
from tests.pages.calls import FRAME, Dashboard, components, words
from tests.pages.hostile import QUERIES

COUNTIES = ("37063", "37177", "37119", "37095")
OTHERS = "?compare=37183,37119"


@pytest.fixture(params=["staff", "public"])
def either(request: pytest.FixtureRequest) -> Dashboard:
    return request.getfixturevalue(request.param)


def of_class(layout: Any, name: str) -> list[Any]:
    return [
        each
        for each in components(layout)
        if name in str(each["props"].get("className", "")).split()
    ]


def headings(layout: Any, *kinds: str) -> list[str]:
    return [words(e) for e in components(layout) if e["type"] in kinds]


@pytest.mark.parametrize("county", COUNTIES)
@pytest.mark.parametrize("query", ["", "?years=3", "?years=1", OTHERS])
def test_every_county_has_its_briefing(
    either: Dashboard, county: str, query: str
) -> None:
    query = query if county != "37119" else query.replace("37119", "37001")
    page = either.page(f"/briefing/{county}", query)
    shown = words(page)
    assert _notices.BROKEN not in shown
    measures = said.BESIDE if "compare" in query else said.SPINE
    asked = [said.CHANGED, measures, said.GAP, said.PLAN, said.DUE, said.NOTES]
    found = headings(page, "H2")
    assert [each for each in found if each in asked] == [
        said.CHANGED, measures, said.GAP, said.PLAN, said.DUE, said.NOTES,
    ]  # fmt: skip
    assert len(headings(page, "H1")) == 1


def test_the_head_names_county_period_and_vintage(either: Dashboard) -> None:
    page = either.first("/briefing/37063")
    (context,) = of_class(page, "context")
    assert words(page).count("Briefing for Monday: Durham County")
    assert "North Carolina" in words(context)
    assert "tate fiscal year" in words(context)
    assert "Data to 30 June 2025, version 00000" in words(context)


def test_no_more_than_three_changes_each_beyond_chance(either: Dashboard) -> None:
    told = 0
    for county in COUNTIES:
        page = either.first(f"/briefing/{county}")
        (listed,) = of_class(page, "briefing-changes") or [None]
        lines = [words(e) for e in components(listed) if e["type"] == "Li"]
        assert len(lines) <= 3
        for line in lines:
            low, high = re.findall(r"interval ([\d.]+) to ([\d.]+)\)", line)[0]
            assert float(low) >= 1 or float(high) <= 1, line
            pair = r"[\d,]+ of [\d,]+"
            assert re.search(rf"Counted: {pair} now, {pair} then", line)
        told += len(lines)
        if len(lines) < 3:
            shown = words(page)
            few = (said.CHANGED_NONE, *said.CHANGED_FEW)
            small = said.CHANGED_TOO_FEW.partition("{")[0]
            assert any(each in shown for each in (*few, small))
    assert told


def test_chance_is_told_and_nothing_is_ranked(staff: Dashboard) -> None:
    shown = words(staff.page("/briefing/37119"))
    assert "chance alone would flag" in shown
    assert "worst" not in shown.lower()
    assert "rank" not in shown.lower()
    assert "because of" not in shown.lower()


def test_a_small_county_is_told_of_the_area_around_it(either: Dashboard) -> None:
    shown = words(either.page("/briefing/37177"))
    assert "Demonstration region" in shown
    assert "Too few children" in shown or "too few children" in shown


def test_the_disparity_has_counts_and_an_interval(staff: Dashboard) -> None:
    shown = words(staff.page("/briefing/37119"))
    gap = shown[shown.index(said.GAP) :]
    assert "95 % interval" in gap
    assert re.search(r"Counted: [\d,]+ of [\d,]+ \w+.* children; [\d,]+ of", gap)


def test_promises_have_dates_and_the_states_status(either: Dashboard) -> None:
    page = either.page("/briefing/37063")
    rows = [words(e) for e in components(page) if e["type"] == "Tr"]
    promised = [row for row in rows if re.search(r"\b[SP]\d: ", row)]
    assert len(promised) >= 3
    assert all(re.search(r"\d{1,2} [A-Z]\w+ 20\d\d", row) for row in promised)
    assert "The data here go to 30 June 2025." in words(page)


def test_years_and_counties_are_links_that_keep_each_other(staff: Dashboard) -> None:
    page = staff.first("/briefing/37063", f"{OTHERS}&years=3")
    hrefs = [e["props"].get("href") for e in components(page) if e["type"] == "A"]
    assert "/briefing/37063?years=1&compare=37183,37119" in hrefs
    assert "/briefing/37063?years=3&compare=37119" in hrefs
    assert "/briefing/37063?years=3&compare=37183" in hrefs
    options = [e["props"] for e in components(page) if e["type"] == "Select"]
    (listed,) = [each["options"] for each in options if "briefing" in each["id"]]
    assert len(listed) == 97
    assert listed[0]["value"] == "/briefing/37063?years=3&compare=37183,37119,37001"


def test_counties_stand_in_the_order_of_the_address(either: Dashboard) -> None:
    page = either.page("/briefing/37063", OTHERS)
    drawn = of_class(page, "beside")
    assert len(drawn) == 16
    for each in drawn:
        names = [words(e).strip() for e in of_class(each, "dot-name")]
        assert names == ["Durham", "Wake", "Mecklenburg"]
    table = [words(e) for e in components(page) if e["type"] == "Caption"]
    assert any("Durham, Wake, Mecklenburg" in each for each in table)


def test_counties_beside_each_other_share_one_axis_and_give_counts(
    staff: Dashboard,
) -> None:
    page = staff.page("/briefing/37063", OTHERS)
    for each in of_class(page, "beside"):
        assert len(of_class(each, "axis")) <= 1
        for row in of_class(each, "dot-row"):
            numbers = words(of_class(row, "dot-numbers")[0])
            assert re.search(r"[\d,]+ of [\d,]+", numbers), numbers


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("?compare=99999", "There is no county “99999”"),
        ("?compare=37183,37183", "Wake more than once"),
        ("?compare=37063", "Durham more than once"),
        ("?compare=37001,37003,37005,37007", "no more than 3"),
        ("?compare=53033", "There is no county “53033” in North Carolina"),
        ("?compare=nc", "There is no county"),
        ("?compare=<script>alert(1)</script>", "There is no county"),
        ("?compare=37183&compare=37119", "more than once"),
    ],
)
def test_counties_that_cannot_be_compared_give_a_notice_and_the_briefing(
    staff: Dashboard, query: str, says: str
) -> None:
    page = staff.page("/briefing/37063", query)
    shown = words(page)
    assert _notices.BROKEN not in shown
    assert says in shown
    assert said.BESIDE_TITLE in shown or "names" in shown
    assert said.BESIDE_NOTE[:20] not in shown


@pytest.mark.parametrize("query", ["?compare=", "?compare=,,", "?years=7", "?years=x"])
def test_what_asks_for_nothing_is_the_plain_briefing(
    staff: Dashboard, query: str
) -> None:
    page = staff.page("/briefing/37063", query)
    assert said.SPINE in headings(page, "H2")
    assert said.BESIDE_TITLE not in words(page)


@pytest.mark.parametrize("county", ["99999", "nc", "region:1", "", "37063,37183"])
def test_what_is_no_county_gets_a_notice(staff: Dashboard, county: str) -> None:
    shown = words(staff.page(f"/briefing/{county}"))
    assert _notices.BROKEN not in shown
    assert said.CHANGED not in shown


def test_the_county_leads_to_its_briefing_and_the_menu_does_not(
    staff: Dashboard,
) -> None:
    page = staff.first("/county/37063")
    links = {e["props"].get("href"): words(e) for e in components(page)}
    assert links["/briefing/37063"] == said.LINK
    frame = staff.visit("/briefing/37063", output=FRAME).text
    assert "Durham, North Carolina" in frame
    assert '"href":"/briefing/37063"' not in frame.replace(" ", "")


def test_measures_of_the_briefing_are_those_of_the_county(staff: Dashboard) -> None:
    both = [staff.page(path) for path in ("/briefing/37063", "/county/37063?")]
    spines = [[words(e) for e in of_class(p, "spine-name")] for p in both]
    assert spines[0]
    assert of_county.SPINE not in words(both[0])


def test_no_more_than_three_others(staff: Dashboard) -> None:
    page = staff.first("/briefing/37063", "?compare=37183,37119,37001")
    assert said.BESIDE_FULL.format(most=briefing_beside.MOST) in words(page)


@pytest.mark.parametrize("query", QUERIES)
def test_a_hostile_query_gets_an_answer(staff: Dashboard, query: str) -> None:
    assert _notices.BROKEN not in words(staff.page("/briefing/37177", query))
    assert staff.visit("/briefing/37177", query, output=FRAME).status_code == 200
