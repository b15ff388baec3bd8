"""Elements made the quick way are the components that Dash would have made."""

import inspect
import pickle

import pytest
from dash import html

from components import tags
from pages._style.drawn import parts_of_page
from tests.unit.components_tree import walk

MADE = sorted(name for name in vars(tags) if callable(getattr(html, name, None)))


@pytest.mark.parametrize("name", MADE)
def test_an_element_is_what_dash_sends(name: str) -> None:
    given = {"className": "a", "id": "b", "data-sort": "number", "aria-label": "c"}
    quick = getattr(tags, name)(["text"], **given)
    slow = getattr(html, name)(["text"], **given)
    assert quick == slow.to_plotly_json()
    assert pickle.loads(pickle.dumps(quick)) == quick


def test_all_names_are_elements_of_dash() -> None:
    made = [n for n, found in vars(tags).items() if inspect.isfunction(found)]
    assert len(MADE) > 30
    assert {n for n in made if not n.startswith("_")} <= set(MADE)


def test_dash_knows_every_property_that_is_given() -> None:
    """The real component refuses a property that it does not have."""
    tree = [draw() for *_, draw in parts_of_page()]
    found = [each for each in walk(tree) if isinstance(each, tags.Tag)]
    assert len(found) > 500
    for each in found:
        getattr(html, each["type"])(**each["props"])
