"""The page of one measure: the answer, the groups, the counties, the embedded view."""

from pathlib import Path
from typing import Any

import pytest

from metrics.outcomes import Outcomes
from metrics.selection import Selection
from tests.pages.calls import Dashboard, components, words

PAGE = "/measure/permanency-12-months"
DURHAM = "37063"


@pytest.fixture(scope="module")
def outcomes(demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition="staff")


def props(dashboard: Dashboard, search: str = "", path: str = PAGE) -> dict[str, Any]:
    shown = components(dashboard.page(path, search))
    return {each["props"].get("id"): each["props"] for each in shown}


def redrawn(dashboard: Dashboard, area: str, **chosen: str) -> str:
    """An area after its controls were set to other values."""
    known = props(dashboard)
    values = {f"measure--{name}": value for name, value in chosen.items()}
    callback = dashboard.callback(f"measure-{area}.children")
    answer = dashboard.call(
        callback, lambda id, name: values.get(id, known[id].get(name))
    )
    assert answer.status_code == 200, answer.text[:300]
    return words(answer.json["response"][f"measure-{area}"]["children"])


def test_the_answer_is_the_row_of_the_door(
    staff: Dashboard, outcomes: Outcomes
) -> None:
    row = next(iter(outcomes.table(Selection(state="nc", measure=PAGE[9:]))))
    said = words(staff.page(PAGE))
    assert "Are children finding permanent homes in time?" in said
    assert f"of {row.denominator:,.0f} children who entered care" in said
    assert f"{row.value:.1f}" in said


def test_only_a_state_is_shown_beside_a_national_value(staff: Dashboard) -> None:
    assert "National value" in str(staff.page(PAGE))
    of_county = str(staff.page(PAGE, f"?county={DURHAM}"))
    assert "National value" not in of_county
    assert "Durham County" in of_county


def test_controls_begin_with_what_the_address_says(staff: Dashboard) -> None:
    search = f"?county={DURHAM}&by=sex&window=sfy2023&reference=others"
    known = props(staff, search)
    values = {
        name: known[f"measure--{name}"]["value"]
        for name in ("county", "by", "window", "reference")
    }
    assert values == {
        "county": DURHAM, "by": "sex", "window": "sfy2023", "reference": "others"
    }  # fmt: skip


def test_a_region_is_a_place_too(staff: Dashboard) -> None:
    assert props(staff, "?region=2")["measure--county"]["value"] == "region:2"


@pytest.mark.parametrize(
    ("by", "expected"), [("race", "Hispanic"), ("age", "10 to 14"), ("sex", "Girls")]
)
def test_groups_are_drawn_again(staff: Dashboard, by: str, expected: str) -> None:
    assert expected.lower() in redrawn(staff, "groups", by=by).lower()


def test_head_and_places_follow_the_county(staff: Dashboard) -> None:
    assert "Durham County" in redrawn(staff, "head", county=DURHAM)
    assert "Of 100 counties" in redrawn(staff, "places", county=DURHAM) or (
        "None of the 100 counties" in redrawn(staff, "places", county=DURHAM)
    )


@pytest.mark.parametrize("path", [PAGE, "/disparity"])
def test_a_county_leads_on_to_all_its_figures(staff: Dashboard, path: str) -> None:
    shown = components(staff.page(path, f"?county={DURHAM}"))
    hrefs = {each["props"].get("href") for each in shown}
    assert {f"/county/{DURHAM}", f"/briefing/{DURHAM}"} <= hrefs
    assert f"/county/{DURHAM}" not in str(staff.first(path))


def test_every_county_is_on_the_map_and_in_the_table(staff: Dashboard) -> None:
    shown = list(components(staff.page(PAGE)))
    drawn = next(c["props"]["data-map"] for c in shown if "data-map" in c["props"])
    assert drawn.count('"fips"') == 100
    links = [c["props"].get("href", "") for c in shown if c["type"] == "A"]
    assert sum("county=37" in each for each in links) >= 100


def test_an_embedded_part_is_one_chart_and_an_embedded_page_is_whole(
    staff: Dashboard,
) -> None:
    page = staff.page(PAGE, "?embed=1&part=groups")
    kinds = [each["type"] for each in components(page)]
    assert kinds.count("Figure") == 1
    assert "Select" not in kinds
    whole = staff.page(PAGE, "?embed=1")
    assert "Select" in [each["type"] for each in components(whole)]


def test_the_public_edition_hides_and_never_says_zero(public: Dashboard) -> None:
    said = words(public.page(PAGE, f"?county={DURHAM}"))
    assert "hidden" in said


@pytest.mark.parametrize(
    "search",
    ["?county=99999", "?by=colour", "?window=sfy1888", "?reference=martians",
     "?state=xx", "?county=37063&county=37001", "?region=99"],
)  # fmt: skip
def test_what_is_not_there_is_said_so(staff: Dashboard, search: str) -> None:
    said = words(staff.page(PAGE, search))
    assert "Something went wrong" not in said
    assert "There" in said or "more than once" in said
    assert "Are children" not in said


def test_an_unknown_measure_is_a_notice(staff: Dashboard) -> None:
    assert "There is no such measure" in words(staff.page("/measure/no-such"))
