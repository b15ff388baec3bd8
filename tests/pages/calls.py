"""A page as the browser asks for it: the router's call, then the page's own calls."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from werkzeug.test import Client, TestResponse

LOCAL = {"REMOTE_ADDR": "127.0.0.1"}
ROUTER = "_pages_content.children"
FRAME = "shell-header.children"


@dataclass(kw_only=True)
class Dashboard:
    """The calls of one edition, through a client without a screen."""

    client: Client
    prefix: str = "/"

    def get(self, path: str, **headers: str) -> TestResponse:
        address = self.prefix + path.lstrip("/")
        named = {"Host": "127.0.0.1"} | headers
        return self.client.get(address, headers=named, environ_overrides=LOCAL)

    def post(self, body: Any) -> TestResponse:
        return self.client.post(
            f"{self.prefix}_dash-update-component",
            data=body if isinstance(body, (str, bytes)) else json.dumps(body),
            content_type="application/json",
            headers={"Host": "127.0.0.1"},
            environ_overrides=LOCAL,
        )

    @cached_property
    def callbacks(self) -> list[dict[str, Any]]:
        return self.get("_dash-dependencies").json

    def callback(self, output: str) -> dict[str, Any]:
        return next(each for each in self.callbacks if output in each["output"])

    def visit(
        self, path: str, search: str = "", *, output: str = ROUTER
    ) -> TestResponse:
        """The router's answer for an address inside the dashboard."""
        values = {"pathname": self.prefix + path.lstrip("/"), "search": search}
        return self.call(self.callback(output), lambda _, name: values[name])

    def page(self, path: str, search: str = "") -> Any:
        """The layout at an address, with the sections that come by their own calls."""
        layout = self.first(path, search)
        shown = {e["props"].get("id"): e["props"] for e in components(layout)}
        for callback in self.callbacks:
            if self._comes_by_itself(callback, shown):
                answer = self.call(callback, lambda id, name: shown[id].get(name))
                assert answer.status_code == 200, (path, callback["output"])
                for id, props in answer.json["response"].items():
                    shown[id] |= props
        return layout

    def first(self, path: str, search: str = "") -> Any:
        """The layout at an address as the router answers it."""
        answer = self.visit(path, search)
        assert answer.status_code == 200, (path, search, answer.text[:300])
        return answer.json["response"]["_pages_content"]["children"]

    @staticmethod
    def _comes_by_itself(callback: dict[str, Any], shown: dict[str, Any]) -> bool:
        """Whether a browser makes the call as soon as the layout is there."""
        if callback["clientside_function"] or callback["prevent_initial_call"]:
            return False
        outputs = outputs_of(callback["output"])
        named = outputs if isinstance(outputs, list) else [outputs]
        needed = [*named, *callback["inputs"], *callback["state"]]
        return all(each["id"] in shown for each in needed)

    def call(self, callback: dict[str, Any], value_of: Any) -> TestResponse:
        inputs = [_with(each, value_of) for each in callback["inputs"]]
        changed = [f"{each['id']}.{each['property']}" for each in inputs]
        body = {
            "output": callback["output"],
            "outputs": outputs_of(callback["output"]),
            "inputs": inputs,
            "state": [_with(each, value_of) for each in callback["state"]],
            "changedPropIds": changed,
        }
        return self.post(body)


def outputs_of(written: str) -> Any:
    """The outputs of a callback as the browser sends them."""
    parts = [part.rpartition(".") for part in written.strip(".").split("...")]
    listed = [{"id": id.split("@")[0], "property": name} for id, _, name in parts]
    return listed if written.startswith("..") else listed[0]


def _with(each: dict[str, Any], value_of: Any) -> dict[str, Any]:
    value = value_of(each["id"], each["property"])
    return {"id": each["id"], "property": each["property"], "value": value}


def components(layout: Any) -> Iterator[dict[str, Any]]:
    """Every component of a layout, as the browser gets it."""
    if isinstance(layout, list):
        for each in layout:
            yield from components(each)
    elif isinstance(layout, dict):
        if "props" in layout and "type" in layout:
            yield layout
        for value in layout.values():
            yield from components(value)


def words(layout: Any) -> str:
    """All that a reader can read in a layout."""
    if isinstance(layout, str):
        return layout
    if isinstance(layout, list):
        return " ".join(words(each) for each in layout)
    if isinstance(layout, dict):
        return words(layout.get("props", {}).get("children"))
    return "" if layout is None else str(layout)
