"""Files: every record with its provenance, nothing hidden as a number."""

import csv
import io
import json
from pathlib import Path

import pytest

from metrics.export import PROVENANCE, as_csv, as_json, records
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from metrics.table import COLUMNS

HEAD = [*COLUMNS, *PROVENANCE]
ASKED = Selection(state="nc", measure="permanency-12-months", place="37119", by="race")


@pytest.fixture(scope="module", params=["staff", "public"])
def outcomes(request: pytest.FixtureRequest, demo_root: Path) -> Outcomes:
    return Outcomes.open(demo_root, edition=request.param)


def test_json_and_csv_say_the_same(outcomes: Outcomes) -> None:
    table, vintage = outcomes.table(ASKED), outcomes.vintage("nc")
    lines = list(csv.DictReader(io.StringIO(as_csv(table, vintage))))
    told = json.loads(as_json(table, vintage), parse_constant=pytest.fail)
    assert len(lines) == len(told) == len(table.rows) == 8
    for line, record in zip(lines, told, strict=True):
        assert list(line) == list(record) == HEAD
        for name, value in record.items():
            assert line[name] == ("" if value is None else str(value))


def test_every_record_says_where_it_comes_from(outcomes: Outcomes) -> None:
    vintage = outcomes.vintage("nc")
    for record in records(outcomes.table(ASKED), vintage):
        assert record["measure"] == "permanency-12-months"
        assert record["edition"] == outcomes.edition
        assert record["release"] == vintage.version
        assert record["data_end"] == "2025-06-30"
        assert record["demonstration"] == "demonstration data: no real children"
        assert record["source"]


def test_counts_are_whole_and_what_is_not_there_is_none(outcomes: Outcomes) -> None:
    found = list(records(outcomes.table(ASKED), outcomes.vintage("nc")))
    for record in found:
        shown = record["status"] == "shown"
        for name in ("numerator", "denominator"):
            # Nobody of unknown race among nobody of unknown race is a count of 0.
            nobody = record["status"] == "no data" and record[name] == 0
            assert type(record[name]) is (int if shown else type(None)) or (
                record["status"] == "not estimable" or nobody
            )
        if not shown:
            assert record["value"] is None
            assert record["ratio"] is None
    statuses = {record["status"] for record in found}
    assert ("hidden" in statuses) is (outcomes.edition == "public")


def test_an_infinite_limit_is_none_and_flags_are_words(outcomes: Outcomes) -> None:
    table = outcomes.table(ASKED)
    rows = table.rows.assign(
        ratio_upper=float("inf"), flags=[("immature", "unreliable")] * len(table.rows)
    )
    changed = type(table).of(
        measure=table.measure, selection=table.selection, rows=rows,
        edition=table.edition, version=table.version,
    )  # fmt: skip
    for record in records(changed, outcomes.vintage("nc")):
        assert record["ratio_upper"] is None
        assert record["flags"] == "immature; unreliable"


def test_no_rows_make_a_head_alone(outcomes: Outcomes) -> None:
    table = outcomes.table(ASKED)
    empty = type(table).of(
        measure=table.measure, selection=table.selection, rows=table.rows.iloc[:0],
        edition=table.edition, version=table.version,
    )  # fmt: skip
    assert as_csv(empty, outcomes.vintage("nc")) == ",".join(HEAD) + "\n"
    assert as_json(empty, outcomes.vintage("nc")) == "[]"
