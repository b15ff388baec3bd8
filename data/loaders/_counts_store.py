"""Writing checked published counts into the store of a state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine, insert, select

from data.cases import case_table
from data.days import to_day
from data.load import load_table
from data.loaders._counts_check import Checked
from data.loaders._counts_flags import ABOVE_TOTAL, SAME_AS_BEFORE
from data.published_counts import TABLE, create_published, replace_counts
from data.store import case_metadata, create_store, open_cases, read_notes, write_notes


class CountsError(ValueError):
    """A file of counts that cannot be loaded, with a sentence that says why."""


@dataclass(frozen=True, kw_only=True)
class LoadedCounts:
    """What became of a file: rows by fate, and the sentences to print."""

    state: str
    store: Path
    rows: int
    good: int
    not_shown: int
    left_out: int
    rejected: Mapping[str, int]
    flagged: Mapping[str, int]

    @property
    def says(self) -> tuple[str, ...]:
        lines = [
            f"{self.rows:,} rows read for {self.state}: {self.good:,} accepted "
            f"({self.not_shown:,} of them not shown in the source), "
            f"{self.left_out:,} left out by the code map, "
            f"{sum(self.rejected.values()):,} refused."
        ]
        lines += [f"  refused: {n:,} rows: {why}" for why, n in self.rejected.items()]
        lines += [f"  flagged: {n:,} rows: {why}" for why, n in self.flagged.items()]
        return (*lines, f"Written to {self.store}.")


def store_counts(
    checked: Checked, *, where: Path, state: str, source: str, vintage: str,
    data_end: date, file: str,
) -> LoadedCounts:  # fmt: skip
    """Write rows, refused rows, counties and notes; the source is replaced whole.

    Raises CountsError if no row was accepted, and if the store holds demonstration
    data: real and generated figures are never kept in one store. Nothing is then
    written.
    """
    _refuse_nothing(checked, file)
    where.parent.mkdir(parents=True, exist_ok=True)
    engine = open_cases(where)
    try:
        create_store(engine)
        _refuse_demonstration(engine, where)
        create_published(engine)
        _add_counties(engine, checked.counties, state=state, source=source)
        loaded = _summary(checked, state=state, where=where)
        notes = _notes(state, source, vintage, data_end)
        _write(engine, checked, loaded, notes, file=file)
    finally:
        engine.dispose()
    return loaded


def _refuse_nothing(checked: Checked, file: str) -> None:
    if checked.good.empty:
        reasons = ", ".join(checked.bad["reason"].value_counts().index[:3])
        raise CountsError(
            f"{file}: none of its rows can be accepted"
            + (f" (most often: {reasons})" if reasons else "")
            + ". Nothing was written; check the code map."
        )


def _refuse_demonstration(engine: Engine, where: Path) -> None:
    if read_notes(engine).get("demo") == "true":
        raise CountsError(
            f"{where} holds demonstration data. Published counts need a store of their "
            "own: choose another folder with --out, or delete that file first."
        )


def _add_counties(
    engine: Engine, counties: pd.DataFrame, *, state: str, source: str
) -> None:
    county = case_metadata().tables["county"]
    with engine.connect() as connection:
        there = set(connection.execute(select(county.c.county_id)).scalars())
    new = counties[~counties["county_id"].isin(there)].assign(state=state)
    if not new.empty:
        load_table(engine, case_table("county"), new, source=source)


def _notes(state: str, source: str, vintage: str, data_end: date) -> dict[str, str]:
    return {
        "state": state,
        "source": source,
        "vintage": vintage,
        "demo": "false",
        "data_end_day": str(to_day(data_end)),
    }


def _write(
    engine: Engine,
    checked: Checked,
    loaded: LoadedCounts,
    notes: dict[str, str],
    *,
    file: str,
) -> None:
    state, source = notes["state"], notes["source"]
    bad = checked.bad.assign(state=state, source=source)
    log = {
        "file": file,
        "table": TABLE,
        "rows": loaded.rows,
        "good": loaded.good,
        "rejected": sum(loaded.rejected.values()),
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "source": source,
    }
    with engine.begin() as connection:
        replace_counts(connection, checked.good, bad, state=state, source=source)
        write_notes(connection, notes)
        connection.execute(insert(case_metadata().tables["load_log"]), [log])


def _summary(checked: Checked, *, state: str, where: Path) -> LoadedCounts:
    notes = checked.good["note"]
    flags = {
        each: int(notes.str.contains(each).sum())
        for each in (ABOVE_TOTAL, SAME_AS_BEFORE)
    }
    return LoadedCounts(
        state=state,
        store=where,
        rows=len(checked.good) + len(checked.bad) + checked.left_out,
        good=len(checked.good),
        not_shown=int(checked.good["numerator"].isna().sum()),
        left_out=checked.left_out,
        rejected={
            str(k): int(n) for k, n in checked.bad["reason"].value_counts().items()
        },
        flagged={says: rows for says, rows in flags.items() if rows},
    )
