"""What each measure of a target says: better, worse or no clear change, by interval."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import nan
from types import MappingProxyType

from metrics.groups import group
from metrics.table import MeasureTable
from metrics.trend import Change, Verdict, compare_all, ratio_of_ratios, verdict
from metrics.windows import Window, parse_window

# A target about gaps is judged by dozens of comparisons at once; at 99.8 % chance alone
# flags fewer than one in a hundred of them.
GAP_CONFIDENCE = 0.998
ALL = "all"

# By window and group: numerator and denominator.
Counts = dict[tuple[str, str], tuple[float, float]]
# Numerator and denominator of a group, then of its reference.
Four = tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class MeasureVerdict:
    """One measure, or one group's gap in it, now against the baseline window.

    `group` is empty for the whole state. `ratio` is now / before (of the value, or of
    the ratio of the group to the reference) with its limits. `before` and `now` are
    window keys.
    """

    measure: str
    title: str
    group: str
    verdict: Verdict
    ratio: float
    lower: float
    upper: float
    before: str
    now: str
    says: str


def change_verdict(
    table: MeasureTable, baseline: str, *, fiscal_start: int = 7
) -> MeasureVerdict:
    """The state's newest window in the table against the baseline window."""
    return change_verdicts([table], baseline, fiscal_start=fiscal_start)[0]


def change_verdicts(
    tables: Sequence[MeasureTable], baseline: str, *, fiscal_start: int = 7
) -> list[MeasureVerdict]:
    """`change_verdict` for each of many tables, compared in one go."""
    counts = [_counts(table) for table in tables]
    newest = [_newest(each, baseline, fiscal_start) for each in counts]
    nothing = (nan, nan)
    fours: list[Four] = [
        (*each.get((window, ALL), nothing), *each.get((baseline, ALL), nothing))
        for each, window in zip(counts, newest, strict=True)
    ]
    changes = compare_all(fours, [table.measure.kind for table in tables])
    told = zip(tables, newest, changes, strict=True)
    return [_change(table, baseline, window, found) for table, window, found in told]


def _change(
    table: MeasureTable, baseline: str, newest: str, found: Change
) -> MeasureVerdict:
    word = verdict(found, table.measure.direction)
    return _verdict(table, found, word, baseline, newest, _moved(table, found, word))


def gap_verdicts(
    table: MeasureTable, baseline: str, *, fiscal_start: int = 7
) -> Iterator[MeasureVerdict]:
    """For each known group, its ratio to the reference now against that before."""
    counts = _counts(table)
    newest = _newest(counts, baseline, fiscal_start)
    reference = table.selection.reference
    for code in dict.fromkeys(code for _, code in counts):
        if code in (reference, ALL) or not group("race", code).known:
            continue
        pairs = [
            _pair(counts, window, code, reference) for window in (newest, baseline)
        ]
        now, before = pairs
        if now and before:
            yield _gap(table, now, before, code, baseline, newest)
        else:
            yield _cannot_tell(table, baseline, newest, code)


def _gap(
    table: MeasureTable, now: Four, before: Four, code: str, baseline: str, newest: str
) -> MeasureVerdict:
    kind = table.measure.kind
    found = ratio_of_ratios(now, before, kind, confidence=GAP_CONFIDENCE)
    word = _nearer_to_one(found, now)
    says = f"{_subject(table, code)}: {_GAP_WORDS[word]}"
    return _verdict(table, found, word, baseline, newest, says, code)


_GAP_WORDS = MappingProxyType(
    {
        "better": "the gap is narrower than in the baseline window",
        "worse": "the gap is wider than in the baseline window",
        "no clear change": "no clear change of the gap",
        "cannot tell": "the two windows cannot be compared",
    }
)


def _nearer_to_one(found: Change, four: Four) -> Verdict:
    """Better if the ratio came nearer to 1, from above or from below."""
    if found.direction == "cannot be compared":
        return "cannot tell"
    if found.direction == "no clear change":
        return "no clear change"
    now = four[0] / four[1] / (four[2] / four[3])
    before = now / found.ratio
    return "better" if max(now, 1 / now) < max(before, 1 / before) else "worse"


def _counts(table: MeasureTable) -> Counts:
    columns = ("window", "group", "numerator", "denominator")
    values = (table.columns[name].tolist() for name in columns)
    return {(window, code): (x, n) for window, code, x, n in zip(*values, strict=True)}


def _pair(counts: Counts, window: str, code: str, reference: str) -> Four | None:
    own, other = counts.get((window, code)), counts.get((window, reference))
    return (*own, *other) if own and other else None


def _newest(counts: Counts, baseline: str, fiscal_start: int) -> str:
    windows = {window for window, _ in counts} - {baseline}
    return max(windows, key=lambda key: window_end(key, fiscal_start), default="")


def window_end(key: str, fiscal_start: int = 7) -> date:
    """The last day of the window with this key."""
    window: Window = parse_window(key, fiscal_start=fiscal_start)
    return window.end


def _subject(table: MeasureTable, code: str = "") -> str:
    return table.measure.title + (f", {group('race', code).children}" if code else "")


def _moved(table: MeasureTable, found: Change, word: Verdict) -> str:
    title = table.measure.title
    if word == "cannot tell":
        return f"{title}: the two windows cannot be compared"
    if word == "no clear change":
        return f"{title}: no clear change since the baseline window"
    side = f"{found.direction} than in the baseline window"
    return f"{title}: {side}" + (
        f", which is {word}" if word in ("better", "worse") else ""
    )


def _verdict(
    table: MeasureTable, found: Change, word: Verdict, before: str, now: str, says: str,
    code: str = "",
) -> MeasureVerdict:  # fmt: skip
    return MeasureVerdict(
        measure=table.measure.id,
        title=table.measure.title,
        group=code,
        verdict=word,
        ratio=found.ratio,
        lower=found.lower,
        upper=found.upper,
        before=before,
        now=now,
        says=says,
    )


def _cannot_tell(
    table: MeasureTable, before: str, now: str, code: str = ""
) -> MeasureVerdict:
    nan = float("nan")
    nothing = Change(direction="cannot be compared", ratio=nan, lower=nan, upper=nan)
    says = f"{_subject(table, code)}: the two windows cannot be compared"
    return _verdict(table, nothing, "cannot tell", before, now, says, code)
