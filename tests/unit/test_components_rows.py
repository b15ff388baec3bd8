"""Charts made of rows: dots, spine, pathway, waterfall, children, three-way bar."""

import pytest

from components.children import children
from components.dots import dots, dots_scale
from components.pathway import pathway
from components.scale import Scale, linear, ratios, ticks
from components.spine import spine, spine_key, spine_scale
from components.threeway import three_way
from components.views import (
    PERCENT,
    RATIO,
    UNRELIABLE,
    Children,
    DotRow,
    Dots,
    Factor,
    Pathway,
    PathwayRow,
    Quantity,
    Spine,
    SpineKey,
    SpineRow,
    Step,
    ThreeWay,
    Verdict,
    Waterfall,
)
from components.waterfall import waterfall
from tests.unit.components_tree import attribute, find, kinds, text

HIDDEN = Quantity(status="hidden")


def shown(value: float, *flags: str) -> Quantity:
    return Quantity(
        value=value, lower=value * 0.8, upper=value * 1.2,
        numerator=20, denominator=100, flags=flags,
    )  # fmt: skip


def one_row(quantity: Quantity, **more: object) -> Dots:
    row = DotRow(label="Black", code="black_nh", quantity=quantity)
    return Dots(rows=(row,), **more)


def test_a_row_has_its_dot_whisker_value_and_count() -> None:
    tree = dots(one_row(shown(25.0), reference=27.7, reference_label="All"))
    (dot,) = (each for each in find(tree, "sign") if "left" in each.style)
    assert "sign-square" in dot.className
    assert len(find(tree, "whisker")) == 1
    assert "20 of 100" in text(tree)
    assert "20.0 to 30.0" in text(tree)


def test_an_unreliable_dot_is_hollow_and_says_so() -> None:
    tree = dots(one_row(shown(25.0, UNRELIABLE)))
    (dot,) = (each for each in find(tree, "sign") if "left" in each.style)
    assert "sign-hollow" in dot.className
    assert "use with care" in text(tree)


def test_a_hidden_row_is_hatched_and_has_no_dot_and_no_count() -> None:
    quantity = Quantity(status="hidden", denominator=40)
    tree = dots(one_row(quantity))
    assert [text(each) for each in find(tree, "hatch")] == ["hidden"]
    assert not [each for each in find(tree, "sign") if "left" in (each.style or {})]
    assert "40" not in text(find(tree, "dot-numbers"))


def test_no_data_is_not_drawn_as_hidden() -> None:
    tree = dots(one_row(Quantity(status="no data")))
    assert not find(tree, "hatch")
    assert [text(each) for each in find(tree, "untold")] == ["no data"]


def test_ratio_rows_have_words_at_both_ends() -> None:
    view = one_row(
        shown(2.0), unit=RATIO, ratio=True, reference=1.0, less="less", more="more"
    )
    (ends,) = find(dots(view), "axis-ends")
    assert text(ends) == "\u2190 less more \u2192"
    assert dots_scale(view).at(1.0) == pytest.approx(50)


def test_a_logarithmic_axis_is_even() -> None:
    scale = ratios([0.5, 2.0])
    assert scale.at(2.0) - 50 == pytest.approx(50 - scale.at(0.5))
    assert 1.0 in ticks(scale)


def test_a_value_never_leaves_its_axis() -> None:
    scale = linear([3.0, 97.0])
    assert scale.low == 0
    assert scale.holds(97.0)
    assert Scale(low=0, high=10, flip=True).at(10) == 0
    assert linear([5.0], zero=False).holds(5.0)


def spine_of(*rows: SpineRow) -> Spine:
    return Spine(rows=rows)


def spine_row(quantity: Quantity, direction: str = "higher") -> SpineRow:
    return SpineRow(
        label="Measure", quantity=quantity, unit=PERCENT, direction=direction,
        low=10, quarter=20, three_quarters=30, high=40, state=25,
        verdict=Verdict(word="Better", tone="better"),
    )  # fmt: skip


def test_better_is_to_the_right_whatever_the_direction() -> None:
    for direction, best in (("higher", 40), ("lower", 10)):
        scale = spine_scale(spine_row(shown(25.0), direction))
        assert scale is not None
        assert scale.at(best) > 90


def test_a_spine_row_has_spread_state_dot_and_word() -> None:
    tree = spine(spine_of(spine_row(shown(35.0))))
    (row,) = find(tree, "spine-row")
    for part in ("spread", "middle", "upright-state", "whisker", "verdict-better"):
        assert len(find(row, part)) == 1, part


def test_a_hidden_county_has_no_dot_in_its_row() -> None:
    (row,) = find(spine(spine_of(spine_row(HIDDEN))), "spine-row")
    assert not find(row, "sign")
    assert "hidden" in text(row)
    assert find(row, "missing-hidden")


@pytest.mark.parametrize("neutral", [True, False])
def test_the_key_of_a_spine_says_when_no_side_is_better(neutral: bool) -> None:
    names = {"place": "Durham", "state": "NC", "spread": "100 counties"}
    said = text(spine_key(SpineKey(**names, neutral=neutral)))
    assert all(name in said for name in names.values())
    assert ("neither side is better" in said) == neutral


def path_of(*ratios: Quantity) -> Pathway:
    row = PathwayRow(label="Black", code="black_nh", ratios=ratios)
    steps = tuple(Step(label=f"Step {i}") for i, _ in enumerate(ratios))
    return Pathway(caption="Gaps", steps=steps, rows=(row,), less="less", more="more")


def test_the_pathway_is_a_table_with_heads_both_ways() -> None:
    tree = pathway(path_of(shown(1.5), HIDDEN, Quantity(status="reference")))
    scopes = [attribute(each, "scope") for each in kinds(tree, "Th")]
    assert scopes == ["col"] * 4 + ["row"]
    assert len(find(tree, "track")) == 2
    assert [text(each) for each in find(tree, "missing-hidden")] == ["hidden"]


def test_a_waterfall_goes_from_step_to_step() -> None:
    factors = (
        Factor(label="Reported", ratio=shown(2.0), total=shown(2.0)),
        Factor(label="Found", ratio=shown(0.5), total=shown(1.0)),
        Factor(label="Entered", ratio=HIDDEN, total=HIDDEN),
    )
    view = Waterfall(factors=factors, end_label="End", less="less", more="more")
    tree = waterfall(view)
    widths = [each.style["width"] for each in find(tree, "fall-bar")]
    assert len(widths) == 2
    assert widths[0] == widths[1]
    assert [text(each) for each in find(tree, "hatch")] == ["hidden"]


def test_children_are_told_with_their_interval() -> None:
    fewer = Children(sentence="S.", excess=Quantity(value=48, lower=31, upper=66))
    more = Children(sentence="S.", excess=Quantity(value=-26, lower=-33, upper=-19))
    hidden = Children(sentence="S.", excess=HIDDEN)
    told = [text(each) for each in kinds(children((fewer, more, hidden)), "Li")]
    assert told[0].startswith("about 48 fewer between 31 and 66")
    assert told[1].startswith("about 26 more between 19 and 33")
    assert told[2].startswith("hidden")


@pytest.mark.parametrize(
    ("value", "lower", "upper", "said"),
    [
        (4, -4, 15, "about 4 fewer between 4 more and 15 fewer"),
        (-4, -15, 4, "about 4 more between 4 fewer and 15 more"),
        (4, -0.4, 15, "about 4 fewer between 0 and 15"),
    ],
)
def test_an_interval_on_both_sides_says_which_end_lies_where(
    value: float, lower: float, upper: float, said: str
) -> None:
    excess = Quantity(value=value, lower=lower, upper=upper)
    tree = children((Children(sentence="S.", excess=excess),))
    assert text(kinds(tree, "Li")[0]).startswith(said)


def test_three_answers_are_words_and_numbers() -> None:
    tree = three_way(ThreeWay(meets=12, does_not=0, cannot_tell=80, hidden=8, of="Of"))
    assert text(tree) == "Of 12 meet 0 do not 80 cannot tell 8 hidden"
    grown = [each.style["flexGrow"] for each in find(tree, "three-bar")[0].children]
    assert grown == ["12", "80", "8"]
