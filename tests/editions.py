"""Tiny editions by hand: a few counts, three counties, and versions of them."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from data.state import load_state
from data.warehouse import SCHEMA_VERSION, SHOWN, new_version
from metrics.engine import definitions_hash
from metrics.families._reading import reading
from metrics.privacy.policy import Policy
from metrics.public import public_contents
from metrics.release import (
    CELL,
    Contents,
    component_ids,
    staff_contents,
    write_edition,
)

WINDOWS = ("sfy2022", "sfy2023", "sfy2024", "ffy2023", "sfy2022-2024")
COUNTIES = {37001: 1, 37063: 1, 37147: 2}
# (place, "all" or "dimension:group number", family.component, window) -> count
Counts = Mapping[tuple[str, str, str, str], int]
DIMS = {"all": 0, "race": 1, "age": 2, "sex": 3, "provider": 4, "race_folded": 5}


def contents(counts: Counts, **notes: str) -> Contents:
    """The contents of an edition with these counts; other notes replace the usual."""
    rows = [[*_cell(key), value] for key, value in counts.items()]
    frame = pd.DataFrame(rows, columns=[*CELL, "value"]).assign(status=SHOWN)
    places = [(1, 0, "North Carolina", 0), (2, 1, "East", 0), (2, 2, "West", 0)]
    places += [(3, fips, f"County {fips}", r) for fips, r in COUNTIES.items()]
    keys = range(1, len(WINDOWS) + 1)
    return Contents(
        counts=frame,
        places=pd.DataFrame(places, columns=["level", "geo_id", "name", "parent_id"]),
        windows=pd.DataFrame({"window_id": keys, "key": WINDOWS}),
        providers=pd.DataFrame(
            [(0, "Not known", 0), (12, "Provider 12", 1)],
            columns=["provider_id", "name", "kind"],
        ),
        notes=_notes() | notes,
    )


def _cell(key: tuple[str, str, str, str]) -> list[int]:
    place, group, component, window = key
    level, geo = _area(place)
    dim, _, value = group.partition(":")
    window_id = WINDOWS.index(window) + 1
    return [
        level,
        DIMS[dim],
        geo,
        component_ids()[component],
        window_id,
        int(value or 0),
    ]


def _area(place: str) -> tuple[int, int]:
    if place == "nc":
        return 1, 0
    if place.startswith("region:"):
        return 2, int(place.partition(":")[2])
    return 3, int(place)


def _notes() -> dict[str, str]:
    return {
        "schema_version": SCHEMA_VERSION,
        "definitions_hash": definitions_hash(reading(load_state("nc").readings)),
        "state": "nc",
        "name": "North Carolina",
        "kind": "records",
        "demo": "true",
        "source": "Made by hand",
        "fiscal_start": "7",
        "main_window_kind": "sfy",
        "regions_note": "",
        "data_note": "",
        "county_noun": "county",
        "counties_noun": "counties",
        "data_start": "2021-07-01",
        "data_end": "2024-06-30",
        "version": "000001",
        "built": "2024-07-01T00:00:00+00:00",
    }


def put_version(root: Path, counts: Counts, **notes: str) -> Path:
    """Make and switch to a new version of nc under `root`; its folder."""
    with new_version(root / "nc") as draft:
        made = contents(counts, **({"version": draft.name.split("-")[1]} | notes))
        for edition in (
            staff_contents(made, Policy()),
            public_contents(made, Policy()),
        ):
            path = draft / f"{edition.notes['edition']}.sqlite"
            write_edition(path, edition, progress=lambda _: None)
    return sorted((root / "nc" / "versions").glob("[0-9]*"))[-1]
