"""Ten ways in which published figures gave children away: each is found, and closed.

Each test plants a leak and demands that the attacker sees it; then that what a
release makes of the same counts does not have it.
"""

import csv
import io
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.warehouse import HIDDEN, SHOWN
from metrics.export import as_csv
from metrics.outcomes import Outcomes
from metrics.privacy.audit.attack import attack
from metrics.privacy.audit.knowledge import attacks
from metrics.privacy.audit.plain import shown_differences, shown_remainders, unmasked
from metrics.privacy.audit.published import Published, read_published
from metrics.privacy.audit.report import audit
from metrics.privacy.audit.texts import (
    counts_of_excess,
    counts_of_interval,
    counts_of_percentage,
    counts_of_rate,
)
from metrics.privacy.policy import Policy
from metrics.public import public_contents
from metrics.rates import wilson
from metrics.release import Contents, write_edition
from metrics.selection import Selection
from tests.editions import contents, put_version
from tests.published import ENTERED, YEAR, crossed, published
from tests.small_world import POOL, world

SDC_TABLE = {
    "w": {"a": 30, "b": 47, "c": 64, "d": 89},
    "x": {"a": 90, "b": 124, "c": 5, "d": 31},
    "y": {"a": 92, "b": 100, "c": 59, "d": 85},
    "z": {"a": 800, "b": 991, "c": 651, "d": 685},
}
TWO_A_LINE = ("wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd")
Made = dict[tuple[str, str, str, str], int]


def released(made: Contents, folder: Path) -> Published:
    public = public_contents(made, Policy())
    write_edition(folder / "made.sqlite", public, progress=lambda _: None)
    return read_published(folder / "made.sqlite")


def clean(made: Made, folder: Path) -> Published:
    """A real release of these counts, after its audit."""
    edition = released(contents(made), folder)
    report = audit(edition)
    assert report.clean, report
    assert report.hidden > 0
    return edition


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A release of a small world with every kind of relation in it."""
    return clean(dict(world(5)), tmp_path_factory.mktemp("safe"))


def people(edition: Published) -> pd.DataFrame:
    counts = edition.counts
    return counts[~counts["name"].str.startswith("population")]


def test_1_two_hidden_a_line_are_not_enough(tmp_path: Path) -> None:
    """The table of sdcTable's own tests: w|b comes out as 47."""
    counts, where = crossed(SDC_TABLE)
    out = [where[pair[0], pair[1]] for pair in TWO_A_LINE]
    (known,) = attacks(published(counts, out))
    found = attack(known, low=0.0, width=10)
    order = [cell for cell in counts if cell in set(out)]
    exact = [i for i, width in enumerate(found.widths) if width < 0.5]
    assert [order[i] for i in exact] == [where["w", "b"]]
    assert round(float(found.low[exact[0]])) == 47
    groups = {"a": "race:1", "b": "race:2", "c": "race:3", "d": "race:7"}
    names = dict(zip("wxyz", ("37001", "37063", "37147", "37147"), strict=True))
    made: Made = {}
    for row, values in SDC_TABLE.items():
        for column, count in values.items():
            for place in (names[row], f"region:{1 + (row > 'x')}", "nc"):
                for group in ("all", groups[column]):
                    key = (place, group, ENTERED, POOL)
                    made[key] = made.get(key, 0) + count
    clean(made, tmp_path)


def test_2_a_rate_times_a_public_population(tmp_path: Path) -> None:
    rate = round(7 / 2963 * 1000, 1)
    assert counts_of_rate(rate, 2963) == (7,)
    assert len(counts_of_rate(round(7 / 296_300 * 1000, 1), 296_300)) > 10
    row = hidden_row(tmp_path)
    assert np.isnan([row.value, row.ratio, row.numerator]).all()


def test_3_an_interval_and_the_number_it_is_of(tmp_path: Path) -> None:
    limits = wilson(np.array([4.0]), np.array([37.0]))
    low, high = (round(float(x[0]), 4) for x in (limits.lower, limits.upper))
    assert counts_of_interval(low, high, 37) == (4,)
    row = hidden_row(tmp_path)
    assert np.isnan([row.lower, row.upper, row.ratio_lower, row.ratio_upper]).all()


def test_4_the_rest_of_a_shown_total(safe: Published) -> None:
    counts, where = crossed({"a": {"x": 20, "y": 50, "z": 10},
                             "b": {"x": 8, "y": 19, "z": 22}})  # fmt: skip
    edition = published(counts, [where["b", "x"]])
    report = audit(edition)
    assert (report.recovered, report.hidden) == (1, 1)
    assert audit(safe).recovered == 0


def test_5_windows_that_overlap(safe: Published, tmp_path: Path) -> None:
    """Two rolling totals differ by the month that left and the one that came."""
    name = "in_care_start.from_12"
    years = {(1, 0, 0, 0, name, f"sfy{y}"): n
             for y, n in ((2022, 40), (2023, 30), (2024, 5))}  # fmt: skip
    pool = {(1, 0, 0, 0, name, "sfy2022-2024"): 75}
    assert audit(published(years | pool, [[*years][2]])).recovered == 1
    keys = set(safe.counts["key"])
    assert keys == {"sfy2022", "sfy2023", "sfy2024", "sfy2022-2024"}
    made = {("nc", "all", name, f"sfy{y}"): n
            for y, n in ((2022, 40), (2023, 30), (2024, 5))}  # fmt: skip
    edition = released(
        contents(made | {("nc", "all", name, "sfy2022-2024"): 75}), tmp_path
    )
    assert (edition.counts["status"] == HIDDEN).sum() >= 2
    assert audit(edition).recovered == 0


def test_6_one_filter_inside_another(safe: Published) -> None:
    """All children, and those who stayed for eight days: three stayed for less."""
    counts = {(1, 0, 0, 0, ENTERED, YEAR): 60,
              (1, 0, 0, 0, "entry_cohort.children", YEAR): 57}  # fmt: skip
    assert shown_differences(published(counts).counts, 10) == 1
    assert shown_differences(people(safe), 10) == 0
    both = people(safe).pivot_table(
        index=["level", "geo_id", "dim", "dim_value", "key"], columns="name",
        values="value", aggfunc="first",
    )  # fmt: skip
    apart = (both[ENTERED] - both["entry_cohort.children"]).dropna()
    assert len(apart) >= 3
    assert not apart.abs().between(1, 10).any()


def test_7_a_stage_minus_the_next(safe: Published) -> None:
    counts = {(1, 0, 0, 0, "reported.children", YEAR): 100,
              (1, 0, 0, 0, "reported.screened_in", YEAR): 96}  # fmt: skip
    assert shown_remainders(published(counts).counts, 10) == 1
    assert audit(published(counts)).small_remainders == 1
    assert shown_remainders(people(safe), 10) == 0


def test_8_editions_that_follow_each_other(tmp_path: Path) -> None:
    cell = (1, 0, 1, 2, ENTERED, YEAR)
    first = published({cell: 7, (1, 0, 0, 0, ENTERED, YEAR): 60}, [cell])
    second = published({cell: 12, (1, 0, 0, 0, ENTERED, YEAR): 65})
    assert unmasked(second.counts, first.counts, 10) == (1, 1)
    report = audit(second, first.counts)
    assert (report.unmasked, report.small_revisions) == (1, 1)
    assert not report.clean
    before = clean(dict(world(6)), tmp_path)
    grown = contents({key: count * 2 for key, count in world(6).items()})
    later = public_contents(grown, Policy(), earlier=before.counts)
    write_edition(tmp_path / "later.sqlite", later, progress=lambda _: None)
    report = audit(read_published(tmp_path / "later.sqlite"), before.counts)
    assert (report.unmasked, report.small_revisions, report.recovered) == (0, 0, 0)


def test_9_percentages_and_excess(tmp_path: Path) -> None:
    assert counts_of_percentage(18.2, 33) == (6,)
    assert counts_of_percentage(round(6 / 33 * 100, 1), 33) == (6,)
    assert counts_of_excess(round(9 - 400 * 0.01, 1), 400, 0.01) == (9,)
    row = hidden_row(tmp_path)
    assert np.isnan([row.excess, row.difference, row.excess_lower]).all()


def test_10_texts_and_files(tmp_path: Path) -> None:
    """A tooltip or a CSV line is a printed figure like any other."""
    tooltip = "Group C, 2.4 for every 1,000 of 2,963 children"
    rate, population = re.findall(r"[\d,.]*\d", tooltip)[0], 2963
    assert counts_of_rate(float(rate), population) == (7,)
    outcomes, asked = hidden_world(tmp_path)
    text = as_csv(outcomes.table(asked), outcomes.vintage("nc"))
    lines = [row for row in csv.DictReader(io.StringIO(text))
             if row["status"] == "hidden"]  # fmt: skip
    assert lines
    for line in lines:
        figures = [v for name, v in line.items() if re.match(
            r"(numerator|denominator|value|lower|upper|ratio$|ratio_[lu]|diff|excess)",
            name)]  # fmt: skip
        assert figures == [""] * len(figures)


def hidden_world(folder: Path) -> tuple[Outcomes, Selection]:
    counts: Made = {}
    for group, count in (("1", 400), ("2", 300), ("3", 7), ("7", 60), ("9", 25)):
        counts["nc", f"race:{group}", ENTERED, YEAR] = count
        counts["nc", f"race:{group}", "population.child_years", YEAR] = 2963
    counts["nc", "all", ENTERED, YEAR] = 792
    counts["nc", "all", "population.child_years", YEAR] = 5 * 2963
    put_version(folder, counts)
    asked = Selection(state="nc", measure="entry-rate", by="race", windows=(YEAR,))
    return Outcomes.open(folder, edition="public"), asked


def hidden_row(folder: Path):  # type: ignore[no-untyped-def]
    """The row of seven children in 2,963 as the public edition has it."""
    outcomes, asked = hidden_world(folder)
    table = outcomes.table(asked)
    assert (table.rows["status"] == "hidden").sum() == 2
    row = table.row(group="aian_nh")
    assert row.status == "hidden"
    return row


def test_what_is_shown_is_still_true(safe: Published) -> None:
    truth = contents(world(5))
    shown = people(safe)[people(safe)["status"] == SHOWN]
    assert len(shown) > 50
    assert shown["value"].sum() <= truth.counts["value"].sum()
    assert (shown["value"] > 10).all()
