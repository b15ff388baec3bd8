"""What a world has planted in it: ratios between groups, and what stands out."""

from dataclasses import dataclass, replace
from math import exp

from data.demo.parameters import PERMANENCY_12, Care, in_year

WHITE, BLACK, AIAN, ASIAN, NHPI, TWO_PLUS, HISPANIC = range(7)
CODES = (
    "white_nh", "black_nh", "aian_nh", "asian_nh", "nhpi_nh", "two_plus_nh", "hispanic",
)  # fmt: skip
Ratios = tuple[float, ...]
EVEN: Ratios = (1.0,) * len(CODES)
REPORT_COUNTY = 37147
IMPROVED_COUNTY, IMPROVED_FROM = 37067, 2019
UNSTABLE_PROVIDER = 60
# A year about which stays that are now long began.
LONG_AGO = 2018
# Part of the first year that those who leave in it have stayed on average.
MEAN_EARLY_EXIT = 0.54


@dataclass(frozen=True, kw_only=True)
class Planting:
    """Ratios to White children at each decision, in the order of CODES.

    The gap of Black children opens at the report and nowhere else before care.
    `report_county` is the ratio of reports in one county (None: as elsewhere),
    `improved` the change of permanency in another, `unstable` the moves of one
    provider's children, `moves_trend` the yearly change of moves; 1 is nothing.
    """

    reported: Ratios = (1.0, 1.35, 1.60, 0.40, 1.0, 1.15, 0.80)
    screened: Ratios = EVEN
    assessed: Ratios = EVEN
    found: Ratios = (1.0, 0.92, 1.05, 0.80, 1.0, 1.05, 0.95)
    served_home: Ratios = (1.0, 0.85, 0.90, 1.0, 1.0, 1.0, 0.90)
    entered: Ratios = (1.0, 0.93, 1.25, 0.40, 1.25, 1.16, 0.66)
    permanent: Ratios = (1.0, 0.88, 1.0, 1.15, 1.0, 0.95, 0.95)
    later_exits: Ratios = (1.0, 0.85, 0.95, 1.10, 1.0, 0.95, 0.95)
    moves: Ratios = (1.0, 1.15, 1.0, 1.0, 1.0, 1.05, 1.0)
    report_county: float | None = 1.90
    improved: float = 1.60
    unstable: float = 2.0
    moves_trend: float = 0.975

    def entry_ratio(self, race: int) -> float:
        """Ratio of the entry rate on the population: the product of the pathway."""
        product = self.reported[race] * self.screened[race] * self.assessed[race]
        return round(product * self.found[race] * self.entered[race], 4)

    def long_ratio(self, race: int, care: Care) -> float:
        """Ratio of the share of children in care who have been there two years.

        In a state that is steady, children in care are spread over a stay as its
        survival is: this is what slower permanency does to the long tail.
        """
        theirs, white = (self._long_share(each, care) for each in (race, WHITE))
        return round(theirs / white, 4)

    def _long_share(self, race: int, care: Care) -> float:
        left = in_year(PERMANENCY_12, LONG_AGO) * self.permanent[race]
        speed = self.later_exits[race]
        second, later = care.hazard_second * speed, care.hazard_later * speed
        first_year = 1 - left * (1 - MEAN_EARLY_EXIT)
        second_year = (1 - left) * (1 - exp(-second)) / second
        after = (1 - left) * exp(-second) / later
        return after / (first_year + second_year + after)


FULL = Planting()
PLAIN = Planting(
    reported=EVEN,
    screened=EVEN,
    assessed=EVEN,
    found=EVEN,
    served_home=EVEN,
    entered=EVEN,
    permanent=EVEN,
    later_exits=EVEN,
    moves=EVEN,
    report_county=None,
    improved=1.0,
    unstable=1.0,
    moves_trend=1.0,
)
DECISIONS = (
    "reported", "screened", "assessed", "found", "served_home", "entered", "permanent",
)  # fmt: skip


def only(decision: str, ratio: float, *, race: int = BLACK) -> Planting:
    """A plain world but for one decision about one race.

    Raises ValueError for a decision that is none of DECISIONS.
    """
    if decision not in DECISIONS:
        raise ValueError(f"{decision!r} is none of {', '.join(DECISIONS)}")
    ratios = tuple(ratio if place == race else 1.0 for place in range(len(CODES)))
    return replace(PLAIN, **{decision: ratios})  # type: ignore[arg-type]
