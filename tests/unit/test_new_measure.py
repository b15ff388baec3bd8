"""One new file makes a measure over counts that are already there, without a build."""

from pathlib import Path

import pytest

from metrics.errors import NoData
from metrics.outcomes import Outcomes
from metrics.selection import Selection

FILE = '''"""Children who left care, of those served."""

from metrics.model import Measure

MEASURE = Measure(
    id="left-care", code="X1", order=5, title="Children who left care",
    question="How many children leave care?", numerator="served.left",
    denominator="{denominator}", kind="proportion", per=100, unit="%",
    counted="children who left care", among="children served", verb="left care",
    direction="none", cohort="flow", priority="permanency", follow_up_months=0,
    breakdowns=("race", "provider"), definition="Left, of served.", why="To try.",
    source="A test.", needs=(), examples=(),
)
'''


def _catalog(folder: Path, denominator: str = "served.children") -> Path:
    text = FILE.replace("{denominator}", denominator)
    (folder / "left_care.py").write_text(text, encoding="utf-8")
    return folder


def test_a_new_file_is_a_measure(demo_root: Path, tmp_path: Path) -> None:
    outcomes = Outcomes.open(demo_root, edition="staff", catalog=_catalog(tmp_path))
    assert "left-care" in [m.id for m in outcomes.measures("nc")]
    assert [m.order for m in outcomes.measures()] == sorted(
        m.order for m in outcomes.measures()
    )
    known = Outcomes.open(demo_root, edition="staff")
    assert len(outcomes.measures()) == len(known.measures()) + 1
    assert outcomes.version("nc") == known.version("nc")


def test_its_figures_are_those_of_the_counts(demo_root: Path, tmp_path: Path) -> None:
    outcomes = Outcomes.open(demo_root, edition="staff", catalog=_catalog(tmp_path))
    asked = {"state": "nc", "windows": ("sfy2024",)}
    row = outcomes.table(Selection(measure="left-care", **asked)).row()  # type: ignore[arg-type]
    exits = outcomes.table(
        Selection(measure="permanent-exits", **asked)  # type: ignore[arg-type]
    ).row()
    assert row.status == "shown"
    assert exits.numerator < row.numerator < row.denominator
    assert row.value == pytest.approx(100 * row.numerator / row.denominator)
    for by, count in (("race", 8), ("provider", None)):
        rows = outcomes.table(Selection(measure="left-care", by=by, **asked)).rows  # type: ignore[arg-type]
        assert rows["numerator"].sum() == row.numerator
        assert count is None or len(rows) == count


def test_counts_that_no_family_makes_are_told(demo_root: Path, tmp_path: Path) -> None:
    catalog = _catalog(tmp_path, denominator="served.dragons")
    outcomes = Outcomes.open(demo_root, edition="staff", catalog=catalog)
    with pytest.raises(NoData, match=r"needs the counts served\.dragons"):
        outcomes.table(Selection(state="nc", measure="left-care"))
    assert outcomes.table(Selection(state="nc", measure="entry-rate")).row().value > 0
