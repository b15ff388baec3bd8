"""Sums of the cells of a window by one dimension."""

from collections.abc import Mapping

import pandas as pd

COLUMN_OF = {
    "county": "county_id",
    "race": "race_id",
    "age": "age_id",
    "sex": "sex_id",
    "provider": "provider_id",
}


def breakdown(
    components: pd.DataFrame,
    dimension: str = "all",
    *,
    regions: Mapping[int, int] | None = None,
) -> pd.DataFrame:
    """Sums by "all", "county", "region", "race", "age", "sex" or "provider".

    Cells in; family, component, code and value out. Code 0 is the whole state, and
    the region of a county that `regions` does not name.
    """
    if dimension == "all":
        code = pd.Series(0, index=components.index)
    elif dimension == "region":
        code = components["county_id"].map(dict(regions or {})).fillna(0).astype(int)
    else:
        code = components[COLUMN_OF[dimension]]
    coded = components.assign(code=code)
    keys = ["family", "component", "code"]
    return coded.groupby(keys, as_index=False)["value"].sum()


def regions_on(region_member: pd.DataFrame, scheme: str, day: int) -> dict[int, int]:
    """County to region in one scheme as it stood on a day."""
    rows = region_member[
        (region_member["scheme"] == scheme)
        & (region_member["valid_from"] <= day)
        & (region_member["valid_to"] > day)
    ]
    return dict(zip(rows["county_id"], rows["region_id"], strict=True))


def total(components: pd.DataFrame, name: str) -> int:
    """The state's total of one component, named "family.component"."""
    family, component = name.split(".")
    mine = components["family"].eq(family) & components["component"].eq(component)
    return int(components.loc[mine, "value"].sum())
