"""Published ratios at decision points, reproduced by the chain.

Contra Costa County 2005: incidence per 1,000 children, county slides
(slideplayer.com/slide/6207161). OJJDP 2020: counts rounded to 100, National Center for
Juvenile Justice, Racial and Ethnic Fairness Databook; ratios of rates, OJJDP
Statistical Briefing Book (qa11604). California 2016: shares, California Child Welfare
Indicators Project, fourth quarter.
"""

import pytest

from metrics.pathway import chain
from metrics.pathway_model import Chain, Counts, Stage

COUNTS_ROUNDED_TO, RATIOS_ROUNDED_TO = 100, 0.1


def stages(
    group: tuple[float, ...], reference: tuple[float, ...], *, nested: bool = True
) -> list[Stage]:
    """Counts from the population on as the stages of a chain."""

    def counts(row: tuple[float, ...], place: int) -> Counts:
        return Counts(
            numerator=row[place], denominator=row[place - 1], population=row[0]
        )

    return [
        Stage(
            id=str(place),
            label=str(place),
            nested=nested,
            first=place == 1,
            group=counts(group, place),
            reference=counts(reference, place),
        )
        for place in range(1, len(group))
    ]


def ratios(found: Chain, kind: str) -> list[float]:
    return [getattr(link, kind).value for link in found.links]


CONTRA_COSTA = {"Black": (857, 166), "White": (344, 69), "Hispanic": (283, 66)}


def test_contra_costa_the_gap_opens_at_the_report_and_nowhere_else() -> None:
    rows = {group: (10_000, *row) for group, row in CONTRA_COSTA.items()}
    found = chain(stages(rows["Black"], rows["White"]))
    assert [round(each, 2) for each in ratios(found, "di")] == [2.49, 2.41]
    assert [round(each, 2) for each in ratios(found, "rri")] == [2.49, 0.97]
    assert found.links[-1].running == pytest.approx(found.links[-1].di.value, rel=1e-12)
    # 16.6 less 6.9 per 1,000, and all of it from the report.
    assert found.difference == pytest.approx(9.7)
    assert found.links[0].per_1000 > found.difference > 0 > found.links[1].per_1000


MALE = {
    "White": (8_752_200, 159_200, 83_500),
    "Black": (2_468_900, 129_700, 83_400),
    "AIAN": (310_700, 6_900, 4_300),
    "ANHPI": (988_200, 4_500, 2_500),
    "Hispanic": (4_038_700, 71_800, 39_700),
}
FEMALE = {
    "White": (8_336_000, 61_500, 26_200),
    "Black": (2_396_600, 46_400, 23_800),
    "AIAN": (301_900, 3_700, 2_200),
    "ANHPI": (964_100, 1_600, 700),
    "Hispanic": (3_885_000, 23_200, 10_100),
}
DIVERTED = {"White": 23_100, "Black": 11_900, "AIAN": 900, "ANHPI": 600,
            "Hispanic": 7_900}  # fmt: skip
PUBLISHED = {
    "male": (MALE, {"Black": (2.9, 1.2), "AIAN": (1.2, 1.2), "ANHPI": (0.3, 1.1),
                    "Hispanic": (1.0, 1.1)}),
    "female": (FEMALE, {"Black": (2.6, 1.2), "AIAN": (1.6, 1.4), "ANHPI": (0.2, 1.0),
                        "Hispanic": (0.8, 1.0)}),
    "female, diverted": (
        {group: (*row[:2], DIVERTED[group]) for group, row in FEMALE.items()},
        {"Black": (2.6, 0.7), "AIAN": (1.6, 0.7), "ANHPI": (0.2, 1.0),
         "Hispanic": (0.8, 0.9)}),
}  # fmt: skip


@pytest.mark.parametrize("table", PUBLISHED)
def test_juvenile_justice_2020(table: str) -> None:
    """Each published ratio is one that the rounded counts allow."""
    rows, published = PUBLISHED[table]
    for group, expected in published.items():
        found = chain(stages(rows[group], rows["White"]))
        smallest = min(rows[group][1:])
        slack = RATIOS_ROUNDED_TO / 2
        for ratio, value in zip(ratios(found, "rri"), expected, strict=True):
            rounding = 2 * ratio * (COUNTS_ROUNDED_TO / 2) / smallest
            assert abs(ratio - value) <= slack + rounding, (table, group)


def test_california_2016_shares() -> None:
    """18.7 % of care and 5.5 % of children; 24.0 % and 28.3 %: printed as 4.0."""
    found = chain(stages((55_000, 18_700), (283_000, 24_000)))
    assert round(found.links[0].di.value, 1) == 4.0
    assert round(18.7 / 5.5, 1) == 3.4


def test_the_variances_of_nested_decisions_add_up() -> None:
    """The sum of the Katz variances is that of the whole: 1/30 - 1/4000 + 1/90 - ..."""
    group, reference = (4000, 400, 260, 200, 80, 30), (30000, 1500, 900, 720, 300, 90)
    found = chain(stages(group, reference))
    assert found.links[-1].di.value == pytest.approx(2.5)
    total = sum(link.log_variance for link in found.links)
    assert total == pytest.approx(0.04416111111111111, rel=1e-12)
