"""Small wordings that several pages share: chance, titles, what is compared with."""

import pytest

from components.heads import page_head
from components.views import PageHead
from pages._present.chance import by_chance
from pages._present.controls import reference_choices, reference_options
from pages._present.titles import window_title
from tests.unit.components_tree import text


@pytest.mark.parametrize(
    ("expected", "said"),
    [(0.028, "fewer than 1"), (0.99, "fewer than 1"), (1.0, "about one"),
     (2.6, "about three"), (12.4, "about 12")],
)  # fmt: skip
def test_chance_is_said_as_people_say_it(expected: float, said: str) -> None:
    assert by_chance(expected) == said


def test_a_window_is_called_after_what_and_where() -> None:
    assert window_title("Entering care", "Durham County") == (
        "Entering care, Durham County | Countywise"
    )
    assert window_title("Entering care") == "Entering care | Countywise"


@pytest.mark.parametrize(
    ("dimension", "first"),
    [("race", "White children (usual)"), ("sex", "Boys (usual)"),
     ("provider", "The usual group")],
)  # fmt: skip
def test_the_usual_group_is_that_of_the_dimension(dimension: str, first: str) -> None:
    assert reference_choices(dimension, whole_state=True)[0] == ("-", first)


def test_a_county_can_be_compared_with_its_state() -> None:
    values = [each["value"] for each in reference_options("age", whole_state=False)]
    assert values == ["-", "others", "state"]
    assert len(reference_options("age", whole_state=True)) == 2


def test_a_head_says_one_thing_first_and_the_rest_smaller() -> None:
    head = page_head(PageHead(question="Q?", lead="First.", more="Rest.", title="T"))
    assert text(head).index("First.") < text(head).index("Rest.")
    assert getattr(head, "data-title") == "T"
