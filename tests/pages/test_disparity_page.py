"""Differences between groups: both bases, the counts, the published figures."""

import re
from pathlib import Path
from typing import Any

import pytest

from metrics.outcomes import Outcomes
from metrics.selection import Selection
from tests.pages.calls import Dashboard, components, words

PAGE = "/disparity"
DURHAM = "37063"
STEPS = (
    "Reported", "Screened in", "Assessed", "Finding", "Entered care", "In care",
    "In care two years", "Left to a permanent home",
)  # fmt: skip


@pytest.fixture(scope="module")
def outcomes(demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition="staff")


def props(dashboard: Dashboard, search: str = "") -> dict[str, Any]:
    shown = components(dashboard.page(PAGE, search))
    return {each["props"].get("id"): each["props"] for each in shown}


def part(dashboard: Dashboard, name: str) -> str:
    shown = components(dashboard.page(PAGE))
    return words(next(e for e in shown if e["props"].get("data-part") == name))


def redrawn(dashboard: Dashboard, area: str, **chosen: str) -> str:
    known = props(dashboard)
    values = {f"disparity--{name}": value for name, value in chosen.items()}
    callback = dashboard.callback(f"disparity-{area}.children")
    answer = dashboard.call(
        callback, lambda id, name: values.get(id, known[id].get(name))
    )
    assert answer.status_code == 200, answer.text[:300]
    return words(answer.json["response"][f"disparity-{area}"]["children"])


def test_both_bases_stand_on_the_page(staff: Dashboard) -> None:
    population, decision = part(staff, "population"), part(staff, "decision")
    assert all(step in population for step in STEPS)
    assert "annual flow ratio" in decision
    assert "annual flow ratio" not in population


def test_a_ratio_stands_with_its_counts(staff: Dashboard, outcomes: Outcomes) -> None:
    window = outcomes.latest("nc", outcomes.measure("found"))
    table = outcomes.table(
        Selection(state="nc", measure="report-rate", by="race", windows=(window,))
    )
    row = table.row(group="black_nh")
    said = part(staff, "population")
    assert f"{row.ratio:.2f}" in said
    assert f"{row.numerator:,.0f} of {row.denominator:,.0f}" in said


def test_a_county_is_pooled_over_three_years(staff: Dashboard) -> None:
    said = redrawn(staff, "head", county=DURHAM)
    assert re.search(r"fiscal years \d{4} to \d{4}", said)


def test_the_base_of_the_sentences_can_be_changed(staff: Dashboard) -> None:
    assert "per 1,000" in redrawn(staff, "children", base="population")
    assert "per 100 (" in redrawn(staff, "children", base="decision")


@pytest.mark.parametrize(("dim", "group"), [("age", "10 to 14"), ("sex", "Girls")])
def test_other_groups(staff: Dashboard, dim: str, group: str) -> None:
    assert group in redrawn(staff, "steps", dim=dim)


def test_the_share_not_known_is_told_at_every_step(staff: Dashboard) -> None:
    said = part(staff, "unknown")
    assert "Children whose race is not known" in said
    assert all(step in said for step in STEPS)


def test_published_federal_figures_stand_beside_the_demonstration(
    staff: Dashboard,
) -> None:
    said = words(staff.page(PAGE))
    assert "Published federal figures: North Carolina" in said
    assert "2.14" in said  # American Indian or Alaska Native entries, FFY2021
    assert "AFCARS Report No. 29" in said


def test_words_describe_and_do_not_blame(staff: Dashboard) -> None:
    said = words(staff.page(PAGE)).lower()
    for never in ("bias", "worst", "caused by", "because of race"):
        assert never not in said


def test_the_public_edition_says_hidden(public: Dashboard) -> None:
    said = words(public.page(PAGE, f"?county={DURHAM}"))
    assert "hidden" in said


def test_a_download_for_every_step_and_base(staff: Dashboard) -> None:
    shown = list(components(staff.page(PAGE)))
    links = [c["props"].get("href", "") for c in shown if c["type"] == "A"]
    files = [each for each in links if ".csv" in each and "by=race" in each]
    years = [each for each in files if each.count("sfy") > 1]
    assert len(years) == 1
    assert len(files) - len(years) == 2 * len(STEPS) - 1
    assert staff.get(files[0]).status_code == 200


@pytest.mark.parametrize(
    "search", ["?dim=colour", "?window=x", "?county=1", "?reference=a&reference=b"]
)
def test_what_is_not_there_is_said_so(staff: Dashboard, search: str) -> None:
    said = words(staff.page(PAGE, search))
    assert "Something went wrong" not in said
    assert "For whom is it different" not in said
