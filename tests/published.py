"""Public tables by hand, as an attacker from outside reads them."""

from collections.abc import Iterable, Mapping

import pandas as pd

from data.warehouse import HIDDEN, SHOWN
from metrics.privacy.audit.published import CELL, Published

# (level, geo_id, dimension, group, family.component, window) -> count
Cell = tuple[int, int, int, int, str, str]
Counts = Mapping[Cell, int]
ENTERED, YEAR = "entered.children", "sfy2024"


def published(counts: Counts, hidden: Iterable[Cell] = (), **notes: str) -> Published:
    """An edition with these counts, some of them hidden; zeros are in no row."""
    out = set(hidden)
    rows = [
        (level, dim, geo, name, key, group, None if cell in out else float(count),
         HIDDEN if cell in out else SHOWN)
        for cell, count in counts.items() if count
        for level, geo, dim, group, name, key in [cell]
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=[*CELL, "value", "status"])
    geos = sorted({geo for level, geo, *_ in counts if level == 3})
    places = pd.DataFrame(
        [(1, 0, "State", 0), *((3, geo, f"County {geo}", 0) for geo in geos)],
        columns=["level", "geo_id", "name", "parent_id"],
    )
    return Published(
        counts=frame.astype({"value": "float64"}), places=places, notes=notes
    )


def crossed(
    table: Mapping[str, Mapping[str, int]], *, name: str = ENTERED, key: str = YEAR
) -> tuple[dict[Cell, int], dict[tuple[str, str], Cell]]:
    """A table with all its margins: rows are counties, columns races."""
    counts: dict[Cell, int] = {}
    where: dict[tuple[str, str], Cell] = {}
    for r, (row, values) in enumerate(table.items(), start=1):
        for c, (column, count) in enumerate(values.items(), start=1):
            where[row, column] = cell = (3, r, 1, c, name, key)
            margins = ((3, r, 0, 0, name, key), (1, 0, 1, c, name, key),
                       (1, 0, 0, 0, name, key))  # fmt: skip
            for each in (cell, *margins):
                counts[each] = counts.get(each, 0) + count
    return counts, where
