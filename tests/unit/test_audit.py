"""The attacker from outside, against slow enumeration and small worlds."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.warehouse import HIDDEN, SHOWN, new_version
from metrics.families import families
from metrics.outcomes import Outcomes
from metrics.privacy.audit.attack import Contradiction, attack
from metrics.privacy.audit.knowledge import attacks
from metrics.privacy.audit.published import read_published, told_by
from metrics.privacy.audit.report import audit
from metrics.privacy.policy import Policy
from metrics.privacy.rules import rules_of, unclear
from metrics.public import NATURAL, public_contents
from metrics.release import Contents, component_ids, write_edition
from metrics.selection import Selection
from tests.editions import contents
from tests.published import ENTERED, YEAR, crossed, published
from tests.small_world import world

SMALL = st.lists(
    st.lists(st.integers(1, 4), min_size=3, max_size=3), min_size=2, max_size=3
)


def enumerated(
    table: list[list[int]], out: list[tuple[int, int]], low: int
) -> Mapping[tuple[int, int], tuple[int, int]]:
    """The smallest and largest value of each hidden cell, over all tables there are."""
    rows, columns = [sum(r) for r in table], [sum(c) for c in zip(*table, strict=True)]
    seen: dict[tuple[int, int], set[int]] = {cell: set() for cell in out}
    for guess in product(range(low, 13), repeat=len(out)):
        trial = [[*r] for r in table]
        for (r, c), value in zip(out, guess, strict=True):
            trial[r][c] = value
        fits = [sum(r) for r in trial] == rows
        fits &= [sum(c) for c in zip(*trial, strict=True)] == columns
        for cell, value in zip(out, guess, strict=True):
            if fits:
                seen[cell].add(value)
    return {cell: (min(found), max(found)) for cell, found in seen.items()}


@settings(max_examples=25, deadline=None)
@given(table=SMALL, data=st.data())
def test_intervals_are_those_of_all_tables_that_fit(
    table: list[list[int]], data: st.DataObject
) -> None:
    """Margins of whole numbers have whole limits, so enumeration finds the same."""
    cells = [(r, c) for r in range(len(table)) for c in range(3)]
    out = data.draw(st.lists(st.sampled_from(cells), min_size=1, max_size=4,
                             unique=True))  # fmt: skip
    low = data.draw(st.sampled_from([0, 1]))
    counts, where = crossed(
        {str(r): {str(c): n for c, n in enumerate(row)} for r, row in enumerate(table)}
    )
    hidden = [where[str(r), str(c)] for r, c in out]
    order = [cell for cell in counts if cell in set(hidden)]
    (known,) = attacks(published(counts, hidden))
    found = attack(known, low=float(low), width=float("inf"))
    slow = enumerated(table, out, low)
    for (r, c), limits in slow.items():
        i = order.index(where[str(r), str(c)])
        assert np.allclose((found.low[i], found.high[i]), limits, atol=1e-6)


def test_a_shown_whole_limits_its_part_and_a_pool_its_years() -> None:
    counts = {(1, 0, 0, 0, "entry_cohort.children", YEAR): 14,
              (1, 0, 0, 0, "entry_cohort.permanent", YEAR): 6}  # fmt: skip
    (known,) = attacks(published(counts, [[*counts][1]]))
    found = attack(known, low=0.0, width=float("inf"))
    assert (found.low[0], found.high[0]) == (0, 14)
    name = "in_care_start.from_12"
    years = {(1, 0, 0, 0, name, f"sfy{y}"): n for y, n in ((2022, 30), (2023, 40),
             (2024, 7))}  # fmt: skip
    pool = {(1, 0, 0, 0, name, "sfy2022-2024"): 77}
    edition = published(years | pool, [[*years][2]])
    assert audit(edition).recovered == 1


def test_figures_that_cannot_all_be_true_are_told() -> None:
    counts, where = crossed({"a": {"x": 20, "y": 30}, "b": {"x": 40, "y": 50}})
    broken = counts | {(3, 1, 0, 0, ENTERED, YEAR): 10}
    edition = published(broken, [where["a", "x"]])
    with pytest.raises(Contradiction):
        attack([*attacks(edition)][0], low=0.0, width=10)
    assert audit(edition).contradictions == 1
    assert not audit(edition).clean


def _public(made: Contents, **options: object) -> Contents:
    return public_contents(made, Policy(), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(3))
def test_a_world_that_was_hidden_withstands_the_audit(
    seed: int, tmp_path: Path
) -> None:
    made = contents(world(seed))
    safe, quick = _public(made), _public(made, attack=False)
    for name, public in (("safe", safe), ("quick", quick)):
        write_edition(tmp_path / f"{name}.sqlite", public, progress=lambda _: None)
    report = audit(read_published(tmp_path / "safe.sqlite"))
    assert report.clean, report
    assert report.hidden > 50
    assert report.narrowest >= 10
    assert sum(report.widths_a.values()) == report.hidden
    assert report.widths_b["exact"] == 0
    weaker = audit(read_published(tmp_path / "quick.sqlite"))
    assert weaker.hidden <= report.hidden


def test_hiding_only_small_counts_is_found_out() -> None:
    """The auditor must see what a release would have had to hide."""
    made = contents(world(1))
    counts = made.counts.assign(
        name=made.counts["comp_id"].map({i: n for n, i in component_ids().items()}),
        key=made.counts["window_id"].map(made.windows.set_index("window_id")["key"]),
    )
    small = counts["value"] <= 10
    naive = counts.assign(
        value=counts["value"].astype(float).mask(small),
        status=np.where(small, HIDDEN, SHOWN),
    )
    report = audit(
        type(published({}))(counts=naive, places=made.places, notes=dict(made.notes))
    )
    assert report.recovered > 5
    assert report.small_remainders > 0
    assert not report.clean


def test_hiding_is_the_same_every_time() -> None:
    made = contents(world(2))
    assert _public(made).counts.equals(_public(made).counts)


def test_a_policy_with_rounding_and_a_larger_threshold(tmp_path: Path) -> None:
    strict = Policy(threshold=20, least_hidden_sum=20, width=20, rounding=5)
    public = public_contents(contents(world(3, size=60)), strict)
    shown = public.counts[public.counts["status"] == SHOWN]["value"]
    assert (shown % 5 == 0).all()
    assert (shown >= 20).all()
    write_edition(tmp_path / "strict.sqlite", public, progress=lambda _: None)
    report = audit(read_published(tmp_path / "strict.sqlite"))
    assert (report.recovered, report.narrow, report.contradictions) == (0, 0, 0)


def test_what_an_earlier_edition_hid_stays_hidden() -> None:
    first = _public(contents(world(4)))
    then = _named(first)
    again = _public(contents(world(4)), earlier=then)
    assert again.counts["status"].tolist() == first.counts["status"].tolist()
    grown = {k: n + 30 * (k[1] == "all") for k, n in world(4).items()}
    later = _named(_public(contents(grown), earlier=then))
    both = later.merge(then, on=list(NATURAL), suffixes=("", "_then"))
    assert (both.loc[both["status_then"] == HIDDEN, "status"] == HIDDEN).all()


def _named(made: Contents) -> pd.DataFrame:
    names = {i: n for n, i in component_ids().items()}
    keys = made.windows.set_index("window_id")["key"]
    return made.counts.assign(
        name=made.counts["comp_id"].map(names), key=made.counts["window_id"].map(keys)
    )[[*NATURAL, "value", "status"]]


def test_earlier_editions_are_remembered_at_their_most_secret() -> None:
    cells = [(1, 0, 0, 0, ENTERED, YEAR), (1, 0, 1, 1, ENTERED, YEAR)]
    one = published(dict(zip(cells, (90, 40), strict=True)), [cells[1]])
    two = published(dict(zip(cells, (95, 41), strict=True)))
    told = told_by([one, two]).sort_values("dim")
    assert told["status"].tolist() == [SHOWN, HIDDEN]
    assert told["value"].iloc[0] == 95


def test_every_count_of_people_is_hidden_jointly_with_its_kin() -> None:
    ids = component_ids()
    every = {f"{f.name}.{c.name}" for f in families() for c in f.components}
    rules = rules_of(ids, every)
    people = {
        ids[f"{f.name}.{c.name}"]
        for f in families() for c in f.components if c.people and not f.public
    }  # fmt: skip
    assert set(rules.people) == people
    assert sorted(i for kin in rules.kin for i in kin) == sorted(people)
    time = {
        ids[f"{f.name}.{c.name}"]
        for f in families() for c in f.components if not c.people and not f.public
    }  # fmt: skip
    assert set(rules.followers) == time
    assert set(rules.followers.values()) <= people


def test_families_with_one_place_rule_say_how_they_overlap() -> None:
    assert [(one.name, other.name) for one, other in unclear()] == []


def test_what_was_hidden_and_is_zero_now_is_not_told() -> None:
    first = _public(contents(world(4)))
    then = _named(first)
    kept = {k: n for k, n in world(4).items() if not k[1].startswith("race:9")}
    later = _named(_public(contents(kept), earlier=then))
    both = then.merge(later, on=list(NATURAL), how="left", suffixes=("", "_now"))
    gone = both[(both["dim_value"] == 9) & (both["status"] == HIDDEN)]
    assert len(gone) > 3
    assert (gone["status_now"] == HIDDEN).all()
    assert gone["value_now"].isna().all()


@pytest.mark.parametrize("shown", [True, False])
def test_the_zero_rule_is_the_policys(shown: bool, tmp_path: Path) -> None:
    counts = {("nc", g, ENTERED, YEAR): n for g, n in (("all", 90), ("race:1", 90))}
    counts |= {("nc", g, "population.child_years", YEAR): 900
               for g in ("all", "race:1", "race:2")}  # fmt: skip
    with new_version(tmp_path / "nc") as draft:
        made = public_contents(contents(counts), Policy(zero_shown=shown))
        write_edition(draft / "public.sqlite", made, progress=lambda _: None)
    asked = Selection(state="nc", measure="entry-rate", by="race", windows=(YEAR,))
    row = Outcomes.open(tmp_path).table(asked).row(group="black_nh")
    assert row.status == ("shown" if shown else "hidden")
    assert (row.numerator == 0) is shown
