"""Trends: what is firm, not final, hidden, broken; small multiples and sparklines."""

from typing import Any
from urllib.parse import unquote

import pytest

from components.multiples import multiples
from components.spark import runs, spark
from components.trend import MOST_LINES, trend, trend_figure
from components.trend_lines import unbroken
from components.trend_narrow import fitted
from components.trend_notes import apart
from components.views import (
    IMMATURE,
    UNRELIABLE,
    Level,
    Line,
    Quantity,
    Spark,
    Tick,
    Trend,
)
from tests.unit.components_tree import attribute, kinds, text

HIDDEN = Quantity(status="hidden")
WINDOWS = ("2020", "2021", "2022", "2023", "2024")


def point(value: float, *flags: str) -> Quantity:
    return Quantity(value=value, lower=value - 2, upper=value + 2, flags=flags)


def view_of(*points: Quantity, **more: Any) -> Trend:
    return Trend(windows=WINDOWS, lines=(Line(name="NC", points=points),), **more)


FIRM = tuple(point(v) for v in (30.0, 29.0, 28.0, 27.0, 26.0))


def traces(figure: dict[str, Any], mode: str) -> list[dict[str, Any]]:
    return [each for each in figure["data"] if each.get("mode") == mode]


def test_a_firm_line_has_a_band_and_markers() -> None:
    figure = trend_figure(view_of(*FIRM))
    band, line = traces(figure, "lines")
    assert band["fill"] == "toself"
    assert line["y"] == [30.0, 29.0, 28.0, 27.0, 26.0]
    (dots,) = traces(figure, "markers")
    assert "30.0\u00a0% (28.0 to 32.0)" in dots["text"][0]


def test_a_window_still_followed_has_a_column_and_neither_mark_nor_line() -> None:
    figure = trend_figure(view_of(*FIRM[:4], point(2.0, IMMATURE)))
    drawn = [t for t in figure["data"] if t["type"] == "scatter"]
    assert max(x for each in drawn for x in each["x"]) == 3
    assert all(2.0 not in each["y"] for each in drawn)
    (column,) = [t for t in figure["data"] if t["type"] == "bar"]
    assert column["x"] == [4]
    (edge,) = [s for s in figure["layout"]["shapes"] if s["type"] == "path"]
    assert edge["path"] == "M 3.5,1 L 4.5,1 L 4.5,0"
    assert edge["line"]["dash"] == "dot"
    notes = {n["text"]: n["x"] for n in figure["layout"]["annotations"]}
    assert notes == {"<b>27.0\u00a0%</b>": 3, "still being followed": 4.5}


def test_a_window_still_followed_does_not_bend_a_small_multiple() -> None:
    lines = tuple(
        Line(name=f"L{i}", points=(*FIRM[:4], point(2.0, IMMATURE))) for i in range(5)
    )
    tree = multiples(Trend(windows=WINDOWS, lines=lines))
    drawn = unquote(kinds(tree, "Img")[0].src)
    own = drawn.rsplit('<polyline points="', 1)[1].split('"')[0]
    assert len(own.split()) == 4
    assert "27.0" in text(tree)


def test_a_run_of_hidden_windows_says_so_once() -> None:
    figure = trend_figure(view_of(FIRM[0], HIDDEN, HIDDEN, HIDDEN, HIDDEN))
    said = [n for n in figure["layout"]["annotations"] if n["text"] == "hidden"]
    assert [each["x"] for each in said] == [2.5]
    alone = trend_figure(view_of(FIRM[0], HIDDEN, *FIRM[2:]))
    (upright,) = [n for n in alone["layout"]["annotations"] if n["text"] == "hidden"]
    assert upright["textangle"] == -90


def test_words_over_a_due_date_and_a_followed_window_stand_apart() -> None:
    points = (*FIRM[:4], point(20.0, IMMATURE))
    plain, due = (
        trend_figure(view_of(*points, due=each))["layout"]
        for each in (None, Tick(label="due", at=4))
    )
    assert due["margin"]["t"] > plain["margin"]["t"]


def test_an_unreliable_window_is_hollow_but_joined() -> None:
    points = (FIRM[0], point(29.0, UNRELIABLE), *FIRM[2:])
    figure = trend_figure(view_of(*points))
    assert traces(figure, "markers")[0]["marker"]["color"][1] == "#ffffff"
    assert traces(figure, "lines")[-1]["x"] == [0, 1, 2, 3, 4]


def test_a_hidden_window_is_hatched_and_never_zero() -> None:
    figure = trend_figure(view_of(*FIRM[:2], HIDDEN, *FIRM[3:]))
    (hatch,) = [each for each in figure["data"] if each["type"] == "bar"]
    assert hatch["x"] == [2]
    assert hatch["marker"]["pattern"]["shape"] == "/"
    drawn = [t for t in figure["data"] if t["type"] == "scatter"]
    assert all(2 not in t["x"] for t in drawn)
    assert all(0 not in t["y"] for t in drawn)
    notes = [each["text"] for each in figure["layout"]["annotations"]]
    assert "hidden" in notes


def test_a_break_cuts_the_line_and_is_named() -> None:
    view = view_of(*FIRM, breaks=(Tick(label="New system", at=2),))
    assert unbroken(view, view.lines[0]) == [[0, 1], [2, 3, 4]]
    figure = trend_figure(view)
    notes = figure["layout"]["annotations"]
    assert [n["x"] for n in notes if n["text"] == "New system"] == [1.5]


def test_levels_and_the_due_date_are_labelled() -> None:
    view = view_of(
        *FIRM,
        levels=(Level(label="Target", value=36.0),),
        due=Tick(label="due 2024", at=4),
    )
    figure = trend_figure(view)
    notes = [each["text"] for each in figure["layout"]["annotations"]]
    assert "Target: 36.0\u00a0%" in notes
    assert "due 2024" in notes
    assert figure["layout"]["yaxis"]["range"][1] >= 36


def test_the_axis_begins_at_zero() -> None:
    assert trend_figure(view_of(*FIRM))["layout"]["yaxis"]["range"][0] == 0


def test_a_line_without_any_number_still_draws() -> None:
    figure = trend_figure(view_of(*(Quantity(status="no data"),) * 5))
    assert traces(figure, "lines") == []


def test_labels_at_the_ends_keep_apart() -> None:
    placed = apart([100, 101, 102], [20, 20, 20], 300)
    assert placed == sorted(placed)
    assert all(b - a >= 20 for a, b in zip(placed, placed[1:], strict=False))
    low = apart([299, 300], [20, 20], 300)
    assert low[1] <= 312
    assert low[1] - low[0] >= 20


def test_a_narrow_trend_keeps_the_numbers_and_few_ticks() -> None:
    lines = tuple(Line(name=n, points=FIRM, code=n) for n in ("white_nh", "black_nh"))
    view = Trend(windows=WINDOWS, lines=lines)
    narrow = fitted(trend_figure(view), view)["layout"]["meta"]["narrow"]
    assert narrow["xaxis.ticktext"] == ["2020", "2022", "2024"]
    assert {n["text"] for n in narrow["annotations"]} == {"<b>26.0\u00a0%</b>"}


def test_more_than_four_lines_become_small_multiples() -> None:
    points = (*FIRM[:1], HIDDEN, *FIRM[2:])
    lines = tuple(Line(name=f"L{i}", points=points) for i in range(MOST_LINES + 1))
    tree = trend(Trend(windows=WINDOWS, lines=lines), title="T", summary="S")
    pictures = kinds(tree, "Img")
    assert len(pictures) == MOST_LINES + 1
    assert "2021 hidden" in attribute(pictures[0], "alt")
    assert not kinds(tree, "Graph")


def test_every_line_needs_a_point_a_window() -> None:
    with pytest.raises(ValueError, match="one point a window"):
        view_of(*FIRM[:2])


def test_multiples_share_one_axis() -> None:
    lines = (Line(name="a", points=FIRM), Line(name="b", points=FIRM))
    assert "from 0 % to 40 %" in text(multiples(Trend(windows=WINDOWS, lines=lines)))


def test_a_spark_has_holes_target_and_words() -> None:
    drawn = spark(Spark(values=(3.0, None, 2.0, 1.0), target=4.0, summary="It fell."))
    svg = unquote(drawn.src)
    assert attribute(drawn, "alt") == "It fell."
    assert svg.count("<polyline") == 1
    assert "stroke-dasharray" in svg
    assert runs((3.0, None, 2.0, 1.0)) == [[(0, 3.0)], [(2, 2.0), (3, 1.0)]]


def test_a_spark_of_nothing_is_empty_but_named() -> None:
    drawn = spark(Spark(values=(None, None), summary="Nothing is shown."))
    assert "<circle" not in unquote(drawn.src)
    assert drawn.alt == "Nothing is shown."
