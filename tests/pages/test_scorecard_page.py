"""The start page holds the whole plan and every measure, in both editions."""

import pytest

from data.state import load_state
from metrics.catalog import catalogue
from pages._later import PLACES, placed
from pages._words import scorecard as said
from tests.pages.calls import Dashboard, components, words

PLAN = load_state("nc").plan
assert PLAN is not None


@pytest.fixture(params=["staff", "public"])
def either(request: pytest.FixtureRequest) -> Dashboard:
    return request.getfixturevalue(request.param)


def test_every_promise_stands_in_the_words_of_the_plan(either: Dashboard) -> None:
    shown = words(either.page("/"))
    for target in PLAN.targets:
        assert target.text in shown
    for priority in PLAN.priorities:
        assert priority.commitment in shown


def test_every_measure_of_the_catalogue_is_there(either: Dashboard) -> None:
    page = either.page("/")
    links = {each["props"].get("href", "") for each in components(page)}
    for measure in catalogue():
        assert any(f"measure/{measure.id}" in link for link in links), measure.id


def test_the_lead_counts_seventeen_promises(either: Dashboard) -> None:
    assert "Of 17 promises, " in words(either.page("/"))


def test_counties_are_counted_and_never_named(either: Dashboard) -> None:
    bars = [
        each
        for each in components(either.page("/"))
        if each["props"].get("className") == "three"
    ]
    assert bars
    assert all("100 counties" in words(bar) for bar in bars)
    assert "Tyrrell" not in words(either.page("/"))


def test_a_level_is_drawn_only_where_there_is_a_national_value(
    staff: Dashboard,
) -> None:
    for each in components(staff.page("/")):
        if each["props"].get("className") != "evidence":
            continue
        title = words(each)
        national = any(m.national and m.title in title for m in catalogue())
        assert national or "national" not in title


def test_what_changed_says_what_chance_would_give(staff: Dashboard) -> None:
    shown = words(staff.page("/"))
    assert said.CHANGED in shown
    assert "chance alone would flag" in shown


def test_no_milestone_is_met_without_evidence(staff: Dashboard) -> None:
    shown = words(staff.page("/"))
    assert "No evidence recorded" in shown
    assert "is met" not in shown


def test_every_picture_is_told_in_words(staff: Dashboard) -> None:
    pictures = [e for e in components(staff.page("/")) if e["type"] == "Img"]
    assert pictures
    assert all(each["props"]["alt"] for each in pictures)


@pytest.mark.parametrize("parts", [1, 5, PLACES - 1, PLACES, PLACES + 1, 30])
def test_every_part_has_a_place(parts: int) -> None:
    found = placed(parts)
    assert len(found) == min(parts, PLACES)
    numbers = [int(n) for each in found for n in each.split(",")]
    assert numbers == list(range(1, parts + 1))


def test_the_last_place_draws_all_that_are_left(staff: Dashboard) -> None:
    last = f"scorecard-part-{PLACES}"
    answer = staff.call(staff.callback(last), lambda id, name: "nc/4,5")
    drawn = words(answer.json["response"][last]["children"])
    for priority in PLAN.priorities[3:5]:
        assert priority.commitment in drawn
