"""The figures of a selection as a CSV file with stable, documented columns."""

import csv
import io
import re
from math import isnan
from typing import Any

from flask import Flask, Response, current_app, request

from metrics.errors import (
    BadSelection,
    CountywiseError,
    NoData,
    UnknownMeasure,
    WarehouseUnavailable,
)
from pages import _wiring

# Columns are only ever added, at the end; docs/operating.md says what each one is.
FIGURES = (
    "state", "level", "geography", "place", "window", "dimension", "group",
    "numerator", "denominator", "value", "lower", "upper", "unit", "method",
    "base", "reference", "ratio", "ratio_lower", "ratio_upper", "ratio_method",
    "ratio_status", "difference", "difference_lower", "difference_upper",
    "excess", "excess_lower", "excess_upper", "status", "flags", "coverage",
)  # fmt: skip
ORIGIN = (
    "measure", "measure_title", "measure_version", "release_version", "edition",
    "data_end", "demonstration", "source",
)  # fmt: skip
COLUMNS = FIGURES + ORIGIN
CODES = ((UnknownMeasure, 404), (NoData, 404), (WarehouseUnavailable, 503))
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def install(server: Flask, *, prefix: str) -> None:
    """Serve <prefix>download/<measure>.csv."""

    @server.get(f"{prefix}download/<measure>.csv")
    def download(measure: str) -> Response:
        try:
            return _file(measure)
        except CountywiseError as problem:
            code = next((c for kind, c in CODES if isinstance(problem, kind)), 400)
            return Response(f"{problem}\n", status=code, mimetype="text/plain")


def _file(measure: str) -> Response:
    selection = _wiring.selection_from(_query(), measure=measure)
    outcomes = current_app.extensions["outcomes"]
    table = outcomes.table(selection)
    text = to_csv(table, outcomes.vintage(selection.state), _names(outcomes, selection))
    response = Response(text, mimetype="text/csv")
    parts = (selection.state, selection.place, measure, selection.by, table.edition)
    name = re.sub(r"[^a-z0-9-]+", "-", "-".join(filter(None, parts)).lower())
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _query() -> dict[str, object]:
    values = request.args.to_dict(flat=False)
    twice = [name for name, given in values.items() if len(given) > 1]
    if twice:
        raise BadSelection("The address names something more than once.")
    return {name: given[0] for name, given in values.items()}


def _names(outcomes: Any, selection: Any) -> dict[str, str]:
    places = outcomes.places(selection.state)
    every = (places.state, *places.regions, *places.counties)
    return {each.code: each.name for each in every}


def to_csv(table: Any, vintage: Any, names: dict[str, str]) -> str:
    """The rows of a table; a figure that is hidden or cannot be formed is empty."""
    measure = table.measure
    origin = (
        measure.id, measure.title, measure.version, table.version, table.edition,
        str(vintage.data_end), "yes" if vintage.demo else "no", vintage.source,
    )  # fmt: skip
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in table:
        place = names.get(row.geography, row.geography)
        record = row.as_dict() | {"place": place, "unit": measure.unit}
        figures = (_cell(record[name]) for name in FIGURES)
        writer.writerow([*figures, *map(_cell, origin)])
    return "\ufeff" + out.getvalue()


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.6g}"
    text = str(value)
    # A spreadsheet would run a text that begins like a formula.
    return f"'{text}" if text.startswith(FORMULA) else text

