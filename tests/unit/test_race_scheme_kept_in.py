"""The second race scheme: where it is refused, and that nothing of it is published."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from data.warehouse import SHOWN
from metrics.comparison import DIMS
from metrics.errors import BadSelection, CountywiseError
from metrics.outcomes import Outcomes
from metrics.privacy.audit.published import read_published
from metrics.privacy.audit.report import audit
from metrics.privacy.lattice import declared, refuse_outside
from metrics.privacy.policy import Policy
from metrics.public import public_contents
from metrics.race_schemes import FOLDED
from metrics.release import CELL, component_ids, write_edition
from metrics.selection import Selection
from tests.editions import contents
from tests.published import ENTERED, published
from tests.race_worlds import FOLDED_COUNTS, USUAL_COUNTS, WINDOW, asked, put

# ---- where it is refused ------------------------------------------------------------


def test_figures_without_parts_refuse_it(tmp_path: Path) -> None:
    put(tmp_path, USUAL_COUNTS)
    assert not Outcomes.open(tmp_path, edition="staff").folds("nc")
    with pytest.raises(BadSelection, match="do not say which races"):
        asked(tmp_path, FOLDED)
    with pytest.raises(BadSelection, match="do not say which races"):
        asked(tmp_path, "county", group=(FOLDED, "black_folded"))  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", ["staff", "public"])
def test_published_figures_refuse_it(tmp_path: Path, edition: str) -> None:
    put(tmp_path, USUAL_COUNTS, kind="published")
    with pytest.raises(BadSelection, match="North Carolina do not say which races"):
        asked(tmp_path, FOLDED, edition=edition)


def test_the_census_refuses_it(demo_root: Path) -> None:
    door = Outcomes.open(demo_root, edition="staff")
    ask = Selection(state="nc", measure="entry-rate", by=FOLDED, windows=("sfy2021",))  # type: ignore[arg-type]
    assert door.table(ask).row(group="black_folded").denominator > 0
    with pytest.raises(BadSelection, match="2020 census does not say"):
        door.table(replace(ask, population="census2020"))


def test_a_public_process_refuses_it_whatever_its_file_holds(tmp_path: Path) -> None:
    put(tmp_path, USUAL_COUNTS | FOLDED_COUNTS)
    with pytest.raises(BadSelection, match="staff edition only"):
        asked(tmp_path, FOLDED, edition="public")
    made = contents(
        {("nc", *key, WINDOW): n for key, n in FOLDED_COUNTS.items()},
        edition="public",
        policy="none",
    )
    path = next((tmp_path / "nc" / "versions").glob("[0-9]*")) / "public.sqlite"
    path.unlink()
    write_edition(path, made, progress=lambda _: None)
    door = Outcomes.open(tmp_path, edition="public")
    assert not door.folds("nc")
    with pytest.raises(BadSelection, match="staff edition only"):
        asked(tmp_path, FOLDED, edition="public")


def test_a_measure_that_is_not_counted_by_race_is_not_counted_so_either(
    tmp_path: Path,
) -> None:
    put(tmp_path, USUAL_COUNTS | FOLDED_COUNTS)
    with pytest.raises(BadSelection, match=r"it has: race, race_folded, age"):
        asked(tmp_path, "provider")


# ---- nothing of it is published -----------------------------------------------------


def test_no_public_table_has_it() -> None:
    lattice = declared(["sfy2023", WINDOW], main="sfy")
    assert {dim for _, dim, _ in lattice.tables} == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("attack", [True, False])
def test_the_public_edition_leaves_it_out(attack: bool) -> None:
    counts = USUAL_COUNTS | FOLDED_COUNTS
    made = contents({("nc", *key, WINDOW): n for key, n in counts.items()})
    assert (made.counts["dim"] == DIMS[FOLDED]).sum() == len(FOLDED_COUNTS)
    public = public_contents(made, Policy(), attack=attack)
    assert len(public.counts) == len(USUAL_COUNTS)
    assert not (public.counts["dim"] == DIMS[FOLDED]).any()


def test_a_count_of_it_cannot_be_published() -> None:
    names = {number: name for name, number in component_ids().items()}
    windows = pd.DataFrame({"window_id": [1], "key": [WINDOW]})
    row = [1, DIMS[FOLDED], 0, component_ids()[ENTERED], 1, 2]
    counts = pd.DataFrame([row], columns=CELL).assign(value=400, status=SHOWN)
    with pytest.raises(CountywiseError, match="in no table of the public edition"):
        refuse_outside(counts, declared([WINDOW], main="sfy"), windows, names)


def test_the_auditor_does_not_pass_a_breakdown_that_it_cannot_attack() -> None:
    """400 and 404 Black children: four of two or more races are told by subtraction."""
    usual = {(1, 0, 1, 2, ENTERED, WINDOW): 400, (1, 0, 0, 0, ENTERED, WINDOW): 900}
    assert audit(published(usual)).clean
    report = audit(published(usual | {(1, 0, 5, 2, ENTERED, WINDOW): 404}))
    assert (report.unattacked, report.clean) == (1, False)


def test_the_demonstration_has_it_for_staff_and_nowhere_else(demo_root: Path) -> None:
    serving = demo_root / "nc" / (demo_root / "nc" / "CURRENT").readlink()
    assert Outcomes.open(demo_root, edition="staff").folds("nc")
    assert not Outcomes.open(demo_root, edition="public").folds("nc")
    assert b"folded" not in (serving / "public.sqlite").read_bytes()
    held = {name: read_published(serving / f"{name}.sqlite").counts["dim"]
            for name in ("staff", "public")}  # fmt: skip
    assert set(held["staff"]) - set(held["public"]) == {DIMS[FOLDED]}
