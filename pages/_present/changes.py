"""What changed since the year before: three sentences, each bound to two rows."""

from dataclasses import dataclass

from components.views import Link
from metrics.benchmarks import SIGNAL_CONFIDENCE, chance_flags, usable
from metrics.narrative import change_sentence
from metrics.table import BREAK, MeasureRow
from metrics.trend import Change, compare_all
from pages._present import frames
from pages._present.about import About
from pages._present.chance import by_chance
from pages._present.evidence import Found
from pages._words import scorecard as words

MOST = 3


@dataclass(frozen=True, kw_only=True)
class Changed:
    """Sentences, each begun by a link to its measure, and what must be known beside."""

    sentences: tuple[tuple[Link, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Pair:
    found: Found
    now: MeasureRow
    before: MeasureRow
    change: Change

    @property
    def clear(self) -> bool:
        return self.change.direction in ("higher", "lower")

    @property
    def nearest(self) -> float:
        """The limit of the ratio nearest to 1: how sure the change is to be large."""
        lower, upper = self.change.lower, self.change.upper
        return lower if lower > 1 else 1 / max(upper, 1e-9)


def changed(found: tuple[Found, ...], about: About) -> Changed:
    """The surest changes first; how many comparisons there were, and by chance."""
    pairs = _pairs(found, about)
    clear = sorted((p for p in pairs if p.clear), key=lambda p: -p.nearest)
    told = tuple(_told(each, about) for each in clear[:MOST])
    chance = chance_flags(len(pairs))
    notes = [_rest(len(pairs), len(clear), len(told))]
    if len(pairs) > 1:
        said = words.CHANGED_NOTE.format(n=len(pairs), chance=by_chance(chance))
        notes += [said, words.COMPLETE_SINCE]
    return Changed(sentences=told, notes=tuple(notes))


def _pairs(found: tuple[Found, ...], about: About) -> list[_Pair]:
    """Every measure that can be compared with the year before, compared in one go."""
    rows = [(each, *two) for each in found if (two := _two_years(each, about))]
    changes = compare_all(
        [
            (now.numerator, now.denominator, before.numerator, before.denominator)
            for _, now, before in rows
        ],
        [each.measure.kind for each, _, _ in rows],
        confidence=SIGNAL_CONFIDENCE,
    )
    return [
        _Pair(found=each, now=now, before=before, change=change)
        for (each, now, before), change in zip(rows, changes, strict=True)
    ]


def _two_years(found: Found, about: About) -> tuple[MeasureRow, MeasureRow] | None:
    earlier = about.earlier(found.window) if found.window else None
    if earlier is None:
        return None
    rows = {row.window: row for row in found.years}
    now, before = rows[found.window], rows[earlier.key]
    if not (usable(now) and usable(before)) or now.has(BREAK):
        return None
    return now, before


def _told(pair: _Pair, about: About) -> tuple[Link, str]:
    measure = pair.found.measure
    sentence = change_sentence(
        pair.now,
        pair.before,
        measure=measure,
        place=about.state_name,
        window=about.window(pair.now.window).label,
        earlier_window=about.window(pair.before.window).label,
    )
    link = Link(
        text=measure.title, href=frames.measure_href(measure.id, **about.query())
    )
    return link, sentence.removeprefix(measure.title)


def _rest(compared: int, clear: int, told: int) -> str:
    if not compared:
        return words.CHANGED_FIRST
    if compared == 1:
        return "" if clear else words.CHANGED_ONE
    if not clear:
        return words.CHANGED_NONE.format(n=compared)
    if clear > told:
        return words.CHANGED_MORE.format(n=clear - told)
    return words.CHANGED_REST.format(n=compared - clear)
