"""Component trees as plain dictionaries, the form in which they are sent.

Dash asks every component about every property it could have, which for a page of some
thousand components takes as long as finding its figures. What was set is in the
component's own dictionary.
"""

from typing import Any

from dash.development.base_component import Component

WILDCARDS = ("data-", "aria-")


def plain(node: Any) -> Any:
    """The same tree without component objects; figures and values stay as they are."""
    if isinstance(node, Component):
        named = node._prop_names
        props = {
            name: plain(value)
            for name, value in vars(node).items()
            if name in named or name.startswith(WILDCARDS)
        }
        return {"props": props, "type": node._type, "namespace": node._namespace}
    if isinstance(node, (list, tuple)):
        return [plain(each) for each in node]
    return node
