"""The county map: classes, key, strip, what the script is sent, committed outlines."""

import json

import pytest

from components.county_map import county_map, map_data, piled
from components.map_scale import class_of, class_words, five_limits
from components.scale import linear
from components.views import PERCENT, CountyMap, MapPlace, Quantity
from tests.conftest import ROOT
from tests.unit.components_tree import attribute, find, text

HIDDEN = Quantity(status="hidden")


def place(number: int, quantity: Quantity, *, marked: bool = False) -> MapPlace:
    return MapPlace(
        fips=str(number), name=f"County {number}", path="M0,0z", quantity=quantity,
        href=f"/county/{number}", label_at=(1.0, 2.0), marked=marked,
    )  # fmt: skip


PLACES = (
    *(place(i, Quantity(value=float(i))) for i in range(10)),
    place(10, HIDDEN, marked=True),
    place(11, Quantity(status="no data")),
)
VIEW = CountyMap(
    label="Counties",
    view_box="0 0 1000 390",
    places=PLACES,
    limits=five_limits(tuple(float(i) for i in range(10))),
    state=5.0,
    state_label="State",
)


def test_five_classes_hold_about_the_same_number() -> None:
    classes = [class_of(p.quantity, VIEW.limits) for p in PLACES[:10]]
    counts = [classes.count(f"step-{i}") for i in range(5)]
    assert sum(counts) == 10
    assert max(counts) - min(counts) <= 1


def test_hidden_and_no_data_are_classes_of_their_own() -> None:
    assert class_of(HIDDEN, VIEW.limits) == "hidden"
    assert class_of(Quantity(status="unreliable"), VIEW.limits) == "few"
    assert class_of(Quantity(status="no data"), VIEW.limits) == "blank"


def test_every_class_is_labelled_with_its_limits() -> None:
    said = class_words((1.0, 2.0, 3.0, 4.0), PERCENT)
    assert [each for _, each in said] == [
        "under 1.0", "1.0 to 2.0", "2.0 to 3.0", "3.0 to 4.0", "4.0 or more",
    ]  # fmt: skip
    assert [kind for kind, _ in said] == [f"step-{i}" for i in range(5)]


@pytest.mark.parametrize("values", [(), (1.0,), (2.0,) * 30])
def test_few_or_equal_values_still_have_classes(values: tuple[float, ...]) -> None:
    limits = five_limits(values)
    for value in values:
        assert class_of(Quantity(value=value), limits).startswith("step-")
    assert len(limits) == len(set(limits))


def test_the_script_is_sent_words_and_no_hidden_number() -> None:
    sent = json.loads(map_data(VIEW))
    assert sent["viewBox"] == "0 0 1000 390"
    assert len(sent["places"]) == 12
    hidden = sent["places"][10]
    assert (hidden["class"], hidden["says"], hidden["marked"]) == (
        "hidden",
        "hidden",
        True,
    )
    assert set(hidden) == {"fips", "name", "d", "class", "says", "href", "at", "marked"}


def test_the_key_names_what_occurs() -> None:
    key = text(find(county_map(VIEW), "legend"))
    for said in ("hidden", "no data", "County 10", "under"):
        assert said in key
    only = CountyMap(
        label="C", view_box="0 0 10 10", places=PLACES[:10], limits=VIEW.limits
    )
    assert "hidden" not in text(find(county_map(only), "legend"))


def test_the_strip_has_a_dot_a_shown_county_and_none_for_hidden_ones() -> None:
    dots = find(county_map(VIEW), "strip-dot")
    assert [attribute(dot, "data-fips") for dot in dots] == [str(i) for i in range(10)]


def test_a_listener_hears_the_ends_of_the_strip_and_what_is_not_on_it() -> None:
    said = attribute(find(county_map(VIEW), "strip")[0], "aria-label")
    assert said == (
        "From 0.0\u00a0% to 9.0\u00a0%; State 5.0\u00a0%. 10 counties, a dot each. "
        "2 are not shown."
    )
    none = CountyMap(label="C", view_box="0 0 1 1", places=PLACES[10:])
    said = attribute(find(county_map(none), "strip")[0], "aria-label")
    assert said == "No county has a figure that can be shown."


def test_dots_that_meet_are_piled() -> None:
    same = [place(i, Quantity(value=3.0)) for i in range(3)]
    levels = [level for _, _, level in piled(same, linear([3.0, 9.0]))]
    assert levels == [0, 1, 2]


@pytest.mark.parametrize(("state", "counties"), [("nc", 100), ("ms", 82), ("wa", 39)])
def test_the_outlines_are_there_and_small(state: str, counties: int) -> None:
    path = ROOT / "data" / "geo" / f"{state}.json"
    assert path.stat().st_size <= 60_000
    outlines = json.loads(path.read_text("utf-8"))
    wide, tall = (float(each) for each in outlines["viewBox"].split()[2:])
    assert len({each["fips"] for each in outlines["counties"]}) == counties
    for each in outlines["counties"]:
        x, y = each["at"]
        assert 0 < x < wide
        assert 0 < y < tall
        assert each["path"].startswith("M")
        assert each["path"].endswith("z")


def test_the_outlines_are_credited() -> None:
    notice = (ROOT / "data" / "geo" / "NOTICE").read_text("utf-8")
    assert "Census Bureau" in notice
    assert "us-atlas" in notice
