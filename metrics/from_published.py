"""Published counts to the contents of an edition, without any records."""

from collections import Counter
from collections.abc import Iterator, Mapping

import pandas as pd
from sqlalchemy import Engine, func, select

from data.published_counts import bad_published_counts, read_counts
from data.state_model import State
from data.store import case_metadata
from data.warehouse import NOT_PUBLISHED, SHOWN
from metrics.catalog import catalogue
from metrics.comparison import DIMS
from metrics.errors import CountywiseError, NoData
from metrics.release import CELL, Contents, component_ids
from metrics.windows import parse_window

_ONE_WAY = ("race_id", "age_id", "sex_id", "provider_id")


def published_contents(
    engine: Engine, rules: State, notes: Mapping[str, str]
) -> Contents:
    """An edition's contents from published counts: totals and one-way groups only.

    A count that was not shown is kept as such, never as zero. The note
    "published_notes" says, a sentence a line, what a reader of the figures must know.
    Raises NoData if the store holds no published counts of the state, and
    CountywiseError if they are of a measure that is not in the catalogue.
    """
    rows = read_counts(engine, state=rules.id)
    if rows.empty:
        raise NoData(f"No published counts of {rules.name} have been loaded yet.")
    _refuse_unknown(rows)
    refused = _refused(engine, rules.id)
    said = "\n".join(_sentences(rows, refused))
    rows = rows[(rows[list(_ONE_WAY)] > 0).sum(axis=1) <= 1]
    windows = _windows(rows)
    ids = {
        key: number
        for number, key in zip(windows["window_id"], windows["key"], strict=True)
    }
    cells = _located(rows).assign(window_id=rows["window"].map(ids))
    counts = pd.concat([_side(cells, side) for side in ("numerator", "denominator")])
    # Two measures may share a denominator that only one of them has.
    counts = counts.sort_values("status", kind="stable").drop_duplicates(list(CELL))
    return Contents(
        counts=counts.reset_index(drop=True),
        places=_places(engine, rules),
        windows=windows,
        providers=pd.DataFrame(columns=["provider_id", "name", "kind"]),
        notes={
            **notes,
            "measures": " ".join(sorted(rows["measure"].unique())),
            "published_notes": said,
        },
    )


def _refuse_unknown(rows: pd.DataFrame) -> None:
    unknown = sorted(set(rows["measure"]) - {m.id for m in catalogue()})
    if unknown:
        raise CountywiseError(
            f"There are published counts of {unknown[0]}, which is no measure of the "
            "catalogue. Mend the code map and load the file again."
        )


def _refused(engine: Engine, state: str) -> Mapping[str, int]:
    """How many rows of the source were refused, by reason."""
    bad = bad_published_counts()
    query = select(bad.c.reason, func.count()).where(bad.c.state == state)
    with engine.connect() as connection:
        found = connection.execute(query.group_by(bad.c.reason)).all()
    return {str(reason): int(count) for reason, count in found}


def _sentences(rows: pd.DataFrame, refused: Mapping[str, int]) -> Iterator[str]:
    """What the source did not show, what marks its figures carry, what was refused."""
    every, blank = len(rows), int(rows["numerator"].isna().sum())
    if blank:
        yield (
            f"{blank:,} of {every:,} figures are not shown in the source; "
            "they are never counted as zero."
        )
    marks = Counter(mark for note in rows["note"] if note for mark in note.split("; "))
    for mark, count in marks.most_common():
        yield f"{count:,} of {every:,} figures carry the note: {mark}."
    for reason, count in sorted(refused.items()):
        yield f"Rows of the source that were refused ({reason}): {count:,}."


def _windows(rows: pd.DataFrame) -> pd.DataFrame:
    keys = sorted(rows["window"].unique(), key=lambda key: parse_window(key).end)
    return pd.DataFrame({"window_id": range(1, len(keys) + 1), "key": keys})


def _located(rows: pd.DataFrame) -> pd.DataFrame:
    """Level, place, dimension and group of every row."""
    county = rows["county_id"] > 0
    dim = sum((rows[name] > 0) * DIMS[name.removesuffix("_id")] for name in _ONE_WAY)
    return rows.assign(
        level=county.map({True: 3, False: 1}),
        geo_id=rows["county_id"],
        dim=dim,
        dim_value=rows[list(_ONE_WAY)].max(axis=1),
    )


def _side(cells: pd.DataFrame, side: str) -> pd.DataFrame:
    """One of the two counts of each row, under the component it stands for."""
    ids = component_ids()
    named = {m.id: ids[getattr(m, side)] for m in catalogue()}
    value = cells[side]
    found = cells.assign(comp_id=cells["measure"].map(named), value=value)
    status = value.isna().map({True: NOT_PUBLISHED, False: SHOWN})
    return found.assign(status=status)[[*CELL, "value", "status"]]


def _places(engine: Engine, rules: State) -> pd.DataFrame:
    county = case_metadata().tables["county"]
    with engine.connect() as connection:
        counties = connection.execute(select(county).order_by(county.c.county_id)).all()
    rows = [(1, 0, rules.name, 0), *((3, c.county_id, c.name, 0) for c in counties)]
    return pd.DataFrame(rows, columns=["level", "geo_id", "name", "parent_id"])
