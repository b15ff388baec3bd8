"""One measure of a place as a slide: its line, its change, what it stands on."""

from collections.abc import Iterator

from components import theme
from components.views import Line, Slide, Trend
from metrics.benchmarks import usable
from metrics.model import Measure
from metrics.narrative import change_sentence, value_sentence
from metrics.narrative_small import value_or_wider
from metrics.table import MeasureRow, MeasureTable
from metrics.trend import compare
from pages import _wiring
from pages._present import basics, trend
from pages._present.about import About, source_line
from pages._present.asking import View, view_of
from pages._present.deck_ground import Ground
from pages._words import present as words


def of_measure(ground: Ground, measure: Measure, *, name: str, kind: str) -> Slide:
    """The slide of a measure; where there is no figure, a slide that says so."""
    about, newest = ground.about, ground.newest[measure.id]
    row = ground.row(measure, newest)
    if row is None:
        none = words.NO_FIGURES.format(measure=measure.title, place=about.name)
        return Slide(name=name, kind=kind, title=measure.title, sentence=none)
    shown = _drawn(ground, measure, row)
    found = shown.row(measure, newest) or row
    view = view_of(shown.about, measure, by="", window=newest, reference="")
    chart, line = trend.chart(view, shown.years(measure), _beside(view))
    windows = [each.key for each in about.of_kind()]
    source = source_line(about, windows[0], windows[-1])
    counts = stands_on(shown.about, measure, found)
    return Slide(
        name=name,
        kind=kind,
        title=measure.title,
        sentence=sentence(ground, measure, row),
        drawing=line,
        caption=_caption(chart.title, measure),
        alt=alt(line),
        footnote=" ".join((counts, *signs(line), source + ".")),
        notes=(_means(measure), *chart.notes),
        twin=chart.table,
        definitions=(basics.versioned(measure),),
    )


def _caption(title: str, measure: Measure) -> str:
    """What is drawn, with the unit where the numbers do not carry it."""
    unit = basics.unit_of(measure)
    said = words.CAPTION_UNIT.format(title=title, unit=unit.name)
    return title if unit.suffix else said


def _drawn(ground: Ground, measure: Measure, row: MeasureRow) -> Ground:
    """What is drawn: the place, or the area around it where the place is too small."""
    around = ground.around
    wider = around.row(measure, row.window) if around else None
    if usable(row) or around is None or wider is None or not usable(wider):
        return ground
    return around


def _beside(view: View) -> MeasureTable | None:
    """The whole state, beside a place in it."""
    if view.about.whole_state:
        return None
    found: MeasureTable = _wiring.outcomes().table(view.state_trend())
    return found


def sentence(ground: Ground, measure: Measure, row: MeasureRow) -> str:
    """The change since the baseline; where there is none to tell, the figure; where
    the place is too small for that, the figure of the area around it.
    """
    about = ground.about
    label = about.window(row.window).label
    before = ground.row(measure, ground.baseline)
    if (
        before is not None
        and before.window != row.window
        and _both(measure, row, before)
    ):
        earlier = about.window(before.window).label
        return change_sentence(
            row, before, measure=measure, place=about.name, window=label,
            earlier_window=earlier,
        )  # fmt: skip
    around = ground.around
    wider = around.row(measure, row.window) if around else None
    if around is None or wider is None:
        return value_sentence(row, measure=measure, place=about.name, window=label)
    return value_or_wider(
        row, wider, measure=measure, place=about.name,
        wider_place=around.about.name, window=label,
    )  # fmt: skip


def _both(measure: Measure, row: MeasureRow, before: MeasureRow) -> bool:
    """Whether the two windows can be compared."""
    if not (usable(row) and usable(before)):
        return False
    counts = (row.numerator, row.denominator, before.numerator, before.denominator)
    return compare(*counts, measure.kind).direction != "cannot be compared"


def _means(measure: Measure) -> str:
    """What the measure counts, in its own plain words."""
    return words.MEASURE_NOTE.format(
        question=measure.question, meaning=meaning(measure)
    )


def meaning(measure: Measure) -> str:
    """The measure in one plain sentence, from its own words."""
    if measure.kind == "proportion":
        return words.SHARE.format(among=measure.among, verb=measure.verb)
    counted = basics.capital(measure.counted)
    return words.RATE.format(counted=counted, unit=measure.unit)


# ---- the footnote and the words instead of the line ----------------------------


def stands_on(about: About, measure: Measure, row: MeasureRow) -> str:
    """The figure with its interval and the counts that it stands on."""
    found, unit = basics.comparable(row), basics.unit_of(measure)
    window = basics.capital(about.window(row.window).label)
    if not found.shown:
        return words.FOOT_NONE.format(window=window, reason=theme.reason(found))
    value = theme.amount(found.value or 0.0, unit)
    if not unit.suffix:
        value = f"{value} {unit.name}"
    return words.FOOT.format(
        window=window,
        value=value,
        interval=theme.interval(found, unit),
        counted=theme.counted(found),
        among=measure.among,
    )


def signs(line: Trend) -> Iterator[str]:
    """What is hidden, and what stands on few children."""
    points = [point for each in line.lines for point in each.points]
    if any(point.status == "hidden" for point in points):
        yield words.HIDDEN_SOME
    if any(point.final and point.hollow for point in points):
        yield words.FEW_SOME


def alt(line: Trend) -> str:
    """Every line with its first and newest figure, for who cannot see them."""
    said = (_line(each, line) for each in line.lines)
    first, last = line.windows[0], line.windows[-1]
    return words.LINE_ALT.format(first=first, last=last, lines=" ".join(said))


def _line(each: Line, view: Trend) -> str:
    told = [
        words.POINT.format(window=window, value=theme.spoken(point, view.unit))
        for window, point in zip(view.windows, each.points, strict=True)
        if point.final
    ]
    ends = told if len(told) < 3 else [told[0], told[-1]]
    return words.LINE_OF.format(name=each.name, points=", ".join(ends) or words.NONE)
