"""The funnel and the panels: every place drawn, named, told, and none hidden shown."""

import math
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from components import words
from components.funnel import TALL, funnel, funnel_scales
from components.funnel_names import GAP, LETTER, LINE, named_sides
from components.panels import panels, panels_scale
from components.views import (
    CARE,
    Funnel,
    FunnelLimits,
    FunnelPlace,
    PanelGroup,
    PanelPlace,
    Panels,
    Quantity,
)
from tests.unit.components_tree import attribute, find, kinds, text


def limits(at: float, centre: float = 1.4) -> FunnelLimits:
    near, far = math.exp(1.96 * at**-0.5), math.exp(3.09 * at**-0.5)
    return FunnelLimits(
        at=at, inner_lower=centre / near, inner_upper=centre * near,
        outer_lower=centre / far, outer_upper=centre * far,
    )  # fmt: skip


def place(name: str, at: float, ratio: float, **more: object) -> FunnelPlace:
    given = {"side": "within", "says": f"ratio {ratio:.2f}"} | more
    return FunnelPlace(name=name, href=f"/county/{name}", at=at, ratio=ratio, **given)


def view(*places: FunnelPlace, centre: float = 1.4) -> Funnel:
    return Funnel(
        label="Counties", places=places, centre=centre, centre_label="State: 1.40",
        limits=tuple(limits(at, centre) for at in (5, 50, 500, 5000)),
        few="few children", many="many children", axis="how much",
    )  # fmt: skip


SMALL = place("Hyde", 8, 0.6, marked=True)
LARGE = place("Pitt", 900, 2.2, side="alarm", named=True)


def test_every_place_is_a_link_that_tells_its_figure() -> None:
    tree = funnel(view(LARGE, SMALL))
    links = kinds(tree, "A")
    assert [attribute(each, "aria-label") for each in links] == [
        "Hyde: ratio 0.60", "Pitt: ratio 2.20",
    ]  # fmt: skip
    assert [each.href for each in links] == ["/county/Hyde", "/county/Pitt"]


def test_there_is_one_tab_stop_and_it_is_the_readers_own() -> None:
    for places in ((LARGE, SMALL), (replace(SMALL, marked=False), LARGE)):
        stops = [e for e in kinds(funnel(view(*places)), "A") if e.tabIndex == "0"]
        assert [attribute(each, "aria-label")[:4] for each in stops] == ["Hyde"]


def test_places_stand_where_the_axes_say() -> None:
    up, along = funnel_scales(view(SMALL, LARGE))
    first, second = kinds(funnel(view(SMALL, LARGE)), "A")
    assert first.style == {"left": f"{along.at(8)}%", "bottom": f"{up.at(0.6)}%"}
    assert along.at(900) > along.at(8)
    assert up.at(2.2) > up.at(1.4) > up.at(1.0) > up.at(0.6) > 0
    assert second.style["bottom"] == f"{up.at(2.2)}%"


@pytest.mark.parametrize("centre", [0.3, 1.0, 4.0])
def test_one_and_the_centre_are_always_on_the_axis(centre: float) -> None:
    up, _ = funnel_scales(view(place("A", 50, centre), centre=centre))
    assert up.holds(1.0)
    assert up.holds(centre)
    assert text(funnel(view(place("A", 50, centre), centre=centre))).count(
        words.FUNNEL_EQUAL
    ) == 2  # fmt: skip


def test_limits_beyond_the_axis_are_cut_off_and_not_bent_along_its_edge() -> None:
    (image,) = kinds(funnel(view(LARGE)), "Img")
    svg = unquote(image.src)
    heights = [float(y) for y in re.findall(r"[\d.]+,(-?[\d.]+)", svg)]
    assert min(heights) < 0
    assert max(heights) > TALL
    assert image.alt == ""


def test_sides_differ_in_shape_and_are_in_the_key_only_if_they_occur() -> None:
    tree = funnel(view(SMALL, LARGE))
    said = text(tree)
    assert find(tree, "funnel-alarm")
    within, warn, alarm = words.FUNNEL_SIDES
    assert within in said
    assert alarm in said
    assert warn not in said
    assert words.FUNNEL_OWN in said
    assert words.FUNNEL_OWN not in text(funnel(view(LARGE)))


def test_a_funnel_needs_limits() -> None:
    with pytest.raises(ValueError, match="limits"):
        replace(view(LARGE), limits=())


def test_names_do_not_cover_each_other() -> None:
    near = tuple(place(f"Place {i}", 50, 2.0, named=True) for i in range(6))
    spots = [(90.0 + i, 50.0 + 2 * i) for i in range(6)]
    sides = named_sides(near, spots)
    boxes = []
    for (x, y), side, each in zip(spots, sides, near, strict=True):
        if side:
            wide = LETTER * len(each.name)
            left = x + GAP if side == "right" else x - GAP - wide
            boxes.append((left, left + wide, y - LINE / 2, y + LINE / 2))
    assert boxes
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]


def test_the_readers_own_place_is_always_named() -> None:
    crowd = [place(f"P{i}", 50, 2.0, named=True) for i in range(4)]
    own = place("Own", 50, 2.0, marked=True)
    sides = named_sides((*crowd, own), [(50.0, 50.0)] * 5)
    assert sides[-1]
    assert named_sides((place("Quiet", 50, 2.0),), [(50.0, 50.0)]) == [""]


# ---- panels --------------------------------------------------------------------

SHOWN = Quantity(value=1.5, lower=1.1, upper=2.0, numerator=40, denominator=900)
HIDDEN = Quantity(status="hidden")


def grid(*quantities: Quantity, centre: float | None = 1.4) -> Panels:
    places = tuple(
        PanelPlace(name=f"Place {i}", href=f"/county/{i}", quantity=each, marked=i == 0)
        for i, each in enumerate(quantities)
    )
    return Panels(
        groups=(PanelGroup(title="Region 1", places=places),),
        centre=centre, centre_label="State: 1.40", less="lower", more="higher",
    )  # fmt: skip


def test_a_panel_has_its_ratio_interval_and_link() -> None:
    tree = panels(grid(SHOWN))
    said = text(tree)
    assert "1.50 1.10 to 2.00" in said
    assert "Region 1" in said
    assert kinds(tree, "A")[0].href == "/county/0"
    assert find(tree, "panel-own")


def test_what_is_not_shown_says_why_and_draws_nothing() -> None:
    tree = panels(grid(HIDDEN, Quantity(status="unreliable")))
    said = text(tree)
    assert "hidden" in said
    assert words.UNRELIABLE in said
    assert not find(tree, "whisker")
    assert words.KEY_HIDDEN in said
    assert words.KEY_HIDDEN not in text(panels(grid(SHOWN)))


def test_the_state_is_a_line_in_every_panel_and_absent_without_a_ratio() -> None:
    # One in the ruler, one in each panel.
    assert len(find(panels(grid(SHOWN, SHOWN)), "upright-centre")) == 3
    alone = panels(grid(SHOWN, centre=None))
    assert not find(alone, "upright-centre")
    assert "State: 1.40" not in text(alone)


def test_the_scale_holds_all_ratios_alike_on_both_sides_of_one() -> None:
    tiny = replace(SHOWN, value=0.2, lower=0.1, upper=0.4)
    scale = panels_scale(grid(tiny, SHOWN))
    assert scale.holds(0.2)
    assert scale.low == pytest.approx(1 / scale.high)


def test_few_children_are_drawn_hollow() -> None:
    tree = panels(grid(replace(SHOWN, flags=(CARE,))))
    assert find(tree, "sign-hollow")
    assert words.USE_WITH_CARE in text(tree)
