"""What is due next: the dates of the plan, or those of the planning rule."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from components.views import Column, Row, Slide, Table
from data.state_deck import SlideOf
from data.state_plan import Planning, Target
from pages._present import basics
from pages._present.about import day
from pages._present.deck_ground import Ground
from pages._present.slides._offer import Offer, only
from pages._words import present as words
from pages._words import scorecard

KIND, ORDER = "due", 50
DONE = ("met", "met late", "retired")
MOST, NAMED = 6, 2


def offers(ground: Ground) -> tuple[Offer, ...]:
    """One where there are dates."""
    dated = ground.plan or ground.file.planning
    return only(KIND, words.DUE) if dated else ()


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The dates to come; where all have passed, what is on record for each."""
    if ground.plan is None:
        return _calendar(ground.file.planning) if ground.file.planning else _none()
    targets = sorted(ground.plan.targets, key=lambda each: (each.due, each.id))
    coming = [each for each in targets if each.due >= ground.today]
    shown = [each for each in coming if _status(ground, each) not in DONE] or targets
    return Slide(
        name=KIND,
        kind=KIND,
        title=words.DUE,
        sentence=_sentence(ground, targets, shown if coming else []),
        drawing=_table(ground, shown),
        footnote=words.DUE_FOOT.format(title=ground.plan.title, day=day(ground.today)),
        notes=tuple(_notes(ground, shown)),
    )


def _none() -> Slide:
    return Slide(name=KIND, kind=KIND, title=words.DUE, sentence=words.DUE_NO_DATES)


def _status(ground: Ground, target: Target) -> str:
    return ground.statuses[target.id].status


def _sentence(ground: Ground, every: list[Target], coming: list[Target]) -> str:
    """One target in words: the next one, or the last with what is open still."""
    if coming:
        first = coming[0]
        return words.DUE_NEXT.format(day=day(first.due), short=first.short)
    open_still = sum(_status(ground, each) not in DONE for each in every)
    said = words.DUE_ALL if open_still else words.DUE_MET
    return said.format(day=day(every[-1].due), open=open_still, all=len(every))


def _table(ground: Ground, targets: list[Target]) -> Table:
    """A row a date."""
    dates = [
        (when, list(due)) for when, due in groupby(targets, key=lambda each: each.due)
    ]
    return Table(
        caption=words.DUE_CAPTION,
        columns=tuple(Column(name=name, align="text") for name in words.DUE_COLUMNS),
        rows=tuple(_row(ground, when, due) for when, due in dates[:MOST]),
        sortable=False,
    )


def _row(ground: Ground, when: date, due: list[Target]) -> Row:
    promised = "; ".join(_named(each) for each in due)
    if len(due) > NAMED:
        ids = ", ".join(each.id for each in due)
        promised = words.DUE_MANY.format(n=len(due), ids=ids)
    return Row(cells=(day(when), promised, _tally(ground, due)))


def _named(target: Target) -> str:
    return words.STATUS_OF.format(target=target.id, short=target.short)


def _tally(ground: Ground, due: list[Target]) -> str:
    """How many stand how, in the order of the scorecard."""
    counts = Counter(_status(ground, each) for each in due)
    if len(due) == 1:
        (status,) = counts
        return basics.capital(status)
    order = [status for status, _, _ in scorecard.STATUSES]
    return ", ".join(
        words.TALLY.format(n=counts[status], status=status)  # type: ignore[index]
        for status in order
        if counts[status]  # type: ignore[index]
    )


def _notes(ground: Ground, shown: list[Target]) -> Iterator[str]:
    """What is known beyond the table: each promise that a measure bears on."""
    yield words.DUE_NOTE
    told = [each for each in shown if _status(ground, each) != "no evidence recorded"]
    for each in told[:MOST]:
        said = ground.statuses[each.id].says
        yield words.DUE_EACH.format(target=_named(each), says=said)


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
