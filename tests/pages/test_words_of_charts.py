"""Every chart of every page can be told in words, in both editions."""

import re
from typing import Any

import pytest

from components import words as shared
from tests.pages.calls import Dashboard, components, words

PAGES = (
    ("/measure/entry-rate", ""), ("/measure/entry-rate", "?county=37177&by=age"),
    ("/disparity", ""), ("/disparity", "?county=37063"), ("/disparity/counties", ""),
    ("/county/37063", ""), ("/county/37177", "?years=3"), ("/briefing/37063", ""),
    ("/briefing/37177", "?compare=37063"),
)  # fmt: skip


@pytest.fixture(params=["staff", "public"])
def either(request: pytest.FixtureRequest) -> Dashboard:
    return request.getfixturevalue(request.param)


def charts(layout: Any) -> list[Any]:
    kinds = (e for e in components(layout) if e["type"] == "Figure")
    return [e for e in kinds if e["props"].get("className") == "chart"]


def told(chart: Any) -> list[str]:
    """The sentences of a chart's closed box."""
    for each in components(chart):
        if each["props"].get("className") == "in-words":
            summary, opened = each["props"]["children"]
            assert words(summary).startswith(shared.IN_WORDS)
            assert not each["props"].get("open")
            return [str(s) for s in opened["props"]["children"][0]["props"]["children"]]
    return []


def is_drawn(chart: Any) -> bool:
    """Whether it has a drawing; a frame may hold a table or a notice alone."""
    drawing = next(
        e for e in components(chart) if e["props"].get("className") == "drawing"
    )
    kinds = {str(e["props"].get("className", "")) for e in components(drawing)}
    kinds |= {str(e["props"].get("role", "")) for e in components(drawing)}
    drawn = ("plot", "dots", "spine", "waterfall", "funnel", "map", "pathway", "panels")
    return any(kind.split(" ")[0].startswith(drawn) for kind in kinds if kind)


@pytest.mark.parametrize(("path", "search"), PAGES)
def test_every_drawing_has_its_words(
    either: Dashboard, path: str, search: str
) -> None:
    found = [each for each in charts(either.page(path, search)) if is_drawn(each)]
    assert found
    for chart in found:
        said = told(chart)
        assert said, words(chart)[:200]
        assert all(re.search(r"[.:]\s*$", each) for each in said)
        text = " ".join(said)
        assert "nan" not in text.lower().split()
        assert "worst" not in text
        assert "because" not in text


@pytest.mark.parametrize(("path", "search"), PAGES)
def test_no_sentence_stands_twice(either: Dashboard, path: str, search: str) -> None:
    for chart in charts(either.page(path, search)):
        over = [
            words(e)
            for e in components(chart)
            if e["props"].get("className") == "chart-sentence"
        ]
        for sentence in told(chart):
            assert sentence.strip() not in " ".join(over)
