"""Helpers that look into a tree of Dash components."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component

from components.tags import Tag

ELEMENT = (Component, Tag)


def walk(tree: Any) -> Iterator[Any]:
    """Every component and every text, in reading order."""
    if tree is None:
        return
    if isinstance(tree, list | tuple):
        for each in tree:
            yield from walk(each)
        return
    yield tree
    if isinstance(tree, ELEMENT):
        yield from walk(getattr(tree, "children", None))


def text(tree: Any) -> str:
    """All words of a tree, one space between."""
    parts = [str(each) for each in walk(tree) if not isinstance(each, ELEMENT)]
    return " ".join(" ".join(parts).split())


def find(tree: Any, name: str) -> list[Component]:
    """All components that carry this class."""
    return [
        each
        for each in walk(tree)
        if isinstance(each, ELEMENT)
        and name in str(getattr(each, "className", "") or "").split()
    ]


def kinds(tree: Any, kind: str) -> list[Component]:
    """All components of this type, as "Th" or "A"."""
    return [
        each for each in walk(tree) if isinstance(each, ELEMENT) and each._type == kind
    ]


def attribute(component: Component, name: str) -> Any:
    """A data- or aria- attribute, or any other property."""
    if isinstance(component, Tag):
        return component["props"].get(name)
    return component.to_plotly_json()["props"].get(name)
