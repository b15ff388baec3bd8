"""Published federal figures that ship with the product, beside any state's own."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd
import yaml

from data.codes import PopulationSource
from data.published_counts import COLUMNS, COUNTS

SHIPPED = Path(__file__).parent / "published" / "federal_ffy2021.yaml"
WINDOW, DATA_END = "ffy2021", date(2021, 9, 30)
MEASURES = ("entry-rate", "in-care")
_CHILDREN = MappingProxyType(
    {"census2020": "children", "estimates": "children-estimates"}
)
_SOURCES = MappingProxyType(
    {"census2020": "population_source", "estimates": "estimates_source"}
)
# Words of the federal tables; "all" is the total, which has race code 0.
RACES = MappingProxyType(
    {
        "all": 0,
        "White": 1,
        "Black or African American": 2,
        "American Indian/Alaska Native": 3,
        "Asian": 4,
        "Native Hawaiian/Other Pacific Islander": 5,
        "Two or More Races": 6,
        "Hispanic (of any race)": 7,
        "Unknown/Unable to Determine": 9,
    }
)

# The tables of all states make one state of the product, with the states as its places.
EVERY_STATE = "us"
FIPS = MappingProxyType(
    {
        "al": 1, "ak": 2, "az": 4, "ar": 5, "ca": 6, "co": 8, "ct": 9, "de": 10,
        "dc": 11, "fl": 12, "ga": 13, "hi": 15, "id": 16, "il": 17, "in": 18, "ia": 19,
        "ks": 20, "ky": 21, "la": 22, "me": 23, "md": 24, "ma": 25, "mi": 26, "mn": 27,
        "ms": 28, "mo": 29, "mt": 30, "ne": 31, "nv": 32, "nh": 33, "nj": 34, "nm": 35,
        "ny": 36, "nc": 37, "nd": 38, "oh": 39, "ok": 40, "or": 41, "pa": 42, "ri": 44,
        "sc": 45, "sd": 46, "tn": 47, "tx": 48, "ut": 49, "vt": 50, "va": 51, "wa": 53,
        "wv": 54, "wi": 55, "wy": 56,
    }
)  # fmt: skip


def place_codes(states: pd.Series) -> pd.Series:
    """The place code of each state: 37000 for "nc"."""
    return states.map(dict(FIPS)).astype("int64") * 1000


def as_places(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of states as rows of the places of EVERY_STATE.

    rows: columns of published counts, state level. Raises ValueError where a state is
    not one of FIPS.
    """
    codes = place_codes(rows["state"])
    return rows.assign(
        state=EVERY_STATE,
        level="county",
        geography=codes.astype(str).str.zfill(5),
        county_id=codes,
    )


def shipped(
    path: Path = SHIPPED, *, population: PopulationSource = "census2020"
) -> pd.DataFrame:
    """The figures as rows of published counts: state level, by race, FFY2021.

    `population` chooses the children they are set against. The two sources sort
    children of two or more races differently, which turns findings around. A state
    for which a source does not ship has no rows.
    """
    return federal_frame(_shipped_rows(_content(path), _CHILDREN[population]))


def shipped_source(path: Path = SHIPPED) -> str:
    """Where the figures were published."""
    return str(_content(path)["source"])


def shipped_note(
    path: Path = SHIPPED, *, population: PopulationSource = "census2020"
) -> str:
    """What a reader of the figures must know, with the source of the populations."""
    content = _content(path)
    return f"{content['note']} Population: {content[_SOURCES[population]]}."


def federal_row(
    *,
    state: str,
    measure: str,
    race: int,
    counted: int,
    children: int | None,
    source: str,
) -> dict[str, Any]:
    """One row of published counts for a state as a whole."""
    return {
        "state": state,
        "measure": measure,
        "window": WINDOW,
        "level": "state",
        "geography": state,
        "county_id": 0,
        "race_id": race,
        "age_id": 0,
        "sex_id": 0,
        "provider_id": 0,
        "numerator": counted,
        "denominator": children,
        "source": source,
        "note": "",
    }


def federal_frame(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Rows as a frame with the columns of published counts."""
    frame = pd.DataFrame(list(rows), columns=list(COLUMNS))
    return frame.astype(dict.fromkeys(COUNTS, "Int64"))


@cache
def _content(path: Path) -> dict[str, Any]:
    """The file, read once: it ships with the product and is never edited."""
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def _shipped_rows(content: dict[str, Any], children: str) -> Iterator[dict[str, Any]]:
    for state, figures in content["states"].items():
        if children not in figures:
            continue
        for measure in MEASURES:
            for race, counted in figures[measure].items():
                yield federal_row(
                    state=state,
                    measure=measure,
                    race=RACES[race],
                    counted=counted,
                    children=figures[children].get(race),
                    source=content["source"],
                )
