"""The slides as files: opened again, every format has the numbers of the view."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any

import pytest

from app import Settings, create_app
from components import theme
from components.views import (
    COUNT,
    CountyMap,
    Deck,
    Dots,
    Quantity,
    Slide,
    Table,
    Trend,
    Waterfall,
)
from metrics.outcomes import Outcomes
from metrics.selection import Selection
from pages._exports import pdf
from pages._exports.deck_text import numbers_behind
from pages._present import asked, basics, deck, deck_ground
from pages._words import exports as words
from tests import readers
from tests.pages.calls import Dashboard

DURHAM, TYRRELL = "37063", "37177"
MAP = "cover,map-entry-rate,m-re-entry,gap"
# What is looked at: the usual slides of three places, and slides that were chosen.
WANTED = (
    "", f"county={DURHAM}", f"county={TYRRELL}", f"slides={MAP}",
    f"county={DURHAM}&slides={MAP}",
)  # fmt: skip
BOTH = pytest.mark.parametrize("edition", ["staff", "public"])
EVERY = pytest.mark.parametrize("query", WANTED)
Make = Callable[[str, str], Deck]
Read = Callable[[str, str, str], Any]


@pytest.fixture(scope="module")
def made(settings: Settings) -> Make:
    servers = {
        edition: create_app(replace(settings, edition=edition)).server
        for edition in ("staff", "public")
    }

    @cache
    def view(edition: str, query: str) -> Deck:
        given = dict(each.split("=") for each in query.split("&") if each)
        with servers[edition].test_request_context("/"):
            on = deck_ground.ground(asked.place_of(given), date.today())
            return deck.deck(on, deck.choice(on, given.get("slides", "")))

    return view


@pytest.fixture(scope="module")
def read(staff: Dashboard, public: Dashboard) -> Read:
    boards = {"staff": staff, "public": public}

    @cache
    def file(edition: str, kind: str, query: str) -> bytes:
        answer = boards[edition].get(f"present/deck.{kind}?{query}")
        assert answer.status_code == 200, answer.text
        return answer.data

    return file


def pairs(made: Make, read: Read, edition: str, query: str) -> Iterator[Any]:
    """Each slide of the view beside that of the PPTX; the last one has no view."""
    view, found = made(edition, query), readers.slides(read(edition, "pptx", query))
    assert len(found) == len(view.slides) + 1
    yield from zip(view.slides, found, strict=False)


# ---- PPTX ------------------------------------------------------------------------


@BOTH
@EVERY
def test_charts_have_the_numbers_and_intervals_of_the_view(
    made: Make, read: Read, edition: str, query: str
) -> None:
    looked_at = 0
    for view, slide in pairs(made, read, edition, query):
        expected = wanted_series(view)
        frames = readers.charts(slide)
        assert len(frames) == (1 if expected else 0)
        for frame in frames:
            found = joined(readers.series(frame), view)
            for points, each in zip(expected, found, strict=True):
                agree(points, each)
                looked_at += sum(value is not None for value in each.values)
    assert looked_at > 3 or "slides" in query


def wanted_series(view: Slide) -> list[list[Quantity | None]]:
    """The points that a chart may show, said again without the code of the export."""
    drawn = view.drawing
    if isinstance(drawn, Trend):
        return [[p if p.final else None for p in line.points] for line in drawn.lines]
    if isinstance(drawn, Dots):
        return [[r.quantity if r.quantity.shown else None for r in drawn.rows]]
    if isinstance(drawn, Waterfall):
        every = [f.ratio for f in drawn.factors] + ([drawn.end] if drawn.end else [])
        return [[q if q.shown else None for q in every]]
    return []


def joined(found: list[readers.ReadSeries], view: Slide) -> list[readers.ReadSeries]:
    """A line that a break of the series has cut is put together again."""
    if not isinstance(view.drawing, Trend):
        return found
    return [
        whole([e for e in found if e.name.partition(", from ")[0] == line.name])
        for line in view.drawing.lines
    ]


def whole(pieces: list[readers.ReadSeries]) -> readers.ReadSeries:
    def one(columns: list[tuple[float | None, ...]]) -> tuple[float | None, ...]:
        windows = zip(*columns, strict=True)
        rows = [[v for v in each if v is not None] for each in windows]
        assert all(len(each) < 2 for each in rows), "two pieces have one window"
        return tuple(each[0] if each else None for each in rows)

    return readers.ReadSeries(
        name=pieces[0].name,
        values=one([each.values for each in pieces]),
        lower=one([each.lower for each in pieces]),
        upper=one([each.upper for each in pieces]),
    )


def agree(points: list[Quantity | None], each: readers.ReadSeries) -> None:
    assert len(points) == len(each.values)
    ends = zip(points, each.values, each.lower, each.upper, strict=True)
    for point, value, lower, upper in ends:
        if point is None:
            assert value is None
            continue
        assert isclose(value or 0.0, point.value or 0.0, rel_tol=1e-9, abs_tol=1e-12)
        if point.lower is not None:
            assert lower is not None
            assert isclose(lower, point.lower, rel_tol=1e-6, abs_tol=1e-9)
        if point.upper is not None:
            assert upper is not None
            assert isclose(upper, max(point.upper, point.value or 0.0), rel_tol=1e-6)


@EVERY
def test_the_sheet_inside_a_chart_has_the_same_numbers(
    made: Make, read: Read, query: str
) -> None:
    for _, slide in pairs(made, read, "staff", query):
        for frame in readers.charts(slide):
            head, *rows = readers.inner_sheet(frame)
            for at, each in enumerate(readers.series(frame), start=1):
                assert head[at] == each.name
                assert [row[at] for row in rows] == pytest.approx(list(each.values))


@BOTH
@EVERY
def test_every_slide_has_title_sentence_footnote_notes_and_words_for_its_drawing(
    made: Make, read: Read, edition: str, query: str
) -> None:
    for view, slide in pairs(made, read, edition, query):
        assert slide.shapes.title.text == view.title
        assert slide.placeholders[1].text == view.sentence
        first, second, *_ = slide.shapes
        assert (first.placeholder_format.idx, second.placeholder_format.idx) == (0, 1)
        text = readers.texts(slide)
        assert view.footnote in text
        assert view.caption in text
        notes = slide.notes_slide.notes_text_frame.text
        for each in (*view.notes, *numbers_behind(view)):
            assert each in notes
        for mark in made(edition, query).marks:
            assert mark in text
        if view.alt:
            assert view.alt in readers.described(slide).values()
            assert view.alt in notes


def test_the_file_says_where_its_figures_come_from(made: Make, read: Read) -> None:
    blob = read("public", "pptx", "")
    readers.well_formed(blob)
    *_, last = readers.slides(blob)
    said = readers.texts(last)
    for each in ("North Carolina", "version 000001", "1 to 10 are hidden", "fiscal"):
        assert each in said
    properties = last.part.package.core_properties
    assert properties.language == "en-US"
    assert properties.title == made("public", "").title
    assert "1 to 10 are hidden" in properties.comments


def test_a_map_is_a_group_of_counties(made: Make, read: Read) -> None:
    found = 0
    for view, slide in pairs(made, read, "public", f"slides={MAP}"):
        if not isinstance(view.drawing, CountyMap):
            continue
        (group,) = [each for each in slide.shapes if each.shape_type == 6]
        told = readers.described(slide)
        assert len(list(group.shapes)) == len(view.drawing.places) == 100
        for place in view.drawing.places:
            spoken = theme.spoken(place.quantity, view.drawing.unit)
            assert told[place.name] == f"{place.name}: {spoken}"
            found += spoken == "hidden"
    assert found > 5


def test_a_table_is_a_table(made: Make, read: Read) -> None:
    found = 0
    for view, slide in pairs(made, read, "staff", ""):
        if isinstance(view.drawing, Table):
            (frame,) = [e for e in slide.shapes if getattr(e, "has_table", False)]
            cells = [[c.text for c in row.cells] for row in frame.table.rows]
            assert cells[1:] == [list(row.cells) for row in view.drawing.rows]
            found += 1
    assert found == 1


# ---- spreadsheet and CSV -----------------------------------------------------------


@BOTH
@EVERY
def test_sheet_and_csv_have_every_number_of_the_drawings(
    made: Make, read: Read, edition: str, query: str
) -> None:
    told = readers.lines(read(edition, "csv", query).decode("utf-8"))
    listed = readers.sheet(read(edition, "xlsx", query), "Figures")
    assert len(told) == len(listed)
    for number, view in enumerate(made(edition, query).slides, start=1):
        mine = [each for each in told if each["number"] == str(number)]
        for points in wanted_series(view):
            for point in filter(None, points):
                assert any(is_line(each, point) for each in mine), (view.name, point)
    for line, row in zip(told, listed, strict=True):
        shown = line["status"] in ("", "shown")
        for name in ("value", "lower", "upper"):
            if line[name]:
                assert row[name] == float(line[name])
            elif not shown:
                assert row[name] == dict(words.MARKS)[line["status"]] or not row[name]
        assert line["release"].startswith("version 000001")


def is_line(line: dict[str, str], point: Quantity) -> bool:
    return all(
        line[name] == ("" if value is None else f"{round(value, 6)}")
        for name, value in (
            ("value", point.value), ("lower", point.lower), ("upper", point.upper),
        )
    )  # fmt: skip


def test_the_sheet_of_slides_says_what_is_on_them(made: Make, read: Read) -> None:
    rows = readers.sheet(read("staff", "xlsx", ""), "Slides")
    for row, view in zip(rows, made("staff", "").slides, strict=True):
        assert row["title"] == view.title
        assert row["sentence"] == view.sentence
        assert (row["footnote"] or "") == view.footnote
        assert (row["drawing in words"] or "") == view.alt
    assert len(readers.sheet(read("staff", "xlsx", ""), "Definitions")) > 100


# ---- the hand-out ------------------------------------------------------------------


@pytest.fixture
def pango() -> None:
    try:
        pdf.library()
    except pdf.NoPdf:
        pytest.skip("the system libraries that write PDF (Pango) are not here")


@BOTH
@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("query", WANTED[1:4])
def test_the_hand_out_has_the_words_and_numbers_of_the_view(
    made: Make, read: Read, edition: str, query: str
) -> None:
    blob = read(edition, "pdf", query)
    text, view = readers.pdf_text(blob), made(edition, query)
    for slide in view.slides:
        for said in (slide.title, slide.sentence, slide.footnote, *slide.notes):
            assert readers.plain(said) in text, said
        for number in spoken(slide):
            assert readers.plain(number) in text, number
    alts = [alt for tag, alt in readers.pdf_tags(blob) if tag == "/Figure"]
    assert alts == [each.alt for each in view.slides if each.alt]


def spoken(slide: Slide) -> Iterator[str]:
    """The numbers of the table behind a slide, one cell each."""
    if slide.twin is None:
        return
    for row in slide.twin.rows:
        for cell, column in zip(row.cells, slide.twin.columns, strict=True):
            if isinstance(cell, Quantity):
                yield theme.spoken(cell, column.unit or COUNT)


@pytest.mark.usefixtures("pango")
def test_the_hand_out_is_tagged_and_says_what_it_is(read: Read) -> None:
    blob = read("public", "pdf", f"county={DURHAM}")
    reader = readers.PdfReader(readers.io.BytesIO(blob))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-US"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Presentation: Durham County"
    tags = {tag for tag, _ in readers.pdf_tags(blob)}
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure"} <= tags
    text = readers.pdf_text(blob)
    for each in ("North Carolina", "version 000001", "1 to 10 are hidden"):
        assert each in text


def test_a_hand_out_is_made_once(
    staff: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for = f"present/deck.pdf?county={TYRRELL}&slides=cover"
    first = staff.get(asked_for)
    assert first.status_code == 200
    monkeypatch.setattr(pdf, "library", None)  # whoever asks it again fails
    assert staff.get(asked_for).data == first.data


def test_a_figure_names_its_method_and_the_definitions_of_its_slide(
    read: Read,
) -> None:
    rows = readers.lines(read("staff", "csv", f"slides={MAP}").decode("utf-8"))
    lines = [each for each in rows if each["slide"] == "m-re-entry" and each["lower"]]
    assert lines
    assert {each["method"].lower() for each in lines} == {"wilson"}
    assert all(re.fullmatch(r"re-entry [\d.]+", one["definitions"]) for one in lines)


def test_without_its_libraries_there_is_a_sentence_and_the_rest_works(
    staff: Dashboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    answer = staff.get("present/deck.pdf?slides=cover")
    assert answer.status_code == 503
    assert answer.text.startswith("The hand-out cannot be made here")
    assert staff.get("present/deck.pptx?slides=cover").status_code == 200
    assert staff.get("health").status_code == 200


@pytest.mark.usefixtures("pango")
def test_a_hand_out_asks_for_nothing_outside_itself() -> None:
    fetcher = pdf.only_inside()
    for address in ("http://127.0.0.1/anything", "file:///etc/hostname"):
        with pytest.raises(ValueError, match="disallowed"):
            fetcher.fetch(address)
    assert fetcher.fetch("data:text/plain,inside").read() == b"inside"


# ---- what is hidden ----------------------------------------------------------------


@pytest.mark.usefixtures("pango")
def test_what_is_hidden_is_in_no_file(made: Make, read: Read, demo_root: Path) -> None:
    """What the staff edition says of these rows stands in no public file."""
    query = f"county={TYRRELL}&slides=p1,p2,m-re-entry,m-entry-rate,map-entry-rate"
    secret = secrets(demo_root)
    staff_text = everything(read, "staff", query)
    known = {each for each in secret if each in staff_text}
    assert len(known) > 20, "the staff edition must show them"
    public_text = everything(read, "public", query)
    assert not [each for each in secret if each in public_text]
    assert public_text.count("hidden") > 20


def secrets(root: Path) -> set[str]:
    """Figures that are hidden in public, as the staff edition writes them."""
    staff, public = (Outcomes.open(root, edition=e) for e in ("staff", "public"))
    windows = tuple(each.key for each in staff.windows("nc") if each.kind == "sfy")
    asks = [
        Selection(state="nc", measure=each, place=TYRRELL, windows=windows)
        for each in ("recurrence", "permanency-12-months", "re-entry", "entry-rate")
    ]
    asks.append(Selection(state="nc", measure="entry-rate", by="county"))
    hidden, shown = set(), set()
    for own, other in zip(staff.tables(asks), public.tables(asks), strict=True):
        unit = basics.unit_of(own.measure)
        for row, masked in zip(own, other, strict=True):
            if row.status == "shown" and row.numerator > 0:
                said = readers.plain(theme.spoken(basics.quantity(row), unit))
                (hidden if masked.status == "hidden" else shown).add(said)
    return hidden - shown


def everything(read: Read, edition: str, query: str) -> str:
    """All texts of all files of a deck, numbers at full length."""
    decks = readers.slides(read(edition, "pptx", query))
    found = [readers.texts(each) for each in decks]
    found += [each.notes_slide.notes_text_frame.text for each in decks]
    for slide in decks:
        for frame in readers.charts(slide):
            found += [str(row) for row in readers.inner_sheet(frame)]
    found.append(read(edition, "csv", query).decode("utf-8"))
    for name in ("Slides", "Figures"):
        rows = readers.sheet(read(edition, "xlsx", query), name)
        found += [str(list(row.values())) for row in rows]
    found.append(readers.pdf_text(read(edition, "pdf", query)))
    return readers.plain(" ".join(found))


@pytest.mark.parametrize("kind", ["pptx", "pdf", "xlsx", "csv"])
@pytest.mark.parametrize(
    "query", ["slides=nothing", "county=99999", "slides=a&slides=b"]
)
def test_a_wrong_address_is_a_sentence(
    staff: Dashboard, kind: str, query: str
) -> None:
    answer = staff.get(f"present/deck.{kind}?{query}")
    assert answer.status_code == 400
    assert answer.mimetype == "text/plain"
