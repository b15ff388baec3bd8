"""A made-up state whose groups by race can be counted in two ways."""

from pathlib import Path

from metrics.outcomes import Outcomes
from metrics.selection import Selection
from metrics.table import MeasureTable
from tests.editions import put_version

WINDOW = "sfy2024"
ENTERED, YEARS = "entered.children", "population.child_years"
# ("dimension:group", component): White, Black, and two or more races. White children
# are the same in both schemes and are counted once.
USUAL_COUNTS = {
    ("race:1", ENTERED): 100, ("race:1", YEARS): 20_000,
    ("race:2", ENTERED): 40, ("race:2", YEARS): 4_000,
    ("race:6", ENTERED): 30, ("race:6", YEARS): 5_000,
}  # fmt: skip
FOLDED_COUNTS = {
    ("race_folded:2", ENTERED): 60, ("race_folded:2", YEARS): 8_000,
    ("race_folded:6", ENTERED): 10, ("race_folded:6", YEARS): 1_000,
}  # fmt: skip


def put(root: Path, counts: dict[tuple[str, str], int], **notes: str) -> None:
    put_version(
        root, {("nc", *key, WINDOW): count for key, count in counts.items()}, **notes
    )


def asked(root: Path, by: str, *, edition: str = "staff", **more: str) -> MeasureTable:
    door = Outcomes.open(root, edition=edition)
    return door.table(
        Selection(state="nc", measure="entry-rate", by=by, windows=(WINDOW,), **more)  # type: ignore[arg-type]
    )
