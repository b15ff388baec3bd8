"""Every measure of the catalogue is whole, cited and in plain words."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, func, select

from data.cases import case_table, case_tables
from data.contract import NEVER
from metrics.catalog import catalogue, checked, measures_in
from metrics.examples import read_cases
from metrics.families import component
from metrics.model import DIMENSIONS, Example, Measure

MEASURES = catalogue()
EXAMPLES = [(m, number) for m in MEASURES for number in range(len(m.examples))]
FOLDER = Path(__file__).parents[2] / "metrics" / "catalog"
EXPECTED = (
    "report-rate",
    "screened-in",
    "assessed",
    "found",
    "entry-rate",
    "in-care",
    "in-care-long",
    "permanent-exits",
    "cohort-screened-in",
    "cohort-assessed",
    "cohort-found",
    "cohort-served-at-home",
    "cohort-entered",
    "cohort-permanent",
    "cohort-entered-outside",
    "maltreatment-in-care",
    "recurrence",
    "permanency-12-months",
    "permanency-12-23-months",
    "permanency-24-months",
    "re-entry",
    "placement-stability",
)
POPULATION = ("report-rate", "entry-rate", "in-care")
FEDERAL = {
    "S1": 9.07,
    "S2": 9.7,
    "P1": 35.2,
    "P2": 43.8,
    "P3": 37.3,
    "P4": 5.6,
    "P5": 4.48,
}
NOT_SAID = ("bias", "worst", " cause", "because of race", "n/a", "denominator")

each = pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.id)
each_example = pytest.mark.parametrize(
    "example",
    [m.examples[number] for m, number in EXAMPLES],
    ids=[f"{m.id}-{number + 1}" for m, number in EXAMPLES],
)


def words(measure: Measure) -> list[str]:
    said = [measure.title, measure.question, measure.counted, measure.among]
    said += [measure.verb, measure.definition, measure.why]
    said += [example.says for example in measure.examples]
    said += [each.says for each in measure.breaks]
    if measure.step:
        said += [measure.step.label, measure.step.previous_label, measure.step.verb]
    return said


def test_the_catalogue_is_in_the_order_of_the_pages() -> None:
    assert tuple(measure.id for measure in MEASURES) == EXPECTED
    assert len({measure.order for measure in MEASURES}) == len(MEASURES)
    assert len({measure.code for measure in MEASURES}) == len(MEASURES)


def test_the_file_of_a_measure_bears_its_name() -> None:
    files = {file.stem for file in FOLDER.glob("*.py")} - {"__init__"}
    assert files == {measure.id.replace("-", "_") for measure in MEASURES}


@each
def test_words_are_plain_and_sentences_whole(measure: Measure) -> None:
    assert measure.question.endswith("?")
    assert len(measure.question) <= 75
    assert len(measure.title) <= 60
    assert measure.definition.endswith(".")
    assert measure.why.endswith(".")
    assert measure.source
    assert all(example.says.endswith(".") for example in measure.examples)
    for text in words(measure):
        assert text.strip() == text
        assert "  " not in text
        assert not [word for word in NOT_SAID if word in text.lower()], text


@each
def test_fragments_fit_into_a_sentence(measure: Measure) -> None:
    for fragment in (measure.counted, measure.among, measure.verb):
        assert fragment[0].islower()
        assert not fragment.endswith(".")


@each
def test_units_follow_the_kind(measure: Measure) -> None:
    if measure.kind == "proportion":
        assert (measure.per, measure.unit) == (100, "%")
        assert measure.numerator.split(".")[0] == measure.denominator.split(".")[0]
    else:
        assert measure.unit.startswith(f"per {measure.per:,} ")


@each
def test_breakdowns_are_those_that_both_parts_have(measure: Measure) -> None:
    assert set(measure.breakdowns) <= set(DIMENSIONS)
    assert measure.breakdowns[:3] == ("race", "age", "sex")
    reports = measure.numerator.startswith(
        ("reported.", "report_cohort.", "recurrence.")
    )
    no_provider = (
        reports
        or measure.id == "in-care-long"
        or measure.denominator.startswith("population.")
    )
    assert ("provider" in measure.breakdowns) != no_provider


@each
def test_what_a_measure_needs_is_in_the_cases(measure: Measure) -> None:
    for need in measure.needs:
        table, column = need.split(".")
        assert column in case_table(table).columns
    needs_people = measure.id in POPULATION
    assert ("population.children" in measure.needs) == needs_people


@each
def test_a_direction_is_claimed_only_where_there_is_one(measure: Measure) -> None:
    federal = measure.code in FEDERAL
    assert (measure.national is not None) == federal
    assert (measure.direction == "none") == (
        not federal and measure.id not in ("permanent-exits", "cohort-permanent")
    )


def test_national_values_say_that_they_are_to_be_checked() -> None:
    found = {m.code: m.national for m in MEASURES if m.national}
    assert {code: value.value for code, value in found.items()} == FEDERAL
    for national in found.values():
        assert "one secondary source; check against the official" in national.source
        assert re.search(r"\b(1|2)\d[AB]?\b|FFY 20", national.period)


def test_the_year_has_eight_steps_each_fed_by_the_one_before() -> None:
    steps = [m.step for m in MEASURES if m.step and m.step.chain == "year"]
    assert [step.order for step in steps] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [(step.previous, step.nested) for step in steps] == [
        ("population.child_years", False),
        ("reported.children", True),
        ("reported.screened_in", True),
        ("reported.assessed", True),
        ("reported.found", False),
        ("entered.children", False),
        ("in_care.children", True),
        ("served.children", True),
    ]


def test_each_step_of_the_cohort_counts_a_part_of_the_one_before() -> None:
    """From children reported on, the chain has no hole and nothing but parts."""
    chain = [m for m in MEASURES if m.step and m.step.chain == "cohort"]
    assert [m.step.order for m in chain if m.step] == [2, 3, 4, 6, 7]
    before = "report_cohort.children"
    for measure in chain:
        assert measure.step is not None
        assert measure.step.nested
        assert measure.denominator == measure.step.previous == before
        assert f"report_cohort.{component(measure.numerator).subset_of}" == before
        before = measure.numerator


def test_what_branches_off_the_cohort_is_a_part_of_a_step_of_it() -> None:
    (branch,) = [m for m in MEASURES if m.step and m.step.chain == "branch"]
    steps = [m.numerator for m in MEASURES if m.step and m.step.chain == "cohort"]
    assert branch.denominator in steps
    assert branch.numerator not in steps


def test_companions_name_each_other() -> None:
    pairs = {m.id: m.companion for m in MEASURES if m.companion}
    assert pairs == {
        "permanency-12-months": "re-entry",
        "re-entry": "permanency-12-months",
    }


@each
def test_there_are_at_least_four_worked_examples(measure: Measure) -> None:
    assert len(measure.examples) >= 4
    assert any(example.numerator > 0 for example in measure.examples)
    assert len({example.cases for example in measure.examples}) == len(measure.examples)


@each_example
def test_an_example_reads_and_its_counts_can_be(example: Example) -> None:
    cases = read_cases(example.cases)
    assert sum(len(frame) for frame in cases.tables.values()) > 2
    assert example.denominator > 0
    assert 0 <= example.numerator <= example.denominator
    assert re.fullmatch(r"sfy20\d\d(-20\d\d)?", example.window)


@each_example
def test_the_records_of_an_example_obey_the_contract(example: Example) -> None:
    engine, metadata = create_engine("sqlite://"), MetaData()
    tables = {each.name: each.table(metadata) for each in case_tables()}
    metadata.create_all(engine)
    frames = read_cases(example.cases).tables
    with engine.begin() as connection:
        for contract in case_tables():
            table, frame = tables[contract.name], frames[contract.name]
            if len(frame):
                connection.execute(table.insert(), frame.to_dict("records"))
            assert not frame.duplicated(list(contract.key)).any()
            for rule in contract.rules:
                broken = select(func.count()).select_from(table)
                count = connection.scalar(broken.where(rule.broken(table)))
                assert count == 0, rule.says
    engine.dispose()


@each_example
def test_nobody_in_an_example_lives_before_birth(example: Example) -> None:
    tables = read_cases(example.cases).tables
    born = tables["child"].set_index("child_id")["birth_day"].replace(NEVER, 0)
    removed = tables["removal"]
    assert (removed["removal_day"].ge(removed["child_id"].map(born))).all()


def test_a_file_dropped_into_a_folder_adds_a_measure(tmp_path: Path) -> None:
    text = (FOLDER / "entry_rate.py").read_text("utf-8")
    text = text.replace('id="entry-rate"', 'id="entry-again"')
    (tmp_path / "entry_again.py").write_text(
        text.replace("order=50", "order=999"), "utf-8"
    )
    assert [measure.id for measure in measures_in(tmp_path)] == ["entry-again"]
    assert [m.id for m in catalogue(tmp_path)] == [*EXPECTED, "entry-again"]
    assert catalogue() == MEASURES


def test_a_folder_alone_gives_the_same_catalogue() -> None:
    assert [measure.id for measure in measures_in(FOLDER)] == list(EXPECTED)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there is no folder of measures"):
        catalogue(tmp_path / "nowhere")


def test_a_file_without_a_measure_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.py").write_text("MEASURE = 3\n", "utf-8")
    with pytest.raises(ValueError, match=r"empty\.py must assign MEASURE"):
        measures_in(tmp_path)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "Entry Rate"}, "an id has small letters"),
        ({"id": "found"}, "two files have this id"),
        ({"companion": "nothing"}, "its companion 'nothing' is not in the catalogue"),
        ({"numerator": "children"}, "'children' must look like family.component"),
        ({"denominator": "a.b; drop table c"}, "must look like family.component"),
        ({"breakdowns": ("height",)}, "'height' is none of race, age, sex, provider"),
        ({"per": 0}, "per must be above zero"),
    ],
)
def test_a_measure_that_does_not_fit_is_refused(
    change: dict[str, object], says: str
) -> None:
    whole = [m for m in MEASURES if m.id != "entry-rate"]
    broken = replace(next(m for m in MEASURES if m.id == "entry-rate"), **change)
    with pytest.raises(ValueError, match=says):
        checked([*whole, broken])
