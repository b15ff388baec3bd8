"""What the demonstration state is calibrated to.

Volumes follow figures published for North Carolina: the federal foster care report of
fiscal year 2021 (5,431 entered, 10,710 in care, by race and age) and the federal
context data of August 2025 (entry rate 1.9, P1 28 %, P2 37 %, P3 34 %, P5 5.2 to 6.9,
S1 9.7, S2 10.7 %). Nothing here is a fact about a real county.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

BURN_IN = 5  # years run before the first, so that care is not empty when the data begin
RACE_IDS = (1, 2, 3, 4, 5, 6, 7, 9)
KNOWN_RACES = RACE_IDS[:-1]
UNKNOWN = 7  # place of "race not known" in RACE_IDS

# Children entering care per 1,000, by the state fiscal year; the ends hold beyond them.
ENTRY_RATE = MappingProxyType(
    {
        2010: 2.05, 2011: 2.10, 2012: 2.10, 2013: 2.20, 2014: 2.35, 2015: 2.40,
        2016: 2.50, 2017: 2.50, 2018: 2.42, 2019: 2.40, 2020: 2.25, 2021: 2.15,
        2022: 2.10, 2023: 2.02, 2024: 1.95, 2025: 1.95,
    }
)  # fmt: skip
# Children reported per 1,000; schools were closed in spring 2020 and partly after.
REPORT_RATE = MappingProxyType(
    {
        2011: 36.0, 2012: 36.5, 2013: 37.0, 2014: 37.5, 2015: 38.0, 2016: 38.5,
        2017: 38.5, 2018: 38.5, 2019: 38.5, 2020: 36.0, 2021: 33.0, 2022: 35.5,
        2023: 36.5, 2024: 37.0, 2025: 37.0,
    }
)  # fmt: skip
PERMANENCY_12 = MappingProxyType(
    {
        2015: 0.345, 2016: 0.34, 2017: 0.335, 2018: 0.33, 2019: 0.32, 2020: 0.31,
        2021: 0.305, 2022: 0.31, 2023: 0.315, 2024: 0.315,
    }
)  # fmt: skip


def in_year(path: Mapping[int, float], year: int) -> float:
    """The value of a path in a year; its first and last value hold beyond its ends."""
    return path[min(max(year, min(path)), max(path))]


@dataclass(frozen=True, kw_only=True)
class Reports:
    """Reports and what is decided about them; shares are of the decision before."""

    screened: float = 0.66
    assessed: float = 0.96
    found: float = 0.30
    per_child: tuple[float, ...] = (0.72, 0.18, 0.07, 0.03)
    returning: float = 0.24
    unknown_race: float = 0.07
    unknown_ratios: tuple[float, float, float] = (0.80, 1.0, 0.70)
    age_rates: tuple[float, ...] = (1.55, 1.0, 0.80, 0.50)
    month: tuple[float, ...] = (
        1.00, 1.05, 1.10, 1.08, 1.12, 0.85, 0.78, 0.88, 1.08, 1.10, 1.00, 0.90,
    )  # fmt: skip
    closed_schools: float = 0.62
    incident_known: float = 0.55
    unborn: float = 0.004


@dataclass(frozen=True, kw_only=True)
class Care:
    """Stays in care: hazards are a year, moves per 1,000 days."""

    unknown_race: float = 0.022
    age_weights: tuple[float, ...] = (2.6, 1.1, 0.9, 1.0, 0.85)
    short_stays: float = 0.028
    hazard_second: float = 0.53
    hazard_later: float = 0.48
    other_exit: tuple[float, float] = (0.004, 0.015)
    reason_missing: float = 0.012
    reentry_year: float = 0.052
    reentry_later: float = 0.035
    without_report: float = 0.06
    without_finding: float = 0.04
    move_early: float = 8.6
    move_late: float = 0.8
    move_decay: float = 150.0
    maltreatment: float = 9.5e-5


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How much counties differ: standard deviations of log factors."""

    report: float = 0.18
    screened: float = 0.08
    found: float = 0.15
    entered: float = 0.22
    permanency: float = 0.16
    moves: float = 0.12
