"""The figures of a selection as a CSV file: the same columns as from the shell."""

import re

from flask import Flask, Response, current_app, request

from metrics import pathway_text
from metrics.errors import (
    BadSelection,
    CountywiseError,
    NoData,
    UnknownMeasure,
    WarehouseUnavailable,
)
from metrics.export import as_csv
from metrics.pathway_reader import END, Question
from metrics.pathway_tables import pathway
from pages import _wiring
from pages._present import asked

CODES = ((UnknownMeasure, 404), (NoData, 404), (WarehouseUnavailable, 503))
CHAIN = "pathway"
# Without this mark spreadsheets misread the letters of names and sources.
MARK = "\ufeff"


def install(server: Flask, *, prefix: str) -> None:
    """Serve <prefix>download/<measure>.csv, with the query of `download_href`.

    download/pathway.csv is the chain of one group, named as group=race:black_nh.
    """

    @server.get(f"{prefix}download/<measure>.csv")
    def download(measure: str) -> Response:
        try:
            return _chain() if measure == CHAIN else _file(measure)
        except CountywiseError as problem:
            status = next((c for kind, c in CODES if isinstance(problem, kind)), 400)
            return Response(f"{problem}\n", status=status, mimetype="text/plain")


def _chain() -> Response:
    query = _query()
    selection = _wiring.selection_from(query, measure=END)
    dimension, code = selection.group or ("race", "black_nh")
    source = asked.population_of(_wiring.read(query, "population"))
    question = Question(
        state=selection.state,
        place=selection.place,
        dimension=dimension,
        group=code,
        reference=selection.reference,
        window=next(iter(selection.windows), ""),
        population=source,
    )
    outcomes = current_app.extensions["outcomes"]
    found = pathway(outcomes, question)
    text = pathway_text.as_csv(found, outcomes.vintage(selection.state))
    return _sent(text, (CHAIN, selection.state, selection.place, code))


def _file(measure: str) -> Response:
    selection = _wiring.selection_from(_query(), measure=measure)
    outcomes = current_app.extensions["outcomes"]
    table = outcomes.table(selection)
    text = as_csv(table, outcomes.vintage(selection.state))
    parts = (selection.state, selection.place, measure, selection.by, table.edition)
    return _sent(text, parts)


def _sent(text: str, parts: tuple[str, ...]) -> Response:
    name = re.sub(r"[^a-z0-9-]+", "-", "-".join(filter(None, parts)).lower())
    response = Response(MARK + text, mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _query() -> dict[str, object]:
    values = request.args.to_dict(flat=False)
    if any(len(given) > 1 for given in values.values()):
        raise BadSelection("The address names something more than once.")
    return {name: given[0] for name, given in values.items()}
