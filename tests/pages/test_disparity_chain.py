"""Where the gap opens: the chain, its counties, its years, in both editions."""

import csv
import io
import re
from math import isnan
from pathlib import Path

import pytest

from metrics.outcomes import Outcomes
from metrics.pathway_reader import Question
from metrics.pathway_tables import pathway
from pages import _notices
from tests.pages.calls import Dashboard, components, words

PAGE = "/disparity"
WAKE, TYRRELL = "37183", "37177"


@pytest.fixture(scope="module")
def outcomes(demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition="staff")


def part(dashboard: Dashboard, name: str, search: str = "") -> str:
    shown = components(dashboard.page(PAGE, search))
    found = {each["props"].get("id"): each["props"] for each in shown}
    return words(found[f"disparity-{name}"]["children"])


def test_the_waterfall_says_what_the_chain_is(
    staff: Dashboard, outcomes: Outcomes
) -> None:
    said = part(staff, "chain", "?group=black_nh")
    found = pathway(outcomes, Question(state="nc"))
    assert "Where the gap opens: Black children and White children" in said
    for link in found.chain.links[:5]:
        assert link.stage.label in said
        assert f"{link.rri.value:.2f}" in said
        assert f"{link.stage.group.numerator:,.0f}" in said
    last = said[said.index("All of these together") :].split()
    assert last[4] == f"{found.chain.links[4].di.value:.2f}"
    outside = f"{found.outside.everyone:,.0f} of {found.outside.everyone_reported:,.0f}"
    assert f"Outside this chain: {outside}" in said
    assert "followed for twelve months from their first report" in said


def test_the_finding_comes_before_the_picture(staff: Dashboard) -> None:
    said = part(staff, "chain", "?group=black_nh")
    finding = re.search(r"for every [\d,]+ White children who entered care", said)
    assert finding
    assert finding.start() < said.index("1: no difference")


def test_the_group_can_be_chosen_and_the_surest_is_chosen_else(
    staff: Dashboard,
) -> None:
    assert "Asian children and White children" in part(
        staff, "chain", "?group=asian_nh"
    )
    assert re.search(
        r"Where the gap opens: .* and White children", part(staff, "chain")
    )
    girls = part(staff, "chain", "?dim=sex&group=black_nh")
    assert "girls and boys" in girls


def test_a_small_county_says_so_and_gives_the_whole_state(staff: Dashboard) -> None:
    said = part(staff, "chain", f"?county={TYRRELL}&group=black_nh")
    assert "Too few children in Tyrrell County" in said
    assert "In North Carolina, " in said
    assert "opens at" not in said
    head = part(staff, "head", f"?county={TYRRELL}")
    assert "Too few children in Tyrrell County" in head


def test_counties_are_split_in_the_state_view_only(
    staff: Dashboard, outcomes: Outcomes
) -> None:
    said = part(staff, "places", "?group=black_nh")
    found = pathway(outcomes, Question(state="nc"))
    assert "Where children live" in said
    assert f"{abs(found.within):.2f}" in said
    assert part(staff, "places", f"?county={WAKE}") == ""


def test_the_years_are_a_flow_and_share_no_day(staff: Dashboard) -> None:
    said = part(staff, "years", "?group=black_nh")
    assert "annual flow ratio" in said
    assert "state fiscal year 2020" in said
    county = part(staff, "years", f"?county={WAKE}&group=black_nh")
    assert "2020 to 2022" in county
    assert "2021 to 2023" not in county


def test_bounds_stand_beside_what_is_not_known(
    staff: Dashboard, outcomes: Outcomes
) -> None:
    said = part(staff, "unknown", "?group=black_nh")
    end = pathway(outcomes, Question(state="nc")).chain.link("cohort-entered")
    assert "How far the ratio could move: Black children" in said
    for bound in (end.bounds.di_lower, end.bounds.di_upper):
        assert f"{bound:.2f}" in said


def test_both_ways_of_counting_children_stand_side_by_side(staff: Dashboard) -> None:
    said = words(staff.page(PAGE))
    assert "population: 2020 census" in said
    assert "population: estimates of 1 July 2021" in said
    assert "The finding for children of two or more races depends" in said


def test_the_census_is_for_one_year_and_says_so(staff: Dashboard) -> None:
    said = part(staff, "chain", "?population=census2020&group=black_nh")
    assert "those of the 2020 census" in said
    assert "state fiscal year 2021" in said
    other = "?population=census2020&window=sfy2024"
    assert "counts the children of 2020" in words(staff.page(PAGE, other))


def test_staff_alone_choose_the_population(staff: Dashboard, public: Dashboard) -> None:
    assert "2020 census (one year only)" in str(staff.first(PAGE))
    assert "2020 census (one year only)" not in str(public.first(PAGE))


def cells(dashboard: Dashboard, search: str) -> dict[str, list[str]]:
    """What every row of the table twin of the chain holds, by its head."""
    shown = components(dashboard.page(PAGE, search))
    area = next(e for e in shown if e["props"].get("id") == "disparity-chain")
    rows = [each for each in components(area) if each["type"] == "Tr"]
    found = {}
    for each in rows:
        head, *rest = each["props"]["children"]
        found[words(head)] = [words(one) for one in rest]
    return found


@pytest.mark.parametrize("group", ["hispanic", "black_nh", "aian_nh"])
@pytest.mark.parametrize("county", [TYRRELL, WAKE])
def test_nothing_made_of_a_hidden_count_is_shown(
    public: Dashboard, demo_root: Path, county: str, group: str
) -> None:
    door = Outcomes.open(demo_root, edition="public")
    found = pathway(door, Question(state="nc", place=county, group=group))
    held = cells(public, f"?county={county}&group={group}")
    for link in (*found.chain.links, *found.branches):
        if isnan(link.stage.group.numerator):
            number, _, _, _, rri, di, adds, *_ = held[link.stage.label]
            assert not re.search(r"\d", number + rri + di + adds)


def test_the_chain_can_be_saved(staff: Dashboard, public: Dashboard) -> None:
    shown = components(staff.page(PAGE, "?group=black_nh"))
    hrefs = [e["props"].get("href", "") for e in shown if e["type"] == "A"]
    (there,) = {href for href in hrefs if "download/pathway.csv" in href}
    answer = staff.get(there)
    assert answer.status_code == 200
    rows = list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert [row["stage"] for row in rows][-1] == "cohort-served-at-home"
    assert {row["group"] for row in rows} == {"black_nh"}
    query = f"download/pathway.csv?place={TYRRELL}&group=race:hispanic"
    hidden = list(csv.DictReader(io.StringIO(public.get(query).text.lstrip("\ufeff"))))
    for row in hidden:
        if row["rri_status"] == "hidden":
            assert row["rri"] == row["per_1000"] == row["log_rri"] == ""


@pytest.mark.parametrize(
    "query",
    ["group=race:martian", "group=race:white_nh", "population=x", "reference=state",
     "place=99999", "window=sfy1900"],
)  # fmt: skip
def test_a_chain_that_is_not_there_is_refused(staff: Dashboard, query: str) -> None:
    answer = staff.get(f"download/pathway.csv?{query}")
    assert answer.status_code in (400, 404)
    assert answer.text.strip().endswith(".")


@pytest.mark.parametrize(
    "search",
    ["?group=martian", "?population=moon", "?group=black_nh&group=hispanic"],
)
def test_a_hostile_question_gets_a_notice(staff: Dashboard, search: str) -> None:
    said = words(staff.page(PAGE, search))
    assert _notices.BROKEN not in said
    assert "Where the gap opens" not in said


def test_the_same_group_in_the_state_has_no_chain(staff: Dashboard) -> None:
    said = part(staff, "chain", f"?county={WAKE}&reference=state")
    assert "compares two groups in the same place" in said


@pytest.mark.parametrize("show", ["chain", "trend", "population", "decision"])
def test_every_drawing_can_be_embedded(staff: Dashboard, show: str) -> None:
    said = words(staff.first(PAGE, f"?embed=1&show={show}&group=black_nh"))
    assert _notices.BROKEN not in said
    assert ("so far" in said) == (show == "chain")


def test_no_words_of_blame(staff: Dashboard, public: Dashboard) -> None:
    for dashboard in (staff, public):
        said = words(dashboard.page(PAGE, "?group=black_nh")).lower()
        for never in ("bias", "worst", "caused by", "because of race"):
            assert never not in said
