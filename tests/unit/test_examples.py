"""The reader of worked examples: records in plain words become tables of cases."""

from datetime import date

import pytest

from data.cases import case_tables
from data.contract import NEVER
from metrics.examples import read_cases

EPOCH = date(1970, 1, 1)


def days(text: str) -> int:
    return (date.fromisoformat(text) - EPOCH).days


def only(text: str, table: str) -> dict[str, object]:
    (row,) = read_cases(text).tables[table].to_dict("records")
    return {str(column): value for column, value in row.items()}


def test_every_table_of_cases_has_its_columns_and_types_even_without_records() -> None:
    tables = read_cases("").tables
    assert set(tables) == {table.name for table in case_tables()}
    for table in case_tables():
        frame = tables[table.name]
        assert tuple(frame.columns) == table.columns
        for field in table.fields:
            assert (frame[field.name].dtype == "int64") == (field.type is int)


def test_a_report_as_it_is_written() -> None:
    row = only(
        "report: id=7 child=3 on=2023-02-01 disposition=substantiated "
        "incident=2023-01-28 county=37183 died=yes services=2023-03-01",
        "report",
    )
    assert row == {
        "report_id": 7,
        "child_id": 3,
        "county_id": 37183,
        "report_day": days("2023-02-01"),
        "incident_day": days("2023-01-28"),
        "screened_in": 1,
        "assessed": 1,
        "disposition": 1,
        "unborn": 0,
        "died": 1,
        "home_services_day": days("2023-03-01"),
    }


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", (1, 1, 5)),
        ("assessed=no", (1, 0, 0)),
        ("screened_in=no", (0, 0, 0)),
        ("disposition=services_needed", (1, 1, 3)),
        ('disposition="victim, alternative response"', (1, 1, 4)),
        ("disposition=none", (1, 1, 0)),
    ],
)
def test_what_a_report_leaves_out(said: str, expected: tuple[int, int, int]) -> None:
    row = only(f"report: on=2023-02-01 {said}", "report")
    assert (row["screened_in"], row["assessed"], row["disposition"]) == expected
    assert row["incident_day"] == NEVER


def test_a_removal_without_an_exit_is_still_in_care() -> None:
    row = only("removal: from=2022-08-01", "removal")
    assert (row["exit_day"], row["exit_reason"]) == (NEVER, 0)
    assert (row["removal_id"], row["child_id"], row["county_id"]) == (1, 1, 37063)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("reunification", 1),
        ('"living with a relative"', 2),
        ("relative", 2),
        ("guardianship", 5),
        ("transfer", 6),
        ("reason_missing", 99),
    ],
)
def test_reasons_are_written_by_name(name: str, code: int) -> None:
    line = f"removal: from=2022-08-01 to=2022-09-01 reason={name}"
    assert only(line, "removal")["exit_reason"] == code


def test_a_placement_lasts_as_long_as_its_removal_in_a_home_of_its_own() -> None:
    tables = read_cases(
        """
        removal: id=4 from=2022-08-01 to=2022-10-01 reason=adoption
        placement: removal=4 to=2022-09-01
        placement: removal=4 from=2022-09-01 setting="group home" home=9
        """
    ).tables
    first, second = tables["placement"].to_dict("records")
    assert (first["start_day"], first["end_day"]) == (
        days("2022-08-01"),
        days("2022-09-01"),
    )
    assert (second["start_day"], second["end_day"]) == (
        days("2022-09-01"),
        days("2022-10-01"),
    )
    assert (first["setting"], second["setting"]) == (2, 4)
    assert (first["home_id"], second["home_id"]) == (1001, 9)


def test_children_counties_regions_and_providers_are_added_when_referred_to() -> None:
    tables = read_cases(
        """
        child: id=2 born=2010-05-01 sex=boy race=black+unknown hispanic=unknown
        report: child=1 on=2023-01-01 county=37183
        removal: child=2 from=2023-02-01 provider=12
        """
    ).tables
    children = tables["child"].set_index("child_id")
    assert list(children.index) == [2, 1]
    assert children.loc[1].to_dict() == {
        "birth_day": days("2015-01-01"),
        "sex_id": 1,
        "white": 1,
        "black": 0,
        "aian": 0,
        "asian": 0,
        "nhpi": 0,
        "race_unknown": 0,
        "hispanic": 0,
    }
    ticked = children.loc[2][["white", "black", "race_unknown", "hispanic", "sex_id"]]
    assert ticked.tolist() == [0, 1, 1, 9, 2]
    assert tables["county"]["county_id"].tolist() == [37063, 37183]
    assert tables["county"]["state"].tolist() == ["nc", "nc"]
    assert tables["region_member"]["county_id"].tolist() == [37063, 37183]
    assert tables["provider"]["provider_id"].tolist() == [12]


def test_population_by_name_of_its_groups() -> None:
    row = only(
        "population: year=2022 race=black age=10-14 sex=boys children=1000",
        "population",
    )
    assert (row["race_id"], row["age_id"], row["sex_id"]) == (2, 3, 2)
    assert (row["source"], row["children"]) == ("estimates", 1000)


def test_numbers_left_out_are_the_lowest_that_are_free() -> None:
    frame = read_cases(
        """
        report: id=1 child=1 on=2023-01-01
        report: child=1 on=2023-02-01
        report: child=1 on=2023-03-01
        """
    ).tables["report"]
    assert frame["report_id"].tolist() == [1, 2, 3]


def test_an_unknown_birth_day_and_hispanic_origin() -> None:
    assert only("child: id=1 born=unknown", "child")["birth_day"] == NEVER
    assert only("child: id=1 race=hispanic", "child")["hispanic"] == 1


def test_the_end_of_the_data_is_optional() -> None:
    assert read_cases("").data_end is None
    assert read_cases("data: end=2023-06-30").data_end == days("2023-06-30")


def test_empty_lines_and_remarks_are_passed_over() -> None:
    text = "\n  # a remark\n\n  report: on=2023-01-01\n"
    assert len(read_cases(text).tables["report"]) == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("visit: child=1", "there is no table 'visit'"),
        ("report: on=2023-01-01 colour=red", "'colour=red' is not one of"),
        ("report: on=2023-01-01 child", "'child' is not one of"),
        ("report: child=1", "'on' is missing"),
        ("report: on=2023-02-30", "on: "),
        ("report: child=one on=2023-01-01", "child: "),
        ("report: on=2023-01-01 on=2023-01-02", "'on' is given twice"),
        ("report: on=2023-01-01 disposition=services", "'services' is none of"),
        ("removal: from=2022-08-01 reason=home", "'home' is none of"),
        ("removal: from=2022-08-01 to=2022-09-01", "an exit without a reason"),
        ("child: id=1 hispanic=known", "'known' is none of"),
        ("child: id=1 race=green", "'green' is none of"),
        ("placement: removal=5 home=1", "refers to no removal: 5"),
        ("report: on=2023-01-01 county=99001", "needs a line that says its state"),
        ('report: on="2023-01-01', "No closing quotation"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(line: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_cases(line)
