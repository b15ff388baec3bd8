"""The demonstration state: the same for a seed, sound where it must be, and the size
of the state it is modelled on.
"""

from hashlib import sha256

import pandas as pd
import pytest

from data.cases import case_table, case_tables
from data.codes import FOUND, HOME_EXITS, TRIAL_HOME_VISIT
from data.contract import NEVER
from data.days import to_day
from data.demo.generate import Demo, generate
from data.demo.population import counties, population
from data.demo.write import load_demo
from data.store import QUARANTINE, open_cases, read_notes
from tests import demo_fixture as count

YEARS = range(2019, 2026)
SCALE = 0.25


@pytest.fixture(scope="module")
def demo() -> Demo:
    return generate(seed=7, years=YEARS, scale=SCALE, mess=False)


@pytest.fixture(scope="module")
def reported(demo: Demo) -> pd.DataFrame:
    return count.decisions(demo.tables)


def checksums(found: Demo) -> dict[str, str]:
    return {
        name: sha256(table.to_csv(index=False).encode()).hexdigest()
        for name, table in found.tables.items()
    }


def test_a_seed_gives_the_same_records_and_another_seed_others() -> None:
    small = {"years": range(2024, 2026), "scale": 0.01}
    first, again, other = (generate(seed=seed, **small) for seed in (7, 7, 8))
    assert checksums(first) == checksums(again)
    differ = {n for n, sha in checksums(other).items() if sha != checksums(first)[n]}
    assert {"child", "report", "removal", "placement"} <= differ


@pytest.mark.parametrize(
    "wrong", [{"scale": 0}, {"scale": 9.0}, {"years": range(1999, 2003)}]
)
def test_impossible_wishes_are_refused(wrong: dict[str, object]) -> None:
    wishes = {"seed": 1, "years": YEARS, "scale": 0.01} | wrong
    with pytest.raises(ValueError, match="scale|years"):
        generate(**wishes)


def test_every_table_has_its_columns_and_sound_records(demo: Demo, tmp_path) -> None:
    engine = open_cases(tmp_path / "nc.duckdb")
    loaded = load_demo(engine, demo, seed=7, scale=SCALE, tell=lambda stage: None)
    notes = read_notes(engine)
    engine.dispose()
    assert [each.table for each in loaded] == [cases.name for cases in case_tables()]
    assert all(each.good == each.rows > 0 for each in loaded)
    assert all(each.rejected == {} for each in loaded)
    assert notes["demo"] == "true"
    assert notes["data_end_day"] == str(to_day("2025-06-30"))
    assert "no real children" in notes["source"]


def test_wrong_records_are_all_found_and_break_every_rule(tmp_path) -> None:
    messy = generate(seed=7, years=range(2024, 2026), scale=0.01)
    clean = generate(seed=7, years=range(2024, 2026), scale=0.01, mess=False)
    engine = open_cases(tmp_path / "nc.duckdb")
    loaded = load_demo(engine, messy, seed=7, scale=0.01, tell=lambda stage: None)
    engine.dispose()
    for each in loaded:
        cases = case_table(each.table)
        assert each.good == len(clean.tables[each.table])
        assert {rule.reason for rule in cases.rules} <= set(each.rejected)
        missing = {f"{r.table} not found" for r in cases.references}
        assert missing | {"duplicate key"} <= set(each.rejected)
        if each.rows > 10_000:
            assert sum(each.rejected.values()) < 0.02 * each.rows


def test_both_engines_hold_the_same_records(tmp_path) -> None:
    messy = generate(seed=7, years=range(2024, 2026), scale=0.01)
    held = []
    for address in (tmp_path / "nc.duckdb", f"sqlite:///{tmp_path / 'nc.sqlite'}"):
        engine = open_cases(address)
        load_demo(engine, messy, seed=7, scale=0.01, tell=lambda stage: None)
        names = [p + c.name for c in case_tables() for p in ("", QUARANTINE)]
        tables = {n: pd.read_sql_table(n, engine) for n in names}
        held.append(
            {n: sorted(t.itertuples(index=False, name=None)) for n, t in tables.items()}
        )
        engine.dispose()
    assert held[0] == held[1]


def test_the_whole_state_is_there(demo: Demo) -> None:
    tables = demo.tables
    assert len(tables["county"]) == 100
    regions = tables["region_member"]
    assert regions["region_id"].nunique() == 7
    assert regions["region_name"].str.startswith("Demonstration region").all()
    assert regions.groupby("region_id").size().between(14, 15).all()
    assert set(tables["report"]["county_id"]) == set(counties()["county_id"])
    assert len(tables["provider"]) == 121


def test_small_scales_keep_the_sums_of_the_population() -> None:
    whole, small = population(1.0), population(0.02)
    for year in (2011, 2020, 2025):
        expected = whole.year(year).sum() * 0.02
        assert abs(small.year(year).sum() - expected) <= 2
        by_race = whole.year(year).sum(axis=(0, 2)) * 0.02
        assert abs(small.year(year).sum(axis=(0, 2)) - by_race).max() < 25


def test_population_follows_the_census(demo: Demo) -> None:
    people = population(1.0)
    assert people.year(2020).sum() == pytest.approx(2_326_200, rel=0.001)
    assert people.year(2024).sum() == pytest.approx(2_369_770, rel=0.001)
    frame = count.estimates(demo.tables)
    assert set(frame["year"]) == set(range(YEARS[0] - 1, YEARS[-1] + 1))
    assert (frame["children"] >= 0).all()


def test_the_census_is_there_too_and_knows_more_of_two_races(demo: Demo) -> None:
    people = demo.tables["population"]
    census = people[people["source"] == "census2020"]
    estimated = count.estimates(demo.tables).query("year == 2020")
    one, other = (
        rows.groupby("race_id")["children"].sum() / SCALE
        for rows in (census, estimated)
    )
    assert set(census["year"]) == {2020}
    assert one[6] == pytest.approx(156_480, rel=0.001)
    assert one[6] > 1.4 * other[6]
    assert one[2] == pytest.approx(other[2], rel=0.07)


def test_records_stay_in_the_span_and_are_in_order(demo: Demo) -> None:
    report, removal = demo.tables["report"], demo.tables["removal"]
    start, end = to_day("2018-07-01"), to_day("2025-06-30")
    assert report["report_day"].between(start, end).all()
    assert (removal["removal_day"] <= end).all()
    closed = removal["exit_day"] != NEVER
    assert removal.loc[closed, "exit_day"].between(start, end).all()
    assert report["report_id"].is_monotonic_increasing


def test_removals_follow_their_report(demo: Demo) -> None:
    removal, report = demo.tables["removal"], demo.tables["report"]
    linked = removal[removal["report_id"] > 0].merge(
        report, on=["report_id", "child_id"]
    )
    inside = removal["removal_day"] >= to_day("2018-08-01")
    share = (removal.loc[inside, "report_id"] > 0).mean()
    assert len(linked) == (removal["report_id"] > 0).sum()
    assert 0.88 < share < 0.97
    assert (linked["removal_day"] >= linked["report_day"]).all()
    assert (linked["screened_in"] == 1).all()


def test_placements_fill_their_stay(demo: Demo) -> None:
    rows = demo.tables["placement"].merge(
        demo.tables["removal"], on="removal_id", suffixes=("", "_lead")
    )
    first = rows.drop_duplicates("removal_id")
    last = rows.drop_duplicates("removal_id", keep="last")
    following = rows.groupby("removal_id")["start_day"].shift(-1)
    inner = following.notna()
    assert (first["start_day"] == first["removal_day"]).all()
    assert (first["provider_id"] == first["provider_id_lead"]).all()
    assert (last["end_day"] == last["exit_day"]).all()
    assert (rows.loc[inner, "end_day"] == following[inner]).all()


def test_the_pathway_has_the_sizes_of_the_state(demo: Demo, reported) -> None:
    rows = len(demo.tables["report"]) / SCALE / len(YEARS)
    people = count.estimates(demo.tables).groupby("year")["children"].sum().mean()
    entered = count.entries(demo.tables).groupby("year").size()
    assert 110_000 < rows < 130_000
    assert 0.60 < reported["screened"].mean() < 0.70
    assert 0.20 < reported.loc[reported["assessed"] == 1, "found"].mean() < 0.30
    assert (entered / SCALE).between(4_300, 5_900).all()
    assert (entered / people * 1000).between(1.85, 2.55).all()


def test_reports_repeat_as_published(reported, demo: Demo) -> None:
    rows = demo.tables["report"]
    rows = rows.assign(year=count.year_of(rows["report_day"]))
    times = rows.groupby(["year", "child_id"]).size().value_counts(normalize=True)
    assert [round(times[n], 2) for n in (1, 2, 3)] == pytest.approx(
        [0.72, 0.18, 0.07], abs=0.012
    )


def test_schools_and_the_closed_spring_show_in_the_reports(demo: Demo) -> None:
    day = demo.tables["report"]["report_day"]
    month = count.DAYS.loc[day.to_numpy(), "month"].to_numpy()
    assert (month == 5).sum() > 1.2 * (month == 7).sum()
    spring = [
        day.between(to_day(f"{year}-04-01"), to_day(f"{year}-05-31")).sum()
        for year in (2019, 2020)
    ]
    assert spring[1] < 0.8 * spring[0]


def test_race_shares_follow_the_federal_report(demo: Demo, reported) -> None:
    """Federal fiscal year 2021: White 53 %, Black 26, Hispanic 9, two or more 7."""
    entered = count.entries(demo.tables)["race"].value_counts(normalize=True)
    for race, share in ((1, 0.53), (2, 0.26), (7, 0.09), (6, 0.07), (3, 0.024)):
        assert entered[race] == pytest.approx(share, abs=0.02)


def test_unknown_race_falls_along_the_pathway(demo: Demo, reported) -> None:
    rows = [reported, reported[reported["screened"] == 1], reported[reported["found"]]]
    rows.append(count.entries(demo.tables))
    shares = [(part["race"] == 9).mean() for part in rows]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.06
    assert 0.01 < shares[-1] < 0.035


def test_outcomes_have_the_sizes_of_the_state(demo: Demo) -> None:
    cohort = count.entry_cohort(demo.tables)
    permanent = cohort[cohort["year"] < 2025]["permanent"].mean()
    care = count.new_care(demo.tables)
    moves = care["moves"].sum() / care["care"].sum() * 1000
    day = to_day("2021-06-30")
    removal = demo.tables["removal"]
    in_care = ((removal["removal_day"] <= day) & (removal["exit_day"] > day)).sum()
    assert 0.27 < permanent < 0.35
    assert 4.8 < moves < 6.5
    assert 10_000 < in_care / SCALE < 12_000


def test_some_children_come_back(demo: Demo) -> None:
    rows = count.stays(demo.tables)
    rows = rows.assign(back=rows.groupby("child_id")["removal_day"].shift(-1))
    home = rows[
        rows["exit_reason"].isin(HOME_EXITS) & (rows["exit_day"] < rows["adult"])
    ]
    home = home[home["exit_day"] < to_day("2024-06-30")]
    gap = home["back"] - home["exit_day"]
    assert 0.035 < gap.between(0, 364).mean() < 0.07


def test_awkward_records_are_there(demo: Demo) -> None:
    rows = count.stays(demo.tables)
    settings = demo.tables["placement"]["setting"]
    report, child = demo.tables["report"], demo.tables["child"]
    plus = count.DAYS.loc[rows["removal_day"].to_numpy(), "plus_12m"].to_numpy()
    following = rows.groupby("child_id")["removal_day"].shift(-1)
    found = {
        "no night": (rows["days"] == 0).sum(),
        "short": rows["days"].between(1, 7).sum(),
        "anniversary": (rows["exit_day"] == plus).sum(),
        "18th birthday": (rows["exit_day"] == rows["adult"]).sum(),
        "after 18": (
            (rows["exit_day"] > rows["adult"]) & (rows["exit_day"] < NEVER)
        ).sum(),
        "overlapping": (following < rows["exit_day"]).sum(),
        "no reason": (rows["exit_reason"] == 99).sum(),
        "trial home visit": (settings == TRIAL_HOME_VISIT).sum(),
        "run, hospital, respite": settings.isin([9, 10, 11]).sum(),
        "unborn": report["unborn"].sum(),
        "died": report["died"].sum(),
        "incident unknown": (report["incident_day"] == NEVER).sum(),
        "no birth day": (child["birth_day"] == NEVER).sum(),
        "several races": (child[["white", "black", "aian"]].sum(axis=1) > 1).sum(),
        "provider unknown": (demo.tables["removal"]["provider_id"] == 0).sum(),
    }
    assert {name for name, number in found.items() if number < 3} == set()


def test_services_at_home_follow_a_finding_about_a_child_at_home(demo: Demo) -> None:
    report = demo.tables["report"]
    served = report[report["home_services_day"] < NEVER]
    wait = served["home_services_day"] - served["report_day"]
    assert served["disposition"].isin(FOUND).all()
    assert wait.between(0, 90).all()
    assert served["home_services_day"].max() <= demo.data_end_day
    assert not served["died"].any()
    stays = served.merge(demo.tables["removal"], on="child_id")
    inside = (stays["removal_day"] < stays["report_day"]) & (
        stays["report_day"] < stays["exit_day"]
    )
    assert not inside.any()
    found = report["disposition"].isin(FOUND).sum()
    assert 0.25 < len(served) / found < 0.40


def test_a_few_children_enter_care_without_a_finding(demo: Demo) -> None:
    linked = demo.tables["removal"].merge(
        demo.tables["report"], on=["report_id", "child_id"]
    )
    share = 1 - linked["disposition"].isin(FOUND).mean()
    assert 0.02 < share < 0.06


def test_the_dead_are_not_reported_again(demo: Demo) -> None:
    report = demo.tables["report"]
    dead = report[report["died"] == 1]
    last = report.groupby("child_id")["report_day"].max()
    assert (dead["report_day"] == last.loc[dead["child_id"]].to_numpy()).all()
    assert not dead["child_id"].isin(demo.tables["removal"]["child_id"]).any()
