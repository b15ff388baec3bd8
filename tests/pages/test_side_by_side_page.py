"""The counties side by side: figures, both editions, what cannot be compared."""

import re
from typing import Any

import pytest

from data.demo.planting import REPORT_COUNTY
from metrics import funnel
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from metrics.side_by_side import side_by_side
from pages import _notices
from tests.pages.calls import Dashboard, components, words

PAGE = "/disparity/counties"
REPORTS = "?step=report-rate"
TYRRELL, HYDE = "37177", "37095"
PARTS = ("funnel", "power", "adjusted", "each")


def props(dashboard: Dashboard, search: str = "") -> dict[str, Any]:
    shown = components(dashboard.page(PAGE, search))
    return {each["props"].get("id"): each["props"] for each in shown}


def part(dashboard: Dashboard, name: str, search: str = "") -> Any:
    return props(dashboard, search)[f"side-{name}"]["children"]


def places(tree: Any) -> dict[str, dict[str, Any]]:
    """The places of the funnel by the number of their county."""
    found = {}
    for each in components(tree):
        if "funnel-place" in str(each["props"].get("className", "")):
            found[each["props"]["href"].rpartition("/")[2]] = each["props"]
    return found


def test_counts_in_the_lead_are_those_of_the_picture(staff: Dashboard) -> None:
    known = props(staff, REPORTS)
    lead = words(known["side-head"]["children"])
    drawn = places(known["side-funnel"]["children"])
    assert f"Of 100 counties, {len(drawn)} have enough children" in lead
    assert "By chance alone, fewer than 1 would." in lead


def test_the_picture_is_that_of_the_figures(staff: Dashboard, demo_root: Any) -> None:
    outcomes = Outcomes.open(demo_root, edition="staff")
    asked = {"state": "nc", "measure": "report-rate", "by": "county"}
    asked["windows"] = (outcomes.latest("nc", outcomes.measure("report-rate"), "pool"),)
    group, other = outcomes.tables(
        [Selection(group=("race", c), **asked) for c in ("black_nh", "white_nh")]
    )
    whole = outcomes.table(Selection(**(asked | {"by": "race"}))).row(group="black_nh")
    found = side_by_side(group, [other], centre=whole.ratio, kind="rate")
    drawn = places(part(staff, "funnel", REPORTS))
    compared = {
        code for code, yes in zip(found.codes, found.compared, strict=True) if yes
    }
    assert set(drawn) == compared
    kinds = {funnel.WITHIN: "funnel-within", funnel.ABOVE_ALARM: "funnel-alarm"}
    kinds |= {funnel.BELOW_WARN: "funnel-warn", funnel.ABOVE_WARN: "funnel-warn"}
    kinds |= {funnel.BELOW_ALARM: "funnel-alarm"}
    for code, side in zip(found.codes, found.side, strict=True):
        if code in drawn:
            assert kinds[str(side)] in drawn[code]["className"]


def test_the_county_chosen_is_marked_in_every_section(staff: Dashboard) -> None:
    known = props(staff, f"{REPORTS}&county={REPORT_COUNTY}")
    assert (
        "funnel-own" in places(known["side-funnel"]["children"])["37147"]["className"]
    )
    assert "Pitt County: ratio" in words(known["side-funnel"]["children"])
    assert "With this many Black children in Pitt" in words(
        known["side-power"]["children"]
    )
    own = [
        each
        for each in components(known["side-each"]["children"])
        if "panel-own" in str(each["props"].get("className", ""))
    ]
    assert [words(each).split()[0] for each in own] == ["Pitt"]


def test_a_county_with_few_children_tells_of_its_region_and_what_would_show(
    staff: Dashboard,
) -> None:
    said = words(part(staff, "power", f"?county={TYRRELL}"))
    assert "Too few children in Tyrrell County" in said
    assert "Demonstration region" in said
    assert re.search(
        r"With this many Black children in Tyrrell County we could (only|not) see", said
    )


def test_the_county_page_says_the_same(staff: Dashboard) -> None:
    shown = components(staff.page(f"/county/{TYRRELL}"))
    gaps = next(e for e in shown if e["props"].get("id") == "county-gaps")
    said = words(gaps)
    assert "Too few children in Tyrrell County" in said
    assert "With this many Black children in Tyrrell County" in said
    assert "Demonstration region" in said


def test_every_county_has_a_panel_in_the_order_of_names(staff: Dashboard) -> None:
    tree = part(staff, "each", REPORTS)
    groups = [
        [words(each).split("  ")[0] for each in components(grid) if each["type"] == "A"]
        for grid in components(tree)
        if grid["type"] == "Ul" and grid["props"].get("className") == "panel-grid"
    ]
    assert sum(map(len, groups)) == 100
    assert all(names == sorted(names, key=str.lower) for names in groups)


def test_raw_ratios_stand_beside_adjusted_ones(staff: Dashboard) -> None:
    said = words(part(staff, "adjusted", REPORTS))
    assert "because the number of children is small" in said
    assert "Raw ratio" in said
    assert "Adjusted ratio" in said


def test_the_public_edition_tells_nothing_of_a_hidden_county(
    staff: Dashboard, public: Dashboard, demo_root: Any
) -> None:
    outcomes = Outcomes.open(demo_root, edition="public")
    window = outcomes.latest("nc", outcomes.measure("report-rate"), "pool")
    asked = Selection(
        state="nc", measure="report-rate", by="county", group=("race", "black_nh"),
        windows=(window,),
    )  # fmt: skip
    hidden = [row.geography for row in outcomes.table(asked) if row.status == "hidden"]
    assert hidden
    known = props(public, f"{REPORTS}&county={hidden[0]}")
    assert not set(hidden) & set(places(known["side-funnel"]["children"]))
    assert "With this many" not in words(known["side-power"]["children"])
    names = {p.code: p.name for p in outcomes.places("nc").counties}
    for part_ in ("adjusted", "funnel"):
        rows = [
            each
            for each in components(known[f"side-{part_}"]["children"])
            if each["type"] == "Tr"
        ]
        told = {words(row["props"]["children"][0]): words(row) for row in rows}
        for code in hidden:
            assert not re.search(r"\d\.\d", told[names[code]]), told[names[code]]
            assert "hidden" in told[names[code]]


def test_direction_comes_from_the_measure(staff: Dashboard) -> None:
    better = words(part(staff, "funnel", "?step=permanent-exits&base=decision"))
    neither = words(part(staff, "funnel", REPORTS))
    if "Fewer than five" not in better:
        assert "a ratio below 1 is the unwanted side" in better
    assert "neither side is better by itself" in neither


@pytest.mark.parametrize(
    "search",
    [
        "?group=age:age_1&reference=others", "?group=sex:girls", "?group=race:hispanic",
        "?step=found&base=decision", "?step=entry-rate&base=decision",
        "?window=sfy2024", "?step=in-care", f"{REPORTS}&reference=hispanic",
    ],
)  # fmt: skip
def test_other_views(staff: Dashboard, public: Dashboard, search: str) -> None:
    for dashboard in (staff, public):
        known = props(dashboard, search)
        for name in PARTS:
            said = words(known[f"side-{name}"]["children"])
            assert _notices.BROKEN not in said
            assert len(said) > 50


@pytest.mark.parametrize(
    ("search", "says"),
    [
        ("?group=race:white_nh", "two groups of children"),
        ("?reference=state", "two groups of children"),
        ("?step=nothing", "There is no decision point"),
        ("?step=permanency-12-months", "There is no decision point"),
        ("?group=martian", "dimension:code"),
        ("?county=1", "There is no county"),
        ("?window=x", "There are no figures"),
    ],
)
def test_what_is_not_there_is_said_so(staff: Dashboard, search: str, says: str) -> None:
    assert says in words(staff.page(PAGE, search))


@pytest.mark.parametrize("show", ["funnel", "adjusted", "each", "nothing"])
def test_each_drawing_can_stand_in_another_page(staff: Dashboard, show: str) -> None:
    said = words(staff.page(PAGE, f"{REPORTS}&embed=1&show={show}"))
    assert "Choose what is shown" not in said
    assert _notices.BROKEN not in said


def test_words_describe_and_do_not_rank(staff: Dashboard) -> None:
    said = words(staff.page(PAGE, REPORTS)).lower()
    for never in ("bias", "worst", "best county", "caused by", "league"):
        assert never not in said


def test_the_csv_is_of_this_group_by_county(staff: Dashboard) -> None:
    tree = part(staff, "funnel", REPORTS)
    links = [e["props"] for e in components(tree) if e["props"].get("download")]
    (href,) = (e["href"] for e in links if ".csv" in e["href"])
    answer = staff.get(href)
    assert answer.status_code == 200
    assert answer.text.count("black_nh") >= 100


def test_the_menu_marks_one_page_only(staff: Dashboard) -> None:
    for path in (PAGE, "/disparity"):
        shown = staff.visit(path, output="shell-header.children").json
        current = [
            words(each)
            for each in components(shown)
            if each["props"].get("aria-current") == "page" and each["type"] == "A"
        ]
        assert current[0] == ("Side by side" if path == PAGE else "Disparity")
        assert len([c for c in current if c in ("Disparity", "Side by side")]) == 1
