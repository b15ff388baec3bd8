"""The head of a measure's page and its line over the years."""

from math import nan

from components.views import (
    PERCENT,
    Chart,
    Level,
    Line,
    PageHead,
    Tick,
    Tone,
    Trend,
    Unit,
    Verdict,
)
from metrics.narrative import change_sentence, trend_sentence, value_sentence
from metrics.narrative_words import over_time_words
from metrics.table import IMMATURE, UNRELIABLE, MeasureRow, MeasureTable
from metrics.trend import compare, recent_trend, verdict
from pages._present import basics
from pages._present.about import day, short
from pages._present.asking import View
from pages._present.frames import data_table, frame
from pages._present.titles import window_title
from pages._words import measure as words

TONES: tuple[tuple[str, Tone], ...] = (
    ("better", "better"),
    ("worse", "worse"),
    ("no clear change", "similar"),
    ("similar", "similar"),
)


# ---- the head ------------------------------------------------------------------


def head(view: View, table: MeasureTable) -> PageHead:
    """Question, answer, number; `table` is of View.value()."""
    row = table.row(window=view.now)
    about, measure = view.about, view.measure
    return PageHead(
        question=measure.question,
        title=window_title(measure.title, about.name),
        lead=value_sentence(row, measure=measure, place=about.name, window=view.label),
        context=(
            about.name,
            basics.capital(view.label),
            basics.capital(measure.cohort),
            words.DATA_TO.format(day=day(about.vintage.data_end)),
        ),
        number=basics.comparable(row),
        number_label=_label(view),
        unit=basics.unit_of(measure),
        verdict=_against_state(view, row) or _since(view, table, row),
    )


def _label(view: View) -> str:
    measure = view.measure
    if measure.kind == "proportion":
        return measure.verb
    return f"{measure.counted}, {measure.unit}"


def _since(view: View, table: MeasureTable, row: MeasureRow) -> Verdict | None:
    """The change from the window before, by the interval of the ratio of the two."""
    earlier = view.about.earlier(view.now)
    if earlier is None:
        return None
    before = table.row(window=earlier.key)
    said = _change(view, row, before)
    detail = {
        "no clear change": words.SINCE,
        "cannot tell": words.CANNOT_COMPARE,
    }.get(said, words.THAN)
    return Verdict(
        word=dict(words.CHANGED)[said],
        tone=tone(said),
        detail=detail.format(window=earlier.label),
    )


def _change(view: View, row: MeasureRow, before: MeasureRow) -> str:
    unfit = any(each.has(IMMATURE) or each.status != "shown" for each in (row, before))
    if unfit:
        return "cannot tell"
    counts = (row.numerator, row.denominator, before.numerator, before.denominator)
    return verdict(compare(*counts, view.measure.kind), view.direction)


def _against_state(view: View, row: MeasureRow) -> Verdict | None:
    """A county or region against its state; never against a national value."""
    if view.about.whole_state:
        return None
    said = against(row, view.direction)
    where = words.BY_INTERVAL.format(state=view.about.state_name, window=view.label)
    return Verdict(word=dict(words.AGAINST)[said], tone=tone(said), detail=where)


def against(row: MeasureRow, direction: str) -> str:
    """better, worse, higher, lower, similar or cannot tell, by the ratio's interval."""
    found = basics.ratio(row)
    if not found.shown or row.has(IMMATURE) or found.lower is None:
        return "cannot tell"
    higher = found.lower > 1
    if not higher and (found.upper is None or found.upper >= 1):
        return "similar"
    if direction == "none":
        return "higher" if higher else "lower"
    return "better" if higher == (direction == "higher") else "worse"


def tone(said: str) -> Tone:
    """The tone of a verdict's word."""
    return dict(TONES).get(said, "none")


# ---- the line ------------------------------------------------------------------


def chart(
    view: View, own: MeasureTable, state: MeasureTable | None
) -> tuple[Chart, Trend]:
    """The frame and the line; tables of View.trend() and View.state_trend()."""
    about, measure = view.about, view.measure
    kind = dict(words.KINDS)[about.main_kind]
    line = _trend(view, own, state)
    twin = data_table(
        own,
        measure,
        caption=words.TREND_CAPTION.format(measure=measure.title, kind=kind),
        head=words.WINDOW_HEAD,
        first=lambda row: short(about.window(row.window)),
        compared=False,
    )
    whole = frame(
        about,
        own,
        title=words.TREND.format(measure=measure.title, place=about.name, kind=kind),
        path=view.path,
        query=view.query(),
        part="trend",
        sentence=_sentence(view, own),
        told=over_time_words(
            tuple(own),
            measure=measure,
            place=about.name,
            names=lambda row: about.window(row.window).label,
        ),
        notes=_notes(view, own, line),
        data=twin,
    )
    return whole, line


def _trend(view: View, own: MeasureTable, state: MeasureTable | None) -> Trend:
    windows = view.about.of_kind()
    lines = [_line(view.about.name, own, "own")]
    if state is not None:
        name = words.WHOLE_STATE_LINE.format(state=view.about.state_name)
        lines.append(_line(name, state, "other"))
    return Trend(
        windows=tuple(short(each) for each in windows),
        lines=tuple(lines),
        unit=_unit(view),
        levels=_levels(view),
        breaks=_breaks(view),
    )


def _unit(view: View) -> Unit:
    return basics.unit_of(view.measure)


def _line(name: str, table: MeasureTable, code: str) -> Line:
    return Line(name=name, points=tuple(map(basics.quantity, table)), code=code)


def _levels(view: View) -> tuple[Level, ...]:
    national = view.measure.national
    if national is None or not view.about.whole_state:
        return ()
    return (Level(label=words.NATIONAL, value=national.value),)


def _breaks(view: View) -> tuple[Tick, ...]:
    starts = [each.end.isoformat() for each in view.about.of_kind()]
    found = []
    for each in view.measure.breaks:
        at = next((i for i, end in enumerate(starts) if each.day <= end), None)
        if at:
            found.append(Tick(label=words.BREAK, at=at))
    return tuple(found)


def _notes(view: View, own: MeasureTable, line: Trend) -> tuple[str, ...]:
    measure = view.measure
    percent = basics.unit_of(measure) == PERCENT
    notes = [] if percent else [words.UNIT.format(unit=measure.unit)]
    if any(row.has(IMMATURE) for row in own):
        notes.append(words.IMMATURE_NOTE)
    if line.levels and measure.national:
        found = measure.national
        notes.append(
            words.NATIONAL_NOTE.format(period=found.period, source=found.source)
        )
    if line.breaks:
        notes += [
            words.BREAK_NOTE.format(day=each.day, says=each.says)
            for each in measure.breaks
        ]
    return tuple(notes)


def _sentence(view: View, own: MeasureTable) -> str:
    """The direction of five windows, or the change from the window before."""
    rows = [row for row in own if not row.has(IMMATURE)]
    if not rows:
        return ""
    newest, place = rows[-1], view.about.name
    label = view.about.window(newest.window).label
    usable = [_limits(row) for row in rows]
    if len(rows) < 5 and len(rows) > 1:
        before = rows[-2]
        return change_sentence(
            newest, before, measure=view.measure, place=place, window=label,
            earlier_window=view.about.window(before.window).label,
        )  # fmt: skip
    windows = [row.window for row in rows]
    found = recent_trend(*zip(*usable, strict=True), windows=windows)
    return trend_sentence(
        newest, found, measure=view.measure, place=place, window=label
    )


def _limits(row: MeasureRow) -> tuple[float, float, float]:
    if row.status != "shown" or row.has(UNRELIABLE):
        return nan, nan, nan
    return row.value, row.lower, row.upper
