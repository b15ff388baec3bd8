"""A priority of the plan: its headline measure over the years, and its promise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from components.views import Slide, Tick, Trend, Verdict
from data.state_deck import SlideOf
from data.state_plan import Target
from metrics.model import Measure
from pages._present import basics
from pages._present.about import day
from pages._present.deck_ground import Ground
from pages._present.deck_measure import of_measure
from pages._present.slides._offer import Offer
from pages._words import present as words
from pages._words import scorecard

KIND, ORDER = "priority", 10


@dataclass(frozen=True, kw_only=True)
class _Subject:
    """A priority of the plan; without a plan, what several measures are about."""

    id: str
    number: int
    name: str
    commitment: str = ""
    targets: tuple[Target, ...] = ()
    measures: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        said = words.PRIORITY if self.targets else words.SUBJECT
        return said.format(number=self.number, name=self.name)


def offers(ground: Ground) -> tuple[Offer, ...]:
    """One for each that has a measure."""
    return tuple(
        Offer(
            name=f"p{each.number}",
            label=each.title,
            of=SlideOf(kind=KIND, about=each.id),
        )
        for each in _subjects(ground)
        if each.measures
    )


def slide(ground: Ground, of: SlideOf) -> Slide:
    """The headline measure with the promise on which it bears."""
    subject = next(each for each in _subjects(ground) if each.id == of.about)
    measure = ground.measure(of.measure or subject.measures[0])
    made = of_measure(ground, measure, name=f"p{subject.number}", kind=KIND)
    target = _target(subject, measure)
    if target is None:
        return replace(made, title=subject.title)
    line = made.drawing
    if isinstance(line, Trend):
        line = replace(line, due=_due(ground, target.due))
    return replace(
        made,
        title=subject.title,
        drawing=line,
        verdict=_status(ground, target),
        notes=(*_plan_says(subject, target), *made.notes),
    )


def headlines(ground: Ground) -> tuple[Measure, ...]:
    """The measures that stand for the priorities, in their order."""
    deck = ground.file.deck
    own = {s.about: s.measure for s in deck.slides if s.measure} if deck else {}
    return tuple(
        ground.measure(own.get(each.id) or each.measures[0])
        for each in _subjects(ground)
        if each.measures
    )


def _subjects(ground: Ground) -> Iterator[_Subject]:
    there = [each.id for each in ground.measures]
    if ground.plan is None:
        yield from _without_plan(ground)
        return
    for each in ground.plan.priorities:
        named = (id for target in each.targets for id in target.measures)
        yield _Subject(
            id=each.id,
            number=each.number,
            name=each.name,
            commitment=each.commitment,
            targets=each.targets,
            measures=tuple(id for id in dict.fromkeys(named) if id in there),
        )


def _without_plan(ground: Ground) -> Iterator[_Subject]:
    names = dict(scorecard.ABOUT_PRIORITY)
    subjects = dict.fromkeys(each.priority for each in ground.measures)
    for number, id in enumerate(subjects, start=1):
        mine = tuple(each.id for each in ground.measures if each.priority == id)
        name = names.get(id, basics.capital(id))
        yield _Subject(id=id, number=number, name=name, measures=mine)


def _target(subject: _Subject, measure: Measure) -> Target | None:
    """The first promise on which the measure bears."""
    return next((t for t in subject.targets if measure.id in t.measures), None)


def _status(ground: Ground, target: Target) -> Verdict:
    status = ground.statuses((target,))[target.id]
    whole = ground.about.whole_state
    said = words.STATUS_OF if whole else words.STATUS_STATE
    return Verdict(
        word=basics.capital(status.word),
        tone=dict(scorecard.TONES).get(status.status, "none"),
        detail=said.format(target=target.id, short=target.short),
    )


def _plan_says(subject: _Subject, target: Target) -> tuple[str, ...]:
    due = words.PROMISE_DUE.format(day=day(target.due))
    said = words.PROMISE.format(text=target.text)
    return words.COMMITMENT.format(text=subject.commitment), f"{said} {due}"


def _due(ground: Ground, due: date) -> Tick | None:
    """The due date, at the window in which it lies; None if it lies beyond."""
    windows = ground.about.of_kind()
    found = (i for i, each in enumerate(windows) if each.start <= due <= each.end)
    at = next(found, None)
    said = words.DUE_TICK.format(day=day(due))
    return None if at is None else Tick(label=said, at=at)
