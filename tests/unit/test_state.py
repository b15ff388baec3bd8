"""State files: found by their folder, checked, and refused in plain words."""

import os
from datetime import date
from pathlib import Path

import pytest
import yaml

from data.state import STATES, StateFileError, load_state, states
from data.state_model import Pool

DUE = {
    "S1": "2022-12-31", "S2": "2024-12-31", "S3": "2024-12-31", "S4": "2024-12-31",
    "P1": "2024-12-31", "P2": "2024-12-31", "P3": "2024-12-31",
    "W1": "2022-12-31", "W2": "2024-12-31", "W3": "2024-07-31", "W4": "2024-12-31",
    "C1": "2024-12-31", "C2": "2024-12-31", "C3": "2024-12-31",
    "F1": "2021-09-30", "F2": "2022-08-31", "F3": "2024-12-31",
}  # fmt: skip


def north_carolina() -> dict:
    return yaml.safe_load((STATES / "nc.yaml").read_text(encoding="utf-8"))


def write(folder: Path, content: dict, code: str = "nc") -> Path:
    folder.joinpath(f"{code}.yaml").write_text(yaml.safe_dump(content))
    return folder


@pytest.mark.parametrize("code", states())
def test_every_shipped_state_file_is_sound(code: str) -> None:
    assert load_state(code).id == code


def test_shipped_states_are_there() -> None:
    assert {"ms", "nc", "wa"} <= set(states())


def test_the_seventeen_targets_and_their_due_dates() -> None:
    plan = load_state("nc").plan
    assert {t.id: t.due.isoformat() for t in plan.targets} == DUE
    assert [len(p.targets) for p in plan.priorities] == [4, 3, 4, 3, 3]


def test_a_target_is_found_with_its_priority() -> None:
    plan = load_state("nc").plan
    assert plan.target("S4").kind == "gap"
    assert plan.priority_of("F1").name == "Workforce Development"
    with pytest.raises(KeyError):
        plan.target("Z9")


def test_no_target_claims_evidence_or_a_number() -> None:
    for target in load_state("nc").plan.targets:
        assert target.evidence == ()
        assert target.goal is None


def test_each_footnote_of_the_plan_is_used_once() -> None:
    plan = load_state("nc").plan
    notes = [t.footnote for t in plan.targets if t.footnote]
    assert sorted(notes) == sorted(plan.footnotes) == [1, 2]


def test_limits_default_to_the_public_rule() -> None:
    limits = load_state("wa").limits
    assert (limits.privacy.threshold, limits.privacy.zero_shown) == (10, True)
    assert (limits.reliability.events, limits.reliability.care) == (10, 20)
    assert limits.reliability.relative_width == 1.6


def test_mississippi_has_a_calendar_and_no_targets() -> None:
    state = load_state("ms")
    assert state.plan is None
    dated = {f.id: (f.month, f.day) for f in state.planning.calendar}
    assert dated["visits"] == (12, 15)
    assert dated["apsr"] == (6, 30)
    inferred = {f.id for f in state.planning.calendar if f.certainty != "stated"}
    assert inferred == {"cfsp-next", "profiles"}


def test_one_new_file_makes_a_state(tmp_path: Path) -> None:
    content = north_carolina() | {"id": "zz", "name": "Zeta", "fips": 99}
    del content["plan"]
    write(tmp_path, content, "zz")
    assert states(tmp_path) == ("zz",)
    assert load_state("zz", tmp_path).name == "Zeta"


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, north_carolina())
    before = load_state("nc", tmp_path)
    path = write(tmp_path, north_carolina() | {"name": "Elsewhere"}) / "nc.yaml"
    stamp = path.stat().st_mtime_ns
    os.utime(path, ns=(stamp, stamp + 1_000_000))
    assert before.name == "North Carolina"
    assert load_state("nc", tmp_path).name == "Elsewhere"


@pytest.mark.parametrize("code", ["xx", "../nc", "", "NC", "nc.yaml", "a" * 9999])
def test_an_unknown_state_is_a_sentence(code: str) -> None:
    with pytest.raises(StateFileError, match="There is no state file") as caught:
        load_state(code)
    assert "nc" in str(caught.value)
    assert len(str(caught.value)) < 200


def wrong(content: dict, *path: object, value: object) -> dict:
    place = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return content


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("colour",), "red", "colour: there is no such key"),
        (("fiscal_year_start_month",), 13, "fiscal_year_start_month"),
        (("windows", "pool", "kind"), "cy", "pool.kind must be among kinds"),
        (("limits", "privacy", "treshold"), 5, "limits.privacy.treshold"),
        (("published_counts",), True, "cannot both be true"),
        (("age_bands", 0, "id"), 7, "age_bands must have the ids"),
        (("plan", "baseline_window"), "2020", "plan.baseline_window"),
        (
            ("plan", "priorities", 0, "targets", 1, "due"),
            "31.12.2024",
            "plan.priorities.0.targets.1.due",
        ),
        (("plan", "priorities", 0, "targets", 1, "id"), "S1", "S1 is given twice"),
        (("plan", "priorities", 0, "targets", 1, "kind"), "wish", "targets.1.kind"),
        (("plan", "priorities", 0, "targets", 1, "footnote"), 9, "names footnote 9"),
        (("id",), "sc", "id is 'sc' but the file is nc.yaml"),
    ],
)
def test_a_mistake_names_file_and_key(
    tmp_path: Path, path: tuple, value: object, says: str
) -> None:
    write(tmp_path, wrong(north_carolina(), *path, value=value))
    with pytest.raises(StateFileError) as caught:
        load_state("nc", tmp_path)
    assert says in str(caught.value)
    assert "nc.yaml" in str(caught.value)


@pytest.mark.parametrize("text", ["id: [", "- a\n- b\n", ""])
def test_a_broken_file_is_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "nc.yaml").write_text(text)
    with pytest.raises(StateFileError, match=r"nc\.yaml"):
        load_state("nc", tmp_path)


def test_a_state_cannot_be_changed() -> None:
    state = load_state("nc")
    with pytest.raises(ValueError, match="frozen"):
        state.name = "x"
    with pytest.raises(TypeError):
        state.readings["unborn"] = "keep"


def test_pools_do_not_overlap_and_keep_their_anchor() -> None:
    pool = Pool(kind="sfy", length=3, ends=2025)
    keys = pool.keys(2011, 2025)
    assert keys == (
        "sfy2011-2013", "sfy2014-2016", "sfy2017-2019", "sfy2020-2022", "sfy2023-2025",
    )  # fmt: skip
    assert pool.keys(2012, 2027) == keys[1:]
    assert pool.keys(2024, 2025) == ()
    assert pool.keys(2026, 2028) == ("sfy2026-2028",)


def test_counties_belong_to_their_state() -> None:
    assert load_state("nc").owns(37063)
    assert not load_state("nc").owns(53033)


def test_due_dates_are_dates() -> None:
    assert load_state("nc").plan.target("F2").due == date(2022, 8, 31)
