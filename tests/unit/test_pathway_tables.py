"""The pathway of a place, read from the demonstration's editions."""

import json
from dataclasses import replace
from math import isnan, nan
from pathlib import Path

import pytest

from metrics.errors import BadSelection, NoData
from metrics.groups import GROUPS
from metrics.outcomes import Outcomes
from metrics.pathway_reader import OWN, STATE, Question
from metrics.pathway_tables import Pathway, pathway
from metrics.pathway_text import as_csv, as_json, as_lines, pathway_records
from metrics.selection import Selection
from tests.conftest import run

WAKE, SMALL = "37183", "37177"
STAGES = [
    "report-rate", "cohort-screened-in", "cohort-assessed", "cohort-found",
    "cohort-entered", "cohort-permanent",
]  # fmt: skip
STATEWIDE = Question(state="nc", window="sfy2023")
KNOWN = [group.code for group in GROUPS["race"] if group.known]


@pytest.fixture(scope="module")
def staff(demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition="staff")


@pytest.fixture(scope="module")
def public(demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition="public")


@pytest.fixture(scope="module")
def found(staff: Outcomes) -> Pathway:
    return pathway(staff, STATEWIDE)


def test_the_chain_is_one_from_the_report_to_a_permanent_home(found: Pathway) -> None:
    assert [link.stage.id for link in found.chain.links] == STAGES
    assert [link.stage.id for link in found.branches] == ["cohort-served-at-home"]
    assert found.chain.telescopes
    for link in found.chain.links:
        assert link.running == pytest.approx(link.di.value, rel=1e-9)


@pytest.mark.parametrize("base", ["population", "decision"])
def test_every_ratio_is_that_of_the_tables(
    staff: Outcomes, found: Pathway, base: str
) -> None:
    for link in (*found.chain.links, *found.branches):
        table = staff.table(
            Selection(state="nc", measure=link.stage.id, by="race",
                      windows=("sfy2023",), base=base)  # type: ignore[arg-type]
        )  # fmt: skip
        row = table.row(group="black_nh")
        ratio = link.di if base == "population" else link.rri
        assert ratio.status == row.ratio_status
        shown = (row.ratio, row.ratio_lower, row.ratio_upper)
        assert (ratio.value, ratio.lower, ratio.upper) == pytest.approx(shown)
        assert link.stage.group.numerator == row.numerator


def test_counties_add_up_between_and_within(staff: Outcomes, found: Pathway) -> None:
    assert found.between + found.within == pytest.approx(found.chain.difference)
    question = replace(STATEWIDE, window="sfy2020-2022")
    regions = [
        pathway(staff, replace(question, place=region.code))
        for region in staff.places("nc").regions
    ]
    split = [each for each in regions if not isnan(each.chain.difference)]
    assert split
    for each in split:
        added = each.between + each.within
        # A region whose reference is the state's is no sum of its own counties.
        whole = each.reference_from == OWN
        assert isnan(added) != whole
        assert not whole or added == pytest.approx(each.chain.difference)


def test_entries_beside_the_chain_are_counted(staff: Outcomes, found: Pathway) -> None:
    outside = found.outside
    assert 0 < outside.group < outside.everyone < outside.everyone_reported
    table = staff.table(
        Selection(state="nc", measure="cohort-entered-outside", windows=("sfy2023",))
    )
    assert outside.everyone == table.row().numerator


def test_all_others_are_everybody_known_but_the_group(staff: Outcomes) -> None:
    one = pathway(staff, replace(STATEWIDE, reference="others")).chain.links[0].stage
    parts = [
        pathway(staff, replace(STATEWIDE, group="black_nh", reference=code))
        for code in KNOWN
        if code != "black_nh"
    ]
    added = sum(part.chain.links[0].stage.reference.numerator for part in parts)
    assert one.reference.numerator == added


def test_a_county_opens_with_pooled_years_and_its_own_reference(
    staff: Outcomes,
) -> None:
    there = pathway(staff, Question(state="nc", place=WAKE))
    assert there.window == "sfy2020-2022"
    assert there.reference_from == OWN
    assert isnan(there.between)
    assert not there.immature


def test_a_small_reference_is_the_states_all_along_the_chain(staff: Outcomes) -> None:
    there = pathway(staff, Question(state="nc", place=SMALL))
    whole = pathway(staff, Question(state="nc", window=there.window))
    assert there.reference_from == STATE
    for link, wide in zip(there.chain.links, whole.chain.links, strict=True):
        assert link.stage.reference == wide.stage.reference
        assert link.stage.group.numerator < wide.stage.group.numerator


def test_children_are_counted_once_in_a_pool(staff: Outcomes) -> None:
    """Three years hold fewer children than the years one by one: some come back."""
    question = Question(state="nc", window="sfy2020-2022")
    pool = pathway(staff, question).chain.links[0].stage.group
    years = [
        pathway(staff, replace(question, window=f"sfy{year}"))
        .chain.links[0].stage.group
        for year in (2020, 2021, 2022)
    ]  # fmt: skip
    assert pool.population == sum(year.population for year in years)
    added = sum(year.numerator for year in years)
    assert 0.75 * added < pool.numerator < 0.97 * added


def test_what_is_not_followed_up_is_named(staff: Outcomes) -> None:
    newest = pathway(staff, replace(STATEWIDE, window="sfy2025"))
    assert set(STAGES[1:]) < set(newest.immature)
    assert "Not followed up" in as_lines(newest, staff.vintage("nc"))


def test_the_public_edition_hides_a_stage_and_all_that_rests_on_it(
    public: Outcomes,
) -> None:
    seen = 0
    for county in public.places("nc").counties:
        there = pathway(public, Question(state="nc", place=county.code))
        for record in pathway_records(there, public.vintage("nc")):
            if record["numerator"] is None:
                seen += 1
                figures = ("di", "rri", "di_lowest", "rri_lowest", "log_rri",
                           "product", "per_1000")  # fmt: skip
                assert [record[name] for name in figures] == [None] * len(figures)
            else:
                assert record["numerator"] == 0 or record["numerator"] > 10
    assert seen > 50


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"group": "nobody"}, "no group “nobody”"),
        ({"group": "unknown"}, "no group “unknown”"),
        ({"reference": "best"}, "nothing to compare with"),
        ({"reference": "black_nh"}, "not compared with itself"),
        ({"end": "re-entry"}, "no stage of the pathway"),
        ({"place": "37999"}, "no county or region"),
        ({"dimension": "provider"}, "no groups of provider"),
        ({"window": "sfy1999"}, "no figures for “sfy1999”"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(
    staff: Outcomes, wrong: dict[str, str], says: str
) -> None:
    with pytest.raises(BadSelection, match=says):
        pathway(staff, replace(STATEWIDE, **wrong))  # type: ignore[arg-type]


def test_figures_without_records_have_no_cohort(
    staff: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = (staff.measure("report-rate"), staff.measure("entry-rate"))
    monkeypatch.setattr(staff, "measures", lambda state=None: counted)
    with pytest.raises(NoData, match="followed from their report"):
        pathway(staff, STATEWIDE)


def test_by_age_the_chain_holds_too(staff: Outcomes) -> None:
    question = replace(STATEWIDE, dimension="age", group="age_1", reference="age_2")
    links = pathway(staff, question).chain.links
    assert links[-2].running == pytest.approx(links[-2].di.value, rel=1e-9)


def test_records_and_lines_say_the_same(staff: Outcomes, found: Pathway) -> None:
    vintage = staff.vintage("nc")
    records, lines = pathway_records(found, vintage), as_lines(found, vintage)
    assert [record["stage"] for record in records] == [*STAGES, "cohort-served-at-home"]
    for record in records:
        assert f"{record['numerator']:,}" in lines
        assert f"{record['rri']:.2f}" in lines
    assert "Outside the chain" in lines
    assert "no real children" in lines
    header, *rows = as_csv(found, vintage).splitlines()
    assert len(rows) == len(records)
    assert header.split(",")[: len(records[0])] == list(records[0])
    whole = json.loads(as_json(found, vintage))
    assert whole["stages"] == records
    assert whole["difference_per_1000"] == pytest.approx(found.chain.difference, 1e-4)
    assert "NaN" not in as_json(replace(found, between=nan), vintage)


def test_the_command_prints_a_county(demo_var: Path) -> None:
    words = ("metrics", "pathway", "--root", str(demo_var), "--county", WAKE)
    printed = run(*words, "--window", "sfy2020-2022")
    assert printed.startswith("Decision pathway, Wake, sfy2020-2022: black_nh against")
    assert "Left to a permanent home" in printed
    told = json.loads(run(*words, "--format", "json", "--reference", "others"))
    assert told["telescopes"]
    assert run(*words, "--format", "csv").startswith("state,level,geography,window")
