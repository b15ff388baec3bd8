"""The plan's promises that a county bears on, and what is due next."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from components.views import Column, Row, Slide, Table, Verdict
from data.state_deck import SlideOf
from data.state_plan import Target
from metrics.model import Measure
from metrics.row_columns import is_mature
from metrics.targets import TargetStatus
from metrics.windows import Window
from pages._present import basics
from pages._present.about import day
from pages._present.briefing import measures_of, since
from pages._present.county_asked import county_name
from pages._present.deck_changes import Moved
from pages._present.deck_ground import Ground
from pages._present.slides import due
from pages._words import briefing as words
from pages._words import scorecard


@dataclass(frozen=True, kw_only=True)
class PlanTold:
    """`none` says why there is no table."""

    table: Table | None
    none: str = ""


@dataclass(frozen=True, kw_only=True)
class Dates:
    """The next date of the plan, a table where dates are still to come, data needed."""

    sentence: str
    table: Table | None
    data: tuple[str, ...]


# ---- promises --------------------------------------------------------------------


def promises(place: Ground, *, pooled: bool) -> PlanTold:
    """One row a promise: when it is due, the state's status, what moved here."""
    if place.plan is None:
        return PlanTold(table=None, none=words.PLAN_NONE.format(state=place.file.name))
    there = {each.id: each for each in measures_of(place)}
    bearing = [t for t in place.plan.targets if set(there) & set(t.measures)]
    if not bearing:
        return PlanTold(table=None, none=words.PLAN_NO_MEASURE)
    status = place.statuses(bearing)
    # What a promise about gaps bears on is told by group, in a section of its own.
    named = {m for t in bearing if t.kind != "gap" for m in t.measures}
    of = [each for id, each in there.items() if id in named]
    moved = since(place, pooled=pooled, of=of).moved
    rows = (_row(each, status[each.id], moved) for each in bearing)
    return PlanTold(
        table=Table(
            caption=words.PLAN_CAPTION.format(
                county=county_name(place.about.place, place.file)
            ),
            columns=tuple(Column(name=n, align="text") for n in words.PLAN_COLUMNS),
            rows=tuple(rows),
            sortable=False,
        )
    )


def _row(target: Target, status: TargetStatus, moved: Sequence[Moved]) -> Row:
    tone = dict(scorecard.TONES).get(status.status, "none")
    return Row(
        cells=(
            words.PLAN_TARGET.format(id=target.id, short=target.short),
            day(target.due),
            Verdict(word=basics.capital(status.word), tone=tone),
            basics.capital(_here(target, moved)),
        )
    )


def _here(target: Target, every_moved: Sequence[Moved]) -> str:
    """How the measures of a promise moved in the county, by interval."""
    if target.kind == "gap":
        return words.PLAN_GAP.format(section=words.GAP)
    moved = [each for each in every_moved if each.measure.id in target.measures]
    parts = []
    for said, word in words.PLAN_WORDS:
        titles = [each.measure.title for each in moved if each.said == said]
        if titles:
            listed = ", ".join(titles)
            parts.append(words.PLAN_EACH.format(word=word, titles=listed))
    every = len(target.measures)
    same = sum(each.said == words.PLAN_SAME for each in moved)
    for n, said in ((same, words.PLAN_SAME), (every - len(moved), words.PLAN_FEW)):
        if n:
            parts.append(words.PLAN_COUNT.format(said=said, n=n, all=every))
    return "; ".join(parts)


# ---- dates -----------------------------------------------------------------------


def dates(place: Ground) -> Dates:
    """What is due next in the plan or the planning rule, and which data are needed."""
    told = due.slide(place, SlideOf(kind=due.KIND))
    return Dates(
        sentence=told.sentence,
        table=_coming(place, told),
        data=tuple(_data(place)),
    )


def _coming(place: Ground, told: Slide) -> Table | None:
    """The table of dates, where any is still to come."""
    drawn = told.drawing
    if not isinstance(drawn, Table):
        return None
    passed = place.plan and all(t.due < place.today for t in place.plan.targets)
    return None if passed else drawn


def _data(place: Ground) -> Iterator[str]:
    """For each time that children are followed, the window that comes next."""
    end = place.about.vintage.data_end
    yield words.DUE_DATA_NOW.format(day=day(end))
    for months, measures in sorted(_by_follow_up(measures_of(place)).items()):
        window = _next_window(place, measures[0])
        if window is None:
            continue
        said = words.DUE_DATA if months else words.DUE_DATA_PLAIN
        until = followed_until(window, months)
        yield said.format(window=window.label, months=months, day=day(until))


def _by_follow_up(measures: Iterable[Measure]) -> dict[int, list[Measure]]:
    found: defaultdict[int, list[Measure]] = defaultdict(list)
    for each in measures:
        found[each.follow_up_months].append(each)
    return found


def _next_window(place: Ground, measure: Measure) -> Window | None:
    """The first window that has ended and in which not all were followed yet."""
    end = place.about.vintage.data_end
    windows = place.about.of_kind()
    return next((w for w in windows if not is_mature(measure, w, end)), None)


def followed_until(window: Window, months: int) -> date:
    """The day on which all children of a window were followed for so many months."""
    after = window.end.year * 12 + window.end.month + months
    return date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
