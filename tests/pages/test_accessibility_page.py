"""The statement: what it says is true of the product, and somebody can be asked."""

import json

from data.state import load_state
from pages._present.statement import contact
from pages._words import accessibility as said
from tests.conftest import ROOT
from tests.pages.calls import FRAME, Dashboard, components, words


def test_the_page_says_what_was_tested_and_what_is_not_good_enough(
    staff: Dashboard, public: Dashboard
) -> None:
    for edition in (staff, public):
        shown = words(edition.page("/accessibility"))
        for each in (*said.GOALS, *said.LIMITS_SAY, said.REPORT_SAY):
            assert each in shown


def test_every_page_links_to_it(staff: Dashboard) -> None:
    for path in ("/", "/county/37063", "/nothing"):
        frame = staff.visit(path, output=FRAME).json
        hrefs = {each["props"].get("href") for each in components(frame)}
        assert "/accessibility" in hrefs


def test_the_rules_named_are_those_of_the_tests() -> None:
    listed = json.loads((ROOT / "package.json").read_text("utf-8"))
    version = listed["devDependencies"]["axe-core"]
    assert f"axe-core {version}" in dict(said.TESTS)["Rules"]


def test_a_contact_is_named_where_there_is_one() -> None:
    state = load_state("nc")
    assert contact(state).endswith("or the county departments of social services.")
    named = state.model_copy(update={"contact": "access@example.org, 555 0100."})
    assert contact(named) == "Write to or call: access@example.org, 555 0100."
