"""Reading published counts: ratios of groups where both are shown, federal figures."""

from dataclasses import dataclass

import pandas as pd

from data.codes import PopulationSource
from data.published_federal import shipped
from metrics.disparity import rate_ratio
from metrics.errors import NoData
from metrics.groups import by_id, group
from metrics.reliability import reliable_counts

WHITE = "white_nh"


@dataclass(frozen=True, kw_only=True)
class MatchedTotals:
    """Group and reference, added up over the places where both are shown.

    numerator, denominator: of the group; reference_*: of the reference. places: how
    many there were out of possible. ratio and limits: pure numbers, NaN where none.
    """

    group: str
    reference: str
    numerator: int
    denominator: int
    reference_numerator: int
    reference_denominator: int
    places: int
    possible: int
    ratio: float
    lower: float
    upper: float

    @property
    def coverage(self) -> str:
        counties = f"{self.places} of {self.possible} counties"
        return f"over the {counties} where both groups are shown"


def matched_totals(frame: pd.DataFrame, group: str, reference: str) -> MatchedTotals:
    """Sum a group and its reference over the counties where both are shown.

    frame: one row a county and group, columns geography, group, numerator,
    denominator, of one measure and window; a numerator that is not shown is missing.
    What is not shown is never taken as the total less the other groups: the total
    holds children who are in no group, and groups may overlap. Raises NoData if there
    is no county where both are shown.
    """
    both = _side_by_side(frame, group, reference)
    shown = both.dropna()
    if shown.empty:
        raise NoData(
            f"There is no county where both {group} and {reference} are shown."
        )
    x1, n1, x0, n0 = (int(total) for total in shown.sum())
    limits = rate_ratio(x1, n1, x0, n0)
    return MatchedTotals(
        group=group,
        reference=reference,
        numerator=x1,
        denominator=n1,
        reference_numerator=x0,
        reference_denominator=n0,
        places=len(shown),
        possible=frame["geography"].nunique(),
        ratio=(x1 / n1) / (x0 / n0) if n1 and x0 else float("nan"),
        lower=float(limits.lower[0]),
        upper=float(limits.upper[0]),
    )


def _side_by_side(frame: pd.DataFrame, group: str, reference: str) -> pd.DataFrame:
    columns = ["numerator", "denominator"]
    one, other = (
        frame.loc[frame["group"] == each].set_index("geography")[columns]
        for each in (group, reference)
    )
    return one.join(other.add_prefix("reference_"), how="inner")


def federal_figures(
    state: str, measure: str, *, population: PopulationSource = "census2020"
) -> pd.DataFrame:
    """Published federal figures of a state: one row a group, FFY2021.

    `population`: set against the 2020 census or the estimates of 1 July 2021.

    Columns: group (code, or "all"), name, numerator, denominator, rate (per 1,000
    children), ratio to White children with lower and upper. No rate where a group has
    no population; no ratio of a group to itself, of all children to a part of them, or
    below the reliability limit. Raises NoData if none ship for the state, the measure
    or the population.
    Source: `data.published_federal.shipped_source()`.
    """
    found = shipped(population=population)
    wanted = (found["state"] == state) & (found["measure"] == measure)
    found = found[wanted].reset_index(drop=True)
    if found.empty:
        raise NoData(
            f"No federal figures of {measure} ship for the state {state!r} "
            f"set against the population of {population}."
        )
    counts = found[["numerator", "denominator"]].astype("Float64").astype(float)
    white = counts[found["race_id"] == group("race", WHITE).id].iloc[0]
    x, n = counts["numerator"], counts["denominator"]
    limits = rate_ratio(x, n, white["numerator"], white["denominator"])
    codes = [_code(int(race)) for race in found["race_id"]]
    names = [_name(int(race)) for race in found["race_id"]]
    rows = counts.assign(group=codes, name=names, rate=x / n * 1000)
    rows["ratio"] = rows["rate"] / (white["numerator"] / white["denominator"] * 1000)
    rows = rows.assign(lower=limits.lower, upper=limits.upper)
    compared = ~rows["group"].isin(["all", WHITE]) & _reliable(x, n)
    shown = ["ratio", "lower", "upper"]
    return rows.assign(**{name: rows[name].where(compared) for name in shown})


def _reliable(x: "pd.Series[float]", n: "pd.Series[float]") -> "pd.Series[bool]":
    enough = [reliable_counts(*counts) for counts in zip(x, n, strict=True)]
    return pd.Series(enough, index=x.index)


def _code(race: int) -> str:
    return by_id("race", race).code if race else "all"


def _name(race: int) -> str:
    return by_id("race", race).name if race else "All children"
