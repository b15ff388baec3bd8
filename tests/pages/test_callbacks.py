"""Every callback of every page answers the values that its page begins with."""

from typing import Any

from pages._later import PLACES
from tests.pages.calls import Dashboard, components

PAGES = (
    "/", "/measure/entry-rate", "/measure/placement-stability", "/disparity",
    "/disparity/counties", "/county/37063", "/briefing/37063", "/methods", "/present",
)  # fmt: skip
SHELL = ("_pages", "shell-")


def of_pages(dashboard: Dashboard) -> list[dict[str, Any]]:
    """Callbacks that run on the server and belong to a page."""
    return [
        each
        for each in dashboard.callbacks
        if not each["clientside_function"]
        and not each["output"].strip(".").startswith(SHELL)
    ]


def ids(callback: dict[str, Any]) -> set[str]:
    return {each["id"] for each in callback["inputs"] + callback["state"]}


def is_spare(output: str) -> bool:
    """Whether it is for a place after the first, which a longer plan would use."""
    place = output.removesuffix(".children").rpartition("-")[2]
    return place.isdecimal() and 1 < int(place) <= PLACES


def test_every_page_callback_is_reached_and_answers(staff: Dashboard) -> None:
    waiting = {each["output"]: each for each in of_pages(staff)}
    for path in PAGES:
        shown = components(staff.page(path))
        props = {each["props"].get("id"): each["props"] for each in shown}
        for output, callback in list(waiting.items()):
            if not ids(callback) <= set(props):
                continue
            answer = staff.call(callback, lambda id, name, p=props: p[id].get(name))
            assert answer.status_code in (200, 204), (path, output, answer.text[:500])
            del waiting[output]
    left = {output for output in waiting if not is_spare(output)}
    assert not left, f"no page has the controls of {sorted(left)}"


def test_a_callback_survives_any_value(staff: Dashboard) -> None:
    for callback in of_pages(staff):
        for value in ("nothing", "", None, ["race", "age"], 7, {"a": 1}, "x" * 10_000):
            answer = staff.call(callback, lambda *_, v=value: v)
            assert answer.status_code in (200, 204), (callback["output"], value)
