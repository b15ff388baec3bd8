"""Every measure of a state in one table: what a new catalogue file shows up in."""

from dataclasses import replace

from components import theme
from components.views import COUNT, Column, Link, Quantity, Row, Table, Verdict
from metrics.model import Measure
from pages._present import basics, frames
from pages._present.evidence import Found, change, gap_words
from pages._present.promises import Asked
from pages._words import scorecard as words


def every_measure(asked: Asked) -> Table:
    """One row a measure, in the order of the catalogue."""
    heads = (
        (words.MEASURE, "text"), (words.WINDOW, "text"), (words.VALUE, "text"),
        (words.AMONG, "number"), (words.CHANGE, "text"), (words.GAP_HEAD, "text"),
    )  # fmt: skip
    return Table(
        caption=words.EVERY_CAPTION.format(state=asked.about.state_name),
        columns=tuple(
            Column(name=name, align=align, unit=COUNT if align == "number" else None)  # type: ignore[arg-type]
            for name, align in heads
        ),
        rows=tuple(_every_row(each, asked) for each in asked.found),
        sortable=False,
    )


def every_intro(asked: Asked) -> str:
    """Where the figures are of, and what change is measured against."""
    about = asked.about
    baseline = about.window(asked.setting.baseline).label
    return words.EVERY_INTRO.format(state=about.state_name, baseline=baseline)


def _every_row(found: Found, asked: Asked) -> Row:
    row, about = found.row, asked.about
    shown = basics.quantity(row) if row else Quantity(status="no data")
    among = Quantity(status="hidden") if shown.status == "hidden" else Quantity(
        value=shown.denominator
    )  # fmt: skip
    return Row(
        cells=(
            measure_link(found.measure, about.query()),
            basics.capital(about.window(found.window).label) if found.window else "",
            spoken(shown, found.measure),
            among,
            _bare(change(found, asked.setting)),
            gap_words(found, about)[0],
        )
    )


def _bare(given: Verdict | None) -> Verdict | str:
    """The word alone: the column's head says since when."""
    return replace(given, detail="") if given else ""


def measure_link(measure: Measure, query: dict[str, str]) -> Link:
    """The measure's title, leading to its page."""
    return Link(text=measure.title, href=frames.measure_href(measure.id, **query))


def spoken(quantity: Quantity, measure: Measure) -> str:
    """A value with its interval and unit where units differ from row to row."""
    unit = basics.unit_of(measure)
    said = theme.spoken(quantity, unit)
    return f"{said} {unit.name}" if quantity.shown and not unit.suffix else said
