"""The gap of one group over the years: its line, its change, its table."""

from dataclasses import dataclass

from components.views import Chart, Level, Line, Trend, Unit
from data.state import load_state
from metrics.gap_trend import GapTrend, baseline_of, gap_trend
from metrics.model import Base
from metrics.narrative_gap import gap_change_sentence
from metrics.narrative_words_groups import ratios_over_time_words
from metrics.selection import Selection
from metrics.table import MeasureTable
from metrics.windows import Window
from pages import _wiring
from pages._present import basics, frames, pathway
from pages._present.about import short
from pages._present.pathway_asking import POOL, Answers, View
from pages._words import chain as words
from pages._words import disparity as page

FACTOR = Unit(name="ratio", decimals=2)


@dataclass(frozen=True, kw_only=True)
class Years:
    """What the section draws; `line` is None where there is no period to draw."""

    chart: Chart
    line: Trend | None


def years(view: View, found: Answers, group: str) -> Years:
    """The ratio of a group at the focus over windows that share no day."""
    windows = _windows(view)
    base = pathway.focus_base(view, found)
    asks = [_asked(view, windows, base, place) for place in _places(view)]
    own, *state = _wiring.outcomes().tables(asks)
    gap = gap_trend(
        own,
        state[0] if state else (),
        group,
        measure=view.focus,
        baseline=baseline_of(windows, _baseline(view)),
    )
    line = _line(view, windows, gap, group)
    shown = any(point.final for point in line.lines[0].points)
    return Years(chart=_frame(view, own, gap, group), line=line if shown else None)


def _windows(view: View) -> tuple[Window, ...]:
    """Years for the state, separate pools of years for a county if there are some."""
    about = view.about
    pools = () if about.whole_state else about.of_kind(POOL)
    return pools if len(pools) > 1 else about.of_kind()


def _places(view: View) -> tuple[str, ...]:
    return ("",) if view.about.whole_state else (view.about.code, "")


def _baseline(view: View) -> Window | None:
    """The window from which the state's plan counts, if there is one."""
    plan = load_state(view.about.state).plan
    key = plan.baseline_window if plan else ""
    return next((each for each in view.about.windows if each.key == key), None)


def _asked(
    view: View, windows: tuple[Window, ...], base: Base, place: str
) -> Selection:
    return Selection(
        state=view.about.state,
        measure=view.focus.id,
        place=place,
        by=view.dim,  # type: ignore[arg-type]
        windows=tuple(each.key for each in windows),
        reference=view.reference,
        base=base,
    )


def _line(view: View, windows: tuple[Window, ...], gap: GapTrend, group: str) -> Trend:
    by_window = {row.window: row for row in gap.rows}
    points = tuple(basics.ratio(by_window[each.key]) for each in windows)
    name = basics.group_name(view.dim, group, view.about.providers)
    return Trend(
        windows=tuple(short(each) for each in windows),
        lines=(Line(name=name, points=points, code=group),),
        unit=FACTOR,
        levels=(Level(label=words.NO_DIFFERENCE, value=1.0),),
        ratio=True,
    )


def _names(view: View, gap: GapTrend, group: str) -> dict[str, str]:
    code = next((row.reference for row in gap.rows if row.reference), "")
    who = basics.reference_children(view.dim, code, view.about.providers)
    step = view.focus.step
    return {
        "group": basics.group_children(view.dim, group, view.about.providers),
        "reference": who,
        "step": step.label if step else view.focus.title,
        "place": view.about.name,
    }


def _frame(view: View, own: MeasureTable, gap: GapTrend, group: str) -> Chart:
    names = _names(view, gap, group)
    title = words.TREND_CHART.format(**names)
    twin = frames.data_table(
        gap.rows,
        view.focus,
        caption=title,
        head=words.TREND_HEAD,
        first=lambda row: short(view.about.window(row.window)),
        compared=True,
        reference=names["reference"],
    )
    return frames.frame(
        view.about,
        own,
        title=title,
        path=page.PAGE,
        query=view.query() | {"group": group},
        part="trend",
        sentence=_sentence(view, gap, names),
        told=ratios_over_time_words(
            tuple(gap.rows),
            names=lambda row: view.about.window(row.window).label,
            group=names["group"],
            reference=names["reference"],
            step=names["step"],
        ),
        notes=tuple(_notes(view, gap)),
        data=twin,
    )


def _sentence(view: View, gap: GapTrend, names: dict[str, str]) -> str:
    ends = (gap.now, gap.before)
    labels = [view.about.window(row.window).label if row else "" for row in ends]
    return gap_change_sentence(
        gap,
        place=names["place"],
        step=names["step"],
        window=labels[0],
        earlier_window=labels[1],
        group_children=names["group"],
        reference_children=names["reference"],
    )


def _notes(view: View, gap: GapTrend) -> list[str]:
    baseline = _baseline(view)
    said = [words.TREND_SAYS]
    if baseline and gap.before and gap.now and gap.before.window == baseline.key:
        said.append(words.BASELINE.format(window=baseline.label))
    if view.population != "estimates":
        said.append(words.TREND_ESTIMATES)
    return said
