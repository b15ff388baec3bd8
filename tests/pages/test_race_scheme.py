"""The second race scheme on the pages: a named choice for staff, refused elsewhere."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from metrics.outcomes import Outcomes
from metrics.pathway_reader import Question
from metrics.pathway_tables import pathway
from pages._words import basics as words_of
from tests.pages.calls import Dashboard, components, words

FOLDED = "race_folded"
NAME = "Race (two or more counted with one)"
MEASURE = "/measure/entry-rate"
PAGES = ((MEASURE, "by", "measure--by"), ("/disparity", "dim", "disparity--dim"))


def choices(dashboard: Dashboard, path: str, id: str) -> dict[str, str]:
    shown = components(dashboard.page(path))
    props = next(each["props"] for each in shown if each["props"].get("id") == id)
    return {each["value"]: each["label"] for each in props["options"]}


@pytest.mark.parametrize(("path", "_", "id"), PAGES)
def test_staff_are_offered_it_by_a_plain_name_and_the_public_is_not(
    staff: Dashboard, public: Dashboard, path: str, _: str, id: str
) -> None:
    assert choices(staff, path, id)[FOLDED] == NAME
    assert FOLDED not in choices(public, path, id)
    assert "race" in choices(public, path, id)


@pytest.mark.parametrize(("path", "name", "_"), PAGES)
@pytest.mark.parametrize("place", ["", "&county=37119"])
def test_the_page_says_who_is_counted_where(
    staff: Dashboard, path: str, name: str, _: str, place: str
) -> None:
    said = words(staff.page(path, f"?{name}={FOLDED}{place}"))
    assert words_of.FOLDED in said
    assert words_of.FOLDED_DEMO in said
    assert "Black, one or more races" in said
    assert "Two or more other races" in said
    usual = words(staff.page(path, f"?{name}=race{place}"))
    assert words_of.FOLDED not in usual
    assert "one or more races" not in usual


def test_a_group_of_it_can_be_followed_along_the_decisions(
    staff: Dashboard, demo_root: Path
) -> None:
    found = pathway(
        Outcomes.open(demo_root, edition="staff"),
        Question(state="nc", dimension=FOLDED, group="black_folded"),
    )
    entered = found.chain.links[4]
    shown = components(staff.page("/disparity", f"?dim={FOLDED}&group=black_folded"))
    props = {each["props"].get("id"): each["props"] for each in shown}
    said = words(props["disparity-chain"]["children"])
    assert "Black children of one or more races" in said
    assert f"{entered.di.value:.2f}" in said


def test_the_census_is_refused_with_a_sentence(staff: Dashboard) -> None:
    page = staff.page("/disparity", f"?dim={FOLDED}&population=census2020")
    assert "2020 census does not say which races" in words(page)


@pytest.mark.parametrize(("path", "name", "_"), PAGES)
def test_a_public_address_of_it_is_answered_with_a_notice(
    public: Dashboard, path: str, name: str, _: str
) -> None:
    page = public.page(path, f"?{name}={FOLDED}")
    assert "staff edition only" in words(page)
    assert not any(each["type"] == "Table" for each in components(page))
    area = path.split("/")[1]
    answer = redrawn(public, path, f"{area}-head.children", {f"{area}--{name}": FOLDED})
    assert "staff edition only" in words(answer)


def redrawn(
    dashboard: Dashboard, path: str, output: str, chosen: dict[str, str]
) -> Any:
    """What a page answers if its control is set to what it does not offer."""
    props = {e["props"].get("id"): e["props"] for e in components(dashboard.page(path))}
    answer = dashboard.call(
        dashboard.callback(output),
        lambda id, name: chosen.get(id, props[id].get(name)),
    )
    assert answer.status_code == 200
    (response,) = answer.json["response"].values()
    return response["children"]


def test_its_file_names_the_scheme_and_the_public_has_no_such_file(
    staff: Dashboard, public: Dashboard
) -> None:
    address = f"download/entry-rate.csv?by={FOLDED}"
    rows = list(csv.DictReader(io.StringIO(staff.get(address).text.lstrip("\ufeff"))))
    assert {row["dimension"] for row in rows} == {FOLDED}
    assert {"black_folded", "aian_folded"} < {row["group"] for row in rows}
    refused = public.get(address)
    assert refused.status_code == 400
    assert "staff edition only" in refused.text
    county = f"download/entry-rate.csv?by=county&group={FOLDED}:black_folded"
    assert staff.get(county).status_code == 200
    assert public.get(county).status_code == 400


def test_the_public_cannot_be_asked_for_its_chain(public: Dashboard) -> None:
    refused = public.get(f"download/pathway.csv?group={FOLDED}:black_folded")
    assert refused.status_code == 400
    assert "staff edition only" in refused.text
