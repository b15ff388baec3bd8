"""Made-up published counts, from a file through an edition to tables and exports."""

import csv
import io
import json
import math
from argparse import Namespace
from pathlib import Path

import pytest
import yaml

from data.loaders import counts, federal
from data.loaders._counts_check import REPEATED
from data.loaders._counts_flags import ABOVE_TOTAL
from data.loaders._counts_store import CountsError
from metrics.builder import Rooms, make
from metrics.errors import CountywiseError, NoData
from metrics.export import as_csv, as_json
from metrics.outcomes import Outcomes
from metrics.places import Vintage
from metrics.selection import Selection
from metrics.shell_tables import as_lines
from metrics.table import NOT_SHOWN, PARTIAL, STATE_REFERENCE, MeasureTable

WORD = "a word to the reader"
MAP = {
    "source": "Yearbook",
    "data_end": "2018-12-31",
    "columns": {
        "measure": "measure", "window": "year", "county": "fips", "county_name": "name",
        "race": "race", "numerator": "x", "denominator": "n", "note": "note",
    },
    "codes": {"race": {"All": 0, "White": 1, "Black": 2, "AIAN": 3, "Unknown": 9}},
    "window_prefix": "cy",
    "repeated_years": "leave_out",
}  # fmt: skip
# King and Pierce show both groups, Adams no Black and Asotin no White children.
COUNTIES = """\
entry-rate,2018,53033,King,All,400,100000,
entry-rate,2018,53033,King,White,100,50000,
entry-rate,2018,53033,King,Black,60,10000,
entry-rate,2018,53033,King,Unknown,12,,
entry-rate,2018,53053,Pierce,All,200,50000,
entry-rate,2018,53053,Pierce,White,50,30000,
entry-rate,2018,53053,Pierce,Black,30,10000,
entry-rate,2018,53001,Adams,All,15,5000,
entry-rate,2018,53001,Adams,White,40,4000,a word to the reader
entry-rate,2018,53001,Adams,Black,,200,
entry-rate,2018,53003,Asotin,All,20,5000,
entry-rate,2018,53003,Asotin,White,,4000,
entry-rate,2018,53003,Asotin,Black,9,300,
entry-rate,2018,53003,Asotin,AIAN,0,20,
"""
REPEAT = """\
entry-rate,2019,53033,King,All,400,100000,
entry-rate,2019,53053,Pierce,All,200,50000,
"""
STATE = "entry-rate,2018,,,AIAN,7,900,\n"


class Made:
    """An edition that was made, and short ways to ask it."""

    def __init__(self, root: Path, state: str, edition: str = "staff") -> None:
        self.outcomes = Outcomes.open(root / "warehouse", edition=edition)
        self.state = state

    @property
    def vintage(self) -> Vintage:
        return self.outcomes.vintage(self.state)

    def table(self, place: str = "", by: str = "race", **more: object) -> MeasureTable:
        chosen = {"measure": "entry-rate", "place": place, "by": by} | more
        return self.outcomes.table(Selection(state=self.state, **chosen))


def load(root: Path, lines: str, **changes: object) -> None:
    file, code_map = root / "f.csv", root / "m.yaml"
    file.write_text("measure,year,fips,name,race,x,n,note\n" + lines)
    code_map.write_text(yaml.safe_dump(MAP | changes))
    counts.load(Namespace(state="wa", file=file, map=code_map, out=root))


def built(root: Path, lines: str) -> Path:
    load(root, lines)
    make(Rooms.under(root), "wa")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("var"), COUNTIES)


@pytest.fixture(scope="module")
def made(root: Path) -> Made:
    return Made(root, "wa")


def test_a_group_of_the_state_is_over_the_counties_where_both_are_shown(
    made: Made,
) -> None:
    row = made.table().row(group="black_nh")
    assert (row.numerator, row.denominator) == (90, 20_000)
    assert row.ratio == pytest.approx((90 / 20_000) / (150 / 80_000))
    assert row.coverage == "2 of 4 counties"
    assert row.flags == (PARTIAL,)


def test_the_reference_of_the_state_is_over_its_own_counties(made: Made) -> None:
    row = made.table().row(group="white_nh")
    assert (row.numerator, row.denominator) == (190, 84_000)
    assert (row.coverage, row.ratio_status) == ("3 of 4 counties", "reference")


def test_full_coverage_needs_no_words(made: Made) -> None:
    row = made.table(by="all").row(group="all")
    assert (row.numerator, row.denominator) == (635, 160_000)
    assert (row.coverage, row.flags) == ("", ())


def test_each_window_and_all_others_are_matched_over_their_own_counties(
    tmp_path: Path,
) -> None:
    later = """\
entry-rate,2017,53003,Asotin,White,10,1000,
entry-rate,2017,53003,Asotin,Black,20,1000,
entry-rate,2017,53003,Asotin,AIAN,30,1000,
entry-rate,2017,53053,Pierce,Black,20,1000,
"""
    made = Made(built(tmp_path, COUNTIES + later), "wa")
    found = made.table(windows=("cy2017", "cy2018"))
    rows = {row.window: row for row in found.matching(group="black_nh")}
    assert (rows["cy2017"].numerator, rows["cy2017"].coverage) == (
        20,
        "1 of 4 counties",
    )
    assert (rows["cy2018"].numerator, rows["cy2018"].coverage) == (
        90,
        "2 of 4 counties",
    )
    others = made.table(reference="others", windows=("cy2017",))
    assert others.row(group="black_nh").status == "no data"


def test_a_group_without_a_common_county_has_no_figure(made: Made) -> None:
    row = made.table().row(group="aian_nh")
    assert (row.status, row.coverage) == ("no data", "0 of 4 counties")
    assert row.has(NOT_SHOWN)
    assert math.isnan(row.numerator)


@pytest.mark.parametrize("group", ["black_nh", "asian_nh"])
def test_a_blank_and_an_absent_row_are_not_shown(made: Made, group: str) -> None:
    row = made.table("53001").row(group=group)
    assert (row.status, row.flags) == ("no data", (NOT_SHOWN,))
    for name in ("numerator", "denominator", "value", "lower", "upper", "ratio"):
        assert math.isnan(row.as_dict()[name])


def test_a_zero_that_was_published_stays_a_zero(made: Made) -> None:
    row = made.table("53003").row(group="aian_nh")
    assert (row.status, row.numerator, row.denominator) == ("shown", 0, 20)
    assert not row.has(NOT_SHOWN)


def test_a_count_without_a_base_stays_a_count(made: Made) -> None:
    row = made.table("53033").row(group="unknown")
    assert (row.status, row.numerator) == ("not estimable", 12)
    assert math.isnan(row.denominator)
    assert math.isnan(row.value)


def test_no_reference_is_borrowed_from_a_state_that_was_not_shown(made: Made) -> None:
    row = made.table("53003").row(group="black_nh")
    assert not row.has(STATE_REFERENCE)
    assert math.isnan(row.ratio)
    assert row.ratio_status != "ok"


def test_exports_never_turn_what_is_not_shown_into_zero(made: Made) -> None:
    table = made.table("53001")
    record = next(
        r for r in json.loads(as_json(table, made.vintage)) if r["group"] == "black_nh"
    )
    assert [record[k] for k in ("numerator", "denominator", "value")] == [None] * 3
    assert (record["status"], record["flags"]) == ("no data", NOT_SHOWN)
    rows = csv.DictReader(io.StringIO(as_csv(table, made.vintage)))
    line = next(r for r in rows if r["group"] == "black_nh")
    assert [line[k] for k in ("numerator", "denominator", "value")] == [""] * 3
    text = as_lines(table, made.vintage, made.outcomes.places("wa"))
    (shown,) = [each for each in text.splitlines() if "black_nh" in each]
    assert NOT_SHOWN in shown
    assert "0" not in shown.replace("cy2018", "")


def test_the_public_edition_shows_what_was_published(root: Path) -> None:
    row = Made(root, "wa", "public").table().row(group="black_nh")
    assert (row.numerator, row.coverage) == (90, "2 of 4 counties")


def test_the_reader_is_told_of_blanks_and_marks(made: Made) -> None:
    said = made.vintage.notes["published_notes"].splitlines()
    assert said == [
        "2 of 14 figures are not shown in the source; they are never counted as zero.",
        f"1 of 14 figures carry the note: {WORD}.",
        f"1 of 14 figures carry the note: {ABOVE_TOTAL}.",
    ]
    assert made.vintage.notes["counties_noun"] == "counties"


def test_a_figure_of_the_state_is_taken_as_published(tmp_path: Path) -> None:
    made = Made(built(tmp_path, COUNTIES + STATE), "wa")
    row = made.table().row(group="aian_nh")
    assert (row.numerator, row.denominator, row.coverage) == (7, 900, "")
    assert made.table().row(group="black_nh").coverage == "2 of 4 counties"


def test_the_reader_is_told_of_refused_rows(tmp_path: Path) -> None:
    lines = [each for each in COUNTIES.splitlines(True) if ",All," in each][:2]
    made = Made(built(tmp_path, "".join(lines) + REPEAT), "wa")
    assert [w.key for w in made.outcomes.windows("wa")] == ["cy2018"]
    said = made.vintage.notes["published_notes"]
    assert said == f"Rows of the source that were refused ({REPEATED}): 2."


def test_a_base_that_only_one_measure_has_serves_both(tmp_path: Path) -> None:
    lines = (
        "entry-rate,2018,53033,King,All,5,,\nreport-rate,2018,53033,King,All,9,90,\n"
    )
    row = Made(built(tmp_path, lines), "wa").table("53033", by="all").row(group="all")
    assert (row.status, row.numerator, row.denominator) == ("shown", 5, 90)


def test_an_unknown_measure_and_an_empty_store_are_sentences(tmp_path: Path) -> None:
    load(tmp_path, "colour-rate,2018,53033,King,All,5,10,\n")
    with pytest.raises(CountywiseError, match="colour-rate, which is no measure"):
        make(Rooms.under(tmp_path), "wa")
    (tmp_path / "cases" / "wa.duckdb").rename(tmp_path / "cases" / "us.duckdb")
    with pytest.raises(NoData, match="No published counts of United States"):
        make(Rooms.under(tmp_path), "us")


FEDERAL = """\
state,state_name,population,table,item,value
AL,Alabama,entered,N,,3000
AL,Alabama,entered,Race/Ethnicity,White,2000
NC,North Carolina,entered,N,,500
NC,North Carolina,entered,Race/Ethnicity,White,200
NC,North Carolina,entered,Race/Ethnicity,Black or African American,100
NC,North Carolina,exited,N,,77
PR,Puerto Rico,entered,N,,9
"""
CENSUS = """\
year,race_ethnicity,pop_under18
2020,total,60000
2020,white,40000
2020,black,10000
2010,black,1
"""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("federal")
    for name, text in (
        (federal.TABLES, FEDERAL),
        (federal.POPULATION.format(state="nc"), CENSUS),
    ):
        path = folder / name
        path.parent.mkdir()
        path.write_text(text)
    for _ in range(2):
        federal.load(Namespace(data=folder, out=folder, state=None))
    make(Rooms.under(folder), "us")
    return Made(folder, "us")


def test_states_are_the_places_of_the_federal_tables(states: Made) -> None:
    places = states.outcomes.places("us")
    found = {place.code: place.name for place in places.counties}
    assert found == {"01000": "Alabama", "37000": "North Carolina"}
    assert places.state.name == "United States (federal tables)"


def test_a_state_of_the_federal_tables_has_ratios(states: Made) -> None:
    row = states.table("37000").row(group="black_nh")
    assert (row.window, row.numerator, row.denominator) == ("ffy2021", 100, 10_000)
    assert row.ratio == pytest.approx(2)


def test_a_state_without_a_census_file_has_counts_and_no_rates(states: Made) -> None:
    row = states.table("01000", by="all").row(group="all")
    assert (row.status, row.numerator) == ("not estimable", 3000)
    assert math.isnan(row.denominator)
    assert math.isnan(row.value)


def test_coverage_of_the_federal_tables_is_in_states(states: Made) -> None:
    row = states.table().row(group="black_nh")
    assert (row.numerator, row.coverage) == (100, "1 of 2 states")


def test_the_federal_tables_are_loaded_as_one_state(tmp_path: Path) -> None:
    with pytest.raises(CountsError, match="leave out --state nc"):
        federal.load(Namespace(data=tmp_path, out=tmp_path, state="nc"))
    with pytest.raises(CountsError, match="cannot be read"):
        federal.load(Namespace(data=tmp_path, out=tmp_path, state="us"))
