"""Editions: what the public file holds, attacked line by line by other means."""

import os
import re
import sqlite3
from pathlib import Path

import pandas as pd
import pytest

from data.warehouse import HIDDEN, SHOWN
from metrics.families import families
from metrics.outcomes import Outcomes
from metrics.privacy.policy import Policy
from metrics.public import public_contents
from metrics.release import Contents, component_ids, staff_contents
from metrics.selection import Selection
from tests.editions import Counts, contents, put_version

KEY = ["level", "dim", "geo_id", "comp_id", "window_id", "dim_value"]
PEOPLE = [f"{f.name}.{c.name}" for f in families() for c in f.components if c.people]
CHAIN = ("children", "screened_in", "assessed", "found")


@pytest.fixture(scope="module")
def version(demo_root: Path) -> Path:
    return demo_root / "nc" / os.readlink(demo_root / "nc" / "CURRENT")


def _read(path: Path, table: str) -> pd.DataFrame:
    connection = sqlite3.connect(path)
    try:
        return pd.read_sql(f'SELECT * FROM "{table}"', connection)  # noqa: S608
    finally:
        connection.close()


@pytest.fixture(scope="module")
def both(version: Path) -> pd.DataFrame:
    """Every count of people of the public file: value, status, and the truth."""
    truth = _read(version / "staff.sqlite", "count").drop(columns="status")
    public = _read(version / "public.sqlite", "count")
    names = _read(version / "public.sqlite", "component").set_index("comp_id")["name"]
    found = public.merge(truth, on=KEY, suffixes=("", "_true"), validate="1:1")
    assert len(found) == len(public) > 100_000
    found = found.assign(name=found["comp_id"].map(names))
    return found[found["name"].isin(PEOPLE)]


def test_what_is_shown_is_true_and_what_is_hidden_is_not_there(
    both: pd.DataFrame,
) -> None:
    shown = both[both["status"] == SHOWN]
    assert (shown["value"] == shown["value_true"]).all()
    hidden = both[both["status"] == HIDDEN]
    assert len(hidden) > 1000
    assert hidden["value"].isna().all()


def test_no_count_of_one_to_ten_is_shown(both: pd.DataFrame) -> None:
    shown = both[both["status"] == SHOWN]["value"]
    assert (shown > 10).all()
    assert (both[both["value_true"] <= 10]["status"] == HIDDEN).all()


def test_no_remainder_of_one_to_ten_is_shown(both: pd.DataFrame) -> None:
    """Also over several steps: reported but not found, whatever lies between."""
    pairs = [("served", "children", "left_permanent"),
             ("entry_cohort", "children", "permanent"),
             ("home_exits", "children", "reentered"),
             ("recurrence", "victims", "recurred")]  # fmt: skip
    pairs += [("reported", a, b) for i, a in enumerate(CHAIN) for b in CHAIN[i + 1 :]]
    keys = [name for name in KEY if name != "comp_id"]
    shown = both[both["status"] == SHOWN].set_index(keys)
    for family, whole, part in pairs:
        wholes = shown[shown["name"] == f"{family}.{whole}"]["value"]
        parts = shown[shown["name"] == f"{family}.{part}"]["value"]
        rest = (wholes - parts).dropna()
        assert len(rest) >= 5, (family, whole, part)
        assert not rest.between(1, 10).any(), (family, whole, part)


def _lines(both: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Each line's total beside its parts: groups of a place, places of an area."""
    above = {(p.level, p.geo_id): p.parent_id for p in places.itertuples()}
    parts = both[both["dim"] > 0].assign(t_dim=0, t_value=0)
    groups = parts.assign(t_level=parts["level"], t_geo=parts["geo_id"], line="groups")
    inner = both[both["level"] > 1]
    wider = [above[pair] for pair in zip(inner["level"], inner["geo_id"], strict=True)]
    areas = inner.assign(
        t_dim=inner["dim"], t_value=inner["dim_value"], t_level=inner["level"] - 1,
        t_geo=wider, line="areas",
    )  # fmt: skip
    totals = both.rename(
        columns={"level": "t_level", "geo_id": "t_geo", "dim": "t_dim",
                 "dim_value": "t_value", "status": "t_status", "value_true": "t_true"}
    )  # fmt: skip
    total_key = ["t_level", "t_geo", "t_dim", "t_value", "comp_id", "window_id"]
    members = pd.concat([groups, areas]).rename(columns={"dim": "of"})
    out = members["status"] == HIDDEN
    members = members.assign(out=out, hidden_sum=members["value_true"].where(out, 0))
    of = members["of"].where(members["line"] == "groups", -1)
    lines = members.assign(of=of).groupby(["line", "of", *total_key], as_index=False)
    sums = lines.agg(
        out=("out", "sum"), hidden_sum=("hidden_sum", "sum"), sum=("value_true", "sum")
    )
    joined = sums.merge(totals[[*total_key, "t_status", "t_true"]], on=total_key)
    assert len(joined) == len(sums)
    return joined


def test_no_line_gives_a_hidden_count_away(both: pd.DataFrame, version: Path) -> None:
    lines = _lines(both, _read(version / "public.sqlite", "place"))
    assert (lines["sum"] == lines["t_true"]).all()
    assert set(lines["line"]) == {"groups", "areas"}
    open_ = lines[lines["t_status"] == SHOWN]
    assert (open_["out"] != 1).all()
    assert (open_[open_["out"] > 0]["hidden_sum"] > 10).all()
    closed = lines[lines["t_status"] == HIDDEN]
    assert len(closed) > 100
    assert (closed["out"] >= 1).all()


def test_time_is_hidden_with_its_people(version: Path) -> None:
    """Whose number is in no public table, and is one to ten in no shown figure."""
    ids = component_ids()
    keys = [name for name in KEY if name != "comp_id"]
    public = _read(version / "public.sqlite", "count").set_index(keys)
    truth = _read(version / "staff.sqlite", "count").set_index(keys)
    for family in ("care_days", "new_care"):
        assert not (public["comp_id"] == ids[f"{family}.children"]).any()
        days = public[public["comp_id"] == ids[f"{family}.days"]]["status"]
        people = truth[truth["comp_id"] == ids[f"{family}.children"]]["value"]
        both = pd.concat([days, people], axis=1, join="inner")
        assert len(both) == len(days) > 500
        assert (both[both["status"] == SHOWN]["value"] > 10).all()
        assert (both["status"] == HIDDEN).any()


def test_population_is_never_hidden(version: Path) -> None:
    public = _read(version / "public.sqlite", "count")
    ids = [i for name, i in component_ids().items() if name.startswith("population.")]
    assert (public[public["comp_id"].isin(ids)]["status"] == SHOWN).all()


def test_the_public_file_has_one_calendar_and_says_what_it_is(version: Path) -> None:
    keys = _read(version / "public.sqlite", "window")["key"]
    assert keys.str.startswith("sfy").all()
    assert (_read(version / "staff.sqlite", "window")["key"].str[:3] == "ffy").any()
    for edition, hides in (("staff", False), ("public", True)):
        notes = _read(version / f"{edition}.sqlite", "note").set_index("key")["value"]
        assert notes["edition"] == edition
        assert (int(notes["hidden"]) > 0) is hides
        assert ("hidden" in notes["policy"]) is True
        assert notes["audited"] == "no"


def test_no_page_of_the_public_file_holds_leftovers(version: Path) -> None:
    """A file written once has no free pages in which old values could stand."""
    connection = sqlite3.connect(version / "public.sqlite")
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_what_is_hidden_hides_all_that_is_derived_from_it(demo_root: Path) -> None:
    outcomes = Outcomes.open(demo_root, edition="public")
    derived = re.compile(
        "value|lower|upper|ratio|difference|excess|numerator|denominator"
    )
    found = 0
    for measure in outcomes.measures("nc"):
        asked = Selection(state="nc", measure=measure.id, place="37119", by="race")
        for reference in ("white_nh", "others", "state"):
            table = outcomes.table(
                Selection(**(vars(asked) | {"reference": reference}))
            )
            hidden = table.rows[table.rows["status"] == "hidden"]
            numbers = [
                name for name in table.rows.columns
                if derived.match(name) and not name.endswith(("method", "status"))
            ]  # fmt: skip
            assert hidden[numbers].isna().all(axis=None)
            assert set(hidden["ratio_status"]) <= {"hidden", "none", "reference"}
            assert not any(
                set(f) & {"unreliable", "use with care"} for f in hidden["flags"]
            )
            found += len(hidden)
    assert found > 20


def _small() -> Counts:
    state = {"race:1": 400, "race:2": 300, "race:3": 4, "race:6": 8, "race:7": 200}
    found = {("nc", g, "entered.children", "sfy2024"): n for g, n in state.items()}
    found["nc", "all", "entered.children", "sfy2024"] = sum(state.values())
    for group in ("all", *state):
        found["nc", group, "population.child_years", "sfy2024"] = 90_000
    return found


def test_a_hidden_reference_hides_the_ratio(tmp_path: Path) -> None:
    put_version(tmp_path, _small())
    asked = {"state": "nc", "measure": "entry-rate", "by": "race"}
    for reference in ("aian_nh", "others"):
        table = Outcomes.open(tmp_path, edition="public").table(
            Selection(**asked, reference=reference, windows=("sfy2024",))  # type: ignore[arg-type]
        )
        row = table.row(group="black_nh")
        assert (row.status, row.ratio_status) == ("shown", "hidden")
        assert str(row.ratio) == str(row.excess) == str(row.difference_lower) == "nan"
        staff = Outcomes.open(tmp_path, edition="staff").table(table.selection)
        assert staff.row(group="black_nh").ratio_status in ("ok", "unreliable")


def test_a_remainder_over_two_steps_is_hidden() -> None:
    """Of 100 children 95 were screened in and assessed: 5 must not be told."""
    steps = {"children": 100, "screened_in": 95, "assessed": 95, "found": 40}
    made = contents(
        {("nc", "all", f"reported.{s}", "sfy2024"): n for s, n in steps.items()}
    )
    public = public_contents(made, Policy()).counts
    assert public["status"].tolist() == [SHOWN, HIDDEN, HIDDEN, SHOWN]


def _shown(made: Contents) -> int:
    return int((made.counts["status"] == SHOWN).sum())


def test_the_staff_edition_hides_nothing() -> None:
    made = contents(_small())
    assert _shown(staff_contents(made, Policy())) == len(made.counts)
    assert _shown(public_contents(made, Policy())) == len(made.counts) - 2


def test_every_component_has_one_number() -> None:
    ids = component_ids()
    assert sorted(ids.values()) == list(range(1, len(ids) + 1))
