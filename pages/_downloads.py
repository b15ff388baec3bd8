"""The figures of a selection as a CSV file: the same columns as from the shell."""

import re

from flask import Flask, Response, current_app, request

from metrics.errors import (
    BadSelection,
    CountywiseError,
    NoData,
    UnknownMeasure,
    WarehouseUnavailable,
)
from metrics.export import as_csv
from pages import _wiring

CODES = ((UnknownMeasure, 404), (NoData, 404), (WarehouseUnavailable, 503))
# Without this mark spreadsheets misread the letters of names and sources.
MARK = "\ufeff"


def install(server: Flask, *, prefix: str) -> None:
    """Serve <prefix>download/<measure>.csv, with the query of `download_href`."""

    @server.get(f"{prefix}download/<measure>.csv")
    def download(measure: str) -> Response:
        try:
            return _file(measure)
        except CountywiseError as problem:
            status = next((c for kind, c in CODES if isinstance(problem, kind)), 400)
            return Response(f"{problem}\n", status=status, mimetype="text/plain")


def _file(measure: str) -> Response:
    selection = _wiring.selection_from(_query(), measure=measure)
    outcomes = current_app.extensions["outcomes"]
    table = outcomes.table(selection)
    text = MARK + as_csv(table, outcomes.vintage(selection.state))
    parts = (selection.state, selection.place, measure, selection.by, table.edition)
    name = re.sub(r"[^a-z0-9-]+", "-", "-".join(filter(None, parts)).lower())
    response = Response(text, mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _query() -> dict[str, object]:
    values = request.args.to_dict(flat=False)
    if any(len(given) > 1 for given in values.values()):
        raise BadSelection("The address names something more than once.")
    return {name: given[0] for name, given in values.items()}
