"""What is due next: the dates of the plan, or those of the planning rule."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from components.views import Column, Row, Slide, Table
from data.state_deck import SlideOf
from data.state_plan import Planning, Target
from metrics.targets import TargetStatus
from pages._present import basics
from pages._present.about import day
from pages._present.deck_ground import Ground
from pages._present.slides._offer import Offer, only
from pages._words import present as words
from pages._words import scorecard

KIND, ORDER = "due", 50
DONE = ("met", "met late", "retired")
MOST, NAMED = 6, 2
Statuses = Mapping[str, TargetStatus]


def offers(ground: Ground) -> tuple[Offer, ...]:
    """One where there are dates."""
    dated = ground.plan or ground.file.planning
    return only(KIND, words.DUE) if dated else ()


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The dates to come; where all have passed, what is on record for each."""
    if ground.plan is None:
        return _calendar(ground.file.planning) if ground.file.planning else _none()
    targets = sorted(ground.plan.targets, key=lambda each: (each.due, each.id))
    found = ground.statuses(targets)
    coming = [each for each in targets if each.due >= ground.today]
    waiting = [each for each in coming if _open(found, each)]
    shown = waiting or targets
    return Slide(
        name=KIND,
        kind=KIND,
        title=words.DUE,
        sentence=_sentence(found, targets, waiting, passed=not coming),
        drawing=_table(found, shown),
        footnote=words.DUE_FOOT.format(title=ground.plan.title, day=day(ground.today)),
        notes=tuple(_notes(found, shown)),
    )


def _none() -> Slide:
    return Slide(name=KIND, kind=KIND, title=words.DUE, sentence=words.DUE_NO_DATES)


def _open(found: Statuses, target: Target) -> bool:
    """Whether the promise is still to be kept."""
    return found[target.id].status not in DONE


def _sentence(
    found: Statuses, every: list[Target], waiting: list[Target], *, passed: bool
) -> str:
    """One target in words: the next one, or the last with what is open still."""
    if waiting:
        first = waiting[0]
        return words.DUE_NEXT.format(day=day(first.due), short=first.short)
    still = sum(_open(found, each) for each in every)
    said = words.DUE_MET
    if still:
        said = words.DUE_ALL if passed else words.DUE_EARLY
    return said.format(day=day(every[-1].due), open=still, all=len(every))


def _table(found: Statuses, targets: list[Target]) -> Table:
    """A row a date."""
    dates = [
        (when, list(due)) for when, due in groupby(targets, key=lambda each: each.due)
    ]
    return Table(
        caption=words.DUE_CAPTION,
        columns=tuple(Column(name=name, align="text") for name in words.DUE_COLUMNS),
        rows=tuple(_row(found, when, due) for when, due in dates[:MOST]),
        sortable=False,
    )


def _row(found: Statuses, when: date, due: list[Target]) -> Row:
    promised = "; ".join(_named(each) for each in due)
    if len(due) > NAMED:
        ids = ", ".join(each.id for each in due)
        promised = words.DUE_MANY.format(n=len(due), ids=ids)
    return Row(cells=(day(when), promised, _tally(found, due)))


def _named(target: Target) -> str:
    return words.STATUS_OF.format(target=target.id, short=target.short)


def _tally(found: Statuses, due: list[Target]) -> str:
    """How many stand how, in the order of the scorecard."""
    counts = Counter(found[each.id].status for each in due)
    if len(due) == 1:
        (status,) = counts
        return basics.capital(status)
    return ", ".join(
        words.TALLY.format(n=counts[status], status=status)  # type: ignore[index]
        for status, _, _ in scorecard.STATUSES
        if counts[status]  # type: ignore[index]
    )


def _notes(found: Statuses, shown: list[Target]) -> Iterator[str]:
    """What is known beyond the table: each promise that a measure bears on."""
    yield words.DUE_NOTE
    none = "no evidence recorded"
    told = [each for each in shown if found[each.id].status != none]
    for each in told[:MOST]:
        yield words.DUE_EACH.format(target=_named(each), says=found[each.id].says)


def _calendar(planning: Planning) -> Slide:
    """A planning rule has a calendar and no targets."""
    facts = planning.calendar[:MOST]
    first = facts[0]
    rows = tuple(Row(cells=(f.when, f.text, f.certainty)) for f in facts)
    columns = tuple(Column(name=name, align="text") for name in words.CALENDAR_COLUMNS)
    return Slide(
        name=KIND,
        kind=KIND,
        title=words.DUE,
        sentence=words.CALENDAR_LEAD.format(when=first.when, text=first.text),
        drawing=Table(
            caption=words.CALENDAR_CAPTION, columns=columns, rows=rows, sortable=False
        ),
        footnote=planning.source + ".",
        notes=(planning.says,),
    )
