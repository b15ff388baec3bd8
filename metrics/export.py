"""A MeasureTable as records for files and scripts: stable names, whole counts."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from math import inf, isfinite, isnan
from typing import Any

from metrics.places import Vintage
from metrics.policy_words import policy_says
from metrics.table import COLUMNS, MeasureTable

COUNTS = ("numerator", "denominator")
# Names and order are documented in docs/exports.md; what is new comes at the end.
PROVENANCE = ("measure", "measure_version", "unit", "edition", "release",
              "data_end", "source",
              "demonstration", "policy",
              "state_name", "direction", "cohort", "policy_says")  # fmt: skip


def records(table: MeasureTable, vintage: Vintage) -> Iterator[dict[str, Any]]:
    """One flat record a row: COLUMNS, then PROVENANCE.

    What is hidden, not estimable or not there is None, never 0; `status` says which.
    An upper limit that does not exist is None with ratio_status "no upper limit".
    """
    about = dict(_provenance(table, vintage))
    for row in table:
        record = row.as_dict()
        yield {name: _plain(name, record[name]) for name in COLUMNS} | about


def as_json(table: MeasureTable, vintage: Vintage) -> str:
    """The records as a JSON list."""
    return json.dumps(list(records(table, vintage)), ensure_ascii=False, indent=2)


def as_csv(table: MeasureTable, vintage: Vintage) -> str:
    """The records as CSV with a header; missing values are empty."""
    out = io.StringIO()
    writer = csv.DictWriter(
        out, fieldnames=[*COLUMNS, *PROVENANCE], lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(records(table, vintage))
    return out.getvalue()


def _provenance(table: MeasureTable, vintage: Vintage) -> Mapping[str, Any]:
    return {
        "measure": table.measure.id,
        "measure_version": table.measure.version,
        "unit": table.measure.unit,
        "edition": table.edition,
        "release": table.version,
        "data_end": vintage.data_end.isoformat(),
        "source": vintage.source,
        "demonstration": "demonstration data: no real children" if vintage.demo else "",
        "policy": vintage.policy,
        "state_name": vintage.name,
        "direction": table.measure.direction,
        "cohort": table.measure.cohort,
        "policy_says": policy_says(vintage),
    }


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return "; ".join(value)
    if not isinstance(value, float):
        return value
    if isnan(value) or value in (inf, -inf) or not isfinite(value):
        return None
    return int(value) if name in COUNTS else round(value, 6)
