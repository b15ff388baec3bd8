"""The same trend where there is little room: what assets/trend.js changes, and back."""

from typing import Any

from components.views import Trend

NARROW = 460
# Names of windows that are longer leave no room for one in the middle.
LONG = 8


def fitted(figure: dict[str, Any], view: Trend) -> dict[str, Any]:
    """The figure with both shapes in its meta: a change of layout for each."""
    layout = figure["layout"]
    wide = {
        "margin.r": layout["margin"]["r"],
        "margin.t": layout["margin"]["t"],
        "xaxis.tickvals": layout["xaxis"]["tickvals"],
        "xaxis.ticktext": layout["xaxis"]["ticktext"],
        "annotations": layout["annotations"],
    }
    last = len(view.windows) - 1
    long = any(len(each) > LONG for each in view.windows)
    shown = sorted({0, last} if long else {0, last // 2, last})
    narrow = {
        "margin.r": 56,
        "margin.t": 26 + 17 * max(0, _posts(layout) - 1),
        "xaxis.tickvals": shown,
        "xaxis.ticktext": [view.windows[i] for i in shown],
        "annotations": _short(layout["annotations"]),
    }
    layout["meta"] = {"limit": NARROW, "wide": wide, "narrow": narrow}
    return figure


def _posts(layout: dict[str, Any]) -> int:
    return sum(each.get("name") == "post" for each in layout["annotations"])


def _short(notes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """End labels keep their number only; words over posts stand one over the other."""
    found, level = [], 0
    for note in notes:
        each = dict(note)
        if each.get("name") == "end":
            each["text"] = next(t for t in each["text"].split("<br>") if "<b>" in t)
        if each.get("name") == "post":
            each["yshift"] = 9 + 17 * level
            level += 1
        found.append(each)
    return found
