"""A gap over time: the baseline, the change, what is never compared."""

from math import nan

import pytest

from metrics.errors import BadSelection
from metrics.gap_trend import GapTrend, baseline_of, gap_trend, moved
from metrics.narrative_gap import gap_change_sentence
from metrics.table import IMMATURE, STATE_REFERENCE, MeasureRow
from metrics.trend import ratio_of_ratios
from metrics.windows import parse_window
from tests.unit.test_narrative import ENTRIES, row

WORDS = {
    "place": "Wake County", "step": "Entered care", "window": "2024",
    "earlier_window": "2020", "group_children": "Black children",
    "reference_children": "White children",
}  # fmt: skip


def year(window: str, code: str, x: float, n: float, **more: object) -> MeasureRow:
    usual = {"window": window, "dimension": "race", "group": code, "numerator": x,
             "denominator": n, "base": "population"}  # fmt: skip
    return row(**(usual | more))


def pair(window: str, x: float, shown: float, **more: object) -> list[MeasureRow]:
    near = {
        "ratio": shown, "ratio_lower": 0.9 * shown, "ratio_upper": 1.1 * shown,
        "numerator": x,
    }  # fmt: skip
    return [
        year(window, "black_nh", x, 10_000, **(near | more)),
        year(window, "white_nh", 100, 10_000, ratio_status="reference"),
    ]


def told(rows: list[MeasureRow], **more: object) -> GapTrend:
    return gap_trend(rows, (), "black_nh", measure=ENTRIES, **more)  # type: ignore[arg-type]


FALLING = [*pair("sfy2019", 250, 2.5), *pair("sfy2020", 240, 2.4),
           *pair("sfy2024", 120, 1.2)]  # fmt: skip


def test_the_change_is_the_ratio_of_the_two_ratios() -> None:
    found = told(FALLING)
    exact = ratio_of_ratios(
        (120, 10_000, 100, 10_000), (250, 10_000, 100, 10_000), "rate"
    )
    assert found.change == exact
    assert found.change.ratio == pytest.approx(1.2 / 2.5)
    assert found.gap == "smaller"


def test_it_counts_from_the_baseline_where_there_is_one() -> None:
    found = told(FALLING, baseline="sfy2020")
    assert found.before is not None
    assert found.before.window == "sfy2020"
    assert found.change.ratio == pytest.approx(0.5)


def test_windows_that_share_days_are_refused() -> None:
    with pytest.raises(BadSelection):
        told([*pair("sfy2020", 240, 2.4), *pair("ffy2020", 240, 2.4)])


@pytest.mark.parametrize(
    "more", [{"flags": (IMMATURE,)}, {"ratio_status": "unreliable", "ratio": nan},
             {"ratio_status": "hidden", "ratio": nan, "numerator": nan}]
)  # fmt: skip
def test_what_cannot_be_compared_is_no_end_of_a_change(more: dict) -> None:
    found = told([*pair("sfy2019", 250, 2.5), *pair("sfy2024", 120, 1.2, **more)])
    assert found.now is None
    assert found.gap == "cannot tell"
    assert "no two periods" in gap_change_sentence(found, **WORDS)


def test_ratios_over_other_counties_are_not_compared() -> None:
    rows = [*pair("sfy2019", 250, 2.5),
            *pair("sfy2024", 120, 1.2, coverage="10 of 39 counties")]  # fmt: skip
    found = told(rows)
    assert found.gap == "cannot tell"
    assert "those counties only" in gap_change_sentence(found, **WORDS)


def test_a_reference_of_the_state_brings_the_state_s_counts() -> None:
    own = [*pair("sfy2019", 250, 2.5, flags=(STATE_REFERENCE,)),
           *pair("sfy2024", 120, 1.2)]  # fmt: skip
    state = [year("sfy2019", "white_nh", 5_000, 400_000)]
    found = gap_trend(own, state, "black_nh", measure=ENTRIES)
    exact = ratio_of_ratios(
        (120, 10_000, 100, 10_000), (250, 10_000, 5_000, 400_000), "rate"
    )
    assert found.change == exact


def test_all_others_are_added_up_without_the_group_and_the_unknown() -> None:
    rows = []
    for window, x in (("sfy2019", 250), ("sfy2024", 120)):
        rows += [
            year(window, "black_nh", x, 10_000, reference="others"),
            year(window, "white_nh", 100, 10_000),
            year(window, "asian_nh", 20, 5_000),
            year(window, "unknown", 999, 0),
        ]
    exact = ratio_of_ratios(
        (120, 10_000, 120, 15_000), (250, 10_000, 120, 15_000), "rate"
    )
    assert told(rows).change == exact


@pytest.mark.parametrize(
    ("before", "now", "direction", "gap"),
    [
        (2.5, 1.2, "lower", "smaller"), (1.2, 2.5, "higher", "wider"),
        (0.5, 0.9, "higher", "smaller"), (0.9, 0.5, "lower", "wider"),
        (0.7, 1.4, "higher", "turned round"), (1.4, 0.7, "lower", "turned round"),
        (1.4, 1.3, "no clear change", "no clear change"),
        (1.4, 1.3, "cannot be compared", "cannot tell"),
    ],
)  # fmt: skip
def test_a_gap_is_judged_by_its_distance_from_1(
    before: float, now: float, direction: str, gap: str
) -> None:
    change = ratio_of_ratios((1, 2, 1, 2), (1, 2, 1, 2), "rate")
    assert moved(before, now, type(change)(
        direction=direction, ratio=now / before, lower=0.1, upper=9.0
    )) == gap  # fmt: skip


def test_the_sentence_has_both_ratios_and_the_interval() -> None:
    said = gap_change_sentence(told(FALLING), **WORDS)
    assert said.startswith(
        "In Wake County the ratio of Black children to White children at “Entered "
        "care” was 2.50 in 2020 and 1.20 in 2024; the gap is smaller, by more than "
        "chance alone readily gives (ratio of the two 0.48, 95 % interval "
    )


def test_the_baseline_is_the_pool_that_holds_its_year() -> None:
    pools = [parse_window(key) for key in ("sfy2017-2019", "sfy2020-2022")]
    newer = parse_window("sfy2023-2025")
    assert baseline_of([*pools, newer], parse_window("sfy2020")) == "sfy2020-2022"
    assert baseline_of(pools, parse_window("sfy2020")) == ""
    assert baseline_of(pools, None) == ""
