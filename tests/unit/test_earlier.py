"""What a release is set against, and what may be told of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.warehouse import new_version, older_versions, read_notes, switch
from metrics.earlier import Earlier, may_be_told
from metrics.outcomes import Outcomes
from metrics.privacy.policy import Policy
from metrics.public import public_contents
from metrics.release import staff_contents, write_edition
from metrics.released import revisions, settled, turned
from metrics.selection import Selection
from metrics.table import MeasureTable
from metrics.targets import TargetStatus
from tests.editions import Counts, contents, put_version
from tests.unit.test_narrative import PERMANENCY, row
from tests.unit.test_narrative_words import HIDDEN
from tests.unit.test_narrative_words_places import table

SMALL: Counts = {("37001", "all", "entered.children", "sfy2023"): 40}


def put_real(root: Path, *, audited: str) -> Path:
    """A version of real data whose public edition was audited or not."""
    with new_version(root / "nc") as draft:
        made = contents(SMALL, version=draft.name.split("-")[1], demo="false")
        public = public_contents(made, Policy())
        public = replace(public, notes={**public.notes, "audited": audited})
        for edition in (staff_contents(made, Policy()), public):
            path = draft / f"{edition.notes['edition']}.sqlite"
            write_edition(path, edition, progress=lambda _: None)
    return sorted((root / "nc" / "versions").glob("[0-9]*"))[-1]


def version_of(root: Path, edition: str) -> str:
    return Earlier.open(root, edition=edition).version("nc")


def test_there_is_nothing_before_the_first_release(tmp_path: Path) -> None:
    put_version(tmp_path, SMALL)
    assert not Earlier.open(tmp_path, edition="staff").there("nc")
    assert older_versions(tmp_path / "nc") == ()


def test_the_newest_of_the_older_versions_is_read(tmp_path: Path) -> None:
    for _ in range(3):
        put_version(tmp_path, SMALL)
    assert version_of(tmp_path, "public") == "000002"
    assert Outcomes.open(tmp_path, edition="public").version("nc") == "000003"
    switch(tmp_path / "nc", tmp_path / "nc" / "versions" / "000002")
    assert version_of(tmp_path, "public") == "000001"


def test_a_public_edition_that_was_not_audited_is_passed_over(tmp_path: Path) -> None:
    put_real(tmp_path, audited="yes, 2024-01-01, version 000001")
    put_real(tmp_path, audited="no")
    put_real(tmp_path, audited="yes, 2024-03-01, version 000003")
    assert version_of(tmp_path, "public") == "000001"
    assert version_of(tmp_path, "staff") == "000002"


def test_a_folder_without_the_edition_has_nothing_earlier(tmp_path: Path) -> None:
    first = put_version(tmp_path, SMALL)
    put_version(tmp_path, SMALL)
    (first / "public.sqlite").unlink()
    assert not Earlier.open(tmp_path, edition="public").there("nc")
    (first / "public.sqlite").write_text("no database")
    assert not Earlier.open(tmp_path, edition="public").there("nc")


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ({"audited": "yes, 2024-01-01"}, True), ({"audited": "no"}, False), ({}, False),
        ({"demo": "true"}, True), ({"demo": "false", "audited": "no"}, False),
        ({"kind": "published"}, True), ({"kind": "records"}, False),
    ],
)  # fmt: skip
def test_what_was_never_published_may_not_be_told(
    notes: dict[str, str], told: bool
) -> None:
    assert may_be_told(notes) is told


def test_notes_are_read_from_the_file(tmp_path: Path) -> None:
    version = put_version(tmp_path, SMALL)
    assert read_notes(version / "public.sqlite")["edition"] == "public"


# ---- what changed --------------------------------------------------------------


def years(**windows: dict[str, object]) -> MeasureTable:
    return table(*(row(window=key, **fields) for key, fields in windows.items()))


def test_only_figures_with_other_counts_are_revised() -> None:
    before = years(sfy2020={"numerator": 10.0}, sfy2021={"numerator": 20.0})
    now = years(sfy2020={"numerator": 10.0}, sfy2021={"numerator": 21.0})
    (found,) = revisions(now, before)
    assert (found.window, found.before.numerator, found.now.numerator) == (
        "sfy2021", 20.0, 21.0,
    )  # fmt: skip
    assert found.measure == PERMANENCY
    assert not list(revisions(now, now))


def test_what_either_edition_hides_is_never_mentioned() -> None:
    shown = years(sfy2020={"numerator": 30.0})
    hidden = years(sfy2020=HIDDEN)
    for now, before in ((shown, hidden), (hidden, shown), (hidden, hidden)):
        assert not list(revisions(now, before))
        assert not list(settled(now, before))


def test_a_figure_that_was_not_final_becomes_final_and_is_not_revised() -> None:
    before = years(sfy2020={"numerator": 10.0, "flags": ("immature",)})
    now = years(sfy2020={"numerator": 14.0})
    assert not list(revisions(now, before))
    assert [each.window for each in settled(now, before)] == ["sfy2020"]
    assert not list(settled(before, before))


def test_a_window_that_is_new_is_no_revision() -> None:
    before, now = years(sfy2020={}), years(sfy2020={}, sfy2021={})
    assert not list(revisions(now, before))


def status(target: str, word: str) -> TargetStatus:
    return TargetStatus(
        target=target, status=word, word=word, says="", rule="", due=None,
        due_passed=False,
    )  # type: ignore[arg-type]  # fmt: skip


def test_targets_in_both_releases_with_another_status_turned() -> None:
    now = [status("S1", "better"), status("S2", "met"), status("S3", "met")]
    before = [status("S1", "no clear change"), status("S2", "met")]
    (found,) = turned(now, before)
    assert found.target == "S1"
    assert (found.before, found.now) == ("no clear change", "better")


def test_the_door_reads_one_edition_alone(tmp_path: Path) -> None:
    put_version(tmp_path, SMALL)
    put_version(tmp_path, {**SMALL, next(iter(SMALL)): 44})
    asked = Selection(
        state="nc", measure="entry-rate", place="37001", windows=("sfy2023",)
    )
    before = Earlier.open(tmp_path, edition="staff").table(asked).row()
    now = Outcomes.open(tmp_path, edition="staff").table(asked).row()
    assert (before.numerator, now.numerator) == (40, 44)
