"""The quiet line from which the figures and the picture of a chart are saved."""

from collections.abc import Iterable, Sequence
from typing import Any

from components import file_words as words
from components import tags as html
from components.links import link
from components.views import Chart, FilePair, Link


def chart_files(view: Chart) -> html.Tag:
    """Table, spreadsheet and picture of a chart (assets/picture.js)."""
    links = [each for each in (view.csv, view.xlsx) if each is not None]
    return files_line(links, title=view.title, origin=view.origin)


def files_line(
    links: Sequence[Link], *, title: str, origin: str, slow: bool = False
) -> html.Tag:
    """Links to files and buttons for pictures, with one status for all.

    `origin` stands at the foot of a picture; `slow` files are fetched by
    assets/files.js, which says so while they are made.
    """
    parts: list[Any] = [html.Span(words.DOWNLOAD, className="files-head")]
    parts += [_file(each, slow) for each in links]
    parts.append(_pictures(title))
    parts.append(html.Span(role="status", className="files-told"))
    return html.Div(
        parts,
        className="files",
        **{
            "data-origin": origin,
            "data-preparing": words.PREPARING,
            "data-ready": words.READY,
            "data-failed": words.FAILED,
        },
    )


def file_pairs(pairs: Iterable[FilePair]) -> html.Tag:
    """A list of tables to save, each as CSV and as a spreadsheet."""
    return html.Ul([html.Li(_pair(each)) for each in pairs], className="file-pairs")


def _pair(view: FilePair) -> list[Any]:
    """A listener hears with each link what it holds."""
    about = html.Span(f": {view.what}", className="unseen")
    parts: list[Any] = [html.Span(view.what)]
    for each in (view.csv, view.xlsx):
        there = link(each, className="step-link")
        there["props"]["children"] = [each.text, about]
        parts.append(there)
    return parts


def _file(view: Link, slow: bool) -> html.Tag:
    made = link(view, className="step-link")
    if slow:
        made["props"]["data-slow"] = view.text
    return made


def _pictures(title: str) -> html.Tag:
    buttons = [
        html.Button(
            name,
            type="button",
            className="file-picture",
            **{
                "data-picture": kind,
                "aria-label": words.PICTURE_OF.format(kind=name, title=title),
            },
        )
        for kind, name in words.KINDS
    ]
    return html.Span([words.PICTURE, " ", *buttons], className="files-pictures")
