"""What the figures say about one measure of a state: value, change, gap, counties."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from components import theme
from components.views import Evidence, Quantity, Spark, ThreeWay, Verdict
from metrics.benchmarks import comparable, signals, tally, usable
from metrics.groups import group
from metrics.model import Measure
from metrics.table import MeasureRow, MeasureTable
from metrics.target_verdicts import MeasureVerdict, change_verdict
from metrics.words import ratio_words
from pages._present import basics, frames
from pages._present.about import About, short
from pages._words import scorecard as words


@dataclass(frozen=True, kw_only=True)
class Found:
    """The tables of one measure: `window` is its newest mature one, "" if none.

    trend: the state over all windows; change: baseline and newest; race: groups at
    the newest; counties: places at the newest, where a national value exists; told:
    what the change comes to.
    """

    measure: Measure
    window: str
    trend: MeasureTable | None = None
    change: MeasureTable | None = None
    race: MeasureTable | None = None
    counties: MeasureTable | None = None
    told: MeasureVerdict | None = None

    @cached_property
    def years(self) -> tuple[MeasureRow, ...]:
        """The state over all windows, oldest first."""
        return tuple(self.trend) if self.trend else ()

    @property
    def row(self) -> MeasureRow | None:
        """The state at the newest mature window."""
        rows = self.years or tuple(self.change or ())
        return next((row for row in rows if row.window == self.window), None)


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What all evidence of a page has in common."""

    about: About
    baseline: str
    fiscal_start: int
    counties_noun: str


def evidence(
    found: Found, setting: Setting, verdict: Verdict | None = None
) -> Evidence:
    """The measure as a row of the scorecard; `verdict` in place of its own change."""
    measure, about = found.measure, setting.about
    row = found.row
    gap, gap_href = gap_words(found, about)
    return Evidence(
        label=measure.title,
        href=frames.measure_href(measure.id, **about.query()),
        quantity=basics.quantity(row) if row else Quantity(status="no data"),
        unit=basics.unit_of(measure),
        window=_when(found, about),
        spark=_spark(found, about),
        verdict=verdict or change(found, setting),
        gap=gap,
        gap_href=gap_href,
        counties=_counties(found, setting),
    )


def _when(found: Found, about: About) -> str:
    if not found.window:
        return ""
    unit = basics.unit_of(found.measure)
    label = basics.capital(about.window(found.window).label)
    return label if unit.suffix else f"{label}, {unit.name}"


def change(found: Found, setting: Setting) -> Verdict | None:
    """The measure now against the baseline window, as a word."""
    if found.change is None or found.window == setting.baseline:
        return None
    told = found.told or change_verdict(
        found.change, setting.baseline, fiscal_start=setting.fiscal_start
    )
    since = short(setting.about.window(setting.baseline))
    return Verdict(
        word=_change_word(told),
        tone=dict(words.CHANGE_TONES).get(told.verdict, "none"),
        detail=words.SINCE.format(window=since),
    )


def _change_word(told: MeasureVerdict) -> str:
    side = words.HIGHER if told.ratio > 1 else words.LOWER
    return dict(words.CHANGES)[told.verdict].format(side=side)


def gap_words(found: Found, about: About) -> tuple[str, str]:
    """The widest gap by race that chance does not explain, and where it leads."""
    if found.race is None:
        return "", ""
    newest = found.race.matching(window=found.window)
    known = [row for row in newest if group("race", row.group).known]
    if not any(comparable(row) for row in known):
        return words.NO_GAP_KNOWN, ""
    clear = signals(known)
    if not clear:
        return words.NO_GAP, ""
    href = frames.measure_href(found.measure.id, **about.query(), by="race")
    # The surest on either side of 1: a group above White children and one below.
    sides = (
        next((each.row for each in clear if each.higher == side), None)
        for side in (True, False)
    )
    gaps = ", ".join(_gap(row, about) for row in sides if row is not None)
    reference = basics.reference_children(
        "race", clear[0].row.reference, about.providers
    )
    return words.GAP_AND.format(gaps=gaps, reference=reference), href


def _gap(row: MeasureRow, about: About) -> str:
    top = row.ratio_upper
    high = words.NO_LIMIT if top == float("inf") else ratio_words(top)
    return words.GAP.format(
        who=basics.group_name("race", row.group, about.providers),
        ratio=ratio_words(row.ratio),
        low=ratio_words(row.ratio_lower),
        high=high,
    )


def _counties(found: Found, setting: Setting) -> ThreeWay | None:
    national = found.measure.national
    if found.counties is None or national is None:
        return None
    count = tally(found.counties, national.value, found.measure.direction)
    value = theme.amount(national.value, basics.unit_of(found.measure))
    said = words.COUNTIES.format(
        n=count.places, counties=setting.counties_noun, value=value
    )
    return ThreeWay(
        meets=count.meets,
        does_not=count.does_not,
        cannot_tell=count.cannot_tell,
        hidden=count.hidden,
        of=said,
    )


def _spark(found: Found, about: About) -> Spark | None:
    rows = found.years
    if not rows:
        return None
    national = found.measure.national
    return Spark(
        values=tuple(row.value if usable(row) else None for row in rows),
        summary=spark_summary(found.measure, rows, about),
        target=national.value if national else None,
    )


def spark_summary(measure: Measure, rows: Sequence[MeasureRow], about: About) -> str:
    """What a listener hears instead of the little line."""
    shown = [row for row in rows if usable(row)]
    if len(shown) < 2:
        return words.SPARK_NONE.format(title=measure.title)
    unit = basics.unit_of(measure)
    first, last = shown[0], shown[-1]
    return words.SPARK.format(
        title=measure.title,
        first=short(about.window(first.window)),
        last=short(about.window(last.window)),
        start=theme.amount(first.value, unit),
        end=theme.amount(last.value, unit),
    )
