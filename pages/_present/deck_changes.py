"""Every measure with a better side against the baseline: what moved, what did not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components import theme
from components.views import (
    RATIO,
    Cell,
    Column,
    DotRow,
    Dots,
    Quantity,
    Row,
    Table,
    Unit,
    Verdict,
)
from metrics.benchmarks import usable
from metrics.model import Measure
from metrics.narrative import change_sentence
from metrics.table import BREAK, MeasureRow, MeasureTable
from metrics.trend import Change, compare_all, verdict
from metrics.windows import overlap
from pages._present import basics, trend
from pages._present.about import About
from pages._present.deck_ground import Ground
from pages._words import present as words

# Changes are small: an axis from a half to twice would press them together.
REACH = 1.3
# Of the columns of the table; the head already says that it is a ratio.
UNITS = (None, None, None, Unit(decimals=2), None)


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A measure now and in the baseline window; `said` judges by its own direction."""

    measure: Measure
    now: MeasureRow
    before: MeasureRow
    change: Change

    @property
    def said(self) -> str:
        return verdict(self.change, self.measure.direction)

    @property
    def nearest(self) -> float:
        """The limit of the ratio nearest to 1: the larger, the surer the change."""
        lower, upper = self.change.lower, self.change.upper
        return lower if lower > 1 else 1 / max(upper, 1e-9)


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What was compared at a place, the surest first, and what could not be."""

    about: About
    window: str
    moved: tuple[Moved, ...]
    others: tuple[Measure, ...]

    def of(self, *said: str) -> tuple[Moved, ...]:
        """Those that are judged so, in the order of the words."""
        order = {word: rank for rank, word in enumerate(said)}
        mine = [each for each in self.moved if each.said in order]
        return tuple(sorted(mine, key=lambda each: order[each.said]))


def changes(ground: Ground) -> Changes:
    """All comparisons of a place, made in one go."""
    judged = sided(ground)
    tables = zip(judged, ground.two(judged), strict=True)
    pairs = [(each, *two) for each, t in tables if (two := _two(ground, each, t))]
    moved = compared(pairs)
    told = {each.measure.id for each in moved}
    return Changes(
        about=ground.about,
        window=ground.baseline,
        moved=moved,
        others=tuple(each for each in judged if each.id not in told),
    )


def compared(
    pairs: Sequence[tuple[Measure, MeasureRow, MeasureRow]],
) -> tuple[Moved, ...]:
    """Measures with their rows now and before as they moved, the surest first."""
    found = compare_all(
        [
            (now.numerator, now.denominator, before.numerator, before.denominator)
            for _, now, before in pairs
        ],
        [measure.kind for measure, _, _ in pairs],
    )
    moved = [
        Moved(measure=measure, now=now, before=before, change=change)
        for (measure, now, before), change in zip(pairs, found, strict=True)
        if change.direction != "cannot be compared"
    ]
    return tuple(sorted(moved, key=lambda each: -each.nearest))


def sided(ground: Ground) -> tuple[Measure, ...]:
    """The measures of which one side is better."""
    return tuple(each for each in ground.measures if each.direction != "none")


def _two(
    ground: Ground, measure: Measure, table: MeasureTable
) -> tuple[MeasureRow, MeasureRow] | None:
    """Now and before, if they can be compared."""
    rows = {row.window: row for row in table}
    return both(rows.get(ground.newest[measure.id]), rows.get(ground.baseline))


def both(
    now: MeasureRow | None, before: MeasureRow | None
) -> tuple[MeasureRow, MeasureRow] | None:
    """The two rows, if both are dependable and mean the same."""
    if now is None or before is None or overlap((now.window, before.window)):
        return None
    broken = now.has(BREAK) or before.has(BREAK)
    return None if broken or not (usable(now) and usable(before)) else (now, before)


def sentence(found: Changes, each: Moved) -> str:
    """One change in words, bound to its two rows."""
    about = found.about
    return change_sentence(
        each.now,
        each.before,
        measure=each.measure,
        place=about.name,
        window=about.window(each.now.window).label,
        earlier_window=about.window(each.before.window).label,
    )


# ---- the drawing and its table -------------------------------------------------


def dots(found: Changes, moved: Iterable[Moved]) -> Dots:
    """One row a measure: now divided by before."""
    return Dots(
        rows=tuple(_row(each) for each in moved),
        unit=RATIO,
        reference=1.0,
        reference_label=words.NO_CHANGE,
        ratio=True,
        less=words.LOWER,
        more=words.HIGHER,
        reach=REACH,
    )


def _row(each: Moved) -> DotRow:
    side = dict(words.BETTER_SIDES)[each.measure.direction]
    said = dict(words.NOW_WORDS)[each.said]
    return DotRow(
        label=each.measure.title,
        code="own",
        quantity=_ratio(each),
        note=words.ROW_NOTE.format(said=said, side=side),
    )


def _ratio(each: Moved) -> Quantity:
    change = each.change
    return Quantity(value=change.ratio, lower=change.lower, upper=change.upper)


def table(found: Changes, moved: Iterable[Moved], caption: str) -> Table:
    """The same with both figures and the counts that they stand on."""
    return Table(
        caption=caption,
        columns=tuple(
            Column(name=name, unit=unit, align="number" if unit else "text")
            for name, unit in zip(words.COLUMNS, UNITS, strict=True)
        ),
        rows=tuple(Row(cells=_cells(each)) for each in moved),
        sortable=False,
    )


def _cells(each: Moved) -> tuple[Cell, ...]:
    before, now = (_figure(row, each.measure) for row in (each.before, each.now))
    said = Verdict(word=basics.capital(each.said), tone=trend.tone(each.said))
    return each.measure.title, before, now, _ratio(each), said


def _figure(row: MeasureRow, measure: Measure) -> str:
    found, unit = basics.quantity(row), basics.unit_of(measure)
    value = theme.spoken(found, unit)
    return words.FIGURE.format(value=value, counted=theme.counted(found))
