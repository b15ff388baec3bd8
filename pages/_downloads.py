"""The figures of a selection as a file: the same columns as from the shell."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

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
from metrics.pathway_tables import Pathway, pathway
from pages import _wiring
from pages._exports.pdf import NoPdf
from pages._exports.xlsx import xlsx
from pages._present import asked
from pages._present.about import about
from pages._present.pathway_book import pathway_book
from pages._present.selection_book import selection_book

CODES = (
    (UnknownMeasure, 404), (NoData, 404), (WarehouseUnavailable, 503), (NoPdf, 503),
)  # fmt: skip
CHAIN = "pathway"
# Without this mark spreadsheets misread the letters of names and sources.
MARK = "\ufeff"
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "csv": "text/csv",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument."
        "presentationml.presentation",
        "pdf": "application/pdf",
    }
)
File = Callable[[], Response]


def install(server: Flask, *, prefix: str) -> None:
    """Serve <prefix>download/<measure>.csv and .xlsx; the query is `download_href`'s.

    download/pathway.csv is the chain of one group, named as group=race:black_nh.
    """

    @server.get(f"{prefix}download/<measure>.csv")
    def download(measure: str) -> Response:
        return answered(lambda: _file(measure, "csv"))

    @server.get(f"{prefix}download/<measure>.xlsx")
    def spreadsheet(measure: str) -> Response:
        return answered(lambda: _file(measure, "xlsx"))


def answered(file: File) -> Response:
    """The file, or a plain sentence that says why there is none."""
    try:
        return file()
    except CountywiseError as problem:
        status = next((c for kind, c in CODES if isinstance(problem, kind)), 400)
        return Response(f"{problem}\n", status=status, mimetype="text/plain")


def _file(measure: str, kind: str) -> Response:
    return _chain(kind) if measure == CHAIN else _selection(measure, kind)


def _chain(kind: str) -> Response:
    found = _pathway()
    asked_for = found.question
    parts = (CHAIN, asked_for.state, asked_for.place, asked_for.group)
    if kind == "xlsx":
        here = about(asked_for.state, asked_for.place)
        return sent(xlsx(pathway_book(found, here)), parts, kind)
    vintage = current_app.extensions["outcomes"].vintage(asked_for.state)
    return sent(pathway_text.as_csv(found, vintage), parts, kind)


def _pathway() -> Pathway:
    given = query()
    selection = _wiring.selection_from(given, measure=END)
    dimension, code = selection.group or ("race", "black_nh")
    question = Question(
        state=selection.state,
        place=selection.place,
        dimension=dimension,
        group=code,
        reference=selection.reference,
        window=next(iter(selection.windows), ""),
        population=asked.population_of(_wiring.read(given, "population")),
    )
    return pathway(current_app.extensions["outcomes"], question)


def _selection(measure: str, kind: str) -> Response:
    selection = _wiring.selection_from(query(), measure=measure)
    outcomes = current_app.extensions["outcomes"]
    table = outcomes.table(selection)
    parts = (selection.state, selection.place, measure, selection.by, table.edition)
    if kind == "xlsx":
        here = about(selection.state, selection.place)
        return sent(xlsx(selection_book(table, here)), parts, kind)
    return sent(as_csv(table, outcomes.vintage(selection.state)), parts, kind)


def sent(body: str | bytes, parts: tuple[str, ...], kind: str) -> Response:
    """A file to save, named after its parts."""
    name = re.sub(r"[^a-z0-9-]+", "-", "-".join(filter(None, parts)).lower())
    whole = MARK + body if isinstance(body, str) else body
    response = Response(whole, mimetype=TYPES[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def query() -> dict[str, object]:
    """The query of the address. Raises BadSelection for what is there twice."""
    values = request.args.to_dict(flat=False)
    if any(len(given) > 1 for given in values.values()):
        raise BadSelection("The address names something more than once.")
    return {name: given[0] for name, given in values.items()}
