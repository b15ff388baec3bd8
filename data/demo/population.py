"""Counties and children of the demonstration state, from rounded Census estimates."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from data.codes import AIAN_AMONG, BLACK_AMONG, OTHERS_AMONG
from data.demo.children import PAIRS
from data.demo.draw import Floats, Ints, whole
from data.demo.planting import AIAN, BLACK, TWO_PLUS

HERE = Path(__file__).parent
FIRST_YEAR, LAST_YEAR = 2005, 2026
# Children in 2010 over children in 2020, by race: census count over 2020 estimate.
IN_2010 = (1.07, 1.04, 1.20, 0.66, 0.92, 0.79, 0.73)
GIRLS = 0.489
# Codes of the table of cases in the order of `_finer`.
CODES = (1, 2, 3, 4, 5, AIAN_AMONG, BLACK_AMONG, OTHERS_AMONG, 7)


@dataclass(frozen=True, kw_only=True)
class Population:
    """Children by year, county, known race and age band, times a scale."""

    scale: float
    first_year: int
    counties: Ints
    children: Ints

    def year(self, year: int) -> Ints:
        """County x race x age on 1 July of the year."""
        return np.asarray(self.children[year - self.first_year])

    def fiscal_year(self, year: int) -> Floats:
        """County x race x age on the first day of a state fiscal year, 1 July."""
        return self.year(year - 1).astype(float)


def counties() -> pd.DataFrame:
    """county_id, name, region_id of the hundred counties."""
    return pd.read_csv(HERE / "nc_counties.csv", comment="#")


def population(scale: float) -> Population:
    """Children of each year, times the scale, in whole numbers with the same sums."""
    ids = counties()["county_id"].to_numpy(dtype=np.int64)
    base, later = _estimates(ids)
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    tables = [whole(_in_year(base, later, year) * scale) for year in years]
    return Population(
        scale=scale, first_year=FIRST_YEAR, counties=ids, children=np.stack(tables)
    )


def population_frame(people: Population, first: int, last: int) -> pd.DataFrame:
    """The table of cases: a row a year, county, race, age band and sex.

    Two or more races come in parts, which the estimates do not have.
    """
    frames = []
    for year in range(first, last + 1):
        table = people.year(year)
        girls = np.round(table * GIRLS).astype(np.int64)
        for sex, usual in ((1, girls), (2, table - girls)):
            values = _finer(usual)
            county, race, age = np.indices(values.shape).reshape(3, -1)
            frames.append(
                pd.DataFrame(
                    {
                        "year": year,
                        "county_id": people.counties[county],
                        "race_id": np.asarray(CODES)[race],
                        "age_id": age + 1,
                        "sex_id": sex,
                        "children": values.ravel(),
                    }
                )
            )
    frame = pd.concat(frames, ignore_index=True).astype("int32")
    frame.insert(0, "source", "estimates")
    return frame


def shares_of_two_or_more() -> tuple[float, float]:
    """Of children of two or more races, the share with American Indian or Alaska Native
    among them, and the share of the others with Black among them.

    An assumption of the demonstration: the estimates do not tell. In the population
    the shares are those of the boxes ticked in the records, so that each part of two or
    more races has the ratios that are planted in the whole.
    """
    places = {(one, two): share for one, two, share in PAIRS}
    aian = sum(share for pair, share in places.items() if AIAN in pair)
    others = {pair: share for pair, share in places.items() if AIAN not in pair}
    black = sum(share for pair, share in others.items() if BLACK in pair)
    return aian / sum(places.values()), black / sum(others.values())


def _finer(children: Ints) -> Ints:
    """County x code x age in the order of CODES, two or more races in its parts.

    The parts are whole numbers and add up to the cell that they are of.
    """
    aian_share, black_share = shares_of_two_or_more()
    several = children[:, TWO_PLUS]
    aian = whole(several.astype(np.float64) * aian_share)
    black = whole((several - aian).astype(np.float64) * black_share)
    parts = np.stack([aian, black, several - aian - black], axis=1)
    before, after = children[:, :TWO_PLUS], children[:, TWO_PLUS + 1 :]
    return np.concatenate([before, parts, after], axis=1)


def census_frame(scale: float) -> pd.DataFrame:
    """The table of cases: the 2020 census, a row a county and race, age and sex not.

    Times the scale, in whole numbers with the same sum.
    """
    read = pd.read_csv(HERE / "nc_census2020.csv", comment="#")
    frame = pd.DataFrame(
        {
            "source": "census2020",
            "year": 2020,
            "county_id": read["county_id"],
            "race_id": read["race_id"],
            "age_id": 9,
            "sex_id": 9,
            "children": whole(read["children"].to_numpy(dtype=float) * scale),
        }
    )
    return frame.astype(dict.fromkeys(frame.columns[1:], "int32"))


def _estimates(ids: Ints) -> tuple[Floats, Floats]:
    read = pd.read_csv(HERE / "nc_population.csv", comment="#")
    place = np.searchsorted(ids, read["county_id"].to_numpy())
    cell = (place, read["race_id"].to_numpy() - 1, read["age_id"].to_numpy() - 1)
    tables = []
    for column in ("children_2020", "children_2024"):
        table = np.zeros((len(ids), 7, 4))
        table[cell] = read[column].to_numpy()
        tables.append(table)
    return tables[0], tables[1]


def _in_year(base: Floats, later: Floats, year: int) -> Floats:
    if year >= 2020:
        return np.maximum(base + (later - base) * (year - 2020) / 4, 0)
    back = np.asarray(IN_2010) ** ((2020 - year) / 10)
    return base * back[None, :, None]
