"""Loader of published counts: any CSV of counts, with a code map that explains it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

import pandas as pd

from data.loaders._code_map import FIELDS, CodeMap, read_code_map
from data.loaders._counts_check import Checked, check
from data.loaders._counts_store import CountsError, LoadedCounts, store_counts
from data.state import load_state


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of this format beside --state and --out."""
    parser.add_argument("--file", required=True, help="CSV file of published counts")
    parser.add_argument("--map", required=True, help="YAML code map of that file")


def load(args: Namespace) -> LoadedCounts:
    """Load a CSV of published counts into the store of its state.

    args: state (code), file, map, out (folder; the store is cases/<state>.duckdb in
    it). Raises CountsError, CodeMapError or StateFileError with a sentence that says
    what to mend.
    """
    code_map = read_code_map(Path(args.map))
    raw = read_rows(Path(args.file), code_map)
    checked = check(raw, code_map, load_state(args.state))
    return store_rows(checked, code_map, args)


def store_rows(checked: Checked, code_map: CodeMap, args: Namespace) -> LoadedCounts:
    """Write checked rows into the store of the state that the arguments name."""
    return store_counts(
        checked,
        where=Path(args.out) / "cases" / f"{args.state}.duckdb",
        state=args.state,
        source=code_map.source,
        vintage=code_map.vintage or code_map.data_end.isoformat(),
        data_end=code_map.data_end,
        file=str(args.file),
    )


def read_rows(path: Path, code_map: CodeMap) -> pd.DataFrame:
    """The file as texts under the names of FIELDS, with its line numbers.

    Raises CountsError if there is no such file or a mapped column is not in it.
    """
    try:
        found = pd.read_csv(path, dtype=str, keep_default_na=False)
    except OSError as error:
        raise CountsError(
            f"{path}: the file cannot be read: {error.strerror}."
        ) from error
    except (
        pd.errors.ParserError,
        pd.errors.EmptyDataError,
        UnicodeDecodeError,
    ) as error:
        raise CountsError(
            f"{path}: this is not a CSV file in UTF-8: {error}."
        ) from error
    absent = sorted(set(code_map.columns.values()) - set(found.columns))
    if absent:
        raise CountsError(
            f"{path}: the column {absent[0]!r} of the code map is not there; "
            f"the file has {', '.join(found.columns)}."
        )
    return as_fields(found, code_map)


def as_fields(found: pd.DataFrame, code_map: CodeMap) -> pd.DataFrame:
    """A frame of texts with the columns of FIELDS and `line`, the line of the file."""
    fields = {name: code_map.constants.get(name, "") for name in FIELDS}
    raw = pd.DataFrame(fields, index=found.index, dtype=object)
    for name, column in code_map.columns.items():
        raw[name] = found[column].astype(str).str.strip()
    raw["line"] = range(2, len(found) + 2)  # line 1 is the header
    return raw
