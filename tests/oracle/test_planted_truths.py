"""What was planted in a demonstration state is found in it, within 99.9 % intervals."""

from pathlib import Path

import pytest

from data.demo.truths import from_json
from data.store import open_cases, read_notes
from metrics.outcomes import Outcomes
from tests.conftest import run
from tests.truths import check

SCALE, YEARS = "0.15", "2016-2025"


@pytest.mark.parametrize("seed", [7, 20])
def test_every_planted_truth_is_found(seed: int, tmp_path: Path) -> None:
    scaled = ("--scale", SCALE, "--years", YEARS, "--seed", str(seed))
    run("data", "demo", "--state", "nc", *scaled, "--root", str(tmp_path))
    run("metrics", "build", "--state", "nc", "--root", str(tmp_path))
    engine = open_cases(tmp_path / "cases" / "nc.duckdb", read_only=True)
    truths = from_json(read_notes(engine)["planted"])
    engine.dispose()
    outcomes = Outcomes.open(tmp_path / "warehouse", edition="staff")
    found = [each for truth in truths for each in check(outcomes, truth)]
    assert len(found) > 200
    missed = [
        f"{f.truth.measure} {f.truth.group} {f.truth.place} {f.window}: planted "
        f"{f.truth.ratio}, found {f.lower:.3f} to {f.upper:.3f} ({f.truth.note})"
        for f in found
        if not f.holds
    ]
    assert not missed, "\n".join(missed)
