"""The published files, loaded and built, and then asked from the shell."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from app import Settings, create_app
from data.loaders import federal, washington
from metrics.table import NOT_SHOWN, PARTIAL
from tests.pages.calls import Dashboard, words

PROJECT = Path(__file__).parents[2]
DATA = PROJECT.parent / "shared" / "data"
ABSENT = [f for f in (washington.FILE, federal.TABLES) if not (DATA / f).exists()]
pytestmark = pytest.mark.skipif(
    bool(ABSENT), reason=f"published files are not in {DATA}: {', '.join(ABSENT)}"
)
Record = dict[str, Any]


def shell(var: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=PROJECT,
        env=os.environ | {"COUNTYWISE_VAR": str(var)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("var")
    for format, state in (("washington", "wa"), ("federal", "us")):
        shell(folder, "data", "load", "--format", format, "--data", str(DATA))
        shell(folder, "metrics", "build", "--state", state, "--format", "json")
    return folder


def table(var: Path, state: str, *words: str) -> dict[str, Record]:
    chosen = ("--state", state, "--by", "race", "--format", "json", *words)
    found = json.loads(shell(var, "metrics", "table", "entry-rate", *chosen))
    return {record["group"]: record for record in found}


@pytest.mark.parametrize("edition", ["staff", "public"])
def test_king_county(var: Path, edition: str) -> None:
    chosen = ("--county", "53033", "--window", "cy2018", "--edition", edition)
    rows = table(var, "wa", *chosen)
    black, white = rows["black_nh"], rows["white_nh"]
    assert (black["numerator"], black["denominator"]) == (189, 36_089)
    assert (white["numerator"], white["denominator"]) == (300, 215_469)
    assert round(black["ratio"], 2) == 3.76


def test_pierce_county(var: Path) -> None:
    rows = table(var, "wa", "--county", "53053", "--window", "cy2018")
    assert round(rows["black_nh"]["ratio"], 2) == 2.51


@pytest.mark.parametrize("edition", ["staff", "public"])
def test_washington_over_matched_counties(var: Path, edition: str) -> None:
    rows = table(var, "wa", "--window", "cy2018", "--edition", edition)
    for group, ratio, counties in (("black_nh", 2.23, 19), ("aian_nh", 2.64, 21)):
        row = rows[group]
        assert round(row["ratio"], 2) == ratio
        assert row["coverage"] == f"{counties} of 39 counties"
        assert PARTIAL in row["flags"]


def test_the_coverage_is_printed(var: Path) -> None:
    chosen = ("--state", "wa", "--by", "race", "--window", "cy2018")
    lines = shell(var, "metrics", "table", "entry-rate", *chosen).splitlines()
    (line,) = [each for each in lines if " black_nh " in each]
    assert "2.23" in line
    assert "19 of 39 counties" in line


def test_blank_cells_of_washington_are_empty(var: Path) -> None:
    chosen = ("--state", "wa", "--by", "county", "--window", "cy2018")
    text = shell(var, "metrics", "table", "entry-rate", *chosen, "--format", "json")
    blank = [r for r in json.loads(text) if r["status"] == "no data"]
    assert blank
    for record in blank:
        assert record["numerator"] is record["value"] is None
        assert record["flags"] == NOT_SHOWN


@pytest.mark.parametrize(
    ("place", "ratios"),
    [
        (
            "37000",
            {"black_nh": 1.13, "aian_nh": 2.14, "two_plus_nh": 0.91, "hispanic": 0.51},
        ),
        ("28000", {"black_nh": 0.70}),
    ],
)
def test_federal_figures_of_a_state(
    var: Path, place: str, ratios: dict[str, float]
) -> None:
    rows = table(var, "us", "--county", place, "--window", "ffy2021")
    assert {group: round(rows[group]["ratio"], 2) for group in ratios} == ratios


def test_federal_figures_of_all_states(var: Path) -> None:
    assert table(var, "us")["black_nh"]["coverage"] == "2 of 51 states"
    text = shell(
        var, "metrics", "table", "entry-rate", "--state", "us", "--by", "county",
        "--format", "json",
    )  # fmt: skip
    rows = {record["geography"]: record for record in json.loads(text)}
    assert len(rows) == 51
    assert rows["37000"]["numerator"] == 5431
    assert rows["01000"]["numerator"] > 1000
    assert rows["01000"]["denominator"] is rows["01000"]["value"] is None


@pytest.fixture(scope="module")
def board(var: Path) -> Dashboard:
    settings = Settings(var=str(var), edition="staff")
    return Dashboard(client=Client(create_app(settings).server))


@pytest.mark.parametrize(
    ("search", "figures"),
    [
        ("?state=wa&county=53033&window=cy2018", ("3.76", "189 of 36,089")),
        ("?state=wa&county=53053&window=cy2018", ("2.51",)),
        ("?state=wa&window=cy2018", ("2.23", "19 of 39 counties", "2.64", "21 of 39")),
        ("?state=us&county=37000", ("1.13", "2.14", "0.91", "0.51")),
        ("?state=us&county=28000", ("0.70",)),
    ],
)
def test_the_page_shows_the_same(
    board: Dashboard, search: str, figures: tuple[str, ...]
) -> None:
    said = words(board.page("/measure/entry-rate", search))
    assert not [figure for figure in figures if figure not in said], said[:3000]
    assert "no real children" not in said


def test_counties_side_by_side_or_a_sentence_why_not(board: Dashboard) -> None:
    washington = words(board.page("/disparity/counties", "?state=wa"))
    assert "Of 39 counties, seven have enough children to be compared." in washington
    assert "formed over 19 of 39 counties" in washington
    federal = words(board.page("/disparity/counties", "?state=us"))
    assert "Fewer than five states have enough children" in federal
    assert "99.8 % limits" not in federal
