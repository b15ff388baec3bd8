"""HTML elements in the form in which Dash sends them, ten times as quick to make.

A page has some thousand elements. A Dash component looks at every property that it
could have when it is made and again when it is sent; these are the plain dictionaries
that come out of that. They go wherever Dash takes a component; a test makes the real
component of each, so that a property that Dash does not know is found.
"""

from collections.abc import Callable
from typing import Any

NAMESPACE = "dash_html_components"


class Tag(dict[str, Any]):
    """One element; its properties can be read as attributes."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name == "_type":
            return self["type"]
        try:
            return self["props"][name]
        except KeyError:
            raise AttributeError(name) from None


def _element(kind: str) -> Callable[..., Tag]:
    def make(children: Any = None, **props: Any) -> Tag:
        given = {name: value for name, value in props.items() if value is not None}
        if children is not None:
            given["children"] = children
        return Tag(props=given, type=kind, namespace=NAMESPACE)

    return make


A, Article, B, Button = map(_element, ("A", "Article", "B", "Button"))
Caption, Code, Dd, Details = map(_element, ("Caption", "Code", "Dd", "Details"))
Div, Dl, Dt, Fieldset = map(_element, ("Div", "Dl", "Dt", "Fieldset"))
Figcaption, Figure, Footer = map(_element, ("Figcaption", "Figure", "Footer"))
Form = _element("Form")
H1, H2, H3, H4 = map(_element, ("H1", "H2", "H3", "H4"))
Header, Img, Label = map(_element, ("Header", "Img", "Label"))
Legend, Li = map(_element, ("Legend", "Li"))
Main, Nav, Ol, P, Pre = map(_element, ("Main", "Nav", "Ol", "P", "Pre"))
Section, Span, Strong, Summary = map(_element, ("Section", "Span", "Strong", "Summary"))
Table, Tbody, Td, Th = map(_element, ("Table", "Tbody", "Td", "Th"))
Thead, Tr, Ul = map(_element, ("Thead", "Tr", "Ul"))
