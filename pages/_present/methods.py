"""The methods page: every measure of the catalogue, the rules, the data."""

from calendar import month_name
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from components import theme
from components.views import Link, PageHead
from data.state import load_state
from data.state_model import State
from metrics.families import Family, component, families
from metrics.model import Measure
from pages import _wiring
from pages._present import basics, frames
from pages._present.about import About, about, day
from pages._words import basics as shared
from pages._words import methods as words

Terms = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Explained:
    """One measure: its anchor, its words, its terms, and a link to its figures."""

    anchor: str
    title: str
    definition: str
    why: str
    question: str
    terms: Terms
    more: Terms
    link: Link | None
    missing: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A heading with its paragraphs."""

    anchor: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Methods:
    """Everything on the page."""

    head: PageHead
    contents: tuple[Link, ...]
    intro: str
    measures: tuple[Explained, ...]
    readings: tuple[Reading, ...]
    statuses: Terms
    plan: tuple[str, ...]
    privacy: tuple[str, ...]
    vintage: Terms
    notes: tuple[str, ...]


def methods(state: str) -> Methods:
    """The whole page for a state; measures without figures there are said to be so."""
    here, file = about(state), load_state(state)
    every = _wiring.outcomes().measures()
    return Methods(
        head=PageHead(
            question=words.QUESTION,
            lead=words.LEAD.format(state=here.state_name),
            context=(here.state_name,),
        ),
        contents=tuple(Link(text=each.title, href=f"#{each.id}") for each in every),
        intro=words.MEASURES_INTRO.format(n=len(every)),
        measures=tuple(_measures(every, here)),
        readings=_readings(file),
        statuses=words.STATUS_SAYS,
        plan=_plan(file),
        privacy=_privacy(here, file),
        vintage=_vintage(here, file),
        notes=file.notes,
    )


# ---- measures ----------------------------------------------------------------------


def _measures(every: tuple[Measure, ...], here: About) -> list[Explained]:
    offered = {each.id for each in _wiring.outcomes().measures(here.state)}
    titles = {each.id: each.title for each in every}
    return [_measure(each, here, each.id in offered, titles) for each in every]


def _measure(
    measure: Measure,
    here: About,
    offered: bool,
    titles: Mapping[str, str],
) -> Explained:
    href = frames.measure_href(measure.id, **here.query())
    to = Link(text=words.OPEN.format(title=measure.title), href=href)
    return Explained(
        anchor=measure.id,
        title=measure.title,
        definition=measure.definition,
        why=measure.why,
        question=measure.question,
        terms=_terms(measure),
        more=_more(measure, titles),
        link=to if offered else None,
        missing="" if offered else words.NOT_HERE.format(state=here.state_name),
    )


def _terms(measure: Measure) -> Terms:
    meanings = (
        component(measure.numerator).says,
        component(measure.denominator).says,
        measure.unit,
        dict(shared.DIRECTIONS)[measure.direction],
        _national(measure),
        _rules(each.place_rule for each in _families(measure)),
    )
    return _paired(words.TERMS, tuple(map(basics.capital, meanings)))


def _more(measure: Measure, titles: Mapping[str, str]) -> Terms:
    months = measure.follow_up_months
    by_provider = "provider" in measure.breakdowns
    placed = _families(measure) if by_provider else ()
    meanings = (
        dict(words.COHORTS)[measure.cohort],
        shared.MONTHS.format(n=months) if months else shared.NO_FOLLOW_UP,
        ", ".join(dict(words.DIMENSIONS)[each] for each in measure.breakdowns),
        _rules(each.provider_rule for each in placed),
        " ".join(words.BREAK.format(day=b.day, says=b.says) for b in measure.breaks),
        titles.get(measure.companion or "", ""),
        ", ".join(measure.needs),
        measure.source,
        shared.CODE.format(code=measure.code, version=measure.version),
    )
    return _paired(words.MORE_TERMS, meanings)


def _paired(terms: tuple[str, ...], meanings: tuple[str, ...]) -> Terms:
    return tuple((t, said) for t, said in zip(terms, meanings, strict=True) if said)


def _families(measure: Measure) -> tuple[Family, ...]:
    """The families of its components, that of the numerator first."""
    parts = (measure.numerator, measure.denominator)
    names = dict.fromkeys(part.partition(".")[0] for part in parts)
    there = {each.name: each for each in families()}
    return tuple(there[name] for name in names)


def _rules(rules: Iterable[str]) -> str:
    """The rules of the families, each once."""
    said = dict.fromkeys(rule.rstrip(".") for rule in rules if rule)
    return ". ".join(basics.capital(each) for each in said) + "." if said else ""


def _national(measure: Measure) -> str:
    if measure.national is None:
        return words.NO_NATIONAL
    unit = basics.unit_of(measure)
    value = theme.amount(measure.national.value, unit)
    return words.NATIONAL.format(
        value=value if unit.suffix else f"{value} {unit.name}",
        period=measure.national.period,
        source=measure.national.source.rstrip(".") + ".",
    )


# ---- rules -------------------------------------------------------------------------


def _readings(file: State) -> tuple[Reading, ...]:
    limits = file.limits.reliability
    numbers = {
        "events": limits.events,
        "last": limits.care - 1,
        "width": 100 * limits.relative_width,
        "unknown": 100 * limits.unknown_share,
    }
    return tuple(
        Reading(
            anchor=anchor,
            title=title,
            paragraphs=tuple(each.format(**numbers) for each in paragraphs),
        )
        for anchor, title, paragraphs in words.READING
    )


def _plan(file: State) -> tuple[str, ...]:
    if file.plan is None:
        return (words.NO_STATUS.format(state=file.name),)
    plan = file.plan
    return (
        words.PLAN.format(title=plan.title, source=plan.source.rstrip(".")),
        words.BASELINE.format(note=plan.baseline_note),
        *(plan.footnotes[key] for key in sorted(plan.footnotes)),
    )


def _privacy(here: About, file: State) -> tuple[str, ...]:
    notes, edition = here.vintage.notes, here.vintage.edition
    said = [words.PRIVACY_STAFF if edition == "staff" else words.PRIVACY_PUBLIC]
    said.append(words.PRIVACY_RULE.format(threshold=file.limits.privacy.threshold))
    said.append(words.PRIVACY_POLICY.format(policy=here.vintage.policy.rstrip(".")))
    if notes.get("cells") and edition != "staff":
        cells, hidden = (int(notes.get(key, 0)) for key in ("cells", "hidden"))
        said.append(
            words.PRIVACY_COUNTS.format(cells=f"{cells:,}", hidden=f"{hidden:,}")
        )
    return tuple(said)


def _vintage(here: About, file: State) -> Terms:
    vintage = here.vintage
    meanings = (
        vintage.source,
        file.data_note,
        day(vintage.data_start),
        day(vintage.data_end),
        vintage.built,
        vintage.version,
        dict(words.EDITIONS)[vintage.edition],
        words.FISCAL.format(month=month_name[file.fiscal_year_start_month]),
        vintage.regions_note,
        dict(words.KINDS).get(here.main_kind, here.main_kind),
    )
    return _paired(words.VINTAGE, tuple(map(basics.capital, meanings)))
