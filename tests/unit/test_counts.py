"""Published counts: a CSV and its code map in, accepted and refused rows out."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest
import yaml
from sqlalchemy import Engine, create_engine, insert, select

from data.loaders import counts, formats, loader
from data.loaders._code_map import CodeMapError, read_code_map
from data.loaders._counts_check import REPEATED, Checked, check
from data.loaders._counts_flags import ABOVE_TOTAL, SAME_AS_BEFORE
from data.loaders._counts_store import CountsError, LoadedCounts
from data.published_counts import (
    bad_published_counts,
    create_published,
    published_counts,
    read_counts,
    replace_counts,
)
from data.state import load_state
from data.store import case_metadata, create_store, open_cases, read_notes, write_notes

MAP = {
    "source": "Yearbook",
    "vintage": "2018 edition",
    "data_end": "2018-12-31",
    "columns": {
        "window": "year", "county": "fips", "county_name": "name", "race": "race",
        "age": "age", "numerator": "entries", "denominator": "children",
    },
    "constants": {"measure": "entry-rate"},
    "codes": {
        "race": {"All": 0, "White": 1, "Black": 2},
        "age": {"0-17": 0, "0-4": 1},
        "county": {"State": 0},
    },
    "left_out": {"race": ["Any"]},
    "blanks": ["", "*"],
    "window_prefix": "cy",
}  # fmt: skip
HEAD = "year,fips,name,race,age,entries,children\n"


def put(folder: Path, *lines: str, **changes: object) -> tuple[Path, Path]:
    file, code_map = folder / "f.csv", folder / "m.yaml"
    file.write_text(HEAD + "".join(f"{line}\n" for line in lines))
    code_map.write_text(yaml.safe_dump(MAP | changes))
    return file, code_map


def run(folder: Path, *lines: str, **changes: object) -> LoadedCounts:
    file, code_map = put(folder, *lines, **changes)
    out = folder / "var"
    return counts.load(Namespace(state="wa", file=file, map=code_map, out=out))


def checked(folder: Path, *lines: str, **changes: object) -> Checked:
    file, code_map = put(folder, *lines, **changes)
    meaning = read_code_map(code_map)
    return check(counts.read_rows(file, meaning), meaning, load_state("wa"))


@contextmanager
def opened(loaded: LoadedCounts) -> Iterator[Engine]:
    engine = open_cases(loaded.store, read_only=True)
    yield engine
    engine.dispose()


def rows(loaded: LoadedCounts) -> pd.DataFrame:
    with opened(loaded) as engine:
        return read_counts(engine, state="wa")


def refused(loaded: LoadedCounts) -> list[tuple[int, str]]:
    table = bad_published_counts()
    query = select(table.c.line, table.c.reason).order_by(table.c.line)
    with opened(loaded) as engine, engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query)]


def test_a_row_becomes_a_published_count(tmp_path: Path) -> None:
    row = rows(run(tmp_path, '2018,53033,King,Black,0-17,"1,189","36,089"')).iloc[0]
    assert row.to_dict() == {
        "state": "wa", "measure": "entry-rate", "window": "cy2018", "level": "county",
        "geography": "53033", "county_id": 53033, "race_id": 2, "age_id": 0,
        "sex_id": 0, "provider_id": 0, "numerator": 1189, "denominator": 36089,
        "source": "Yearbook", "note": "",
    }  # fmt: skip


@pytest.mark.parametrize("blank", ["", "*"])
def test_a_blank_is_not_shown_and_never_zero(tmp_path: Path, blank: str) -> None:
    loaded = run(
        tmp_path,
        f"2018,53033,King,All,0-17,{blank},100",
        "2018,53033,King,White,0-17,0,100",
    )
    found = rows(loaded).set_index("race_id")["numerator"]
    assert found[0] is pd.NA
    assert found[1] == 0
    assert loaded.not_shown == 1


def test_the_state_as_a_whole_has_county_zero(tmp_path: Path) -> None:
    row = checked(tmp_path, "2018,State,,All,0-17,5,100").good.iloc[0]
    assert (row["level"], row["geography"], row["county_id"]) == ("state", "wa", 0)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2018,37063,Durham,All,0-17,5,100", "county not in Washington"),
        ("2018,King,King,All,0-17,5,100", "county not understood"),
        ("18,53033,King,All,0-17,5,100", "window not understood"),
        (",53033,King,All,0-17,5,100", "window not understood"),
        ("2018,53033,King,Green,0-17,5,100", "unknown race"),
        ("2018,53033,King,All,0-99,5,100", "unknown age"),
        ("2018,53033,King,All,0-17,5.5,100", "numerator is not a whole number"),
        ("2018,53033,King,All,0-17,-5,100", "numerator is not a whole number"),
        ("2018,53033,King,All,0-17,few,100", "numerator is not a whole number"),
        ("2018,53033,King,All,0-17,5,inf", "denominator is not a whole number"),
        ("2018,53033,King,All,0-17,101,100", "numerator above denominator"),
        ("2018,53033,King,All,0-17,,", "neither numerator nor denominator"),
    ],
)
def test_a_bad_row_is_kept_apart_with_its_reason(
    tmp_path: Path, line: str, reason: str
) -> None:
    found = checked(tmp_path, "2018,53053,Pierce,All,0-17,5,100", line)
    assert len(found.good) == 1
    assert found.bad["line"].tolist() == [3]
    assert found.bad["reason"].iloc[0].startswith(reason)


def test_the_second_row_about_the_same_thing_is_refused(tmp_path: Path) -> None:
    line = "2018,53033,King,All,0-17,{},100"
    loaded = run(tmp_path, line.format(5), line.format(6))
    assert (loaded.good, rows(loaded)["numerator"].tolist()) == (1, [5])
    assert refused(loaded) == [(3, "same place, window and group given before")]


def test_what_the_map_leaves_out_is_counted_and_not_refused(tmp_path: Path) -> None:
    found = checked(tmp_path, "2018,53033,King,Any,0-17,5,100")
    assert (len(found.good), len(found.bad), found.left_out) == (0, 0, 1)


def test_a_file_without_a_sound_row_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    loaded = run(tmp_path, "2018,53033,King,All,0-17,5,100")
    with pytest.raises(CountsError, match="none of its rows .*county not understood"):
        run(tmp_path, "2018,x,King,All,0-17,5,100")
    assert rows(loaded)["numerator"].tolist() == [5]


def test_a_group_above_its_total_is_flagged_and_kept(tmp_path: Path) -> None:
    loaded = run(
        tmp_path,
        "2018,53033,King,All,0-17,10,100",
        "2018,53033,King,White,0-17,12,90",
        "2018,53033,King,Black,0-4,10,90",
    )
    notes = rows(loaded).set_index("race_id")["note"]
    assert notes.to_dict() == {0: "", 1: ABOVE_TOTAL, 2: ""}
    assert loaded.flagged == {ABOVE_TOTAL: 1}


YEAR = ("{y},53033,King,All,0-17,{a},100", "{y},53053,Pierce,All,0-17,{b},90")


def two_years(*second: object) -> list[str]:
    years = [(2017, 5, 6), (2018, *second)]
    return [each.format(y=y, a=a, b=b) for y, a, b in years for each in YEAR]


@pytest.mark.parametrize("second", [(5, 6), ("", "")])
def test_a_repeated_year_is_flagged(tmp_path: Path, second: tuple) -> None:
    good = checked(tmp_path, *two_years(*second)).good
    notes = good.groupby("window")["note"].unique()
    assert list(notes["cy2018"]) == [SAME_AS_BEFORE]
    assert list(notes["cy2017"]) == [""]


def test_a_year_with_other_counts_repeats_nothing(tmp_path: Path) -> None:
    assert set(checked(tmp_path, *two_years(5, 7)).good["note"]) == {""}


def test_a_repeated_year_is_refused_where_the_map_says_so(tmp_path: Path) -> None:
    found = checked(tmp_path, *two_years("", ""), repeated_years="leave_out")
    assert found.bad["reason"].tolist() == [REPEATED, REPEATED]
    assert set(found.good["window"]) == {"cy2017"}


def test_loading_again_replaces_what_the_source_gave(tmp_path: Path) -> None:
    run(tmp_path, "2018,53033,King,All,0-17,5,100", "2018,x,King,All,0-17,5,100")
    loaded = run(tmp_path, "2018,53033,King,All,0-17,7,100")
    assert rows(loaded)["numerator"].tolist() == [7]
    assert refused(loaded) == []
    run(tmp_path, "2017,53033,King,All,0-17,3,100", source="Another")
    assert sorted(rows(loaded)["numerator"]) == [3, 7]


def test_counties_and_notes_are_written(tmp_path: Path) -> None:
    loaded = run(tmp_path, "2018,53033,King,All,0-17,5,100")
    county = case_metadata().tables["county"]
    with opened(loaded) as engine:
        with engine.connect() as connection:
            assert connection.execute(select(county)).all() == [(53033, "wa", "King")]
        notes = read_notes(engine)
    assert notes == {
        "state": "wa", "source": "Yearbook", "vintage": "2018 edition",
        "demo": "false", "data_end_day": "17896",
    }  # fmt: skip


def test_real_counts_never_enter_a_demonstration_store(tmp_path: Path) -> None:
    where = tmp_path / "var" / "cases"
    where.mkdir(parents=True)
    engine = open_cases(where / "wa.duckdb")
    create_store(engine)
    with engine.begin() as connection:
        write_notes(connection, {"demo": "true"})
    engine.dispose()
    with pytest.raises(CountsError, match="holds demonstration data"):
        run(tmp_path, "2018,53033,King,All,0-17,5,100")


def test_the_report_says_what_became_of_the_rows(tmp_path: Path) -> None:
    loaded = run(tmp_path, *two_years(5, 6), "2018,x,King,All,0-17,5,100")
    text = "\n".join(loaded.says)
    assert "5 rows read for wa: 4 accepted" in text
    assert "refused: 1 rows: county not understood" in text
    assert f"flagged: 2 rows: {SAME_AS_BEFORE}" in text


def test_a_missing_file_or_column_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CountsError, match="'entered' of the code map is not there"):
        run(tmp_path, columns=MAP["columns"] | {"numerator": "entered"})
    gone = Namespace(
        state="wa", file=tmp_path / "no.csv", map=tmp_path / "m.yaml", out=tmp_path
    )
    with pytest.raises(CountsError, match="cannot be read"):
        counts.load(gone)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"colour": 1}, "colour"),
        ({"constants": {}}, "measure needs a column or a constant"),
        ({"columns": {"window": "y", "size": "s"}}, "'size' is not one of"),
        ({"codes": {"race": {"Blue": 8}}}, "codes.race.Blue: there is no code 8"),
        ({"data_end": "the end"}, "data_end"),
    ],
)
def test_a_bad_code_map_names_its_key(tmp_path: Path, change: dict, says: str) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(yaml.safe_dump(MAP | change))
    with pytest.raises(CodeMapError) as caught:
        read_code_map(path)
    assert says in str(caught.value)
    assert "m.yaml" in str(caught.value)


def test_an_unreadable_code_map_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CodeMapError, match="cannot be read"):
        read_code_map(tmp_path / "none.yaml")
    (tmp_path / "m.yaml").write_text("a: [")
    with pytest.raises(CodeMapError, match="not valid YAML"):
        read_code_map(tmp_path / "m.yaml")


def test_another_database_keeps_what_is_not_shown_as_null() -> None:
    engine = create_engine("sqlite://")
    create_published(engine)
    one = dict.fromkeys(published_counts().columns.keys(), 1) | {
        "state": "wa", "measure": "m", "window": "cy2018", "level": "county",
        "geography": "53033", "numerator": None, "source": "s", "note": "",
    }  # fmt: skip
    good = pd.DataFrame([one]).astype({"numerator": "Int64"})
    bad = pd.DataFrame(columns=list(bad_published_counts().columns.keys()))
    for _ in range(2):
        with engine.begin() as connection:
            replace_counts(connection, good, bad, state="wa", source="s")
    found = read_counts(engine, state="wa")
    assert found["numerator"].tolist() == [pd.NA]
    with engine.begin() as connection:
        connection.execute(insert(published_counts()), [one | {"state": "zz"}])
    assert len(read_counts(engine, state="wa")) == 1


@pytest.mark.parametrize("format", formats())
def test_every_format_has_its_two_functions(format: str) -> None:
    parser = ArgumentParser()
    loader(format).add_arguments(parser)
    assert callable(loader(format).load)


def test_formats_are_found_by_their_folder() -> None:
    assert {"counts", "federal", "washington"} <= set(formats())
    with pytest.raises(KeyError, match="no format 'x'"):
        loader("x")


def test_the_code_map_of_the_handbook_is_sound(tmp_path: Path) -> None:
    handbook = Path(__file__).parents[2] / "docs" / "published-counts.md"
    (block,) = re.findall(r"```yaml\n(.*?)```", handbook.read_text(), flags=re.DOTALL)
    (tmp_path / "m.yaml").write_text(block)
    assert read_code_map(tmp_path / "m.yaml").data_end.isoformat() == "2018-12-31"
