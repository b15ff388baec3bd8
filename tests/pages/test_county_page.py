"""Every county has a page, however small, in both editions."""

import pytest

from metrics.catalog import catalogue
from pages import _notices
from pages._words import county as said
from tests.pages.calls import Dashboard, components, words

SHOWN = tuple(m for m in catalogue() if m.step is None or m.step.chain == "year")
COUNTIES = ("37063", "37177", "37119", "37095")


@pytest.mark.parametrize("county", COUNTIES)
@pytest.mark.parametrize("query", ["", "?years=3"])
def test_a_county_shows_every_measure(
    staff: Dashboard, public: Dashboard, county: str, query: str
) -> None:
    for dashboard in (staff, public):
        shown = words(dashboard.page(f"/county/{county}", query))
        assert _notices.BROKEN not in shown
        for measure in SHOWN:
            assert measure.title in shown


def test_measures_lead_to_their_page_for_this_county(staff: Dashboard) -> None:
    names = [
        each["props"]["href"]
        for each in components(staff.page("/county/37063"))
        if each["props"].get("className") == "spine-name"
    ]
    assert len(names) == len(SHOWN)
    assert all("county=37063" in href for href in names)


def test_a_county_is_not_judged_against_a_national_value(staff: Dashboard) -> None:
    shown = words(staff.page("/county/37119"))
    values = [f"{m.national.value:g}" for m in catalogue() if m.national]
    assert values
    assert "against the national" not in shown
    assert "worst" not in shown.lower()
    assert "rank" not in shown.lower()


def test_like_counties_are_links_with_their_size(staff: Dashboard) -> None:
    page = staff.page("/county/37063")
    links = [e["props"].get("href", "") for e in components(page) if e["type"] == "A"]
    assert len({href for href in links if "/county/" in href} - {"/county/37063"}) >= 5
    assert said.LIKE.strip() in words(page)


def test_the_number_by_chance_is_told(staff: Dashboard) -> None:
    shown = words(staff.page("/county/37119"))
    if said.OUT in shown:
        assert "chance alone would flag" in shown
    else:
        assert "Nothing stands out" in shown or "too few children" in shown


def test_a_demonstration_region_is_marked_as_one(staff: Dashboard) -> None:
    shown = words(staff.page("/county/37063"))
    assert "Demonstration region" in shown
    assert "exist for the demonstration only" in shown


def test_hidden_figures_are_not_in_the_public_page(public: Dashboard) -> None:
    page = public.page("/county/37177")
    hidden = [
        each
        for each in components(page)
        if "missing-hidden" in str(each["props"].get("className", ""))
    ]
    assert hidden
    assert all(words(each) == "hidden" for each in hidden)


def test_the_list_has_every_county_by_name(staff: Dashboard) -> None:
    page = staff.page("/county")
    links = [e["props"].get("href", "") for e in components(page) if e["type"] == "A"]
    listed = [href for href in links if "/county/" in href]
    assert len(listed) == 100
    names = [words(e) for e in components(page) if e["type"] == "Th"][3:]
    assert names == sorted(names)


@pytest.mark.parametrize("county", ["99999", "nc", "region:1", "", "37063,37177"])
def test_what_is_no_county_gets_a_notice(staff: Dashboard, county: str) -> None:
    shown = words(staff.page(f"/county/{county}"))
    assert _notices.BROKEN not in shown
    assert said.SPINE not in shown
