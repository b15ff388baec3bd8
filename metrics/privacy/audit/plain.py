"""What is told by plain subtraction of figures that are shown."""

from collections.abc import Iterator

import pandas as pd

from data.warehouse import HIDDEN, SHOWN
from metrics.families import families
from metrics.privacy.audit.published import CELL

_SPOT = ("level", "dim", "geo_id", "key", "dim_value")


def shown_remainders(counts: pd.DataFrame, threshold: int) -> int:
    """Wholes and parts, both shown, that differ by a small number."""
    return sum(_told(counts, w, (p,), threshold) for p, w in _nested())


def shown_differences(counts: pd.DataFrame, threshold: int) -> int:
    """Counts of families that overlap, all shown, that differ by a small number."""
    found = 0
    for each in (d for f in families() for d in f.differences):
        wide = _years_on(counts) if each.year_before else counts
        found += _told(counts, each.whole, each.parts, threshold, wide)
    return found


def _nested() -> Iterator[tuple[str, str]]:
    for family in families():
        around = {c.name: c.subset_of for c in family.components}
        for part, first in around.items():
            whole = first
            while whole:
                yield f"{family.name}.{part}", f"{family.name}.{whole}"
                whole = around[whole]


def _years_on(counts: pd.DataFrame) -> pd.DataFrame:
    """Single years under the name of the year after."""
    single = counts[~counts["key"].str.contains("-")]
    year = single["key"].str[-4:].astype(int) + 1
    return single.assign(key=single["key"].str[:-4] + year.astype(str))


def _told(
    counts: pd.DataFrame,
    whole: str,
    parts: tuple[str, ...],
    threshold: int,
    wide: pd.DataFrame | None = None,
) -> int:
    source = counts if wide is None else wide
    rest = _shown(source, whole)
    if rest.empty:
        return 0
    there = pd.Series(False, index=rest.index)
    for part in parts:
        every = counts[counts["name"] == part].set_index([*_SPOT])
        if every.empty:
            return 0
        own = every["value"].reindex(rest.index)
        out = every["status"].reindex(rest.index) == HIDDEN
        there |= own.notna()
        rest = (rest - own.fillna(0)).mask(out)
    return int((rest.abs().between(1, threshold) & there).sum())


def _shown(counts: pd.DataFrame, name: str) -> pd.Series:
    chosen = counts[(counts["name"] == name) & (counts["status"] == SHOWN)]
    return chosen.set_index([*_SPOT])["value"]


def unmasked(
    counts: pd.DataFrame, earlier: pd.DataFrame, threshold: int
) -> tuple[int, int]:
    """Counts hidden before and shown now; shown ones that changed a little."""
    if "status" not in earlier or earlier.empty:
        return 0, 0
    before = earlier[earlier["key"].isin(counts["key"].unique())]
    met = before.merge(
        counts, on=list(CELL), how="left", suffixes=("_then", ""), sort=False
    )
    # What is in no row is shown as zero.
    opened = (met["status_then"] == HIDDEN) & (met["status"] != HIDDEN)
    both = met[(met["status_then"] == SHOWN) & (met["status"] != HIDDEN)]
    change = (both["value"].fillna(0) - both["value_then"]).abs()
    return int(opened.sum()), int(change.between(1, threshold).sum())
