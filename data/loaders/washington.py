"""Loader of Washington State's published entry rates by county, race, age and year.

The source gives a rate per 1,000 children to two decimals and the population; the
count is their product, rounded to whole children.
"""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pandas as pd

from data.loaders._code_map import CodeMap
from data.loaders._counts_check import Checked, check
from data.loaders._counts_store import CountsError, LoadedCounts
from data.loaders.counts import as_fields, store_rows
from data.state import load_state

STATE = "wa"
FILE = "wa/wa_county_race_age_entries_2006_2018_decoded.csv"
COLUMNS = (
    "year", "fips", "county", "age", "race", "child_pop", "entry_rate_per_1000",
)  # fmt: skip
SOURCE = (
    "Washington State child welfare data portal (CSSAT, University of Washington): "
    "entries into out-of-home care by county, race and age, 2006 to 2018"
)
ANY_ORIGIN = (
    "any origin: Hispanic children of this group are counted under Hispanic too"
)
# The source has several overlapping schemes. White, Black and Hispanic are taken from
# the one that does not overlap; the other groups exist only irrespective of origin.
_ANY_ORIGIN_RACES = MappingProxyType(
    {"AIAN": 3, "Asian": 4, "NHPI": 5, "Multiracial": 6}
)
_RACES = MappingProxyType(
    {"All": 0, "White NH": 1, "Black NH": 2, "Hispanic": 7, **_ANY_ORIGIN_RACES}
)
_OVERLAPPING = ("White", "Black", "Other ethnicity")


def code_map() -> CodeMap:
    """How the file is read; what is left out overlaps with what is kept."""
    return CodeMap(
        source=SOURCE,
        vintage="2006 to 2018",
        data_end=date(2018, 12, 31),
        columns={
            "window": "year",
            "county": "fips",
            "county_name": "county",
            "race": "race",
            "age": "age",
            "numerator": "entries",
            "denominator": "child_pop",
            "note": "note",
        },
        constants={"measure": "entry-rate"},
        codes={
            "race": dict(_RACES),
            "age": {"0-17": 0, "0-4": 1, "5-9": 2, "10-14": 3, "15-17": 4},
        },
        # "6?" is an undecoded age code that is not an age group of children.
        left_out={"race": _OVERLAPPING, "age": ("6?",)},
        window_prefix="cy",
        repeated_years="leave_out",
    )


def add_arguments(parser: ArgumentParser) -> None:
    """The argument of this format beside --out."""
    parser.add_argument("--data", required=True, help="folder of the published files")


def load(args: Namespace) -> LoadedCounts:
    """Load Washington's figures into cases/wa.duckdb of the folder args.out.

    args: data (folder in which FILE is), out. Raises CountsError if the file is not
    there or lacks a column.
    """
    path = Path(args.data) / FILE
    checked = read(path)
    where = Namespace(state=STATE, out=args.out, file=str(path))
    return store_rows(checked, code_map(), where)


def read(path: Path) -> Checked:
    """The checked rows of the file. Raises CountsError if it cannot be used."""
    try:
        found = pd.read_csv(
            path, usecols=list(COLUMNS), dtype={"year": str, "fips": str}
        )
    except OSError as error:
        raise CountsError(
            f"{path}: the file cannot be read: {error.strerror}."
        ) from error
    except ValueError as error:
        raise CountsError(f"{path}: this is not the expected file: {error}.") from error
    return check(as_fields(counted(found), code_map()), code_map(), load_state(STATE))


def counted(found: pd.DataFrame) -> pd.DataFrame:
    """The rows with `entries`, whole children as text, empty where no rate is given."""
    product = found["entry_rate_per_1000"] * found["child_pop"] / 1000
    whole = np.floor(product + 0.5).astype("Int64")
    entries = whole.astype(str).where(whole.notna(), "")
    note = found["race"].isin(_ANY_ORIGIN_RACES).map({True: ANY_ORIGIN, False: ""})
    return found.assign(entries=entries, note=note)
