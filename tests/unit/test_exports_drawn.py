"""Charts of an office program and pictures of a hand-out, from fixed views."""

from xml.etree import ElementTree

import pytest

from components.views import (
    CARE,
    IMMATURE,
    RATIO,
    CountyMap,
    DotRow,
    Dots,
    Factor,
    Level,
    Line,
    MapPlace,
    Quantity,
    Tick,
    Trend,
    Waterfall,
)
from pages._exports.handout_page import picture
from pages._exports.native import native
from pages._exports.pptx_errors import reaches
from pages._exports.pptx_map import rings
from pages._exports.remarks import remarks

SVG = "{http://www.w3.org/2000/svg}"
HIDDEN = Quantity(status="hidden")
TREND = Trend(
    windows=("2021", "2022", "2023", "2024"),
    lines=(
        Line(
            name="Durham County",
            points=(
                Quantity(value=10.0, lower=8.0, upper=12.5),
                HIDDEN,
                Quantity(value=11.0, lower=7.0, upper=None, flags=(CARE,)),
                Quantity(value=3.0, lower=1.0, upper=9.0, flags=(IMMATURE,)),
            ),
        ),
    ),
    levels=(Level(label="National value", value=35.2),),
    breaks=(Tick(label="meaning changed", at=2),),
    due=Tick(label="due 1 July 2024", at=3),
)
DOTS = Dots(
    rows=(
        DotRow(
            label="Black",
            code="black_nh",
            quantity=Quantity(value=1.5, lower=1.2, upper=1.9),
        ),
        DotRow(label="Asian & <others>", code="asian_nh", quantity=HIDDEN),
    ),
    unit=RATIO,
    reference=1.0,
    reference_label="White",
    ratio=True,
    less="lower",
    more="higher",
)
FALL = Waterfall(
    factors=(
        Factor(
            label="Reported",
            ratio=Quantity(value=2.0, lower=1.5, upper=2.5),
            total=Quantity(value=2.0),
        ),
        Factor(label="Finding", ratio=HIDDEN, total=HIDDEN),
    ),
    end_label="All together",
    less="less often",
    more="more often",
    end=Quantity(value=1.8, lower=1.1, upper=2.9),
)
MAP = CountyMap(
    label="Counties",
    view_box="0 0 100 50",
    places=(
        MapPlace(
            fips="1", name="A", path="M0,0l10,0l0,10z", quantity=Quantity(value=2.0)
        ),
        MapPlace(fips="2", name="B", path="M20,0l10,0l0,10z", quantity=HIDDEN),
    ),
)


def test_what_is_not_drawn_on_the_screen_is_no_point_of_a_chart() -> None:
    found = native(TREND)
    assert found.categories == ("2021", "2022", "2023", "2024")
    before, after, level = found.series
    assert [p and p.value for p in before.points] == [10.0, None, None, None]
    assert [p and p.value for p in after.points] == [None, None, 11.0, None]
    assert after.name == "Durham County, from 2023"
    assert level.level
    assert {p.value for p in level.points if p} == {35.2}


def test_intervals_are_lengths_below_and_above_the_value() -> None:
    found = native(TREND)
    first, second, level = reaches(found)
    assert (first.minus[0], first.plus[0]) == (2.0, 2.5)
    assert second.plus[2] == found.high - 11.0, "no upper end: to the end of the axis"
    assert first.minus[1] is None
    assert not level.known


def test_bars_of_ratios_begin_at_one_between_powers_of_two() -> None:
    for found in (native(DOTS), native(FALL)):
        assert found.log
        assert found.low < 1 < found.high
        assert (found.low * 2**10).is_integer()
        assert found.high in (2, 4, 8, 16)
    assert native(DOTS).categories == (
        "Black\n1.50 (1.20 to 1.90)", "Asian & <others>\nhidden",
    )  # fmt: skip
    (bars,) = native(FALL).series
    assert [p and p.value for p in bars.points] == [2.0, None, 1.8]


def test_what_a_chart_cannot_show_is_said_under_it() -> None:
    assert list(remarks(TREND)) == [
        "Without a figure: Durham County 2022: hidden.",
        "Use with care, few children: Durham County 2023.",
        "Too early for a final figure: Durham County 2024.",
        "The series changes its meaning before 2023: meaning changed.",
        "due 1 July 2024 (2024)",
    ]
    assert list(remarks(DOTS)) == []


@pytest.mark.parametrize("view", [TREND, DOTS, FALL, MAP], ids=lambda v: type(v))
def test_a_picture_says_hidden_and_has_no_number_there(view: object) -> None:
    drawn = ElementTree.fromstring(picture(view))
    said = ["".join(each.itertext()) for each in drawn.iter(f"{SVG}text")]
    assert "hidden" in said
    hatched = [e for e in drawn.iter() if e.get("fill") == "url(#h)"]
    assert hatched
    for each in drawn.iter():
        for name in ("x", "y", "x1", "x2", "width", "points"):
            assert "nan" not in each.get(name, "")


def test_pictures_hold_the_numbers_of_the_view() -> None:
    assert ">1.50 (1.20 to 1.90)<" in picture(DOTS)
    assert "2.00 (1.50 to 2.50)" in picture(FALL)
    assert ">1.80 (1.10 to 2.90)<" in picture(FALL)
    assert "Asian &amp; &lt;others&gt;" in picture(DOTS)
    assert "35.2" in picture(TREND)
    assert ">3.0" not in picture(TREND), "a figure that is not final is not drawn"


def test_an_outline_becomes_rings() -> None:
    found = list(rings("M1,2l3,0l0,-1.5zM10,10l-1,1l2,0z"))
    assert found == [
        ((1.0, 2.0), (4.0, 2.0), (4.0, 0.5)),
        ((10.0, 10.0), (9.0, 11.0), (11.0, 11.0)),
    ]
