"""Wrong records at realistic rates: for every rule of the store some that break it.

They are added beside the sound records, so that what is planted stays as it is.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from data.contract import NEVER

NO_SUCH = 2_000_000_000
Change = dict[str, Any]
_NO_SERVICES: Mapping[str, Any] = {"home_services_day": NEVER}
_UNASSESSED: Mapping[str, Any] = {"disposition": 0, "screened_in": 0, "assessed": 0}


def with_mess(
    rng: np.random.Generator, tables: Mapping[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """The tables with wrong records at the end of each."""
    messy = dict(tables)
    for name, add in _ADDED.items():
        messy[name] = add(rng, tables[name])
    return messy


def _county(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    wrong = frame.head(1).assign(county_id=99999, name="Not a county")
    return _append(frame, [wrong, frame.head(1)])


def _region(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    start = frame["valid_from"].iloc[0]
    ended = frame.head(1).assign(valid_from=start - 365, valid_to=start - 400)
    elsewhere = frame.head(1).assign(county_id=37998)
    return _append(frame, [ended, elsewhere, frame.head(1)])


def _provider(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    wrong = frame.tail(1).assign(provider_id=900, kind=8)
    return _append(frame, [wrong, frame.tail(1)])


def _population(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    negative = frame.head(1).assign(children=-10, source="estimates, first delivery")
    race = frame.head(1).assign(race_id=8)
    age = frame.head(1).assign(age_id=7)
    sex = frame.head(1).assign(sex_id=3)
    elsewhere = frame.head(1).assign(county_id=37998)
    return _append(frame, [negative, race, age, sex, elsewhere, frame.head(2)])


def _child(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    birth = _sample(rng, frame, 0.0002)
    birth = birth.assign(birth_day=rng.choice([-40_000, 60_000], len(birth)))
    parts = [_renumbered(birth, frame, "child_id")]
    for column, code in (
        ("sex_id", 3),
        ("hispanic", 5),
        ("black", 2),
        ("race_unknown", 7),
    ):
        odd = _sample(rng, frame, 0.00003).assign(**{column: code})
        parts.append(_renumbered(odd, frame, "child_id", len(parts) * 1_000_000))
    return _append(frame, [*parts, _sample(rng, frame, 0.00005)])


def _report(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    changes: tuple[tuple[float, Change], ...] = (
        (0.0004, {"incident_day": lambda f: f["report_day"] + 40}),
        (0.0003, {**_NO_SERVICES, "disposition": 1, "screened_in": 0, "assessed": 0}),
        (0.0003, {"disposition": 0, "screened_in": 0, "assessed": 1}),
        (0.0002, {"disposition": 77}),
        (0.0001, {"screened_in": 8}),
        (0.0002, {"child_id": NO_SUCH}),
        (0.0001, {"county_id": 37998}),
        (0.0002, {"home_services_day": lambda f: f["report_day"] - 20}),
        (0.0002, {**_UNASSESSED, "home_services_day": lambda f: f["report_day"] + 9}),
    )
    return _changed(rng, frame, changes, key="report_id")


def _removal(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    changes: tuple[tuple[float, Change], ...] = (
        (0.0012, {"exit_day": lambda f: f["removal_day"] - 30, "exit_reason": 1}),
        (0.0006, {"exit_day": NEVER, "exit_reason": 3}),
        (0.0006, {"exit_day": lambda f: f["removal_day"] + 90, "exit_reason": 0}),
        (0.0003, {"exit_reason": 42}),
        (0.0006, {"child_id": NO_SUCH}),
        (0.0002, {"county_id": 37998}),
        (0.0002, {"provider_id": 9_999}),
    )
    return _changed(rng, frame, changes, key="removal_id")


def _placement(rng: np.random.Generator, frame: pd.DataFrame) -> pd.DataFrame:
    changes: tuple[tuple[float, Change], ...] = (
        (0.0008, {"end_day": lambda f: f["start_day"] - 14}),
        (0.0003, {"setting": 99}),
        (0.0005, {"removal_id": NO_SUCH}),
        (0.0002, {"provider_id": 9_999}),
    )
    return _changed(rng, frame, changes, key="placement_id")


_ADDED: Mapping[str, Callable[[np.random.Generator, pd.DataFrame], pd.DataFrame]] = {
    "county": _county,
    "region_member": _region,
    "provider": _provider,
    "population": _population,
    "child": _child,
    "report": _report,
    "removal": _removal,
    "placement": _placement,
}


def _changed(
    rng: np.random.Generator,
    frame: pd.DataFrame,
    changes: tuple[tuple[float, Change], ...],
    *,
    key: str,
) -> pd.DataFrame:
    """Copies of some records, renumbered and changed, and a few plain repetitions."""
    parts = []
    for place, (share, change) in enumerate(changes):
        wrong = _sample(rng, frame, share).assign(**change)
        parts.append(_renumbered(wrong, frame, key, place * 1_000_000))
    return _append(frame, [*parts, _sample(rng, frame, 0.0002)])


def _sample(
    rng: np.random.Generator, frame: pd.DataFrame, share: float
) -> pd.DataFrame:
    size = max(1, round(len(frame) * share))
    return frame.iloc[np.sort(rng.choice(len(frame), size, replace=False))]


def _renumbered(
    wrong: pd.DataFrame, frame: pd.DataFrame, key: str, offset: int = 0
) -> pd.DataFrame:
    start = int(frame[key].max()) + 1 + offset
    return wrong.assign(**{key: np.arange(start, start + len(wrong))})


def _append(frame: pd.DataFrame, parts: list[pd.DataFrame]) -> pd.DataFrame:
    joined = pd.concat([frame, *parts], ignore_index=True)
    return joined.astype(frame.dtypes.to_dict())
