"""Published federal figures that ship with the product, beside any state's own."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd
import yaml

from data.published_counts import COLUMNS, COUNTS

SHIPPED = Path(__file__).parent / "published" / "federal_ffy2021.yaml"
WINDOW, DATA_END = "ffy2021", date(2021, 9, 30)
MEASURES = ("entry-rate", "in-care")
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


def shipped(path: Path = SHIPPED) -> pd.DataFrame:
    """The figures as rows of published counts: state level, by race, FFY2021."""
    return federal_frame(_shipped_rows(_content(path)))


def shipped_source(path: Path = SHIPPED) -> str:
    """Where the figures were published."""
    return str(_content(path)["source"])


def shipped_note(path: Path = SHIPPED) -> str:
    """What a reader of the figures must know, with the source of the populations."""
    content = _content(path)
    return f"{content['note']} Population: {content['population_source']}."


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


def _content(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def _shipped_rows(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for state, figures in content["states"].items():
        for measure in MEASURES:
            for race, counted in figures[measure].items():
                yield federal_row(
                    state=state,
                    measure=measure,
                    race=RACES[race],
                    counted=counted,
                    children=figures["children"].get(race),
                    source=content["source"],
                )
