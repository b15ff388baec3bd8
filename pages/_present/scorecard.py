"""The scorecard: the plan's promises beside what the figures say about each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from components.views import (
    Evidence,
    Link,
    PageHead,
    Priority,
    Promise,
    Verdict,
)
from data.state_plan import Priority as PlanPriority
from data.state_plan import Target
from metrics.targets import TargetStatus
from pages import _wiring
from pages._present import basics, deck_asked, frames
from pages._present.about import day
from pages._present.changes import Changed, changed
from pages._present.evidence import Found, change, evidence
from pages._present.promises import Asked, Part, has_level, parts_of
from pages._words import scorecard as words


@dataclass(frozen=True, kw_only=True)
class Scorecard:
    """What answers the page's question, ready to be drawn."""

    state: str
    head: PageHead
    changed: Changed
    parts: int
    notes: tuple[str, ...]
    links: tuple[Link, ...]


def scorecard(asked: Asked) -> Scorecard:
    """The page but for its parts."""
    baseline = asked.about.window(asked.setting.baseline).label
    return Scorecard(
        state=asked.about.state,
        head=_head(asked),
        changed=changed(asked.found, asked.about),
        parts=len(parts_of(asked.plan, [each.measure for each in asked.found])),
        notes=_notes(asked, baseline),
        links=_links(asked),
    )


def _head(asked: Asked) -> PageHead:
    about = asked.about
    newest = basics.capital(about.of_kind()[-1].label)
    question = words.QUESTION_PLAN if asked.plan else words.QUESTION
    return PageHead(
        question=question.format(state=about.state_name),
        lead=lead(asked.statuses.values())
        or words.NO_PLAN.format(state=about.state_name),
        context=(
            about.state_name,
            newest,
            words.DATA_TO.format(day=day(about.vintage.data_end)),
        ),
    )


def lead(statuses: Iterable[TargetStatus]) -> str:
    """Every promise counted once by its status; nothing if there are none."""
    listed = tuple(statuses)
    if not listed:
        return ""
    counts = Counter(each.status for each in listed)
    parts = [
        f"{counts[status]} {one if counts[status] == 1 else many}"
        for status, one, many in words.STATUSES
        if counts[status]
    ]
    one, many = words.PROMISES
    total = one if len(listed) == 1 else many.format(n=len(listed))
    return words.LEAD.format(total=total, parts=_joined(parts)) + _due(listed)


def _joined(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def _due(listed: tuple[TargetStatus, ...]) -> str:
    passed = sum(each.due_passed for each in listed)
    if passed == len(listed):
        return words.ALL_DUE
    return words.SOME_DUE.format(n=passed) if passed else ""


# ---- promises --------------------------------------------------------------------


def part(number: int, given: Part, asked: Asked) -> Priority:
    """One priority of the plan, or one subject where there is no plan."""
    if given.priority is not None:
        return _priority(given.priority, asked)
    named = dict(words.ABOUT_PRIORITY)
    title = named.get(given.subject, basics.capital(given.subject))
    return _subject(number, title, asked)


def _priority(given: PlanPriority, asked: Asked) -> Priority:
    counts = Counter(asked.statuses[each.id].status for each in given.targets)
    order = [status for status, _, _ in words.STATUSES]
    tally = [
        words.TALLY.format(n=counts[status], status=status)
        for status in order
        if counts[status]  # type: ignore[index]
    ]
    return Priority(
        number=str(given.number),
        title=given.name,
        commitment=given.commitment,
        promises=tuple(_promise(each, asked) for each in given.targets),
        tally=", ".join(tally),
    )


def _promise(target: Target, asked: Asked) -> Promise:
    status = asked.statuses[target.id]
    when = f"{day(status.settled)}" if status.settled else ""
    return Promise(
        number=target.id,
        text=target.text,
        verdict=Verdict(
            word=basics.capital(status.word),
            tone=dict(words.TONES).get(status.status, "none"),
            detail=when,
        ),
        due=words.DUE_WORDS.format(day=day(target.due), words=target.due_words),
        rule=_rule(target, status),
        evidence=tuple(_of_target(target, status, asked)),
    )


def _rule(target: Target, status: TargetStatus) -> str:
    rule = status.rule if target.retired else dict(words.RULES)[target.kind]
    recorded = [
        words.EVIDENCE.format(day=day(e.date), text=e.text.rstrip("."), source=e.source)
        for e in target.evidence
    ]
    return " ".join([rule, target.note, *recorded]).strip()


def _of_target(
    target: Target, status: TargetStatus, asked: Asked
) -> Iterable[Evidence]:
    for found in asked.of(target.measures):
        own = _gap_verdict(found, status) if target.kind == "gap" else None
        yield evidence(found, asked.setting, own)
    for found in asked.of(target.companions):
        label = words.COMPANION.format(title=found.measure.title)
        yield replace(evidence(found, asked.setting), label=label)


def _gap_verdict(found: Found, status: TargetStatus) -> Verdict:
    """How many of the measure's gaps became narrower or wider."""
    mine = [v.verdict for v in status.verdicts if v.measure == found.measure.id]
    named = (
        ("better", words.NARROWER, "better"),
        ("worse", words.WIDER, "worse"),
        ("no clear change", words.AS_BEFORE, "similar"),
        ("cannot tell", words.NOT_COMPARED, "none"),
    )
    there = [(mine.count(v), say, tone) for v, say, tone in named if v in mine]
    if not there:
        return Verdict(word=words.NOT_COMPARED)
    counted = [words.GAPS_COUNTED.format(n=n, said=say) for n, say, _ in there]
    alike = words.GAPS_ALIKE.format(n=len(mine), said=there[0][1])
    word = alike if len(there) == 1 else ", ".join(counted)
    return Verdict(word=word, tone=there[0][2])  # type: ignore[arg-type]


# ---- states without a plan ---------------------------------------------------------


def _subject(number: int, title: str, asked: Asked) -> Priority:
    mine = asked.found
    count = words.MEASURES_OF.format(n=len(mine))
    return Priority(
        number=str(number),
        title=title,
        commitment=words.MEASURE_OF if len(mine) == 1 else count,
        promises=tuple(_question(each, asked) for each in mine),
    )


def _question(found: Found, asked: Asked) -> Promise:
    measure = found.measure
    return Promise(
        number=measure.code,
        text=measure.question,
        verdict=change(found, asked.setting) or Verdict(word=words.NOT_COMPARED),
        href=frames.measure_href(measure.id, **asked.about.query()),
        evidence=(evidence(found, asked.setting),),
    )


def _notes(asked: Asked, baseline: str) -> tuple[str, ...]:
    notes = [words.GAPS_NOTE]
    if any(has_level(each.measure) for each in asked.found if each.window):
        notes.insert(0, words.NATIONAL)
    if asked.plan:
        about_it = asked.plan.baseline_note
        said = words.BASELINE.format(label=basics.capital(baseline), note=about_it)
        notes = [words.VISION.format(vision=asked.plan.vision), said, *notes]
    return tuple(notes)


def _links(asked: Asked) -> tuple[Link, ...]:
    about = asked.about
    query = about.query()
    choose = words.COUNTY_LINK.format(county=asked.state.county_noun)
    return (
        Link(text=words.PLAN_LINK, href=_wiring.href("methods", **query) + "#status"),
        Link(text=words.DISPARITY_LINK, href=_wiring.href("disparity", **query)),
        Link(
            text=choose,
            href=_wiring.href("county", **query),
        ),
        deck_asked.present_link(about),
    )
