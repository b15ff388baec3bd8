"""What a public edition tells of, and what it tells in pools of years alone."""

from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.warehouse import HIDDEN, SHOWN
from metrics.errors import CountywiseError
from metrics.outcomes import Outcomes
from metrics.privacy.audit.published import Published, read_published
from metrics.privacy.audit.report import audit
from metrics.privacy.lattice import Lattice, declared, refuse_outside, tables_in
from metrics.privacy.policy import Policy
from metrics.public import NATURAL, public_contents
from metrics.release import Contents, component_ids, write_edition
from metrics.selection import Selection
from tests.editions import contents, put_version
from tests.small_world import POOL, YEARS, world

ENTERED = "entered.children"


def _lattice() -> Lattice:
    return declared([*YEARS, POOL], main="sfy")


def test_it_is_one_calendar_and_pools_that_share_no_year() -> None:
    keys = ["sfy2021", "sfy2022", "sfy2023", "ffy2023", "r2023-06", "sfy2020-2022",
            "sfy2021-2023", "m2023-01"]  # fmt: skip
    lattice = declared(keys, main="sfy")
    assert lattice.windows == ("sfy2021", "sfy2022", "sfy2023", "sfy2021-2023")
    assert lattice.groups() == (("sfy2021", "sfy2022", "sfy2023", "sfy2021-2023"),)
    assert (1, 4, "served.children") in lattice.tables
    assert (3, 4, "served.children") not in lattice.tables
    assert not [t for t in lattice.tables if t[2] == "served.left"]


@pytest.mark.parametrize(
    ("level", "dim", "in_a_year"),
    [(1, 1, True), (1, 4, True), (2, 1, True), (2, 3, True), (2, 4, False),
     (3, 0, True), (3, 1, False), (3, 2, False), (3, 3, False)],
)  # fmt: skip
def test_groups_of_a_county_are_told_in_pools_alone(
    level: int, dim: int, in_a_year: bool
) -> None:
    lattice = _lattice()
    table = (level, dim, "served.children")
    assert lattice.has(table, POOL)
    assert lattice.has(table, "sfy2023") == in_a_year
    assert not lattice.has(table, "ffy2023")


def test_populations_are_told_for_every_year() -> None:
    lattice = _lattice()
    people = [t for t in lattice.tables if t[:2] == (3, 1) and t[2].startswith("popul")]
    assert people
    assert all(lattice.has(table, "sfy2023") for table in people)


def test_without_pools_years_are_told() -> None:
    lattice = declared(list(YEARS), main="sfy")
    assert lattice.has((3, 1, ENTERED), "sfy2023")


def test_who_reads_an_edition_and_who_attacks_it_find_the_same_tables() -> None:
    """Two readings of one note, which share no code."""
    lattice = _lattice()
    note = lattice.table_note()
    assert tables_in(note) == {t: t in lattice.in_pools for t in lattice.tables}
    names = sorted({name for _, _, name in lattice.tables})[:12] + ["served.left"]
    rows = [
        (level, dim, 0, name, key, 0)
        for level, dim, name, key in product((1, 2, 3), range(6), names, (*YEARS, POOL))
    ]
    cells = pd.DataFrame(
        rows, columns=["level", "dim", "geo_id", "name", "key", "dim_value"]
    )
    edition = Published(counts=cells, places=cells[:0], notes={"lattice": note})
    has = [lattice.has((row[0], row[1], row[3]), row[4]) for row in rows]
    assert edition.tells(cells).tolist() == has
    assert 0 < sum(has) < len(has)


@pytest.mark.parametrize(("level", "dim", "window"), [(3, 4, 1), (1, 0, 4), (3, 1, 1)])
def test_a_table_outside_it_is_refused(level: int, dim: int, window: int) -> None:
    made = contents({("37001", "all", ENTERED, "sfy2022"): 50})
    counts = made.counts.assign(level=level, dim=dim, window_id=window)
    lattice = declared(made.windows["key"].tolist(), main="sfy")
    names = {i: n for n, i in component_ids().items()}
    with pytest.raises(CountywiseError, match="in no table of the public edition"):
        refuse_outside(counts, lattice, made.windows, names)


def test_a_year_of_a_countys_groups_is_hidden_and_its_pool_is_told(
    tmp_path: Path,
) -> None:
    counts = dict(world(3, size=40))
    for group in ("all", *(f"race:{each}" for each in (1, 2, 7, 9))):
        for window in ("sfy2023", POOL):
            counts["37063", group, "population.child_years", window] = 9000
    put_version(tmp_path, counts)
    board = Outcomes.open(tmp_path, edition="public")
    asked = {"state": "nc", "measure": "entry-rate", "by": "race"}
    table = board.table(Selection(**asked, place="37063", windows=("sfy2023",)))
    assert set(table.rows["status"]) == {"hidden"}
    (file,) = (tmp_path / "nc" / "versions").glob("*/public.sqlite")
    told = read_published(file).counts
    told = told[(told["level"] == 3) & told["dim"].isin([1, 2, 3])]
    people = told[~told["name"].str.startswith("population")]
    assert set(people["key"]) == {POOL}
    assert set(people["status"]) == {SHOWN, HIDDEN}


def _natural(made: Contents, *, hide: pd.Series) -> pd.DataFrame:
    """An earlier edition that told all of these counts but some."""
    names = {i: n for n, i in component_ids().items()}
    keys = made.windows.set_index("window_id")["key"]
    named = made.counts.assign(
        name=made.counts["comp_id"].map(names), key=made.counts["window_id"].map(keys)
    )
    out = hide.reindex(named.index, fill_value=False)
    return named.assign(status=np.where(out, HIDDEN, SHOWN))[
        [*NATURAL, "value", "status"]
    ]


def test_what_is_told_no_more_is_not_forgotten(tmp_path: Path) -> None:
    """Two years of a table were told once: pools tell the third, and are refused."""
    made = contents(world(5, size=120))
    last = made.windows.set_index("key")["window_id"][YEARS[-1]]
    every = _natural(made, hide=made.counts["window_id"] == last)
    table = every[["level", "dim", "name"]].eq([3, 1, "in_care_start.from_12"])
    years = every[table.all(axis=1) & (every["key"] != POOL)]
    careless = _written(public_contents(made, Policy()), tmp_path / "careless.sqlite")
    assert audit(careless).clean
    assert audit(careless, years).recovered > 0


def _written(made: Contents, path: Path) -> Published:
    write_edition(path, made, progress=lambda _: None)
    return read_published(path)
