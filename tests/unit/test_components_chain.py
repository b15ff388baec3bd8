"""The waterfall, the parts of a difference, and a ratio over time."""

from math import log10

import pytest

from components.parts import parts
from components.trend import trend_figure
from components.trend_narrow import fitted
from components.views import (
    CARE,
    RATIO,
    Factor,
    Level,
    Line,
    Part,
    Parts,
    Quantity,
    Trend,
    Unit,
    Verdict,
    Waterfall,
)
from components.waterfall import waterfall, waterfall_scale
from tests.unit.components_tree import find, kinds, text

HIDDEN = Quantity(status="hidden")


def shown(value: float, *flags: str) -> Quantity:
    return Quantity(value=value, lower=0.9 * value, upper=1.1 * value, flags=flags)


def fall(*factors: Factor, end: Quantity | None = None) -> Waterfall:
    return Waterfall(
        factors=factors, end_label="Together", end=end, less="less", more="more",
        code="black_nh",
    )  # fmt: skip


def test_every_bar_has_its_ratio_interval_and_word() -> None:
    tree = waterfall(
        fall(
            Factor(label="Reported", ratio=shown(0.5), total=shown(0.5),
                   word=Verdict(word="opens the difference")),
            Factor(label="Entered", ratio=shown(1.5, CARE), total=shown(0.75),
                   weight="smaller", word=Verdict(word="makes it smaller")),
            end=shown(0.75),
        )
    )  # fmt: skip
    first, second, last = kinds(tree, "Li")
    assert "× 0.50 0.45 to 0.55 so far 0.50 ○ opens the difference" in text(first)
    assert "use with care" in text(second)
    assert find(second, "fall-smaller")
    assert len(find(first, "whisker")) == 1
    assert "0.75 0.68 to 0.83" in text(last)


def test_a_ratio_below_1_is_drawn_as_far_to_the_left_as_its_inverse_to_the_right() -> (
    None
):
    widths = []
    for ratio in (0.7, 1 / 0.7):
        view = fall(Factor(label="R", ratio=shown(ratio), total=shown(ratio)))
        (bar,) = find(waterfall(view), "fall-bar")
        assert "fall-wider" in bar.className
        widths.append(float(bar.style["width"].rstrip("%")))
        assert waterfall_scale(view).at(1.0) == pytest.approx(50)
    assert widths[0] == pytest.approx(widths[1], abs=0.1)


def test_after_a_missing_decision_a_bar_begins_where_it_is_told_to() -> None:
    tree = waterfall(
        fall(
            Factor(label="A", ratio=HIDDEN, total=HIDDEN),
            Factor(label="B", ratio=shown(1.5), total=shown(1.5), start=1.5),
        )
    )
    (bar,) = find(tree, "fall-bar")
    assert bar.style["width"] == "0.40%"
    assert [text(each) for each in find(tree, "hatch")] == ["hidden"]


def test_a_hidden_end_has_no_dot() -> None:
    tree = waterfall(fall(Factor(label="A", ratio=HIDDEN, total=HIDDEN), end=HIDDEN))
    assert not find(tree, "sign")
    assert "hidden" in text(find(tree, "fall-end")[0])


def test_parts_lie_on_both_sides_of_none() -> None:
    rows = [Part(label="A", quantity=Quantity(value=0.67)),
            Part(label="B", quantity=Quantity(value=-0.34)),
            Part(label="C", quantity=Quantity(value=0.0004)),
            Part(label="D", quantity=HIDDEN),
            Part(label="Sum", quantity=Quantity(value=0.33), total=True)]  # fmt: skip
    unit = Unit(name="per 1,000", decimals=2)
    tree = parts(Parts(rows=tuple(rows), unit=unit, less="fewer", more="more"))
    said = [text(each) for each in kinds(tree, "Li")]
    assert said[0] == "A +0.67 per 1,000"
    assert said[1] == "B \u22120.34 per 1,000"
    assert said[2] == "C 0.00 per 1,000"
    assert said[3] == "D hidden hidden"
    zero = {each.style["left"] for each in find(tree, "upright-reference")}
    assert len(zero) == 1
    up, down, *_ = find(tree, "fall-bar")
    assert up.style["left"] in zero
    ends = float(down.style["left"][:-1]) + float(down.style["width"][:-1])
    assert f"{ends:g}%" in {f"{float(z[:-1]):g}%" for z in zero}
    assert len(find(tree, "fall-total")) == 1


def test_a_ratio_over_time_stands_on_a_logarithmic_axis_around_1() -> None:
    view = Trend(
        windows=("2020", "2024"),
        lines=(Line(name="Black", points=(shown(0.5), shown(0.7)), code="black_nh"),),
        unit=RATIO,
        levels=(Level(label="1: no difference", value=1.0),),
        ratio=True,
    )
    layout = trend_figure(view)["layout"]
    low, high = layout["yaxis"]["range"]
    assert layout["yaxis"]["type"] == "log"
    assert low == pytest.approx(-high)
    assert low < log10(0.45) < 0 < high
    notes = {each["text"]: each for each in layout["annotations"]}
    assert notes["1: no difference"]["y"] == 0
    end = next(each for each in layout["annotations"] if each.get("name") == "end")
    assert end["y"] == pytest.approx(log10(0.7), abs=0.01)


def test_long_names_of_windows_leave_the_middle_out_where_it_is_narrow() -> None:
    for names, shown in (
        (("2011 to 2013", "2014 to 2016", "2017 to 2019"), 2),
        (("2011", "2012", "2013"), 3),
    ):
        line = Line(
            name="Black",
            points=(Quantity(value=1.2, lower=1.1, upper=1.3),) * 3,
            code="black_nh",
        )
        view = Trend(windows=names, lines=(line,), ratio=True, unit=RATIO)
        meta = fitted(trend_figure(view), view)["layout"]["meta"]
        assert len(meta["narrow"]["xaxis.tickvals"]) == shown
